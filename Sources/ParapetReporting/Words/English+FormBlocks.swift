import ParapetBudgeting

extension English {
  func label(_ label: FormBlockLabel) -> String {
    switch label {
    case .participants: "Participants"
    case .participant: "Participant"
    case .role: "Role"
    case .shortName: "Short name"
    case .participantCode: "PIC"
    case .kindOfBody: "Type of organisation"
    case .requested: "Requested contribution"
    case .allBeneficiaries: "All beneficiaries"
    case .noWorkPackage: "no work package"
    case .units: "Units"
    case .costPerUnit: "Cost per unit"
    case .amount: "Amount"
    case .rest: "Left by rounding"
    case .wholeEuroUnits: "Units at whole euro"
    case .wholeEuroCost: "Whole euro per unit"
    case .certificate: "Certificates and guarantees"
    }
  }

  func word(_ role: ParticipantTable.Role) -> String {
    switch role {
    case .coordinator: "coordinator"
    case .presumedCoordinator: "coordinator (assumed)"
    case .beneficiary: "beneficiary"
    case .affiliated: "affiliated entity"
    case .associated: "associated partner"
    }
  }

  func block(_ number: Int, _ name: String, units: Bool) -> String {
    "\(number) \(name) – \(units ? "units" : "work packages")"
  }

  var leadIsOpen: String {
    "Nobody says who leads: the city stands first. Write it in the column ‘coordinator’ of items.csv."
  }

  var unitsMeaning: String {
    "Units and cost per unit as stated, to the cent. Where the form takes a cost per unit in whole euro only, the last two "
      + "columns have the fraction of units that loses least."
  }
}
