import ParapetBudgeting
public import ParapetModel

/// The name of a figure about a grant of which no single figure is known, or about money that comes later.
public enum FormLabel: String, Hashable, Sendable, CaseIterable {
  /// From where to where the grant may be.
  case range
  /// Tax that a fund of the state pays back.
  case laterTax
  /// What is left of the own money once that has come.
  case ownAfterTax
}

/// The words of lump sums, simplified costs, ranges and what a country's law adds, in a language.
public protocol FormWords {
  /// The name of a figure.
  func label(_ label: FormLabel) -> String
  /// An amount that is a ceiling.
  func upTo(_ amount: String) -> String
  /// From an amount to another.
  func range(_ lowest: Money, _ highest: Money) -> String
  /// The year of money that comes later, or that nobody knows.
  func taxReturns(_ amount: Money, in year: Int?) -> String
  /// That no grant pays the upkeep of works, and for how many years they must stand.
  func durability(years: Int) -> String
  /// What grants would bring less, were their currency worth a share less in the city's.
  func exchangeLoss(_ loss: Money, of currency: Currency, share: Rate) -> String
}
