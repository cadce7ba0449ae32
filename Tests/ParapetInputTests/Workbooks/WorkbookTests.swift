import Testing

@testable import ParapetWorkbooks

@Suite("Workbooks")
struct WorkbookTests {
  private static let styles = """
    <numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/><numFmt numFmtId='171' formatCode='#,##0.00 "d&apos;habitants"'/>\
    <numFmt numFmtId='172' formatCode='[$-40C]d mmmm yyyy;@'/><numFmt numFmtId='173' formatCode='hh:mm'/></numFmts>\
    <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='172'/><xf numFmtId='173'/></cellXfs>
    """

  private func excel(_ rows: String, texts: String = "", since1904: Bool = false) throws -> [[Workbook.Value]]
  {
    let made = MadeWorkbook.excel(
      [("A", rows)], texts: texts, styles: WorkbookTests.styles, since1904: since1904)
    return try Workbook(made.bytes()).sheets.first?.rows.map(\.cells) ?? []
  }

  @Test("texts are shared, rich, in the cell or made by a formula")
  func texts() throws {
    let cells = try excel(
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='inlineStr'><is><t>in</t></is></c><c r='D1' t='str'><f>A1</f><v>made</v></c><c r='E1' t='s'><v>9</v></c></row>",
      texts: "<si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch_x000A_</t></r><rPh><t>spoken</t></rPh></si>")
    #expect(cells == [[.text("plain"), .text("rich\n"), .text("in"), .text("made"), .fault("9")]])
  }

  @Test(
    "numbers are plain decimals of fifteen figures",
    arguments: [
      ("1200000", "1200000"), ("241.96199999999999", "241.962"), ("0.30000000000000004", "0.3"),
      ("1.2E6", "1200000"),
      ("1E-3", "0.001"), ("999999999999999.9", "1000000000000000"), ("-5", "-5"), ("0", "0"), ("0.1", "0.1"),
      ("1234567.8900000001", "1234567.89"),
    ])
  func numbers(_ text: String, _ plain: String) throws {
    #expect(try excel("<row r='1'><c r='A1'><v>\(text)</v></c></row>") == [[.number(plain)]])
  }

  @Test(
    "a style makes a day of a number, and only one that shows days does",
    arguments: [
      (0, Workbook.Value.number("46447")), (1, .day("2027-03-01")), (2, .day("2027-03-01")),
      (3, .number("46447")),
      (4, .day("2027-03-01")), (5, .number("46447")),
    ])
  func styles(_ style: Int, _ value: Workbook.Value) throws {
    #expect(try excel("<row r='1'><c r='A1' s='\(style)'><v>46447</v></c></row>") == [[value]])
  }

  @Test(
    "days are counted from 1900 with its day too many, or from 1904",
    arguments: [
      (1, "1900-01-01", "1904-01-02"), (59, "1900-02-28", "1904-02-29"), (61, "1900-03-01", "1904-03-02"),
      (36_526, "2000-01-01", "2004-01-02"), (44_985, "2023-02-28", "2027-03-01"),
    ])
  func systems(_ serial: Int, _ since1900: String, _ since1904: String) throws {
    let row = "<row r='1'><c r='A1' s='1'><v>\(serial).75</v></c></row>"
    #expect(try excel(row) == [[.day(since1900)]])
    #expect(try excel(row, since1904: true) == [[.day(since1904)]])
  }

  @Test("a formula counts by its saved value; errors and values never saved are faults")
  func formulas() throws {
    let cells = try excel(
      "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1'><f>1+1</f></c><c r='C1' t='e'><f>A9</f><v>#REF!</v></c><c r='D1' t='b'><v>1</v></c><c r='E1' t='d'><v>2027-03-01T00:00:00</v></c></row>"
    )
    #expect(cells == [[.number("2"), .fault(""), .fault("#REF!"), .text("true"), .day("2027-03-01")]])
  }

  @Test("cells and rows that are left out are blank, also where nothing says which they are")
  func gaps() throws {
    let made = MadeWorkbook.excel([
      ("A", "<row r='3'><c r='C3'><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row><row r='9'/>")
    ])
    let rows = try Workbook(made.bytes()).sheets[0].rows
    #expect(rows.map(\.number) == [3, 4])
    #expect(rows.map(\.cells) == [[.blank, .blank, .number("1")], [.number("2"), .number("3")]])
  }

