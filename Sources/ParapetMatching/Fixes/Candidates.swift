import ParapetModel

/// The values that could be given to each fact, the smallest change of each first.
///
/// They come from the criteria themselves. A value that only one that is satisfied already names counts too, since
/// a change for one criterion must not break another.
struct Candidates {
  /// The changes of each fact that some criterion lacks.
  private(set) var changes: [(fact: Fact, values: [Change])] = []

  /// The most partners that are looked for together.
  static let partnerLimit = 12

  /// - Parameters:
  ///   - proposals: what every criterion proposes.
  ///   - lacking: the facts of which a criterion that is not satisfied proposes a value.
  ///   - subject: the item as criteria see it.
  ///   - memory: of the item.
  init(
    _ proposals: [Proposal], lacking: Set<Fact>, of item: Item, as subject: Subject,
    by memory: inout FixMemory
  ) {
    for fact in lacking.sorted() {
      let own = proposals.filter { $0.fact == fact }
      let values: [Change] =
        switch fact {
        case .partners: Candidates.partners(own, by: &memory)
        case .measures: Candidates.measures(own, of: item)
        case .end: Candidates.periods(own, of: item)
        default:
          Candidates.distinct(own.compactMap { if case .change(let change) = $0 { change } else { nil } })
        }
      // A further partner and further cost always are a change.
      let changing =
        fact == .partners || fact == .cost ? values : values.filter { Candidates.isChange($0, subject) }
      if !changing.isEmpty { changes.append((fact, changing)) }
    }
  }

  private static func isChange(_ change: Change, _ subject: Subject) -> Bool {
    var changed = subject
    change.apply(to: &changed, applicantLeads: false)
    return changed != subject
  }

  /// Every list of up to three partners of the kinds asked for; longer ones of two kinds at most. The fewest come
  /// first, then those from the applicant's own country.
  private static func partners(_ proposals: [Proposal], by memory: inout FixMemory) -> [Change] {
    var kinds: [Change.NewPartner] = []
    var most = 0
    for case .partner(let kind, let atMost) in proposals {
      if !kinds.contains(kind) { kinds.append(kind) }
      most = max(most, atMost)
    }
    kinds.sort { Candidates.rank($0) < Candidates.rank($1) }
    return memory.partners(of: kinds, atMost: max(1, min(most, partnerLimit)), partners)
  }

  private static func partners(of kinds: [Change.NewPartner], atMost most: Int) -> [Change] {
    (1...most).flatMap { $0 <= 3 ? multisets(kinds, $0) : pairs(kinds, $0) }.map { .partners($0) }
  }

  private static func rank(_ partner: Change.NewPartner) -> String {
    (partner.isFromAnotherCountry ? "1" : "0") + (partner.applicant?.rawValue ?? "")
      + (partner.role?.rawValue ?? "")
  }

  private static func multisets(_ kinds: [Change.NewPartner], _ count: Int) -> [[Change.NewPartner]] {
    guard count > 0 else { return [[]] }
    return kinds.indices.flatMap { index in
      multisets(Array(kinds[index...]), count - 1).map { [kinds[index]] + $0 }
    }
  }

  private static func pairs(_ kinds: [Change.NewPartner], _ count: Int) -> [[Change.NewPartner]] {
    kinds.indices.flatMap { first -> [[Change.NewPartner]] in
      let alone = [Array(repeating: kinds[first], count: count)]
      return alone
        + kinds[(first + 1)...].flatMap { second in
          (1..<count).map {
            Array(repeating: kinds[first], count: count - $0) + Array(repeating: second, count: $0)
          }
        }
    }
  }

  /// What every list accepts, then what each accepts; the most measures first.
  private static func measures(_ proposals: [Proposal], of item: Item) -> [Change] {
    var lists: [[String]] = []
    for case .measures(let list) in proposals where !lists.contains(list) { lists.append(list) }
    for first in lists {
      for second in lists {
        let common = first.filter(second.contains)
        if !common.isEmpty, !lists.contains(common) { lists.append(common) }
      }
    }
    return lists.sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }.map { .measures($0) }
  }

  /// Every beginning and end that some criterion names, those that move least first.
  private static func periods(_ proposals: [Proposal], of item: Item) -> [Change] {
    var starts = item.start.map { [$0] } ?? []
    var ends = item.end.map { [$0] } ?? []
    var months: [Int] = []
    for proposal in proposals {
      switch proposal {
      case .start(let day): if item.start != nil { starts.append(day) }
      case .end(let day): ends.append(day)
      case .months(let count): months.append(count)
      default: break
      }
    }
    for start in starts { ends += months.compactMap { start.end(ofMonths: $0) } }
    var seen: Set<Change> = []
    var periods: [(days: Int32, change: Change)] = []
    for start in starts.isEmpty ? [nil] : starts.map(Optional.some) {
      for end in ends where start.map({ $0 <= end }) ?? true {
        let change = Change.period(start: start, end: end)
        guard seen.insert(change).inserted else { continue }
        let moved = abs((start?.number ?? 0) - (item.start?.number ?? start?.number ?? 0))
        periods.append((moved + abs(end.number - (item.end ?? end).number), change))
      }
    }
    return periods.enumerated()
      .sorted { ($0.element.days, $0.offset) < ($1.element.days, $1.offset) }.map(\.element.change)
  }

  private static func distinct(_ changes: [Change]) -> [Change] {
    var seen: Set<Change> = []
    return changes.filter { seen.insert($0).inserted }
  }
}

extension Day {
  /// The last day of so many months that begin on this day: of twelve from 2027-01-01, 2027-12-31.
  func end(ofMonths count: Int) -> Day? {
    let (year, month, day) = components
    guard count > 0, count <= 12 * (Day.lastYear - year) else { return nil }
    let (years, index) = (month - 1 + count).quotientAndRemainder(dividingBy: 12)
    // The same day so many months later, or the last of a month that has none, begins another month.
    let next = stride(from: day, through: 1, by: -1).lazy.compactMap {
      Day(year: year + years, month: index + 1, day: $0)
    }.first
    return next?.adding(days: -1)
  }

  /// The last year that is written in four digits.
  private static let lastYear = 9999
}
