import Foundation
import Testing

/// Whatever a person asks for, in whichever form and language: what was found at sites stays with the city.
@Suite("Restricted findings through the command line")
struct RestrictedTests {
  /// Words that stand in no other file, one for each field of a restricted scenario that takes any.
  private static let marks = ["ZZWEAK", "ZZASSESSOR", "2019-11-17", "17 November 2019", "17 novembre 2019"]

  private static let frame = """
    <?xml version="1.0" encoding="UTF-8"?>
    <covenant xmlns="urn:parapet:funding:1" version="1">
      <threat code="zzlorry"><name xml:lang="en">ZZTHREAT</name><name xml:lang="fr">ZZTHREAT</name>
        <suggest measure="training"><because xml:lang="en">ZZBECAUSE</because><because xml:lang="fr">ZZBECAUSE</because></suggest>
      </threat>
      <level scale="consequence" number="4"><name xml:lang="en">ZZGRAVE</name><name xml:lang="fr">ZZGRAVE</name></level>
      <level scale="probability" number="3"><name xml:lang="en">ZZLIKELY</name><name xml:lang="fr">ZZLIKELY</name></level>
      <level scale="confidence" number="2"><name xml:lang="en">ZZSURE</name><name xml:lang="fr">ZZSURE</name></level>
    </covenant>
    """

  /// What the frame calls the threat, the levels and the reason: of no use to anybody but in a restricted finding.
  private static let names = ["ZZTHREAT", "ZZBECAUSE", "ZZGRAVE", "ZZLIKELY", "ZZSURE", "zzlorry"]

  private static let header =
    "site,threat,measures_in_place,consequence,probability,confidence,assessor,day,residual_consequence,"
    + "residual_probability,restricted\n"

