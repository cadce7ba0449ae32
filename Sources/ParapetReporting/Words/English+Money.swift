import ParapetBudgeting
import ParapetModel

extension English {
  func term(_ term: StatedTerm.Value) -> String {
    switch term {
    case .rate(let rate): "The grant pays up to \(percent(rate)) of the eligible cost."
    case .cap(let rate, .priority):
      "Up to \(percent(rate)), cap of the priority: the managing authority sets the rate of a project."
    case .cap(let rate, .programme):
      "Up to \(percent(rate)), cap of the programme: whoever runs it sets the rate of a project."
    case .minimumGrant(let amount): "The smallest grant is \(money(amount))."
    case .maximumGrant(let amount): "The largest grant is \(money(amount))."
    case .form(.actualCosts): "The grant pays actual costs."
    case .form(.lumpSum): "The grant is a lump sum."
    case .form(.unitCosts): "The grant pays unit costs."
    case .vat(.never): "Value added tax is not paid."
    case .vat(.nonRecoverable): "Value added tax is paid where it cannot be recovered."
    case .vat(.publicAuthority): "Value added tax is not paid to a body that acts as a public authority."
    case .vat(.cpr):
      "Value added tax is paid below a total cost of \(money(Money(minorUnits: 500_000_000))), above it only where "
        + "it cannot be recovered."
    case .indirect(let rule): "Indirect costs are \(percent(rule.rate)) of \(base(rule.base))."
    case .equipment(.depreciation): "Equipment counts by its depreciation during the work."
    case .equipment(.fullCost): "Equipment counts at its full price."
    case .works(.eligible): "Infrastructure and works are paid."
    case .works(.notEligible): "Infrastructure and works are not paid."
    case .rounding(.cent): "The grant is rounded down to the cent."
    case .rounding(.nearestCent): "The grant is rounded to the nearest cent."
    case .rounding(.euro): "The grant is rounded down to the euro."
    case .rounding(.nearestEuro): "The grant is rounded to the nearest euro."
    case .lumpSums(let table): lumpSums(table)
    case .simplified(let limit): simplified(upTo: limit)
    }
  }

  /// The costs that a flat rate is taken of.
  func base(_ base: IndirectRule.Base) -> String {
    switch base {
    case .direct: "direct costs"
    case .directLessVolunteers: "direct costs without volunteers"
    case .directLessExcluded:
      "direct costs without subcontracting, support to third parties and internal invoices"
    case .staff: "staff costs"
    }
  }

  func assumption(_ what: Assumption.What, _ terms: FundingTerms, of city: City) -> String {
    switch what {
    case .costUnknown(let item): "The cost of “\(item)” is not known and is left out."
    case .heading(let item, let category):
      "The cost of “\(item)” has no heading: \(category.rawValue), \(name(category)), is used."
    case .vatAmountUnknown(let item): "The value added tax on “\(item)” is not known and is left out."
    case .vatStatusUnknown(let partner):
      "Whether \(name(payer: partner, of: city)) recovers value added tax is not stated: the tax is not paid by the grant."
    case .applicantUnknown(let partner):
      "The kind of body of \(name(payer: partner, of: city)) is not stated: it counts as a public authority, whose value "
        + "added tax is not paid."
    case .operationTotalUnknown:
      "The total with value added tax is not known: the tax counts only where it is not recovered."
    case .ruleNotStated(let figure):
      "No source states the rule on \(subject(figure)): the cautious reading is used."
    case .usefulLife(let months):
      "Equipment lasts \(count(months, "month", "months")) and is used for this work alone."
    case .wholeUse(let item): "The equipment of “\(item)” is used for this work alone."
    case .lifeAlone(let item, let months):
      "The equipment of “\(item)” lasts \(count(months, "month", "months"))."
    case .durationUnknown(let item):
      "Equipment of “\(item)” counts for nothing, since the start or the end of the work is not known."
    case .rateNotStated(let partner):
      "No rate is stated for \(name(payer: partner, of: city)): the grant is not known."
    case .lowestRate(let partner, _):
      "A fact about \(name(payer: partner, of: city)) is missing: the lowest rate that could apply is used."
    case .cap(let cap, _, let id):
      StatedTerm(.rate(id: id), in: terms).map {
        term($0.value) + usual(id, in: terms)
      } ?? "The estimate takes the cap of the \(word(cap)) for the rate."
    case .form(let form): term(.form(form)) + " This budget, made from costs, is an estimate."
    case .lumpSumChosen, .lumpSumOpen, .simplifiedCosts, .ownShare, .ownShareOpen, .taxFund: form(what, terms)
    case .compensatedTax, .recoveredTaxLeft: compensation(what, of: city)
    case .converted(let conversion):
      self.conversion(conversion) + " What is paid in the end is counted at a later rate."
    case .agreed(let agreed):
      "\(self.agreed(agreed)), as \(agreed.by) said\(agreed.on.map { " on " + date($0) } ?? "")."
    case .unverified(let figure):
      StatedTerm(figure, in: terms).map { term($0.value) } ?? "The rule on \(subject(figure)) is unverified."
    }
  }

  private func agreed(_ term: AgreedTerm) -> String {
    switch term.value {
    case .rate(let rate): "The rate is \(percent(rate))"
    case .flatRate(let rate): "Indirect costs are \(percent(rate))"
    case .vat(let isEligible): isEligible ? "Value added tax is eligible" : "Value added tax is not eligible"
    case .maximum(let amount): "The largest grant is \(money(amount))"
    case .minimum(let amount): "The smallest grant is \(money(amount))"
    case .form(let form): self.term(.form(form))
    case .lumpSum(let amount): lumpSum(amount)
    case .preFinancing(let rate): "\(percent(rate)) is paid in advance"
    }
  }

