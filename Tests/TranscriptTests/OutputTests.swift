import Foundation
import Testing

/// Where answers go, in which form, and that they are the same everywhere.
@Suite("Answers and where they go")
struct OutputTests {
  private static let shortlist = ["shortlist", "city", "--as-of", "2030-03-01", "--quiet"]

  @Test("a shortlist comes in every form", arguments: ["text", "csv", "json", "html"], ["en", "fr"])
  func forms(_ form: String, _ language: String) async throws {
    let scratch = try Scratch()
    let answer = try await scratch.parapet(Self.shortlist + ["--format", form, "--lang", language])
    #expect(answer.code == 0)
    #expect(answer.errors.isEmpty)
    #expect(answer.output.contains("SAFE-2030-1"))
    #expect(form != "html" || answer.output.hasPrefix("<!DOCTYPE html>"))
    #expect(form != "html" || answer.output.contains("lang=\"\(language)\""))
  }

  @Test(
    "every command has a document that says what it is",
    arguments: [
      ["list"], ["show", "SAFE-2030-1"], ["shortlist", "city"],
      ["explain", "city", "bollards", "SAFE-2030-1"],
      ["budget", "city", "--item", "bollards", "--opportunity", "SAFE-2030-1"], ["check", "city"],
      ["ingest", "feed"],
    ])
  func documents(_ command: [String]) async throws {
    let scratch = try Scratch()
    let answer = try await scratch.parapet(
      command + ["--format", "json", "--as-of", "2030-03-01", "--quiet"])
    #expect(answer.code == 0)
    let document = try #require(answer.json as? [String: Any])
    let schema = try #require(document["schema"] as? [String: Any])
    #expect(schema["name"] as? String == command.first)
    #expect(document["asOf"] as? String == "2030-03-01")
    #expect(document["knownOn"] is NSNull)
    #expect(document["program"] is String)
  }

