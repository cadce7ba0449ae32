import Foundation
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

struct ShortlistReportTests {
  /// A list with an eligible, an undecided, an unverified, an ineligible and a callless opportunity.
  static let full = Fixture.shortlist(
    city: Fixture.city { city in
      var partner = Partner(id: "altamonte", name: "Altamonte", facts: ApplicantFacts())
      partner.facts.country = Country("IT")
      city.partners = [partner]
    },
    items: [
      Fixture.item { $0.partners = ["altamonte"] },
      Fixture.item {
        $0.id = "watch"
        $0.title = "A watch of our own"
        $0.measures = ["barriers", "training"]
        $0.partners = []
        $0.cost = nil
      },
    ],
    calls: [
      Fixture.call("SAFE-2026"),
      Fixture.call("SAFE-2027") { $0.openingDate = Day(year: 2026, month: 5, day: 1) },
      Fixture.call("SAFE-BIG") { $0.funding.minimumGrant?.value = Money(minorUnits: 300_000_000) },
    ])

  static func report(_ language: Language) -> ShortlistReport { Fixture.report(full, language) }

  private func matches(_ json: String) throws -> [[String: Any]] {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let items = try #require(object["items"] as? [[String: Any]])
    return items.flatMap { $0["matches"] as? [[String: Any]] ?? [] }
  }

  @Test("the text of a shortlist", arguments: Language.allCases)
  func text(_ language: Language) throws {
    let text = TextRenderer(words: Fixture.words(language)).render(Fixture.report(Self.full, language).report)
    try Golden.expect(text, "shortlist-\(language.rawValue).txt")
  }

  @Test("the HTML of a shortlist", arguments: Language.allCases)
  func html(_ language: Language) throws {
    let html = HTMLRenderer(words: Fixture.words(language)).render(Fixture.report(Self.full, language).report)
    try Golden.expect(html, "shortlist-\(language.rawValue).html")
  }

  @Test("the CSV of a shortlist", arguments: CSVProfile.allCases)
  func csv(_ profile: CSVProfile) throws {
    let csv = CSVWriter(profile).render(Fixture.report(Self.full, .french).table)
    try Golden.expect(csv, "shortlist-\(profile.rawValue).csv")
  }

  @Test("the JSON of a shortlist", arguments: Language.allCases)
  func json(_ language: Language) throws {
    try Golden.expect(Fixture.report(Self.full, language).json, "shortlist-\(language.rawValue).json")
  }
}
