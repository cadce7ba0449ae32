import ParapetModel

/// Reads a file of `practices/`, or a pack that a city made: what cities did, with source and grade.
///
/// A pack is for others to read: an element or attribute that holds what a city keeps for itself refuses the practice that
/// it stands in, and is told by its name alone.
struct GoodPracticeReader: DataReader {
  let rootName = "practices"
  var findings: XMLFindings
  private(set) var practices: [GoodPractice] = []
  /// Whose pack it is, where it is one.
  private(set) var owner: String?
  /// The measures that the file names, with their places.
  private(set) var measures: [(code: String, place: Diagnostic.Place)] = []

  /// What a city keeps for itself: the columns of its scenarios.
  static let restricted: Set<String> = [
    "scenario", "scenarios", "consequence", "probability", "confidence", "assessor", "measuresInPlace",
    "measures_in_place", "residual", "residualConsequence", "residualProbability", "residual_consequence",
    "residual_probability", "restricted", "vulnerability", "finding", "threatAssessment",
  ]
  private static let elements = ["title", "method", "partners", "cost", "paidBy", "result"]

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version", "owner"], text: false)
    owner = root["owner"]
  }

  mutating func read(_ element: XMLElement) {
    guard element.foreignNamespace == nil, element.name == "practice" else {
      if GoodPracticeReader.restricted.contains(element.name) { return refuse(element.name, in: element) }
      return findings.refuse(element, inElementNamed: rootName, known: ["practice"])
    }
    if let name = restrictedName(in: element) { return refuse(name, in: element) }
    findings.expect(
      element,
      attributes: ["id", "place", "country", "years", "measures", "sites", "threats"] + citationAttributes,
      text: false)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    let codes = (findings.required("measures", of: element) ?? "").split(separator: " ").map(String.init)
    guard let id = findings.required("id", of: element), let place = findings.required("place", of: element)
    else { return }
    if practices.contains(where: { $0.id == id }) {
      return findings.note("duplicate-id", element, .secondPractice(id))
    }
    var practice = GoodPractice(id: id, place: place, citation: citation)
    practice.country = element["country"].flatMap { Country($0) }
    if element["country"] != nil, practice.country == nil {
      findings.note("unknown-country", element, .noCountryCode)
    }
    practice.years = element["years"]
    practice.measures = codes
    for code in codes { measures.append((code, element.place(in: findings.file))) }
    practice.sites = (element["sites"] ?? "").split(separator: " ").map(String.init)
    practice.threats = (element["threats"] ?? "").split(separator: " ").map(String.init)
    for child in element.children { read(child, of: element, into: &practice) }
    guard !practice.titles.isEmpty, !practice.methods.isEmpty else {
      return findings.note("missing-text", element, .noTitleOrMethod(id))
    }
    practices.append(practice)
  }

  private mutating func read(_ child: XMLElement, of element: XMLElement, into practice: inout GoodPractice) {
    findings.expectNoChildren(child)
    switch child.foreignNamespace == nil ? child.name : "" {
    case "title": text(child).map { practice.titles.append($0) }
    case "method": text(child).map { practice.methods.append($0) }
    case "partners": text(child).map { practice.partners.append($0) }
    case "result": text(child).map { practice.results.append($0) }
    case "paidBy":
      findings.expect(child, attributes: [], text: true)
      practice.paidBy = child.text
    case "cost":
      findings.expect(child, attributes: ["amount", "currency", "published"], text: false)
      if child["published"] == "false" { return }
      guard let amount = findings.required("amount", of: child),
        let code = findings.required("currency", of: child)
      else { return }
      guard let currency = Currency(code), let money = Money(decimal: amount, currency: currency),
        money.minorUnits > 0
      else {
        return findings.note(
          "malformed-amount", child, .noCost,
          suggestion: .write("amount=\"1234.50\" currency=\"EUR\"", or: "published=\"false\""))
      }
      practice.cost = .published(money)
    default: findings.refuse(child, in: element, known: GoodPracticeReader.elements)
    }
  }

  private mutating func text(_ element: XMLElement) -> LocalizedText? {
    findings.expect(element, attributes: ["xml:lang"], text: true)
    guard let language = findings.required("xml:lang", of: element), !element.text.isEmpty else { return nil }
    return LocalizedText(element.text, language: language)
  }

  /// The name of what a city keeps for itself, anywhere in an element.
  private func restrictedName(in element: XMLElement) -> String? {
    if GoodPracticeReader.restricted.contains(element.name) { return element.name }
    if let attribute = element.attributes.first(where: { GoodPracticeReader.restricted.contains($0.name) }) {
      return attribute.name
    }
    for child in element.children {
      if let name = restrictedName(in: child) { return name }
    }
    return nil
  }

  private mutating func refuse(_ name: String, in element: XMLElement) {
    findings.note(
      "restricted-field", element, .keptByTheCity(name),
      suggestion: Message(en: "leave it out", fr: "retirez-le"))
  }
}

extension Message {
  fileprivate static let noCountryCode = Message(
    en: "the country is no code of two capitals", fr: "le pays n’est pas un code de deux capitales")
  fileprivate static let noCost = Message(
    en: "the cost is no amount in a currency", fr: "le coût n’est pas un montant dans une monnaie")

  fileprivate static func secondPractice(_ id: String) -> Message {
    Message(
      en: "the practice '\(id)' stands here a second time",
      fr: "la pratique « \(id) » figure ici une deuxième fois")
  }

  fileprivate static func noTitleOrMethod(_ id: String) -> Message {
    Message(
      en: "the practice '\(id)' has no title or no method",
      fr: "la pratique « \(id) » n’a pas de titre ou pas de méthode")
  }

  fileprivate static func keptByTheCity(_ name: String) -> Message {
    Message(
      en: "'\(name)' is what a city keeps for itself, and has no place in a pack",
      fr: "« \(name) » est ce qu’une ville garde pour elle, et n’a pas sa place dans un paquet")
  }
}
