import ParapetSearching
import ParapetMatching
import ParapetModel

/// The words of French.
struct French: Sentences {
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  func number(_ value: Int) -> String { Typography.grouped(value, separator: "\u{202F}") }

  func hundredths(_ value: Int) -> String {
    Typography.hundredths(Int64(value), separator: "\u{202F}", mark: ",")
  }

  func quantity(_ value: Int64) -> String {
    Typography.tenThousandths(value, separator: "\u{202F}", mark: ",")
  }

  func percent(_ rate: Rate) -> String {
    rate.percent.split(separator: ".").joined(separator: ",") + "\u{A0}%"
  }

  func money(_ amount: Money) -> String {
    Typography.hundredths(amount.minorUnits, separator: "\u{202F}", mark: ",") + "\u{A0}"
      + (amount.currency == .euro ? "€" : amount.currency.code)
  }

  func date(_ day: Day) -> String {
    let (year, month, day) = day.components
    return "\(day)\(day == 1 ? "er" : "") \(French.months[month - 1]) \(year)"
  }

  func and(_ names: [String]) -> String { French.joined(names, "et") }

  func or(_ names: [String]) -> String { French.joined(names, "ou") }

  func quoted(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }

  func pair(_ name: String, _ value: String) -> String { "\(name)\u{A0}: \(value)" }

  /// A number and its noun: in French, nought and one are singular.
  func count(_ value: Int, _ one: String, _ many: String) -> String {
    number(value) + "\u{A0}" + (value < 2 ? one : many)
  }

  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ]

  private static func joined(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension French {
  func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .eligible: "éligible"
    case .undecided: "indéterminé"
    case .ineligible: "inéligible"
    }
  }

  func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: "rempli"
    case .unmet: "non rempli"
    case .undecided: "indéterminé"
    }
  }

  func word(_ status: DayStatus) -> String {
    switch status {
    case .open: "ouvert"
    case .forthcoming: "à venir"
    case .noCall: "sans appel publié"
    case .unknown: "inconnu"
    case .closed: "clos"
    }
  }

  func word(_ grade: Grade) -> String {
    switch grade {
    case .law: "texte de loi"
    case .official: "page officielle"
    case .call: "document de l’appel"
    case .secondary: "source secondaire"
    case .inferred: "déduction de notre part"
    case .readFromText: "lu dans un texte"
    case .unsourced: "sans source"
    }
  }

  func word(_ name: Fit.Name) -> String {
    switch name {
    case .measure: "mesures"
    case .words: "sujet"
    case .size: "taille"
    case .time: "temps restant"
    case .money: "part financée"
    case .effort: "effort"
    case .doubt: "doute"
    }
  }

  func word(_ field: WordEvidence.Field) -> String {
    switch field {
    case .title: "titre"
    case .keywords: "mots-clés"
    case .call: "titre de l’appel"
    case .instrument: "titre de l’instrument"
    case .description: "description"
    }
  }

  func word(_ category: RegionCategory) -> String {
    switch category {
    case .lessDeveloped: "région moins développée"
    case .transition: "région en transition"
    case .moreDeveloped: "région plus développée"
    case .outermost: "région ultrapériphérique"
    }
  }

  func word(_ component: Item.Component) -> String {
    switch component {
    case .prevention: "prévention"
    case .protection: "protection"
    }
  }

  func word(_ level: Opportunity.Level) -> String {
    switch level {
    case .instrument: "instrument"
    case .call: "appel"
    case .topic: "thème"
    case .national: "source nationale"
    }
  }

  func word(_ model: DeadlineModel) -> String {
    switch model {
    case .singleStage: "une seule étape"
    case .twoStage: "deux étapes\u{A0}: esquisse, puis dossier complet sur invitation"
    case .multipleCutOff: "plusieurs dates limites, chacune permettant de candidater"
    case .permanent: "candidatures à tout moment"
    }
  }

  func word(_ management: Management) -> String {
    switch management {
    case .direct: "directe\u{A0}: la Commission ou ses agences"
    case .indirect: "indirecte\u{A0}: des organismes délégataires"
    case .shared: "partagée\u{A0}: les États membres"
    }
  }

  func word(_ cap: FundingRate.Cap) -> String {
    switch cap {
    case .priority: "de la priorité"
    case .programme: "du programme"
    }
  }

  func word(_ award: PreviousAward) -> String {
    switch award {
    case .urbanInnovativeAction: "une action innovatrice urbaine"
    case .europeanUrbanInitiative: "une action innovatrice de l’Initiative urbaine européenne"
    case .urbactGoodPractice: "une bonne pratique labellisée par URBACT"
    }
  }

  func word(_ purpose: SpecialPurpose) -> String {
    switch purpose {
    case .publicOrder: "le seul maintien de l’ordre public au niveau national"
    case .military: "une finalité militaire ou de défense"
    case .customsControl: "l’équipement de contrôle douanier"
    case .coerciveEquipment: "l’équipement coercitif tel qu’armes ou matraques, hors formation"
    case .informantRewards: "la rémunération d’informateurs"
    }
  }

  func word(_ status: VATStatus) -> String {
    switch status {
    case .recoverable: "récupérée en totalité"
    case .nonRecoverable: "non récupérable"
    case .partly(let rate): "récupérée en partie (\(percent(rate)))"
    }
  }

  func word(_ role: Precedent.Role) -> String {
    switch role {
    case .coordinator: "coordinateur"
    case .participant: "participant"
    case .thirdParty: "tiers lié"
    case .associatedPartner: "partenaire associé"
    case .other: "autre rôle"
    }
  }

  func word(_ kind: Precedent.Kind) -> String {
    switch kind {
    case .publicBody: "organisme public"
    case .education: "établissement d’enseignement"
    case .research: "organisme de recherche"
    case .company: "entreprise"
    case .other: "autre organisme"
    }
  }

  func word(field: String) -> String {
    switch field {
    case "openingDate": "ouverture de l’appel"
    case "deadline": "dates limites"
    case "minAwardAmount": "subvention minimale"
    case "maxAwardAmount": "subvention maximale"
    default: FieldChange.Field(rawValue: field).map { word($0) } ?? field
    }
  }
}
