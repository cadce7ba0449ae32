import ParapetModel

/// A kind that asks for a number between bounds, of all items or of those with some measures alone: only what develops
/// technology has a readiness level, and a course for guards has none and passes.
///
/// `CriterionKind` declares which; one that needs no more than this needs no file.
struct RangeKind: CriterionLogic {
  let kind: CriterionKind
  private let fact: Fact
  private let range: NumberRange
  private let measures: [String]

  init(
    _ kind: CriterionKind, of fact: Fact, attribute: String, _ parameters: [Criterion.Parameter]
  ) throws(CriterionFault) {
    self.kind = kind
    self.fact = fact
    range = try NumberRange(parameters.filter { $0.name != "include" }, attribute: attribute)
    measures = try parameters.filter { $0.name == "include" }.map { parameter throws(CriterionFault) in
      guard let code = parameter.attributes["measure"], !code.isEmpty else {
        throw .value("measure", of: parameter)
      }
      return code
    }
  }

  var reads: SubjectParts { measures.isEmpty ? fact.parts : fact.parts.union(.item(.measures)) }

  func required(on day: Day) -> Required {
    .range(kind, minimum: range.minimum, maximum: range.maximum, of: measures)
  }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    if !measures.isEmpty {
      guard let own = subject.measures else { return .undecided(.nothing, missing: [.measures]) }
      guard own.contains(where: measures.contains) else {
        return Judgement(outcome: .met, stated: .notAsked)
      }
    }
    guard let number = subject[fact]?.number else { return .undecided(.nothing, missing: [fact]) }
    return Judgement(outcome: range.contains(number) ? .met : .unmet, stated: .number(kind, number))
  }

  /// What takes time can be risen to, and not gone back from.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard let number = subject[fact]?.number else { return [] }
    let reached =
      fact.declaration.power == .needsTime
      ? [range.minimum].compactMap(\.self).filter { number < $0 }
      : [range.minimum, range.maximum].compactMap(\.self)
    return reached.map { .change(.value(fact, .number($0))) }
  }
}
