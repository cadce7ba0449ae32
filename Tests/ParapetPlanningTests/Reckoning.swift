import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel

@testable import ParapetPlanning

/// One operation reckoned from the rules as they are written, in decimals, with nothing of the program's arithmetic.
struct Reckoning {
  var cost: Decimal = 0
  var eligible: Decimal = 0
  var grant: Decimal = 0
  var flat: Decimal = 0
  var returned: Decimal = 0
  var laterTax: Decimal = 0
  /// Whether the law of the country cut the grant, and whether it is a lump sum.
  var isCutByLaw = false
  var isLumpSum = false

  private struct Cost {
    var payer: String?
    var item: Int
    var isTaxed: Bool
    var category: CostCategory
    var paid: Decimal
    var returned: Decimal
    var counted: Decimal
    var net: Decimal
    /// The tax that stays, and what of the tax counts.
    var stays: Decimal
    var taxCounted: Decimal
    var rate: Decimal = 0
    var grant: Decimal = 0

    var isOwnInvestment: Bool { payer == nil && (category == .works || category == .equipment) }
  }

  init(_ items: [Item], of city: City, by opportunity: Opportunity) {
    // Regulation (EU) 2021/1060, Art. 64(1)(c): below five million in all every tax counts, above what stays.
    self = Reckoning(items, of: city, by: opportunity, isSmall: true)
    if opportunity.costRules.vat?.value == .cpr, cost >= 500_000_000 {
      self = Reckoning(items, of: city, by: opportunity, isSmall: false)
    }
  }

  private init(_ items: [Item], of city: City, by opportunity: Opportunity, isSmall: Bool) {
    let payers = [(nil as String?, city.facts)] + city.partners.map { ($0.id as String?, $0.facts) }
    var costs = items.enumerated().flatMap { number, item in
      Reckoning.costs(of: item, number, payers, opportunity, isSmall)
    }
    cost = costs.reduce(0) { $0 + $1.paid }
    returned = costs.reduce(0) { $0 + $1.returned }
    var ofFlat: [Decimal] = []
    var ofInvestments = [Decimal](repeating: 0, count: items.count)
    for (payer, facts) in payers {
      let own = costs.indices.filter { costs[$0].payer == payer }
      guard !own.isEmpty else { continue }
      let direct = own.reduce(Decimal(0)) { $0 + costs[$1].counted }
      let base = own.reduce(Decimal(0)) { sum, place in
        Reckoning.isInBase(costs[place], opportunity.costRules.indirect?.value.base)
          ? sum + costs[place].counted : sum
      }
      let share = Decimal(opportunity.costRules.indirect?.value.rate.millionths ?? 0) / 1_000_000
      let indirect = Reckoning.rounded(base * share, .plain)
      let rates = opportunity.funding.rates
      let rate =
        rates.first { $0.applicant != nil && $0.applicant == facts.applicant }
        ?? rates.first { $0.applicant == nil }
      let given = Reckoning.rounded(
        (direct + indirect) * Decimal(rate?.maximum.millionths ?? 0) / 1_000_000, .down)
      let parts = Reckoning.shared(given, over: own.map { costs[$0].counted } + [indirect])
      for (place, part) in zip(own, parts) {
        costs[place].grant = part
        costs[place].rate = Decimal(rate?.maximum.millionths ?? 0) / 1_000_000
      }
      flat += indirect
      ofFlat.append(parts.last ?? 0)
      if payer == nil {
        let bases = own.filter {
          Reckoning.isInBase(costs[$0], opportunity.costRules.indirect?.value.base) && costs[$0].counted > 0
        }
        let amounts = Reckoning.shared(indirect, over: bases.map { costs[$0].counted })
        for (place, part) in zip(bases, Reckoning.shared(parts.last ?? 0, over: amounts))
        where costs[place].isOwnInvestment { ofInvestments[costs[place].item] += part }
      }
      eligible += direct + indirect
    }
    cost += flat
    // What another source has granted for an item, the grant leaves to it.
    for (number, item) in items.enumerated() {
      let other = item.support.filter { $0.state == .granted }.reduce(Decimal(0)) {
        $0 + Decimal($1.amount?.minorUnits ?? 0)
      }
      let own = costs.indices.filter { costs[$0].item == number }
      let room = max(0, own.reduce(Decimal(0)) { $0 + costs[$1].counted } - other)
      let sum = own.reduce(Decimal(0)) { $0 + costs[$1].grant }
      guard other > 0, sum > room else { continue }
      for (place, part) in zip(own, Reckoning.shared(room, over: own.map { costs[$0].grant })) {
        costs[place].grant = part
      }
    }
    if let rule = city.national.ownShares.first {
      for (number, item) in items.enumerated() {
        leaveToOwner(rule, of: item, number, ofInvestments[number], &costs)
      }
    }
    var all = costs.map(\.grant) + ofFlat
    let sums = (opportunity.funding.lumpSums?.value.steps ?? []).map { Decimal($0.amount.minorUnits) }
    let room = min(
      all.reduce(0, +),
      opportunity.funding.maximumGrant.map { Decimal($0.value.minorUnits) } ?? 1_000_000_000_000)
    if let sum = sums.filter({ $0 <= room }).max() {
      all = Reckoning.shared(sum, over: all)
      isLumpSum = true
    }
    if let most = opportunity.funding.maximumGrant.map({ Decimal($0.value.minorUnits) }),
      most < all.reduce(0, +)
    {
      all = Reckoning.shared(most, over: all)
    }
    grant = all.reduce(0, +)
    for place in costs.indices { costs[place].grant = all[place] }
    if let fund = city.national.taxFunds.first {
      laterTax = costs.filter(\.isOwnInvestment).reduce(0) { $0 + Reckoning.tax(of: $1, fund.share) }
    }
  }

