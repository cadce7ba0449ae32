import Foundation
import Testing

@Suite("What a city dismisses")
struct HideTests {
  /// The opportunities that an item lists on a day.
  private func listed(_ day: String, _ scratch: Scratch) async throws -> [String] {
    let answer = try await scratch.parapet(
      "shortlist", "city", "--item", "bollards", "--as-of", day, "--format", "json", "--quiet")
    let items = (answer.json as? [String: Any])?["items"] as? [[String: Any]] ?? []
    return items.flatMap { $0["matches"] as? [[String: Any]] ?? [] }.compactMap {
      $0["opportunity"] as? String
    }
  }

  @Test(
    "a row that is dismissed leaves the list, is counted at its foot, and comes back when the call changes red"
  )
  func comesBack() async throws {
    let scratch = try Scratch()
    func ingest(_ day: String) async throws {
      let answer = try await scratch.parapet("ingest", "nightly", "--read-on", day, "--as-of", day, "--quiet")
      #expect(answer.code == 0, "\(answer.errors)")
    }
    try await ingest("2030-02-01")
    #expect(try await listed("2030-02-02", scratch).contains("SAFE-2030-2"))
    let hidden = try await scratch.parapet(
      "hide", "city", "--item", "bollards", "--opportunity", "SAFE-2030-2", "--because",
      "=Quays, none of ours",
      "--by", "Ana", "--as-of", "2030-02-02")
    #expect(hidden.code == 0, "\(hidden.errors)")
    #expect(
      try scratch.text("city/hidden.csv")
        == "item,opportunity,because,by,on\nbollards,SAFE-2030-2,\"'=Quays, none of ours\",Ana,2030-02-02\n")
    let shown = try await scratch.parapet("hide", "city", "--show")
    #expect(shown.output == "bollards\tSAFE-2030-2\t=Quays, none of ours\tAna\t2030-02-02\n")
    #expect(!(try await listed("2030-02-02", scratch)).contains("SAFE-2030-2"))
    for (language, foot) in [("en", "1 row is hidden by the city"), ("fr", "ligne masquée")] {
      let page = try await scratch.parapet(
        "shortlist", "city", "--item", "bollards", "--as-of", "2030-02-02", "--lang", language, "--quiet")
      #expect(page.output.contains(foot))
    }
    // More time is no reason to look again.
    try scratch.replace("2030-04-16", with: "2030-04-30", in: "nightly/calls.xml")
    try await ingest("2030-02-03")
    #expect(!(try await listed("2030-02-03", scratch)).contains("SAFE-2030-2"))
    try scratch.replace("2030-04-30", with: "2030-03-19", in: "nightly/calls.xml")
    try await ingest("2030-02-04")
    #expect(try await listed("2030-02-04", scratch).contains("SAFE-2030-2"))
  }

  @Test("what is not there cannot be dismissed, and nothing is written")
  func mistakes() async throws {
    let scratch = try Scratch()
    for arguments in [
      ["--item", "bolards", "--opportunity", "SAFE-2030-1"],
      ["--item", "bollards", "--opportunity", "SAVE-2030-1"],
    ] {
      let answer = try await scratch.parapet(
        ["hide", "city", "--because", "x", "--by", "y", "--as-of", "2030-03-01"] + arguments)
      #expect(answer.code == 64)
      #expect(answer.errors.contains("did you mean"))
    }
    #expect(try await scratch.parapet("hide", "city", "--item", "bollards").code == 64)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("city/hidden.csv")))
  }

  @Test("a line of hidden.csv that says too little hides nothing, and is told")
  func incomplete() async throws {
    let scratch = try Scratch()
    try scratch.write("city/hidden.csv", "item,opportunity,because,by,on\nbollards,SAFE-2030-1,,,\n")
    let answer = try await scratch.parapet("shortlist", "city", "--as-of", "2030-03-01", "--format", "json")
    #expect(answer.code == 1)
    #expect(answer.errors.contains("city/hidden.csv:2:1: error:"))
    #expect(answer.errors.contains("[incomplete-hiding]"))
    #expect(answer.output.contains("SAFE-2030-1"))
  }
}
