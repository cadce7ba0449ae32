import Foundation
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// Whoever skims a page must not take "something is missing" for "go ahead", in any format and language.
@Suite("What is not ready never reads like ready")
struct StandingTextTests {
  /// Lists of one pair each, of every standing but `ready`.
  private static let lists: [(standing: Match.Standing, list: Shortlist)] = [
    (
      .readCall,
      list(calls: [
        Fixture.call("SAFE-2026") { call in
          call.origin = .feed("test")
          call.requirements = nil
        }
      ])
    ),
    (.answer, list(city: Fixture.city { $0.facts.population = nil })),
    (.partner, list(item: { $0.partners = nil })),
    (.doubtful, list(item: { $0.partners = [] })),
    (.no, list(city: Fixture.city { $0.facts.population = 100 })),
  ]

  private static let ready = list()

  private static func list(
    city: City = Fixture.city(), calls: [Opportunity] = [Fixture.call("SAFE-2026")],
    item change: (inout Item) -> Void = { _ in }
  ) -> Shortlist {
    var city = city
    var partner = Partner(id: "altamonte", name: "Altamonte", facts: ApplicantFacts())
    partner.facts.country = Country("IT")
    city.partners = [partner]
    let item = Fixture.item { item in
      item.measures = ["barriers"]
      item.partners = ["altamonte"]
      change(&item)
    }
    var list = Fixture.shortlist(city: city, items: [item], calls: calls)
    for place in list.items.indices {
      list.items[place].matches.removeAll { $0.offer.opportunity.identifier != "SAFE-2026" }
    }
    return list
  }

  @Test("the sample has every standing")
  func sample() {
    for (standing, list) in Self.lists {
      #expect(list.items.flatMap(\.matches).map(\.standing) == [standing])
    }
    #expect(Self.ready.items.flatMap(\.matches).map(\.standing) == [.ready])
  }

  @Test("no line about such a pair has the word for ready, or its action", arguments: Language.allCases)
  func words(_ language: Language) throws {
    let words = Fixture.words(language)
    let ready = words.word(Match.Standing.ready)
    let apply = words.sentence(.apply)
    for (standing, list) in Self.lists {
      let item = try #require(list.items.first?.item)
      let match = try #require(list.items.first?.matches.first)
      let explained = ExplainReport(
        match, of: item, in: list.portfolio, words: words, edition: Fixture.edition)
      for report in [Fixture.report(list, language).report, explained.report] {
        for text in [
          TextRenderer(words: words, width: 2_000).render(report),
          TextRenderer(words: words, width: 2_000, colour: true).render(report),
          HTMLRenderer(words: words).render(report),
        ] {
          let told = text.replacingOccurrences(of: words.note(StandingNote.meaning), with: "")
          let said = told.lowercased().split { !$0.isLetter }
          #expect(!said.contains(Substring(ready)), "\(standing), \(language)")
          #expect(!told.contains(apply), "\(standing), \(language)")
          #expect(told.contains(words.word(standing)), "\(standing), \(language)")
        }
      }
    }
    let text = TextRenderer(words: words, width: 2_000).render(Fixture.report(Self.ready, language).report)
    #expect(text.contains(ready) && text.contains(apply))
  }

  @Test("machines read the standing as a code, and whose turn it is", arguments: Language.allCases)
  func machines(_ language: Language) throws {
    for (standing, list) in Self.lists {
      let report = Fixture.report(list, language)
      for profile in CSVProfile.allCases {
        let cells = CSVWriter(profile).render(report.table).split { ",;\r\n".contains($0) }
        #expect(cells.contains(Substring(standing.rawValue)) && !cells.contains("ready"), "\(standing)")
      }
      let json = report.json
      #expect(json.contains("\"standing\" : \"\(standing.rawValue)\""))
      #expect(!json.contains("\"ready\"") && !json.contains("\"step\" : \"apply\""))
      #expect(try SchemaCheck(schema: "shortlist").problems(in: json) == [])
    }
  }

  @Test("the words for standings differ, and none begins with another", arguments: Language.allCases)
  func vocabulary(_ language: Language) {
    let words = Fixture.words(language)
    let all = Match.Standing.allCases.map { words.word($0) }
    #expect(Set(all).count == all.count)
    for word in all { #expect(!all.contains { $0 != word && $0.hasPrefix(word) }, "\(word)") }
  }
}
