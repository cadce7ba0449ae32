import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Requirement trees")
struct TreeTests {
  @Test(
    "an unmet criterion of a grade excludes only where the grade may",
    arguments: Grade.allCases)
  func grades(grade: Grade) {
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: leaf(.unmet, grade)))
    let (verdict, reasons) = Matcher.onTheIdes().judge(Subject(), against: offer)
    #expect(verdict == (grade.canExclude ? .ineligible : .undecided))
    #expect(reasons.first?.outcome == .unmet)
    #expect(reasons.first?.isUnverified == !grade.canExclude)
  }

  @Test("beneath a negation it is the met criterion that a weak grade cannot turn into an exclusion")
  func weakNegation() {
    #expect(verdict(.not(leaf(.met, .inferred))) == .undecided)
    #expect(verdict(.not(leaf(.met, .law))) == .ineligible)
    #expect(verdict(.not(leaf(.unmet, .inferred))) == .eligible)
    #expect(verdict(.not(.not(leaf(.unmet, .inferred)))) == .undecided)
  }

  @Test("a weak alternative that fails leaves the door open, a strong one that holds opens it")
  func alternatives() {
    #expect(verdict(.any([leaf(.unmet, .law), leaf(.unmet, .inferred)])) == .undecided)
    #expect(verdict(.any([leaf(.unmet, .law), leaf(.met, .inferred)])) == .eligible)
    #expect(verdict(.any([leaf(.unmet, .law), leaf(.undecided, .law)])) == .undecided)
    #expect(verdict(.any([leaf(.unmet, .law), leaf(.unmet, .call)])) == .ineligible)
  }

  @Test(
    "one certain exclusion outweighs all that is open, and every unmet criterion is told, not only the first")
  func allReasons() {
    let tree = Requirement.all([leaf(.undecided, .law), leaf(.unmet, .law), leaf(.unmet, .official)])
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: tree))
    let (verdict, reasons) = Matcher.onTheIdes().judge(Subject(), against: offer)
    #expect(verdict == .ineligible)
    #expect(reasons.map(\.outcome) == [.undecided, .unmet, .unmet])
  }

  @Test("three thousand random trees answer as the tables of strong Kleene logic do")
  func againstANaiveEvaluator() {
    var generator = SeededGenerator()
    for round in 0..<3_000 {
      let tree = Requirement.random(depth: 5, using: &generator)
      guard !tree.criteria.isEmpty else { continue }
      let expected = tree.truth(negated: false)
      let answer: [Verdict: Truth] = [.eligible: .yes, .undecided: .maybe, .ineligible: .no]
      guard answer[verdict(tree)] == expected else {
        Issue.record(
          "round \(round), seed \(generator.seed): \(verdict(tree)) for \(tree.criteria.map(\.id))")
        return
      }
    }
  }

  @Test("no random tree excludes on the word of a weak grade: with every weak leaf open it still excludes")
  func weakGradesNeverExclude() {
    var generator = SeededGenerator()
    var excluded = 0
    for _ in 0..<3_000 {
      let tree = Requirement.random(depth: 5, using: &generator)
      guard !tree.criteria.isEmpty, verdict(tree) == .ineligible else { continue }
      excluded += 1
      let open = tree.mapCriteria { criterion in
        criterion.citation.grade.canExclude ? criterion : .answering(.undecided, criterion.citation.grade)
      }
      guard verdict(open) == .ineligible else {
        Issue.record("seed \(generator.seed): a weak grade excluded")
        return
      }
    }
    #expect(excluded > 300, "the sample has to hold exclusions")
  }

  @Test("an answer that is certain stays, however the open questions are answered")
  func certainAnswersStay() {
    var generator = SeededGenerator()
    for _ in 0..<2_000 {
      let tree = Requirement.random(depth: 4, using: &generator)
      let before = verdict(tree)
      guard !tree.criteria.isEmpty, before != .undecided else { continue }
      let decided = tree.mapCriteria { criterion in
        guard criterion.kind == Criterion.answering(.undecided, .law).kind else { return criterion }
        return .answering(Bool.random(using: &generator) ? .met : .unmet, criterion.citation.grade)
      }
      guard verdict(decided) == before else {
        Issue.record("seed \(generator.seed): \(before) became \(verdict(decided))")
        return
      }
    }
  }

  @Test("a tree as deep as a file may be is judged")
  func deep() {
    var tree = leaf(.met, .law)
    for _ in 0..<64 { tree = .all([.any([.not(.not(tree))])]) }
    #expect(verdict(tree) == .eligible)
  }

  @Test(
    "a rule decides nothing before its first day and after its last",
    arguments: [
      ("2026-03-16", nil, Verdict.undecided), ("2026-03-15", nil, .ineligible),
      (nil, "2026-03-15", .ineligible),
      (nil, "2026-03-14", .undecided),
    ] as [(String?, String?, Verdict)])
  func validity(from: String?, to: String?, verdict: Verdict) {
    let criterion = Criterion.made(
      "where", "territory", [.include(["country": "IT"])], from: from, to: to)
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: .criterion(criterion)))
    let (answer, reasons) = Matcher.onTheIdes().judge(.rivemont, against: offer)
    #expect(answer == verdict)
    if verdict == .undecided {
      #expect(reasons.first?.stated == .notInForce(from: from.map(day), to: to.map(day)))
      #expect(reasons.first?.missing == [.callDocument])
    }
  }

  @Test("a call that is yet to open is judged by the rules of its opening day, not by today's gaps")
  func validityOfAForthcomingCall() {
    let criterion = Criterion.made("where", "territory", [.include(["country": "IT"])], from: "2026-05-28")
    var call = Opportunity.made(.call, "A", requirements: .criterion(criterion))
    call.openingDate = day("2026-05-28")
    #expect(Matcher.onTheIdes().judge(.rivemont, against: InstrumentBook.offer(call)).0 == .ineligible)
    call.openingDate = day("2026-05-27")
    #expect(Matcher.onTheIdes().judge(.rivemont, against: InstrumentBook.offer(call)).0 == .undecided)
  }

  @Test("work that is over before a call opens cannot be paid by it")
  func completionBeforeOpening() {
    var call = Opportunity.made(.call, "A", requirements: .criterion(.made("fresh", "completion")))
    call.openingDate = day("2026-05-28")
    var subject = Subject.rivemont
    subject.end = day("2026-04-30")
    #expect(Matcher.onTheIdes().judge(subject, against: InstrumentBook.offer(call)).0 == .ineligible)
  }

  @Test("beside an alternative that is met the others decide nothing and ask nothing")
  func mootAlternatives() {
    #expect(
      moot(.any([leaf(.met, .law), leaf(.undecided, .law), leaf(.unmet, .law)])) == [false, true, true])
    // What is ruled out is no way any more where another is open, and does not explain why that one is.
    #expect(moot(.any([leaf(.undecided, .law), leaf(.unmet, .law)])) == [false, true])
    #expect(moot(.any([leaf(.unmet, .law), leaf(.unmet, .law)])) == [false, false])
    #expect(moot(.not(.all([leaf(.met, .law), leaf(.unmet, .law)]))) == [true, false])
    #expect(moot(.not(.any([leaf(.met, .law), leaf(.unmet, .law)]))) == [false, false])
    #expect(moot(.all([leaf(.met, .law), leaf(.undecided, .law)])) == [false, false])
    #expect(
      moot(
        .all([
          .any([leaf(.met, .law), .all([leaf(.undecided, .law), leaf(.met, .law)])]), leaf(.unmet, .law),
        ]))
        == [false, true, true, false])
    let offer = InstrumentBook.offer(
      .made(.call, "A", requirements: .any([leaf(.met, .law), leaf(.undecided, .law)])))
    #expect(!Matcher.onTheIdes().match(.made(), with: offer).questions.contains(.population))
  }

  private func moot(_ tree: Requirement) -> [Bool] {
    Matcher.onTheIdes().judge(
      Subject(), against: InstrumentBook.offer(.made(.call, "A", requirements: tree))
    ).1.map(\.isMoot)
  }

  private func verdict(_ tree: Requirement) -> Verdict {
    Matcher.onTheIdes().judge(
      Subject(), against: InstrumentBook.offer(.made(.call, "A", requirements: tree))
    ).0
  }

  private func leaf(_ outcome: Outcome, _ grade: Grade) -> Requirement {
    .criterion(.answering(outcome, grade))
  }
}

