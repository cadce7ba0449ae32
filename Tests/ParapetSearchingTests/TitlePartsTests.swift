import ParapetModel
import Testing

@testable import ParapetSearching

@Suite("The subject of a title")
struct TitlePartsTests {
  @Test(
    "what stands in brackets at the end is no part of the subject, and a footnote is none of the title",
    arguments: [
      (
        "Robots at work (AI, Data and Robotics Partnership) (RIA)", "Robots at work",
        ["AI, Data and Robotics Partnership", "RIA"]
      ),
      ("Drones [[https://example.org/a(b).pdf]]", "Drones", []),
      ("Steel (Clean Steel (RFCS)) ", "Steel", ["Clean Steel (RFCS)"]),
      ("Heat (and cold) in cities", "Heat (and cold) in cities", []),
      ("(Everything in brackets)", "(Everything in brackets)", []),
      ("Broken ) bracket)", "Broken ) bracket)", []),
      ("", "", []),
    ])
  func parts(title: String, subject: String, brackets: [String]) {
    let parts = TitleParts(LocalizedText(title, language: "en"))
    #expect(parts.subject.text.trimmingSpaces == subject)
    #expect(parts.brackets.map(\.text) == brackets)
    #expect(parts.subject.language == "en")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}
