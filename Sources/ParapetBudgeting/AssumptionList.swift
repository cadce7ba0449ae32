import ParapetModel

/// Assumptions in the order in which they were made, each once.
struct AssumptionList {
  /// The assumptions.
  private(set) var list: [Assumption] = []
  /// The same, where there are so many that to look through them would take longer than to hash one.
  private var seen: Set<Assumption> = []

  private static let few = 16

  mutating func add(_ what: Assumption.What, _ grade: Grade) {
    guard list.count >= AssumptionList.few else {
      for place in list.indices where list[place].grade == grade && list[place].what == what { return }
      if list.isEmpty { list.reserveCapacity(AssumptionList.few / 2) }
      list.append(Assumption(what, grade: grade))
      return
    }
    let assumption = Assumption(what, grade: grade)
    if seen.isEmpty { seen = Set(list) }
    if seen.insert(assumption).inserted { list.append(assumption) }
  }

  /// Adds that a figure of a grade that cannot exclude was used.
  mutating func addUnverified(_ figure: Assumption.Figure, _ citation: Citation?) {
    guard let citation, !citation.grade.canExclude else { return }
    add(.unverified(figure), citation.grade)
  }
}
