import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Our own call and the feed's record of it")
struct MergingTests {
  private let citation = Citation(grade: .call, source: "https://example.eu/call")

  @Test("a curated fact is never overwritten, and each difference is told with both values")
  func differences() {
    var curated = Opportunity.made(.call, "EUI-IA-4")
    curated.funding.maximumGrant = Cited(Money(minorUnits: 200_000_000), citation)
    var feed = curated.fromFeed(reference: "4711")
    feed.openingDate = day("2026-02-01")
    feed.deadlines = [Deadline(day: day("2026-06-30"))]
    feed.funding.maximumGrant = Cited(Money(minorUnits: 500_000_000), citation)
    let offer = InstrumentBook(instruments: [], calls: [curated]).offer(feed)
    #expect(offer.opportunity.openingDate == day("2026-01-01"))
    #expect(offer.opportunity.deadlines.map(\.day) == [day("2026-06-15")])
    #expect(offer.funding.maximumGrant?.value.decimal == "2000000.00")
    #expect(offer.differences.map(\.field).sorted() == ["deadline", "maxAwardAmount", "openingDate"])
    let deadline = offer.differences.first { $0.field == "deadline" }
    #expect(deadline?.curated == "2026-06-15")
    #expect(deadline?.feed == "2026-06-30")
  }

  @Test("what our file leaves open the feed fills, and that is no difference")
  func completion() {
    var curated = Opportunity.made(.call, "EUI-IA-4")
    curated.deadlines = []
    curated.openingDate = nil
    var feed = Opportunity.made(.call, "EUI-IA-4").fromFeed(reference: "4711")
    feed.funding.minimumGrant = Cited(Money(minorUnits: 100), citation)
    feed.statedStatus = .open
    feed.typesOfAction = [Coded(code: "EUI-IA")]
    let offer = InstrumentBook(instruments: [], calls: [curated]).offer(feed)
    #expect(offer.differences.isEmpty)
    #expect(offer.opportunity.deadlines == feed.deadlines)
    #expect(offer.opportunity.openingDate == feed.openingDate)
    #expect(offer.funding.minimumGrant?.value.minorUnits == 100)
    #expect(offer.opportunity.statedStatus == .open)
    #expect(offer.opportunity.typesOfAction.map(\.code) == ["EUI-IA"])
    #expect(offer.opportunity.reference == "4711")
  }

  @Test("our titles and conditions stay, the feed's description is searched beside ours")
  func texts() {
    var curated = Opportunity.made(
      .call, "A", title: "Ours", requirements: .criterion(.made("fresh", "completion")))
    curated.descriptions = [LocalizedText("our words", language: "en")]
    var feed = Opportunity.made(.call, "A", title: "Theirs").fromFeed()
    feed.descriptions = [LocalizedText("their words", language: "en")]
    let offer = InstrumentBook(instruments: [], calls: [curated]).offer(feed)
    #expect(offer.opportunity.titles.map(\.text) == ["Ours"])
    #expect(offer.opportunity.descriptions.map(\.text) == ["our words", "their words"])
    #expect(offer.tree.leaves.map(\.id) == ["fresh"])
  }

  @Test("only what neither states is not stated")
  func notStated() {
    var curated = Opportunity.made(.call, "A")
    curated.notStated = ["minAwardAmount", "duration"]
    var feed = curated.fromFeed()
    feed.notStated = ["minAwardAmount", "consortium"]
    let offer = InstrumentBook(instruments: [], calls: [curated]).offer(feed)
    #expect(offer.opportunity.notStated == ["minAwardAmount"])
  }

  @Test("a call that stands in our files and in the feed is offered once")
  func once() {
    let curated = Opportunity.made(.call, "A")
    let book = InstrumentBook(instruments: [], calls: [curated, .made(.call, "B")])
    let offers = book.offers([curated.fromFeed(reference: "4711")], on: ides)
    #expect(offers.map(\.opportunity.identifier) == ["A", "B"])
  }

  @Test("a record of the feed that our files do not know is offered as it is")
  func unknownToUs() {
    let feed = Opportunity.made(.topic, "T").fromFeed(reference: "1")
    let offer = InstrumentBook(instruments: [], calls: []).offer(feed)
    #expect(offer.opportunity == feed)
    #expect(offer.differences.isEmpty)
  }
}
