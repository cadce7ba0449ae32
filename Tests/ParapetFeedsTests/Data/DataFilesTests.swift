import ParapetModel
import Testing

@testable import ParapetFeeds

private func data(_ files: [String: String]) throws -> FundingData {
  let folder = try TemporaryFolder()
  let measures =
    "<measures xmlns=\"urn:parapet:funding:1\" version=\"1\">"
    + "<commitment number=\"1\" by=\"measures\"/><measure code=\"barriers\" component=\"protection\"/></measures>"
  try folder.write("measures.xml", measures)
  for (name, text) in files { try folder.write(name, text) }
  return try DataFolder(path: folder.path).read()
}

private func instrument(_ id: String, _ attributes: String = "") -> String {
  "<opportunity level=\"instrument\" id=\"\(id)\"\(attributes)><title xml:lang=\"en\">Fund</title></opportunity>"
}

private let fund = ["instruments/a.xml": document(instrument("A"))]

@Test("a proposal is read as one and stands beside the instruments, never among them")
func proposal() throws {
  let data = try data(
    fund.merging(
      ["proposals/p.xml": document(instrument("P", " proposal=\"true\""))]) { $1 })
  #expect(data.proposals.map(\.identifier) == ["P"])
  #expect(data.opportunities.map(\.identifier) == ["A"])
  #expect(data.diagnostics.isEmpty)
}

@Test("a proposal among what is law is left out with a word, and so is law among proposals")
func misplaced() throws {
  let data = try data([
    "instruments/a.xml": document(instrument("A") + instrument("P", " proposal=\"true\"")),
    "proposals/p.xml": document(instrument("B")),
  ])
  #expect(data.opportunities.map(\.identifier) == ["A"] && data.proposals.isEmpty)
  #expect(data.diagnostics.map(\.id) == ["misplaced-proposal", "misplaced-proposal"])
}

@Test("whether something is a proposal is true or false")
func maybe() {
  expectFinding(
    "unknown-value", in: document("§" + instrument("P", " proposal=\"perhaps\"")))
}

private func expectations(_ content: String) -> String {
  "<expectations xmlns=\"urn:parapet:funding:1\" version=\"1\">\(content)</expectations>"
}

@Test("an expectation names an instrument, a measure and an answer")
func expectation() throws {
  let text = expectations("<expect instrument=\"A\" measure=\"barriers\" answer=\"possible\"/>")
  let data = try data(fund.merging(["expectations.xml": text]) { $1 })
  #expect(data.expectations == [UsualReading(instrument: "A", measure: "barriers", answer: .possible)])
  #expect(data.diagnostics.isEmpty)
}

@Test(
  "an expectation of what is not there is told and left out",
  arguments: [
    ("unknown-reference", "<expect instrument=\"AA\" measure=\"barriers\" answer=\"no\"/>"),
    ("unknown-measure", "<expect instrument=\"A\" measure=\"bariers\" answer=\"no\"/>"),
    ("unknown-value", "<expect instrument=\"A\" measure=\"barriers\" answer=\"maybe\"/>"),
    ("missing-attribute", "<expect instrument=\"A\" answer=\"no\"/>"),
    ("unknown-element", "<hope/>"),
  ])
func badExpectation(id: String, content: String) throws {
  let data = try data(fund.merging(["expectations.xml": expectations(content)]) { $1 })
  #expect(data.expectations.isEmpty)
  #expect(data.diagnostics.map(\.id) == [id])
}

@Test("a cell is expected once")
func twice() throws {
  let one = "<expect instrument=\"A\" measure=\"barriers\" answer=\"no\"/>"
  let data = try data(fund.merging(["expectations.xml": expectations(one + one)]) { $1 })
  #expect(data.expectations.count == 1 && data.diagnostics.map(\.id) == ["duplicate-id"])
}

private func benchmarks(_ figure: String, measure: String = "barriers", units: String = "") -> [String:
  String]
{
  let text =
    "<benchmarks xmlns=\"urn:parapet:funding:1\" version=\"1\"><benchmark id=\"b\" measure=\"\(measure)\" "
    + "currency=\"EUR\"\(units)>\(figure)</benchmark></benchmarks>"
  return fund.merging(["benchmarks.xml": text]) { $1 }
}

private let figure =
  "<figure low=\"10\" high=\"20.50\" year=\"2017\" place=\"Nice\" grade=\"secondary\" source=\"https://example.eu\"/>"

@Test("a benchmark is by the piece where it names units, else by the project")
func benchmark() throws {
  let project = try #require(try data(benchmarks(figure)).benchmarks.first)
  #expect(project.basis == .project && project.figures.first?.high.decimal == "20.50")
  let piece = try #require(try data(benchmarks(figure, units: " units=\"Caméra camera\"")).benchmarks.first)
  #expect(piece.basis == .unit(["caméra", "camera"]))
}

@Test(
  "a figure without its source, year, place or amount is no figure",
  arguments: [
    ("missing-source", " source=\"https://example.eu\""), ("missing-grade", " grade=\"secondary\""),
    ("missing-attribute", " year=\"2017\""), ("missing-attribute", " place=\"Nice\""),
    ("missing-attribute", " low=\"10\""),
  ])
func badFigure(id: String, part: String) throws {
  let data = try data(benchmarks(figure.replacing(part, with: "")))
  #expect(data.diagnostics.contains { $0.id == id && $0.severity == .error })
}

@Test("a benchmark of an unknown measure, or upside down, is left out with a word")
func badBenchmark() throws {
  #expect(try data(benchmarks(figure, measure: "bariers")).diagnostics.map(\.id) == ["unknown-measure"])
  let reversed = try data(benchmarks(figure.replacing("\"10\"", with: "\"30\"")))
  #expect(reversed.diagnostics.map(\.id) == ["impossible-range", "missing-figure"])
  #expect(reversed.benchmarks.isEmpty)
}
