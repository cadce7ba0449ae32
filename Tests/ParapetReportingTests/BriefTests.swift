import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("The decision sheet of a city")
struct BriefTests {
  static func brief(items: [Item] = [Fixture.item()]) -> Brief {
    var shortlist = Fixture.shortlist()
    shortlist.portfolio.items = items
    let list = shortlist.items[0]
    shortlist.items = items.map { item in
      var copy = list
      copy.item = item
      return copy
    }
    return Brief(shortlist)
  }

  static func report(_ language: Language, items: [Item] = [Fixture.item()]) -> BriefReport {
    BriefReport(brief(items: items), words: Fixture.words(language), edition: Fixture.edition)
  }

  private static func text(_ report: BriefReport, width: Int = 100) -> String {
    report.text(by: TextRenderer(words: report.words, width: width))
  }

  @Test("it reads as it did", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let report = Self.report(language)
    try Golden.expect(Self.text(report), "brief-\(language.rawValue).txt")
    if language == .english {
      try Golden.expect(report.json, "brief-en.json")
      try Golden.expect(CSVWriter(.rfc4180).render(report.table), "brief.csv")
      try Golden.expect(HTMLRenderer(words: report.words).render(report.report), "brief-en.html")
    }
  }

  @Test(
    "a text has sixty lines at most, and no line is wider than the terminal", arguments: [1, 15, 40],
    [40, 100])
  func length(_ count: Int, _ width: Int) {
    let items = (1...count).map { number in
      Fixture.item {
        $0.id = "item-\(number)"
        $0.title = "Barriers \(number) " + String(repeating: "along the quay ", count: 12)
      }
    }
    for language in Language.allCases {
      let lines = Self.text(Self.report(language, items: items), width: width).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      #expect(lines.count <= 60)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      for label in [BriefLabel.decideThisMonth, .councilVotes, .notFunded] {
        #expect(lines.contains { $0.hasPrefix(Fixture.words(language).label(label).prefix(30)) })
      }
    }
  }

  @Test("what is beyond fifteen items is counted, and those of the highest priority are kept")
  func most() {
    let items = (1...20).map { number in
      Fixture.item {
        $0.id = "item-\(number)"
        $0.priority = number == 20 ? 1 : 3
      }
    }
    let report = Self.report(.english, items: items)
    #expect(report.brief.shown.map(\.item.id) == ["item-20"] + (1...14).map { "item-\($0)" })
    #expect(Self.text(report).contains("5 more items"))
    #expect(report.table.rows.count == 20)
  }

  @Test("own cash is parted among the years of the costs, to the cent")
  func years() {
    let item = Fixture.item { item in
      item.cost = nil
      item.lines = ([(2027, 100), (2028, 200), (2027, 1)] as [(Int, Int64)]).map { year, cost in
        var line = CostLine(quantity: CostLine.one, unitCost: Money(minorUnits: cost))
        line.year = year
        return line
      }
    }
    let row = Self.brief(items: [item]).rows[0]
    let own = row.best?.estimate?.own
    #expect(own != nil)
    #expect(row.ownYears.map(\.year) == [2027, 2028])
    #expect(row.ownYears.compactMap { $0.amount?.minorUnits }.reduce(0, +) == own?.minorUnits)
  }

  @Test("where no year of a cost is known, the years of the work are said")
  func yearsOfWork() {
    let row = Self.brief().rows[0]
    #expect(row.ownYears.map(\.year) == [2027, 2028])
    #expect(row.ownYears.allSatisfy { $0.amount == nil })
  }

  @Test("an item that nothing credible pays for is told with its reason, and is no row without a word")
  func unfunded() {
    var shortlist = Fixture.shortlist()
    shortlist.items[0].matches = []
    let report = BriefReport(Brief(shortlist), words: Fixture.words(.english), edition: Fixture.edition)
    #expect(report.brief.rows[0].best == nil)
    #expect(report.unfunded.count == 1 && report.unfunded[0].contains("nothing known pays for such a thing"))
    #expect(report.decisions == ["No deadline or question falls due."])
    #expect(report.votes == ["No own cash is needed for what can be priced."])
  }

  @Test(
    "a deadline under thirty days is marked, and one that comes with the next quarter is to be decided now")
  func deadlines() {
    let words = Fixture.words(.english)
    #expect(words.sentence(BriefSentence.daysLeft(29)) == "only 29 days left")
    #expect(words.sentence(BriefSentence.daysLeft(1)) == "only 1 day left")
    #expect(words.sentence(BriefSentence.daysLeft(30)) == "30 days left")
  }

  @Test("a deadline that presses is bold on a page and has a sign on a terminal, which has no bold letters")
  func pressing() throws {
    var brief = Self.brief()
    var best = try #require(brief.rows[0].best)
    var opportunity = best.offer.opportunity
    opportunity.deadlines = [Deadline(day: Fixture.day.adding(days: 16))]
    best.offer = InstrumentBook(instruments: [], calls: []).offer(opportunity)
    for (days, isMarked) in [(16, true), (92, false)] {
      opportunity.deadlines = [Deadline(day: Fixture.day.adding(days: days))]
      best.offer = InstrumentBook(instruments: [], calls: []).offer(opportunity)
      best.nextDeadline = opportunity.deadlines[0]
      brief.rows[0].best = best
      let report = BriefReport(brief, words: Fixture.words(.english), edition: Fixture.edition)
      let page = HTMLRenderer(words: report.words).render(report.report)
      #expect(
        page.contains("<strong>31\u{A0}March\u{A0}2026, only\u{A0}16\u{A0}days\u{A0}left</strong>")
          == isMarked)
      #expect(!page.contains("! 31") && !page.contains(", !"))
      #expect(Self.text(report).contains("! 31 March 2026, only 16 days left") == isMarked)
    }
  }

  @Test("the document for machines holds to its schema", arguments: Language.allCases)
  func schema(_ language: Language) throws {
    #expect(try SchemaCheck(schema: "brief").problems(in: Self.report(language).json) == [])
  }
}
