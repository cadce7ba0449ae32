import Foundation
import ParapetModel
import ParapetPlanning
import Testing

@testable import ParapetReporting

/// The pictures of a plan's page: bars whose lengths are the figures, named and described, and nothing else.
@Suite("Pictures")
struct PictureTests {
  private static func svg(_ content: Picture.Content, title: String = "A finding") -> String {
    PictureRenderer(
      name: "p", picture: Picture(title: title, text: "What is seen", content: content),
      words: Fixture.words(.english)
    ).svg
  }

  private static func columns(
    _ series: [[Int64]], isStacked: Bool = true, line: [Int64]? = nil
  ) -> Picture.Content {
    .columns(
      Picture.Columns(
        periods: (0..<(series.first?.count ?? 0)).map { Picture.Period("\(2027 + $0)") },
        series: series.enumerated().map { Picture.Series("Payer \($0.offset)", $0.element) },
        isStacked: isStacked, line: line.map { Picture.Series("Bridged", $0) }, unit: "thousand EUR"))
  }

  /// The values of an attribute of all bars that are no sign of the legend.
  private static func bars(_ svg: String, _ attribute: String) -> [Double] {
    svg.split(separator: "\n").filter {
      $0.hasPrefix("<rect class") && !$0.contains("width=\"14\" height=\"11\"")
    }
    .compactMap { line in
      line.split(separator: " \(attribute)=\"").dropFirst().first?.prefix { $0 != "\"" }
    }.compactMap { Double($0) }
  }

  @Test("bars are as high as their amounts, one on the other")
  func heights() {
    let svg = PictureTests.svg(PictureTests.columns([[40_000_000, 10_000_000], [20_000_000, 0]]))
    let heights = PictureTests.bars(svg, "height")
    #expect(heights.count == 3, "an amount of nought has no bar")
    #expect(abs(heights[0] - heights[1] * 2) < 0.05 && abs(heights[0] - heights[2] * 4) < 0.05)
    let tops = PictureTests.bars(svg, "y")
    #expect(abs(tops[1] + heights[1] - tops[0]) < 0.05, "the second stands on the first")
  }

  @Test("what is below nought hangs from the line of nought")
  func negative() {
    let svg = PictureTests.svg(PictureTests.columns([[30_000_000], [-10_000_000]]))
    let (tops, heights) = (PictureTests.bars(svg, "y"), PictureTests.bars(svg, "height"))
    #expect(abs(tops[0] + heights[0] - tops[1]) < 0.05)
    #expect(svg.contains(">\u{2212}100<"), "the scale goes below nought")
  }

  @Test("amounts at the end of what can be counted, none at all, and none but noughts are drawn")
  func extremes() {
    for series in [[[Int64.max / 2], [Int64.max / 2]], [[0, 0]], [[Int64.min / 4, Int64.max / 4]], [[1]]] {
      let svg = PictureTests.svg(PictureTests.columns(series, line: series[0]))
      #expect(svg.count < 20_000)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
    #expect(PictureTests.svg(PictureTests.columns([])).contains("</svg>"))
  }

  @Test("a time line puts days in their order, also over eight thousand years")
  func spans() throws {
    for last in [2029, 9999] {
      let days = [(2026, 6), (2027, 1), (last, 12)].compactMap { Day(year: $0.0, month: $0.1, day: 1) }
      let row = Picture.Row(
        "EUI-IA-4", span: days[1]...days[2],
        days: [Picture.MarkedDay(.diamond, days[0]), Picture.MarkedDay(.dot, days[2])])
      let svg = PictureTests.svg(
        .spans(Picture.Spans(rows: [row], bar: "Work", marks: [.diamond: "Deadline", .dot: "Payment"])))
      #expect(svg.count < 10_000)
      let start = try #require(PictureTests.bars(svg, "x").first)
      let diamond = try #require(
        svg.split(separator: "d=\"M").dropFirst().first { $0.contains("l9 9") }?.split(separator: " ").first)
      #expect(try #require(Double(diamond)) < start)
    }
  }

  @Test("words of others stay words")
  func hostile() {
    let svg = PictureTests.svg(
      .spans(
        Picture.Spans(
          rows: [Picture.Row("<script>x</script>\"'&", span: nil, days: [])], bar: "</svg><img src=x>",
          marks: [:])),
      title: "</title><script>alert(1)</script>")
    #expect(!svg.contains("<script") && !svg.contains("<img"))
    #expect(svg.ranges(of: "</svg>").count == 1)
  }

  @Test(
    "the page of a plan has three, each named and described, with the table of its figures right below it",
    arguments: Language.allCases)
  func page(_ language: Language) throws {
    let words = Fixture.words(language)
    let report = try PlanReportTests.report(language)
    let page = HTMLRenderer(words: words).render(report.report)
    #expect(page == HTMLRenderer(words: words).render(report.report))
    #expect(page.ranges(of: "<svg ").count == 3)
    for number in 1...3 {
      #expect(page.contains("aria-labelledby=\"picture-\(number)-title picture-\(number)-text\""))
      #expect(page.ranges(of: "id=\"picture-\(number)-title\"").count == 1)
      #expect(page.ranges(of: "id=\"picture-\(number)-text\"").count == 1)
    }
    for figure in page.components(separatedBy: "</figure>").dropLast() {
      #expect(
        figure.contains("<title id=") && figure.contains("<desc id=") && figure.contains("<figcaption>"))
    }
    for rest in page.components(separatedBy: "</figure>\n").dropFirst() {
      #expect(rest.hasPrefix("<div class=\"scroll"), "a table stands beside it")
    }
    for word in ["<script", "href=\"http://www.w3.org", "xlink", "<image", "<use", "@import"] {
      #expect(!page.contains(word), "\(word)")
    }
    // Each year that the picture has is a row of its table.
    for year in report.plan.years.compactMap(\.year) { #expect(page.contains(">\(year)</th>")) }
  }

  @Test("what is drawn is what the table says: the bars of a year add up to what is spent in it")
  func figures() throws {
    let report = try PlanReportTests.report(.english)
    guard case .picture(let picture)? = report.whoPaysPicture.first,
      case .columns(let columns) = picture.content
    else {
      Issue.record("there is no picture")
      return
    }
    let years = report.plan.years.filter { $0.year != nil }
    #expect(columns.periods.count == years.count)
    for (number, year) in years.enumerated() {
      #expect(columns.series.reduce(0) { $0 + $1.amounts[number] } == year.spent.minorUnits)
    }
  }

  @Test("pages without pictures keep their style, and text leaves pictures out")
  func others() throws {
    let page = HTMLRenderer(words: Fixture.words(.english)).render(
      ShortlistReportTests.report(.english).report)
    #expect(!page.contains("figcaption"))
  }
}
