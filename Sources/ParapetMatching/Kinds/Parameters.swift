import ParapetModel

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

  /// The answer for several values: one that is refused is enough to be refused, and one that is accepted enough to be
  /// accepted.
  func outcome(of stated: [Value]) -> Outcome {
    if excluded.contains(where: stated.contains) { return .unmet }
    if included.contains(where: stated.contains) { return .met }
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
    if let minimum, let maximum, minimum > maximum {
      throw CriterionFault(
        message: "its minimum of \(minimum) is above its maximum of \(maximum): the criterion decides nothing"
      )
    }
  }
}

/// Values of which none may hold, and the measures that give reason to ask where the city says nothing.
///
/// Nobody asks of lamps whether they are weapons. Which measures do stands beside each value.
struct Exclusions<Value: RawRepresentable<String> & Hashable & Sendable>: Hashable, Sendable {
  private(set) var values: [Value] = []
  private var doubtful: [String] = []

  init(_ parameters: [Criterion.Parameter], attribute: String) throws(CriterionFault) {
    for parameter in parameters {
      guard parameter.name == "exclude" else { throw .parameter(parameter.name, allowed: ["exclude"]) }
      guard let value = parameter.attributes[attribute].flatMap(Value.init(rawValue:)) else {
        throw .value(attribute, of: parameter)
      }
      if !values.contains(value) { values.append(value) }
      if let measure = parameter.attributes["measure"] { doubtful.append(measure) }
    }
    guard !values.isEmpty else { throw CriterionFault(message: "no <exclude>: the criterion says nothing") }
  }

  /// The codes of the values.
  var codes: [String] { values.map(\.rawValue) }

  /// What is said of a subject that does not state the fact.
  func judgeSilence(of subject: Subject, asking fact: Fact) -> Judgement {
    guard let measures = subject.measures else { return .undecided(.nothing, missing: [fact]) }
    return measures.contains(where: doubtful.contains)
      ? .undecided(.nothing, missing: [fact]) : Judgement(outcome: .met, stated: .notAsked)
  }
}
