import ParapetModel

/// Lump sums, caps and the part that a country keeps for the owner.
extension GrantSharing {
  /// Cuts the grants of an investment's direct costs to what the law of the country lets others give; what a flat rate brings
  /// it counts with them.
  func leaveToOwner(_ grants: inout [Int64], of result: inout Result) {
    for (item, limit) in publicLimits {
      let own = lines.indices.filter { lines[$0].item == item && lines[$0].isOwnInvestment }
      let room = max(0, limit.minorUnits - flatRateGrant(of: item, grants))
      let bit = own.reduce(0) { $0 + grants[$1] } > room
      result.bounds.append(Bound(kind: .publicMoney, limit: limit, .ceiling(reached: bit)))
      guard bit else { continue }
      for (index, part) in zip(own, apportion(room, by: own.map { grants[$0] })) {
        grants[index] = part
        result.lines[index].because.append(.capped(.publicMoney, limit))
      }
    }
  }

  /// What of the city's flat rates its works and equipment bear, shared as a budget shares them.
  private func flatRateGrant(of item: String, _ grants: [Int64]) -> Int64 {
    var sum: Int64 = 0
    for (number, entry) in indirect.enumerated() where entry.partner == nil {
      let amounts = apportion(
        entry.amount.minorUnits, by: entry.baseLines.map { lines[$0].eligible.minorUnits })
      let shares = apportion(grants[lines.count + number], by: amounts)
      for (line, share) in zip(entry.baseLines, shares)
      where lines[line].item == item && lines[line].isOwnInvestment { sum += share }
    }
    return sum
  }

  /// Brings the grants to a lump sum, where the grant is one from a table; why they are cut.
  func settleLumpSum(
    _ grants: inout [Int64], of result: inout Result, assumptions: inout AssumptionList
  ) -> [Because] {
    guard let lumpSum, !lines.isEmpty else { return [] }
    let costs = grants.reduce(0, +)
    // No sum above the largest grant or all that the call has is one to choose.
    let room = [terms.funding.maximumGrant?.value, callBudget].compactMap(\.self).reduce(costs) {
      min($0, max(0, $1.minorUnits))
    }
    let (sought, isBorne) = lumpSum.amount(within: room)
    assumptions.addUnverified(.lumpSums, terms.funding.lumpSums?.citation)
    switch lumpSum.finding {
    case .choice: assumptions.add(.lumpSumChosen(money(sought)), .inferred)
    case .open: assumptions.add(.lumpSumOpen(money(sought)), .inferred)
    case .settled: break
    }
    if let range = lumpSum.range(within: room) {
      result.range = GrantRange(money(range.lowerBound), money(range.upperBound))
    }
    guard isBorne else {
      result.bounds.append(Bound(kind: .lumpSum, limit: money(sought), .floor(kept: false)))
      return [.belowMinimum(money(sought))]
    }
    result.bounds.append(Bound(kind: .lumpSum, limit: money(sought), .ceiling(reached: costs > sought)))
    guard costs > sought else { return [] }
    grants = apportion(sought, by: grants)
    return [.capped(.lumpSum, money(sought))]
  }

  /// From the grant by the rates that projects usually get to that by the caps; nothing where no source says what is usual.
  func rangeOfCaps(to grant: Money?) -> GrantRange? {
    guard let grant, terms.funding.rates.contains(where: { $0.usual != nil }) else { return nil }
    var usual = terms
    for number in usual.funding.rates.indices {
      if let rate = usual.funding.rates[number].usual { usual.funding.rates[number].maximum = rate.value }
    }
    var sharing = GrantSharing(
      lines: lines, indirect: indirect, terms: usual, requested: requested, callBudget: callBudget,
      payers: payers, support: support)
    sharing.publicLimits = publicLimits
    var unused = AssumptionList()
    let result = sharing.share(assumptions: &unused)
    let parts = result.lines.map(\.totals) + result.indirect.map(\.totals)
    return Budget.Totals.sum(parts, currency: grant.currency).grant.flatMap { GrantRange($0, grant) }
  }
}
