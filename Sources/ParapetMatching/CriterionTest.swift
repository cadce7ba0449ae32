import ParapetModel

/// A kind of criterion: how its parameters are read and how a subject is judged.
///
/// One file per kind in `Criteria/`; a new kind is such a file, its place in `CriterionTests.all`, its sentences
/// and its examples.
protocol CriterionTest: Sendable {
  /// The name in `kind="…"`.
  static var kind: String { get }
  /// The parts of a subject that it looks at; all others may change without changing its answer or its proposals.
  static var reads: SubjectParts { get }
  /// The test of a criterion's parameters.
  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault)
  /// What the criterion asks.
  func required(on day: Day) -> Required
  /// What it says of a subject on a day.
  func judge(_ subject: Subject, on day: Day) -> Judgement
  /// The values of facts at which it would be satisfied; none where the subject does not state the fact, since an
  /// unknown fact is a question and no change, or where nothing would do.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal]
  /// The same answer as `judge`, for a subject that states the fact, as bits of that fact.
  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest
}

extension CriterionTest {
  /// What looks at several facts at once is asked.
  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest { .asked }
}

/// What one criterion says of one subject.
struct Judgement: Hashable, Sendable {
  /// The outcome.
  var outcome: Outcome
  /// What was found.
  var stated: Stated
  /// The facts that would decide it.
  var missing: [Fact] = []

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

/// The kinds of criterion that are known.
enum CriterionTests {
  static let all: [any CriterionTest.Type] = [
    ApplicantClassTest.self, TerritoryTest.self, MeasureTest.self, PopulationTest.self, ConsortiumTest.self,
    DurationTest.self, CompletionTest.self, RegionCategoryTest.self, CoordinatorTest.self,
    PreviousAwardTest.self, PartnerShareTest.self, TechnologyReadinessTest.self, ExcludedPurposeTest.self,
    CostHeadingTest.self,
  ]

  static func make(_ criterion: Criterion) throws(CriterionFault) -> any CriterionTest {
    guard let type = all.first(where: { $0.kind == criterion.kind }) else {
      let near = Diagnostic.nearest(to: criterion.kind, among: all.map { $0.kind })
      throw CriterionFault(
        message: "unknown kind of criterion '\(criterion.kind)'",
        suggestion: near.map { "did you mean '\($0)'?" })
    }
    return try type.init(criterion.parameters)
  }
}

/// Values that are accepted, values that are refused, and the answer for all others.
///
/// Refused comes before accepted. Without a word on the others, a list that accepts some refuses them, and a
/// list that only refuses accepts them.
struct ValueList<Value: Hashable & Sendable>: Hashable, Sendable {
  var included: [Value] = []
  var excluded: [Value] = []
  var otherwise: Outcome?

  var others: Outcome { otherwise ?? (included.isEmpty ? .met : .unmet) }

  /// The answer for a value, where a place lies within another by a rule of its own.
  func outcome(_ matches: (Value) -> Bool) -> Outcome {
    if excluded.contains(where: matches) { return .unmet }
    if included.contains(where: matches) { return .met }
    return others
  }

  init(
    _ parameters: [Criterion.Parameter],
    value: (Criterion.Parameter) throws(CriterionFault) -> Value
  ) throws(CriterionFault) {
    for parameter in parameters {
      switch parameter.name {
      case "include": included.append(try value(parameter))
      case "exclude": excluded.append(try value(parameter))
      case "otherwise":
        guard let text = parameter.attributes["outcome"], let outcome = Outcome(rawValue: text) else {
          throw .value("outcome", of: parameter)
        }
        otherwise = outcome
      default:
        throw .parameter(parameter.name, allowed: ["include", "exclude", "otherwise"])
      }
    }
    guard !included.isEmpty || !excluded.isEmpty else {
      throw CriterionFault(message: "neither <include> nor <exclude>: the criterion says nothing")
    }
  }
}

/// A least and a greatest number.
struct NumberRange: Hashable, Sendable {
  var minimum: Int?
  var maximum: Int?

  func contains(_ value: Int) -> Bool { value >= minimum ?? .min && value <= maximum ?? .max }

  init(_ parameters: [Criterion.Parameter], attribute: String) throws(CriterionFault) {
    for parameter in parameters {
      guard parameter.name == "minimum" || parameter.name == "maximum" else {
        throw .parameter(parameter.name, allowed: ["minimum", "maximum"])
      }
      guard let value = parameter.attributes[attribute].flatMap({ Int($0) }), value >= 0 else {
        throw .value(attribute, of: parameter)
      }
      if parameter.name == "minimum" { minimum = value } else { maximum = value }
    }
    guard minimum != nil || maximum != nil else {
      throw CriterionFault(message: "neither <minimum> nor <maximum>: the criterion says nothing")
    }
  }
}
