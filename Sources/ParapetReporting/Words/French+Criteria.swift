import ParapetMatching
import ParapetModel

extension French {
  func required(_ required: Required) -> String {
    switch required {
    case .applicant(let included, let excluded):
      return among("Doit être", "Ne doit pas être", included.map(name), not: excluded.map(name))
    case .territory(let included, let excluded):
      return among("Siège", "Siège hors de", included.map(place), not: excluded.map(place))
    case .measure(let core, let possible, let partial, let excluded):
      return [
        core.isEmpty ? nil : pair("Destiné à", or(core.map(name(measure:)))),
        possible.isEmpty ? nil : pair("peut financer", or(possible.map(name(measure:)))),
        partial.isEmpty ? nil : pair("peut financer certains cas de", or(partial.map(name(measure:)))),
        excluded.isEmpty ? nil : pair("ne finance pas", or(excluded.map(name(measure:)))),
      ].compactMap(\.self).joined(separator: "\u{202F}; ")
    case .population(let minimum, let maximum):
      return range(minimum, maximum, "habitant", "habitants")
    case .consortium(let minimums, let maximum):
      let most = maximum.map { ["au plus " + count($0, "organisme", "organismes")] } ?? []
      return Typography.capitalised((minimums.map(least) + most).joined(separator: "\u{202F}; "))
    case .duration(let minimum, let maximum):
      return range(minimum, maximum, "mois", "mois")
    case .unfinished(let day):
      return "Travaux non achevés avant le \(date(day)), premier jour où l’on pourrait candidater"
    case .regionCategory(let categories):
      return "Siège dans une " + or(categories.map { word($0) })
    case .coordinator(let included, let excluded):
      return among("Chef de file", "Chef de file autre que", included.map(name), not: excluded.map(name))
    case .award(let included, let excluded):
      return among(
        "Le chef de file doit avoir obtenu", "Le chef de file ne doit pas avoir obtenu",
        included.map { word($0) }, not: excluded.map { word($0) })
    case .partnerShare(let percent, let categories):
      return "Au moins \(percent)\u{A0}% des organismes, demandeur compris, dans une "
        + or(categories.map { word($0) })
    case .technologyReadiness(let minimum, let maximum, let measures):
      return technologyReadiness(minimum, maximum)
        + (measures.isEmpty ? "" : ", demandé pour " + and(measures.map(name(measure:))))
    case .purposes(let excluded):
      return pair("Rien de ceci", or(excluded.map { word($0) }))
    case .costHeadings(let excluded):
      return pair("Coûts non financés", and(excluded.map(name)))
    case .application(let opening, let deadline):
      return application(opening, deadline)
    case .publishedCall:
      return "Un appel publié"
    case .grant(let minimum, let maximum):
      return grant(minimum, maximum)
    case .unstatedConditions:
      return "Les conditions propres à l’appel, qu’aucune source lue à ce jour n’indique"
    case .unreadable:
      return "Une règle de nos propres données qui ne peut être lue"
    }
  }

  func stated(_ stated: Stated) -> String {
    switch stated {
    case .nothing: "non précisé par la ville"
    case .sourceSilent: "non précisé par la source"
    case .notInForce(let from, let to): notInForce(from, to)
    case .applicant(let applicant): name(applicant)
    case .place(let country, let nuts):
      [country.map(name), nuts.map { "région \($0)" }].compactMap(\.self).joined(separator: ", ")
    case .measures(let measures, let refused):
      measures.map(name(measure:)).joined(separator: ", ")
        + (refused.isEmpty ? "" : "\u{202F}; " + pair("non accepté", and(refused.map(name(measure:)))))
    case .population(let population): count(population, "habitant", "habitants")
    case .consortium(let entities, let countries, let known):
      consortium(entities, countries, known)
    case .months(let months): count(months, "mois", "mois")
    case .end(let day): "fin des travaux le \(date(day))"
    case .regionCategory(let category): word(category)
    case .coordinator(let applicant): applicant.map(name) ?? "chef de file non précisé par la ville"
    case .awards(let awards): awards.isEmpty ? "aucune distinction de ce type" : and(awards.map { word($0) })
    case .partnerShare(let inside, let all, let unknown):
      "\(number(inside)) sur \(count(all, "organisme", "organismes"))"
        + (unknown == 0 ? "" : ", inconnu pour \(number(unknown))")
    case .technologyReadiness(let level): "niveau \(level)"
    case .otherMeasures: "aucune mesure ne donne lieu à la question"
    case .purposes(let purposes):
      purposes.isEmpty ? "aucune finalité particulière" : and(purposes.map { word($0) })
    case .costHeadings(let headings, let refused):
      headings.map(name).joined(separator: ", ")
        + (refused.isEmpty ? "" : "\u{202F}; " + pair("non financé", and(refused.map(name))))
    case .day(let day, let status): "\(word(status)) au \(date(day))"
    case .grant(let grant): "subvention estimée à \(money(grant))"
    case .costs(let currency): "coûts en \(currency.code)"
    }
  }

