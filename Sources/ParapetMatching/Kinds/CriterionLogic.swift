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
