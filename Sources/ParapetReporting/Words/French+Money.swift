import ParapetBudgeting
import ParapetModel

extension French {
  func term(_ term: StatedTerm.Value) -> String {
    switch term {
    case .rate(let rate): "La subvention finance jusqu’à \(percent(rate)) du coût éligible."
    case .cap(let rate, .priority):
      "Jusqu’à \(percent(rate)), plafond de la priorité\u{202F}; l’autorité de gestion fixe le taux d’un projet."
    case .cap(let rate, .programme):
      "Jusqu’à \(percent(rate)), plafond du programme\u{202F}; l’organisme qui le gère fixe le taux d’un projet."
    case .minimumGrant(let amount): "La subvention minimale est de \(money(amount))."
    case .maximumGrant(let amount): "La subvention maximale est de \(money(amount))."
    case .form(.actualCosts): "La subvention rembourse des coûts réels."
    case .form(.lumpSum): "La subvention est forfaitaire."
    case .form(.unitCosts): "La subvention rembourse des coûts unitaires."
    case .vat(.never): "La TVA n’est pas financée."
    case .vat(.nonRecoverable): "La TVA est financée lorsqu’elle n’est pas récupérable."
    case .vat(.publicAuthority):
      "La TVA n’est pas financée pour un organisme qui agit en tant qu’autorité publique."
    case .vat(.cpr):
      "La TVA est financée en deçà d’un coût total de \(money(Money(minorUnits: 500_000_000)))\u{202F}; au-delà, "
        + "seulement lorsqu’elle n’est pas récupérable."
    case .indirect(let rule): "Les coûts indirects représentent \(percent(rule.rate)) \(base(rule.base))."
    case .equipment(.depreciation): "Les équipements comptent pour leur amortissement pendant les travaux."
    case .equipment(.fullCost): "Les équipements comptent pour leur prix entier."
    case .works(.eligible): "Les infrastructures et les travaux sont financés."
    case .works(.notEligible): "Les infrastructures et les travaux ne sont pas financés."
    case .rounding(.cent): "La subvention est arrondie au centime inférieur."
    case .rounding(.nearestCent): "La subvention est arrondie au centime le plus proche."
    case .rounding(.euro): "La subvention est arrondie à l’euro inférieur."
    case .rounding(.nearestEuro): "La subvention est arrondie à l’euro le plus proche."
    case .lumpSums(let table): lumpSums(table)
    case .simplified(let limit): simplified(upTo: limit)
    }
  }

  /// The costs that a flat rate is taken of, after "represent so many per cent".
  func base(_ base: IndirectRule.Base) -> String {
    switch base {
    case .direct: "des coûts directs"
    case .directLessVolunteers: "des coûts directs hors bénévoles"
    case .directLessExcluded:
      "des coûts directs hors sous-traitance, soutien à des tiers et facturation interne"
    case .staff: "des frais de personnel"
    }
  }

