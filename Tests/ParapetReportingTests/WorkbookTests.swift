import Foundation
import ParapetModel
import ParapetWorkbooks
import Testing

@testable import ParapetReporting

@Suite("Documents as workbooks")
struct WorkbookTests {
  /// A document of one page and one table.
  private struct Sample: Document {
    var edition = Fixture.edition
    var report: Report
    var table = Table(caption: "", columns: [Table.Column("code")])
    var json = ""
  }

  private static let words = Fixture.words(.english)

  /// A table of amounts with a total that is their sum, or is not.
  private static func amounts(_ caption: String, total: Int64 = 300, third: Cell = .text("x")) -> Table {
    var table = Table(
      caption: caption,
      columns: [
        Table.Column("What", .prose), Table.Column("Cost", .figure), Table.Column("Day"),
        Table.Column("Note"),
      ])
    table.append([.text("=1+1"), .money(Money(minorUnits: 100)), .day(Fixture.day), third])
    table.append([.text("two"), .money(Money(minorUnits: 200)), .empty, .empty])
    table.append([.text("Total"), .money(Money(minorUnits: total)), .empty, .empty], isTotal: true)
    return table
  }

  private static func workbook(_ blocks: Block...) -> DocumentWorkbook {
    Sample(report: Report(title: "A & B", notes: ["mind this"], blocks: blocks)).workbook(in: words)
  }

  private static func bytes(_ workbook: DocumentWorkbook) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try WorkbookFile.write(workbook, to: path)
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private static func read(_ workbook: DocumentWorkbook) throws -> [Workbook.Sheet] {
    try Workbook(bytes(workbook)).sheets
  }

  @Test("figures and days are read back as such, and a text that looks like a formula as a text")
  func types() throws {
    let sheet = try #require(try Self.read(Self.workbook(.table(Self.amounts("Costs")))).first)
    #expect(sheet.name == "Costs")
    #expect(sheet.rows[0].cells.map { "\($0)" }.count == 4)
    #expect(sheet.rows[1].cells[0] == .text("=1+1"))
    #expect(sheet.rows[1].cells[1] == .number("1"))
    #expect(sheet.rows[1].cells[2] == .day("\(Fixture.day)"))
  }

  @Test(
    "a total shows its value without being worked out, whether it is a formula or not", arguments: [300, 299])
  func totals(_ total: Int64) throws {
    let sheet = try #require(try Self.read(Self.workbook(.table(Self.amounts("Costs", total: total)))).first)
    #expect(sheet.rows[3].cells[1] == .number(total == 300 ? "3" : "2.99"))
  }

  @Test(
    "tables with the same columns stand in one sheet that says which is which; the rows for machines follow")
  func together() {
    let book = Self.workbook(
      .heading(level: 2, "Quay"), .table(Self.amounts("Costs: Quay")), .heading(level: 2, "Square"),
      .details(summary: "more", [.table(Self.amounts("Costs: Square"))]))
    #expect(book.sheets.map(\.name) == ["Costs", "Data", "Notes"])
    #expect(
      book.sheets[0].rows.map { $0.cells[0] } == Array(repeating: .text("Quay"), count: 3)
        + Array(repeating: .text("Square"), count: 3))
    #expect(book.sheets[0].rows[5].sumOf == 3..<5)
    #expect(book.sheets[2].rows.contains { $0.cells == [.text("mind this")] })
  }

  @Test("a mark stands on every sheet, and what a reader must know comes first where the page says so")
  func marked() throws {
    var report = Report(title: "A", notes: ["mind this"], blocks: [.table(Self.amounts("Costs"))])
    report.mark = "RESTRICTED: keep it"
    report.notesFirst = true
    let book = Sample(report: report).workbook(in: Self.words)
    #expect(book.sheets.map(\.name) == ["Notes", "Costs", "Data"])
    for sheet in try Self.read(book) {
      #expect(sheet.rows.last?.cells.first == .text("RESTRICTED: keep it"), "\(sheet.name)")
    }
  }

  @Test("sheets have names that every program takes, each once")
  func names() {
    var names = SheetNames()
    let long = String(repeating: "é", count: 40)
    let found = [long, long, "A/B: [c]?", "history", "'quoted'", "a/b: C", ""].map { names.unique($0) }
    #expect(Set(found.map { $0.lowercased() }).count == found.count)
    #expect(found.allSatisfy { $0.utf16.count <= 31 && !$0.contains { "[]:*?/\\".contains($0) } })
    #expect(found[2] == "A B c")
    #expect(found.allSatisfy { $0.lowercased() != "history" && !$0.hasPrefix("'") && !$0.hasSuffix("'") })
  }

  @Test("a long name is cut between words, and inside one only where little else would be left")
  func longNames() {
    var names = SheetNames()
    #expect(names.unique("What the council must vote and by when") == "What the council must vote and")
    #expect(names.unique("Grants " + String(repeating: "x", count: 40)).utf16.count == 31)
  }

  @Test(
    "what no cell can hold is cut with a mark, and what looks like a code of a character stays what it is")
  func texts() throws {
    let long = String(repeating: "x", count: 40_000)
    let book = Self.workbook(.table(Self.amounts("Costs", third: .text(long))))
    let cell = try #require(try Self.read(book).first).rows[1].cells[3]
    guard case .text(let text) = cell else { throw Mismatch() }
    #expect(text.utf16.count == 32_767 && text.hasSuffix("…"))
    #expect(SheetWriter.cell("_x0041_") == "_x005F_x0041_")
    #expect(SheetWriter.cell("a\u{7}b") == "a\u{FFFD}b")
  }

  private struct Mismatch: Error {}

  @Test("the same document has the same bytes, whenever and wherever it is written")
  func sameBytes() throws {
    let book = Self.workbook(.table(Self.amounts("Costs")))
    let first = try Self.bytes(book)
    sleep(2)
    #expect(try Self.bytes(book) == first)
  }

  @Test("what could not be read is told, and the rows that rest on it are marked")
  func unread() throws {
    var portfolio = Portfolio(city: Fixture.city(), items: [Fixture.item()])
    portfolio.unread = [
      Unread(
        Diagnostic(
          .error, id: "bad-amount", at: Diagnostic.Place(file: "items.csv", line: 2, column: 3),
          Message(en: "no amount", fr: "pas un montant")), item: "quay", field: "cost")
    ]
    var table = Table(caption: "Costs", columns: [Table.Column("What", .prose)])
    table.append([.text("quay")], of: ItemName("valmont", "quay"))
    table.append([.text("other")], of: ItemName("valmont", "other"))
    let book = Sample(
      edition: Fixture.edition.about([portfolio]), report: Report(title: "A", blocks: [.table(table)])
    ).workbook(in: Self.words)
    #expect(book.sheets[0].columns.map(\.heading) == ["What", "partial"])
    #expect(book.sheets[0].rows.map { $0.cells[1] } == [.text("yes"), .empty])
    let first = try #require(book.sheets.last?.rows.first?.cells.first)
    #expect(first == .text(Self.words.note(UnreadNote.title(1))))
  }
}
