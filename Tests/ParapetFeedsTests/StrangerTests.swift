import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("What is no feed")
struct StrangerTests {
  @Test(
    "a web page is called one",
    arguments: [
      "<!DOCTYPE html>\n<html><head><title>503</title></head><body><p>x<br></body></html>",
      "<html><body><h1>Not found</h1></body></html>",
      "<!-- x --><!doctype HTML PUBLIC \"a\" \"b\"><HTML></HTML>",
      "<html><head><meta charset=utf-8></head></html>",
    ])
  func pages(text: String) {
    #expect(Reading.events(of: text).map(\.diagnosticID) == ["web-page"])
  }

  @Test("a document type in a feed is still refused")
  func documentType() {
    #expect(Reading.events(of: "<!DOCTYPE rss><rss/>").map(\.diagnosticID) == ["document-type-declared"])
  }

  @Test(
    "a compressed file is called so",
    arguments: [[0x1f, 0x8b, 8, 0], [0x50, 0x4b, 3, 4], [0x28, 0xb5, 0x2f, 0xfd]])
  func packed(bytes: [UInt8]) {
    let events = Reading.events(of: bytes + [UInt8](repeating: 7, count: 50))
    #expect(events.map(\.diagnosticID) == ["packed-file"])
  }

  @Test("an Atom feed and a PDF are named")
  func others() {
    #expect(
      Reading.events(of: #"<feed xmlns="http://www.w3.org/2005/Atom"/>"#).broken.first?.message.contains(
        "Atom") == true)
    #expect(Reading.events(of: "%PDF-1.7 abc").broken.first?.message.contains("PDF") == true)
  }

  @Test("a bare ampersand is named where it stands, with or without a reference behind it")
  func ampersands() {
    for rest in ["", "<item><guid>c &amp; d</guid></item>"] {
      let text =
        "<rss><channel>\n<item><guid>a</guid></item>\n<item><title>R&D</title><guid>b</guid></item>\n\(rest)</channel></rss>"
      let events = Reading.events(of: text)
      #expect(events.opportunities.map(\.identifier) == ["a"])
      #expect(events.broken.map(\.id) == ["malformed-xml"])
      #expect(events.broken.first?.message.contains("ampersand") == true)
      #expect(events.broken.first?.place == Diagnostic.Place(file: "feed", line: 3, column: 15))
      #expect(events.broken.first?.suggestion?.contains("were read") == false)
    }
  }

  @Test("the byte order mark of UTF-8 wins over the encoding that is declared")
  func mark() {
    let text =
      #"<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>Sécurité</title><guid>a</guid></item></channel></rss>"#
    let marked = Reading.events(of: [0xef, 0xbb, 0xbf] + Array(text.utf8))
    #expect(marked.opportunities.map { $0.titles.first?.text } == ["Sécurité"])
    let latin = Array(text.unicodeScalars.map { UInt8($0.value) })
    #expect(Reading.events(of: latin).opportunities.map { $0.titles.first?.text } == ["Sécurité"])
    #expect(Reading.events(of: [0xef, 0xbb, 0xbf] + latin).broken.map(\.id) == ["not-utf8"])
  }

  @Test("an opening behind the deadline is remarked, limits that contradict each other decide nothing")
  func doubts() {
    let dates = Reading.topic(#""startDate":["2030-02-16"],"deadlineDate":["2030-02-04"]"#)
    #expect(dates.remarks.map(\.id) == ["opening-after-deadline"])
    let budget = Reading.quoted(
      #"{"budgetTopicActionMap":{"1":[{"action":"ISF-2030-A - X","minContribution":5000,"maxContribution":4000}]}}"#
    )
    let limits = Reading.topic(#""budgetOverview":[\#(budget)]"#)
    #expect(limits.remarks.map(\.id) == ["contradictory-limits"])
    #expect(
      limits.opportunity?.funding.minimumGrant == nil && limits.opportunity?.funding.maximumGrant == nil)
    #expect(limits.opportunity?.notStated.contains("minAwardAmount") == false)
  }
}

@Suite("Relative addresses")
struct WebAddressTests {
  @Test(
    "an address belongs to the page that it stands on",
    arguments: [
      ("https://a.example/x", "https://a.example/x"), ("/y/z", "https://b.example/y/z"),
      ("y", "https://b.example/list/y"), ("../y", "https://b.example/y"),
      ("../../../y", "https://b.example/y"),
      ("./y?p=1", "https://b.example/list/y?p=1"), ("//c.example/y", "https://c.example/y"),
      ("?page=2", "https://b.example/list/page?page=2"), ("www.c.example/y", "https://www.c.example/y"),
      ("#top", nil), ("mailto:a@b.example", nil), ("javascript:alert(1)", nil), ("a b", nil), ("", nil),
    ] as [(String, String?)])
  func resolved(text: String, address: String?) {
    #expect(WebAddress.resolved(text, against: "https://b.example/list/page?x=1") == address)
  }

  @Test("without a page only whole addresses are any")
  func alone() {
    #expect(WebAddress.resolved("/y", against: nil) == nil)
    #expect(WebAddress.resolved("http://b.example/", against: nil) == "http://b.example/")
  }
}
