import ParapetMatching
import ParapetModel
import ParapetPlanning
import Testing

@testable import ParapetReporting

@Suite("Titles of other languages on a page")
struct ForeignTitlesTests {
  private static func titles(_ texts: String...) -> ForeignTitles {
    var titles = ForeignTitles()
    for text in texts { titles.add(text, "en") }
    return titles
  }

  private static func foreign(_ text: String, _ titles: ForeignTitles) -> [String] {
    titles.marked(text).compactMap { if case .foreign(let text, "en") = $0 { text } else { nil } }
  }

  @Test("are found in a sentence, at its ends, next to each other, and cut with a mark")
  func found() {
    let titles = Self.titles("Lamps on the quay", "Lamps on the quay, part two", "Guards")
    for (text, parts) in [
      ("Lamps on the quay", ["Lamps on the quay"]),
      ("avec Lamps on the quay, part two.", ["Lamps on the quay, part two"]),
      ("Lamps on the quay ; Lamps on the quay", ["Lamps on the quay", "Lamps on the quay"]),
      ("pour Lamps on the q… (1)", ["Lamps on the q"]), ("Lamps", []), ("é Lamps o", []), ("", []),
      ("Guards", ["Guards"]), ("les Guards", []),
    ] {
      #expect(Self.foreign(text, titles) == parts, "\(text)")
      #expect(Phrase(titles.marked(text)).plain(in: Fixture.words(.french)) == text)
    }
  }

  @Test(
    "have their language on every page that names them, and none where they are of the page's",
    arguments: Language.allCases)
  func marked(_ language: Language) throws {
    let words = Fixture.words(language)
    let plan = try PlanReportTests.report(language)
    let title = try #require(plan.plan.applications.first?.offer.opportunity.titles.first)
    let page = HTMLRenderer(words: words).render(plan.whole(plan.report, in: words))
    let isForeign = words.foreign(plan.plan.applications.map(\.offer.opportunity)) != ForeignTitles()
    #expect(page.contains("<span lang=\"\(title.language)\">") == isForeign)
    if language == .english { #expect(!isForeign) }
  }

  @Test("stay text, whatever they hold")
  func hostile() {
    var report = Report(title: "A", blocks: [.heading(level: 2, "a <b> & c <script>x</script>")])
    report.foreign = Self.titles("<b> & c <script>x</script>")
    let page = HTMLRenderer(words: Fixture.words(.french)).render(report)
    #expect(page.contains("a <span lang=\"en\">&lt;b&gt; &amp; c &lt;script&gt;x&lt;/script&gt;</span></h2>"))
    #expect(!page.contains("<script"))
  }
}
