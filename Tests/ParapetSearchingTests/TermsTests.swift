import Testing

@testable import ParapetSearching

@Suite("Words that stand for a code")
struct TermsTests {
  private static let terms = Terms(["joint procurement;drone", "marché conjoint", "Ausschreibung"])

  @Test(
    "the first of a text is found, whatever its endings, capitals and accents, as it is written there",
    arguments: [
      ("A Joint Procurements of drones", "Joint Procurements"), ("Two DRONES and a drone", "DRONES"),
      ("Des marchés conjoints", "marchés conjoints"), ("Die Ausschreibung", "Ausschreibung"),
      ("A procurement, joint or not", nil), ("joint", nil), ("", nil), ("d'une é", nil),
    ])
  func first(_ text: String, _ found: String?) {
    #expect(Self.terms.first(in: text) == found)
    // Words are remembered from text to text.
    #expect(Self.terms.first(in: text) == found)
  }

  @Test("what was met in other texts changes nothing")
  func memory() {
    let terms = Terms(["joint procurement;drone"])
    for text in [
      "joint drones", "procurement of joint drones", "a joint procurement", "joint", "procurement joint",
    ] {
      #expect(terms.first(in: text) == Terms(["joint procurement;drone"]).first(in: text))
    }
  }

  @Test("no terms are found nowhere")
  func none() { #expect(Terms([]).isEmpty && Terms(["; ;"]).first(in: "joint") == nil) }
}
