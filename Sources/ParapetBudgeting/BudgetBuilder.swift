import ParapetModel

/// Makes a budget: costs to eligible costs, indirect costs, then grants by payer down to the line.
struct BudgetBuilder {
  /// Below this total, with tax, all value added tax is eligible (Regulation (EU) 2021/1060, Art. 64(1)(c)(i)).
  static let vatThreshold = Money(minorUnits: 500_000_000)
  /// The most that costs and tax may add up to, so that no later sum leaves 64 bits.
  static let largestTotal = Int64.max / 4

  let items: [Item]
  let city: City
  let terms: FundingTerms
  let requested: Money?
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
    let sharing = GrantSharing(
      lines: costs.lines, indirect: costs.indirect, terms: terms, requested: requested, payers: payers)
    let shared = sharing.share(assumptions: &assumptions)
    return Budget(
      currency: currency, lines: shared.lines, indirect: shared.indirect, bounds: shared.bounds,
      assumptions: assumptions.list,
      totals: Budget.Totals.sum(
        shared.lines.map(\.totals) + shared.indirect.map(\.totals), currency: currency))
  }

  /// The payers in order: the city, then its partners.
  var payers: [(partner: String?, facts: ApplicantFacts)] {
    [(nil, city.facts)] + city.partners.map { ($0.id, $0.facts) }
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
    var item: Item
    var line: CostLine?
    var cost: Money
    var vat: Money?
    /// What was converted and how, where the cost is stated in another currency.
    var stated: (cost: Money, conversion: Conversion)?

    fileprivate init(item: Item, line: CostLine?, cost: Money, vat: Money?) {
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
    for item in items {
      if item.lines.isEmpty {
        guard let cost = item.cost else { continue }
        entries.append(Entry(item: item, line: nil, cost: cost, vat: item.vat))
      } else {
        for line in item.lines {
          entries.append(Entry(item: item, line: line, cost: line.cost, vat: line.vat))
        }
      }
    }
    for index in entries.indices { try entries[index].convert(to: currency, by: exchange) }
    // A bound is the opportunity's own, and in its currency.
    for amount in [requested, terms.funding.minimumGrant?.value, terms.funding.maximumGrant?.value] {
      guard let amount, amount.currency != currency else { continue }
      throw .otherCurrency(of: amount.currency, expected: currency)
    }
    var total: Int64 = 0
    for entry in entries {
      for amount in [entry.cost.minorUnits, entry.vat?.minorUnits ?? 0] {
        precondition(amount >= 0, "costs below zero are refused where they are read")
        guard amount <= BudgetBuilder.largestTotal - total else { throw .tooLarge }
        total += amount
      }
    }
    return entries
  }

  private func costs(of entries: [Entry]) -> Costs {
    let below = costs(of: entries, belowThreshold: true)
    guard rules.vat?.value == .cpr else { return below }
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
    if let form = rules.form, form.value != .actualCosts {
      costs.assumptions.add(.form(form.value), .inferred)
    }
    costs.assumptions.addUnverified(.form, rules.form?.citation)
    return costs
  }

  private func line(_ entry: Entry, belowThreshold: Bool, assumptions: inout AssumptionList) -> BudgetLine {
    var because: [Because] = []
    if let stated = entry.stated { because.append(.converted(stated.cost, stated.conversion)) }
    let partner = entry.line?.partner == city.id ? nil : entry.line?.partner
    let category: CostCategory
    if let stated = entry.line?.category {
      category = stated
    } else {
      category = usualHeading(of: entry.item)
      because.append(.headingAssumed(category))
      assumptions.add(.heading(item: entry.item.id, category), .inferred)
    }
    let vat = VATJudgement(
      VATJudgement.Question(
        vat: entry.vat, currency: currency, item: entry.item.id, partner: partner, payer: facts(of: partner),
        belowThreshold: belowThreshold),
      rule: rules.vat?.value)
    if let reason = vat.because {
      because.append(reason)
      assumptions.addUnverified(.vat, rules.vat?.citation)
    }
    for what in vat.assumed { assumptions.add(what, .inferred) }
    let full = entry.cost + vat.eligible
    let eligible = eligible(full, category, of: entry, because: &because, assumptions: &assumptions)
    return BudgetLine(
      item: entry.item.id, workPackage: entry.line?.workPackage ?? "", partner: partner, category: category,
      text: entry.line?.text ?? entry.item.title, quantity: entry.line?.quantity ?? CostLine.one,
      unit: entry.line?.unit ?? "", year: entry.line == nil ? entry.item.onlyYear : entry.line?.year,
      cost: entry.cost, vat: entry.vat, outlay: entry.cost + vat.counted, eligible: eligible, because: because
    )
  }

  private func usualHeading(of item: Item) -> CostCategory {
    let headings = item.measures.lazy.compactMap { code in
      measures?.measures.first { $0.code == code }?.costHeadings.first
    }
    return headings.first ?? .otherGoods
  }
}
