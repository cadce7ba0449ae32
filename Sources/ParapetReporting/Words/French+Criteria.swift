import ParapetSearching
import ParapetMatching
import ParapetModel

extension French {
  func required(_ required: Required) -> String {
    switch required {
    case .list(let kind, let included, let excluded):
      let own = words(kind)
      return among(
        own.accepts, own.refuses, names(included, in: kind.codes), not: names(excluded, in: kind.codes),
        by: own.joinsRefused)
    case .range(let kind, let minimum, let maximum, let measures):
      return range(words(kind).amount, minimum, maximum)
        + (measures.isEmpty ? "" : ", demandé pour " + and(measures.map(name(measure:))))
    case .share(let kind, let percent, let codes):
      return "Au moins \(percent)\u{A0}% des organismes, demandeur compris, dans une "
        + or(names(codes, in: kind.codes))
    case .places(let included, let excluded):
      return among(
        "Siège\u{A0}: %", "Siège hors de\u{A0}: %", included.map(place), not: excluded.map(place))
    case .measures(let core, let possible, let partial, let excluded):
      return [
        core.isEmpty ? nil : pair("Destiné à", or(core.map(name(measure:)))),
        possible.isEmpty ? nil : pair("peut financer", or(possible.map(name(measure:)))),
        partial.isEmpty ? nil : pair("peut financer certains cas de", or(partial.map(name(measure:)))),
        excluded.isEmpty ? nil : pair("ne finance pas", or(excluded.map(name(measure:)))),
      ].compactMap(\.self).joined(separator: "\u{202F}; ")
    case .consortium(let minimums, let maximum):
      let most = maximum.map { ["au plus " + count($0, "organisme", "organismes")] } ?? []
      return Typography.capitalised((minimums.map(least) + most).joined(separator: "\u{202F}; "))
    case .members(let demand): return members(demand)
    case .seats(let kind, let included, let excluded):
      let own = words(kind)
      return among(own.accepts, own.refuses, included.map(place), not: excluded.map(place))
    case .everyone(let kind, let found): return Typography.filled(words(kind).accepts, with: bodies(found))
    case .sentence(let nature): return sentence(nature)
    case .truth(let kind): return words(kind).accepts
    case .equalityPlan:
      return
        "Un plan d’égalité entre les femmes et les hommes de chaque organisme public, organisme de recherche et université à la signature"
    case .unfinished(let day):
      return "Travaux non achevés avant le \(date(day)), premier jour où l’on pourrait candidater"
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
    case .values(let kind, let codes, let refused):
      values(kind, codes, refused: refused).joined(separator: "\u{202F}; ")
    case .number(let kind, let value): number(value, of: kind)
    case .share(_, let inside, let all, let unknown):
      "\(number(inside)) sur \(count(all, "organisme", "organismes"))"
        + (unknown == 0 ? "" : ", inconnu pour \(number(unknown))")
    case .words(let words): pair("dans ses propres mots", quoted(words))
    case .place(let country, let nuts):
      [country.map(name), nuts.map { "région \($0)" }].compactMap(\.self).joined(separator: ", ")
    case .consortium(let entities, let countries, let known):
      consortium(entities, countries, known)
    case .members(let counted, let possible, let known): members(counted, possible, known)
    case .seats(let countries, let outside): seats(countries, outside)
    case .everyone(let others, let unknown):
      others == 0 && unknown == 0
        ? "tous le sont"
        : "\(number(others)) ne le sont pas" + (unknown == 0 ? "" : ", inconnu pour \(number(unknown))")
    case .inProposal: "à respecter dans la proposition"
    case .truth(let kind, let holds): holds ? words(kind).holds : words(kind).none
    case .equalityPlans(let have, let all):
      "\(number(have)) sur \(count(all, "organisme concerné", "organismes concernés"))"
    case .end(let day): "fin des travaux le \(date(day))"
    case .notAsked: "aucune mesure ne donne lieu à la question"
    case .day(let day, let status): "\(word(status)) au \(date(day))"
    case .grant(let grant): "subvention estimée à \(money(grant))"
    case .answered(let given): found(given.answer)
    case .costs(let currency): "coûts en \(currency.code)"
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

  /// `%` stands for what is accepted in one sentence and for what is refused in the other.
  private func among(
    _ accepts: String, _ refuses: String, _ included: [String], not excluded: [String],
    by join: KindWords.Join = .or
  ) -> String {
    if included.isEmpty { return Typography.filled(refuses, with: joined(excluded, by: join)) }
    return Typography.filled(accepts, with: or(included))
      + (excluded.isEmpty ? "" : "\u{202F}; " + pair("hors", or(excluded)))
  }

  func place(_ territory: Territory) -> String {
    switch territory {
    case .memberStates: "État membre de l’UE"
    case .overseas: "pays ou territoire d’outre-mer"
    case .country(let country): name(country)
    case .region(let code): "région \(code)"
    }
  }

  private func range(_ amount: KindWords.Amount?, _ minimum: Int?, _ maximum: Int?) -> String {
    switch amount {
    case .count(let one, let many):
      switch (minimum, maximum) {
      case (let minimum?, let maximum?): "Entre \(number(minimum)) et \(count(maximum, one, many))"
      case (let minimum?, nil): "Au moins \(count(minimum, one, many))"
      case (nil, let maximum?): "Au plus \(count(maximum, one, many))"
      case (nil, nil): "Nombre quelconque, en \(many)"
      }
    case .level(let level, _):
      switch (minimum, maximum) {
      case (let minimum?, let maximum?): "\(level) de \(minimum) à \(maximum)"
      case (let minimum?, nil): "\(level) d’au moins \(minimum)"
      case (nil, let maximum?): "\(level) d’au plus \(maximum)"
      case (nil, nil): level
      }
    case nil: [minimum, maximum].map { $0.map(number) ?? "…" }.joined(separator: " – ")
    }
  }

  private func least(_ minimum: ConsortiumMinimum) -> String {
    var text = "au moins " + count(minimum.entities, "organisme", "organismes")
    if let applicant = minimum.applicant { text += " de la catégorie \(quoted(name(applicant)))" }
    if minimum.countries > 1 { text += " de \(number(minimum.countries)) pays" }
    if minimum.isAcrossABorder { text += " des deux côtés d’une frontière" }
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
