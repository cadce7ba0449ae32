import ParapetModel
import Testing

@testable import ParapetFeeds

private let examples =
  "<example outcome=\"met\" country=\"FR\"/><example outcome=\"unmet\" country=\"DK\"/><example outcome=\"undecided\"/>"

/// A criterion with a citation and content.
private func criterion(
  _ id: String = "c",
  citation: String = "grade=\"law\" source=\"CELEX:32021R1149 Art. 12\" validFrom=\"2021-01-01\"",
  _ content: String = "<include group=\"EU\"/><exclude country=\"DK\"/>" + examples
) -> String {
  "<criterion id=\"\(id)\" kind=\"territory\" \(citation)>\(content)</criterion>"
}

private func requirements(_ tree: String) -> String {
  document(topic("T", "<requirements>\(tree)</requirements>"))
}

@Test("a tree of all, any and not is read as it stands")
func treeIsRead() throws {
  let tree = "<all>\(criterion("a"))<any>\(criterion("b"))<not>\(criterion("c"))</not></any></all>"
  let found = try #require(events(of: requirements(tree).utf8).opportunities.first?.requirements)
  guard case .all(let parts) = found, case .any(let inner) = parts.last,
    case .not(.criterion(let leaf)) = inner.last
  else {
    Issue.record("another shape: \(found)")
    return
  }
  #expect(leaf.id == "c")
  #expect(found.criteria.map(\.id) == ["a", "b", "c"])
}

@Test("a criterion keeps its parameters, its examples, its citation and its place")
func criterionIsRead() throws {
  let text = requirements("\n  " + criterion("x"))
  let leaf = try #require(events(of: text.utf8).opportunities.first?.requirements?.criteria.first)
  #expect(leaf.kind == "territory")
  #expect(leaf.parameters.map(\.name) == ["include", "exclude"])
  #expect(leaf.parameters.last?.attributes == ["country": "DK"])
  #expect(leaf.examples.map(\.outcome) == [.met, .unmet, .undecided])
  #expect(leaf.examples.first?.facts == ["country": "FR"])
  #expect(leaf.citation.grade == .law && leaf.citation.validFrom == Day("2021-01-01"))
  #expect(leaf.place == Diagnostic.Place(file: "feed.xml", line: 4, column: 3))
}

@Test("an override names the criterion that it replaces")
func overrideIsRead() {
  let text = requirements(criterion().replacing("kind=", with: "overrides=\"he-consortium\" kind="))
  #expect(
    events(of: text.utf8).opportunities.first?.requirements?.criteria.first?.overrides == "he-consortium")
}

@Test("a group without a condition is refused", arguments: ["§<all/>", "§<any></any>", "§<not/>"])
func emptyGroup(tree: String) {
  expectFinding("empty-group", in: requirements(tree))
}

@Test("requirements hold one tree")
func secondTree() {
  let tree = "<requirements>\(criterion("a"))\(criterion("b"))</requirements>"
  expectFinding("repeated-element", suggestion: "'all'", in: document(topic("T", "§" + tree)))
}

@Test("not holds one condition")
func notHoldsOne() {
  expectFinding("repeated-element", in: requirements("§<not>\(criterion("a"))\(criterion("b"))</not>"))
}

@Test("an unknown parameter is named with the one that was meant")
func unknownParameter() {
  let content = "§<exlude country=\"DK\"/>" + examples
  expectFinding("unknown-element", suggestion: "'exclude'", in: requirements(criterion("c", content)))
}

@Test("two criteria of one id are one too many")
func duplicateCriterion() {
  expectFinding("duplicate-id", in: requirements("<all>\(criterion("a"))§\(criterion("a"))</all>"))
}

@Test("an example says what the outcome must be")
func exampleOutcome() {
  expectFinding(
    "unknown-value", suggestion: "'unmet'",
    in: requirements(criterion("c", "<include group=\"EU\"/>§<example outcome=\"umnet\"/>")))
}

@Test("a grade that nobody knows is refused")
func unknownGrade() {
  expectFinding(
    "unknown-grade", suggestion: "'official'",
    in: requirements("§" + criterion(citation: "grade=\"offical\"")))
}

@Test(
  "what a criterion must cite is an error in data and a remark in a feed",
  arguments: [
    ("missing-grade", "source=\"https://example.eu\" validFrom=\"2021-01-01\""),
    ("missing-source", "grade=\"official\" validFrom=\"2021-01-01\""),
    ("missing-validity", "grade=\"official\" source=\"https://example.eu\""),
  ])
