import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// What could not be read of a portfolio stands at the head of every document about it, and its figures are marked.
@Suite("What could not be read")
struct UnreadTests {
  private static func refused(_ item: String?, field: String?) -> Unread {
    Unread(
      Diagnostic(
        .error, id: "bad-amount", at: Diagnostic.Place(file: "valmont/items.csv", line: 7, column: 13),
        Message(en: "'12abc' is not an amount", fr: "« 12abc » n’est pas un montant"),
        suggestion: Message(en: "write digits", fr: "écrivez des chiffres")), item: item, field: field)
  }

  /// Every document about a portfolio.
  enum Page: String, CaseIterable {
    case shortlist, explain, sensitivity, plan, euGrant, council, lumpSum, interreg, lines, reasons

    func document(_ language: Language) throws -> any Document {
      switch self {
      case .shortlist: Fixture.report(Fixture.shortlist(), language)
      case .explain: DocumentTests.explain(language)
      case .sensitivity: DocumentTests.sensitivity(language)
      case .plan: try PlanReportTests.report(language)
      case .euGrant: try DocumentTests.budget(language, .euGrant)
      case .council: try DocumentTests.budget(language, .council)
      case .lumpSum: try DocumentTests.budget(language, .lumpSum)
      case .interreg: try DocumentTests.budget(language, .interreg)
      case .lines: try DocumentTests.budget(language, .lines)
      case .reasons: try DocumentTests.budget(language, .reasons)
      }
    }
  }

  private static func edition(_ gaps: [Unread]) -> Edition {
    var portfolio = Portfolio(city: Fixture.city(), items: [Fixture.item()])
    portfolio.unread = gaps
    return Fixture.edition.about([portfolio])
  }

  @Test(
    "every document has the box, the places and the marks, in every format and language",
    arguments: Page.allCases, Language.allCases)
  func everywhere(_ page: Page, _ language: Language) throws {
    let gaps = [UnreadTests.refused("quay", field: "cost"), UnreadTests.refused(nil, field: "nuts")]
    try Fixture.$edition.withValue(UnreadTests.edition(gaps)) {
      let document = try page.document(language)
      let words = Fixture.words(language)
      let isFrench = language == .french
      let said = isFrench ? "« 12abc » n’est pas un montant" : "'12abc' is not an amount"
      let text = document.text(by: TextRenderer(words: words, width: 200))
      let html = HTMLRenderer(words: words).render(document.whole(document.page, in: words))
      for shown in [text, html.replacing("&#39;", with: "'")].map({ $0.replacing("\u{A0}", with: " ") }) {
        #expect(
          shown.contains(
            isFrench ? "2 cellules ou lignes du portefeuille" : "2 cells or rows of the portfolio"))
        #expect(
          shown.contains(said) && shown.contains("valmont/items.csv")
            && shown.contains(isFrench ? "ligne 7" : "line 7"))
        #expect(shown.contains(isFrench ? "écrivez des chiffres" : "write digits"))
      }
      // Before the first figure.
      let box = try #require(text.firstRange(of: "12abc"))
      #expect(!text[..<box.lowerBound].contains("EUR"))
      if text.contains("EUR") { #expect(text.contains("\u{A0}*"), "a figure is marked") }
      #expect(document.json.contains("\"unread\" : [") && document.json.contains("\"id\" : \"bad-amount\""))
      #expect(document.json.contains(isFrench ? "n’est pas un montant" : "is not an amount"))
      #expect(document.json.contains("\"partial\" : [\n    \"quay\"\n  ]"))
      let csv = CSVWriter(.rfc4180).render(document.wholeTable).split(separator: "\r\n")
      #expect(csv.first?.hasSuffix(",partial") == true)
      #expect(csv.count > 1 && csv.dropFirst().allSatisfy { $0.hasSuffix(",yes") })
    }
  }

  @Test("where everything was read there is no box, no mark and no column", arguments: Page.allCases)
  func nowhere(_ page: Page) throws {
    try Fixture.$edition.withValue(UnreadTests.edition([])) {
      let document = try page.document(.english)
      #expect(!document.text(by: TextRenderer(words: Fixture.words(.english))).contains("could not be read"))
      #expect(document.json.contains("\"unread\" : [\n\n  ]"))
      #expect(document.wholeTable == document.table)
    }
  }

  @Test("a refusal of one item marks that item's rows and no other's")
  func rows() throws {
    var (quay, lamps) = (Fixture.item(), Fixture.item())
    quay.id = "quay"
    lamps.id = "lamps"
    var list = Fixture.shortlist(items: [quay, lamps])
    list.portfolio.unread = [UnreadTests.refused("lamps", field: "cost")]
    let report = ShortlistReport(
      [list], words: Fixture.words(.english), edition: Fixture.edition.about([list.portfolio]))
    let rows = CSVWriter(.rfc4180).render(report.wholeTable).split(separator: "\r\n").dropFirst()
    for row in rows { #expect(row.hasSuffix(",yes") == row.hasPrefix("valmont,lamps,"), "\(row)") }
    #expect(Set(rows.map { $0.hasSuffix(",yes") }) == [true, false])
  }

  @Test("what was refused is not told as unstated", arguments: Language.allCases)
  func notAFact(_ language: Language) {
    var list = Fixture.shortlist(items: [Fixture.item { $0.cost = nil }])
    let stated = language == .french ? "écrit, mais pas lu" : "written, but not read"
    #expect(!text(list, language).contains(stated))
    list.portfolio.unread = [UnreadTests.refused("quay", field: "cost")]
    #expect(text(list, language).contains(stated))
  }

  @Test(
    "an item whose measure is not known is asked about, and nobody says that nothing pays for it",
    arguments: Language.allCases)
  func measure(_ language: Language) {
    var item = Fixture.item { $0.measures = [] }
    item.suggestedMeasures = ["barriers", "lighting"]
    let list = Fixture.shortlist(items: [item], calls: [], everything: false)
    let page = text(list, language)
    #expect(page.contains(language == .french ? "De quelle mesure s’agit-il" : "Which measure is it"))
    #expect(page.contains(language == .french ? "Barrières (barriers) ou" : "Barriers (barriers) or"))
    #expect(!page.contains(Fixture.words(language).note(.nothingListed).prefix(40)))
    #expect(Fixture.report(list, language).json.contains("\"suggested\" : [\n            \"barriers\""))
  }

  private func text(_ list: Shortlist, _ language: Language) -> String {
    let report = ShortlistReport(
      [list], words: Fixture.words(language), edition: Fixture.edition.about([list.portfolio]))
    return report.text(by: TextRenderer(words: Fixture.words(language), width: 400))
  }

  @Test("of many refusals the page shows the first fifty, and JSON all")
  func many() {
    let gaps = (0..<60).map { _ in UnreadTests.refused("quay", field: nil) }
    Fixture.$edition.withValue(UnreadTests.edition(gaps)) {
      let report = Fixture.report(Fixture.shortlist())
      let text = report.text(by: TextRenderer(words: Fixture.words(.english)))
      #expect(text.contains("60 cells or rows") && text.contains("… and 10 more"))
      #expect(report.json.components(separatedBy: "bad-amount").count == 61)
    }
  }
}
