import Foundation
import ParapetModel

/// Reads `practice.xml`: when the money of grants comes, and which may not stand side by side.
struct PracticeReader: DataReader {
  let rootName = "practice"
  var findings: XMLFindings
  private(set) var practice = GrantPractice()
  /// The instruments that the file names, with their places.
  private(set) var instruments: [(id: String, place: Diagnostic.Place)] = []

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    switch element.foreignNamespace == nil ? element.name : "" {
    case "payment": readPayment(element)
    case "preparation": readPreparation(element)
    case "exclusion": readExclusion(element)
    case "work": readWork(element)
    default:
      findings.refuse(
        element, inElementNamed: rootName, known: ["payment", "preparation", "exclusion", "work"])
    }
  }

  private mutating func readPayment(_ element: XMLElement) {
    findings.expect(
      element,
      attributes: ["for", "advance", "interim", "monthsToAgreement", "daysToPay"] + citationAttributes,
      text: false)
    findings.expectNoChildren(element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    guard let scope = scope("for", of: element), let advance = share("advance", of: element),
      let interim = share("interim", of: element),
      let months = findings.required("monthsToAgreement", of: element).flatMap({
        findings.count($0, of: element)
      }), let days = findings.required("daysToPay", of: element).flatMap({ findings.count($0, of: element) })
    else { return }
    guard advance.millionths + interim.millionths <= Rate.whole.millionths else {
      return findings.note("impossible-shares", element, Message("the shares are more than the whole"))
    }
    guard !practice.payments.contains(where: { $0.scope == scope }) else {
      return findings.note(
        "duplicate-terms", element, Message("the terms of '\(element["for"] ?? "")' stand twice"))
    }
    practice.payments.append(
      PaymentTerms(
        scope: scope, advance: advance, interim: interim, monthsToAgreement: min(months, 60),
        daysToPay: min(days, 1_000), citation: citation))
  }

  private mutating func readPreparation(_ element: XMLElement) {
    findings.expect(element, attributes: ["for", "days"] + citationAttributes, text: false)
    findings.expectNoChildren(element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    guard let scope = scope("for", of: element),
      let days = findings.required("days", of: element).flatMap({ findings.count($0, of: element) })
    else { return }
    guard !practice.preparation.contains(where: { $0.scope == scope }) else {
      return findings.note(
        "duplicate-terms", element, Message("the days of '\(element["for"] ?? "")' stand twice"))
    }
    practice.preparation.append(PreparationTime(scope: scope, days: min(days, 1_000), citation: citation))
  }

  private mutating func readExclusion(_ element: XMLElement) {
    findings.expect(element, attributes: ["id", "first", "second"] + citationAttributes, text: false)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    let texts = texts(of: element)
    guard let id = findings.required("id", of: element), let first = scope("first", of: element),
      let second = scope("second", of: element)
    else { return }
    practice.cumulation.append(
      CumulationRule(id: id, first: first, second: second, texts: texts, citation: citation))
  }

  private mutating func readWork(_ element: XMLElement) {
    findings.expect(
      element,
      attributes: [
        "for", "form", "role", "partner", "abroad", "within", "members", "months", "cost", "of", "in",
        "population", "lists", "parts", "measures", "concepts", "without",
      ]
        + citationAttributes,
      text: false)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    let texts = texts(of: element)
    guard let form = findings.required("form", of: element), let scope = scope("for", of: element) else {
      return
    }
    let errors = findings.diagnostics.count
    let role = element["role"].flatMap { BodyRole(rawValue: $0) }
    let partner = element["partner"].flatMap { ApplicantClass(rawValue: $0) }
    for (name, isUnknown) in [
      ("role", element["role"] != nil && role == nil),
      ("partner", element["partner"] != nil && partner == nil),
    ] where isUnknown {
      findings.note(
        "unknown-word", element, Message("'\(element[name] ?? "")' is no word for '\(name)'"))
    }
    var demand = WorkDemand(
      scope: scope, form: form, role: role, partner: partner,
      measures: words("measures", of: element), concepts: words("concepts", of: element), texts: texts,
      citation: citation)
    demand.isAbroad = element["abroad"] == "yes"
    demand.isWithinState = element["within"] == "state"
    demand.firstMeasure = element["of"]
    demand.places = places(of: element)
    demand.population = population(of: element)
    demand.bindsLists = element["lists"] == "yes"
    demand.reachesParts = element["parts"] != "no"
    demand.refused = words("without", of: element)
    demand.leastMembers = element["members"].flatMap { findings.count($0, of: element) }
    demand.leastMonths = element["months"].flatMap { findings.count($0, of: element) }
    demand.leastCost = element["cost"].flatMap { findings.count($0, of: element) }
      .map { Money(minorUnits: Int64($0) * 100) }
    refuseBesideSize(element)
    if citation.grade == .unsourced {
      findings.note(
        "unsourced-work", element,
        Message("'\(form)' has no source, and what has none keeps nothing off a list"),
        suggestion: Message("name what it is concluded from, or leave it out"))
    }
    // Without what could not be read it would be asked of everybody, or met by nobody.
    guard findings.diagnostics.count == errors else { return }
    practice.works.append(demand)
  }

  /// A length or a cost is asked of every item, so nothing stands beside it that would do in its place.
  private mutating func refuseBesideSize(_ element: XMLElement) {
    let names = [
      "months", "cost", "role", "partner", "abroad", "within", "members", "population", "measures",
      "concepts",
    ]
    let stated = names.filter { element[$0] != nil }
    guard let size = stated.first, ["months", "cost"].contains(size), stated.count > 1 else { return }
    findings.note(
      "contradicting-attributes", element,
      Message("'\(size)' is asked of every item, and '\(stated[1])' beside it would do in its place"),
      suggestion: Message("write two forms of work"))
  }

  /// What it is called, by language.
  private mutating func texts(of element: XMLElement) -> [LocalizedText] {
    element.children.compactMap { child in
      guard child.foreignNamespace == nil, child.name == "text", let language = child["xml:lang"] else {
        findings.refuse(child, in: element, known: ["text"])
        return nil
      }
      return LocalizedText(child.text, language: language)
    }
  }

  /// The countries and regions of those who take part.
  private mutating func places(of element: XMLElement) -> [String] {
    let codes = words("in", of: element)
    for code in codes where Country(code.prefix(2)) == nil || code.utf8.count > 5 {
      findings.note("unknown-word", element, Message("'\(code)' is no word for 'in'"))
    }
    return codes
  }

  /// The least and the most inhabitants.
  private mutating func population(of element: XMLElement) -> ClosedRange<Int>? {
    let bounds = words("population", of: element).compactMap { findings.count($0, of: element) }
    guard element["population"] != nil else { return nil }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      findings.note(
        "impossible-range", element, Message("'\(element["population"] ?? "")' is no range of inhabitants"),
        suggestion: Message("write the least and the most"))
      return nil
    }
    return bounds[0]...bounds[1]
  }

  private func words(_ name: String, of element: XMLElement) -> [String] {
    (element[name] ?? "").split(separator: " ").map(String.init)
  }

  /// A way of management, a family of topics, or the name of an instrument or a call.
  private mutating func scope(_ name: String, of element: XMLElement) -> PaymentTerms.Scope? {
    guard let text = findings.required(name, of: element) else { return nil }
    if let management = Management(rawValue: text) { return .management(management) }
    if text.contains("*") {
      guard !text.hasPrefix("*") else {
        findings.note(
          "unknown-word", element, Message("'\(text)' is no family of topics"),
          suggestion: Message("write how their identifiers begin"))
        return nil
      }
      return .family(text.split(separator: "*", omittingEmptySubsequences: false).map(String.init))
    }
    instruments.append((text, element.place(in: findings.file)))
    return .instrument(text)
  }

  /// A percentage from 0 to 100; nothing paid in advance is a share as well.
  private mutating func share(_ name: String, of element: XMLElement) -> Rate? {
    guard let text = findings.required(name, of: element) else { return nil }
    if let rate = Rate(percent: text), rate <= .whole { return rate }
    findings.note(
      "malformed-percentage", element, Message("'\(text)' is no percentage ('\(name)')"),
      suggestion: Message("write a number from 0 to 100"))
    return nil
  }
}
