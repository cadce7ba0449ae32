import Foundation
import Testing

/// What a spreadsheet and the program itself make of the tables of a budget.
@Suite("The tables of a budget elsewhere")
struct SpreadsheetTests {
  private static let layouts = [
    "eu-grant", "part-a", "council", "lump-sum", "lump-sum-form", "interreg", "lines", "reasons",
  ]
  private typealias Object = [String: Any]

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: Repository.data + "/portfolios/rivemont", toPath: scratch.path("rivemont"))
  }

  private func budget(_ items: [String], _ options: String...) async throws -> Answer {
    let answer = try await scratch.parapet(
      ["budget", "rivemont", "--opportunity", "EUI-IA-4", "--as-of", "2026-03-15", "--quiet"]
        + ["--data", Repository.data] + items.flatMap { ["--item", $0] } + options)
    #expect(answer.code == 0, "\(answer.errors)")
    return answer
  }

  private func document(_ items: [String], _ layout: String) async throws -> Object {
    let answer = try await budget(items, "--layout", layout, "--format", "json")
    return try #require(answer.json as? Object)
  }

  /// The flavours of CSV that a spreadsheet opens: the separator by its code and the language by its number.
  private static let profiles = [("excel-fr", "59", "1036"), ("excel-en", "44", "1033")]

  @Test("LibreOffice finds every number of every layout, and takes it for a number", arguments: profiles)
  func office(_ profile: String, _ separator: String, _ language: String) async throws {
    let places = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
    guard let office = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      try Test.cancel("soffice is needed to open the tables (Debian: libreoffice-calc)")
    }
    let items = ["square"]
    for layout in Self.layouts {
      _ = try await budget(
        items, "--layout", layout, "--format", "csv", "--csv-profile", profile, "--output", layout + ".csv")
    }
    let converted = try await scratch.run(
      URL(filePath: office),
      [
        "-env:UserInstallation=\(scratch.folder.appending(path: "office").absoluteString)", "--headless",
        "--convert-to", "fods", "--infilter=CSV:\(separator),34,76,1,,\(language)",
      ] + Self.layouts.map { $0 + ".csv" })
    #expect(converted.code == 0, "\(converted.errors)")
    for layout in Self.layouts {
      let sheet = Sheet(try scratch.text(layout + ".fods"))
      let table = try #require(try await document(items, layout)["layout"] as? Object)
      let columns = try #require(table["columns"] as? [String])
      let rows = try #require(table["rows"] as? [[Any]])
      // What is read again keeps the codes of its columns; the rest has them in words.
      let codes = columns.map { Sheet.Cell.text($0) }
      #expect(sheet.rows.first == codes || layout != "lines", "\(layout)")
      #expect(sheet.rows.first?.count == columns.count, "\(layout)")
      #expect(sheet.rows.count == rows.count + 1, "\(layout)")
      for (found, expected) in zip(sheet.rows.dropFirst(), rows) {
        let cells = expected.map { Sheet.Cell(plain: $0 as? String) }
        #expect(cells == found, "\(layout)")
      }
    }
  }

  @Test("what is written as costs is read back, in any flavour", arguments: ["excel-fr", "rfc4180"])
  func readBack(_ profile: String) async throws {
    let items = try scratch.text("rivemont/items.csv").split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    let everything = try await document(items, "council")
    let stated = try scratch.text("rivemont/costs.csv")
    _ = try await budget(
      items, "--layout", "lines", "--format", "csv", "--csv-profile", profile, "--output", "written.csv")
    try scratch.write("rivemont/costs.csv", scratch.text("written.csv"))
    _ = try await budget(
      items, "--layout", "lines", "--format", "csv", "--csv-profile", profile, "--output", "again.csv")
    #expect(try scratch.text("again.csv") == scratch.text("written.csv"))
    let again = try await document(items, "council")
    #expect(NSDictionary(dictionary: again) == NSDictionary(dictionary: everything))
    #expect(again["ties"] as? Bool == true)
    let header = try scratch.text("written.csv").split(whereSeparator: \.isNewline).first.map(String.init)
    let columns = header?.trimmingCharacters(in: ["\u{FEFF}"]).split(whereSeparator: { ",;".contains($0) })
    #expect(
      columns?.joined(separator: ",") == stated.split(whereSeparator: \.isNewline).first.map(String.init))
  }
}

/// The cells of a spreadsheet that LibreOffice wrote as flat XML.
private struct Sheet {
  enum Cell: Equatable {
    case empty, number(Double), text(String)

    /// A cell as the program states it for machines.
    init(plain: String?) {
      guard let plain, !plain.isEmpty else {
        self = .empty
        return
      }
      let isNumber = plain.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
      self = isNumber ? Double(plain).map { .number($0) } ?? .text(plain) : .text(plain)
    }
  }

  var rows: [[Cell]] = []

  init(_ xml: String) {
    for row in xml.matches(of: /(?s)<table:table-row[^>]*>(.*?)<\/table:table-row>/) {
      var cells: [Cell] = []
      for cell in row.1.matches(of: /(?s)<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/) {
        let times = cell.1.firstMatch(of: /number-columns-repeated="([0-9]+)"/).flatMap { Int($0.1) } ?? 1
        let value: Cell
        if let number = cell.1.firstMatch(of: /office:value="([^"]*)"/) {
          value = Double(number.1).map { .number($0) } ?? .empty
        } else {
          let text = (cell.2 ?? "").replacing(/<[^>]*>/, with: "").trimmingCharacters(
            in: .whitespacesAndNewlines)
          let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
          value = Cell(
            text: entities.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) })
        }
        cells += Array(repeating: value, count: min(times, 100))
      }
      rows.append(cells)
    }
    let width = rows.first.map { row in (row.lastIndex { $0 != .empty } ?? -1) + 1 } ?? 0
    rows = rows.map { Array($0.prefix(width)) }.filter { $0.contains { $0 != .empty } }
  }
}

extension Sheet.Cell {
  fileprivate init(text: String) { self = text.isEmpty ? .empty : .text(text) }
}
