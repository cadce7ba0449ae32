import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Pairs whose right answer follows from a cited rule")
struct PairTests {
  @Test(
    "each pair gets the answer that its rule gives, or the question that would decide it",
    arguments: Pair.table)
  func answer(pair: Pair) throws {
    let match = try pair.match()
    let found = match.reasons.filter { $0.outcome != .met && !$0.isMoot }.map { "\($0.id): \($0.outcome)" }
    #expect(try pair.answer() == pair.verdict, "\(found)")
    let reason = try #require(match.reasons.first { $0.id == pair.rule }, "no reason '\(pair.rule)'")
    #expect(reason.citation.source == pair.citation)
    guard pair.verdict != Pair.closed else {
      // Timing is no question of who may: the dates are not met, and they shut nobody out.
      #expect(reason.kind == CriterionKind.dates.rawValue)
      #expect(reason.outcome == .unmet)
      #expect(match.status == .closed)
      return
    }
    switch match.verdict {
    case .eligible:
      #expect(reason.outcome == .met)
      #expect(pair.ask.isEmpty)
    case .ineligible:
      #expect(reason.outcome == .unmet)
      #expect(reason.citation.grade.canExclude)
      #expect(pair.ask.isEmpty)
    case .undecided:
      #expect(reason.outcome == .undecided || reason.isUnverified)
      #expect(match.questions.map(\.rawValue).contains(pair.ask), "asked: \(match.questions)")
    }
  }

  @Test("there are at least two hundred, and at least nineteen of twenty are decided")
  func counts() throws {
    let table = Pair.table
    let answers = try table.map { try $0.answer() }
    func count(_ verdict: Verdict) -> Int { answers.filter { $0 == verdict.rawValue }.count }
    let right = zip(table, answers).filter { $0.0.verdict == $0.1 }.count
    let decided = table.count - count(.undecided)
    print(
      """
      pairs: \(table.count), decided \(decided) (eligible \(count(.eligible)), ineligible \
      \(count(.ineligible))), undecided \(count(.undecided)), as the table says \(right)
      """)
    #expect(table.count >= 200)
    #expect(decided * 20 >= table.count * 19)
    #expect(right == table.count)
    // A table of refusals alone would be passed by a program that refuses everything.
    #expect(count(.eligible) * 4 >= table.count)
  }

  @Test("no pair stands twice, and every cell that a line needs is filled")
  func lines() {
    var seen: Set<[String]> = []
    for pair in Pair.table {
      #expect(
        seen.insert([pair.city, pair.item, pair.change, pair.opportunity, pair.day]).inserted, "\(pair)")
      #expect(![pair.city, pair.rule, pair.citation, pair.because].contains(""), "line \(pair.line)")
      #expect(pair.verdict == Pair.closed || Verdict(rawValue: pair.verdict) != nil, "line \(pair.line)")
      #expect(pair.ask.isEmpty || Fact(rawValue: pair.ask) != nil, "line \(pair.line)")
    }
  }

  @Test("all four cities are asked about, and every kind of criterion decides some pair")
  func breadth() throws {
    #expect(Set(Pair.table.map(\.city)).sorted() == ShippedData.cities)
    let kinds = try Set(
      Pair.table.map { pair in
        try pair.match().reasons.first { $0.id == pair.rule }?.kind ?? ""
      })
    let expected: Set<String> = [
      "applicant-class", "completion", "consortium", "dates", "duration", "grant-size", "measure",
      "population", "territory", "coordinator", "previous-award", "technology-readiness", "excluded-purpose",
    ]
    #expect(kinds.isSuperset(of: expected), "\(expected.subtracting(kinds).sorted())")
  }
}
