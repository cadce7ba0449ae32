import ParapetModel

extension English {
  func label(_ label: CouncilLabel) -> String {
    switch label {
    case .upkeep: "Upkeep"
    case .afterTheProject: "Cost after the project"
    case .aYear: "A year"
    case .durability: "Five years"
    case .from: "After"
    }
  }

  func upkeep(_ amount: Money) -> String { "\(money(amount)) a year after the project" }
}
