import Foundation
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

struct CSVWriterTests {
  private func table(_ cells: [Cell]) -> Table {
    var table = Table(caption: "", columns: cells.indices.map { Table.Column("c\($0)") })
    table.append(cells)
    return table
  }

  private func bytes(_ profile: CSVProfile, _ cells: [Cell]) -> [UInt8] {
    Array(CSVWriter(profile).render(table(cells)).utf8)
  }

  private static let sample: [Cell] = [
    .text("é"), .money(Money(minorUnits: -123_450)), .hundredths(85), .day(Fixture.day), .number(-7), .empty,
  ]

  @Test("the French Excel profile: mark, semicolons, decimal commas, CRLF")
  func excelFrench() {
    let expected = "c0;c1;c2;c3;c4;c5\r\né;-1234,50;0,85;2026-03-15;-7;\r\n"
    #expect(bytes(.excelFrench, Self.sample) == [0xEF, 0xBB, 0xBF] + Array(expected.utf8))
  }

  @Test("the English Excel profile: mark, commas, decimal points, CRLF")
  func excelEnglish() {
    let expected = "c0,c1,c2,c3,c4,c5\r\né,-1234.50,0.85,2026-03-15,-7,\r\n"
    #expect(bytes(.excelEnglish, Self.sample) == [0xEF, 0xBB, 0xBF] + Array(expected.utf8))
  }

  @Test("a spreadsheet has words for columns and codes, a program the codes")
  func words() {
    var table = Table(
      caption: "", columns: ["item", "status", "standing", "own_contribution"].map { Table.Column($0) })
    table.append([.text("noCall"), .text("noCall"), .text("read-call"), .money(Money(minorUnits: 123_450))])
    func lines(_ profile: CSVProfile, _ language: Language) -> [Substring] {
      CSVWriter(profile, words: Fixture.words(language)).render(table).split(separator: "\r\n")
    }
    #expect(lines(.rfc4180, .french)[0] == "item,status,standing,own_contribution")
    #expect(lines(.rfc4180, .french)[1] == "noCall,noCall,read-call,1234.50")
    #expect(lines(.excelFrench, .french)[0].hasSuffix("projet;état de l’appel;situation;part de la ville"))
    let words = Fixture.words(.french)
    #expect(
      lines(.excelFrench, .french)[1]
        == "noCall;\(words.word(DayStatus.noCall));\(words.word(Match.Standing.readCall));1234,50")
    #expect(lines(.excelEnglish, .english)[0].hasSuffix("item,status,standing,own contribution"))
  }

  @Test("what is read again as a table of a portfolio keeps its codes", arguments: CSVProfile.allCases)
  func readAgain(_ profile: CSVProfile) {
    var table = Table(caption: "", columns: [Table.Column("unit_cost")])
    table.isReadAgain = true
    #expect(CSVWriter(profile, words: Fixture.words(.french)).render(table).contains("unit_cost"))
  }

  @Test("every column of every table has a French heading")
  func everyColumn() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "csv" && !$0.lastPathComponent.contains("excel") }
    #expect(files.count > 10)
    for file in files {
      let head = try String(contentsOf: file, encoding: .utf8).split(separator: "\r\n")[0]
      for code in head.split(separator: ",") where code.allSatisfy({ $0.isLowercase || $0 == "_" }) {
        #expect(
          Fixture.words(.french).heading(ofColumn: String(code)) != nil,
          "\(code) of \(file.lastPathComponent)")
      }
    }
  }

  @Test("the RFC 4180 profile has no byte order mark")
  func rfc4180() {
    let expected = "c0,c1,c2,c3,c4,c5\r\né,-1234.50,0.85,2026-03-15,-7,\r\n"
    #expect(bytes(.rfc4180, Self.sample) == Array(expected.utf8))
  }

  @Test(
    "a text that a spreadsheet would run is guarded",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u{A0}=1", "\"=1", "'=1", "’=1", "＝1",
      "\u{FEFF}=1", " \" =cmd|' /C calc'!A0", "=\u{301}1", "-",
    ])
  func guarded(_ text: String) {
    #expect(FormulaGuard.guarded(text) == "'" + text)
  }

  @Test(
    "a text that no spreadsheet runs is left alone",
    arguments: ["a=1", "", "1-2", "« = »x", "é", "Rue 5", "   "])
  func unguarded(_ text: String) {
    #expect(FormulaGuard.guarded(text) == text)
  }

  @Test("a figure is never guarded, also below nought", arguments: CSVProfile.allCases)
  func figures(_ profile: CSVProfile) {
    let text = CSVWriter(profile).render(
      table([.money(Money(minorUnits: -1)), .number(-1), .hundredths(-100)]))
    #expect(!text.contains("'"))
  }

  @Test("a heading is guarded like any text")
  func heading() {
    let text = CSVWriter(.rfc4180).render(Table(caption: "", columns: [Table.Column("=A1")]))
    #expect(text == "'=A1\r\n")
  }

  @Test("line breaks inside a cell are kept within quotes")
  func lineBreaks() {
    #expect(CSVWriter(.rfc4180).render(table([.text("a\nb\r\nc")])) == "c0\r\n\"a\nb\r\nc\"\r\n")
  }

  @Test("quotes are doubled, also where a combining mark hides them from character-wise code")
  func quotes() {
    let lines = CSVWriter(.rfc4180).render(table([.text("a\"\u{301},b")]))
    #expect(Array(lines.unicodeScalars) == Array("c0\r\n\"a\"\"\u{301},b\"\r\n".unicodeScalars))
  }

  @Test("only the profile's own delimiter needs quotes")
  func delimiters() {
    #expect(CSVWriter(.excelFrench).render(table([.text("a,b")])).hasSuffix("\r\na,b\r\n"))
    #expect(CSVWriter(.excelFrench).render(table([.text("a;b")])).hasSuffix("\r\n\"a;b\"\r\n"))
  }

  @Test(
    "what has to be quoted or replaced is found wherever it stands among harmless letters",
    arguments: [
      ("a\u{85}b", "a\u{85}b"), ("a\u{9F}b", "a\u{FFFD}b"), ("a\u{2028}b", "a\u{2028}b"),
      ("a\u{202E}b", "a\u{FFFD}b"), ("a\u{2066}b", "a\u{FFFD}b"), ("a\u{FFFE}b", "a\u{FFFD}b"),
      ("a\u{7F}", "a\u{FFFD}"), ("a ", "\"a \""), ("a\rb", "\"a\rb\""), ("a,", "\"a,\""),
      ("a’b — “c” … 5 €", "a’b — “c” … 5 €"), ("aé\u{A0}!", "aé\u{A0}!"), ("a\u{200B}=1", "a\u{200B}=1"),
    ])
  func amongLetters(_ text: String, _ expected: String) {
    let lines = CSVWriter(.rfc4180).render(table([.text(text)]))
    #expect(Array(lines.unicodeScalars) == Array("c0\r\n\(expected)\r\n".unicodeScalars))
  }

  @Test("controls are replaced, so that no reader stops at them")
  func controls() {
    #expect(
      CSVWriter(.rfc4180).render(table([.text("a\u{0}b\u{1B}[31m")])) == "c0\r\na\u{FFFD}b\u{FFFD}[31m\r\n")
  }
}
