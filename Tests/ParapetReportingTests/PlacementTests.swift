@testable import ParapetSearching
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("Why a pair stands where it does")
struct PlacementTests {
  /// Thirty calls on the item's subject, and one that says nothing of it.
  private static let calls: [Opportunity] =
    (10..<40).map { number in
      Fixture.call("SAFE-\(number)") {
        $0.descriptions = [LocalizedText("Barriers on the quay.", language: "en")]
      }
    } + [Fixture.call("OTHER") { $0.titles = [LocalizedText("Fishery", language: "en")] }]

  private static let listed = Fixture.shortlist(calls: calls, everything: false).items[0]
  private static let everything = Fixture.shortlist(calls: calls).items[0]

  private static func text(_ match: Match, in list: [Match], _ language: Language) -> PlacementText {
    let placement = Placement(
      of: match, for: listed.item, in: list, listed: listed.matches, lexicon: Lexicon())
    return PlacementText(placement: placement, match: match, words: Fixture.words(language))
  }

  @Test("what a shortlist shows has its place and nothing that keeps it down", arguments: Language.allCases)
  func shown(_ language: Language) {
    let text = Self.text(Self.listed.matches[2], in: Self.listed.matches, language)
    let count = Self.listed.matches.count
    #expect(count > Placement.shown)
    #expect(text.text == (language == .english ? "3 of \(count)" : "3 sur \(count)"))
    #expect(text.placement.cut == nil)
    #expect(text.placement.gate == nil)
  }

  @Test("what comes after the end of a shortlist is held against the pair there, addend by addend")
  func below() throws {
    var last = try #require(Self.listed.matches.last)
    last.rank = Self.listed.matches.count
    let cut = try #require(Self.text(last, in: Self.listed.matches, .english).placement.cut)
    #expect(cut.match.rank == Placement.shown)
    for lost in cut.lost {
      func points(_ match: Match) -> Int { match.fit.addends.first { $0.name == lost.name }?.points ?? 0 }
      #expect(points(cut.match) - points(last) == lost.points)
      #expect(lost.points > 0)
    }
    #expect(cut.lost.map(\.points) == cut.lost.map(\.points).sorted(by: >))
  }

  @Test("what a list leaves out names what keeps it out, in either language")
  func leftOut() throws {
    var match = try #require(Self.everything.matches.first { $0.offer.opportunity.identifier == "OTHER" })
    match.status = .closed
    let list = Self.everything.matches
    #expect(Self.text(match, in: list, .english).placement.gate == .closed)
    #expect(Self.text(match, in: list, .english).text.contains("no list shows it, because it is closed."))
    #expect(Self.text(match, in: list, .french).text.contains("car l’appel est clos."))
    match.status = .open
    match.verdict = .ineligible
    let text = Self.text(match, in: list, .english)
    #expect(text.placement.gate == .ineligible)
    #expect(text.part.gate.wrappedValue == "ineligible")
    #expect(text.part.cut.wrappedValue?.rank == Placement.shown)
    #expect(text.text.contains("stands at “find partners”, this at “ruled out”."), "\(text.text)")
  }
}
