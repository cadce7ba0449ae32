import ParapetModel
import Testing

@testable import ParapetFeeds

@Test("an unknown level is named with the one that was meant")
func unknownLevel() {
  expectFinding(
    "unknown-level", suggestion: "'instrument'",
    in: document("\n  §<opportunity level=\"instrumnet\" id=\"A\"><title>é</title></opportunity>"))
}

@Test("a missing level is a missing attribute")
func missingLevel() {
  expectFinding("missing-attribute", in: document("§<opportunity id=\"A\"><title>x</title></opportunity>"))
}

@Test("a record needs an identifier")
func missingIdentifier() {
  expectFinding("missing-id", in: document("§<opportunity level=\"call\"><title>x</title></opportunity>"))
}

@Test("a record needs a title")
func missingTitle() {
  expectFinding("missing-title", in: document("é§<opportunity level=\"call\" id=\"A\"/>"))
}

@Test("an unknown element is named with the one that was meant")
func unknownElement() {
  expectFinding(
    "unknown-element", suggestion: "'keyword'", in: document(topic("T", "<!-- é -->§<keywrod>x</keywrod>")))
}

@Test("an unknown attribute is named with the one that was meant")
func unknownAttribute() {
  expectFinding(
    "unknown-attribute", suggestion: "'stage'",
    in: document(topic("T", "§<deadline stge=\"1\">2026-01-01</deadline>")))
}

@Test("an element of another namespace is refused by that name")
func foreignElement() {
  expectFinding("unknown-namespace", in: document(topic("T", "§<x:keyword xmlns:x=\"urn:x\">x</x:keyword>")))
}

@Test("what may stand once stands once")
func repeatedElement() {
  expectFinding(
    "repeated-element", in: document(topic("T", "<status>open</status>\n§<status>closed</status>")))
}

@Test("text between elements is refused")
func strayText() {
  expectFinding("unexpected-text", in: document(topic("T", "§<funding currency=\"EUR\">12 000</funding>")))
}

@Test(
  "dates that do not exist are refused",
  arguments: ["2026-02-30", "2026-13-01", "26-01-01", "2026-01-01T25:00:00", "2026-01-01T17:00:00Z", ""])
func impossibleDate(text: String) {
  expectFinding("impossible-date", in: document(topic("T", "\n\n§<deadline>\(text)</deadline>")))
}

@Test("a period cannot end before it starts")
func impossiblePeriod() {
  expectFinding(
    "impossible-date", in: document(topic("T", "§<period from=\"2027-01-01\" to=\"2026-01-01\"/>")))
}

@Test(
  "amounts that two people read differently are refused",
  arguments: ["1.234", "1.234,50", "12abc", "-5", "", "99999999999999999999"])
func malformedAmount(text: String) {
  expectFinding(
    "malformed-amount",
    in: document(topic("T", "<funding currency=\"EUR\">§<minAwardAmount>\(text)</minAwardAmount></funding>")))
}

@Test(
  "zero is not written for what is not stated",
  arguments: [
    "§<minAwardAmount>0</minAwardAmount>", "§<estimatedAwardCount>0</estimatedAwardCount>",
    "§<fundingRate max=\"0\"/>",
  ])
func zeroIsNoFigure(element: String) {
  expectFinding(
    "zero-not-stated", suggestion: "notStated",
    in: document(topic("T", "<funding currency=\"EUR\">\(element)</funding>")))
}

@Test("a percentage is at most a hundred")
func malformedPercentage() {
  expectFinding(
    "malformed-percentage",
    in: document(topic("T", "<funding currency=\"EUR\">§<fundingRate max=\"101\"/></funding>")))
}

@Test("a currency has three capitals")
func unknownCurrency() {
  expectFinding("unknown-currency", in: document(topic("T", "§<funding currency=\"euro\"/>")))
}

@Test("the largest grant is not below the smallest")
func impossibleRange() {
  let figures = "<minAwardAmount>20</minAwardAmount><maxAwardAmount>10</maxAwardAmount>"
  expectFinding(
    "impossible-range", in: document(topic("T", "§<funding currency=\"EUR\">\(figures)</funding>")))
}

@Test("a word of a list that is none of it is refused with the nearest")
func unknownValue() {
  expectFinding(
    "unknown-value", suggestion: "'multiple-cut-off'",
    in: document(topic("T", "§<deadlineModel>multiple-cutoff</deadlineModel>")))
}

@Test("two conditions of one name are one too many")
func duplicateCondition() {
  let condition = "<condition id=\"vat\"><text>x</text></condition>"
  expectFinding("duplicate-id", in: document(topic("T", condition + "§" + condition)))
}

@Test("something else than an opportunity under the root is refused alone")
func strayRecord() {
  let text = document("<oportunity/>" + topic())
  let all = events(of: text.utf8)
  #expect(all.rejected.first?.suggestion == "did you mean 'opportunity'?")
  #expect(all.records.count == 1)
}

@Test(
  "another root, namespace or version ends the reading at the root",
  arguments: [
    ("unknown-root", "§<rss xmlns=\"urn:parapet:funding:1\" version=\"1\"><opportunity/></rss>"),
    (
      "unknown-namespace",
      "<!-- x -->§<fundingOpportunities version=\"1\"><opportunity/></fundingOpportunities>"
    ),
    (
      "unknown-version",
      "\n§<fundingOpportunities xmlns=\"urn:parapet:funding:1\" version=\"2\"><opportunity/></fundingOpportunities>"
    ),
  ])
func foreignDocument(id: String, text: String) {
  expectFinding(id, in: text)
  #expect(events(of: text.replacing("§", with: "").utf8).count == 1)
}
