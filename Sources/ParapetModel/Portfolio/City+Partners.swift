extension City {
  /// The partners that are stated to be in another country than the city; where either country is not stated, none is.
  public var partnersAbroad: Set<String> {
    guard let country = facts.country else { return [] }
    return Set(partners.filter { $0.facts.country.map { $0 != country } ?? false }.map(\.id))
  }
}