  func because(_ because: Because) -> String {
    switch because {
    case .headingAssumed(let category): "no heading stated: \(category.rawValue) is used"
    case .converted(let amount, let conversion): "\(money(amount)) at \(figures(of: conversion))"
    case .vatEligible(_, let amount): "value added tax of \(money(amount)) is eligible"
    case .vatNotEligible(.never): "value added tax is never eligible here"
    case .vatNotEligible(.recoverable): "value added tax is recovered, so not eligible"
    case .vatNotEligible(.publicAuthority): "value added tax of a public authority is not eligible"
    case .vatNotEligible(.statusUnknown): "value added tax left out: whether it is recovered is not stated"
    case .vatNotEligible(.applicantUnknown): "value added tax left out: the kind of body is not stated"
    case .vatNotEligible(.amountUnknown): "value added tax left out: its amount is not stated"
    case .vatNotEligible(.ruleNotStated): "value added tax left out: no source states the rule"
    case .depreciated(let months, let life, let share):
      "equipment counts by depreciation: \(number(months)) of \(count(life, "month", "months"))"
        + (share == .whole ? "" : ", \(percent(share)) of its use")
    case .durationUnknown: "equipment counts for nothing: the duration of the work is not stated"
    case .worksNotEligible: "works are not eligible"
    case .indirectFlatRate(let rate, let base, let amount):
      "\(percent(rate)) of \(money(amount)), \(self.base(base))"
    case .rateApplied(let id, let rate, let amount):
      "the grant pays \(percent(rate)) of \(money(amount)) (\(id))"
    case .noRate: "no rate is stated: the grant is not known"
    case .rounded(let rule): rounding(rule)
    case .capped(let kind, let limit):
      "cut to the \(word(kind)), \(money(limit)); this is the part of this line"
    case .belowMinimum(let minimum): "the whole grant is below the smallest grant, \(money(minimum))"
    }
  }

  func conversion(_ conversion: Conversion) -> String {
    let sources = conversion.quotes.map { "\(word($0.publisher)), \(period(of: $0))" }
    let source = Set(sources).count == 1 ? sources[0] : sources.joined(separator: "; ")
    return "Costs in \(conversion.from.code) are converted into \(conversion.to.code) at "
      + "\(figures(of: conversion)) (\(source))."
  }

  func word(_ publisher: ExchangeRates.Publisher) -> String {
    switch publisher {
    case .council: "irrevocable rate of the Council"
    case .centralBank: "reference rate of the European Central Bank"
    case .inforEuro: "accounting rate of the Commission, InforEuro"
    }
  }

  /// The figures of a conversion, each beside its currency.
  private func figures(of conversion: Conversion) -> String {
    and(conversion.quotes.map { "\($0.currency.code)\u{A0}\($0.rate)" }) + " for EUR\u{A0}1"
  }

  /// The day of a rate, or the month from which it holds.
  private func period(of quote: Exchange.Quote) -> String {
    switch quote.publisher {
    case .council: "fixed since \(date(quote.day))"
    case .centralBank: date(quote.day)
    case .inforEuro: "from \(date(quote.day))"
    }
  }

  func word(_ kind: Bound.Kind) -> String {
    switch kind {
    case .maximumGrant: "largest grant"
    case .callBudget: "budget of the call"
    case .minimumGrant: "smallest grant"
    case .requested: "amount asked for"
    case .eligibleCosts: "eligible costs"
    case .eligibleLessVolunteers: "eligible costs less volunteers’ work"
    case .otherSupport: "costs that other support leaves"
    case .lumpSum, .publicMoney: form(kind)
    case .aboveRateTimesCost: "rate times cost"
    }
  }

  func word(_ kind: OtherSupport.Kind) -> String {
    switch kind {
    case .union: "the Union"
    case .national: "a state, region or public body"
    case .ownGroup: "a body of the city’s own group"
    case .other: "others"
    }
  }

  func word(_ state: OtherSupport.State) -> String {
    switch state {
    case .granted: "granted"
    case .applied: "asked for"
    }
  }

  func word(_ layout: BudgetLayout) -> String {
    switch layout {
    case .euGrant: "Application form of the Union"
    case .partA: "Part A: participants"
    case .council: "Council: item, year and source of money"
    case .lumpSum: "Lump sum: work package, payer and heading"
    case .lumpSumForm: "Lump sum: detailed budget table, one block a beneficiary"
    case .interreg: "Interreg: six cost categories"
    case .lines: "Costs as stated"
    case .reasons: "Costs one by one, with reasons"
    }
  }

  func word(_ heading: InterregTable.Heading) -> String {
    switch heading {
    case .staff: "Staff"
    case .office: "Office and administration"
    case .travel: "Travel and accommodation"
    case .expertise: "External expertise and services"
    case .equipment: "Equipment"
    case .works: "Infrastructure and works"
    }
  }

  private func rounding(_ rule: Rounding) -> String {
    switch rule {
    case .cent: "rounded down to the cent"
    case .nearestCent: "rounded to the nearest cent"
    case .euro: "rounded down to the euro"
    case .nearestEuro: "rounded to the nearest euro"
    }
  }

  private func subject(_ figure: Assumption.Figure) -> String {
    switch figure {
    case .rate: "the rate"
    case .minimumGrant: "the smallest grant"
    case .maximumGrant: "the largest grant"
    case .lumpSums: formSubject
    case .form: "the form of the grant"
    case .vat: "value added tax"
    case .indirect: "indirect costs"
    case .equipment: "equipment"
    case .works: "works"
    case .rounding: "rounding"
    }
  }
}
