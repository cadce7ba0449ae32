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
  @Test(
    "a topic that is said to be forthcoming, without a date, is left over a year later than one of which nothing is said",
    arguments: [("2026-12-31", false, false), ("2027-01-01", true, false), ("2028-01-01", true, true)])
  func forthcoming(_ date: String, silent: Bool, announced: Bool) throws {
    var topic = Opportunity(level: .topic, identifier: "CALL-2026-01", origin: .feed("sedia-search"))
    let day = try #require(Day(date))
    #expect(topic.isLeftOver(on: day) == silent)
    topic.statedStatus = .forthcoming
    #expect(topic.isLeftOver(on: day) == announced)
    topic.statedStatus = .open
    #expect(!topic.isLeftOver(on: day))
  }
}
