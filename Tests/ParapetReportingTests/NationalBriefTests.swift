import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("A state's own money on the decision sheet")
struct NationalBriefTests {
  private static func brief(national: Bool) -> Brief {
    var brief = BriefTests.brief(items: [Fixture.item { $0.id = "a" }, Fixture.item { $0.id = "b" }])
    if national, var best = brief.rows[1].best {
      var opportunity = best.offer.opportunity
      opportunity.level = .national
      best.offer = InstrumentBook(instruments: [], calls: []).offer(opportunity)
      brief.rows[1].best = best
    }
    return brief
  }

  private static func page(_ brief: Brief, _ language: Language) -> String {
    let report = BriefReport(brief, words: Fixture.words(language), edition: Fixture.edition)
    return HTMLRenderer(words: report.words).render(report.report)
  }

  @Test("is no part of the grants in sight, and stands beside them")
  func sums() throws {
    let plain = Self.brief(national: false)
    let one = try #require(plain.rows[0].best?.estimate?.grant)
    // Both go to one call, which pays two million at most.
    #expect(plain.grantsInSight?.minorUnits == min(2 * one.minorUnits, 200_000_000))
    #expect(plain.nationalInSight == nil)
    let mixed = Self.brief(national: true)
    #expect(mixed.grantsInSight == one && mixed.nationalInSight == one)
  }

  @Test("items that go to one call have no more in sight than one application gets")
  func oneCall() throws {
    var brief = Self.brief(national: false)
    let one = try #require(brief.rows[0].best?.estimate?.grant)
    for index in brief.rows.indices {
      var opportunity = try #require(brief.rows[index].best).offer.opportunity
      opportunity.funding.maximumGrant = Cited(
        one, Citation(grade: .call, source: "https://example.eu/call"))
      brief.rows[index].best?.offer = InstrumentBook(instruments: [], calls: []).offer(opportunity)
    }
    #expect(brief.grantsInSight == one)
    #expect(brief.decideThisMonth.compactMap(\.worth).allSatisfy { $0 == one })
  }

  @Test("is told where there is any, and only there", arguments: Language.allCases)
  func told(_ language: Language) {
    let label = Fixture.words(language).label(BriefLabel.nationalInSight)
    #expect(Self.page(Self.brief(national: true), language).contains(label))
    #expect(!Self.page(Self.brief(national: false), language).contains(label))
  }
}
