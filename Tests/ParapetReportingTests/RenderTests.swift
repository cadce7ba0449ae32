import Foundation
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

struct HTMLRendererTests {
  private func html(_ title: String, _ change: (inout Opportunity) -> Void = { _ in }) -> String {
    let call = Fixture.call("SAFE-2026") { call in
      call.titles = [LocalizedText(title, language: "en")]
      change(&call)
    }
    return HTMLRenderer(words: Fixture.words(.english)).render(
      Fixture.report(Fixture.shortlist(calls: [call])).report)
  }

  @Test(
    "a hostile title stays text",
    arguments: [
      "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
      "<\u{301}script>", "&lt;b&gt;", "' onmouseover='x",
    ])
  func hostile(_ title: String) {
    let page = html(title)
    for tag in ["<script", "<img", "<svg", "<\u{301}"] {
      #expect(!page.unicodeScalars.contains(tag.unicodeScalars), "\(tag)")
    }
    #expect(!page.contains("' onmouseover='"))
    #expect(!page.contains("\"><svg"))
  }

  @Test("a mark stands in the margin of every printed sheet, and ends neither its style nor its element")
  func mark() {
    var report = Report(title: "A")
    report.mark = "KEEP \"it\"</style><script>"
    let page = HTMLRenderer(words: Fixture.words(.english)).render(report)
    #expect(
      page.contains("@top-center { content: \"KEEP \\22 it\\22 \\3c /style\\3e \\3c script\\3e \"; "))
    #expect(!page.contains("</style><script") && !page.contains("<script"))
    // A box that is fixed covers the rows below it on the second sheet.
    #expect(!page.contains("position: fixed"))
  }

  @Test("an ampersand is escaped once")
  func ampersand() {
    #expect(html("A & B &amp; C").contains("A &amp; B &amp;amp; C"))
  }

  @Test(
    "only addresses of the web become links",
    arguments: [
      "javascript:alert(1)", "data:text/html,x", "http:x", " https://a.b", "https://a\nb", "//a.b", "HTTPS",
    ])
  func unsafeLinks(_ address: String) {
    #expect(!html("x") { $0.landingPage = address }.contains("href=\"\(address)"))
    #expect(!WebAddress.isSafe(address))
  }

  @Test("an address with quotes cannot leave its attribute")
  func quotedLink() {
    #expect(
      html("x") { $0.landingPage = "https://a.b/?q=\"onx=1" }.contains("href=\"https://a.b/?q=&quot;onx=1\""))
  }

  @Test("a page has its language, one title, one first heading and no script", arguments: Language.allCases)
  func structure(_ language: Language) {
    let page = HTMLRenderer(words: Fixture.words(language)).render(
      ShortlistReportTests.report(language).report)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    for tag in ["<title>", "<h1>", "<main "] { #expect(page.components(of: tag) == 1, "\(tag)") }
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("@import"))
    #expect(page.contains("<a class=\"skip\" href=\"#content\">"))
  }

  @Test("no level of heading is skipped on any page", arguments: Language.allCases)
  func headings(_ language: Language) throws {
    for (name, report) in try DocumentTests.reports(language) {
      let page = HTMLRenderer(words: Fixture.words(language)).render(report)
      var level = 0
      for match in page.matches(of: /<h([1-6])>/) {
        let next = try #require(Int(match.output.1))
        #expect(next <= level + 1, "\(name): h\(next) after h\(level)")
        level = next
      }
    }
  }

  @Test("every table has a caption, and every heading cell says what it heads")
  func tables() throws {
    for (name, report) in try DocumentTests.reports(.english) {
      let page = HTMLRenderer(words: Fixture.words(.english)).render(report)
      #expect(page.components(of: "<table") == page.components(of: "<caption>"), "\(name)")
      #expect(
        page.components(of: "<th") == page.components(of: "scope=\"") + page.components(of: "<thead"),
        "\(name)")
    }
  }

  @Test("every opened element is closed")
  func balance() throws {
    for (name, report) in try DocumentTests.reports(.french) {
      let page = HTMLRenderer(words: Fixture.words(.french)).render(report)
      for tag in [
        "div", "table", "tr", "td", "th", "ul", "li", "details", "summary", "dl", "dt", "dd", "span", "a",
        "p",
      ] {
        let opened = page.components(of: "<\(tag)>") + page.components(of: "<\(tag) ")
        #expect(opened == page.components(of: "</\(tag)>"), "\(name): \(tag)")
      }
    }
  }

  @Test("text on its ground has a contrast of 4.5 to 1 at least, in light and in dark")
  func contrast() throws {
    for scheme in StyleSheet.text.split(separator: ":root {").dropFirst().prefix(2) {
      var colours: [String: Double] = [:]
      for match in scheme.prefix(while: { $0 != "}" }).matches(of: /--([a-z]+): #([0-9a-f]{6})/) {
        let value = try #require(Int(match.output.2, radix: 16))
        colours[String(match.output.1)] = Self.luminance(value)
      }
      for ground in ["ground", "panel"] {
        for ink in ["ink", "soft", "link", "met", "unmet", "undecided"] {
          let pair = [try #require(colours[ground]), try #require(colours[ink])].sorted()
          #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(ink) on \(ground)")
        }
      }
    }
  }

  private static func luminance(_ colour: Int) -> Double {
    func channel(_ shift: Int) -> Double {
      let value = Double((colour >> shift) & 0xFF) / 255
      guard value > 0.04045 else { return value / 12.92 }
      return pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }
}

struct TextRendererTests {
  private let words = Fixture.words(.english)

  @Test("wide, joined and combining characters take the columns that terminals give them")
  func width() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("漢字") == 4)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("👩‍👩‍👧") == 2)
    #expect(DisplayWidth.of("Αθήνα") == 5)
    #expect(DisplayWidth.of("ｅ") == 2)
    #expect(DisplayWidth.of("\u{200B}") == 0)
  }

  @Test("columns stay aligned below wide titles")
  func aligned() {
    var table = Table(caption: "", columns: [Table.Column("a", .prose), Table.Column("n", .figure)])
    table.append([.text("漢字漢字"), .number(1)])
    table.append([.text("ab"), .number(2)])
    let lines = TextRenderer(words: words).render(table).split(separator: "\n")
    #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
  }

  @Test("words are wrapped to the width, long ones cut, nothing lost", arguments: [1, 2, 7, 20, 200])
  func wrap(_ width: Int) {
    let text = "SAFE-2026-LONG/IDENTIFIER 漢字漢字 and plain words, é\u{301} too"
    let lines = Wrap.lines(text, width: width)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    if width > 1 { #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }) }
  }

  @Test("a no-break space never breaks a line")
  func noBreak() {
    // A word of two megabytes, of one column and of two a character, is one walk.
    for sign in ["x", "界", "é", "-"] {
      let lines = Wrap.lines(String(repeating: sign, count: 2_000_000), width: 80)
      #expect(lines.count == 2_000_000 * DisplayWidth.of(sign) / 80)
    }
    #expect(Wrap.lines("a 1\u{A0}234", width: 6) == ["a", "1\u{A0}234"])
  }

  @Test("a shortlist keeps to the width wherever its figures allow", arguments: [100, 120, 160])
  func fits(_ width: Int) {
    let text = TextRenderer(words: words, width: width).render(ShortlistReportTests.report(.english).report)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width })
  }

  @Test("a title cannot command the terminal nor forge a line")
  func controls() {
    let call = Fixture.call("SAFE-2026") {
      $0.titles = [LocalizedText("x\u{1B}[2J\n9. FAKE — eligible\u{202E}", language: "en")]
    }
    let text = TextRenderer(words: words).render(Fixture.report(Fixture.shortlist(calls: [call])).report)
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("9. FAKE") })
  }

  @Test("colour is off unless asked for, and takes no word away")
  func colour() throws {
    let report = ShortlistReportTests.report(.english).report
    let plain = TextRenderer(words: words).render(report)
    let coloured = TextRenderer(words: words, colour: true).render(report)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[32meligible\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }
}

