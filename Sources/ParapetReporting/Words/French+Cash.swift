extension French {
  func label(_ label: CashLabel) -> String {
    switch label {
    case .ownShare: "Part propre des budgets"
    case .flatRateBeyondCosts: "dont forfait au-delà des coûts réels, sans dépense"
    case .returnedVAT: "dont TVA récupérée"
    case .support: "dont payé par d’autres aides accordées"
    case .ownMoney: "Fonds propres à trouver"
    case .ofPartners: "dont par les partenaires"
    }
  }
}
