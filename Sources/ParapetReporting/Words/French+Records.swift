import ParapetBudgeting
import ParapetModel

extension French {
  func label(_ severity: RecordChange.Severity) -> String {
    switch severity {
    case .red: "Rouge\u{A0}: peut compromettre une candidature"
    case .amber: "Orange\u{A0}: à savoir"
    case .grey: "Gris\u{A0}: la forme, et ce qui est nouveau"
    }
  }

  func word(_ kind: RecordChange.Kind) -> String {
    switch kind {
    case .created: "nouveau"
    case .changed: "modifié"
    case .missing: "absent de sa source"
    case .returned: "de retour dans sa source"
    case .withdrawn: "retiré"
    }
  }

  func word(_ status: Status) -> String {
    switch status {
    case .forthcoming: "à venir"
    case .open: "ouvert"
    case .closed: "clos"
    case .withdrawn: "retiré"
    case .unknown: "inconnu"
    }
  }

  func word(_ field: FieldChange.Field) -> String {
    switch field {
    case .level: "niveau"
    case .identifier: "identifiant"
    case .otherIdentifier: "autres identifiants"
    case .title: "titre"
    case .description: "description"
    case .status: "état annoncé"
    case .publicationDate: "publication"
    case .openingDate: "ouverture"
    case .deadlineModel: "type de dates limites"
    case .deadline: "dates limites"
    case .totalAmountAvailable: "montant disponible"
    case .minAwardAmount: "subvention minimale"
    case .maxAwardAmount: "subvention maximale"
    case .estimatedAwardCount: "subventions prévues"
    case .fundingRate: "taux"
    case .costRules: "règles de coûts"
    case .requirements: "conditions d’éligibilité"
    case .typeOfAction: "type d’action"
    case .programme: "programme"
    case .programmeDivision: "parties du programme"
    case .partOf: "appel"
    case .appliesTo: "champ"
    case .management: "gestion"
    case .period: "période"
    case .legalBasis: "bases juridiques"
    case .applyAt: "où candidater"
    case .condition: "bon à savoir"
    case .cadence: "rythme des appels"
    case .keyword: "mots-clés"
    case .documentLink: "documents"
    case .proposal: "proposition"
    }
  }

  func note(_ presence: Presence) -> String? {
    switch presence {
    case .present: nil
    case .missing(let day):
      "Absent de sa source depuis le \(date(day))\u{202F}; ses dates restent déterminantes."
    case .withdrawn(let day): "Considéré comme retiré depuis le \(date(day))."
    }
  }
}
