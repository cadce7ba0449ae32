import ParapetModel

/// Reads `covenant.xml`: kinds of site, threats, scales, states, the checklist and what is commonly measured.
struct SecurityFrameReader: DataReader {
  let rootName = "covenant"
  var findings: XMLFindings
  private(set) var frame = SecurityFrame()
  /// The measures that the file names, with their places.
  private(set) var measures: [(code: String, place: Diagnostic.Place)] = []
  private var nexts: [(state: String, element: XMLElement)] = []

  private static let elements = ["siteCategory", "threat", "level", "state", "check", "indicator"]

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    switch element.foreignNamespace == nil ? element.name : "" {
    case "siteCategory":
      findings.expect(element, attributes: ["code"], text: false)
      if let term = term(element) { frame.categories.append(term) }
    case "threat": readThreat(element)
    case "level": readLevel(element)
    case "state": readState(element)
    case "check": readCheck(element)
    case "indicator": readIndicator(element)
    default:
      findings.refuse(element, inElementNamed: rootName, known: SecurityFrameReader.elements)
    }
  }

  /// Says which states follow one that is none.
  mutating func finish() {
    let codes = frame.states.map(\.term.code)
    for (state, element) in nexts where !codes.contains(state) {
      findings.note("unknown-state", element, Message("there is no state '\(state)'"))
    }
  }

  private mutating func term(_ element: XMLElement, named name: String = "name") -> SecurityFrame.Term? {
    let names = texts(element, named: name)
    guard let code = findings.required("code", of: element), !names.isEmpty else { return nil }
    return SecurityFrame.Term(code: code, names: names)
  }

  /// The texts of a name inside an element, one for each language that we speak.
  private mutating func texts(_ element: XMLElement, named name: String) -> [LocalizedText] {
    let texts = element.children.filter { $0.foreignNamespace == nil && $0.name == name }.compactMap {
      child in child["xml:lang"].map { LocalizedText(child.text, language: $0) }
    }
    for language in Language.allCases where !texts.contains(where: { $0.language == language.rawValue }) {
      findings.note(
        "missing-text", element, Message("'\(element.name)' has no '\(name)' in '\(language.rawValue)'"))
    }
    return texts
  }

  /// The measures that an attribute names.
  private mutating func readMeasures(of element: XMLElement) -> [String] {
    let codes = (findings.required("measures", of: element) ?? "").split(separator: " ").map(String.init)
    for code in codes { measures.append((code, element.place(in: findings.file))) }
    return codes
  }

  private mutating func readThreat(_ element: XMLElement) {
    findings.expect(element, attributes: ["code"], text: false)
    guard let term = term(element) else { return }
    var suggestions: [SecurityFrame.Suggestion] = []
    for child in element.children where child.name == "suggest" {
      findings.expect(child, attributes: ["measure"], text: false)
      guard let measure = findings.required("measure", of: child) else { continue }
      measures.append((measure, child.place(in: findings.file)))
      suggestions.append(SecurityFrame.Suggestion(measure: measure, reasons: texts(child, named: "because")))
    }
    frame.threats.append(SecurityFrame.Threat(term: term, suggestions: suggestions))
  }

  private mutating func readLevel(_ element: XMLElement) {
    findings.expect(element, attributes: ["scale", "number"], text: false)
    let scale: SecurityFrame.Scale? = findings.required("scale", of: element)
    let names = texts(element, named: "name")
    guard let scale, let text = findings.required("number", of: element),
      let number = findings.count(text, of: element)
    else { return }
    if frame.levels[scale]?[number] != nil {
      return findings.note("duplicate-id", element, Message("the level \(number) stands here a second time"))
    }
    frame.levels[scale, default: [:]][number] = names
  }

  private mutating func readState(_ element: XMLElement) {
    findings.expect(element, attributes: ["code", "meaning", "next"], text: false)
    let meaning: SecurityFrame.Meaning? = findings.required("meaning", of: element)
    let next = (element["next"] ?? "").split(separator: " ").map(String.init)
    for state in next { nexts.append((state, element)) }
    guard let term = term(element), let meaning else { return }
    frame.states.append(SecurityFrame.State(term: term, meaning: meaning, next: next))
  }

  private mutating func readCheck(_ element: XMLElement) {
    findings.expect(element, attributes: ["code", "group", "measures"] + citationAttributes, text: false)
    let group: SecurityFrame.Check.Group? = findings.required("group", of: element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    let measures = readMeasures(of: element)
    guard let term = term(element, named: "question"), let group else { return }
    var check = SecurityFrame.Check(term: term, group: group, measures: measures, citation: citation)
    if element.children.contains(where: { $0.foreignNamespace == nil && $0.name == "argument" }) {
      check.arguments = texts(element, named: "argument")
    }
    frame.checks.append(check)
  }

  private mutating func readIndicator(_ element: XMLElement) {
    findings.expect(element, attributes: ["code", "direction", "measures"], text: false)
    let direction: Indicator.Direction? = findings.required("direction", of: element)
    let measures = readMeasures(of: element)
    guard let term = term(element), let direction else { return }
    frame.usualIndicators.append(
      SecurityFrame.UsualIndicator(term: term, direction: direction, measures: measures))
  }
}