/// A value of three-valued logic, ordered so that "all" is the least and "any" the greatest.
private enum Truth: Int, Comparable {
  case no, maybe, yes

  static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }
}

extension Criterion {
  /// A criterion that answers the same for an applicant of whom nothing is known.
  fileprivate static func answering(_ outcome: Outcome, _ grade: Grade) -> Criterion {
    let id = "\(outcome) by \(grade)"
    return switch outcome {
    case .met: .made(id, "consortium", [.minimum(["entities": "0", "countries": "0"])], grade: grade)
    case .unmet: .made(id, "consortium", [.maximum(["entities": "0"])], grade: grade)
    case .undecided: .made(id, "population", [.minimum(["value": "1"])], grade: grade)
    }
  }

  fileprivate var answer: Outcome {
    if kind == "population" { return .undecided }
    return parameters.first?.name == "minimum" ? .met : .unmet
  }
}

extension Requirement {
  fileprivate static func random(depth: Int, using generator: inout SeededGenerator) -> Requirement {
    let kind = depth == 0 ? 3 : Int.random(in: 0...4, using: &generator)
    switch kind {
    case 0, 1:
      var parts: [Requirement] = []
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        parts.append(random(depth: depth - 1, using: &generator))
      }
      return kind == 0 ? .all(parts) : .any(parts)
    case 2: return .not(random(depth: depth - 1, using: &generator))
    default:
      let outcome = Outcome.allCases.randomElement(using: &generator) ?? .met
      let grade = Grade.allCases.randomElement(using: &generator) ?? .law
      return .criterion(.answering(outcome, grade))
    }
  }

  /// The answer by De Morgan's laws: negations are pushed to the leaves, where a weak "no" becomes "maybe".
  fileprivate func truth(negated: Bool) -> Truth {
    switch self {
    case .not(let part): return part.truth(negated: !negated)
    case .all(let parts):
      let truths = parts.map { $0.truth(negated: negated) }
      return (negated ? truths.max() : truths.min()) ?? .yes
    case .any(let parts):
      let truths = parts.map { $0.truth(negated: negated) }
      return (negated ? truths.min() : truths.max()) ?? .no
    case .criterion(let criterion):
      let refusing: Outcome = negated ? .met : .unmet
      switch criterion.answer {
      case .undecided: return .maybe
      case refusing: return criterion.citation.grade.canExclude ? .no : .maybe
      case .met, .unmet: return .yes
      }
    }
  }
}
