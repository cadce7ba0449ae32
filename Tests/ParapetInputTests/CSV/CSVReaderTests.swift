import ParapetModel
import SeededDraws
import Testing

@testable import ParapetInput

@Suite("CSV as spreadsheets write it")
struct CSVReaderTests {
  private func read(_ text: String) -> InputTable { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> InputTable {
    CSVReader(known: ["id", "title", "cost"], required: ["id"]).read(bytes, file: "t.csv")
  }

  private func texts(_ table: InputTable) -> [[String]] { table.rows.map { $0.cells.map(\.text) } }

  @Test("the delimiter is the one that splits the header into known names", arguments: [",", ";", "\t"])
  func delimiter(_ delimiter: String) {
    let table = read("id,title,cost\nb1,x,1\n".split(separator: ",").joined(separator: delimiter))
    #expect(texts(table) == [["b1", "x", "1"]])
    #expect(table.diagnostics.isEmpty)
  }

  @Test("a semicolon file may hold decimal commas")
  func decimalCommas() { #expect(texts(read("id;cost\nb1;1,5\n")) == [["b1", "1,5"]]) }

  @Test("a header of one known column needs no delimiter")
  func oneColumn() { #expect(texts(read("id\nb1")) == [["b1"]]) }

  @Test("quotes hold delimiters, line breaks and doubled quotes")
  func quotes() {
    let table = read("id,title\r\nb1,\"a, \"\"b\"\"\r\nc\"\r\nb2,d\r\n")
    #expect(texts(table) == [["b1", "a, \"b\"\nc"], ["b2", "d"]])
    #expect(table.rows[1].cells[0].line == 4)
  }

  @Test("a quote inside an unquoted cell is a letter")
  func inches() { #expect(texts(read("id,title\nb1,5\" pipe\n")) == [["b1", "5\" pipe"]]) }

  @Test("a line break is CR LF, LF or CR", arguments: ["\r\n", "\n", "\r"])
  func lineBreaks(_ lineBreak: String) {
    let table = read("id,title" + lineBreak + "b1,x" + lineBreak + "b2,y")
    #expect(texts(table) == [["b1", "x"], ["b2", "y"]])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  @Test("a byte order mark is no part of the first name, nor of its column")
  func byteOrderMark() {
    let table = read([0xEF, 0xBB, 0xBF] + Array("titel,id\n".utf8))
    #expect(table.columns == ["id": 1])
    #expect(table.diagnostics.first?.place.column == 1)
  }

  @Test("columns count letters, not bytes")
  func columnsInScalars() {
    let table = read("title,id\nÉlysée 🏛,b1\n")
    #expect(table.rows[0].cells[1].column == 10)
  }

  @Test("the column of a quoted cell is that of its first letter")
  func quotedColumn() { #expect(read("id,title\nb1,\"x\"\n").rows[0].cells[1].column == 5) }

  @Test("Windows-1252 is read, with a warning at the first accent")
  func windows1252() {
    let table = read(
      Array("id,title\nb1,Place d".utf8) + [0x92, 0xC9] + Array("toile ".utf8) + [0x80, 0x0A])
    #expect(texts(table) == [["b1", "Place d’Étoile €"]])
    let warning = table.diagnostics.first
    #expect(warning?.id == "not-utf8-csv" && warning?.severity == .warning)
    #expect(warning?.place.line == 2 && warning?.place.column == 11)
  }

  @Test("UTF-16 is refused with the way out")
  func utf16() {
    let table = read([0xFF, 0xFE, 0x69, 0x00])
    #expect(table.rows.isEmpty && table.diagnostics.map(\.id) == ["not-utf8-csv"])
    #expect(table.diagnostics[0].severity == .error)
  }

  @Test("a ragged row costs itself alone")
  func ragged() {
    let table = read("id,title\nb1\nb2,x,y\nb3,z\n")
    #expect(texts(table) == [["b3", "z"]])
    #expect(table.diagnostics.map(\.id) == ["ragged-row", "ragged-row"])
    #expect(table.diagnostics.map(\.place.line) == [2, 3])
    #expect(table.diagnostics[1].place.column == 6)
    #expect(table.diagnostics[1].excerpt == "b2,x,y")
  }

  @Test("an unclosed quote is named where it opens, and the next rows survive")
  func unclosedQuote() {
    let table = read("id,title\nb1,x\nb2,\"open\nb3,y\nb4,z\n")
    #expect(texts(table) == [["b1", "x"], ["b3", "y"], ["b4", "z"]])
    #expect(table.diagnostics.map(\.id) == ["unclosed-quote"])
    #expect(table.diagnostics[0].place.line == 3 && table.diagnostics[0].place.column == 4)
  }

  @Test("an unclosed quote before a quoted cell is named, too, and the quoted row survives")
  func unclosedBeforeQuoted() {
    let table = read("id,title\nb1,\"open\nb2,\"y, z\"\nb3,x\n")
    #expect(texts(table) == [["b2", "y, z"], ["b3", "x"]])
    #expect(table.diagnostics.map(\.id) == ["unclosed-quote"])
    #expect(table.diagnostics[0].place.line == 2 && table.diagnostics[0].place.column == 4)
  }

  @Test("a hundred thousand unclosed quotes are named in linear time", .timeLimit(.minutes(20)))
  func manyUnclosed() {
    let table = read("id,title\n" + String(repeating: "b,\"x\n", count: 100_000))
    #expect(table.rows.isEmpty && table.diagnostics.count == 100_000)
  }

  @Test("text after a closing quote costs its row alone")
  func textAfterQuote() {
    let table = read("id,title\nb1,\"x\"y\nb2,z\n")
    #expect(texts(table) == [["b2", "z"]])
    #expect(table.diagnostics.map(\.id) == ["text-after-quote"])
    #expect(table.diagnostics[0].place.column == 7)
  }

  @Test("NUL and other control characters cost their row", arguments: ["\0", "\u{1B}", "\u{85}", "\u{7F}"])
  func controls(_ control: String) {
    let table = read("id,title\nb1,a\(control)b\nb2,z\n")
    #expect(texts(table) == [["b2", "z"]])
    #expect(table.diagnostics.map(\.id) == ["control-character"])
    #expect(table.diagnostics[0].place.column == 5)
  }

  @Test("blank lines and rows of empty cells are no rows")
  func blanks() { #expect(texts(read("\nid,title\n\n,\nb1,x\n \n")) == [["b1", "x"]]) }

  @Test("an unknown column is reported with the name that was meant")
  func unknownColumn() {
    let table = read("id,titel,cost\nb1,x,1\n")
    #expect(table.diagnostics.map(\.id) == ["unknown-column"])
    #expect(table.diagnostics[0].suggestion == "did you mean 'title'?")
    #expect(table.diagnostics[0].place.column == 4)
  }

  @Test(
    "capitals and blanks make no other column", arguments: ["ID,Title", " id , title", "\u{A0}Id,TITLE "])
  func capitals(_ header: String) {
    let table = read(header + "\nb1,x\n")
    #expect(table.diagnostics.isEmpty && table.cell("title", of: table.rows[0])?.text == "x")
  }

  @Test(
    "the line sep= is obeyed and is no header",
    arguments: ["sep=;\r\n", "sep=;\n", "SEP=;\n", "\"sep=;\"\r\n"])
  func separatorLine(_ line: String) {
    let table = read(line + "id;title;cost\r\nb1;a, b;1,5\r\n")
    #expect(texts(table) == [["b1", "a, b", "1,5"]] && table.diagnostics.isEmpty)
    #expect(table.rows[0].line == 3)
  }

  @Test("any mark may be stated, also behind a byte order mark")
  func separatorOfAnyKind() {
    #expect(texts(read("\u{FEFF}sep=|\nid|title\nb1|a;b\n")) == [["b1", "a;b"]])
    #expect(texts(read("sep=\t\nid\ttitle\nb1\tx\n")) == [["b1", "x"]])
  }

  @Test("a title above the table is no header")
  func titleAbove() {
    let table = read("Plan 2027;;\n;;\nid;title;cost\nb1;x;1\n")
    #expect(texts(table) == [["b1", "x", "1"]] && table.diagnostics.isEmpty)
  }

  @Test("empty cells behind the last column are nothing")
  func cellsBehind() {
    #expect(texts(read("id,title\nb1,x,,\nb2,y, \n")) == [["b1", "x"], ["b2", "y"]])
  }

  @Test("of two columns of one name the first counts")
  func doubledColumn() {
    let table = read("id,title,title\nb1,x,y\n")
    #expect(table.cell("title", of: table.rows[0])?.text == "x")
    #expect(table.diagnostics.map(\.id) == ["doubled-column"])
  }

  @Test("a file without header says so", arguments: ["", "\n\n", "\u{FEFF}"])
  func empty(_ text: String) { #expect(read(text).diagnostics.map(\.id) == ["empty-csv"]) }

  @Test("a header alone is a table without rows")
  func headerOnly() {
    let table = read("id,title")
    #expect(table.rows.isEmpty && table.diagnostics.isEmpty)
  }

  @Test("white space around a cell is no part of it and moves its column")
  func trimming() {
    let table = read("id,title\n  b1 ,x\n")
    let cell = table.cell("id", of: table.rows[0])
    #expect(cell == InputCell(text: "b1", line: 2, column: 3))
  }

  @Test("a cell above the limit costs its row")
  func longCell() {
    let table = read("id,title\nb1,\(String(repeating: "x", count: CSVScanner.longestCell + 2))\nb2,y\n")
    #expect(texts(table) == [["b2", "y"]])
    #expect(table.diagnostics.map(\.id) == ["cell-too-long"])
    #expect(table.diagnostics[0].excerpt == nil)
  }

  @Test("a row of more cells than any table costs itself")
  func manyColumns() {
    let table = read("id,title\n\(String(repeating: ",", count: 300))x\nb2,y\n")
    #expect(texts(table) == [["b2", "y"]])
    #expect(table.diagnostics.map(\.id) == ["too-many-columns"])
  }

  @Test("every truncation of a file is read without a trap, and never yields a row that was not there")
  func truncation() {
    let whole = Array("id;title\r\nb1;\"é; \"\"x\"\"\r\ny\"\r\nb2;z\r\n".utf8)
    let ids = Set(["b", "b1", "b2", ""])
    for length in 0...whole.count {
      let table = read(Array(whole[..<length]))
      #expect(table.rows.allSatisfy { ids.contains($0.cells[0].text) }, "cut after \(length) bytes")
    }
  }

  @Test("a cell is the same in quotes and without, and so is what stands behind it")
  func quotedOrNot() {
    var generator = SeededGenerator()
    let letters = ["a", "B", " ", "é", "🏛", "’", "1", "~", ".", "=", "\"", "e\u{301}", "-"]
    for _ in 0..<500 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = "x" + (0..<count).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
      let doubled = text.replacing("\"", with: "\"\"")
      for file in ["id,title,cost\nb1,\(text),end\n", "id,title,cost\nb1,\"\(doubled)\",end\n"] {
        let table = read(file)
        #expect(texts(table) == [["b1", text, "end"]], "seed \(generator.seed)")
        let line = file.split(separator: "\n")[1].unicodeScalars
        #expect(table.rows.first?.cells.last?.column == line.count - 2, "seed \(generator.seed)")
      }
    }
  }

  @Test("any bytes at all are read without a trap")
  func anyBytes() {
    var state: UInt64 = 42
    let alphabet: [UInt8] = [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0x00, 0xFF, 0x09, 0xE2]
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let table = read(Array("id,title\n".utf8) + bytes)
      #expect(table.rows.allSatisfy { $0.cells.count == 2 })
    }
  }
}
