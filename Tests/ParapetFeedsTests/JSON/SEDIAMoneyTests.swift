import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Money of the portal")
struct SEDIAMoneyTests {
  @Test("quirk 18: only the topic's own rows count, and each year is kept apart")
  func ownRows() throws {
    let funding = try #require(Reading.events(of: try Reading.fixture("sedia-page.json")).records.first)
      .opportunity.funding
    #expect(funding.available.map(\.amount.decimal) == ["5000000.00", "7999999.90"])
    #expect(funding.available.map(\.year) == [2030, 2031])
    #expect(funding.available.allSatisfy { $0.scope == .topic })
    #expect(funding.maximumGrant?.value.decimal == "1500000.00")
  }

  @Test("figures cite the topic's page as the call's own statement")
  func citation() throws {
    let topic = try #require(Reading.events(of: try Reading.fixture("sedia-page.json")).records.first)
      .opportunity
    let expected = Citation(grade: .call, source: topic.landingPage ?? "")
    #expect(topic.funding.maximumGrant?.citation == expected)
    #expect(topic.funding.available.first?.citation == expected)
  }

  @Test("quirk 17: zero is not stated")
  func zero() throws {
    let funding = try #require(Reading.events(of: try Reading.fixture("sedia-page.json")).records.first)
      .opportunity.funding
    #expect(funding.minimumGrant == nil)
    #expect(funding.expectedGrants == nil)
  }

  @Test("quirk 17: a year of zero is no year")
  func yearZero() {
    let funding = funding(#"{"action":"ISF-2030-A - x","budgetYearMap":{"0":"600000"}}"#)
    #expect(funding?.available.map(\.year) == [nil])
    #expect(funding?.available.map(\.amount.decimal) == ["600000.00"])
  }

  @Test("several own rows give the widest limits, and their grants are counted together")
  func severalRows() {
    let funding = funding(
      #"{"action":"ISF-2030-A - x","minContribution":2000,"maxContribution":"3000","expectedGrants":"2"},"#
        + #"{"action":"ISF-2030-A - y","minContribution":1000,"maxContribution":9000,"expectedGrants":3}"#)
    #expect(funding?.minimumGrant?.value.decimal == "1000.00")
    #expect(funding?.maximumGrant?.value.decimal == "9000.00")
    #expect(funding?.expectedGrants?.value == 5)
  }

  @Test("quirk 18: where other topics repeat the very amounts, nobody says whose they are")
  func sharedPot() {
    let own = #"{"action":"ISF-2030-A - x","budgetYearMap":{"2030":"422000000"}}"#
    let twin = #"{"action":"ISF-2030-B - x","budgetYearMap":{"2030":"422000000"}}"#
    let other = #"{"action":"ISF-2030-C - x","budgetYearMap":{"2030":"9000000"}}"#
    #expect(funding([own, other].joined(separator: ","))?.available.map(\.scope) == [.topic])
    #expect(funding([own, twin].joined(separator: ","))?.available.map(\.scope) == [nil])
    #expect(funding([own, twin].joined(separator: ","))?.available.count == 1)
  }

  @Test("a row of a topic whose identifier only begins alike is not its own")
  func prefix() {
    #expect(funding(#"{"action":"ISF-2030-A-two-stage - x","maxContribution":9000}"#)?.maximumGrant == nil)
  }

  @Test("a budget of the record counts where no row does")
  func plainBudget() throws {
    let topic = Reading.events(of: try Reading.fixture("sedia-page.json")).records[5].opportunity
    #expect(topic.funding.available.map(\.amount.decimal) == ["400000.00"])
    #expect(topic.funding.available.first?.scope == nil)
  }

  @Test("the type of action of an own row counts where the record names none")
  func typeOfAction() {
    let topic = topic(#"{"action":"isf-2030-a - ISF-PJG ISF  Project Grants"}"#).opportunity
    #expect(topic?.typesOfAction == [Coded(code: "ISF-PJG", label: "ISF Project Grants")])
  }

  @Test("a plain budget in another currency is the opportunity's currency")
  func otherCurrency() {
    let funding = Reading.topic(#""budget":["250000"],"currency":["SEK"]"#).opportunity?.funding
    #expect(funding?.available.map(\.amount.description) == ["250000.00 SEK"])
    #expect(funding?.currency == Currency("SEK"))
  }

  @Test("a row in another currency than the euro is not mixed with the others")
  func mixedCurrencies() {
    let topic = topic(#"{"action":"ISF-2030-A - x","minContribution":"5 SEK","maxContribution":9000}"#)
    #expect(topic.opportunity?.funding.minimumGrant == nil)
    #expect(topic.opportunity?.funding.currency == .euro)
    #expect(topic.remarks.map(\.id) == ["unreadable-amount"])
  }

  @Test(
    "quirk 17: amounts are read in each spelling",
    arguments: [
      ("5000000", "5000000.00 EUR"), ("7999999.9", "7999999.90 EUR"), ("400000 EUR", "400000.00 EUR"),
      ("EUR 10 000 000", "10000000.00 EUR"), ("250000 SEK", "250000.00 SEK"),
    ])
  func amounts(text: String, expected: String) {
    guard case .amount(let money) = SEDIAAmount.read(text) else {
      Issue.record("'\(text)' is not read as an amount")
      return
    }
    #expect(money.description == expected)
  }

  @Test("what states nothing is no amount", arguments: ["0", "0.0", "none", "0 EUR"])
  func nothing(text: String) {
    #expect(SEDIAAmount.read(text) == .notStated)
  }

  @Test(
    "quirk 17: what can be read in two ways, or in none, is refused",
    arguments: [
      "8.000 euros", "8.000", "$25,000,000", "1.234,50", "-5", "99999999999999999999", "many", "EUR",
    ])
  func refused(text: String) {
    #expect(SEDIAAmount.read(text) == .unreadable)
  }

  @Test("an amount that cannot be read costs itself only and is remarked")
  func remark() {
    let topic = topic(#"{"action":"ISF-2030-A - x","minContribution":"8.000","maxContribution":9000}"#)
    #expect(topic.opportunity?.funding.minimumGrant == nil)
    #expect(topic.opportunity?.funding.maximumGrant?.value.decimal == "9000.00")
    #expect(topic.remarks.map(\.id) == ["unreadable-amount"])
  }

  @Test(
    "quirk 14: a broken inner text costs its field only, whichever it is",
    arguments: [
      ("budgetOverview", #"{"a":["#), ("actions", "[{"), ("keywords", #"["a","b"#), ("actions", "{}"),
    ])
  func brokenInner(field: String, text: String) {
    let topic = Reading.topic(#""\#(field)":[\#(Reading.quoted(text))],"deadlineDate":["2030-01-02"]"#)
    #expect(topic.opportunity?.deadlines.count == 1)
    #expect(topic.remarks.map(\.id) == ["broken-inner-json"])
    #expect(topic.remarks.first?.severity == .warning)
    #expect(topic.remarks.first?.place.path == "$.results[0].metadata.\(field)")
  }

  private func topic(_ rows: String) -> (opportunity: Opportunity?, remarks: [Diagnostic]) {
    let budget = Reading.quoted(#"{"budgetTopicActionMap":{"7":[\#(rows)]}}"#)
    return Reading.topic(#""budgetOverview":[\#(budget)]"#)
  }

  private func funding(_ rows: String) -> Funding? { topic(rows).opportunity?.funding }
}
