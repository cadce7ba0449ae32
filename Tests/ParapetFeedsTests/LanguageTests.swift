import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("What is found in a feed is said in the language asked")
struct LanguageTests {
  @Test("in every fixture, cut anywhere and with any byte put wrong", arguments: Self.fixtures)
  func inFixtures(name: String) throws {
    let bytes = try Reading.fixture(name)
    let step = max(1, bytes.count / 60)
    var found = Self.findings(of: bytes)
    for place in stride(from: 0, to: bytes.count, by: step) {
      found += Self.findings(of: Array(bytes[..<place]))
      for wrong in "<&\"}0".utf8 {
        var other = bytes
        other[place] = wrong
        found += Self.findings(of: other)
      }
    }
    #expect(!found.isEmpty)
    #expect(Self.englishAlone(found) == [])
  }

  @Test("in canonical XML with every fault of its own", arguments: Self.records)
  func inRecords(id: String, record: String) {
    let found = Self.findings(of: Array(document(record).utf8))
    #expect(found.contains { $0.id == id }, "\(found.map(\.id))")
    #expect(Self.englishAlone(found) == [])
  }

  @Test("of what is no feed, or none that can be used", arguments: Self.strangers)
  func ofStrangers(id: String, text: String) {
    let found = Self.findings(of: Array(text.utf8))
    #expect(found.contains { $0.id == id }, "\(found.map(\.id))")
    #expect(Self.englishAlone(found) == [])
  }

  @Test("of files that cannot be read at all")
  func sources() {
    let errors: [FeedSourceError] = [
      .notThere("a"), .unreadable("a"), .empty("a"), .notAFile("a"), .silent("a"), .endless("a"),
      .noRoom(folder: "a"),
    ]
    #expect(errors.filter { $0.said.english == $0.said.french } == [])
    let data: [DataFolderError] = [.notFound("a"), .unreadable("a")]
    #expect(data.filter { $0.said.english == $0.said.french } == [])
    let documents: [CallDocumentError] = [.notThere("a"), .notAFile("a"), .unreadable("a"), .noPoppler]
    #expect(documents.filter { $0.said.english == $0.said.french } == [])
  }

  @Test("libxml2 keeps its own words, inside a sentence of the language")
  func quoted() throws {
    let found = Self.findings(of: Array(document("<opportunity level=topic/>").utf8))
    let said = try #require(found.first { $0.id == "malformed-xml" }?.said)
    #expect(said.french.hasPrefix("le XML n’est pas bien formé ; libxml2 dit : « "))
    #expect(said.french.hasSuffix(" »"))
  }

  private static let fixtures = [
    "boe-document.xml", "boe-summary.xml", "cordis-project.xml", "ecb-days.xml", "list.rss", "portal.rss",
    "sedia-bulk.json", "sedia-doubles.json", "sedia-page.json", "sedia-topic.json",
  ]

