/// How well some lists of measures together pay for each of them.
struct MeasureStrengths: Hashable, Sendable {
  private var strengths: [String: MeasureKind.Strength] = [:]
  /// Those of which every list that accepts them accepts some items only.
  private var partial: Set<String> = []
  /// Those that a list names as not paid for, and none accepts.
  private var refused: Set<String> = []

  /// No list.
  init() {}

  /// Some lists: the strongest that accepts counts, and what any refuses counts nothing.
  init(_ lists: [MeasureKind], refused: [String] = []) {
    for list in lists {
      strengths.merge(list.strengths) { $0 == .core ? $0 : $1 }
      partial.formUnion(list.partial)
    }
    for list in lists {
      for measure in list.strengths.keys where !list.partial.contains(measure) { partial.remove(measure) }
    }
    self.refused = Set(lists.flatMap(\.refused)).subtracting(strengths.keys)
    for measure in lists.flatMap(\.refused) + refused { strengths[measure] = nil }
  }

  /// How well a measure is paid for, or nothing where no list accepts it.
  subscript(measure: String) -> MeasureKind.Strength? { strengths[measure] }

  /// Whether a list names a measure as not paid for, and none accepts it.
  func refuses(_ measure: String) -> Bool { refused.contains(measure) }

  /// Whether they accept no measure.
  var isEmpty: Bool { strengths.isEmpty }

  /// Whether every list that accepts a measure pays for it on one subject alone.
  func isPartial(_ measure: String) -> Bool { strengths[measure] != nil && partial.contains(measure) }

  /// What a measure counts, in hundredths: all that a list exists for, less what it can pay for, least what it pays for where
  /// the item is on one subject.
  func share(of measure: String) -> Int? {
    strengths[measure].map { $0 == .core ? 100 : partial.contains(measure) ? 20 : 40 }
  }
}
