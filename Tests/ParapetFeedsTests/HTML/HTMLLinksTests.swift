import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Documents behind links")
struct HTMLLinksTests {
  @Test("a link to a document has its address, its type and its text")
  func document() {
    let html =
      #"<h4>Conditions</h4><p><a class="x" href="https://example.eu/a/call_fiche.pdf?v=1&amp;w=2"><b>Call</b> "#
      + #"document</a>, <A HREF='x'></A></p>"#
    #expect(
      documents(html) == [
        DocumentLink(
          url: "https://example.eu/a/call_fiche.pdf?v=1&w=2", format: "application/pdf",
          titles: [LocalizedText("Call document", language: "en")])
      ])
    #expect(
      documents(#"<A HREF = 'https://example.eu/form.DOCX'></a>"#).map(\.url) == [
        "https://example.eu/form.DOCX"
      ])
  }

  @Test(
    "pages, forms, other schemes and broken tags are no documents",
    arguments: [
      #"<a href="https://example.eu/page.html">x</a>"#, #"<a href="https://example.eu/">x</a>"#,
      #"<a href="ftp://example.eu/a.pdf">x</a>"#, #"<a href="javascript:a.pdf">x</a>"#,
      #"<a href="/a.pdf">x</a>"#,
      #"<abbr href="https://example.eu/a.pdf">x</abbr>"#, #"<a href=https://example.eu/a.pdf>x</a>"#,
      #"<a href="https://example.eu/a.pdf"#, #"<a"#, #"<a "#, "<", "https://example.eu/a.pdf",
    ])
  func others(html: String) {
    #expect(documents(html).isEmpty)
  }

  @Test("each document stands once, and no more than are kept")
  func bounded() {
    let link = { (number: Int) in "<a href=\"https://example.eu/\(number % 100).pdf\">x</a>" }
    #expect(documents((0..<1000).map(link).joined()).count == HTMLLinks.limit)
    #expect(documents(link(1) + link(1)).count == 1)
  }

  @Test("anchors that never end are left in linear time")
  func unended() {
    #expect(documents(String(repeating: "<a ", count: 500_000)).isEmpty)
    #expect(documents(String(repeating: "<a href=\"x\">", count: 200_000)).isEmpty)
  }

  private func documents(_ html: String) -> [DocumentLink] {
    HTMLLinks.documents(in: [html], language: "en")
  }
}
