import ParapetModel

/// What a criterion's parameters mean: what it asks, how a subject is judged, and what would satisfy it.
///
/// A list, range or truth kind needs no conformer of its own; any other is one file in `Kinds/` and its case of
/// `CriterionKind.Logic`.
protocol CriterionLogic: Sendable {
  /// The parts of a subject that it looks at; all others may change without changing its answer or its proposals.
  var reads: SubjectParts { get }
  /// What the criterion asks.
  func required(on day: Day) -> Required
  /// What it says of a subject on a day.
  func judge(_ subject: Subject, on day: Day) -> Judgement
  /// The values of facts at which it would be satisfied; none where the subject does not state the fact, since an
  /// unknown fact is a question and no change, or where nothing would do.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal]
}

extension CriterionLogic {
  /// Nothing, where no change of the city would help.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] { [] }
}

/// What one criterion says of one subject.
struct Judgement: Hashable, Sendable {
  /// The outcome.
  var outcome: Outcome
  /// What was found.
  var stated: Stated
  /// The facts that would decide it.
  var missing: [Fact] = []
  /// What the city answered, whether or not it counts.
  var answer: GivenAnswer?

  static func undecided(_ stated: Stated, missing: [Fact]) -> Judgement {
    Judgement(outcome: .undecided, stated: stated, missing: missing)
  }
}

/// A criterion whose parameters cannot be understood.
struct CriterionFault: Error, Hashable {
  /// What is wrong, in the words of whoever wrote the file.
  var message: String
  /// What to do about it.
  var suggestion: String?

  static func parameter(_ name: String, allowed: [String]) -> CriterionFault {
    CriterionFault(
      message: "unknown parameter '\(name)'",
      suggestion: Diagnostic.nearest(to: name, among: allowed).map { "did you mean '\($0)'?" })
  }

  static func value(_ attribute: String, of parameter: Criterion.Parameter) -> CriterionFault {
    let found = parameter.attributes[attribute]
    return CriterionFault(
      message: found.map { "'\($0)' is no value of \(attribute) in <\(parameter.name)>" }
        ?? "<\(parameter.name)> needs \(attribute)")
  }
}

extension Criterion {
  /// What the criterion means; throws where its kind or its parameters cannot be understood.
  func logic() throws(CriterionFault) -> any CriterionLogic {
    guard let kind = CriterionKind(rawValue: kind), kind.form != .derived else {
      let near = Diagnostic.nearest(to: kind, among: CriterionKind.written.map(\.rawValue))
      throw CriterionFault(
        message: "unknown kind of criterion '\(self.kind)'",
        suggestion: near.map { "did you mean '\($0)'?" })
    }
    switch kind.form {
    case .list(let fact, let attribute):
      return try ListKind(kind, of: fact, attribute: attribute, parameters)
    case .range(let fact, let attribute):
      return try RangeKind(kind, of: fact, attribute: attribute, parameters)
    case .truth(let fact): return try TruthKind(kind, of: fact, parameters)
    case .own(.territory): return try TerritoryKind(parameters)
    case .own(.measure): return try MeasureKind(parameters)
    case .own(.consortium): return try ConsortiumKind(parameters)
    case .own(.duration): return try DurationKind(parameters)
    case .own(.completion): return try CompletionKind(parameters)
    case .own(.coordinator): return try CoordinatorKind(parameters)
    case .own(.previousAward): return try PreviousAwardKind(parameters)
    case .own(.partnerShare): return try PartnerShareKind(parameters)
    case .own(.excludedPurpose): return try ExcludedPurposeKind(parameters)
    case .own(.costHeading): return try CostHeadingKind(parameters)
    case .own(.members): return try MembersKind(parameters)
    case .own(.seats): return try SeatsKind(kind, parameters)
    case .own(.control): return try ControlKind(parameters)
    case .own(.everyone): return try EveryoneKind(kind, parameters)
    case .own(.sentence): return try SentenceKind(parameters)
    case .own(.equalityPlan): return try EqualityPlanKind(parameters)
    case .derived: throw CriterionFault(message: "'\(kind.rawValue)' follows from dates and amounts")
    }
  }
}
