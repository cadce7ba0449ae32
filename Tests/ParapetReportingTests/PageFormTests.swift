import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("What a page tells a printer about its parts")
struct PageFormTests {
  private static func page(_ blocks: Block..., language: Language = .english) -> String {
    HTMLRenderer(words: Fixture.words(language)).render(Report(title: "A", blocks: blocks))
  }

  private static func table(rows: Int, columns: Int = 2, text: String = "x") -> Table {
    var table = Table(
      caption: "T", columns: (0..<columns).map { Table.Column("C\($0)", $0 == 0 ? .prose : .token) })
    for _ in 0..<rows { table.append(Array(repeating: .text(text), count: columns)) }
    return table
  }

  @Test("a heading under which all is folded away is not printed, and one with anything else is")
  func folded() {
    let details = Block.details(summary: "more", [.paragraph("x")])
    let page = Self.page(
      .heading(level: 2, "Folded"), details, details, .heading(level: 2, "Open"), details, .paragraph("y"),
      .heading(level: 2, "Empty"), .heading(level: 2, "Last"), .paragraph("z"))
    #expect(page.contains("<h2 class=\"folded\" id=\"h-folded\">"))
    for name in ["open", "empty", "last"] { #expect(page.contains("<h2 id=\"h-\(name)\">")) }
    #expect(StyleSheet.text.contains(".page:not(.annex) .folded { display: none; }"))
  }

  @Test("a short table is not parted among sheets, and a long one is", arguments: [(8, true), (9, false)])
  func short(_ rows: Int, _ isShort: Bool) {
    #expect(Self.page(.table(Self.table(rows: rows))).contains("class=\"scroll short\"") == isShort)
    #expect(StyleSheet.text.contains(".short { break-inside: avoid; }"))
  }

  @Test(
    "an identifier that a line holds is not broken, and a longer one or words may be",
    arguments: [
      ("UCPM-2026-KAPP-EX", true), ("HORIZON-CL3-2026-01-INFRA-01", false), ("no-call yet", false),
      ("ERDF", false),
    ])
  func whole(_ text: String, _ isWhole: Bool) {
    #expect(Self.page(.table(Self.table(rows: 1, text: text))).contains("class=\"token whole\"") == isWhole)
  }

  @Test("a matrix of signs has room for its first column, and one of words has not")
  func dots() {
    #expect(
      Self.page(.table(Self.table(rows: 3, columns: 16, text: "•"))).contains("class=\"matrix dots close\""))
    #expect(
      Self.page(.table(Self.table(rows: 3, columns: 16, text: "core"))).contains("class=\"matrix close\""))
  }

  @Test("the currency below a heading of the same name is said in words", arguments: Language.allCases)
  func currency(_ language: Language) {
    var table = Table(caption: "Costs", columns: [Table.Column("Cost", .figure)])
    table.append([.money(Money(minorUnits: 100))])
    let page = Self.page(.heading(level: 2, "Costs"), .table(table), language: language)
    #expect(page.contains("</span> \(language == .french ? "Montants en EUR" : "Amounts in EUR")</caption>"))
    #expect(!page.contains("</span> (EUR)"))
  }

  @Test("parts of a list are set as the language sets its semicolon")
  func lists() {
    #expect(Fixture.words(.english).list(["a", "b", "c"]) == "a; b; c")
    #expect(Fixture.words(.french).list(["a", "b", "c"]) == "a\u{A0}; b\u{A0}; c")
  }

  @Test("on a telephone the name of a cell has the colon of its language")
  func colon() {
    #expect(StyleSheet.text.contains("html:lang(fr) td[data-head]::before"))
    #expect(StyleSheet.text.contains("content: attr(data-head) \"\u{A0}: \""))
  }
}
