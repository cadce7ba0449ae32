import ParapetSearching
import ParapetMatching

extension French {
  func word(_ part: RelevancePart) -> String {
    switch part {
    case .words: "les mots seuls"
    case .concepts: "ce que connaît le glossaire"
    case .pairs: "les paires de mots"
    case .measures: "les termes des mesures"
    case .coverage: "la part de son titre que dit le projet"
    case .titles: "la ressemblance des titres"
    case .passagesWords: "les mots des meilleures phrases du projet"
    case .passagesConcepts: "les sujets des meilleures phrases du projet"
    case .nearness: "le domaine de ses mots"
    }
  }

  func placement(rank: Int, of count: Int, gate: Placement.Gate?, work: String?) -> String {
    let place = "\(number(rank)) sur \(number(count))"
    return switch gate {
    case nil: place
    case .closed: place + "\u{A0}; aucune liste ne le montre, car l’appel est clos"
    case .leftOver:
      place
        + "\u{A0}; aucune liste ne le montre, car sa source n’indique aucune date et l’année de son appel est révolue"
    case .ineligible: place + "\u{A0}; aucune liste ne le montre, car une règle vérifiée n’est pas remplie"
    case .withoutGrant: place + "\u{A0}; aucune liste ne le montre, car il ne rapporterait rien"
    case .unrelated:
      place
        + "\u{A0}; aucune liste ne le montre, car ses mesures et ses mots ont trop peu en commun avec le projet"
    case .otherScale:
      place
        + "\u{A0}; aucune liste ne le montre, car ses projets sont bien plus grands ou plus petits que celui-ci"
    case .otherWork:
      place
        + "\u{A0}; aucune liste ne le montre, car il demande ce que rien ne dit du projet\u{A0}: \(work ?? "")"
    }
  }

  func lead(of identifier: String, rank: Int, _ lead: PlacementLead) -> String {
    let other = "Le rang \(number(rank)), \(identifier),"
    return switch lead {
    case .standing(let own, let first):
      "\(other) est à \(quoted(word(first))), celui-ci à \(quoted(word(own)))"
    case .status(let own, let first): "\(other) est \(word(first)), celui-ci est \(word(own))"
    case .fit(let own, let first):
      "\(other) convient à \(number(first)), celui-ci à \(number(own)) sur 100"
    }
  }

  func lost(_ addends: [String], evidence: [String]) -> String {
    let most = "Le plus est perdu sur\u{A0}: \(and(addends))"
    return evidence.isEmpty ? most : most + ". Pour le sujet, sur\u{A0}: \(and(evidence))"
  }

  func points(_ name: String, _ count: Int) -> String { "\(name) (\(self.count(count, "point", "points")))" }
}