  private func scratch(_ rows: String) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("data/covenant.xml", Self.frame)
    try scratch.write("city/sites.csv", "id,name\nquay,Quay\n")
    try scratch.write("city/scenarios.csv", Self.header + rows + "\n")
    try scratch.write(
      "city/practices.xml",
      """
      <practices xmlns="urn:parapet:funding:1" version="1" owner="brimont"><practice id="b" place="Brimont" \
      measures="barriers" grade="official" source="https://brimont.example"><title xml:lang="en">Stones</title>\
      <method xml:lang="en">Set.</method><cost published="false"/></practice></practices>
      """)
    return scratch
  }

  private static let finding = "quay,zzlorry,ZZWEAK,4,3,2,ZZASSESSOR,2019-11-17,,,"
  private static let day = ["--as-of", "2030-03-01"]

  private static let commands: [[String]] = [
    ["shortlist", "city"], ["shortlist", "city", "--all", "--near-misses"],
    ["explain", "city", "bollards", "SAFE-2030-1"], ["sensitivity", "city"],
    ["budget", "city", "--item", "bollards", "--opportunity", "SAFE-2030-1"], ["plan", "city"],
    ["plan", "city", "--assume-undecided", "--study"], ["brief", "city"], ["check", "city"],
    ["action-plan", "city"], ["action-plan", "city", "--annex"],
    ["progress", "city", "--since", "2029-03-01"],
    ["trace", "city"], ["practices", "city", "--item", "leaflet"], ["changes", "--portfolio", "city"],
    ["practices", "export", "city"], ["calendar", "city"],
  ]

  private static let forms = ["text", "csv", "json", "html", "xlsx"]

  /// Everything that a run says and writes, unfolded.
  private func said(by command: [String], as form: String, in language: String, _ scratch: Scratch)
    async throws
    -> String
  {
    let file = "out-\(UUID().uuidString)"
    var arguments = command + Self.day + ["--lang", language]
    arguments += ["--format", form]
    if form == "xlsx" { arguments += ["--output", file] }
    let answer = try await scratch.parapet(arguments)
    var text = answer.output + answer.errors
    if form == "xlsx", FileManager.default.fileExists(atPath: scratch.path(file)) {
      let unfolded = try await scratch.run(URL(filePath: "/usr/bin/unzip"), ["-p", scratch.path(file)])
      // A pack of practices is XML whatever the form.
      let isPack = command.starts(with: ["practices", "export"])
      #expect(isPack || unfolded.output.contains("<worksheet"))
      text += isPack ? try String(contentsOfFile: scratch.path(file), encoding: .utf8) : unfolded.output
    }
    #expect(answer.code != 70 && answer.code != nil, "\(arguments): \(answer.errors)")
    return text
  }

  @Test(
    "stand in no output of any command, in no form and no language, and not in what is said beside it",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
  func nowhere() async throws {
    let scratch = try scratch(Self.finding)
    // Each form of each command in one of the languages, in turn: twice as many runs take minutes.
    for (row, command) in Self.commands.enumerated() {
      for (column, form) in Self.forms.enumerated() {
        let language = (row + column).isMultiple(of: 2) ? "en" : "fr"
        let text = try await said(by: command, as: form, in: language, scratch)
        for mark in Self.marks + Self.names {
          #expect(!text.contains(mark), "\(command) \(form): \(mark)")
        }
      }
    }
  }

  @Test(
    "stand in no mail, calendar or report of a night",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/grep")))
  func nights() async throws {
    let scratch = try scratch(Self.finding)
    for day in ["2030-02-01", "2030-02-08"] {
      if day == "2030-02-08" {
        // The second night has a deadline of the city's list to tell of.
        try scratch.replace("2030-05-21", with: "2030-05-14", in: "nightly/calls.xml")
      }
      let answer = try await scratch.parapet("batch", "night.yaml", "--as-of", day, "--fail-on", "never")
      #expect(answer.code != 70 && answer.code != nil, "\(answer.errors)")
    }
    #expect(try !scratch.names(in: "mail/new").isEmpty)
    // A mail may break a word at the end of a line, but not its first two letters from one another in all of them.
    for mark in Self.marks + Self.names + ["ZZ"] {
      let found = try await scratch.run(
        URL(filePath: "/usr/bin/grep"), ["-rl", mark, scratch.path("mail"), scratch.path("night")])
      #expect(found.output.isEmpty, "\(mark): \(found.output)")
    }
  }

  @Test("stand where they are asked for, and the page or the document says that it is restricted")
  func asked() async throws {
    let scratch = try scratch(Self.finding)
    for form in ["text", "json", "html"] {
      let text = try await said(by: ["action-plan", "city", "--restricted"], as: form, in: "en", scratch)
      #expect(text.contains("ZZWEAK"), "\(form)")
      // A narrow column of a terminal breaks words.
      #expect(form == "text" || text.contains("ZZASSESSOR"), "\(form)")
      #expect(text.contains(form == "json" ? "\"restricted\" : true" : "RESTRICTED"), "\(form)")
    }
  }

  @Test(
    "what is wrong in their table is told with line and column, and never with what stands there",
    arguments: [
      ("zzpier,zzlorry,ZZWEAK,4,3,2,,,,,", "unknown-site", "2:1"),
      ("quay,zzbomb,ZZWEAK,4,3,2,,,,,", "unknown-threat", "2:6"),
      ("quay,zzlorry,ZZWEAK,9,3,2,,,,,", "outside-scale", "2:21"),
      ("quay,zzlorry,ZZWEAK,4,3,2,,ZZDAY,,,", "bad-date", "2:28"),
    ])
  func findings(_ row: String, _ id: String, _ place: String) async throws {
    let scratch = try scratch(row)
    for command in [["check", "city"], ["action-plan", "city"], ["brief", "city"]] {
      for (form, language) in [("text", "en"), ("json", "fr"), ("html", "en")] {
        let text = try await said(by: command, as: form, in: language, scratch)
        for secret in ["ZZWEAK", "ZZDAY", "zzpier", "zzbomb"] {
          #expect(!text.contains(secret), "\(command) \(form): \(secret)")
        }
      }
    }
    let told = try await scratch.parapet("check", "city", "--as-of", "2030-03-01")
    #expect(told.code == 1)
    #expect(told.output.contains("city/scenarios.csv:\(place): error: "), "\(told.output)")
    #expect(told.output.contains("[\(id)]"))
  }
}