  func question(_ fact: Fact, deciding kinds: [String]) -> String {
    switch fact {
    case .applicant: "Quel type d’organisme présente la demande\u{202F}?"
    case .country: "Dans quel pays le demandeur a-t-il son siège\u{202F}?"
    case .nuts: "Dans quelle région (code NUTS) le demandeur a-t-il son siège\u{202F}?"
    case .population: "Combien d’habitants la ville compte-t-elle\u{202F}?"
    case .regionCategory:
      "De quelle catégorie la région relève-t-elle dans la politique de cohésion 2021-2027\u{202F}?"
    case .measures:
      "De quelles mesures le projet se compose-t-il, et peut-on en retirer celles qui ne sont pas acceptées\u{202F}?"
    case .subject:
      "Le projet porte-t-il, ou peut-il porter, sur le sujet particulier que la source nomme\u{202F}?"
    case .partners: "Quels partenaires participent, de quels pays, ou la ville agit-elle seule\u{202F}?"
    case .partnerRegions:
      "Dans quelle catégorie de région de la politique de cohésion chaque partenaire a-t-il son siège\u{202F}?"
    case .coordinator: "Quel organisme est chef de file, et de quelle catégorie\u{202F}?"
    case .awards:
      "Quelle action innovatrice ou quel label de l’Union le chef de file a-t-il déjà obtenu\u{202F}?"
    case .technologyReadiness: "De quel niveau de maturité technologique (1 à 9) le projet part-il\u{202F}?"
    case .purposes:
      "Le projet sert-il la défense, la douane, la contrainte ou le seul maintien de l’ordre, ou rien de cela\u{202F}?"
    case .costHeadings: "De quelles catégories les coûts du projet relèvent-ils\u{202F}?"
    case .start: "Quand les travaux commencent-ils\u{202F}?"
    case .end: "Quand les travaux se terminent-ils\u{202F}?"
    case .cost: "Combien le projet coûte-t-il\u{202F}?"
    case .exchangeRate: "Combien vaut la monnaie des coûts dans celle de la subvention\u{202F}?"
    case .callDocument: "Que dit le document de l’appel\u{A0}: \(kinds.joined(separator: ", "))\u{202F}?"
    }
  }

  func because(_ because: Fit.Because) -> String {
    switch because {
    case .measures(let core, let possible):
      return measures(core, possible)
    case .instrumentMeasures(let core, let possible):
      return pair("son instrument", measures(core, possible))
        + "\u{202F}; le texte propre au thème n’emploie aucun mot du projet"
    case .words(let hits):
      return hits.isEmpty
        ? "aucun mot en commun"
        : hits.map { "\(quoted($0.text)) (\(word($0.field)))" }.joined(separator: ", ")
    case .withinRange: return "la subvention se situe dans les limites indiquées"
    case .aboveMaximum: return "la subvention atteint le maximum indiqué"
    case .belowMinimum: return "la subvention est inférieure au minimum indiqué"
    case .sizeUnknown: return "aucune limite n’est indiquée, ou la subvention n’est pas connue"
    case .daysLeft(let days):
      return days == 0 ? "la date limite est ce jour" : count(days, "jour", "jours") + " avant la date limite"
    case .noDeadline: return "aucune date limite à venir"
    case .paidShare(let share): return "\(share)\u{A0}% du coût éligible"
    case .cappedShare(let share, let cap):
      return "jusqu’à \(share)\u{A0}% du coût éligible, plafond \(word(cap))"
    case .rateUnknown: return "la part financée n’est pas connue"
    case .organisations(let organisations):
      return count(organisations, "organisme candidate", "organismes candidatent ensemble")
    case .alone: return "une ville peut candidater seule, à notre connaissance"
    case .unverifiedRules(let rules):
      return rules == 0
        ? "aucune règle non vérifiée en défaut"
        : count(rules, "règle non vérifiée en défaut", "règles non vérifiées en défaut")
    }
  }

