import ParapetModel
import Testing

@testable import ParapetInput

@Suite("YAML that is broken or means harm")
struct YAMLHostileTests {
  @Test("anchors are refused before they can multiply")
  func bomb() {
    let bomb = "id: a\nx: ⟦&a [1,1]\ny: &b [*a,*a]\nz: [*b,*b]\n"
    let read = MarkedPortfolio(city: bomb)
    #expect(read.atMark?.id == "yaml-anchor" && read.portfolio == nil)
  }

  @Test("an ampersand between words is a text")
  func ampersand() {
    let read = MarkedPortfolio(city: "id: a\nname: Parks & Ways, R&D\ncurrency: EUR")
    #expect(read.ids.isEmpty && read.portfolio?.city.names.first?.text == "Parks & Ways, R&D")
  }

  @Test("an alias without an anchor is an error at its place")
  func alias() { #expect(MarkedPortfolio(city: "id: a\nname: ⟦*b").atMark?.id == "not-yaml") }

  @Test(
    "ten thousand levels are refused without a trap",
    arguments: ["[", "{", "{a: ", "- ", "? ", "[\"]\", ", "- [", "!!seq [", "[#]\n"])
  func depth(_ opening: String) {
    let read = MarkedPortfolio(city: "id: a\nx: \n  " + String(repeating: opening, count: 10_000))
    #expect(read.portfolio == nil && ["too-deep", "not-yaml"].contains(read.ids.first ?? ""))
  }

  @Test("ten thousand indentations are refused without a trap")
  func indentation() {
    let text = (0..<900).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(MarkedPortfolio(city: text).ids.first == "too-deep")
  }

  @Test("a long list of partners is not deep")
  func manyPartners() {
    let partners = (0..<200).map { "  - { id: p\($0), name: \"Part [\($0)]\" }" }.joined(separator: "\n")
    #expect(MarkedPortfolio(city: "id: a\ncurrency: EUR\npartners:\n" + partners).ids.isEmpty)
  }

  @Test("a key that stands twice is named")
  func doubledKey() {
    let read = MarkedPortfolio(city: "id: a\ncountry: FR\ncountry: IT\n")
    #expect(read.ids == ["doubled-key"])
    #expect(read.diagnostics.first?.message.contains("'country'") == true)
  }

  @Test("an indentation by tab is named as such")
  func tab() {
    let read = MarkedPortfolio(city: "id: a\npartners:\n⟦\t- { id: b }\n")
    #expect(read.atMark?.id == "tab-indentation")
  }

  @Test("a second document is refused where it begins")
  func documents() {
    let read = MarkedPortfolio(city: "id: a\n⟦---\nid: b\n")
    #expect(read.atMark?.id == "many-documents" && read.portfolio == nil)
  }

  @Test("control characters are refused at their place")
  func control() { #expect(MarkedPortfolio(city: "id: a\nname: b⟦\u{7}c").atMark?.id == "control-character") }

  @Test("bytes that are not UTF-8 are refused at their place")
  func notUTF8() {
    let read = PortfolioReader.read(city: Array("id: a\nname: ".utf8) + [0xC9], items: [], costs: nil)
    #expect(read.diagnostics.first?.id == "not-utf8")
    #expect(read.diagnostics.first?.place.line == 2 && read.diagnostics.first?.place.column == 7)
  }

  @Test("an empty file is a city without id", arguments: ["", "\n", "# nothing\n", "---\n"])
  func empty(_ text: String) {
    #expect(MarkedPortfolio(city: text).ids.first == "missing-id")
  }

  @Test("a list or a word is no city", arguments: ["- a\n- b", "rivemont", "[]"])
  func noMapping(_ text: String) { #expect(MarkedPortfolio(city: text).ids.first == "wrong-shape") }

  @Test("every truncation is read without a trap")
  func truncation() {
    let whole = Array(MarkedPortfolio.city.utf8)
    for length in 0..<whole.count {
      let read = PortfolioReader.read(city: Array(whole[..<length]), items: [], costs: nil)
      #expect(read.portfolio != nil || !read.diagnostics.isEmpty)
    }
  }
}
