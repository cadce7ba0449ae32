import ParapetModel

extension French {
  func label(_ label: CouncilLabel) -> String {
    switch label {
    case .upkeep: "Fonctionnement"
    case .afterTheProject: "Coût après le projet"
    case .aYear: "Par an"
    case .durability: "Cinq ans"
    case .from: "Après le"
    }
  }

  func upkeep(_ amount: Money) -> String { "\(money(amount)) par an après le projet" }
}
