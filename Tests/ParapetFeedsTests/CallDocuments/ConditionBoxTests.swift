import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// A table of conditions whose labels fill their column, and that a page cuts behind a footnote.
@Suite("A table of specific conditions")
struct ConditionBoxTests {
  private static let sample = """
    Horizon Europe - Work Programme 2031-2032

    HORIZON-MISS-2031-07-CIT-01: Streets that keep people safe
    Specific conditions

    Expected EU contribution per The Commission estimates that an EU contribution of around
    project                      EUR 8.00 million would allow these outcomes to be addressed.

    Indicative budget            The total indicative budget for the topic is EUR 24.00 million.

    Type of Action               Innovation Actions

    Eligibility conditions The conditions are described in General Annex B. The following
                           exceptions apply:
                           At least four cities1 from at least four different Member States must be part of the
                           consortium as beneficiaries, and take part in the work with their own staff, so that
                           the networks of all of them, with the tools and the places that they have,

    1A city is a local administrative unit.
                                  Part 12 - Page 1 of 3
    ~~~
    Horizon Europe - Work Programme 2031-2032

                           serve the work.

    Legal and financial set-up of The rules are described in General Annex G. Eligible costs will take
    the Grant Agreements          the form of a lump sum.

    Expected Outcome: Legal and financial set-up of streets.
                                  Part 12 - Page 2 of 3
    ~~~
    Horizon Europe - Work Programme 2031-2032

    Scope: Streets.
                                  Part 12 - Page 3 of 3
    """

  private func topic(_ text: String = sample) throws -> TopicReading {
    try #require(
      CallDocumentReader.read(
        text.components(separatedBy: "\n~~~\n"), title: nil, name: "wp.pdf", hash: "0", topics: []
      ).document.topics.first)
  }

  @Test("a label that leaves no gap before the right column is a label")
  func full() throws {
    let topic = try topic()
    #expect(topic.maximumGrant?.amount.minorUnits == 8_000_000_00)
    #expect(topic.budget?.amount.minorUnits == 24_000_000_00 && topic.typeOfAction == "Innovation Actions")
    #expect(topic.clauses.contains { $0.section == .legal && $0.quote.contains("lump sum") })
    #expect(topic.clauses.allSatisfy { !$0.quote.contains("of streets") })
  }

  @Test("a footnote at the foot of a page is no end of the table that goes on behind it")
  func note() throws {
    let clause = try #require(try topic().clauses.first { $0.quote.contains("four cities1") })
    #expect(clause.quote.hasSuffix("serve the work.") && clause.page == 1 && clause.lastPage == 2)
    // The same with a note that is not known as one.
    let unknown = ConditionBoxTests.sample.replacing("1A city is", with: "9 9 A city is")
    #expect(try topic(unknown).clauses.contains { $0.quote.hasSuffix("serve the work.") })
  }
}