  @Test(
    "an OpenDocument sheet has days, amounts, texts of several lines, repeats and remarks that are no text")
  func openDocument() throws {
    let made = MadeWorkbook.openDocument(
      """
      <t:table t:name='Items'><t:table-row t:number-rows-repeated='2'><t:table-cell/></t:table-row>\
      <t:table-row><t:table-cell o:value-type='date' o:date-value='2027-03-01'><x:p>1er mars</x:p></t:table-cell>\
      <t:table-cell o:value-type='currency' o:value='1200000.5'><x:p>1 200 000,50 €</x:p></t:table-cell>\
      <t:table-cell o:value-type='string'><o:annotation><x:p>remark</x:p></o:annotation><x:p>a<x:s x:c='2'/>b</x:p><x:p><x:span>c</x:span></x:p></t:table-cell>\
      <t:table-cell t:number-columns-repeated='2' o:value-type='float' o:value='7'/>\
      <t:table-cell o:value-type='string' calcext:value-type='error'><x:p>#NAME?</x:p></t:table-cell>\
      <t:table-cell t:number-columns-repeated='16000'/></t:table-row>\
      <t:table-row t:number-rows-repeated='1048573'><t:table-cell t:number-columns-repeated='16384'/></t:table-row></t:table>
      """)
    let sheet = try #require(try Workbook(made.bytes()).sheets.first)
    #expect(sheet.name == "Items" && sheet.rows.map(\.number) == [3])
    #expect(
      sheet.rows[0].cells == [
        .day("2027-03-01"), .number("1200000.5"), .text("a  b\nc"), .number("7"), .number("7"),
        .fault("#NAME?"),
      ])
  }

  @Test("what unfolds to far more than it is, is never unfolded whole")
  func bomb() throws {
    var made = MadeWorkbook.openDocument("")
    made.entries = [("content.xml", [UInt8](repeating: 0x20, count: 40 << 20))]
    let bytes = try made.bytes()
    #expect(bytes.count < 1 << 17)
    #expect(throws: WorkbookFault.tooLarge) { try Workbook(bytes) }
  }

  @Test(
    "rows and cells that are repeated without end are refused",
    arguments: [
      "<t:table-row t:number-rows-repeated='1000000'><t:table-cell o:value-type='float' o:value='1'/></t:table-row>",
      "<t:table-row t:number-rows-repeated='150000'><t:table-cell t:number-columns-repeated='200' o:value-type='float' o:value='1'/></t:table-row>",
    ])
  func repeats(_ rows: String) throws {
    let bytes = try MadeWorkbook.openDocument("<t:table t:name='A'>\(rows)</t:table>").bytes()
    #expect(throws: WorkbookFault.tooLarge) { try Workbook(bytes) }
  }

  @Test("an archive of more entries than any workbook is refused")
  func entries() throws {
    var made = MadeWorkbook()
    for number in 0...WorkbookLimits.entries { made.add("e\(number)", "") }
    let bytes = try made.bytes()
    #expect(throws: WorkbookFault.tooLarge) { try Workbook(bytes) }
  }

  @Test("a document type is refused before anything that it declares is used")
  func documentType() throws {
    let made = MadeWorkbook.excel(
      [("A", "<row r='1'><c r='A1' t='str'><v>&a;</v></c></row>")],
      prolog: "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")
    let bytes = try made.bytes()
    #expect(throws: WorkbookFault.documentType) { try Workbook(bytes) }
  }

  @Test("what is no workbook is said to be none")
  func noWorkbook() throws {
    #expect(throws: WorkbookFault.notAnArchive) { try Workbook(Array("id,title\n".utf8)) }
    #expect(throws: WorkbookFault.notAnArchive) { try Workbook([]) }
    #expect(throws: WorkbookFault.protectedOrOld) { try Workbook([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) }
    var text = MadeWorkbook()
    text.add("word/document.xml", "<a/>")
    let bytes = try text.bytes()
    #expect(throws: WorkbookFault.notAWorkbook) { try Workbook(bytes) }
  }

  @Test("cut or altered anywhere, a workbook is read or refused, never a trap")
  func damage() throws {
    let whole = try MadeWorkbook.excel(
      [("A", "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46447</v></c></row>")],
      texts: "<si><t>x</t></si>", styles: WorkbookTests.styles
    ).bytes()
    for length in stride(from: 0, to: whole.count, by: 7) { _ = try? Workbook(Array(whole[..<length])) }
    var state: UInt64 = 42
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      _ = try? Workbook(bytes)
    }
  }
}
