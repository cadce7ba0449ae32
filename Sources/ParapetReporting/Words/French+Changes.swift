import ParapetMatching
import ParapetModel

extension French {
  func word(_ power: Fact.Power) -> String {
    switch power {
    case .inOurPower: "en notre pouvoir"
    case .needsPartner: "exige un partenaire"
    case .needsTime: "exige du temps"
    case .impossible: "impossible"
    }
  }

  func change(_ change: Change) -> String {
    switch change {
    case .partners(let partners):
      return "s’associer à " + and(ChangeText.groups(partners).map { partner($0.kind, $0.count) })
    case .measures(let measures):
      return pair(
        "ne demander que pour ces mesures", measures.map(name(measure:)).joined(separator: ", "))
    case .period(let start, let end):
      return pair("d’autres dates de travaux", ChangeText.period(start, end, self))
    case .cost(let more):
      return "\(money(more)) de coûts en plus, par un projet plus grand ou plusieurs réunis"
    case .seat(let territory): return pair("un siège ailleurs", place(territory))
    case .value(let fact, let value): return self.change(fact, to: value)
    case .further(let fact, let code): return self.change(fact, to: .code(code))
    }
  }

  func fix(_ changes: [String], then verdict: Verdict, grant: Money?) -> String {
    let result =
      verdict == .eligible
      ? "alors éligible"
      : "alors rien ne s’y oppose du côté de la ville\u{202F}; les questions propres à l’appel restent ouvertes"
    return Typography.capitalised(and(changes)) + "\u{202F}; " + result
      + (grant.map { "\u{202F}; subvention \(money($0))" } ?? "")
  }

  func note(_ note: ChangeNote) -> String {
    switch note {
    case .title(let city): pair(city, "ce qui changerait le plus")
    case .unlockMeaning:
      "Un changement est essayé sur tous les projets. Le montant additionne, pour chaque projet, la meilleure subvention ainsi ouverte\u{202F}; ce que seul le document de l’appel peut dire reste ouvert, et rien n’est promis."
    case .questionMeaning:
      "Le montant additionne, pour chaque projet, la meilleure subvention qui dépend de la réponse."
    case .nothingUnlocks: "Aucun changement isolé n’ouvre quoi que ce soit."
    case .nothingBlocked: "Pour chaque projet, une offre au moins pourrait payer."
    case .noSubject: "Aucune offre ne porte sur ses mesures."
    case .blocker(let kind, let count):
      pair(kind, "fait obstacle à \(self.count(count, "opportunité", "opportunités"))")
    case .nearMisses: "Ce qui est hors de portée aujourd’hui, et ce qui le mettrait à portée."
    }
  }

  func mustNotHold(_ required: String) -> String { pair("Ceci ne doit pas être le cas", required) }

  private func partner(_ kind: Change.NewPartner, _ number: Int) -> String {
    let what = kind.role.map { word($0) } ?? kind.applicant.map { name($0) }
    let one = what.map { "partenaire (\($0))" } ?? "partenaire"
    let many = what.map { "partenaires (\($0))" } ?? "partenaires"
    let who = count(number, one, many)
    guard kind.isFromAnotherCountry else { return who + " du même pays" }
    return who
      + (number == 1 ? " d’un autre État membre" : " d’autant d’autres États membres")
  }
}