struct VerdictTests {
  /// A city that says nothing of itself: whatever it is shown, nothing is decided.
  private static let silent: Shortlist = {
    var city = Fixture.city()
    city.facts = ApplicantFacts()
    return Fixture.shortlist(city: city)
  }()

  @Test("what is undecided is called so in every format", arguments: Language.allCases)
  func undecided(_ language: Language) {
    let words = Fixture.words(language)
    let report = Fixture.report(Self.silent, language)
    let eligible = words.word(Verdict.eligible)
    #expect(Self.silent.items[0].matches.allSatisfy { $0.verdict == .undecided })
    #expect(!report.json.contains("\"verdict\" : \"eligible\""))
    for row in report.table.rows { #expect(row[7] == .text("undecided")) }
    let html = HTMLRenderer(words: words).render(report.report)
    #expect(!html.contains(">\(eligible)<") && !html.contains("verdict eligible"))
    let text = TextRenderer(words: words, width: 1000).render(report.report)
    // What a cost may be is not what the city is.
    let cost = language == .english ? "eligible cost" : "coût éligible"
    for line in text.replacing(cost, with: "").split(separator: "\n") where line.contains(" \(eligible)") {
      #expect(line.hasPrefix("0 \(eligible)") || line.hasPrefix("0\u{A0}\(eligible)"), "\(line)")
    }
  }

  @Test("a weak rule that is not met reads as unverified, with its grade", arguments: Language.allCases)
  func unverified(_ language: Language) throws {
    let words = Fixture.words(language)
    let list = Fixture.shortlist(items: [Fixture.item { $0.partners = [] }])
    let match = try #require(list.items[0].matches.first { $0.offer.opportunity.identifier == "SAFE-2026" })
    #expect(match.verdict == .undecided)
    let text = TextRenderer(words: words, width: 1000, annex: true).render(
      Fixture.report(list, language).report)
    #expect(
      text.contains(
        language == .english ? "Unverified rule (our conclusion)" : "Règle non vérifiée (déduction"))
  }

  @Test("an ineligible match names every rule that excludes it and none other")
  func ineligible() throws {
    let list = Fixture.shortlist(
      city: Fixture.city {
        $0.facts.country = Country("DK")
        $0.facts.population = 9_000
      }, items: [Fixture.item { $0.partners = [] }])
    let report = Fixture.report(list)
    let why = report.table.rows.map { $0[18] }
    #expect(why.allSatisfy { $0 == .text("Not met: Territory and Population.") })
    #expect(report.table.rows.allSatisfy { $0[7] == .text("ineligible") })
  }

  @Test("an identifier that two records share gives way to their references")
  func identifiers() {
    let calls = ["1", "2"].map { reference in Fixture.call("TWIN") { $0.reference = reference } }
    let identifiers = Identifiers(among: calls + calls + [Fixture.call("ONE") { $0.reference = "3" }])
    #expect(calls.map { identifiers.shown($0) } == ["1", "2"])
    #expect(identifiers.shown(Fixture.call("ONE") { $0.reference = "3" }) == "ONE")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
