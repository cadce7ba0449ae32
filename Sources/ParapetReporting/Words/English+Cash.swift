extension English {
  func label(_ label: CashLabel) -> String {
    switch label {
    case .ownShare: "Own share of the budgets"
    case .flatRateBeyondCosts: "of it a flat rate beyond real costs: no money"
    case .returnedVAT: "of it value added tax that comes back"
    case .support: "of it paid by other support that is granted"
    case .ownMoney: "Own money to be found"
    case .ofPartners: "of it by the partners"
    }
  }
}
