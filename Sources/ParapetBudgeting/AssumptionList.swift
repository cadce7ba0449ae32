import ParapetModel

/// Assumptions in the order in which they were made, each once.
struct AssumptionList {
  /// The assumptions.
  private(set) var list: [Assumption] = []
  private var seen: Set<Assumption> = []

  mutating func add(_ what: Assumption.What, _ grade: Grade) {
    let assumption = Assumption(what, grade: grade)
    if seen.insert(assumption).inserted { list.append(assumption) }
  }

  /// Adds that a figure of a grade that cannot exclude was used.
  mutating func addUnverified(_ figure: Assumption.Figure, _ citation: Citation?) {
    guard let citation, !citation.grade.canExclude else { return }
    add(.unverified(figure), citation.grade)
  }
}
