import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The compiled book")
struct CompiledBookTests {
  @Test("two thousand items get the verdicts and masks that the plainest evaluation gives")
  func againstANaiveEvaluator() {
    var generator = SeededGenerator()
    var seen: Set<Verdict> = []
    for round in 0..<100 {
      // Some books are longer than a vector, some shorter than a word.
      let columns = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        RandomColumn(using: &generator)
      }
      let longest = round % 10 == 0 ? 300 : 30
      let rules = (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
        CompiledRule.random(columns, using: &generator)
      }
      let book = CompiledBook(rules)
      var answer = book.makeAnswer()
      let places = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: book.places)
      defer { places.deallocate() }
      for _ in 0..<20 {
        let facts = CompiledFacts.random(using: &generator)
        let said = (0..<4).map { _ in Outcome.allCases.randomElement(using: &generator) ?? .met }
        book.judge(facts, into: &answer) { said[$0] }
        book.writeFailures(answer, into: places)
        for (index, rule) in rules.enumerated() {
          let outcomes = rule.leaves.map { $0.plainOutcome(facts, said) }
          let unmet = rule.mask { outcomes[$0] == .unmet }
          let verdict = rule.verdict(outcomes)
          seen.insert(verdict)
          let low = places[book.positions[index]]
          guard book.verdict(answer, of: index) == verdict, book.failures(answer, of: index) == unmet,
            book.openQuestions(answer, of: index) == rule.mask({ outcomes[$0] == .undecided }),
            low == UInt16(truncatingIfNeeded: unmet)
          else {
            Issue.record("round \(round), seed \(generator.seed), \(rule) with \(facts)")
            return
          }
        }
      }
    }
    #expect(seen.count == 3, "the sample has to hold every verdict")
  }

  @Test("what is met and what fails by one criterion alone is counted")
  func counts() {
    let tests: [CompiledTest] = [.any(of: 0, in: 0b0110), .range(of: 1, 10...20)]
    let rules = (0..<300).map { number in
      CompiledRule(
        all: tests.prefix(number % 3).enumerated().map { .init(column: $0.offset, test: $0.element) })
    }
    let book = CompiledBook(rules)
    var answer = book.makeAnswer()
    book.judge(CompiledFacts([0b0001, 15]), into: &answer) { _ in .undecided }
    #expect(book.counts(answer) == (eligible: 100, nearMisses: 200))
    book.judge(CompiledFacts([0b0001, 9]), into: &answer) { _ in .undecided }
    #expect(book.counts(answer) == (eligible: 100, nearMisses: 100))
    let met = (0..<(book.places / 64)).reduce(0) { $0 + book.eligibleWord(answer, $1).nonzeroBitCount }
    #expect(met == 100)
  }

  @Test("the ends of a range belong to it, down to the smallest and up to the greatest number")
  func ends() {
    let ranges: [ClosedRange<Int64>] = [5...7, 7...7, (.min)...6, 8...(.max), (.min)...(.max)]
    let book = CompiledBook(ranges.map { CompiledRule(all: [.init(column: 0, test: .range(of: 0, $0))]) })
    var answer = book.makeAnswer()
    for number in [Int64.min, 4, 5, 6, 7, 8, .max] {
      book.judge(CompiledFacts([UInt64(bitPattern: number)]), into: &answer) { _ in .undecided }
      for (rule, range) in ranges.enumerated() {
        #expect(book.verdict(answer, of: rule) == (range.contains(number) ? .eligible : .ineligible))
      }
    }
  }

  @Test("a book without rules and a rule without criteria are judged")
  func empty() {
    let none = CompiledBook([])
    var answer = none.makeAnswer()
    none.judge(CompiledFacts(count: 0), into: &answer) { _ in .undecided }
    #expect(none.counts(answer) == (eligible: 0, nearMisses: 0))
    let free = CompiledBook([CompiledRule(all: [])])
    answer = free.makeAnswer()
    free.judge(CompiledFacts(count: 0), into: &answer) { _ in .undecided }
    #expect(free.verdict(answer, of: 0) == .eligible)
  }
}

/// How the criteria of a column are written.
private struct RandomColumn {
  var form: Int
  var fact: Int

  init(using generator: inout SeededGenerator) {
    form = Int.random(in: 0..<5, using: &generator)
    fact = Int.random(in: 0..<6, using: &generator)
  }

  func test(using generator: inout SeededGenerator) -> CompiledTest {
    let (first, second) = (generator.next(), generator.next())
    switch form {
    case 0: return .every(of: fact, met: first & ~second, unmet: second & ~first)
    case 1: return .any(of: fact, in: first & second)
    case 2: return .none(of: fact, in: first & second)
    case 3:
      let lower = Int64.random(in: -50...50, using: &generator)
      let range = lower...(lower + Int64.random(in: 0...60, using: &generator))
      return .range(
        of: fact, first % 5 == 0 ? range.lowerBound...(.max) : second % 5 == 0 ? (.min)...lower : range)
    default: return .asked
    }
  }
}

