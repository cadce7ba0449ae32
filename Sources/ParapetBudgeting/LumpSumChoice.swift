import ParapetModel

/// Which lump sum an application gets, as far as the city's choice or the size of the action says.
struct LumpSumChoice {
  /// What is known of the sum.
  enum Finding {
    /// The applicants choose among these, the smallest first.
    case choice([Int64])
    /// It is this one.
    case settled(Int64)
    /// What decides it is not stated: from the smallest to the largest.
    case open(lowest: Int64, highest: Int64)
  }

  /// What is known.
  let finding: Finding

  /// Finds the sum of a table for items of a city.
  init(_ table: LumpSums, for items: [Item], of city: City) {
    let sums = table.steps.map(\.amount.minorUnits)
    guard sums.count > 1 || table.selector != .choice else {
      finding = .settled(sums[0])
      return
    }
    switch table.selector {
    case .choice: finding = .choice(sums)
    case .participants, .countries:
      let number =
        table.selector == .participants
        ? LumpSumChoice.participants(in: items) : LumpSumChoice.countries(of: items, city)
      if let amount = table.amount(for: number) {
        finding = .settled(amount.minorUnits)
      } else {
        finding = .open(lowest: table.lowest.minorUnits, highest: table.highest.minorUnits)
      }
    }
  }

  /// How many take part in all; nothing where one item does not say.
  private static func participants(in items: [Item]) -> Int? {
    let stated = items.compactMap(\.participants)
    guard !items.isEmpty, stated.count == items.count else { return nil }
    return stated.reduce(0, +)
  }

  /// How many countries those who apply are from; nothing where one of them is not known.
  private static func countries(of items: [Item], _ city: City) -> Int? {
    var countries: Set<Country> = []
    guard let own = city.facts.country, !items.isEmpty else { return nil }
    countries.insert(own)
    for item in items {
      guard let names = item.partners else { return nil }
      for name in names {
        guard let country = city.partners.first(where: { $0.id == name })?.facts.country else { return nil }
        countries.insert(country)
      }
    }
    return countries.count
  }

  /// The sum that costs bear: of a choice the largest, else what is found, and never more than the costs; whether it is all
  /// that was sought.
  func amount(within costs: Int64) -> (sought: Int64, isBorne: Bool) {
    let sought =
      switch finding {
      case .choice(let sums): sums.last { $0 <= costs } ?? sums.first ?? 0
      case .settled(let sum): sum
      case .open(let lowest, _): lowest
      }
    return (sought, sought <= costs)
  }

  /// From which sum to which the grant may be; nothing where it is settled or the costs bear no choice.
  func range(within costs: Int64) -> ClosedRange<Int64>? {
    switch finding {
    case .settled: return nil
    case .choice(let sums):
      let borne = sums.filter { $0 <= costs }
      guard let first = borne.first, let last = borne.last, first < last else { return nil }
      return first...last
    case .open(let lowest, let highest):
      let (low, high) = (min(lowest, costs), min(highest, costs))
      return low < high ? low...high : nil
    }
  }
}
