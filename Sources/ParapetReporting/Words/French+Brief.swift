import ParapetMatching
import ParapetModel

extension French {
  func label(_ label: BriefLabel) -> String {
    switch label {
    case .overview: "En bref"
    case .itemWithPriority: "Opération (priorité)"
    case .applyTo: "Demander à"
    case .ownCash: "Fonds propres"
    case .nextAndTurn: "Suite, et à qui le tour"
    case .atRisk: "Risques"
    case .decideThisMonth: "À décider ce mois-ci"
    case .councilVotes: "À voter par le conseil"
    case .notFunded: "Rien ne finance"
    case .deadlineAndDays: "Échéance, jours restants"
    case .grantsInSight: "Subventions en vue"
    case .nationalInSight: "Argent de l’État, à part"
    case .ownInSight: "Fonds propres correspondants"
    case .costOfAll: "Coût de toutes les opérations, hors taxe"
    }
  }

  func sentence(_ sentence: BriefSentence) -> String {
    switch sentence {
    case .sheet(let city): "\(city)\u{A0}: que demander, pour quand, et qui fait quoi ensuite"
    case .estimates:
      "Les subventions sont estimées aux taux publiés, une source par opération\u{A0}; rien n’est promis avant la signature "
        + "d’une convention."
    case .otherDay(let day): "selon une autre source le \(date(day))"
    case .daysLeft(let days):
      days < Brief.pressing
        ? "plus que \(count(days, "jour", "jours"))" : "encore " + count(days, "jour", "jours")
    case .more(let number):
      "Et \(count(number, "autre opération", "autres opérations")) de priorité moindre\u{A0}: voir le tableau ou parapet "
        + "shortlist."
    case .others(let number): count(number, "autre opération", "autres opérations")
    case .moreLines(let number): "et \(self.number(number)) de plus, sur la page et dans le tableau"
    case .turn(let action, let doer):
      // Whoever else must act is named by the step itself.
      doer == .city ? "\(Typography.capitalised(word(doer)))\u{A0}: \(Typography.continuing(action))" : action
    case .apply(let source, let items, let until, let deadline, let worth):
      "D’ici au \(date(until))\u{A0}: déposer auprès de \(source) (échéance le \(date(deadline))) ou renoncer, pour \(and(items))"
        + (worth.map { "\u{A0}; \($0) de subventions" } ?? "")
    case .answer(let fact, let items, let worth):
      "Répondre\u{A0}: \(fact), pour \(and(items))"
        + (worth.map { "\u{A0}; \($0) de subventions en dépendent" } ?? "")
    case .vote(let own, let items, let source, let years, let until):
      (until.map { "Avant le \(date($0))" } ?? "Avant le dépôt d’un dossier")
        + "\u{A0}: \(own) de fonds propres"
        + (years.isEmpty ? "" : " en \(Typography.span(of: years) ?? and(years.map { String($0) }))")
        + " pour \(and(items)), avec \(source)"
    case .nothingToDecide: "Aucune échéance ni question ne presse."
    case .nothingToVote: "Aucuns fonds propres à prévoir pour ce qui peut être chiffré."
    case .allFunded: "Chaque opération a une source crédible."
    case .kindUnknown(let item, let cost):
      name(item, cost) + "personne n’a dit de quelle sorte de mesure il s’agit\u{A0}; remplir ses mesures"
    case .nothingListed(let item, let cost): name(item, cost) + "rien de connu ne finance une telle opération"
    case .doubtful(let item, let cost, let source, let action):
      name(item, cost) + "rien de sûr\u{A0}; au plus près\u{A0}: \(source). \(action)"
    case .runnerUp(let source, let grant): "Sinon\u{A0}: \(source)" + (grant.map { ", \($0)" } ?? "")
    case .risks(let risks): Typography.capitalised(risks.map(risk).joined(separator: "\u{A0}; "))
    case .noRisk: "seulement la sélection"
    case .years(let parts): parts.joined(separator: ", ")
    }
  }

  private func name(_ item: String, _ cost: String?) -> String {
    item + (cost.map { " (\($0))" } ?? "") + "\u{A0}: "
  }

  private func risk(_ risk: Brief.Risk) -> String {
    switch risk {
    case .shortOfTime(let days): "peu de temps (\(count(days, "jour", "jours")))"
    case .noCall: "aucun appel publié"
    case .notOpenYet: "appel pas encore ouvert"
    case .unread: "conditions de l’appel non lues"
    case .open(let number): count(number, "question ouverte", "questions ouvertes")
    case .partners: "partenaires manquants"
    case .startsBefore: "les travaux commencent avant l’échéance, et les coûts antérieurs sont perdus"
    case .ceiling: "le taux est un plafond, non une promesse"
    case .cut: "la subvention est limitée à son maximum"
    case .amountUnknown: "le montant n’est pas indiqué"
    case .exchange: "les chiffres varient avec le taux de change"
    }
  }
}
