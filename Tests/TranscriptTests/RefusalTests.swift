import Foundation
import Testing

/// A cell that could not be read is seen by whoever reads any answer that rests on it.
@Suite("A refused cell through the command line")
struct RefusalTests {
  private static let commands = [
    ["shortlist", "city"], ["explain", "city", "bollards", "SAFE-2030-1"], ["sensitivity", "city"],
    ["budget", "city", "--item", "bollards", "--opportunity", "SAFE-2030-1"],
    ["plan", "city", "--assume-undecided"],
  ]

  private static let day = ["--as-of", "2030-03-01"]

  @Test(
    "every answer about the city ends with 1 and says what was not read, in every format and language",
    arguments: commands, ["en", "fr"])
  func seen(_ command: [String], _ language: String) async throws {
    let scratch = try Scratch()
    try scratch.replace("400000.00", with: "12abc", in: "city/items.csv")
    let isFrench = language == "fr"
    for format in ["text", "html", "json", "csv"] {
      let answer = try await scratch.parapet(
        command + RefusalTests.day + ["--lang", language, "--format", format, "--quiet"])
      #expect(answer.code == 1, "\(format): \(answer.errors)")
      #expect(answer.errors.contains(isFrench ? "erreur: " : "error: "), "\(answer.errors)")
      let count = isFrench ? "1 cellule ou ligne du portefeuille" : "1 cell or row of the portfolio"
      #expect(answer.errors.replacing("\u{A0}", with: " ").contains(count))
      switch format {
      case "csv":
        let lines = answer.output.printedLines
        #expect(lines.first?.hasSuffix(",partial") == true)
      case "json":
        let document = try #require(answer.json as? [String: Any])
        let unread = try #require(document["unread"] as? [[String: Any]])
        #expect(unread.map { $0["id"] as? String } == ["bad-amount"])
        #expect(unread.first?["line"] as? Int == 2 && unread.first?["file"] as? String == "city/items.csv")
        #expect(document["partial"] as? [String] == ["bollards"])
      default:
        #expect(
          answer.output.replacing("\u{A0}", with: " ").contains(count) && answer.output.contains("12abc"))
      }
      #expect(!answer.output.contains("Cost: not stated"))
    }
  }

  @Test("where everything is read the commands end as before")
  func nothingRefused() async throws {
    let scratch = try Scratch()
    let answer = try await scratch.parapet(["shortlist", "city", "--format", "json"] + RefusalTests.day)
    #expect(answer.code == 0)
    #expect((answer.json as? [String: Any])?["unread"] as? [String] == [])
  }

  @Test("findings follow the language, and so does what to do about them")
  func french() async throws {
    let scratch = try Scratch()
    try scratch.replace("400000.00", with: "1.234", in: "city/items.csv")
    let answer = try await scratch.parapet("check", "city", "--lang", "fr")
    #expect(
      answer.output.contains("erreur: « 1.234 » vaut 1234 pour un lecteur et 1.23 pour un autre [bad-amount]")
    )
    #expect(answer.output.contains("écrivez 1234 ou 1.23"))
  }
}
