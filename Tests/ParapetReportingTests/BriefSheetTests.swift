import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import ParapetWorkbooks
import Testing

@testable import ParapetReporting

@Suite("How much a decision sheet shows, on paper and in a workbook")
struct BriefSheetTests {
  private static let title =
    "Barriers, lamps and benches along the whole quay from the old bridge to the harbour"

  private static func items(_ count: Int) -> [Item] {
    (1...count).map { number in
      Fixture.item {
        $0.id = "item-\(number)"
        $0.title = "\(title), part \(number)"
      }
    }
  }

  private static func page(_ report: BriefReport) -> String {
    HTMLRenderer(words: report.words).render(report.report)
  }

  @Test("titles are whole where one page holds them, and cut where it does not", arguments: Language.allCases)
  func titles(_ language: Language) {
    #expect(Self.page(BriefTests.report(language, items: Self.items(3))).contains("\(Self.title), part 3"))
    let full = BriefTests.report(language, items: Self.items(15))
    #expect(full.room != .whole)
    #expect(!Self.page(full).contains("\(Self.title), part 15 (1)"))
  }

  @Test(
    "thirty items and refused cells leave rows and names out, and say how many", arguments: Language.allCases)
  func crowded(_ language: Language) {
    let words = Fixture.words(language)
    let report = BriefTests.report(language, items: Self.items(30))
    #expect(report.lines(in: report.room) < report.lines(in: .whole))
    let sections = report.sections(in: report.room)
    #expect(sections[1].lines.contains { $0.contains(words.sentence(BriefSentence.others(28))) })
    // Whoever reads by program has all.
    #expect(!report.votes.contains { $0.contains(words.sentence(BriefSentence.others(28))) })
    var narrow = BriefRoom.lines
    narrow.rows = 6
    #expect(report.overview(in: narrow).rows.count == 6)
  }

  @Test("titles give way before the step that names who must act")
  func order() {
    for (before, after) in zip(BriefRoom.steps, BriefRoom.steps.dropFirst()) {
      #expect(after.title <= before.title && after.action <= before.action && after.rows <= before.rows)
      if after.action < before.action { #expect(before.title == BriefRoom.lines.title) }
    }
  }

  @Test("own cash stands as a figure, and the table says its currency once")
  func figures() {
    let page = Self.page(BriefTests.report(.english))
    #expect(page.contains("<caption>Items (EUR)</caption>"))
    #expect(
      page.contains("<td role=\"cell\" class=\"figure\" data-head=\"Own cash\">185,185.19 (2027–2028)</td>"))
  }

  private static func sheet(_ document: any Document) throws -> [[Workbook.Value]] {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try WorkbookFile.write(document.workbook(in: Fixture.words(.english)), to: path)
    let sheets = try Workbook([UInt8](try Data(contentsOf: URL(filePath: path)))).sheets
    return try #require(sheets.first).rows.map(\.cells)
  }

  @Test("a workbook has money as numbers, dates as dates, years and days as numbers, and titles whole")
  func typed() throws {
    let rows = try Self.sheet(BriefTests.report(.english, items: Self.items(15)))
    let head = rows[0].map { cell in if case .text(let text) = cell { text } else { "" } }
    func cell(_ name: String) throws -> Workbook.Value {
      let place = try #require(head.firstIndex(of: name))
      return rows[15][place]
    }
    #expect(
      rows[1...].allSatisfy { row in
        if case .text(let text) = row[0] { text.hasPrefix(Self.title + ", part ") } else { false }
      })
    #expect(try cell("Own contribution") == .number("185185.19"))
    #expect(try cell("Grant from") == .number("1049382.7"))
    #expect(try cell("Grant to") == .number("1049382.7"))
    #expect(try cell("First year") == .number("2027"))
    #expect(try cell("Last year") == .number("2028"))
    #expect(try cell("Deadline") == .day("2026-06-15"))
    #expect(try cell("Days left") == .number("92"))
  }

  @Test("so have a shortlist and a list")
  func others() throws {
    let shortlist = try Self.sheet(Fixture.report(Fixture.shortlist()))
    #expect(shortlist[1].contains(.day("2026-06-15")) && shortlist[1].contains(.number("92")))
    let offers = InstrumentBook(instruments: [], calls: []).offers(
      [Fixture.call("SAFE-2026")], on: Fixture.day)
    let list = try Self.sheet(ListReport(offers, words: Fixture.words(.english), edition: Fixture.edition))
    #expect(list[1].contains(.day("2026-06-15")) && list[1].contains(.number("92")))
  }
}