  func assumption(_ what: Assumption.What, _ terms: FundingTerms, of city: City) -> String {
    switch what {
    case .costUnknown(let item): "Le coût de \(quoted(item)) n’est pas connu et n’est pas compté."
    case .heading(let item, let category):
      "Le coût de \(quoted(item)) est sans rubrique\u{202F}; \(category.rawValue), \(name(category)), est retenue."
    case .vatAmountUnknown(let item): "La TVA sur \(quoted(item)) n’est pas connue et n’est pas comptée."
    case .vatStatusUnknown(let partner):
      pair(name(payer: partner, of: city), "la récupération de la TVA n’est pas précisée\u{202F}; ")
        + "la subvention ne la finance pas."
    case .applicantUnknown(let partner):
      pair(name(payer: partner, of: city), "catégorie d’organisme non précisée\u{202F}; ")
        + "il est tenu pour une autorité publique, dont la TVA n’est pas financée."
    case .operationTotalUnknown:
      "Le total avec la TVA n’est pas connu\u{202F}; la TVA ne compte que lorsqu’elle n’est pas récupérée."
    case .ruleNotStated(let figure):
      "Aucune source n’indique la règle sur \(subject(figure))\u{202F}; la lecture prudente est retenue."
    case .usefulLife(let months):
      "Les équipements durent \(count(months, "mois", "mois")) et ne servent qu’à ces travaux."
    case .wholeUse(let item): "Les équipements de \(quoted(item)) ne servent qu’à ces travaux."
    case .lifeAlone(let item, let months):
      "Les équipements de \(quoted(item)) durent \(count(months, "mois", "mois"))."
    case .durationUnknown(let item):
      "Les équipements de \(quoted(item)) ne sont pas comptés, faute de début ou de fin des travaux."
    case .rateNotStated(let partner):
      pair(
        name(payer: partner, of: city), "aucun taux n’est indiqué\u{202F}; la subvention n’est pas connue.")
    case .lowestRate(let partner, _):
      pair(name(payer: partner, of: city), "un fait manque\u{202F}; ")
        + "le plus bas des taux possibles est retenu."
    case .cap(let cap, _, let id):
      StatedTerm(.rate(id: id), in: terms).map {
        term($0.value) + usual(id, in: terms)
      } ?? "L’estimation prend le plafond \(word(cap)) pour taux."
    case .form(let form): term(.form(form)) + " Ce budget, établi d’après les coûts, est une estimation."
    case .lumpSumChosen, .lumpSumOpen, .simplifiedCosts, .ownShare, .ownShareOpen, .taxFund: form(what, terms)
    case .compensatedTax, .recoveredTaxLeft: compensation(what, of: city)
    case .converted(let conversion):
      self.conversion(conversion) + " Le paiement final est compté à un taux ultérieur."
    case .agreed(let agreed):
      "\(self.agreed(agreed)), selon \(agreed.by)\(agreed.on.map { " (" + date($0) + ")" } ?? "")."
    case .unverified(let figure):
      StatedTerm(figure, in: terms).map { term($0.value) }
        ?? "La règle sur \(subject(figure)) n’est pas vérifiée."
    }
  }

  private func agreed(_ term: AgreedTerm) -> String {
    switch term.value {
    case .rate(let rate): "Le taux est de \(percent(rate))"
    case .flatRate(let rate): "Les coûts indirects sont de \(percent(rate))"
    case .vat(let isEligible): isEligible ? "La TVA est éligible" : "La TVA n’est pas éligible"
    case .maximum(let amount): "La subvention maximale est de \(money(amount))"
    case .minimum(let amount): "La subvention minimale est de \(money(amount))"
    case .form(let form): self.term(.form(form))
    case .lumpSum(let amount): lumpSum(amount)
    case .preFinancing(let rate): "\(percent(rate)) sont versés d’avance"
    }
  }

  func because(_ because: Because) -> String {
    switch because {
    case .headingAssumed(let category):
      "aucune rubrique n’est précisée\u{202F}; \(category.rawValue) est retenue"
    case .converted(let amount, let conversion): "\(money(amount)) à \(figures(of: conversion))"
    case .vatEligible(_, let amount): "TVA éligible\u{A0}: \(money(amount))"
    case .vatNotEligible(.never): "la TVA n’est jamais éligible ici"
    case .vatNotEligible(.recoverable): "la TVA est récupérée, donc non éligible"
    case .vatNotEligible(.publicAuthority): "la TVA d’une autorité publique n’est pas éligible"
    case .vatNotEligible(.statusUnknown): "TVA non comptée\u{A0}: sa récupération n’est pas précisée"
    case .vatNotEligible(.applicantUnknown):
      "TVA non comptée\u{A0}: la catégorie d’organisme n’est pas précisée"
    case .vatNotEligible(.amountUnknown): "TVA non comptée\u{A0}: son montant n’est pas précisé"
    case .vatNotEligible(.ruleNotStated): "TVA non comptée\u{A0}: aucune source n’indique la règle"
    case .depreciated(let months, let life, let share):
      "équipement compté pour son amortissement\u{A0}: \(number(months)) mois sur \(number(life))"
        + (share == .whole ? "" : ", pour \(percent(share)) de son usage")
    case .durationUnknown: "équipement non compté\u{A0}: la durée des travaux n’est pas précisée"
    case .worksNotEligible: "les travaux ne sont pas éligibles"
    case .indirectFlatRate(let rate, let base, let amount):
      "\(percent(rate)) \(self.base(base)), soit \(percent(rate)) de \(money(amount))"
    case .rateApplied(let id, let rate, let amount):
      "la subvention finance \(percent(rate)) de \(money(amount)) (\(id))"
    case .noRate: "aucun taux n’est indiqué\u{202F}; la subvention n’est pas connue"
    case .rounded(let rule): rounding(rule)
    case .capped(let kind, let limit):
      "plafonnement (\(word(kind))\u{A0}: \(money(limit)))\u{202F}; part de cette ligne"
    case .belowMinimum(let minimum):
      "la subvention totale est inférieure à la subvention minimale de \(money(minimum))"
    }
  }

