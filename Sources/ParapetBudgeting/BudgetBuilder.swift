package import ParapetModel

/// Makes a budget: costs to eligible costs, indirect costs, then grants by payer down to the line.
package struct BudgetBuilder {
  /// Below this total, with tax, all value added tax is eligible (Regulation (EU) 2021/1060, Art. 64(1)(c)(i)).
  package static let vatThreshold = Money(minorUnits: 500_000_000)

  let items: [Item]
  let city: City
  let terms: FundingTerms
  let requested: Money?
  let callBudget: Money?
  let taxThreshold: Budget.TaxThreshold
  let measures: MeasureCatalogue?
  let exchange: Exchange?

  var currency: Currency { terms.funding.currency }
  var rules: CostRules { terms.rules }

  /// The lines of a budget before any grant.
  struct Costs {
    var lines: [BudgetLine] = []
    var indirect: [IndirectLine] = []
    var assumptions = AssumptionList()

    /// What the payers pay in all.
    var total: Int64 {
      lines.reduce(0) { $0 + $1.outlay.minorUnits } + indirect.reduce(0) { $0 + $1.amount.minorUnits }
    }
  }

  func budget() throws(BudgetError) -> Budget {
    let entries = try entries()
    let costs = costs(of: entries)
    var assumptions = costs.assumptions
    for term in terms.agreed { assumptions.add(.agreed(term), .call) }
    let support = try grantedSupport { _ in true }
    var sharing = GrantSharing(
      lines: costs.lines, indirect: costs.indirect, terms: terms, requested: requested,
      callBudget: callBudget, payers: payers, support: support)
    sharing.publicLimits = try publicLimits(of: costs.lines, assumptions: &assumptions)
    sharing.lumpSum = terms.funding.lumpSums.map { LumpSumChoice($0.value, for: items, of: city) }
    let shared = sharing.share(assumptions: &assumptions)
    noteSimplifiedCosts(costs, assumptions: &assumptions)
    let taxReturns = Budget.taxReturns(of: shared.lines, items, by: city)
    if let fund = city.national.taxFund, !taxReturns.isEmpty {
      assumptions.add(
        .taxFund(fund, years: city.taxFundYears ?? fund.years, isStated: city.taxFundYears != nil),
        fund.citation.grade)
    }
    var budget = Budget(
      currency: currency, lines: shared.lines, indirect: shared.indirect, bounds: shared.bounds,
      assumptions: assumptions.list,
      totals: Budget.Totals.sum(
        shared.lines.map(\.totals) + shared.indirect.map(\.totals), currency: currency))
    budget.grantedSupport = Dictionary(
      support.map { ($0.item, $0.amount) }, uniquingKeysWith: { first, second in first + second })
    budget.taxReturns = taxReturns
    budget.range = shared.range ?? sharing.rangeOfCaps(to: budget.totals.grant)
    return budget
  }

  /// What other sources have granted, by item and in the grant's currency; what is of an unknown amount bounds nothing.
  func grantedSupport(
    _ isMeant: (OtherSupport) -> Bool
  ) throws(BudgetError) -> [(item: String, amount: Money)] {
    var support: [(item: String, amount: Money)] = []
    for item in items {
      var sum: Int64 = 0
      for amount in item.support.filter({ $0.state == .granted && isMeant($0) }).compactMap(\.amount) {
        let own: Money?
        if amount.currency == currency {
          own = amount
        } else {
          own = exchange?.conversion(from: amount.currency, to: currency)?.convert(amount)
        }
        guard let own else { throw .otherCurrency(of: amount.currency, expected: currency) }
        guard own.minorUnits <= Budget.largestTotal - sum else { throw .tooLarge }
        sum += own.minorUnits
      }
      if sum > 0 { support.append((item.id, Money(minorUnits: sum, currency: currency))) }
    }
    return support
  }

  /// The payers in order: the city, then its partners.
  var payers: [(partner: String?, facts: ApplicantFacts)] {
    var payers: [(partner: String?, facts: ApplicantFacts)] = []
    payers.reserveCapacity(city.partners.count + 1)
    payers.append((nil, city.facts))
    for partner in city.partners { payers.append((partner.id, partner.facts)) }
    return payers
  }

  private func facts(of partner: String?) -> ApplicantFacts {
    guard let partner else { return city.facts }
    return city.partners.first { $0.id == partner }?.facts ?? ApplicantFacts()
  }
}

// MARK: Costs

extension BudgetBuilder {
  /// One cost of an item, whether the portfolio gives lines or a total.
  struct Entry {
    /// The item and its line by position: a copy of either for each cost is what a budget would spend its time on.
    var item: Int
    var line: Int?
    var cost: Money
    var vat: Money?
    /// What was converted and how, where the cost is stated in another currency.
    var stated: (cost: Money, conversion: Conversion)?

    fileprivate init(item: Int, line: Int?, cost: Money, vat: Money?) {
      (self.item, self.line, self.cost, self.vat) = (item, line, cost, vat)
    }

    /// Brings cost and tax to a currency, each rounded for itself, so that every line can be checked.
    fileprivate mutating func convert(to currency: Currency, by exchange: Exchange?) throws(BudgetError) {
      for amount in [cost, vat] {
        guard let amount, amount.currency != currency else { continue }
        guard let conversion = exchange?.conversion(from: amount.currency, to: currency) else {
          throw .otherCurrency(of: amount.currency, expected: currency)
        }
        stated = stated ?? (cost, conversion)
      }
      guard let conversion = stated?.conversion else { return }
      func converted(_ amount: Money) throws(BudgetError) -> Money {
        guard amount.currency != currency else { return amount }
        guard amount.currency == conversion.from else {
          throw .otherCurrency(of: amount.currency, expected: conversion.from)
        }
        guard let money = conversion.convert(amount) else { throw .tooLarge }
        return money
      }
      cost = try converted(cost)
      if let vat { self.vat = try converted(vat) }
    }
  }

