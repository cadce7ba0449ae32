import ParapetModel
import ParapetPlanning

extension English {
  func label(_ label: TreasuryLabel) -> String {
    switch label {
    case .appropriations: "Commitment and payment appropriations"
    case .source: "Source"
    case .section: "Section"
    case .commitment: "Committed"
    case .payment: "Paid"
    case .partners: "Partners"
    case .city: "City"
    case .support: "Other support"
    case .interest: "Interest on what is bridged"
    }
  }

  func word(_ section: Appropriations.Section) -> String {
    switch section {
    case .investment: "investment"
    case .operating: "operation"
    }
  }

  var appropriationsMeaning: String {
    "A cost is committed in whole in the first year of its item, and paid in the year of its work; investment is works and "
      + "equipment."
  }

  func unstatedBridge(peak: Money, waiting: Money) -> String {
    "Up to \(money(peak)) is paid before the grants come; \(money(waiting)) of it is more than all own money, and must be bridged. How "
      + "much can the treasury bridge? Write “bridge” into city.yaml under “capacity”."
  }

  func overBridge(peak: Money, limit: Money) -> String {
    "\(money(peak)) must be bridged at the most; the treasury can bridge \(money(limit))."
  }
}
