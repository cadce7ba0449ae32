import ParapetModel
import Testing

@testable import ParapetFeeds

private let cited = "grade=\"official\" source=\"https://example.eu/call\""

private func opportunity(_ content: String, citationRequired: Bool = true) -> Opportunity? {
  events(of: document(topic("T", content)).utf8, citationRequired: citationRequired).opportunities.first
}

@Test("amounts keep their cents, their year, their scope and their source")
func amounts() throws {
  let content = """
    <funding currency="SEK"><totalAmountAvailable year="2026" scope="call" \(cited)>12000000.5</totalAmountAvailable>\
    <minAwardAmount \(cited)>100000</minAwardAmount><maxAwardAmount \(cited)>2000000.25</maxAwardAmount>\
    <estimatedAwardCount \(cited)>20</estimatedAwardCount></funding>
    """
  let funding = try #require(opportunity(content)).funding
  #expect(funding.available.first?.amount.description == "12000000.50 SEK")
  #expect(funding.available.first?.year == 2026 && funding.available.first?.scope == .call)
  #expect(funding.minimumGrant?.value.decimal == "100000.00")
  #expect(funding.maximumGrant?.citation.source == "https://example.eu/call")
  #expect(funding.expectedGrants?.value == 20)
}

@Test("a rate keeps every condition that narrows it")
func rates() throws {
  let content = """
    <funding currency="EUR"><fundingRate max="67.96" id="r" applicant="non-profit" regionCategory="transition" \
    regionCategory2014="less-developed" gdpBelowAverage="true" \(cited)/><fundingRate max="50" \(cited)/></funding>
    """
  let rates = try #require(opportunity(content)).funding.rates
  #expect(rates.map(\.id) == ["r", "rate-2"])
  #expect(rates.first?.maximum.percent == "67.96")
  #expect(rates.map(\.conditionCount) == [4, 0])
}

@Test("a rate says whether it caps a priority or a programme, and nothing else that it might cap")
func priorityCap() throws {
  let content = """
    <funding currency="EUR"><fundingRate max="85" id="a" capOf="priority" \(cited)/>\
    <fundingRate max="50" id="b" \(cited)/><fundingRate max="80" id="c" capOf="programme" \(cited)/></funding>
    """
  #expect(try #require(opportunity(content)).funding.rates.map(\.cap) == [.priority, nil, .programme])
  expectFinding(
    "unknown-value",
    in: document(
      topic("T", "<funding currency=\"EUR\">§<fundingRate max=\"85\" capOf=\"project\" \(cited)/></funding>"))
  )
}

@Test("two rates of one id are one too many")
func duplicateRate() {
  let rate = "<fundingRate max=\"50\" id=\"r\" \(cited)/>"
  expectFinding(
    "duplicate-id", in: document(topic("T", "<funding currency=\"EUR\">\(rate)§\(rate)</funding>")))
}

@Test("every cost rule is read with its citation")
func costRules() throws {
  let content = """
    <costRules><form of="lump-sum" \(cited)/><vat rule="public-authority" \(cited)/>\
    <indirect percent="7" base="direct-less-volunteers" \(cited)/><equipment rule="full-cost" \(cited)/>\
    <works rule="not-eligible" \(cited)/><rounding rule="nearest-euro" \(cited)/></costRules>
    """
  let rules = try #require(opportunity(content)).costRules
  #expect(rules.form?.value == .lumpSum)
  #expect(rules.vat?.value == .publicAuthority)
  #expect(rules.indirect?.value == IndirectRule(rate: Rate(millionths: 70_000), base: .directLessVolunteers))
  #expect(rules.equipment?.value == .fullCost)
  #expect(rules.works?.value == .notEligible)
  #expect(rules.rounding?.value == .nearestEuro)
  #expect(rules.rounding?.citation.grade == .official)
}

@Test("a rule stands once and is of the list")
func wrongRules() {
  expectFinding(
    "unknown-value", suggestion: "'staff'",
    in: document(topic("T", "<costRules>§<indirect percent=\"7\" base=\"staf\"/></costRules>")))
  expectFinding(
    "repeated-element",
    in: document(topic("T", "<costRules><vat rule=\"cpr\"/>§<vat rule=\"never\"/></costRules>")))
  expectFinding(
    "unknown-element", suggestion: "'works'",
    in: document(topic("T", "<costRules>§<work rule=\"eligible\"/></costRules>")))
}

@Test("a figure without a citation is refused in data and secondary in a feed")
func uncitedFigure() {
  let content = "<funding currency=\"EUR\"><minAwardAmount>5</minAwardAmount></funding>"
  #expect(
    events(of: document(topic("T", content)).utf8, citationRequired: true).rejected.map(\.id) == [
      "missing-grade"
    ])
  let all = events(of: document(topic("T", content)).utf8)
  #expect(all.remarks.isEmpty)
  #expect(all.opportunities.first?.funding.minimumGrant?.citation.grade == .secondary)
}

@Test("conditions and the cadence keep their texts by language")
func conditions() throws {
  let content = """
    <condition id="vat" \(cited)><text xml:lang="en">plan it</text><text xml:lang="fr">prévoyez-la</text></condition>\
    <cadence \(cited)><text xml:lang="en">each May</text></cadence>
    """
  let found = try #require(opportunity(content))
  #expect(found.conditions.first?.texts.text(in: .french) == "prévoyez-la")
  #expect(found.cadence?.texts.map(\.text) == ["each May"])
}

@Test("a condition without a text is refused")
func emptyCondition() {
  expectFinding("missing-text", in: document(topic("T", "§<condition id=\"vat\"><text> </text></condition>")))
}
