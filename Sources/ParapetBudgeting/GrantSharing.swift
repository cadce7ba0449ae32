import ParapetModel

/// Computes each payer's grant, cuts the sum to its ceilings, and shares it out to the lines so that every cent ties.
struct GrantSharing {
  var lines: [BudgetLine]
  var indirect: [IndirectLine]
  let terms: FundingTerms
  let requested: Money?
  let callBudget: Money?
  let payers: [(partner: String?, facts: ApplicantFacts)]
  /// What other sources have granted for an item, in the order of the items.
  let support: [(item: String, amount: Money)]
  /// What others may give of public money for the city's investments, by item.
  var publicLimits: [(item: String, limit: Money)] = []
  /// What is known of the lump sum, where the grant is one from a table.
  var lumpSum: LumpSumChoice?

  /// Lines with their grants, and the bounds that were looked at.
  struct Result {
    var lines: [BudgetLine]
    var indirect: [IndirectLine]
    var bounds: [Bound] = []
    var range: GrantRange?
  }

  private var currency: Currency { terms.funding.currency }
  private var rounding: Rounding { terms.rules.rounding?.value ?? .cent }

  /// Partners that occur, in the order of the city's own list; others after it, by name.
  ///
  /// - Parameter payers: all that may pay, the city among them as nobody's partner.
  static func order(
    of partners: some Collection<String?>, payers: [(partner: String?, facts: ApplicantFacts)]
  ) -> [String?] {
    // Most items have no line of a partner.
    guard partners.contains(where: { $0 != nil }) else { return partners.isEmpty ? [] : [nil] }
    let occurring = Set(partners)
    let known = payers.map(\.partner).filter { occurring.contains($0) }
    return known + occurring.subtracting(known).compactMap { $0 }.sorted()
  }

  func share(assumptions: inout AssumptionList) -> Result {
    var result = Result(lines: lines, indirect: indirect)
    var grants = [Int64](repeating: 0, count: lines.count + indirect.count)
    var exact: Int64 = 0
    var decided = true
    var clipped = false
    for partner in GrantSharing.order(of: lines.lazy.map(\.partner), payers: payers) {
      let own = lines.indices.filter { lines[$0].partner == partner }
      let ownIndirect = indirect.indices.filter { indirect[$0].partner == partner }
      let weights =
        own.map { lines[$0].eligible.minorUnits } + ownIndirect.map { indirect[$0].amount.minorUnits }
      let eligible = Money(minorUnits: weights.reduce(0, +), currency: currency)
      var because: [Because] = [.noRate]
      var applied: Rate?
      if let rate = rate(of: partner, assumptions: &assumptions) {
        let share = min(max(rate.maximum, Rate(millionths: 0)), .whole)
        applied = share
        because = [.rateApplied(id: rate.id, share, of: eligible)]
        let rounded = share.of(eligible, rounding: rounding)
        let floor = share.of(eligible, rounding: .cent)
        if rounded != floor || floor != share.of(eligible, rounding: .nearestCent) {
          because.append(.rounded(rounding))
        }
        clipped = clipped || rounded.minorUnits > eligible.minorUnits
        exact += floor.minorUnits
        let parts = apportion(Money.smaller(rounded, eligible).minorUnits, by: weights)
        for (index, part) in zip(own + ownIndirect.map { $0 + lines.count }, parts) { grants[index] = part }
      } else if eligible.minorUnits > 0 {
        decided = false
      }
      for index in own {
        result.lines[index].rate = applied
        result.lines[index].because += because
      }
      for index in ownIndirect {
        result.indirect[index].rate = applied
        result.indirect[index].because += because
      }
    }
    // Without every payer's rate the sum is unknown, and so is what a ceiling would leave of each part.
    guard decided else { return result }
    if !lines.isEmpty { assumptions.addUnverified(.rounding, terms.rules.rounding?.citation) }
    apply(grants, to: &result, exact: exact, clipped: clipped, assumptions: &assumptions)
    return result
  }

