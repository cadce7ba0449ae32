import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Good practices, and the words of assessments")
struct GoodPracticeTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data").path

  private func pack(
    _ body: String, version: String = "1", owner: String = " owner=\"brimont\""
  ) -> (pack: PracticePack?, diagnostics: [Diagnostic]) {
    let text =
      "<practices xmlns=\"urn:parapet:funding:1\" version=\"\(version)\"\(owner)>\(body)</practices>"
    return PracticePack.read(Data(text.utf8), file: "pack.xml")
  }

  private let practice = """
    <practice id="b" place="Brimont" country="FR" years="2026" measures="barriers lighting" sites="square" threats="vehicle" \
    grade="official" source="https://brimont.example/b">
    <title xml:lang="en">Stones &amp; "lamps"</title><method xml:lang="en">Set   them.</method>
    <cost amount="1200.5" currency="EUR"/><paidBy>the city</paidBy><result xml:lang="en">a &lt; b</result></practice>
    """

  @Test("what is shipped has at least twenty practices, each with a source of its own and in both languages")
  func shipped() throws {
    let data = try DataFolder(path: Self.data).read()
    #expect(data.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(data.goodPractices.count >= 20)
    #expect(Set(data.goodPractices.map(\.id)).count == data.goodPractices.count)
    for practice in data.goodPractices {
      #expect(practice.citation.source.hasPrefix("http"), "\(practice.id)")
      #expect(practice.titles.map(\.language) == ["en", "fr"], "\(practice.id)")
      #expect(practice.methods.map(\.language) == ["en", "fr"], "\(practice.id)")
    }
  }

  @Test("what is shipped knows each threat, kind of site and state that the practices and states name")
  func frame() throws {
    let data = try DataFolder(path: Self.data).read()
    let frame = data.frame
    let (threats, categories) = (Set(frame.threats.map(\.term.code)), Set(frame.categories.map(\.code)))
    for practice in data.goodPractices {
      #expect(threats.isSuperset(of: practice.threats), "\(practice.id)")
      #expect(categories.isSuperset(of: practice.sites), "\(practice.id)")
    }
    let states = Set(frame.states.map(\.term.code))
    for state in frame.states {
      #expect(states.isSuperset(of: state.next) && !state.next.contains(state.term.code))
    }
    #expect(frame.states.contains { $0.meaning == .lost } && frame.states.contains { $0.meaning == .done })
    #expect(frame.levels[.consequence]?.keys.sorted() == [1, 2, 3, 4, 5])
  }

  @Test("every measure has something that is commonly measured, and works ask about rights and design")
  func coverage() throws {
    let data = try DataFolder(path: Self.data).read()
    for measure in data.measures.measures {
      #expect(!data.frame.usualIndicators(of: [measure.code]).isEmpty, "\(measure.code)")
      #expect(!data.frame.checks(of: [measure.code]).isEmpty, "\(measure.code)")
    }
    let groups = Set(data.frame.checks(of: ["public-space-redesign"]).map(\.group))
    #expect(groups == [.practices, .design, .environment])
    #expect(data.frame.checks(of: ["surveillance"]).contains { $0.group == .rights })
  }

  @Test("a pack that was written is read as the same, and writes the same bytes again")
  func roundTrip() throws {
    let first = pack(practice)
    #expect(first.diagnostics.isEmpty)
    let written = try #require(first.pack)
    let again = PracticePack.read(Data(written.text.utf8), file: "again.xml")
    #expect(again.diagnostics.isEmpty)
    #expect(again.pack == written)
    #expect(again.pack?.text == written.text)
    #expect(written.practices.first?.cost == .published(Money(minorUnits: 120_050)))
    #expect(written.practices.first?.titles.first?.text == "Stones & \"lamps\"")
  }

  @Test(
    "what a city keeps for itself refuses the practice, and is not repeated",
    arguments: [
      "<practice id=\"b\" place=\"B\" measures=\"barriers\" grade=\"official\" source=\"https://b.example\" consequence=\"5\"/>",
      "<practice id=\"b\" place=\"B\" measures=\"barriers\" grade=\"official\" source=\"https://b.example\"><scenario>SECRET</scenario></practice>",
      "<assessor>SECRET</assessor>",
    ])
  func restricted(_ body: String) {
    let read = pack(body + practice.replacing("id=\"b\"", with: "id=\"c\""))
    #expect(read.diagnostics.map(\.id) == ["restricted-field"])
    #expect(read.pack?.practices.map(\.id) == ["c"])
    #expect(!read.diagnostics.contains { $0.message.contains("SECRET") })
  }

  @Test("a pack of a later program, one without an owner and something else are told apart")
  func others() {
    #expect(pack(practice, version: "2").diagnostics.map(\.id) == ["newer-version"])
    #expect(pack(practice, version: "2").pack == nil)
    #expect(pack(practice, owner: "").diagnostics.map(\.id) == ["missing-owner"])
    let other = PracticePack.read(Data("<feed/>".utf8), file: "feed.xml")
    #expect(other.pack == nil && other.diagnostics.map(\.id) == ["unknown-root"])
  }

  @Test("a cost that is none, a second id and a missing method are told")
  func badPractices() {
    let costly = practice.replacing("1200.5", with: "much")
    #expect(pack(costly).diagnostics.map(\.id) == ["malformed-amount"])
    #expect(pack(practice + practice).diagnostics.map(\.id) == ["duplicate-id"])
    let bare =
      "<practice id=\"x\" place=\"B\" measures=\"barriers\" grade=\"official\" source=\"https://b.example\"/>"
    #expect(pack(bare).diagnostics.map(\.id) == ["missing-text"])
  }
}
