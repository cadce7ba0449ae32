import Testing

@testable import ParapetFeeds

@Suite("Plain text")
struct PlainTextTests {
  @Test("text without markup stays as it is")
  func plain() {
    #expect(PlainText.from(html: "Safer squares, 2027") == "Safer squares, 2027")
  }

  @Test("paragraphs and breaks become lines, inline tags nothing")
  func blocks() {
    #expect(
      PlainText.from(html: "<p class=\"a\">One <b>two</b>&nbsp;three</p><p> </p><p>four<br/>five</p>")
        == "One two three\nfour\nfive")
  }

  @Test("quirk 15: list items start with a hyphen, also with a paragraph inside or an unusual attribute")
  func items() {
    #expect(
      PlainText.from(html: "Scope:<ul level=\"0\"><li>a</li><li><p>b</p></li><li></li></ul>after")
        == "Scope:\n- a\n- b\nafter")
  }

  @Test("cells of a row are words of their own")
  func cells() {
    #expect(PlainText.from(html: "<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>") == "a b\nc")
  }

  @Test("quirk 15: an unbound prefix of a word processor leaves nothing")
  func unboundPrefix() {
    #expect(PlainText.from(html: "a<o:p></o:p> b<o:p>&nbsp;</o:p>") == "a b")
  }

  @Test("content of script and style is dropped in any case, also where it never ends")
  func scripts() {
    #expect(PlainText.from(html: "a<SCRIPT>if (x < y) {}</Script>b<style>p { } <p>") == "ab")
  }

  @Test("comments, conditional comments and instructions are dropped")
  func comments() {
    #expect(PlainText.from(html: "a<!-- <p>x --> b<!--[if mso]>y<![endif]--><?xml:z x/>c") == "a bc")
  }

  @Test("a comment that never ends does not swallow the rest")
  func openComment() {
    #expect(PlainText.from(html: "a <!-- b") == "a b")
  }

  @Test("quirk 15: named, decimal and hexadecimal entities are decoded once")
  func entities() {
    #expect(
      PlainText.from(html: "caf&eacute; &amp;lt; &#8364;&#x20AC; &alpha;&Omega; &ldquo;x&rdquo; &THORN;")
        == "café &lt; €€ αΩ “x” Þ")
  }

  @Test("an entity for a sign of markup is text")
  func escapedSign() {
    #expect(PlainText.from(html: "&lt;p&gt;this") == "<p>this")
  }

  @Test("quirk 15: text whose markup is escaped is decoded once before, where the caller says so")
  func doubleEscaped() {
    #expect(PlainText.from(html: "&lt;p&gt;a &amp;amp; b&lt;/p&gt;", isEscaped: true) == "a & b")
  }

  @Test(
    "what is no entity stays",
    arguments: [
      "AT&T", "a & b", "?a=1&copy=2", "&unknown;", "&;", "&#;", "&#x;", "&#-5;", "&#99999999999;", "&",
    ])
  func noEntity(text: String) {
    #expect(PlainText.from(html: text) == text)
  }

  @Test("numbers that are no character become the replacement character")
  func badNumbers() {
    #expect(PlainText.from(html: "&#0;&#xD800;&#1114112;") == "\u{fffd}\u{fffd}\u{fffd}")
  }

  @Test("numbers of Windows-1252 are read as browsers do")
  func oldNumbers() {
    #expect(PlainText.from(html: "&#146;&#150;") == "’–")
  }

  @Test("a lone sign is text")
  func loneSign() {
    #expect(PlainText.from(html: "a < b <5 > c <") == "a < b <5 > c <")
  }

  @Test("a tag that never ends swallows nothing of the next")
  func brokenTag() {
    #expect(PlainText.from(html: "a<p class=\"x<b>b</b><a href=\"y>c</a> d<p") == "a\nbc d")
  }

  @Test("a sign of markup inside a quoted attribute does not end the tag")
  func quotedAttribute() {
    #expect(PlainText.from(html: "<a title=\"x > y\" rel='>'>z</a>") == "z")
  }

  @Test("soft hyphens, zero-width spaces and controls are dropped, so that words are found")
  func invisible() {
    #expect(PlainText.from(html: "se&shy;cu\u{200b}ri\u{1}ty\u{feff}") == "security")
  }

  @Test("letters outside ASCII and unusual spaces survive folding")
  func unicode() {
    #expect(PlainText.from(html: "Ασφάλεια\u{2009}\u{a0}\n🏙️ Łódź") == "Ασφάλεια 🏙️ Łódź")
  }

  @Test(
    "hostile input is reduced in linear time",
    arguments: ["<!--", "<a \"", "<a '\"", "&", "<script", "<", "&amp", "<li>", "</", "<![CDATA["])
  func hostile(piece: String) {
    let start = ContinuousClock.now
    _ = PlainText.from(html: String(repeating: piece, count: 200_000))
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
