public import ParapetModel

/// A place that an instrument names.
public enum Territory: Hashable, Sendable {
  /// The Member States.
  case memberStates
  /// The overseas countries and territories linked to them.
  case overseas
  /// A country.
  case country(Country)
  /// A region and all within it, by NUTS code.
  case region(String)
}
