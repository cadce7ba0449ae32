import ParapetModel
import Testing

@Suite("Families of topics, and topics that are left over")
struct FamilyTests {
  private func topic(_ identifier: String) -> Opportunity {
    Opportunity(level: .topic, identifier: identifier, origin: .feed("sedia-search"))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    "a family has the parts of its pattern in their order",
    arguments: [
      ("HORIZON-CL3-2026-02-CS-ECCC-02", ["HORIZON-CL3-", "-CS-", ""], true),
      ("HORIZON-CL3-2026-01-FCT-02", ["HORIZON-CL3-", "-CS-", ""], false),
      ("SHORTHORIZON-CL3-CS-1", ["HORIZON-CL3-", "-CS-", ""], false),
      ("CERV-2026-DAPHNE", ["CERV-", "-DAPHNE"], true),
      ("CERV-2026-DAPHNE-CHILDREN", ["CERV-", "-DAPHNE"], false),
      // No letter counts for two parts.
      ("AB-C", ["AB-", "-C"], false),
      ("AB", ["AB"], true), ("ABC", ["AB"], false), ("", [], false),
    ])
  func patterns(_ identifier: String, _ parts: [String], _ isMember: Bool) {
    #expect(topic(identifier).isOfFamily(parts) == isMember)
  }

  @Test("the year of a call is the first part of its identifier that is a year")
  func years() {
    #expect(topic("HORIZON-CL3-2025-01-FCT-04").yearOfCall == 2025)
    #expect(topic("ISF-PROTECT-ANNOUNCED").yearOfCall == nil)
    #expect(topic("CITY-20250").yearOfCall == nil)
  }

  @Test("a topic is left over where its year is over and nothing tells a date, and its status stays unknown")
  func leftOver() throws {
    var old = topic("HORIZON-CL3-2025-01-FCT-04")
    let spring = try day("2026-03-15")
    #expect(try old.isLeftOver(on: day("2026-01-01")) && !old.isLeftOver(on: day("2025-12-31")))
    #expect(old.status(on: spring) == .unknown)
    old.statedStatus = .open
    #expect(!old.isLeftOver(on: spring))
    old.statedStatus = .unknown
    #expect(old.isLeftOver(on: spring))
    old.deadlines = [Deadline(day: spring)]
    #expect(!old.isLeftOver(on: spring))
    old.deadlines = []
    old.openingDate = spring
    #expect(!old.isLeftOver(on: spring))
    let instrument = Opportunity(level: .instrument, identifier: "FUND-2021", origin: .feed("canonical"))
    #expect(!instrument.isLeftOver(on: spring))
    var permanent = topic("FUND-2021-01")
    permanent.deadlineModel = .permanent
    #expect(!permanent.isLeftOver(on: spring))
  }
}
