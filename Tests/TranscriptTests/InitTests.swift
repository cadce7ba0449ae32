import Foundation
import Testing

/// A portfolio to fill in, and what the spreadsheet of its country makes of it.
@Suite("parapet init")
struct InitTests {
  /// Countries with the language of their spreadsheets, its number, and rows as people there write them.
  private static let habits: [(country: String, lcid: String, delimiter: String, row: String)] = [
    ("DE", "1031", ";", "1;Poller;;barriers;;;2027-03-01;2028-06-30;1234567,50;234567,83;1;"),
    ("FR", "1036", ";", "1;Bornes;;barriers;;;2027-03-01;2028-06-30;1234567,50;234567,83;1;"),
    ("IE", "6153", ",", "1,Bollards,,barriers,,,2027-03-01,2028-06-30,1234567.50,234567.83,1,"),
    ("NL", "1043", ";", "1;Paaltjes;;barriers;;;2027-03-01;2028-06-30;1234567,50;234567,83;1;"),
    ("PL", "1045", ";", "1;Słupki;;barriers;;;2027-03-01;2028-06-30;1234567,50;234567,83;1;"),
  ]

  @Test(
    "an empty one is read without an error, as CSV and as a workbook", arguments: ["FR", "PL", "UK", "CH"],
    [false, true])
  func empty(_ country: String, _ workbook: Bool) async throws {
    let scratch = try Scratch()
    let made = try await scratch.parapet(
      ["init", "new/Saint Élan", "--country", country, "--data", Repository.data, "--lang", "fr"]
        + (workbook ? ["--workbook"] : []))
    #expect(made.code == 0, "\(made.errors)")
    let answer = try await scratch.parapet("check", "new/Saint Élan", "--data", Repository.data)
    #expect(answer.code == 0, "\(answer.output)")
    let yaml = try scratch.text("new/Saint Élan/city.yaml")
    #expect(
      yaml.contains("country: \(country)") && yaml.contains("id: saint-elan\nname: \"Saint Élan\"\n"))
    #expect(yaml.contains("#   barriers: "))
    // Nothing is said of the city that nobody stated: what is no remark is what was asked for, or has no value yet.
    let stated = yaml.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasSuffix(":") }
    #expect(stated.map { $0.prefix { $0 != ":" } } == ["id", "name", "country", "currency"])
  }

  @Test("nothing that is there is written over")
  func taken() async throws {
    let scratch = try Scratch()
    let answer = try await scratch.parapet("init", "city", "--country", "FR", "--data", Repository.data)
    #expect(answer.code == 73 && answer.errors.contains("city.yaml' is there already"))
  }

  @Test("what the spreadsheet of the country saves is read back unchanged", arguments: habits.map(\.country))
  func roundTrip(_ country: String) async throws {
    let places = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"]
    guard let office = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      try Test.cancel("soffice is needed to open the tables (Debian: libreoffice-calc)")
    }
    let habit = try #require(InitTests.habits.first { $0.country == country })
    let scratch = try Scratch()
    _ = try await scratch.parapet("init", "new", "--country", country, "--data", Repository.data)
    let header = try scratch.text("new/items.csv")
    #expect(header.hasPrefix("\u{FEFF}id\(habit.delimiter)title"))
    try scratch.write("new/items.csv", header + habit.row + "\r\n")
    let before = try await scratch.parapet(
      "shortlist", "new", "--format", "json", "--as-of", "2026-03-15", "--data", Repository.data)
    #expect(before.code == 0, "\(before.errors)")
    let separator = habit.delimiter == ";" ? "59" : "44"
    let saved = try await scratch.run(
      URL(filePath: office),
      [
        "-env:UserInstallation=\(scratch.folder.appending(path: "office").absoluteString)", "--headless",
        "--infilter=CSV:\(separator),34,76,1,,\(habit.lcid),false,true", "--convert-to",
        "csv:Text - txt - csv (StarCalc):\(separator),34,76,1,,\(habit.lcid),false,true,false", "--outdir",
        "saved",
        "new/items.csv",
      ])
    #expect(saved.code == 0, "\(saved.errors)")
    try scratch.write("new/items.csv", try scratch.text("saved/items.csv"))
    let after = try await scratch.parapet(
      "shortlist", "new", "--format", "json", "--as-of", "2026-03-15", "--data", Repository.data)
    #expect(after.code == 0, "\(after.errors)")
    #expect(after.output == before.output)
    #expect(before.output.contains("\"1\""))
  }
}
