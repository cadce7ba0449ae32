import ParapetModel

/// How a cost becomes an eligible cost by its heading, and what indirect costs come on top.
extension BudgetBuilder {
  /// The life of equipment where the portfolio states none, in months.
  ///
  /// No act sets it: depreciation follows the payer's own accounting practice. Five years is common for equipment of
  /// this kind; the figure is unsourced and listed as an assumption wherever it is used.
  static let usefulLifeInMonths = 60

  /// The part of a cost that counts by its heading.
  func eligible(
    _ full: Money, _ category: CostCategory, _ use: () -> Use, because: inout [Because],
    assumptions: inout AssumptionList
  ) -> Money {
    switch category {
    case .works:
      assumptions.addUnverified(.works, rules.works?.citation)
      if rules.works?.value == .eligible { return full }
      if rules.works == nil { assumptions.add(.ruleNotStated(.works), .inferred) }
      because.append(.worksNotEligible)
      return .zero(currency)
    case .equipment:
      assumptions.addUnverified(.equipment, rules.equipment?.citation)
      if rules.equipment?.value == .fullCost { return full }
      if rules.equipment == nil { assumptions.add(.ruleNotStated(.equipment), .inferred) }
      return depreciated(full, use(), because: &because, assumptions: &assumptions)
    case .employees, .naturalPersons, .seconded, .smallOwners, .volunteers, .subcontracting, .travel,
      .otherGoods, .thirdParties, .internallyInvoiced:
      return full
    }
  }

  /// Price × share of use × months in the action ÷ months of useful life, once rounded to the cent.
  ///
  /// Regulation (EU) 2021/1060, Art. 67(2), and the Union's model grant agreement (article on equipment) take the
  /// loss of value by the payer's own practice, for the time and to the degree of use for the action.
  private func depreciated(
    _ full: Money, _ use: Use, because: inout [Because], assumptions: inout AssumptionList
  ) -> Money {
    guard let months = use.months else {
      because.append(.durationUnknown)
      assumptions.add(.durationUnknown(item: use.item), .inferred)
      return .zero(currency)
    }
    let life = use.life ?? BudgetBuilder.usefulLifeInMonths
    let share = use.share ?? .whole
    switch (use.life, use.share) {
    case (nil, nil): assumptions.add(.usefulLife(months: life), .unsourced)
    case (nil, _?): assumptions.add(.lifeAlone(item: use.item, months: life), .unsourced)
    case (_?, nil): assumptions.add(.wholeUse(item: use.item), .inferred)
    case (_?, _?): break
    }
    let counted = min(months, life)
    because.append(.depreciated(months: counted, life: life, share: share))
    return Rounding.nearestCent.round(
      full, times: Int64(counted) * share.millionths, over: Int64(life) * Rate.whole.millionths)
  }

  /// How a cost is used, as far as its line and its item say.
  struct Use {
    var item: String
    /// The months of its life that fall into the action: the line's own, else those of the item.
    var months: Int?
    var life: Int?
    var share: Rate?

    init(_ line: CostLine?, of item: Item) {
      self.item = item.id
      months = line?.monthsInAction
      if months == nil, let start = item.start, let end = item.end, end >= start {
        months = start.months(through: end)
      }
      (life, share) = (line?.usefulLife, line?.shareOfUse)
    }
  }

  func indirect(of lines: [BudgetLine], assumptions: inout AssumptionList) -> [IndirectLine] {
    guard !lines.isEmpty else { return [] }
    guard let rule = rules.indirect else {
      assumptions.add(.ruleNotStated(.indirect), .inferred)
      return []
    }
    assumptions.addUnverified(.indirect, rule.citation)
    let flatRate = min(max(rule.value.rate, Rate(millionths: 0)), .whole)
    return orderedPartners(of: lines).compactMap { partner in
      let indices = lines.indices.filter {
        lines[$0].eligible.minorUnits > 0 && rule.value.base.includes(lines[$0])
          && lines[$0].partner == partner
      }
      let base = indices.reduce(Money.zero(currency)) { $0 + lines[$1].eligible }
      guard base.minorUnits > 0 else { return nil }
      return IndirectLine(
        partner: partner, base: base, flatRate: flatRate, amount: flatRate.of(base, rounding: .nearestCent),
        because: [.indirectFlatRate(flatRate, rule.value.base, of: base)], baseLines: indices)
    }
  }

  private func orderedPartners(of lines: [BudgetLine]) -> [String?] {
    // The payers are gathered for those alone that have partners.
    guard lines.contains(where: { $0.partner != nil }) else { return lines.isEmpty ? [] : [nil] }
    return GrantSharing.order(of: lines.lazy.map(\.partner), payers: payers)
  }
}

extension IndirectRule.Base {
  /// Whether a cost belongs to the base; what carries value added tax is no cost of employment, whatever its heading.
  func includes(_ line: BudgetLine) -> Bool {
    includes(line.category) && !(self == .staff && (line.vat?.minorUnits ?? 0) > 0)
  }

  /// Whether costs of a heading belong to the base.
  func includes(_ category: CostCategory) -> Bool {
    switch self {
    case .direct: true
    case .directLessVolunteers: category != .volunteers
    case .directLessExcluded:
      ![.volunteers, .subcontracting, .thirdParties, .internallyInvoiced].contains(category)
    // Volunteers are a contribution in kind and no staff cost (Regulation (EU) 2021/1060, Art. 54(b) and 67(1)).
    case .staff: category.isStaff && category != .volunteers
    }
  }
}
