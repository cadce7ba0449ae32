import ParapetModel

extension English {
  /// Tax that comes back to a payer, and so is not claimed.
  func compensation(_ what: Assumption.What, of city: City) -> String {
    switch what {
    case .compensatedTax(let scheme, let partner, let isClaimed):
      isClaimed
        ? "In \(name(scheme.country)) a scheme (\(scheme.name)) pays authorities their value added tax, and "
          + "\(name(payer: partner, of: city)) says that it bears it: it is claimed. Show why the scheme does not pay it."
        : "In \(name(scheme.country)) a scheme (\(scheme.name)) pays authorities their value added tax: none of "
          + "\(name(payer: partner, of: city)) is claimed."
    case .recoveredTaxLeft(let partner):
      "The value added tax of \(name(payer: partner, of: city)) comes back and is not claimed. Below EUR 5 million the law would "
        + "let it count (Regulation (EU) 2021/1060, Art. 64(1)(c)); whether the managing authority takes it was not found: ask."
    default: ""
    }
  }
}
