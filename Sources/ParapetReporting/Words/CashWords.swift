/// The name of a figure that leads from a budget to the money that must be found.
public enum CashLabel: String, Hashable, Sendable, CaseIterable {
  case ownShare, flatRateBeyondCosts, returnedVAT, support, ownMoney, ofPartners
}

/// The words of cash in a language.
public protocol CashWords {
  /// The name of a figure.
  func label(_ label: CashLabel) -> String
}
