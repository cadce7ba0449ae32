import ParapetModel
import ParapetPlanning

extension French {
  func label(_ label: TreasuryLabel) -> String {
    switch label {
    case .appropriations: "Autorisations de programme et crédits de paiement"
    case .source: "Source"
    case .section: "Section"
    case .commitment: "Engagé (AP)"
    case .payment: "Payé (CP)"
    case .partners: "Partenaires"
    case .city: "Ville"
    case .support: "Autres aides"
    case .interest: "Intérêts de l’avance"
    }
  }

  func word(_ section: Appropriations.Section) -> String {
    switch section {
    case .investment: "investissement"
    case .operating: "fonctionnement"
    }
  }

  var appropriationsMeaning: String {
    "Un coût est engagé en entier la première année de son projet et payé l’année des travaux\u{202F}; les travaux et les "
      + "équipements relèvent de l’investissement."
  }

  func unstatedBridge(peak: Money, waiting: Money) -> String {
    "Jusqu’à \(money(peak)) sont payés avant que les subventions arrivent\u{202F}; \(money(waiting)) en dépassent tous les fonds "
      + "propres et sont à avancer. Combien la trésorerie peut-elle avancer\u{202F}? Indiquez «\u{A0}bridge\u{A0}» dans city.yaml, "
      + "sous «\u{A0}capacity\u{A0}»."
  }

  func overBridge(peak: Money, limit: Money) -> String {
    "Il faut avancer jusqu’à \(money(peak))\u{202F}; la trésorerie peut avancer \(money(limit))."
  }
}