  private static let records: [(String, String)] = [
    ("unknown-level", #"<opportunity level="x" id="A"><title>x</title></opportunity>"#),
    ("missing-attribute", #"<opportunity id="A"><title>x</title></opportunity>"#),
    ("missing-id", #"<opportunity level="call"><title>x</title></opportunity>"#),
    ("missing-title", #"<opportunity level="call" id="A"/>"#),
    ("unknown-element", topic("T", "<keywrod>x</keywrod>")),
    ("unknown-element", "<opportunty/>"),
    ("unknown-attribute", topic("T", #"<deadline stge="1">2026-01-01</deadline>"#)),
    ("unknown-namespace", topic("T", #"<x:keyword xmlns:x="urn:x">x</x:keyword>"#)),
    ("repeated-element", topic("T", "<status>open</status><status>closed</status>")),
    ("unexpected-text", topic("T", #"<funding currency="EUR">12 000</funding>"#)),
    ("impossible-date", topic("T", "<deadline>2026-02-30</deadline>")),
    ("impossible-date", topic("T", #"<period from="2026-02-03" to="2026-01-01"/>"#)),
    ("implausible-date", topic("T", "<openingDate>9999-12-31</openingDate>")),
    ("unknown-value", topic("T", "<status>opn</status>")),
    ("unknown-value", topic("T", #"<description format="x">x</description>"#)),
    ("malformed-number", topic("T", #"<deadline stage="a">2026-01-01</deadline>"#)),
    ("missing-attribute", topic("T", "<appliesTo/>")),
    ("missing-attribute", topic("T", "<programme/>")),
    ("unsafe-address", topic("T", "<landingPage>ftp://x</landingPage>")),
    ("missing-text", topic("T", #"<condition id="a"/>"#)),
    ("duplicate-id", topic("T", #"<condition id="a"/><condition id="a"/>"#)),
    ("unknown-currency", topic("T", #"<funding currency="euro"/>"#)),
    (
      "malformed-amount",
      topic("T", #"<funding currency="EUR"><minAwardAmount>many</minAwardAmount></funding>"#)
    ),
    (
      "zero-not-stated",
      topic("T", #"<funding currency="EUR"><minAwardAmount>0</minAwardAmount></funding>"#)
    ),
    (
      "impossible-range",
      topic(
        "T",
        #"<funding currency="EUR"><minAwardAmount>5</minAwardAmount><maxAwardAmount>4</maxAwardAmount></funding>"#
      )
    ),
    ("empty-group", topic("T", "<requirements/>")),
    ("empty-group", topic("T", "<requirements><all/></requirements>")),
    (
      "missing-grade",
      topic("T", #"<requirements><criterion id="a" kind="territory"/></requirements>"#)
    ),
    (
      "malformed-source",
      topic(
        "T",
        #"<requirements><criterion id="a" kind="territory" grade="law" source="x" validFrom="2026-01-01"/></requirements>"#
      )
    ),
    (
      "missing-why",
      topic(
        "T",
        #"<requirements><criterion id="a" kind="territory" grade="unsourced" source="none"/></requirements>"#)
    ),
  ]

  private static let strangers: [(String, String)] = [
    ("empty-file", ""), ("unknown-dialect", "[1]"), ("unknown-dialect", "name;cost\n"),
    ("unknown-dialect", #"{"a":1}"#), ("unknown-dialect", "{}"),
    ("unknown-dialect", #"<feed xmlns="http://www.w3.org/2005/Atom"/>"#),
    ("unknown-dialect", "<response></response>"), ("unknown-dialect", "%PDF-1.7 abc"),
    ("packed-file", "PK\u{3}\u{4}abcdef"), ("web-page", "<html><body/></html>"),
    ("unknown-root", "<catalogue/>"), ("unknown-namespace", "<fundingOpportunities/>"),
    ("unknown-version", #"<fundingOpportunities xmlns="urn:parapet:funding:1" version="9"/>"#),
    ("document-type-declared", "<!DOCTYPE rss><rss/>"),
    ("unknown-encoding", #"<?xml version="1.0" encoding="x-none"?><rss/>"#),
    ("malformed-xml", "<rss><channel>a & b</channel></rss>"), ("truncated-xml", "<rss><channel>"),
    ("malformed-json", #"{"results":[{}}"#), ("malformed-record", #"{"results":[1]}"#),
    ("malformed-json", "{1}"), ("malformed-json", #"{"a" 1}"#),
    ("truncated-json", #"{"results":[{"#),
    (
      "passed-over",
      #"{"results":[{"reference":"1","metadata":{"type":["0"],"identifier":["A"],"title":["T"]}}]}"#
    ),
    (
      "missing-identifier", "<rss><channel><item><title>x</title></item></channel></rss>"
    ),
    (
      "shared-link",
      "<rss><channel><item><title>a</title><link>https://a.eu/x</link></item>"
        + "<item><title>b</title><link>https://a.eu/x</link></item></channel></rss>"
    ),
  ]

  private static func findings(of bytes: [UInt8]) -> [Diagnostic] {
    let events = Reading.events(of: bytes)
    return events.remarks + events.rejected + events.broken
  }

  /// The findings that say the same in French as in English.
  private static func englishAlone(_ findings: [Diagnostic]) -> [String] {
    findings.filter { finding in
      finding.said.english == finding.said.french
        || finding.advice.map { $0.english == $0.french } == true
    }.map { "\($0.id): \($0.said.english)" }
  }
}
