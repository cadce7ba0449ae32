import ParapetBudgeting

extension French {
  func label(_ label: FormBlockLabel) -> String {
    switch label {
    case .participants: "Participants"
    case .participant: "Participant"
    case .role: "Rôle"
    case .shortName: "Nom court"
    case .participantCode: "PIC"
    case .kindOfBody: "Type d’organisation"
    case .requested: "Contribution demandée"
    case .allBeneficiaries: "Tous les bénéficiaires"
    case .noWorkPackage: "sans lot de travail"
    case .units: "Unités"
    case .costPerUnit: "Coût unitaire"
    case .amount: "Montant"
    case .rest: "Reste d’arrondi"
    case .wholeEuroUnits: "Unités en euros entiers"
    case .wholeEuroCost: "Euros entiers par unité"
    case .certificate: "Certificats et garanties"
    }
  }

  func word(_ role: ParticipantTable.Role) -> String {
    switch role {
    case .coordinator: "coordinateur"
    case .presumedCoordinator: "coordinateur (supposé)"
    case .beneficiary: "bénéficiaire"
    case .affiliated: "entité affiliée"
    case .associated: "partenaire associé"
    }
  }

  func block(_ number: Int, _ name: String, units: Bool) -> String {
    "\(number) \(name) – \(units ? "unités" : "lots de travail")"
  }

  var leadIsOpen: String {
    "Personne ne dit qui coordonne\u{A0}: la ville figure en premier. Écrivez-le dans la colonne «\u{A0}coordinator\u{A0}» "
      + "d’items.csv."
  }

  var unitsMeaning: String {
    "Unités et coût unitaire tels que déclarés, au centime. Si le formulaire ne prend que des euros entiers par unité, les "
      + "deux dernières colonnes donnent la fraction d’unités qui perd le moins."
  }
}
