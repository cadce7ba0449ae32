import ParapetBudgeting
import ParapetModel

extension French {
  func label(_ label: FormLabel) -> String {
    switch label {
    case .range: "Subvention comprise entre"
    case .laterTax: "TVA compensée plus tard par un fonds de l’État"
    case .ownAfterTax: "Fonds propres une fois cette somme reçue"
    }
  }

  func range(_ lowest: Money, _ highest: Money) -> String { "\(money(lowest)) à \(money(highest))" }

  func upTo(_ amount: String) -> String { "jusqu’à \(amount)" }

  func taxReturns(_ amount: Money, in year: Int?) -> String {
    "\(money(amount)) \(year.map { "en \($0)" } ?? "une année inconnue")"
  }

  func durability(years: Int) -> String {
    "Aucune subvention ne le paie. Un investissement financé par les fonds structurels doit rester en place "
      + "\(count(years, "an", "ans")) après le dernier paiement (règlement (UE) 2021/1060, art. 65)."
  }

  func exchangeLoss(_ loss: Money, of currency: Currency, share: Rate) -> String {
    "Les subventions sont payées en \(loss.currency.code), les coûts en \(currency.code)\u{202F}: si la première monnaie "
      + "valait \(percent(share)) de moins, elles rapporteraient \(money(loss)) de moins, que la ville devrait trouver."
  }

  /// The sums of a table, and what says which is paid.
  func lumpSums(_ table: LumpSums) -> String {
    guard table.isWhole else {
      return "La subvention est un forfait de \(money(table.lowest)) à \(money(table.highest)), "
        + "selon le nombre de \(word(table.selector)) et le calculateur de l’appel."
    }
    guard table.steps.count > 1 else { return "La subvention est un forfait de \(money(table.lowest))." }
    switch table.selector {
    case .choice:
      return "La subvention est un forfait que les demandeurs choisissent\u{A0}: "
        + "\(or(table.steps.map { money($0.amount) }))."
    case .participants, .countries:
      let steps = table.steps.map { "\(money($0.amount)) à partir de \(number($0.from ?? 1))" }
      return "La subvention est un forfait selon le nombre de \(word(table.selector))\u{A0}: \(and(steps))."
    }
  }

  private func word(_ selector: LumpSums.Selector) -> String {
    switch selector {
    case .choice: "montants"
    case .participants: "participants"
    case .countries: "pays"
    }
  }

  func lumpSum(_ amount: Money) -> String { "Le forfait est de \(money(amount))" }

  func simplified(upTo limit: Money) -> String {
    "Une opération dont le coût total ne dépasse pas \(money(limit)) est payée par taux forfaitaires, coûts unitaires ou "
      + "montants forfaitaires, et non sur ses coûts réels."
  }

  /// What a form of grant or the law of a country makes of a figure.
  func form(_ what: Assumption.What, _ terms: FundingTerms) -> String {
    let table = terms.funding.lumpSums.map { lumpSums($0.value) } ?? ""
    return switch what {
    case .lumpSumChosen(let amount):
      "\(table) Ce budget retient \(money(amount)), le plus grand que ses coûts justifient, ou le plus petit s’ils n’en "
        + "justifient aucun. Lequel choisissez-vous\u{202F}? Écrivez-le dans terms.csv (condition «\u{A0}lump-sum\u{A0}»)."
    case .lumpSumOpen(let amount):
      "\(table) Ce qui le détermine n’est pas précisé\u{202F}; le plus petit, \(money(amount)), est retenu. Combien de "
        + "participants, ou que donne le calculateur\u{202F}? Écrivez «\u{A0}participants\u{A0}» dans items.csv, ou le montant "
        + "dans terms.csv (condition «\u{A0}lump-sum\u{A0}»)."
    case .simplifiedCosts(let limit):
      simplified(upTo: limit)
        + " Les aides d’État font exception. Ces chiffres reposent sur les coûts réels\u{202F}: "
        + "demandez à l’autorité de gestion ses coûts simplifiés."
    case .ownShare(let rule):
      "\(name(rule.country))\u{A0}: le maître d’ouvrage d’un investissement paie au moins \(percent(rule.share)) des "
        + "financements publics\u{202F}; les subventions et autres aides publiques aux travaux et équipements s’arrêtent au reste de "
        + "ce qui est payé pour eux. Les dérogations ne sont pas comptées."
    case .ownShareOpen(let rule):
      "\(name(rule.country))\u{A0}: une collectivité maître d’ouvrage paie au moins \(percent(rule.share)) des financements "
        + "publics de son investissement. Le demandeur est-il une collectivité territoriale\u{202F}? Sa catégorie n’est pas "
        + "précisée, et rien n’est retenu."
    case .taxFund(let fund, let years, let isStated):
      "Le \(fund.name) rend \(percent(fund.share)) du coût TTC des travaux et équipements, "
        + "\(years == 0 ? "l’année de la dépense" : "\(count(years, "an", "ans")) plus tard")"
        + (isStated
          ? ", comme la ville l’indique. "
          : ", selon la règle générale. Quelle est votre année\u{202F}? Écrivez «\u{A0}tax-fund-years\u{A0}» dans city.yaml, "
            + "sous «\u{A0}capacity\u{A0}». ")
        + "Il ne diminue les fonds propres d’aucune année. La TVA que la subvention paie n’est pas comptée deux fois\u{202F}; "
        + "savoir si l’autorité admet cette TVA, et si les aides de l’État réduisent la part du fonds, reste ouvert\u{202F}: "
        + "demandez."
    default: table
    }
  }

  func form(_ kind: Bound.Kind) -> String {
    kind == .publicMoney
      ? "financements publics que laisse la part du maître d’ouvrage" : "montant forfaitaire"
  }

  var formSubject: String { "les montants forfaitaires" }

  /// What is usual where a rate is a cap.
  func usual(_ id: String, in terms: FundingTerms) -> String {
    guard let usual = terms.funding.rates.first(where: { $0.id == id })?.usual else {
      return " L’estimation prend ce plafond pour taux."
    }
    return
      " Les projets obtiennent d’ordinaire \(percent(usual.value)) (\(word(usual.citation.grade)))\u{202F}; l’estimation "
      + "va de là au plafond, et son chiffre unique est le plafond."
  }
}