  private func rate(of partner: String?, assumptions: inout AssumptionList) -> FundingRate? {
    let facts = payers.first { $0.partner == partner }?.facts ?? ApplicantFacts()
    let choice = RateChoice(among: terms.funding.rates, for: facts)
    guard let rate = choice.rate else {
      // A lump sum follows no cost: where no share of it is stated, all of the cost bears it.
      if lumpSum != nil, terms.funding.rates.isEmpty, let table = terms.funding.lumpSums {
        return FundingRate(id: "lump-sum", maximum: .whole, citation: table.citation)
      }
      assumptions.add(.rateNotStated(partner: partner), .inferred)
      return nil
    }
    if let cap = rate.cap { assumptions.add(.cap(cap, partner: partner, id: rate.id), .inferred) }
    if choice.isAssumed { assumptions.add(.lowestRate(partner: partner, id: rate.id), .inferred) }
    assumptions.addUnverified(.rate(id: rate.id), rate.citation)
    return rate
  }

  /// Cuts the grants to the ceilings and writes them into the lines.
  private func apply(
    _ uncut: [Int64], to result: inout Result, exact: Int64, clipped: Bool, assumptions: inout AssumptionList
  ) {
    var grants = uncut
    var because: [Because] = []
    if clipped {
      let eligible =
        lines.reduce(0) { $0 + $1.eligible.minorUnits } + indirect.reduce(0) { $0 + $1.amount.minorUnits }
      result.bounds.append(Bound(kind: .eligibleCosts, limit: money(eligible), .ceiling(reached: true)))
    }
    leaveToOthers(&grants, of: &result)
    leaveToOwner(&grants, of: &result)
    because += settleLumpSum(&grants, of: &result, assumptions: &assumptions)
    let ceilings = [
      (Bound.Kind.eligibleLessVolunteers, eligibleLessVolunteers),
      (Bound.Kind.maximumGrant, terms.funding.maximumGrant?.value), (Bound.Kind.callBudget, callBudget),
      (Bound.Kind.requested, requested),
    ]
    for (kind, ceiling) in ceilings {
      guard let limit = ceiling else { continue }
      let sum = grants.reduce(0, +)
      let bit = sum > max(0, limit.minorUnits)
      result.bounds.append(Bound(kind: kind, limit: limit, .ceiling(reached: bit)))
      guard bit else { continue }
      grants = apportion(max(0, limit.minorUnits), by: grants)
      because.append(.capped(kind, limit))
    }
    assumptions.addUnverified(.maximumGrant, terms.funding.maximumGrant?.citation)
    let sum = grants.reduce(0, +)
    if let minimum = terms.funding.minimumGrant {
      let isKept = sum >= minimum.value.minorUnits
      result.bounds.append(Bound(kind: .minimumGrant, limit: minimum.value, .floor(kept: isKept)))
      if !isKept { because.append(.belowMinimum(minimum.value)) }
      assumptions.addUnverified(.minimumGrant, minimum.citation)
    }
    if rounding == .nearestEuro || rounding == .nearestCent {
      result.bounds.append(
        Bound(kind: .aboveRateTimesCost, limit: money(exact), .ceiling(reached: sum > exact)))
    }
    for index in lines.indices {
      result.lines[index].grant = money(grants[index])
      result.lines[index].because += because
    }
    for index in indirect.indices {
      result.indirect[index].grant = money(grants[lines.count + index])
      result.indirect[index].because += because
    }
  }

  /// Cuts the grants of an item's direct costs to what other sources leave of them.
  private func leaveToOthers(_ grants: inout [Int64], of result: inout Result) {
    for (item, amount) in support {
      let own = lines.indices.filter { lines[$0].item == item }
      let eligible = own.reduce(0) { $0 + lines[$1].eligible.minorUnits }
      let limit = max(0, eligible - amount.minorUnits)
      let bit = own.reduce(0) { $0 + grants[$1] } > limit
      result.bounds.append(Bound(kind: .otherSupport, limit: money(limit), .ceiling(reached: bit)))
      guard bit else { continue }
      let parts = apportion(limit, by: own.map { grants[$0] })
      for (index, part) in zip(own, parts) {
        grants[index] = part
        result.lines[index].because.append(.capped(.otherSupport, money(limit)))
      }
    }
  }

  private var eligibleLessVolunteers: Money? {
    guard lines.contains(where: { $0.category == .volunteers && $0.eligible.minorUnits > 0 }) else {
      return nil
    }
    let paid = lines.reduce(0) { $0 + ($1.category == .volunteers ? 0 : $1.eligible.minorUnits) }
    return money(indirect.reduce(paid) { $0 + $1.amount.minorUnits })
  }

  func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: currency) }
}