extension CompiledFacts {
  fileprivate static func random(using generator: inout SeededGenerator) -> CompiledFacts {
    var facts = CompiledFacts(count: 6)
    for fact in 0..<6 {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: break
      case 1: facts.state(fact, 0)
      case 2: facts.state(fact, generator.next() & generator.next() & generator.next())
      case 3: facts.state(fact, 1 << UInt64.random(in: 0..<64, using: &generator))
      default: facts.state(fact, UInt64(bitPattern: Int64.random(in: -60...120, using: &generator)))
      }
    }
    return facts
  }
}

extension CompiledRule {
  fileprivate static func random(
    _ columns: [RandomColumn], using generator: inout SeededGenerator
  ) -> CompiledRule {
    let leaves = columns.indices.filter { _ in Bool.random(using: &generator) }.map { column in
      Leaf(
        column: column, test: columns[column].test(using: &generator),
        number: Int.random(in: 0..<4, using: &generator),
        canExclude: Int.random(in: 0..<4, using: &generator) > 0)
    }
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return CompiledRule(all: leaves) }
    return CompiledRule(leaves, .random(leaves.map(\.column)[...], using: &generator))
  }

  fileprivate func mask(_ holds: (Int) -> Bool) -> UInt64 {
    leaves.indices.reduce(0) { mask, leaf in holds(leaf) ? mask | 1 << UInt64(leaves[leaf].column) : mask }
  }

  fileprivate func verdict(_ outcomes: [Outcome]) -> Verdict {
    switch plainOutcome(shape, outcomes) {
    case .met: .eligible
    case .undecided: .undecided
    case .unmet: .ineligible
    }
  }

  private func plainOutcome(_ shape: Shape, _ outcomes: [Outcome]) -> Outcome {
    func answer(_ column: Int, _ refuses: Outcome) -> Outcome {
      guard let leaf = leaves.firstIndex(where: { $0.column == column }) else { return .met }
      if outcomes[leaf] == refuses { return leaves[leaf].canExclude ? .unmet : .undecided }
      return outcomes[leaf] == .undecided ? .undecided : .met
    }
    switch shape {
    case .column(let column): return answer(column, .unmet)
    case .not(let column): return answer(column, .met)
    case .all(let parts):
      let found = parts.map { plainOutcome($0, outcomes) }
      return found.contains(.unmet) ? .unmet : found.contains(.undecided) ? .undecided : .met
    case .any(let parts):
      let found = parts.map { plainOutcome($0, outcomes) }
      return found.contains(.met) ? .met : found.contains(.undecided) ? .undecided : .unmet
    }
  }
}

extension CompiledRule.Shape {
  fileprivate static func random(_ columns: ArraySlice<Int>, using generator: inout SeededGenerator) -> Self {
    guard columns.count > 1, let first = columns.first else {
      return columns.first.map { Bool.random(using: &generator) ? .column($0) : .not($0) } ?? .any([])
    }
    let cut = columns.startIndex + Int.random(in: 0..<columns.count, using: &generator)
    let parts: [Self] = [
      cut == columns.startIndex ? .column(first) : .random(columns[..<cut], using: &generator),
      .random(columns[cut...].dropFirst(cut == columns.startIndex ? 1 : 0), using: &generator),
    ]
    return Bool.random(using: &generator) ? .all(parts) : .any(parts)
  }
}

extension CompiledRule.Leaf {
  fileprivate func plainOutcome(_ facts: CompiledFacts, _ said: [Outcome]) -> Outcome {
    func known(_ fact: Int) -> UInt64? { facts.known >> UInt64(fact) & 1 == 1 ? facts.words[fact] : nil }
    func values(_ word: UInt64) -> [UInt64] { (0..<64).filter { word >> $0 & 1 == 1 }.map { 1 << $0 } }
    switch test {
    case .every(let fact, let met, let unmet):
      guard let word = known(fact), word != 0 else { return said[number] }
      if values(word).allSatisfy({ $0 & met != 0 }) { return .met }
      return values(word).allSatisfy { $0 & unmet != 0 } ? .unmet : .undecided
    case .any(let fact, let set):
      guard let word = known(fact), word != 0 else { return said[number] }
      return word & set == 0 ? .unmet : .met
    case .none(let fact, let set):
      return known(fact).map { $0 & set == 0 ? .met : .unmet } ?? said[number]
    case .range(let fact, let range):
      return known(fact).map { range.contains(Int64(bitPattern: $0)) ? .met : .unmet } ?? said[number]
    case .asked: return said[number]
    }
  }
}
