import ParapetModel
import Testing

@Suite("A diagnostic's suggestion")
struct DiagnosticTests {
  private let measures = ["barriers", "lighting", "surveillance", "training", "exercises", "resilience"]

  @Test(
    "a slip of the pen finds the word that was meant",
    arguments: [
      ("bariers", "barriers"), ("lihgting", "lighting"), ("survaillance", "surveillance"),
      ("Training", "training"), ("exercise", "exercises"), ("barriers", "barriers"),
    ])
  func near(written: String, meant: String) {
    #expect(Diagnostic.nearest(to: written, among: measures) == meant)
  }

  @Test("a word that is like none gets no suggestion", arguments: ["swimming", "xyz", "", "b"])
  func far(written: String) {
    #expect(Diagnostic.nearest(to: written, among: measures) == nil)
  }

  @Test("of two equally near words the first in the alphabet is suggested, whatever the order of the list")
  func ties() {
    #expect(Diagnostic.nearest(to: "cat", among: ["rat", "bat"]) == "bat")
    #expect(Diagnostic.nearest(to: "cat", among: ["bat", "rat"]) == "bat")
  }

  @Test("swapped neighbours count as one slip")
  func swapped() {
    #expect(Diagnostic.nearest(to: "abc", among: ["acb"]) == "acb")
    #expect(Diagnostic.nearest(to: "abc", among: ["cab"]) == nil)
  }

  @Test("accents are letters like any other")
  func accents() {
    #expect(Diagnostic.nearest(to: "evaluation", among: ["évaluation"]) == "évaluation")
  }

  @Test("a whole sentence in place of a word is not compared at all")
  func long() {
    let sentence = String(repeating: "a", count: 65)
    #expect(Diagnostic.nearest(to: sentence, among: [sentence]) == nil)
    #expect(Diagnostic.nearest(to: String(sentence.dropLast()), among: [sentence]) == sentence)
  }

  @Test("no candidates, no suggestion")
  func empty() {
    #expect(Diagnostic.nearest(to: "barriers", among: [String]()) == nil)
  }

  @Test("an error is graver than a warning")
  func severity() {
    #expect([Diagnostic.Severity.error, .warning].max() == .error)
  }
}
