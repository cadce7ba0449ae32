import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// Parts of a work programme that are set otherwise than that of Cluster 3: longer identifiers, words broken at the end of a
/// line, a table over three pages, figures with notes stuck to them.
@Suite("Other parts of a work programme")
struct OtherPartTests {
  private static let sample = """
                              Work Programme 2031-2032

                                Opening: 06 May 2031
                               Deadline(s): 05 Nov 2031

    HORIZON-MISS-2031-04-CIT-NEB-SQUARES-03: Squares           20.00      Around           4
                                    Part 12 - Page 1 of 4
    ~~~
                              Work Programme 2031-2032

    HORIZON-MISS-2031-04-CIT-NEB-SQUARES-
    03: Squares that people share

    Call: Cities for people

    Specific conditions

    Expected EU           The Commission estimates that an EU contribution of between EUR 4.50
    contribution per      million and EUR 5.00 million7 would allow these outcomes to be ad-
    project               dressed appropriately.

    Indicative budget     The total indicative budget for the topic is EUR 20.00 million, of which
                          EUR 12.50 million from the budget of 2031.

                                    Part 12 - Page 2 of 4
    ~~~
                              Work Programme 2031-2032

    Type of Action        Innovation Actions

    Eligibility           The conditions are described in General Annex B. The following excep-
    conditions            tions apply:
                          In addition to the standard eligibility conditions, the following con-
                          sortium condition applies: at least 3 cities from 3 different EU Mem-
                          ber States or Associated Countries must take part, each represented
                                    Part 12 - Page 3 of 4
    ~~~
                              Work Programme 2031-2032

                          by a local authority or by an entity with its explicit consent.

    Legal and             The rules are described in General Annex G. Eligible costs will take the
    financial set-up      form of a lump sum.
    of the Grant
    Agreements

    Scope: Squares are for everybody.

                                     Opening: 3 March 2032
                                Deadline(s): 15 September 2032

    HORIZON-MISS-2032-02-BODY-            RIA                 20          3-4
    01:Lamps of another body

    HORIZON-MISS-2032-02-BODY-01: Lamps of another body

    Specific conditions

    Indicative budget     The total indicative budget for the topic is EUR 2.00 million.

    Type of Action        Research and Innovation Actions

    Scope: Lamps.

                                    Part 12 - Page 4 of 4
    """

  private func topics() throws -> [TopicReading] {
    let document = try CallDocumentReader.read(
      OtherPartTests.sample.components(separatedBy: "\n~~~\n"), title: "12. Cities", name: "wp.pdf",
      hash: "0",
      topics: []
    ).document
    return document.topics
  }

  private func topic() throws -> TopicReading { try #require(try topics().first) }

  @Test("a table of dates behind topics is that of the topics below it, and of none above")
  func dates() throws {
    let topics = try topics()
    #expect(topics.map { $0.deadlines.map(\.description) } == [["2031-11-05"], ["2032-09-15"]])
    #expect(topics.last?.topic == "HORIZON-MISS-2032-02-BODY-01")
    #expect(topics.last?.opening == Day("2032-03-03"))
  }

  @Test("an identifier that a line broke is whole, with its title, call and days")
  func heading() throws {
    let topic = try topic()
    #expect(topic.topic == "HORIZON-MISS-2031-04-CIT-NEB-SQUARES-03")
    #expect(topic.title == "Squares that people share" && topic.call == "Cities for people")
    #expect(topic.page == 2 && topic.typeOfAction == "Innovation Actions")
    #expect(topic.deadlines.map(\.description) == ["2031-11-05"])
  }

  @Test("of several budgets the total, of a range both ends, without the note that stuck to it")
  func figures() throws {
    let topic = try topic()
    #expect(topic.budget?.amount.minorUnits == 20_000_000_00)
    #expect(topic.minimumGrant?.amount.minorUnits == 4_500_000_00)
    #expect(topic.maximumGrant?.amount.minorUnits == 5_000_000_00)
  }

  @Test("a condition that lines and a page cut is one clause, told as it stands")
  func condition() throws {
    let topic = try topic()
    let clause = try #require(topic.clauses.first { $0.quote.contains("3 cities") })
    #expect(clause.section == .eligibility && clause.page == 3 && clause.lastPage == 4)
    #expect(clause.quote.contains("Mem- ber States") && clause.quote.hasSuffix("explicit consent."))
    #expect(topic.clauses.contains { $0.section == .legal && $0.quote.contains("lump sum") })
  }
}
