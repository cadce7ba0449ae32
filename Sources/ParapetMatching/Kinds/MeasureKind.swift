import ParapetModel

/// What kind of thing may be paid for.
struct MeasureKind: CriterionLogic {
  let kind = CriterionKind.measure
  let reads: SubjectParts

  /// How well an instrument pays for a measure that it accepts.
  enum Strength: String, Hashable, Sendable {
    /// It exists for this.
    case core
    /// It can, under conditions.
    case possible
  }

  private let measures: ValueList<String>
  /// How well the instrument pays for each measure that this criterion accepts.
  let strengths: [String: Strength]
  /// Measures of which it accepts some items only, such as help for victims of one kind of violence.
  let partial: [String]
  /// Those of them that it accepts where a territorial strategy has the item in it.
  private let inStrategy: Set<String>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    var strengths: [String: Strength] = [:]
    var partial: [String] = []
    var inStrategy: Set<String> = []
    measures = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let code = parameter.attributes["measure"], !code.isEmpty else {
        throw .value("measure", of: parameter)
      }
      if parameter.name == "include" {
        guard let strength = parameter.attributes["fit"].flatMap(Strength.init(rawValue:)) else {
          throw .value("fit", of: parameter)
        }
        strengths[code] = strength
        switch parameter.attributes["scope"] {
        case nil: break
        // Paid for one subject alone is paid under a condition.
        case "part" where strength == .possible: partial.append(code)
        case "strategy" where strength == .possible:
          partial.append(code)
          inStrategy.insert(code)
        default: throw .value("scope", of: parameter)
        }
      }
      return code
    }
    self.strengths = strengths
    self.partial = partial
    self.inStrategy = inStrategy
    reads = inStrategy.isEmpty ? .item(.measures) : .item(.measures).union(Fact.territorialStrategy.parts)
  }

  /// The measures that this criterion refuses by name.
  var refused: [String] { measures.excluded }

  /// The measures that it names, accepted ones first.
  var named: [String] { measures.included + measures.excluded }

  /// What it says of measures that it does not name.
  var others: Outcome { measures.others }

  func required(on day: Day) -> Required {
    let whole = measures.included.filter { !partial.contains($0) }
    return .measures(
      core: whole.filter { strengths[$0] == .core }, possible: whole.filter { strengths[$0] == .possible },
      partial: partial, excluded: measures.excluded)
  }

  /// Met where every measure of the item is accepted, unmet where every one is refused, else undecided: what is
  /// accepted in part must be divided before it can be paid. Of a measure that is accepted for one subject alone,
  /// the measure does not tell whether the item is about it; of one that is accepted within a territorial strategy, the city
  /// tells whether it has one with the item in it.
  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let wanted = subject.measures else { return .undecided(.nothing, missing: [.measures]) }
    let strategy = subject[.territorialStrategy]?.truth
    let outcomes = wanted.map { code in
      let outcome = measures.outcome { $0 == code }
      return outcome == .met && leavesOpen(code, strategy) ? .undecided : outcome
    }
    let refused = zip(wanted, outcomes).filter { $0.1 == .unmet }.map(\.0)
    let stated = Stated.values(kind, wanted, refused: refused)
    if outcomes.allSatisfy({ $0 == .met }) { return Judgement(outcome: .met, stated: stated) }
    if outcomes.allSatisfy({ $0 == .unmet }) { return Judgement(outcome: .unmet, stated: stated) }
    if !refused.isEmpty { return .undecided(stated, missing: [.measures]) }
    let isOpenBySubject = zip(wanted, outcomes).allSatisfy { $0.1 == .met || partial.contains($0.0) }
    guard isOpenBySubject else { return .undecided(stated, missing: [.callDocument]) }
    let asksStrategy =
      strategy == nil && zip(wanted, outcomes).contains { $0.1 != .met && inStrategy.contains($0.0) }
    return .undecided(stated, missing: [asksStrategy ? .territorialStrategy : .subject])
  }

  /// Whether it is open if a measure that is accepted is paid for in this item.
  private func leavesOpen(_ measure: String, _ strategy: Bool?) -> Bool {
    partial.contains(measure) && !(inStrategy.contains(measure) && strategy == true)
  }

  /// An item whose measures are accepted in part can be divided; one of which nothing is accepted is another item.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    let accepted = (subject.measures ?? []).filter { code in measures.outcome { $0 == code } == .met }
    return accepted.isEmpty ? [] : [.measures(accepted)]
  }
}
