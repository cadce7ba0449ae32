/// A form in which feeds write opportunities.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
  /// Pages of the search of the Commission's Funding & Tenders Portal, in JSON.
  case sediaSearch = "sedia-search"
  /// Parapet's own XML.
  case canonical
}
