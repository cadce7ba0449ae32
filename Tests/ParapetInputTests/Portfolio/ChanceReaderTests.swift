import ParapetModel
import Testing

@testable import ParapetInput

@Suite("A table of chances")
struct ChanceReaderTests {
  private func read(_ text: String) -> (chances: [String: Rate], diagnostics: [Diagnostic]) {
    ChanceReader.read(Array(text.utf8), file: "chances.csv", known: ["ISF-2026", "EUI-IA-4"])
  }

  @Test("percentages by opportunity, with a decimal mark of either kind")
  func percentages() {
    let read = read("opportunity;percent\nISF-2026;12,5\nEUI-IA-4;100\n")
    #expect(read.diagnostics.isEmpty)
    #expect(read.chances == ["ISF-2026": Rate(millionths: 125_000), "EUI-IA-4": .whole])
  }

  @Test(
    "a line that says nothing usable is reported where it stands and left out",
    arguments: [
      ("ISF-2026,120", "bad-chance"), ("ISF-2026,-1", "bad-chance"), ("ISF-2026,half", "bad-chance"),
      ("ISF-2026,", "missing-chance"), ("ISF-2025,10", "unknown-opportunity"),
    ])
  func refused(_ line: String, _ id: String) {
    let read = read("opportunity,percent\n\(line)\n")
    #expect(read.chances.isEmpty)
    #expect(read.diagnostics.map(\.id) == [id])
    #expect(read.diagnostics.first?.place.line == 2)
  }

  @Test("of two chances for one opportunity the last counts, and that is said")
  func twice() {
    let read = read("opportunity,percent\nISF-2026,10\nISF-2026,20\n")
    #expect(read.chances == ["ISF-2026": Rate(millionths: 200_000)])
    #expect(read.diagnostics.map(\.id) == ["second-chance"])
  }

  @Test("a file that is not there is said to be missing")
  func missing() {
    #expect(throws: PortfolioError.missing(file: "nowhere.csv")) {
      try ChanceReader.read(file: "nowhere.csv", known: [])
    }
  }
}
