import Foundation
import ParapetModel
import Testing

@testable import ParapetInput

@Suite("A portfolio in workbooks")
struct WorkbookPortfolioTests {
  private static let city = "id: rivemont\ncountry: FR\ncurrency: EUR\n"
  private static let header =
    "<row r='1'><c r='A1' t='str'><v>Id</v></c><c r='B1' t='str'><v>Title</v></c><c r='C1' t='str'><v>Cost</v></c><c r='D1' t='str'><v>Start</v></c><c r='E1' t='str'><v>priority</v></c></row>"
  private static let styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"

  private func row(_ number: Int, _ cost: String, day: String = "<v>46447</v>") -> String {
    "<row r='\(number)'><c r='A\(number)'><v>\(number)</v></c><c r='B\(number)' t='str'><v>Quay</v></c>\(cost.replacingOccurrences(of: "C?", with: "C\(number)"))<c r='D\(number)' s='1'>\(day)</c><c r='E\(number)'><v>2</v></c></row>"
  }

  private func read(
    _ files: [String: [UInt8]]
  ) throws -> (folder: String, portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parapet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(WorkbookPortfolioTests.city.utf8).write(to: folder.appendingPathComponent("city.yaml"))
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    let read = try PortfolioReader.read(folder: folder.path, measures: nil)
    return (folder.path, read.portfolio, read.diagnostics)
  }

  private func excel(_ sheets: [(name: String, rows: String)]) throws -> [UInt8] {
    try MadeWorkbook.excel(sheets, styles: WorkbookPortfolioTests.styles).bytes()
  }

  @Test("typed cells need no guess: numbers, days and ids are what they are")
  func typed() throws {
    let rows = WorkbookPortfolioTests.header + row(2, "<c r='C?'><v>1234.5600000000001</v></c>")
    let read = try read(["items.xlsx": excel([("Items", rows)])])
    let item = try #require(read.portfolio?.items.first)
    #expect(item.id == "2" && item.cost?.decimal == "1234.56" && item.start?.description == "2027-03-01")
    #expect(item.priority == 2 && read.diagnostics == [])
  }

  @Test("the place of a cell is told as spreadsheets name it")
  func place() throws {
    let rows = WorkbookPortfolioTests.header + row(2, "<c r='C?' t='str'><v>12abc</v></c>")
    let read = try read(["items.xlsx": excel([("Items", rows)])])
    #expect(read.diagnostics.map(\.place.name) == [read.folder + "/items.xlsx!Items!C2"])
    #expect(read.portfolio?.unread.map(\.item) == ["2"])
  }

  @Test(
    "a formula without value, an error, a day in place of an amount and a number in place of a day are refused",
    arguments: [
      ("<c r='C?'><f>A1</f></c>", "formula-without-value"),
      ("<c r='C?' t='e'><v>#REF!</v></c>", "cell-error"),
      ("<c r='C?' s='1'><v>46447</v></c>", "bad-amount"), ("<c r='C?'><v>-5</v></c>", "negative-amount"),
    ])
  func refused(_ cell: String, _ id: String) throws {
    let read = try read(["items.xlsx": excel([("Items", WorkbookPortfolioTests.header + row(2, cell))])])
    #expect(read.diagnostics.map(\.id) == [id] && read.portfolio?.items.first?.cost == nil)
    #expect(read.portfolio?.unread.map(\.field) == ["cost"])
  }

  @Test("more than cents of a typed number are rounded half up, with a remark")
  func rounding() throws {
    let rows = WorkbookPortfolioTests.header + row(2, "<c r='C?'><v>241.965</v></c>")
    let read = try read(["items.xlsx": excel([("Items", rows)])])
    #expect(
      read.portfolio?.items.first?.cost?.decimal == "241.97" && read.diagnostics.map(\.id) == ["amount-read"])
  }

  @Test("one workbook holds all tables, whatever the capitals of its sheets")
  func common() throws {
    let costs =
      "<row r='1'><c r='A1' t='str'><v>item</v></c><c r='B1' t='str'><v>unit cost</v></c><c r='C1' t='str'><v>quantity</v></c><c r='D1' t='str'><v>year</v></c></row><row r='2'><c r='A2'><v>2</v></c><c r='B2'><v>10.5</v></c><c r='C2'><v>2.125</v></c><c r='D2'><v>2027</v></c></row>"
    let sheets = [("Notes", ""), (" ITEMS", WorkbookPortfolioTests.header + row(2, "")), ("Costs", costs)]
    let read = try read(["portfolio.xlsx": excel(sheets)])
    #expect(read.diagnostics == [] && read.portfolio?.items.first?.lines.map(\.quantity) == [21_250])
  }

  @Test("of two forms of one table the first is read and the other is named, not silently left")
  func doubled() throws {
    let rows = WorkbookPortfolioTests.header + row(2, "")
    let read = try read([
      "items.csv": Array("id,title\nb1,x\n".utf8), "items.xlsx": excel([("Items", rows)]),
    ])
    #expect(read.portfolio?.items.map(\.id) == ["b1"] && read.diagnostics.map(\.id) == ["doubled-table"])
    #expect(read.portfolio?.unread.count == 1)
  }

  @Test("a workbook that cannot be read is a refusal, and not a table that is missing")
  func unreadable() throws {
    let read = try read(["items.xlsx": Array("PK nothing".utf8)])
    #expect(read.diagnostics.map(\.id) == ["bad-workbook"] && read.portfolio?.unread.count == 1)
    #expect(read.portfolio?.items == [])
  }

  @Test(
    "what LibreOffice makes of a table, as XLSX and as ODS, reads as its CSV does",
    arguments: ["xlsx", "ods"])
  func libreOffice(_ kind: String) throws {
    guard let office = Office.program else { return }
    let csv =
      "id,title,description,cost,vat,start,end,priority\n1,Quay,\"two\nlines\",1200000.5,240000.1,2027-03-01,2028-06-30,1\n7b,Square,\"a, b\",,,,,\n3,Towers,,0.07,0.01,2027-12-31,2028-01-01,5\n"
    let plain = try read(["items.csv": Array(csv.utf8)])
    let made = try #require(try office.convert(csv, to: kind, filter: "44,34,UTF8,1"))
    let read = try read(["items.\(kind)": made])
    #expect(read.diagnostics == [])
    func facts(_ portfolio: Portfolio?) -> [Item] {
      (portfolio?.items ?? []).map { item in
        var item = item
        item.place = Diagnostic.Place(file: "")
        return item
      }
    }
    #expect(facts(read.portfolio) == facts(plain.portfolio) && facts(read.portfolio).count == 3)
  }
}