func missingCitation(id: String, citation: String) {
  let text = requirements("§" + criterion(citation: citation))
  expectFinding(id, citationRequired: true, in: text)
  let plain = text.replacing("§", with: "").utf8
  #expect(events(of: plain, citationRequired: true).rejected.map(\.id) == [id])
  #expect(events(of: plain).remarks.map(\.id) == [id])
  #expect(events(of: plain).records.count == 1)
}

@Test("a criterion of a feed that cites nothing is unsourced and excludes nobody")
func uncitedCriterion() {
  let found = events(of: requirements(criterion(citation: "")).utf8).opportunities.first
  #expect(found?.requirements?.criteria.first?.citation == Citation(grade: .unsourced, source: "none"))
}

@Test(
  "a criterion without an example of met or undecided is refused in data", arguments: ["met", "undecided"])
func missingExample(outcome: String) {
  let content =
    "<exclude country=\"DK\"/>"
    + examples.replacing("<example outcome=\"\(outcome)\"", with: "<example outcome=\"unmet\"")
  let text = requirements("§" + criterion("c", content))
  expectFinding("missing-example", citationRequired: true, in: text)
  #expect(events(of: text.replacing("§", with: "").utf8).rejected.isEmpty)
}

@Test("an example of unmet is demanded where an exclusion makes it possible, and only there")
func missingUnmet() {
  let some = "<example outcome=\"met\"/><example outcome=\"undecided\"/>"
  let closed = events(
    of: requirements(criterion("c", "<exclude country=\"DK\"/>" + some)).utf8, citationRequired: true)
  #expect(closed.rejected.map(\.id) == ["missing-example"] && closed.records.isEmpty)
  let list = "<include group=\"EU\"/><otherwise outcome=\"undecided\"/>"
  let open = events(of: requirements(criterion("c", list + some)).utf8, citationRequired: true)
  #expect(open.remarks.isEmpty && open.records.count == 1)
}

@Test(
  "a law is cited by number and provision",
  arguments: [
    "Regulation (EU) 2021/1149", "CELEX:32021R1149", "CELEX:32021R1149 Art.", "CELEX:32021R1149 page 3",
    "CELEX:R 1149 Art. 1", "https://eur-lex.europa.eu",
  ])
func malformedLaw(source: String) {
  expectFinding(
    "malformed-source", suggestion: "Art. 12",
    in: requirements("§" + criterion(citation: "grade=\"law\" source=\"\(source)\" validFrom=\"2021-01-01\""))
  )
}

@Test(
  "articles, recitals, annexes and protocols are provisions",
  arguments: ["Art. 12(3)", "recital 66", "Annex VI", "Protocol 21"])
func provisions(provision: String) {
  let text = requirements(
    criterion(citation: "grade=\"law\" source=\"CELEX:32021R1149 \(provision)\" validFrom=\"2021-01-01\""))
  #expect(events(of: text.utf8, citationRequired: true).rejected.isEmpty)
}

@Test("an official statement and a call's own give an address", arguments: ["official", "call"])
func malformedAddress(grade: String) {
  expectFinding(
    "malformed-source",
    in: requirements(
      "§" + criterion(citation: "grade=\"\(grade)\" source=\"the page\" validFrom=\"2021-01-01\"")))
}

@Test(
  "a weak statement without an address says why",
  arguments: [
    "grade=\"secondary\" source=\"a newsletter\"", "grade=\"inferred\" source=\"none\"",
    "grade=\"unsourced\" source=\"none\"",
  ])
func missingWhy(citation: String) {
  expectFinding(
    "missing-why", in: requirements("§" + criterion(citation: citation + " validFrom=\"2021-01-01\"")))
  let explained = requirements(
    criterion(citation: citation + " validFrom=\"2021-01-01\" why=\"seen in\n  practice\""))
  let citation = events(of: explained.utf8).opportunities.first?.requirements?.criteria.first?.citation
  #expect(citation?.why == "seen in practice")
}

@Test("what has no source cannot name one")
func unsourcedWithSource() {
  expectFinding(
    "malformed-source",
    in: requirements("§" + criterion(citation: "grade=\"unsourced\" source=\"https://example.eu\" why=\"x\""))
  )
}

@Test("a statement does not end before it holds")
func impossibleValidity() {
  expectFinding(
    "impossible-date",
    in: requirements(
      "§"
        + criterion(
          citation:
            "grade=\"law\" source=\"CELEX:32021R1149 Art. 1\" validFrom=\"2021-01-01\" validTo=\"2020-01-01\""
        )))
}
