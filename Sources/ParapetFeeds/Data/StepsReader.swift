import ParapetModel

/// Reads `steps.xml`: what has to be done before an application, and how many days before its deadline.
struct StepsReader: DataReader {
  let rootName = "steps"
  var findings: XMLFindings
  private(set) var steps: [PreparationStep] = []

  /// The longest lead: more is no step before an application.
  private static let longest = 730

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    guard element.foreignNamespace == nil, element.name == "step" else {
      return findings.refuse(element, inElementNamed: rootName, known: ["step"])
    }
    findings.expect(element, attributes: ["id", "days", "when", "grade", "source", "why"], text: false)
    var titles: [LocalizedText] = []
    for child in element.children {
      guard child.foreignNamespace == nil, child.name == "title", let language = child["xml:lang"] else {
        findings.refuse(child, in: element, known: ["title"])
        continue
      }
      titles.append(LocalizedText(child.text, language: language))
    }
    guard let id = findings.required("id", of: element),
      let days = findings.required("days", of: element).flatMap({ findings.count($0, of: element) })
    else { return }
    let when = element["when"]
    guard days <= StepsReader.longest, when == nil || when == "partners" else {
      return findings.note(
        "unknown-value", element,
        Message("a step is at most \(StepsReader.longest) days early, and 'when' is 'partners'"))
    }
    guard !steps.contains(where: { $0.id == id }) else {
      return findings.note("duplicate-id", element, Message("'\(id)' stands here a second time"))
    }
    steps.append(PreparationStep(id: id, days: days, isForPartners: when != nil, titles: titles))
  }
}
