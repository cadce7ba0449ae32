/// A form in which feeds write opportunities, funded projects or rates of exchange.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
  /// Pages of the search of the Commission's Funding & Tenders Portal, in JSON.
  case sediaSearch = "sedia-search"
  /// The portal's file of one topic, in JSON.
  case sediaTopic = "sedia-topic"
  /// The portal's file of all grants and tenders, in JSON.
  case sediaBulk = "sedia-bulk"
  /// Parapet's own XML.
  case canonical
  /// Projects of CORDIS, the Commission's register of funded research, in XML.
  case cordis
  /// The reference rates of the European Central Bank, in XML.
  case centralBankRates = "ecb"
}
