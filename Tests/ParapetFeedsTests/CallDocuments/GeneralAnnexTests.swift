import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// What part B of the General Annexes says of who may apply together, as the readers of documents read it.
private struct AnnexB {
  var associated: Set<String> = []
  var entities = 0
  var inUnion = 0
  var others = 0
  var planPage: Int?

  init(_ pages: [String]) {
    let text = PageText(pages)
    var passage = Passage()
    var notes = text.notes
    for line in text.lines {
      var own = notes[line.page] ?? [:]
      let isItem = Passage.bullets.contains(line.folded.split(separator: " ").first.map(String.init) ?? "")
      passage.append(
        line.folded, page: line.page, start: isItem ? .item : line.followsBlank ? .paragraph : .word,
        notes: &own)
      notes[line.page] = own
    }
    let parts = passage.parts
    for (index, part) in parts.enumerated() {
      let words = passage.quote(of: part)
      if words.contains("countries associated to Horizon Europe"), index + 1 < parts.count {
        associated = AnnexB.countries(in: passage.reading(of: parts[index + 1]))
      }
      if words.contains("three legal entities independent from each other") { entities = 3 }
      if words.contains("at least one independent legal entity established in a Member State") { inUnion = 1 }
      if words.contains("at least two other independent legal entities") { others = 2 }
      if words.contains("public bodies"), words.contains("gender equality plan"), planPage == nil {
        planPage = passage.pages(of: part).first
      }
    }
  }

  private static func countries(in text: String) -> Set<String> {
    let list = text.components(separatedBy: "Other third countries")[0]
    let plain = list.replacing(/\[\[.*?\]\]/, with: "")
    return Set(
      plain.split(separator: ",").flatMap { name -> [String] in
        let words = ConditionWord.words(of: String(name))
        return words.indices.lazy.compactMap { PlaceLexicon.match(words, at: $0)?.0 }.first ?? ["?\(name)"]
      })
  }
}

@Suite("General Annexes, part B")
struct GeneralAnnexTests {
  /// The rules in our own words, on pages as the annexes have them.
  private static let sample = """
    Entities eligible for funding

    Applicants must be established in one of these countries:

       – countries associated to Horizon Europe27;

          Albania, Arab Republic of Egypt, Armenia, Bosnia and Herzegovina, Canada,
          Faroe Islands, Georgia, Iceland, Israel, Kosovo28, Moldova, Montenegro, New
          Zealand, North Macedonia, Norway, Republic of Korea, Serbia, Switzerland,
          Tunisia, Türkiye, Ukraine, United Kingdom 29 . Other third countries may
          follow during the programme.

    27
       The list of the day of adoption.
    28
       Without prejudice to positions on status.
    29
       With the exception of a fund.
    ~~~
    Consortium composition

    Only a consortium may take part that includes, as
    beneficiaries, three legal entities independent from each other and each established in a different
    country as follows:

        −   at least one independent legal entity established in a Member State; and

        −   at least two other independent legal entities, each established in different Member States
            or Associated Countries.

    Gender equality plans

    To be eligible, legal entities that are public bodies must have at the moment of grant signature
    a gender equality plan.
    """

  private func expectShipped(_ annex: AnnexB) throws {
    let day = try #require(Day("2026-03-15"))
    let group = CountryGroup.horizonAssociated
    #expect(annex.associated.count == 22)
    for code in annex.associated {
      let country = try #require(Country(code), "'\(code)' is no country")
      #expect(group.contains(country, on: day), "\(code) is not among the shipped ones")
    }
    let instruments = try DataFolder(path: dataFolder).read().instruments
    let horizon = try #require(instruments.first { $0.identifier == "HE" }?.requirements?.criteria)
    let consortium = try #require(horizon.first { $0.id == "he-consortium" }?.parameters.first?.attributes)
    #expect("\(annex.entities)" == consortium["entities"] && annex.inUnion + annex.others == annex.entities)
    // Each in a country of its own.
    #expect("\(annex.entities)" == consortium["countries"])
    #expect("\(annex.inUnion)" == consortium["memberStates"])
    #expect(horizon.contains { $0.kind == "gender-equality-plan" })
  }

  @Test("the shipped rules are those of the annexes")
  func shipped() throws {
    let annex = AnnexB(GeneralAnnexTests.sample.components(separatedBy: "\n~~~\n"))
    try expectShipped(annex)
    #expect(annex.planPage == 2)
  }

  @Test("the annexes of 2026-2027 themselves, where they are at hand")
  func real() throws {
    let path = URL(filePath: dataFolder).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/calldocs/wp-15-general-annexes_horizon-2026-2027_en.pdf").path
    guard FileManager.default.fileExists(atPath: path) else { return }
    let annex = AnnexB(try PDFFile(path: path).pages().pages)
    try expectShipped(annex)
    // The page that the shipped criterion cites.
    #expect(annex.planPage == 18)
  }
}
