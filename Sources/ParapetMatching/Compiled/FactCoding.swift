import ParapetModel

/// A fact of an item that criteria are compiled for, by its place among the words.
enum CompiledFact: Int, CaseIterable {
  case applicant, regionCategory, population, months, end, measures, purposes, costHeadings
}

/// How facts are written as words: each measure that some criterion names has a bit of its own.
struct FactCoding: Sendable {
  /// The bits of measures; nothing where more are named than a word has bits.
  private let measures: [String: Int]?
  /// The bit of every measure that no criterion names.
  private static let otherMeasure = 63

  /// A coding for the criteria of some trees.
  init(for trees: some Sequence<Tree>) {
    var measures: [String: Int] = [:]
    for tree in trees {
      for leaf in tree.leaves {
        guard let test = leaf.logic as? MeasureKind else { continue }
        for code in test.named where measures[code] == nil { measures[code] = measures.count }
      }
    }
    self.measures = measures.count > FactCoding.otherMeasure ? nil : measures
  }

  /// The facts that a subject states.
  func facts(of subject: Subject) -> CompiledFacts {
    var facts = CompiledFacts(count: CompiledFact.allCases.count)
    func state(_ fact: CompiledFact, _ word: UInt64?) {
      if let word { facts.state(fact.rawValue, word) }
    }
    func number(_ value: Int?) -> UInt64? { value.map { UInt64(bitPattern: Int64($0)) } }
    state(
      .applicant,
      subject.applicant.applicant.map { FactCoding.word(of: [$0], among: ApplicantClass.allCases) })
    state(
      .regionCategory,
      subject.applicant.regionCategory.map { FactCoding.word(of: [$0], among: RegionCategory.allCases) })
    state(.population, number(subject.applicant.population))
    if let start = subject.start, let end = subject.end, start <= end {
      state(.months, number(start.months(through: end)))
    }
    state(.end, number(subject.end.map { Int($0.number) }))
    if let measures, let wanted = subject.measures {
      var word: UInt64 = 0
      for code in wanted { word |= 1 << UInt64(measures[code] ?? FactCoding.otherMeasure) }
      state(.measures, word)
    }
    state(.purposes, subject.purposes.map { FactCoding.word(of: $0, among: SpecialPurpose.allCases) })
    state(.costHeadings, subject.costHeadings.map { FactCoding.word(of: $0, among: CostCategory.allCases) })
    return facts
  }

  /// A criterion that every value must meet, from its answer for each.
  func every<Value: Equatable>(
    _ fact: CompiledFact, among values: [Value], answer: (Value) -> Outcome
  ) -> CompiledTest {
    var met: UInt64 = 0
    var unmet: UInt64 = 0
    for (bit, value) in values.enumerated() {
      switch answer(value) {
      case .met: met |= 1 << UInt64(bit)
      case .unmet: unmet |= 1 << UInt64(bit)
      case .undecided: break
      }
    }
    return .every(of: fact.rawValue, met: met, unmet: unmet)
  }

  /// A criterion that every measure must meet, from its answer for each, and for one that it does not name.
  func everyMeasure(answer: (String?) -> Outcome) -> CompiledTest {
    guard let measures else { return .asked }
    var met: UInt64 = 0
    var unmet: UInt64 = 0
    for (code, bit) in measures.map({ (Optional($0.key), $0.value) }) + [(nil, FactCoding.otherMeasure)] {
      switch answer(code) {
      case .met: met |= 1 << UInt64(bit)
      case .unmet: unmet |= 1 << UInt64(bit)
      case .undecided: break
      }
    }
    return .every(of: CompiledFact.measures.rawValue, met: met, unmet: unmet)
  }

  /// A criterion about a number; what no number meets is left to the criterion itself.
  func range(_ fact: CompiledFact, _ range: NumberRange) -> CompiledTest {
    let lower = range.minimum.map { Int64($0) } ?? .min
    let upper = range.maximum.map { Int64($0) } ?? .max
    return lower <= upper ? .range(of: fact.rawValue, lower...upper) : .asked
  }

  /// A set of values as bits.
  static func word<Value: Equatable>(of some: some Sequence<Value>, among values: [Value]) -> UInt64 {
    some.reduce(0) { word, value in
      values.firstIndex(of: value).map { word | 1 << UInt64($0) } ?? word
    }
  }
}
