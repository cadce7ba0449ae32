import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What a night holds an answer by")
struct OfferFactsTests {
  @Test("a topic that is left over when the year ends, or is given a date, stands otherwise in lists")
  func leftOver() throws {
    var topic = Opportunity(level: .topic, identifier: "CALL-2026-01", origin: .feed("sedia-search"))
    func lasting(on day: Day) throws -> String {
      let offer = try #require(InstrumentBook(instruments: [], calls: []).offers([topic], on: day).first)
      var facts = OfferFacts(on: day)
      return facts.lasting(of: offer)
    }
    let (eve, newYear) = try (#require(Day("2026-12-31")), #require(Day("2027-01-01")))
    let silent = try lasting(on: newYear)
    #expect(try lasting(on: eve) != silent)
    topic.deadlines = [Deadline(day: newYear)]
    #expect(try lasting(on: newYear) != silent)
    #expect(try lasting(on: newYear) == lasting(on: eve))
  }
}
