import ParapetModel

/// Reads `measures.xml`: the measures, and the commitments of the Covenant that they serve.
struct MeasuresReader: DataReader {
  let rootName = "measures"
  var findings: XMLFindings
  private(set) var catalogue = MeasureCatalogue()

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    switch element.foreignNamespace == nil ? element.name : "" {
    case "commitment": readCommitment(element)
    case "measure": readMeasure(element)
    default:
      findings.refuse(element, inElementNamed: rootName, known: ["commitment", "measure"])
    }
  }

  private mutating func readCommitment(_ element: XMLElement) {
    findings.expect(element, attributes: ["number", "by"], text: false)
    findings.expectNoChildren(element)
    let fulfilment: Commitment.Fulfilment? = findings.required("by", of: element)
    guard let text = findings.required("number", of: element), let number = findings.count(text, of: element),
      let fulfilment
    else { return }
    if catalogue.commitments.contains(where: { $0.number == number }) {
      return findings.note("duplicate-id", element, Message("commitment \(number) stands here a second time"))
    }
    catalogue.commitments.append(Commitment(number: number, by: fulfilment))
  }

  private mutating func readMeasure(_ element: XMLElement) {
    findings.expect(element, attributes: ["code", "component", "family"], text: false)
    let component: Item.Component? = findings.required("component", of: element)
    var serves: [Int] = []
    var headings: [CostCategory] = []
    for child in element.children {
      findings.expectNoChildren(child)
      switch child.foreignNamespace == nil ? child.name : "" {
      case "serves":
        findings.expect(child, attributes: ["commitment"], text: false)
        guard let text = findings.required("commitment", of: child),
          let number = findings.count(text, of: child)
        else { continue }
        if !catalogue.commitments.contains(where: { $0.number == number }) {
          findings.note("unknown-commitment", child, Message("there is no commitment \(number) above"))
        }
        serves.append(number)
      case "costHeading":
        findings.expect(child, attributes: ["category"], text: false)
        if let category: CostCategory = findings.required("category", of: child) { headings.append(category) }
      default: findings.refuse(child, in: element, known: ["serves", "costHeading"])
      }
    }
    guard let code = findings.required("code", of: element), let component else { return }
    if catalogue.measures.contains(where: { $0.code == code }) {
      return findings.note(
        "duplicate-id", element, Message("the measure '\(code)' stands here a second time"))
    }
    var measure = Measure(code: code, component: component, serves: serves, costHeadings: headings)
    measure.family = element["family"]
    catalogue.measures.append(measure)
  }
}
