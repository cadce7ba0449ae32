import ParapetModel
import Testing

@testable import ParapetReporting

struct DiagnosticsTextTests {
  static let findings = [
    Diagnostic(
      .error, id: "unknown-measure", at: Diagnostic.Place(file: "items.csv", line: 14, column: 14),
      "unknown measure 'bariers'", suggestion: "did you mean 'barriers'?", excerpt: "b1;Promenade;bariers;12"),
    Diagnostic(.warning, id: "no-year", at: Diagnostic.Place(file: "costs.csv"), "no year"),
  ]

  private func render(_ diagnostics: [Diagnostic]) -> String { DiagnosticsText().render(diagnostics) }

  private func finding(column: Int, _ excerpt: String) -> String {
    render([
      Diagnostic(
        .error, id: "x", at: Diagnostic.Place(file: "f", line: 7, column: column), "m", excerpt: excerpt)
    ])
  }

  @Test("place, severity, message and identifier, the line with a mark, and what to do")
  func full() {
    let expected = """
      items.csv:14:14: error: unknown measure 'bariers' [unknown-measure]
        14 | b1;Promenade;bariers;12
           |              ^
        did you mean 'barriers'?
      costs.csv: warning: no year [no-year]

      """
    #expect(render(Self.findings) == expected)
  }

  @Test("fifty are shown and the rest is counted")
  func limit() {
    let text = render(Array(repeating: Self.findings[1], count: 262))
    #expect(text.split(separator: "\n").count == 51)
    #expect(text.hasSuffix("… and 212 more\n"))
  }

  @Test("the mark stands under its character after wide and combining ones")
  func wide() {
    #expect(finding(column: 4, "漢字;x") == "f:7:4: error: m [x]\n  7 | 漢字;x\n    |      ^\n")
    #expect(finding(column: 4, "e\u{301};x") == "f:7:4: error: m [x]\n  7 | e\u{301};x\n    |   ^\n")
  }

  @Test("a tab takes one column, as the mark does")
  func tab() {
    #expect(finding(column: 3, "a\tb") == "f:7:3: error: m [x]\n  7 | a b\n    |   ^\n")
  }

  @Test("a long line is cut around its mark")
  func long() throws {
    let line = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let text = finding(column: 501, line)
    let lines = text.split(separator: "\n")
    let mark = try #require(lines[2].firstIndex(of: "^"))
    let position = lines[2].distance(from: lines[2].startIndex, to: mark)
    #expect(Array(lines[1])[position] == "!")
    #expect(lines[1].count < 120)
  }

  @Test(
    "a column beyond the line's end has no mark, and nothing traps", arguments: [0, -5, 40, Int.max, Int.min])
  func outside(_ column: Int) {
    #expect(!finding(column: column, "abc").contains("^"))
  }

  @Test("a path within a document stands beside the file")
  func path() {
    let place = Diagnostic.Place(file: "a.json", path: "$.results[3]")
    #expect(
      render([Diagnostic(.warning, id: "x", at: place, "m")]) == "a.json $.results[3]: warning: m [x]\n")
  }

  @Test("an excerpt cannot command the terminal")
  func hostile() {
    #expect(!finding(column: 1, "\u{1B}[2Jx").contains("\u{1B}"))
  }
}