  private func entries() throws(BudgetError) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(items.reduce(0) { $0 + max($1.lines.count, 1) })
    for number in items.indices {
      if items[number].lines.isEmpty {
        guard let cost = items[number].cost else { continue }
        entries.append(Entry(item: number, line: nil, cost: cost, vat: items[number].vat))
      } else {
        for line in items[number].lines.indices {
          entries.append(
            Entry(
              item: number, line: line, cost: items[number].lines[line].cost,
              vat: items[number].lines[line].vat))
        }
      }
    }
    for index in entries.indices { try entries[index].convert(to: currency, by: exchange) }
    // A bound is the opportunity's own, and in its currency.
    for amount in [
      requested, callBudget, terms.funding.minimumGrant?.value, terms.funding.maximumGrant?.value,
    ] + (terms.funding.lumpSums?.value.steps.map(\.amount) ?? []) {
      guard let amount, amount.currency != currency else { continue }
      throw .otherCurrency(of: amount.currency, expected: currency)
    }
    var total: Int64 = 0
    for entry in entries {
      for amount in [entry.cost.minorUnits, entry.vat?.minorUnits ?? 0] {
        precondition(amount >= 0, "costs below zero are refused where they are read")
        guard amount <= Budget.largestTotal - total else { throw .tooLarge }
        total += amount
      }
    }
    return entries
  }

  private func costs(of entries: [Entry]) -> Costs {
    let below = costs(of: entries, belowThreshold: true)
    guard rules.vat?.value == .cpr, taxThreshold != .below else { return below }
    guard taxThreshold != .above else { return costs(of: entries, belowThreshold: false) }
    let isBelow = currency == .euro && below.total < BudgetBuilder.vatThreshold.minorUnits
    guard isBelow else { return costs(of: entries, belowThreshold: false) }
    guard entries.contains(where: { $0.vat == nil }) else { return below }
    // The tax that is missing could lift the total over the threshold.
    var cautious = costs(of: entries, belowThreshold: false)
    cautious.assumptions.add(.operationTotalUnknown, .inferred)
    return cautious
  }

  private func costs(of entries: [Entry], belowThreshold: Bool) -> Costs {
    var costs = Costs()
    for item in items where item.lines.isEmpty && item.cost == nil {
      costs.assumptions.add(.costUnknown(item: item.id), .inferred)
    }
    for entry in entries {
      let line = line(entry, belowThreshold: belowThreshold, assumptions: &costs.assumptions)
      costs.lines.append(line)
      if let conversion = entry.stated?.conversion {
        costs.assumptions.add(.converted(conversion), conversion.grade)
      }
    }
    costs.indirect = indirect(of: costs.lines, assumptions: &costs.assumptions)
    if let form = rules.form, form.value != .actualCosts, terms.funding.lumpSums == nil {
      costs.assumptions.add(.form(form.value), .inferred)
    }
    costs.assumptions.addUnverified(.form, rules.form?.citation)
    return costs
  }

  private func line(_ entry: Entry, belowThreshold: Bool, assumptions: inout AssumptionList) -> BudgetLine {
    let stated = entry.line.map { items[entry.item].lines[$0] }
    var because: [Because] = []
    because.reserveCapacity(4)
    if let amount = entry.stated { because.append(.converted(amount.cost, amount.conversion)) }
    let partner = stated?.partner == city.id ? nil : stated?.partner
    let category: CostCategory
    if let heading = stated?.category {
      category = heading
    } else {
      category = usualHeading(of: items[entry.item], isTaxed: (entry.vat?.minorUnits ?? 0) > 0)
      because.append(.headingAssumed(category))
      assumptions.add(.heading(item: items[entry.item].id, category), .inferred)
    }
    let vat = VATJudgement(
      VATJudgement.Question(
        vat: entry.vat, currency: currency, item: items[entry.item].id, partner: partner,
        payer: facts(of: partner), belowThreshold: belowThreshold,
        compensation: city.national.taxCompensation(for: facts(of: partner))),
      rule: rules.vat?.value)
    if let reason = vat.because {
      because.append(reason)
      assumptions.addUnverified(.vat, rules.vat?.citation)
    }
    for what in vat.assumed { assumptions.add(what, what.gradeOfScheme ?? .inferred) }
    let full = entry.cost + vat.eligible
    let eligible = eligible(
      full, category, { [items] in Use(stated, of: items[entry.item]) }, because: &because,
      assumptions: &assumptions)
    return BudgetLine(
      item: items[entry.item].id, workPackage: stated?.workPackage ?? "", partner: partner,
      category: category, text: stated?.text ?? items[entry.item].title,
      quantity: stated?.quantity ?? CostLine.one, unit: stated?.unit ?? "",
      year: stated == nil ? items[entry.item].onlyYear : stated?.year, cost: entry.cost, vat: entry.vat,
      outlay: entry.cost + vat.counted, returned: vat.returned, eligible: eligible, because: because)
  }

  /// The first heading of an item's measures. What carries value added tax is no cost of employment, so that a flat
  /// rate on staff has no base in it (Regulation (EU) 2021/1060, Art. 54(b): direct staff costs).
  private func usualHeading(of item: Item, isTaxed: Bool) -> CostCategory {
    for code in item.measures {
      guard let measure = measures?.measures.first(where: { $0.code == code }),
        let heading = measure.costHeadings.first(where: { !isTaxed || !$0.isStaff })
      else { continue }
      return heading
    }
    return .otherGoods
  }
}
