import Foundation
import Testing

/// Portfolios with mistakes: each is told at its place, and the good part is judged.
@Suite("Bad portfolios through the command line")
struct BadPortfolioTests {
  /// Checks the city of the fixtures after a change and expects a finding.
  private func expect(
    _ old: String, becoming new: String, in name: String, finds id: String, at place: String,
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let scratch = try Scratch()
    try scratch.replace(old, with: new, in: "city/" + name)
    let answer = try await scratch.parapet("check", "city", "--as-of", "2030-03-01")
    #expect(answer.code == 1, sourceLocation: location)
    let isTold = answer.output.printedLines.contains {
      $0.hasPrefix("city/\(name):\(place): error: ") && $0.hasSuffix("[\(id)]")
    }
    #expect(isTold, "\(answer.output)", sourceLocation: location)
    #expect(answer.errors.isEmpty, sourceLocation: location)
  }

  @Test("a measure that nobody knows")
  func unknownMeasure() async throws {
    try await expect(
      "prams.\",barriers", becoming: "prams.\",xyzzy", in: "items.csv", finds: "unknown-measure", at: "2:85"
    )
  }

  @Test(
    "an amount that two readers would read differently, or not at all",
    arguments: ["1.234", "12abc", "1,4E+06"].map { "\"\($0)\"" })
  func badAmount(_ amount: String) async throws {
    try await expect(
      "400000.00", becoming: amount, in: "items.csv", finds: "bad-amount", at: "2:133")
  }

  @Test("an amount with grouped thousands, as a French spreadsheet writes it")
  func groupedThousands() async throws {
    let scratch = try Scratch()
    try scratch.replace("400000.00", with: "\"1.234,50\"", in: "city/items.csv")
    let answer = try await scratch.parapet("check", "city")
    #expect(answer.code == 0 && answer.output.contains("'1.234,50' is read as 1234.50 [amount-read]"))
  }

  @Test("one and a half with a comma is an amount")
  func decimalComma() async throws {
    let scratch = try Scratch()
    try scratch.replace("400000.00", with: "\"1,5\"", in: "city/items.csv")
    let answer = try await scratch.parapet("check", "city")
    #expect(answer.code == 0, "\(answer.output)")
    let list = try await scratch.parapet(
      "budget", "city", "--item", "bollards", "--opportunity", "SAFE-2030-1", "--layout", "reasons",
      "--format",
      "csv")
    #expect(list.output.contains("bollards,,brimont,W,Bollards on the quay,,1.50,"))
  }

  @Test("an amount beyond all counting is refused and does not overflow")
  func hugeAmount() async throws {
    try await expect(
      "400000.00", becoming: "99999999999999999999", in: "items.csv", finds: "bad-amount", at: "2:132")
  }

  @Test("amounts that add up beyond all counting end in a word")
  func hugeSum() async throws {
    let scratch = try Scratch()
    try scratch.replace("400000.00", with: "92233720368547758.07", in: "city/items.csv")
    let answer = try await scratch.parapet(
      "budget", "city", "--item", "bollards", "--opportunity", "SAFE-2030-1", "--quiet")
    #expect(answer.code == 1, "\(answer.errors)")
    #expect(try await scratch.parapet("shortlist", "city", "--as-of", "2030-03-01").code == 1)
  }

  @Test("a day that does not exist")
  func impossibleDay() async throws {
    let scratch = try Scratch()
    let text = try scratch.text("city/items.csv").replacingOccurrences(of: "2030-12-31", with: "2030-02-30")
    try scratch.write("city/items.csv", text)
    let answer = try await scratch.parapet("check", "city")
    #expect(answer.code == 1)
    #expect(answer.output.contains("there is no day 2030-02-30 [no-such-date]"))
  }

  @Test("a row with too few cells costs itself only")
  func raggedRow() async throws {
    let scratch = try Scratch()
    try scratch.write("city/items.csv", try scratch.text("city/items.csv") + "kiosk,A kiosk\n")
    let answer = try await scratch.parapet(
      "shortlist", "city", "--format", "csv", "--as-of", "2030-03-01", "--item", "bollards")
    #expect(answer.code == 1)
    #expect(answer.errors.contains("[ragged-row]"))
    #expect(answer.output.contains("brimont,bollards,"))
  }

  @Test("a quote that is never closed is told where it opens")
  func unclosedQuote() async throws {
    let scratch = try Scratch()
    try scratch.write("city/items.csv", try scratch.text("city/items.csv") + "kiosk,\"A kiosk\n")
    let answer = try await scratch.parapet("check", "city")
    #expect(answer.code == 1)
    #expect(answer.output.contains("[unclosed-quote]"))
  }

  @Test("NO is Norway")
  func norway() async throws {
    let scratch = try Scratch()
    try scratch.replace("country: FR\nnuts: FRL03", with: "country: NO\nnuts: NO081", in: "city/city.yaml")
    let answer = try await scratch.parapet("check", "city")
    #expect(answer.code == 0, "\(answer.output)")
    let why = try await scratch.parapet("explain", "city", "bollards", "SAFE-2030-1", "--format", "csv")
    #expect(why.output.contains("NO"))
    #expect(why.output.contains("unmet"))
  }

