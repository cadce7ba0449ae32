import ParapetModel

extension OpportunityBuilder {
  private static let nodes = ["all", "any", "not", "criterion"]
  private static let criterionAttributes = ["id", "kind", "overrides"] + citationAttributes
  private static let parameters = [
    "include", "exclude", "minimum", "maximum", "otherwise", "overlap", "of", "text",
  ]

  /// The requirement tree of a record.
  mutating func requirements(_ element: XMLElement) -> Requirement? {
    findings.expect(element, attributes: [], text: false)
    let parts = requirementParts(of: element)
    if parts.count > 1 || element.children.count > 1 {
      findings.note(
        "repeated-element", element, .severalConditions(element.name), suggestion: .putIntoAll)
    }
    if element.children.isEmpty {
      findings.note("empty-group", element, .noCondition(element.name))
    }
    guard let tree = parts.first else { return nil }
    var ids: Set<String> = []
    for criterion in tree.criteria where !ids.insert(criterion.id).inserted {
      findings.note(
        Diagnostic(.error, id: "duplicate-id", at: criterion.place, .twoCriteria(criterion.id)))
    }
    return tree
  }

  private mutating func requirementParts(of element: XMLElement) -> [Requirement] {
    var parts: [Requirement] = []
    for child in element.children {
      guard child.foreignNamespace == nil, OpportunityBuilder.nodes.contains(child.name) else {
        findings.refuse(child, in: element, known: OpportunityBuilder.nodes)
        continue
      }
      if let part = requirement(child) { parts.append(part) }
    }
    return parts
  }

  private mutating func requirement(_ element: XMLElement) -> Requirement? {
    if element.name == "criterion" { return criterion(element).map(Requirement.criterion) }
    findings.expect(element, attributes: [], text: false)
    let parts = requirementParts(of: element)
    if element.children.isEmpty {
      findings.note("empty-group", element, .noCondition(element.name))
    }
    guard let first = parts.first else { return nil }
    switch element.name {
    case "all": return .all(parts)
    case "any": return .any(parts)
    default:
      if parts.count > 1 {
        findings.note("repeated-element", element, .severalConditions(element.name))
      }
      return .not(first)
    }
  }

  private mutating func criterion(_ element: XMLElement) -> Criterion? {
    findings.expect(element, attributes: OpportunityBuilder.criterionAttributes, text: false)
    let citation = findings.citation(of: element, demand: .criterion(isRequired: citationRequired))
    let id = findings.required("id", of: element)
    let kind = findings.required("kind", of: element)
    var parameters: [Criterion.Parameter] = []
    var examples: [Criterion.Example] = []
    examples.reserveCapacity(Outcome.allCases.count)
    for child in element.children {
      let isKnown = child.name == "example" || OpportunityBuilder.parameters.contains(child.name)
      guard child.foreignNamespace == nil, isKnown else {
        findings.refuse(child, in: element, known: OpportunityBuilder.parameters + ["example"])
        continue
      }
      findings.expectNoChildren(child)
      if child.hasText { findings.expect(child, attributes: child.attributes.map(\.name), text: false) }
      if child.name == "example" {
        if let example = example(child) { examples.append(example) }
      } else {
        parameters.append(Criterion.Parameter(child.name, child.facts(except: nil)))
      }
    }
    guard let id, let kind else { return nil }
    let criterion = Criterion(
      id: id, kind: kind, parameters: parameters, citation: citation, overrides: element["overrides"],
      examples: examples, place: element.place(in: findings.file))
    demandExamples(of: criterion, element)
    return criterion
  }

  private mutating func example(_ element: XMLElement) -> Criterion.Example? {
    guard let outcome: Outcome = findings.required("outcome", of: element) else { return nil }
    return Criterion.Example(
      outcome: outcome, facts: element.facts(except: "outcome"), place: element.place(in: findings.file))
  }

  /// Demands an example of each outcome that the criterion can have: no rule without proof.
  ///
  /// One of met or unmet is demanded unless the parameters rule that outcome out.
  private mutating func demandExamples(of criterion: Criterion, _ element: XMLElement) {
    for outcome in Outcome.allCases where !criterion.examples.contains(where: { $0.outcome == outcome }) {
      if outcome == .met, !criterion.canBeMet { continue }
      if outcome == .unmet, !criterion.canBeUnmet { continue }
      findings.note(
        "missing-example", element, .noExample(criterion.id, outcome),
        severity: citationRequired ? .error : .warning)
    }
  }
}

extension Criterion {
  /// Whether its parameters leave room for the outcome `met`.
  ///
  /// A list all of whose entries are accepted in part, and that does not accept what it leaves out, can never be met.
  fileprivate var canBeMet: Bool {
    let included = parameters.filter { $0.name == "include" }
    let rest = parameters.first { $0.name == "otherwise" }?.attributes["outcome"]
    return included.isEmpty || rest == Outcome.met.rawValue
      || !included.allSatisfy { $0.attributes["scope"] == "part" }
  }

  /// Whether its parameters leave room for the outcome `unmet`.
  ///
  /// A list that leaves open what it does not name, and excludes nothing, can never be unmet; neither can one
  /// that includes every class of applicant, nor a minimum of one.
  fileprivate var canBeUnmet: Bool {
    if parameters.contains(where: { $0.name == "exclude" || $0.name == "maximum" }) { return true }
    let minima = parameters.filter { $0.name == "minimum" }
    guard minima.isEmpty else { return minima.contains { $0.attributes.values.contains { $0 != "1" } } }
    if let rest = parameters.first(where: { $0.name == "otherwise" }) {
      return rest.attributes["outcome"] == Outcome.unmet.rawValue
    }
    let classes = Set(parameters.compactMap { $0.attributes["applicant"] })
    return !ApplicantClass.allCases.allSatisfy { classes.contains($0.rawValue) }
  }
}

extension XMLElement {
  /// The attributes by name, but for one.
  fileprivate func facts(except name: String?) -> [String: String] {
    var facts = [String: String](minimumCapacity: attributes.count)
    for attribute in attributes where attribute.name != name { facts[attribute.name] = attribute.value }
    return facts
  }
}

extension Message {
  fileprivate static let putIntoAll = Message(en: "put them into 'all'", fr: "réunissez-les dans « all »")

  fileprivate static func severalConditions(_ element: String) -> Message {
    Message(
      en: "'\(element)' holds more than one condition", fr: "« \(element) » contient plus d’une condition")
  }

  fileprivate static func noCondition(_ element: String) -> Message {
    Message(en: "'\(element)' holds no condition", fr: "« \(element) » ne contient aucune condition")
  }

  fileprivate static func twoCriteria(_ id: String) -> Message {
    Message(en: "two criteria are called '\(id)'", fr: "deux critères s’appellent « \(id) »")
  }

  fileprivate static func noExample(_ criterion: String, _ outcome: Outcome) -> Message {
    Message(
      en: "the criterion '\(criterion)' has no example for '\(outcome.rawValue)'",
      fr: "le critère « \(criterion) » n’a pas d’exemple pour « \(outcome.rawValue) »")
  }
}
