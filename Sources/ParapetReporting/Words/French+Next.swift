import ParapetMatching
import ParapetModel

extension French {
  func label(_ label: NextLabel) -> String {
    switch label {
    case .standing: "Position"
    case .nextAction: "Prochaine action"
    }
  }

  func word(_ standing: Match.Standing) -> String {
    switch standing {
    case .ready: "prêt"
    case .readCall: "lire l’appel"
    case .answer: "répondre d’abord"
    case .partner: "trouver des partenaires"
    case .doubtful: "douteux"
    case .no: "écarté"
    }
  }

  func word(_ doer: NextAction.Doer) -> String {
    switch doer {
    case .city: "la ville"
    case .partner: "des partenaires"
    case .authority: "l’autorité"
    case .callDocument: "le document de l’appel"
    }
  }

  func runner(_ management: Management?) -> String {
    switch management {
    case .shared: "l’autorité de gestion du programme"
    case .direct: "le service de la Commission ou l’agence qui gère le programme"
    case .indirect: "l’organisme qui gère le programme pour la Commission"
    case nil: "qui gère le programme"
    }
  }

  func sentence(_ next: NextSentence) -> String {
    switch next {
    case .apply: "Rédiger la candidature"
    case .askForCall(let authority): "Demander quand les candidatures sont reçues à\u{A0}: \(authority)"
    case .askForRules(let authority, let rules):
      "Demander si ceci, que personne n’a vérifié, est vraiment exigé\u{A0}: \(rules.joined(separator: "\u{A0}; ")). À qui\u{A0}: \(authority)"
    case .askForRelevance(let authority):
      "Demander si ce genre de projet est financé à\u{A0}: \(authority)"
    case .read(let address):
      "Lire la section sur l’éligibilité dans le document de l’appel\(at(address))"
    case .answer(let facts, let codes):
      "Répondre\u{A0}: \(and(facts))"
        + (codes.isEmpty ? "" : " [\(codes.joined(separator: ", "))]")
    case .findPartners(let rules):
      "Trouver des partenaires\u{A0}: \(Typography.continuing(rules.joined(separator: "\u{A0}; ")))"
    case .verify(let rules, let address):
      "Chercher dans le document de l’appel\(at(address)) si ceci, que personne n’a vérifié, est vraiment exigé\u{A0}: "
        + rules.joined(separator: "\u{A0}; ")
    case .checkSubject(let address):
      "Chercher dans le document de l’appel\(at(address)) si ce genre de projet est financé"
    case .leave(let rules):
      rules.isEmpty
        ? "Renoncer\u{A0}: une règle dit non"
        : "Renoncer, car ceci n’est pas rempli\u{A0}: \(rules.joined(separator: "\u{A0}; "))"
    case .awaitCall: "Attendre le prochain appel"
    }
  }

  private func at(_ address: String?) -> String { address.map { " (\($0))" } ?? "" }

  func note(_ note: StandingNote) -> String {
    switch note {
    case .counts(let counts):
      return counts.map { "\(number($0.count)) × \(word($0.standing))" }.joined(separator: ", ") + "."
    case .omitted(let omitted):
      let parts = [
        (omitted.closed, "clos"), (omitted.leftOver, "sans date et d’une année révolue"),
        (omitted.no, "exclus par une règle"),
        (omitted.withoutGrant, "sans rapport financier"),
        (omitted.unrelated, "trop éloignés du projet"),
      ]
      return "Non listés\u{A0}: " + and(parts.filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" })
        + ". --all les montre."
    case .meaning:
      return
        "La position dit quoi faire. Prêt\u{A0}: toutes les règles connues sont remplies et les conditions propres à l’appel ont "
        + "été lues. Lire l’appel\u{A0}: les règles connues sont remplies, le document de l’appel n’est pas lu. Répondre "
        + "d’abord\u{A0}: un fait manque. Trouver des partenaires\u{A0}: des partenaires y remédient. Douteux\u{A0}: une règle "
        + "que personne n’a vérifiée n’est pas remplie, ou rien ne dit que ce genre de projet est financé."
    case .turn(let text, let doer, let until):
      let end = until.map { ", jusqu’au \(date($0))" } ?? ""
      return "\(text) (à faire par\u{A0}: \(word(doer))\(end))"
    case .answered(let name, let day, let source):
      return "selon \(name), le \(date(day))" + (source.map { ", d’après\u{A0}: \($0)" } ?? "")
    case .askedInVain(let name, let day): return "\(name) a demandé le \(date(day)) et ne sait pas"
    case .lapsed(let name, let day, let changed):
      return
        "La réponse de \(name) du \(date(day)) ne compte plus\u{A0}: la fiche a changé le \(date(changed))\u{A0}; à redemander"
    case .codes(let codes): return "[\(codes.joined(separator: ", "))]"
    }
  }
}