  func conversion(_ conversion: Conversion) -> String {
    let sources = conversion.quotes.map { "\(word($0.publisher)), \(period(of: $0))" }
    let source = Set(sources).count == 1 ? sources[0] : sources.joined(separator: "\u{202F}; ")
    return "Les coûts en \(conversion.from.code) sont convertis en \(conversion.to.code) à "
      + "\(figures(of: conversion)) (\(source))."
  }

  func word(_ publisher: ExchangeRates.Publisher) -> String {
    switch publisher {
    case .council: "taux irrévocable fixé par le Conseil"
    case .centralBank: "taux de référence de la Banque centrale européenne"
    case .inforEuro: "taux comptable de la Commission, InforEuro"
    }
  }

  /// The figures of a conversion, each beside its currency.
  private func figures(of conversion: Conversion) -> String {
    and(
      conversion.quotes.map { quote in
        "\(quote.rate.description.replacing(".", with: ","))\u{A0}\(quote.currency.code)"
      }) + " pour 1\u{A0}EUR"
  }

  /// The day of a rate, or the month from which it holds.
  private func period(of quote: Exchange.Quote) -> String {
    switch quote.publisher {
    case .council: "fixé depuis le \(date(quote.day))"
    case .centralBank: date(quote.day)
    case .inforEuro: "à partir du \(date(quote.day))"
    }
  }

  func word(_ kind: Bound.Kind) -> String {
    switch kind {
    case .maximumGrant: "subvention maximale"
    case .callBudget: "budget de l’appel"
    case .minimumGrant: "subvention minimale"
    case .requested: "montant demandé"
    case .eligibleCosts: "coûts éligibles"
    case .eligibleLessVolunteers: "coûts éligibles hors travail des bénévoles"
    case .otherSupport: "coûts que les autres aides laissent"
    case .lumpSum, .publicMoney: form(kind)
    case .aboveRateTimesCost: "taux multiplié par le coût"
    }
  }

  func word(_ kind: OtherSupport.Kind) -> String {
    switch kind {
    case .union: "l’Union"
    case .national: "un État, une région ou un organisme public"
    case .ownGroup: "un organisme du groupe de la ville"
    case .other: "autres"
    }
  }

  func word(_ state: OtherSupport.State) -> String {
    switch state {
    case .granted: "accordée"
    case .applied: "demandée"
    }
  }

  func word(_ layout: BudgetLayout) -> String {
    switch layout {
    case .euGrant: "Formulaire de l’Union"
    case .partA: "Partie A\u{A0}: participants"
    case .council: "Conseil municipal\u{A0}: action, année et source"
    case .lumpSum: "Somme forfaitaire\u{A0}: lot de travail, payeur et rubrique"
    case .lumpSumForm: "Somme forfaitaire\u{A0}: tableau budgétaire détaillé, un bloc par bénéficiaire"
    case .interreg: "Interreg\u{A0}: six catégories de coûts"
    case .lines: "Coûts tels que déclarés"
    case .reasons: "Coûts un par un, avec les raisons"
    }
  }

  func word(_ heading: InterregTable.Heading) -> String {
    switch heading {
    case .staff: "Frais de personnel"
    case .office: "Frais de bureau et administratifs"
    case .travel: "Frais de déplacement et d’hébergement"
    case .expertise: "Frais liés au recours à des compétences et services externes"
    case .equipment: "Dépenses d’équipement"
    case .works: "Dépenses d’infrastructures et de travaux"
    }
  }

  private func rounding(_ rule: Rounding) -> String {
    switch rule {
    case .cent: "arrondi au centime inférieur"
    case .nearestCent: "arrondi au centime le plus proche"
    case .euro: "arrondi à l’euro inférieur"
    case .nearestEuro: "arrondi à l’euro le plus proche"
    }
  }

  private func subject(_ figure: Assumption.Figure) -> String {
    switch figure {
    case .rate: "le taux"
    case .minimumGrant: "la subvention minimale"
    case .maximumGrant: "la subvention maximale"
    case .lumpSums: formSubject
    case .form: "la forme de la subvention"
    case .vat: "la TVA"
    case .indirect: "les coûts indirects"
    case .equipment: "les équipements"
    case .works: "les travaux"
    case .rounding: "l’arrondi"
    }
  }
}