  @Test("a folder of cities gives what each city gives alone, in the order of their names")
  func folderOfPortfolios() async throws {
    let scratch = try Scratch()
    let folder = Repository.data + "/portfolios"
    func rows(_ portfolio: String) async throws -> [Substring] {
      let answer = try await scratch.parapet([
        "shortlist", portfolio, "--data", Repository.data, "--as-of", "2026-03-15", "--top", "2", "--format",
        "csv",
        "--quiet",
      ])
      #expect(answer.code == 0, "\(answer.errors)")
      return answer.output.split(whereSeparator: \.isNewline).dropFirst().map { $0 }
    }
    var alone: [Substring] = []
    for city in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      alone += try await rows(folder + "/" + city)
    }
    let together = try await rows(folder)
    #expect(!alone.isEmpty)
    #expect(together == alone)
  }

  @Test("several portfolios stand side by side in one document")
  func severalPortfolios() async throws {
    let scratch = try Scratch()
    let answer = try await scratch.parapet(
      "shortlist", "city", "mistakes", "--format", "json", "--as-of", "2030-03-01")
    let document = try #require(answer.json as? [String: Any])
    #expect((document["portfolios"] as? [Any])?.count == 2)
  }

  @Test(
    "the same question has the same bytes in any time zone, language and folder", arguments: ["text", "json"])
  func sameBytes(_ form: String) async throws {
    let scratch = try Scratch()
    _ = try await scratch.parapet("ingest", "feed", "--read-on", "2030-02-01")
    let arguments = ["--format", form, "--as-of", "2030-03-01", "--quiet"]
    let first = try await scratch.parapet(["shortlist", "city"] + arguments)
    let elsewhere = try await scratch.parapet(
      ["shortlist", "../city", "--data", "../data", "--store", scratch.path("store/catalogue")] + arguments,
      environment: ["TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "ar_EG.UTF-8"], in: "later")
    #expect(first.code == 0)
    #expect(first.output == elsewhere.output)
  }

  @Test(
    "a workbook is a file with the same bytes in any time zone and language",
    arguments: [
      ["shortlist", "city"], ["plan", "city"],
      ["budget", "city", "--item", "bollards", "--opportunity", "SAFE-2030-1"],
    ])
  func workbook(_ command: [String]) async throws {
    let scratch = try Scratch()
    let arguments = command + ["--format", "xlsx", "--as-of", "2030-03-01", "--quiet", "--output"]
    let first = try await scratch.parapet(arguments + ["first.xlsx"])
    let elsewhere = try await scratch.parapet(
      arguments + ["second.xlsx"],
      environment: ["TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8"])
    #expect(first.code == elsewhere.code)
    let bytes = try ["first.xlsx", "second.xlsx"].map {
      try Data(contentsOf: URL(filePath: scratch.path($0)))
    }
    #expect(bytes[0].starts(with: Data("PK".utf8)))
    #expect(bytes[0] == bytes[1])
  }

  @Test("where WeasyPrint is not installed, a PDF is a word and an exit code, and no file")
  func noPrinter() async throws {
    let scratch = try Scratch()
    let answer = try await scratch.parapet(
      ["shortlist", "city", "--format", "pdf", "--as-of", "2030-03-01", "--quiet", "--output", "list.pdf"],
      environment: ["PARAPET_WEASYPRINT": "/nowhere/weasyprint"])
    #expect(answer.code == 69)
    #expect(answer.errors.contains("scripts/setup --pdf"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("list.pdf")))
  }

  @Test(
    "a printer that is too old, fails or never ends is told apart from the page",
    arguments: [
      ("echo 'error: unrecognized arguments: --allowed-protocols' >&2; exit 2", 69, "older"),
      ("echo 'no memory left' >&2; exit 1", 65, "no memory left"),
      ("echo 'not a pdf'", 65, "cannot print"),
    ])
  func badPrinter(_ script: String, _ code: Int32, _ words: String) async throws {
    let scratch = try Scratch()
    let program = scratch.path("printer")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let answer = try await scratch.parapet(
      ["shortlist", "city", "--format", "pdf", "--as-of", "2030-03-01", "--quiet", "--output", "list.pdf"],
      environment: ["PARAPET_WEASYPRINT": program])
    #expect(answer.code == code)
    #expect(answer.errors.contains(words), "\(answer.errors)")
  }

  @Test("colour only where it is asked for")
  func colour() async throws {
    let scratch = try Scratch()
    let plain = try await scratch.parapet(Self.shortlist)
    let coloured = try await scratch.parapet(Self.shortlist + ["--color", "always"])
    let never = try await scratch.parapet(
      Self.shortlist + ["--color", "never"], environment: ["NO_COLOR": "1"])
    #expect(!plain.output.contains("\u{1B}["))
    #expect(coloured.output.contains("\u{1B}["))
    #expect(never.output == plain.output)
  }

  @Test("quiet keeps back what is no error")
  func quiet() async throws {
    let scratch = try Scratch()
    let loud = try await scratch.parapet("list", "--as-of", "2030-03-01")
    let quiet = try await scratch.parapet("list", "--as-of", "2030-03-01", "--quiet")
    #expect(loud.errors.hasPrefix("parapet: no catalogue at store/catalogue"))
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == loud.output)
    #expect(try await scratch.parapet("show", "nothing", "--quiet").errors.hasPrefix("parapet: error: "))
  }

  @Test("the profiles of CSV differ as the spreadsheets do")
  func profiles() async throws {
    let scratch = try Scratch()
    func csv(_ profile: String) async throws -> String {
      try await scratch.parapet(Self.shortlist + ["--format", "csv", "--csv-profile", profile]).output
    }
    let (french, english, plain) = (
      try await csv("excel-fr"), try await csv("excel-en"), try await csv("rfc4180")
    )
    #expect(french.hasPrefix("\u{FEFF}portfolio;item;"))
    #expect(french.contains(";342400,00;"))
    #expect(english.hasPrefix("\u{FEFF}portfolio,item,"))
    #expect(plain.hasPrefix("portfolio,item,"))
    #expect(plain.contains(",342400.00,"))
    #expect([french, english, plain].allSatisfy { $0.contains("\r\n") })
  }

  @Test("a title that is a formula is guarded in a spreadsheet, a number is not")
  func formula() async throws {
    let scratch = try Scratch()
    try scratch.replace(",Bollards on the quay,", with: ",=1+1,", in: "city/items.csv")
    let answer = try await scratch.parapet(Self.shortlist + ["--format", "csv", "--csv-profile", "excel-en"])
    #expect(answer.output.contains(",'=1+1,"))
    #expect(!answer.output.contains(",=1+1,"))
  }

  @Test("an output file is what standard output would have been, and nothing else is left")
  func outputFile() async throws {
    let scratch = try Scratch()
    let before = try scratch.names()
    let answer = try await scratch.parapet(Self.shortlist + ["--format", "csv", "--output", "list.csv"])
    #expect(answer.code == 0)
    #expect(answer.output.isEmpty)
    let printed = try await scratch.parapet(Self.shortlist + ["--format", "csv"]).output
    #expect(try scratch.text("list.csv") == printed)
    #expect(try scratch.names().filter { !$0.hasPrefix(".") } == (before + ["list.csv"]).sorted())
  }

  @Test("a file stays as it was where the command fails")
  func failedOutput() async throws {
    let scratch = try Scratch()
    try scratch.write("list.csv", "as it was")
    let answer = try await scratch.parapet("shortlist", "nowhere", "--format", "csv", "--output", "list.csv")
    #expect(answer.code == 66)
    #expect(try scratch.text("list.csv") == "as it was")
  }

  @Test("an output that is a link is written where it points to")
  func link() async throws {
    let scratch = try Scratch()
    try scratch.write("real.csv", "")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.csv"), withDestinationPath: "real.csv")
    _ = try await scratch.parapet(Self.shortlist + ["--format", "csv", "--output", "link.csv"])
    #expect(try scratch.text("real.csv").hasPrefix("portfolio,"))
  }

  @Test("a device is written to and not replaced by a file", .enabled(if: Self.hasFullDevice))
  func device() async throws {
    let scratch = try Scratch()
    let full = try await scratch.parapet(Self.shortlist + ["--output", "/dev/full"])
    #expect(full.code == 73)
    #expect(full.errors == "parapet: error: '/dev/full' cannot be written: No space left on device\n")
    #expect(try await scratch.parapet(Self.shortlist + ["--output", "/dev/null"]).code == 0)
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(kind == .typeCharacterSpecial)
  }

  @Test("a reader that went away ends the program quietly with 73, not by a signal")
  func closedPipe() async throws {
    let answer = try await redirected("list --as-of 2030-03-01 --quiet | true; exit ${PIPESTATUS[0]}")
    #expect(answer.errors.isEmpty)
    #expect(answer.code == 73 || answer.code == 0)
  }

  @Test("a standard output that is closed or full is 73", .enabled(if: Self.hasFullDevice))
  func closedOutput() async throws {
    #expect(try await redirected("list --quiet >&-").code == 73)
    #expect(try await redirected("list --quiet >/dev/full").code == 73)
  }

  @Test("a standard error that is closed takes no answer away")
  func closedErrors() async throws {
    #expect(try await redirected("check city 2>&-").code == 0)
    #expect(try await redirected("show nothing 2>&-").code == 66)
  }

  @Test("the version and the help are answers too: a closed output is 73")
  func closedHelp() async throws {
    #expect(try await redirected("--version >&-").code == 73)
    #expect(try await redirected("list --help >&-").code == 73)
    let answer = try await redirected("--version")
    #expect(answer.code == 0 && answer.output.hasSuffix("\n"))
  }

  @Test("a file too large for the shell's limit is 73 and not a signal, and nothing of it stays")
  func fileLimit() async throws {
    let scratch = try Scratch()
    let answer = try await scratch.run(
      URL(filePath: "/bin/bash"),
      [
        "-c",
        "ulimit -f 1; '\(Program.executable.path)' shortlist city --all --format html --quiet --output page.html",
      ])
    #expect(answer.code == 73)
    #expect(try scratch.names().allSatisfy { !$0.contains(".part") && $0 != "page.html" })
  }

  @Test(
    "a name as long as a name can be is a file, one with a slash behind it is none, a database none to replace"
  )
  func names() async throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 251) + ".csv"
    #expect(try await scratch.parapet(Self.shortlist + ["--format", "csv", "--output", long]).code == 0)
    #expect(try scratch.text(long).hasPrefix("portfolio,"))
    #expect(try await scratch.parapet(Self.shortlist + ["--output", "x.txt/"]).code == 73)
    #expect(try !scratch.names().contains("x.txt"))
    _ = try await scratch.parapet("ingest", "feed", "--store", "store.sqlite", "--quiet")
    let answer = try await scratch.parapet("list", "--store", "store.sqlite", "--output", "store.sqlite")
    #expect(answer.code == 73)
    #expect(try await scratch.parapet("list", "--store", "store.sqlite", "--quiet").code == 0)
  }

  @Test("what feeds and folders are called reaches the terminal without its escape sequences")
  func injection() async throws {
    let scratch = try Scratch()
    let hit = { (reference: String) in
      #"{"reference":"\#(reference)\u001b[31mX","language":"en","metadata":{"identifier":["J-9"],"title":["T"],"type":["1"]}}"#
    }
    try scratch.write("esc.json", "{\"results\":[\(hit("a")),\(hit("b"))]}")
    _ = try await scratch.parapet("ingest", "esc.json", "--quiet", "--store", "s.sqlite")
    for command in [
      ["show", "J-9"], ["show", "J-\u{1b}[31m9"], ["ingest", "no\u{1b}]0;x\u{7}"], ["check", "no\u{1b}[1m"],
    ] {
      let answer = try await scratch.parapet(command + ["--store", "s.sqlite"])
      #expect(!(answer.output + answer.errors).isEmpty)
      #expect(!answer.errors.unicodeScalars.contains { $0.value == 0x1b || $0.value == 7 }, "\(command)")
    }
  }

  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  /// Runs the program in a shell, for what only a shell does to its streams.
  private func redirected(_ command: String) async throws -> Answer {
    let scratch = try Scratch()
    return try await scratch.run(
      URL(filePath: "/bin/bash"), ["-c", "'\(Program.executable.path)' \(command)"])
  }

  @Test("without a day the day is today's in Brussels")
  func today() async throws {
    func today() throws -> String {
      let style = Date.ISO8601FormatStyle(timeZone: try #require(TimeZone(identifier: "Europe/Brussels")))
      return Date.now.formatted(style.year().month().day())
    }
    let before = try today()
    let answer = try await Scratch().parapet(
      ["list", "--format", "json"], environment: ["TZ": "Pacific/Kiritimati"])
    let day = (answer.json as? [String: Any])?["asOf"] as? String
    #expect(try [before, today()].contains(day))
  }
}