  private func measures(_ core: [String], _ possible: [String]) -> String {
    let parts = [
      core.isEmpty ? nil : pair("destiné à", and(core.map(name(measure:)))),
      possible.isEmpty ? nil : pair("peut financer", and(possible.map(name(measure:)))),
    ].compactMap(\.self)
    return parts.isEmpty
      ? "aucune mesure du projet ne figure dans sa liste" : parts.joined(separator: "\u{202F}; ")
  }

  private func among(_ what: String, _ whatNot: String, _ included: [String], not excluded: [String])
    -> String
  {
    if included.isEmpty { return pair(whatNot, or(excluded)) }
    return pair(what, or(included)) + (excluded.isEmpty ? "" : "\u{202F}; " + pair("hors", or(excluded)))
  }

  private func technologyReadiness(_ minimum: Int?, _ maximum: Int?) -> String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?):
      "Partir d’un niveau de maturité technologique de \(minimum) à \(maximum)"
    case (let minimum?, nil): "Partir d’un niveau de maturité technologique d’au moins \(minimum)"
    case (nil, let maximum?): "Partir d’un niveau de maturité technologique d’au plus \(maximum)"
    case (nil, nil): "Partir d’un niveau de maturité technologique quelconque"
    }
  }

  func place(_ territory: Territory) -> String {
    switch territory {
    case .memberStates: "État membre de l’UE"
    case .overseas: "pays ou territoire d’outre-mer"
    case .country(let country): name(country)
    case .region(let code): "région \(code)"
    }
  }

  private func range(_ minimum: Int?, _ maximum: Int?, _ one: String, _ many: String) -> String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?): "Entre \(number(minimum)) et \(count(maximum, one, many))"
    case (let minimum?, nil): "Au moins \(count(minimum, one, many))"
    case (nil, let maximum?): "Au plus \(count(maximum, one, many))"
    case (nil, nil): "Nombre quelconque, en \(many)"
    }
  }

  private func least(_ minimum: ConsortiumMinimum) -> String {
    var text = "au moins " + count(minimum.entities, "organisme", "organismes")
    if let applicant = minimum.applicant { text += " de la catégorie \(quoted(name(applicant)))" }
    if minimum.countries > 1 { text += " de \(number(minimum.countries)) pays" }
    if minimum.memberStates > 0 {
      let states = count(minimum.memberStates, "État membre", "États membres")
      text += minimum.countries > 1 ? ", dont \(states)" : " d’au moins \(states)"
    }
    return text
  }

  private func consortium(_ entities: Int, _ countries: Int, _ known: Bool) -> String {
    if entities == 1 { return known ? "la ville candidate seule" : "partenaires non précisés par la ville" }
    let text = count(entities, "organisme", "organismes") + " de \(count(countries, "pays", "pays"))"
    return known ? text : text + ", d’autres peuvent participer"
  }

  private func application(_ opening: Day?, _ deadline: Deadline?) -> String {
    let end = deadline.map { date($0.day) + ($0.time.map { ", \($0) (heure de Bruxelles)" } ?? "") }
    return switch (opening, end) {
    case (let opening?, let end?): "Candidature du \(date(opening)) au \(end)"
    case (let opening?, nil): "Candidature à partir du \(date(opening))\u{202F}; aucune date limite indiquée"
    case (nil, let end?): "Candidature au plus tard le \(end)"
    case (nil, nil): "Candidature dans les délais\u{202F}; aucune date indiquée"
    }
  }

  private func grant(_ minimum: Money?, _ maximum: Money?) -> String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?): "Subvention de \(money(minimum)) à \(money(maximum))"
    case (let minimum?, nil): "Subvention d’au moins \(money(minimum))"
    case (nil, let maximum?): "Subvention d’au plus \(money(maximum))\u{202F}; aucun minimum indiqué"
    case (nil, nil): "Une subvention d’un montant admis par l’appel\u{202F}; aucun n’est indiqué"
    }
  }

  private func notInForce(_ from: Day?, _ to: Day?) -> String {
    switch (from, to) {
    case (let from?, let to?): "la règle ne vaut que du \(date(from)) au \(date(to))"
    case (let from?, nil): "la règle ne vaut qu’à partir du \(date(from))"
    case (nil, let to?): "la règle valait jusqu’au \(date(to))"
    case (nil, nil): "la règle n’est pas en vigueur"
    }
  }
}
