/// A form in which feeds write opportunities, funded projects or rates of exchange.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
  /// Pages of the search of the Commission's Funding & Tenders Portal, in JSON.
  case sediaSearch = "sedia-search"
  /// The portal's file of one topic, in JSON.
  case sediaTopic = "sedia-topic"
  /// The portal's file of all grants and tenders, in JSON.
  case sediaBulk = "sedia-bulk"
  /// The portal's RSS: what it published or changed last.
  case portalRSS = "portal-rss"
  /// The RSS of list pages of the Commission and its agencies.
  case listRSS = "list-rss"
  /// The daily summary of Spain's official gazette, in XML.
  case boeSummary = "boe-summary"
  /// An announcement of Spain's official gazette, in XML.
  case boeDocument = "boe-document"
  /// Parapet's own XML.
  case canonical
  /// Projects of CORDIS, the Commission's register of funded research, in XML.
  case cordis
  /// The reference rates of the European Central Bank, in XML.
  case centralBankRates = "ecb"

  /// Its place where several sources state one topic, the richest first (`Merging`); those that share no topic with
  /// another come last.
  var rank: Int {
    switch self {
    case .canonical: 0
    case .sediaTopic: 1
    case .sediaSearch: 2
    case .sediaBulk: 3
    case .portalRSS: 4
    case .listRSS: 5
    case .boeSummary, .boeDocument, .cordis, .centralBankRates: 6
    }
  }

  /// Whether a reading shows only what changed last, so that nothing is missing because it is not in it.
  public var isWindow: Bool {
    switch self {
    // A gazette names a call on the day of its publication, and never again.
    case .portalRSS, .listRSS, .boeSummary, .boeDocument: true
    case .sediaSearch, .sediaTopic, .sediaBulk, .canonical, .cordis, .centralBankRates: false
    }
  }
}
