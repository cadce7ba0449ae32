import ParapetModel

/// What the law adds to an opportunity's own rules: the country's, and how small operations are paid.
extension BudgetBuilder {
  /// What others may give of public money for the city's works and equipment, item by item; nothing where its country keeps
  /// no part for the owner.
  ///
  /// Works and equipment are the investment. The part is of all public money, the owner's own included: what is paid, with the
  /// tax that stays, less what others than public bodies give. Support of an item counts by the share that the investment has
  /// in its cost.
  func publicLimits(
    of lines: [BudgetLine], assumptions: inout AssumptionList
  ) throws(BudgetError) -> [(item: String, limit: Money)] {
    guard let rule = city.national.ownShare else { return [] }
    guard city.facts.isAuthority ?? false else {
      // A rule for authorities: whether it holds of a body of an unknown kind is asked.
      if lines.contains(where: \.isOwnInvestment) {
        assumptions.add(.ownShareOpen(rule), rule.citation.grade)
      }
      return []
    }
    let publicMoney = try grantedSupport { $0.kind != .other }
    let privateMoney = try grantedSupport { $0.kind == .other }
    let others = Rate(millionths: max(0, Rate.whole.millionths - rule.share.millionths))
    var limits: [(item: String, limit: Money)] = []
    for item in items {
      let cost = lines.reduce(0) { $0 + ($1.item == item.id ? $1.cost.minorUnits : 0) }
      let invested = lines.filter { $0.item == item.id && $0.isOwnInvestment }
      let net = invested.reduce(0) { $0 + $1.cost.minorUnits }
      guard net > 0 else { continue }
      func given(_ support: [(item: String, amount: Money)]) -> Int64 {
        let all = support.reduce(Money.zero(currency)) {
          $0 + ($1.item == item.id ? $1.amount : .zero(currency))
        }
        return BudgetBuilder.part(of: all.minorUnits, net, cost)
      }
      let paid = invested.reduce(0) { $0 + ($1.outlay - $1.returned).minorUnits }
      let base = Money(minorUnits: max(0, paid - given(privateMoney)), currency: currency)
      let limit = others.of(base, rounding: .cent).minorUnits - given(publicMoney)
      limits.append((item.id, Money(minorUnits: max(0, limit), currency: currency)))
    }
    if !limits.isEmpty { assumptions.add(.ownShare(rule), rule.citation.grade) }
    return limits
  }

  /// An amount times a cost over another, rounded up.
  private static func part(of amount: Int64, _ cost: Int64, _ whole: Int64) -> Int64 {
    guard amount > 0, whole > 0 else { return 0 }
    let product = amount.magnitude.multipliedFullWidth(by: cost.magnitude)
    let (quotient, rest) = whole.magnitude.dividingFullWidth((product.high, product.low))
    return Int64(quotient) + (rest > 0 ? 1 : 0)
  }

  /// Says where so small an operation is not paid by its actual costs (Regulation (EU) 2021/1060, Art. 53(2)).
  func noteSimplifiedCosts(_ costs: Costs, assumptions: inout AssumptionList) {
    guard let limit = rules.simplifiedUpTo, limit.value.currency == currency, costs.total > 0,
      costs.total <= limit.value.minorUnits, rules.form?.value ?? .actualCosts == .actualCosts
    else { return }
    assumptions.add(.simplifiedCosts(upTo: limit.value), limit.citation.grade)
  }
}

extension BudgetLine {
  /// Whether it is works or equipment that the city itself pays for.
  var isOwnInvestment: Bool { partner == nil && (category == .works || category == .equipment) }
}
