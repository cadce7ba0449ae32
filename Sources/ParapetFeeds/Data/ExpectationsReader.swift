import ParapetModel

/// Reads `expectations.xml`: what practitioners usually expect an instrument to pay for.
struct ExpectationsReader: DataReader {
  let rootName = "expectations"
  var findings: XMLFindings
  /// Each expectation with the place it stands at.
  private(set) var expectations: [(value: UsualReading, place: Diagnostic.Place)] = []

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    guard element.foreignNamespace == nil, element.name == "expect" else {
      return findings.refuse(element, inElementNamed: rootName, known: ["expect"])
    }
    findings.expect(element, attributes: ["instrument", "measure", "answer"], text: false)
    findings.expectNoChildren(element)
    let answer: UsualReading.Answer? = findings.required("answer", of: element)
    guard let instrument = findings.required("instrument", of: element),
      let measure = findings.required("measure", of: element), let answer
    else { return }
    let value = UsualReading(instrument: instrument, measure: measure, answer: answer)
    if expectations.contains(where: { $0.value.instrument == instrument && $0.value.measure == measure }) {
      return findings.note(
        "duplicate-id", element, Message("'\(instrument)' and '\(measure)' stand here a second time"))
    }
    expectations.append((value, element.place(in: findings.file)))
  }
}
