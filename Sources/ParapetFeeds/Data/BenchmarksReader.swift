import ParapetModel

/// Reads `benchmarks.xml`: what measures have cost elsewhere, each figure with its year, place and source.
struct BenchmarksReader: DataReader {
  let rootName = "benchmarks"
  var findings: XMLFindings
  /// Each benchmark with the place it stands at.
  private(set) var benchmarks: [(value: Benchmark, place: Diagnostic.Place)] = []

  init(file: String) { findings = XMLFindings(file: file) }

  mutating func open(_ root: XMLElement) {
    findings.expect(root, attributes: ["version"], text: false)
  }

  mutating func read(_ element: XMLElement) {
    guard element.foreignNamespace == nil, element.name == "benchmark" else {
      return findings.refuse(element, inElementNamed: rootName, known: ["benchmark"])
    }
    findings.expect(element, attributes: ["id", "measure", "currency", "units"], text: false)
    let code = findings.required("currency", of: element)
    let currency = code.flatMap { Currency($0) }
    if let code, currency == nil {
      findings.note("unknown-currency", element, Message("'\(code)' is no currency"))
    }
    guard let id = findings.required("id", of: element),
      let measure = findings.required("measure", of: element), let currency
    else { return }
    if benchmarks.contains(where: { $0.value.id == id }) {
      return findings.note("duplicate-id", element, Message("two benchmarks are called '\(id)'"))
    }
    let words = (element["units"] ?? "").split(separator: " ").map { $0.lowercased() }
    let figures = element.children.compactMap { figure($0, in: element, currency) }
    guard
      let benchmark = Benchmark(
        id: id, measure: measure, basis: words.isEmpty ? .project : .unit(words), figures: figures)
    else {
      return findings.note("missing-figure", element, Message("the benchmark '\(id)' has no figure"))
    }
    benchmarks.append((benchmark, element.place(in: findings.file)))
  }

  private mutating func figure(
    _ element: XMLElement, in benchmark: XMLElement, _ currency: Currency
  ) -> Benchmark.Figure? {
    guard element.foreignNamespace == nil, element.name == "figure" else {
      findings.refuse(element, in: benchmark, known: ["figure"])
      return nil
    }
    findings.expect(element, attributes: ["low", "high", "year", "place"] + citationAttributes, text: false)
    findings.expectNoChildren(element)
    let citation = findings.citation(of: element, demand: .figure(isRequired: true))
    guard let low = amount("low", of: element, currency), let high = amount("high", of: element, currency),
      let year = findings.required("year", of: element).flatMap({ findings.count($0, of: element) }),
      let place = findings.required("place", of: element)
    else { return nil }
    guard low.minorUnits <= high.minorUnits else {
      findings.note("impossible-range", element, Message("the upper end is smaller than the lower"))
      return nil
    }
    return Benchmark.Figure(low: low, high: high, year: year, place: place, citation: citation)
  }

  private mutating func amount(_ name: String, of element: XMLElement, _ currency: Currency) -> Money? {
    guard let text = findings.required(name, of: element) else { return nil }
    guard let amount = Money(decimal: text, currency: currency), amount.minorUnits > 0 else {
      findings.note("malformed-amount", element, Message("'\(text)' is no amount ('\(name)')"))
      return nil
    }
    return amount
  }
}
