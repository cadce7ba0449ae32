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

@Test("a table of lump sums keeps its steps, what says which is paid, its source and its days")
func lumpSums() throws {
  let content = """
    <funding currency="EUR"><lumpSums by="participants" \(cited) validFrom="2026-01-01"><sum from="100">20000</sum>\
    <sum from="50">10000</sum></lumpSums></funding>
    """
  let table = try #require(opportunity(content)?.funding.lumpSums)
  #expect(table.value.selector == .participants && table.value.isWhole)
  #expect(table.value.steps.map(\.from) == [50, 100])
  #expect(table.value.amount(for: 99)?.decimal == "10000.00" && table.value.amount(for: 49) == nil)
  #expect(table.citation.validFrom == Day(year: 2026, month: 1, day: 1))
}

@Test(
  "a table says from which number each sum is paid, unless applicants choose or only its ends are known",
  arguments: [
    "by=\"choice\"><sum from=\"2\">1</sum>", "by=\"countries\"><sum>1</sum>",
    "by=\"countries\" complete=\"false\"><sum from=\"2\">1</sum>", "by=\"choice\">",
    "by=\"choice\"><sum>5</sum><sum>5</sum>",
  ])
func malformedLumpSums(table: String) {
  expectFinding(
    "malformed-lump-sums",
    in: document(
      topic("T", "<funding currency=\"EUR\">§<lumpSums \(cited) \(table)</lumpSums></funding>")))
}

@Test("a usual rate has its own source, stands beside a cap and does not exceed it")
func usualRate() throws {
  func rate(_ more: String) -> String {
    "<funding currency=\"EUR\">§<fundingRate max=\"80\" id=\"r\" \(cited) \(more)/></funding>"
  }
  let usual = "usual=\"60\" usualGrade=\"secondary\" usualSource=\"https://example.eu/usual\""
  let read = opportunity(rate("capOf=\"programme\" \(usual)").replacing("§", with: ""))
  #expect(read?.funding.rates.first?.usual?.value.percent == "60")
  #expect(read?.funding.rates.first?.usual?.citation.grade == .secondary)
  expectFinding("usual-rate-above-cap", in: document(topic("T", rate(usual))))
  expectFinding(
    "usual-rate-above-cap",
    in: document(topic("T", rate("capOf=\"priority\" \(usual.replacing("60", with: "90"))"))))
}

@Test("up to which total costs are simplified")
func simplified() throws {
  let rules = opportunity("<costRules><simplified upTo=\"200000\" \(cited)/></costRules>")?.costRules
  #expect(rules?.simplifiedUpTo?.value.decimal == "200000.00")
}