  @Test("a country that is none")
  func unknownCountry() async throws {
    try await expect(
      "country: FR", becoming: "country: FRANCE", in: "city.yaml", finds: "unknown-country", at: "3:10")
  }

  @Test("a folder without city.yaml is 66")
  func missingCity() async throws {
    let scratch = try Scratch()
    try FileManager.default.removeItem(atPath: scratch.path("city/city.yaml"))
    for command in [["shortlist", "city"], ["check", "city"], ["explain", "city", "bollards", "SAFE"]] {
      let answer = try await scratch.parapet(command + ["--quiet"])
      #expect(answer.code == 66)
      #expect((answer.output + answer.errors).contains("there is no 'city/city.yaml'"))
    }
  }

  @Test("one input that is not there leaves the check of the others")
  func oneOfSeveral() async throws {
    let answer = try await Scratch().parapet("check", "nowhere", "mistakes", "city/items.csv")
    #expect(answer.code == 66)
    #expect(answer.output.contains("nowhere: error: there is no file or folder 'nowhere' [input-not-there]"))
    #expect(answer.output.contains("[bad-amount]"))
    #expect(answer.output.contains("city/items.csv: error: "))
  }

  @Test("an empty city.yaml says no city, which is 65")
  func emptyCity() async throws {
    let scratch = try Scratch()
    try scratch.write("city/city.yaml", "")
    let answer = try await scratch.parapet("shortlist", "city", "--quiet")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("city/city.yaml:1:1: error: the city has no id [missing-id]"))
  }

  @Test("ten thousand lists in one another in YAML are refused")
  func deepYAML() async throws {
    let scratch = try Scratch()
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    try scratch.replace("population: 84000", with: "population: \(deep)", in: "city/city.yaml")
    let answer = try await scratch.parapet("check", "city")
    #expect(answer.code == 1)
    #expect(answer.output.contains("[too-deep]"))
  }

  @Test("anchors in YAML, which could expand without end, are refused")
  func anchors() async throws {
    let scratch = try Scratch()
    try scratch.replace("id: brimont", with: "id: &a brimont", in: "city/city.yaml")
    let answer = try await scratch.parapet("shortlist", "city", "--quiet")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("[yaml-anchor]"))
  }

  @Test("YAML that is broken is told with its line")
  func brokenYAML() async throws {
    let scratch = try Scratch()
    try scratch.replace(
      "name: { en: Brimont, fr: Brimont }", with: "name: { en: Brimont", in: "city/city.yaml")
    let answer = try await scratch.parapet("shortlist", "city", "--quiet")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("city/city.yaml:"))
    #expect(answer.errors.contains("[not-yaml]"))
  }

  @Test("items in Windows-1252 are read, with a warning")
  func windowsText() async throws {
    let scratch = try Scratch()
    let parts = try scratch.text("city/items.csv").components(separatedBy: "Bollards on the quay")
    let bytes = Array(parts[0].utf8) + [0x50, 0x6f, 0x74, 0x65, 0x61, 0x75, 0xe9] + Array(parts[1].utf8)
    try scratch.write("city/items.csv", bytes)
    let answer = try await scratch.parapet("shortlist", "city", "--format", "csv", "--as-of", "2030-03-01")
    #expect(answer.code == 0)
    #expect(answer.errors.contains("and was read as Windows-1252 [not-utf8-csv]"))
    #expect(answer.output.contains("Poteaué"))
  }

  @Test("an empty items.csv is told and traps nothing")
  func emptyItems() async throws {
    let scratch = try Scratch()
    try scratch.write("city/items.csv", "")
    #expect(try await scratch.parapet("check", "city").code == 1)
    #expect(try await scratch.parapet("shortlist", "city", "--quiet").code == 1)
  }

  @Test("of very many mistakes fifty are shown, and a machine gets all")
  func manyMistakes() async throws {
    let scratch = try Scratch()
    let rows = (1...200).map { "i\($0),T,,nonsense,,,,,,,," }.joined(separator: "\n")
    let header = "id,title,description,measures,component,site,start,end,cost,vat,priority,partners\n"
    try scratch.write("city/items.csv", header + rows + "\n")
    let people = try await scratch.parapet("check", "city")
    #expect(people.output.printedLines.count { $0.contains(": error: ") } == 50)
    #expect(people.output.hasSuffix("… and 150 more\n"))
    let machine = try await scratch.parapet("check", "city", "--format", "csv")
    #expect(machine.output.printedLines.count { $0.contains("unknown-measure") } == 200)
  }

  @Test("a name that would command the terminal is made harmless")
  func escapes() async throws {
    let scratch = try Scratch()
    try scratch.replace("Bollards on the quay", with: "Bollards\u{1B}[31m", in: "city/items.csv")
    let answer = try await scratch.parapet("shortlist", "city", "--as-of", "2030-03-01")
    #expect(!(answer.output + answer.errors).contains("\u{1B}"))
  }
}