  /// What others may give of works and equipment: the rest of what is paid, less support by the part they have in the cost.
  private mutating func leaveToOwner(
    _ rule: NationalRules.OwnShare, of item: Item, _ number: Int, _ ofFlat: Decimal, _ costs: inout [Cost]
  ) {
    let own = costs.indices.filter { costs[$0].item == number }
    let invested = own.filter { costs[$0].isOwnInvestment }
    let net = invested.reduce(Decimal(0)) { $0 + costs[$1].net }
    guard net > 0 else { return }
    let whole = own.reduce(Decimal(0)) { $0 + costs[$1].net }
    let support = item.support.filter { $0.state == .granted }.reduce(Decimal(0)) {
      $0 + Decimal($1.amount?.minorUnits ?? 0)
    }
    let paid = invested.reduce(Decimal(0)) { $0 + costs[$1].net + costs[$1].stays }
    let share = Decimal(1_000_000 - rule.share.millionths) / 1_000_000
    let limit = Reckoning.rounded(paid * share, .down) - Reckoning.rounded(support * net / whole, .up)
    let room = max(0, max(0, limit) - ofFlat)
    guard invested.reduce(Decimal(0), { $0 + costs[$1].grant }) > room else { return }
    isCutByLaw = true
    for (place, part) in zip(invested, Reckoning.shared(room, over: invested.map { costs[$0].grant })) {
      costs[place].grant = part
    }
  }

  /// What a fund pays of a cost with its tax, as far as no grant has paid the tax.
  private static func tax(of cost: Cost, _ share: Rate) -> Decimal {
    guard cost.stays > 0 else { return 0 }
    var granted: Decimal = 0
    if cost.taxCounted > 0, cost.counted > 0 {
      let net = rounded(cost.counted * cost.net / (cost.net + cost.taxCounted), .down)
      granted = min(cost.stays, max(0, cost.grant - rounded(net * cost.rate, .down)))
    }
    let paid = rounded((cost.net + cost.stays) * Decimal(share.millionths) / 1_000_000, .down)
    return max(0, min(paid, cost.stays - granted))
  }

  private static func costs(
    of item: Item, _ number: Int, _ payers: [(String?, ApplicantFacts)], _ opportunity: Opportunity,
    _ isSmall: Bool
  ) -> [Cost] {
    let stated: [(CostLine?, Money, Money?)] =
      item.lines.isEmpty
      ? [(nil, item.cost ?? Money(minorUnits: 0), item.vat)] : item.lines.map { ($0, $0.cost, $0.vat) }
    return stated.map { line, net, tax in
      let facts = payers.first { $0.0 == line?.partner }?.1
      let vat = Decimal(tax?.minorUnits ?? 0)
      var stays = vat
      switch facts?.vat {
      case .recoverable: stays = 0
      case .partly(let back): stays = rounded(vat * Decimal(1_000_000 - back.millionths) / 1_000_000, .down)
      default: break
      }
      let counts: Decimal
      switch opportunity.costRules.vat?.value {
      // What comes back is not claimed; of who does not say whether it does, all below the threshold.
      case .cpr: counts = facts?.vat == nil ? (isSmall ? vat : 0) : stays
      case .nonRecoverable: counts = facts?.vat == nil ? 0 : stays
      default: counts = 0
      }
      let borne = max(stays, counts)
      let category = line?.category ?? .otherGoods
      var counted = Decimal(net.minorUnits) + counts
      if category == .works, opportunity.costRules.works?.value != .eligible { counted = 0 }
      if category == .equipment, opportunity.costRules.equipment?.value != .fullCost, let line {
        let life = Decimal(line.usefulLife ?? 60)
        let months = min(Decimal(line.monthsInAction ?? 0), life)
        counted = rounded(
          counted * months * Decimal(line.shareOfUse?.millionths ?? 1_000_000) / (life * 1_000_000), .plain)
      }
      return Cost(
        payer: line?.partner, item: number, isTaxed: vat > 0, category: category,
        paid: Decimal(net.minorUnits) + borne, returned: borne - stays, counted: counted,
        net: Decimal(net.minorUnits), stays: stays, taxCounted: counts)
    }
  }

  private static func isInBase(_ cost: Cost, _ base: IndirectRule.Base?) -> Bool {
    switch base {
    case .staff:
      return !cost.isTaxed
        && [.employees, .naturalPersons, .seconded, .smallOwners].contains(cost.category)
    case .directLessExcluded: return cost.category != .subcontracting
    default: return true
    }
  }

  private static func rounded(_ value: Decimal, _ mode: NSDecimalNumber.RoundingMode) -> Decimal {
    var (result, value) = (Decimal(), value)
    NSDecimalRound(&result, &value, 0, mode)
    return result
  }

  /// An amount shared in proportion, cents that are left to the largest fractions, the earlier first.
  private static func shared(_ amount: Decimal, over weights: [Decimal]) -> [Decimal] {
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return weights.map { _ in 0 } }
    // A quotient has as many digits as there are; what decides is the remainder, which is a whole number.
    var parts = weights.map { rounded(amount * $0 / whole, .down) }
    for place in parts.indices where amount * weights[place] - parts[place] * whole >= whole {
      parts[place] += 1
    }
    let rests = weights.indices.map { (rest: amount * weights[$0] - parts[$0] * whole, place: $0) }
      .sorted { $0.rest != $1.rest ? $0.rest > $1.rest : $0.place < $1.place }
    let left = amount - parts.reduce(0, +)
    for entry in rests.prefix((left as NSDecimalNumber).intValue) { parts[entry.place] += 1 }
    return parts
  }
}
