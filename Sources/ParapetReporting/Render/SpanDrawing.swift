import ParapetModel

/// What lasts from when to when, on a scale of years.
struct SpanDrawing {
  private let spans: Picture.Spans
  /// From the first day of a year to the last of another.
  private let years: ClosedRange<Int>
  private let first: Day
  private let last: Day

  private static let left = 190.0
  private static let right = 12.0
  private static let row = 30.0
  private static let top = 26.0
  /// A name of so many characters has room before the scale.
  private static let mostCharacters = 22

  init(_ spans: Picture.Spans) {
    self.spans = spans
    let days = spans.rows.flatMap { row in
      row.days.map(\.day) + (row.span.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let (from, until) = (days.min()?.components.year ?? 2000, days.max()?.components.year ?? 2000)
    years = from...until
    first = Day(year: from, month: 1, day: 1) ?? Day(number: 0)
    last = Day(year: until, month: 12, day: 31) ?? first.adding(days: 365)
  }

  private func x(_ day: Day) -> Double {
    let whole = max(1, Double(Int(last.number) - Int(first.number)))
    return SpanDrawing.left + (PictureRenderer.width - SpanDrawing.left - SpanDrawing.right)
      * Double(Int(day.number) - Int(first.number)) / whole
  }

  func draw() -> (height: Double, parts: String) {
    let bottom = SpanDrawing.top + SpanDrawing.row * Double(spans.rows.count)
    var parts = ""
    // So many years that their numbers would run into each other are written every second, fifth or tenth.
    let stride = [1, 2, 5, 10, 50, 100, 1_000].first { years.count / $0 <= 12 } ?? years.count
    for year in years where (year - years.lowerBound) % stride == 0 {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      parts += PictureRenderer.line((x(day), 8), (x(day), bottom), isGrid: true)
      parts += PictureRenderer.text(String(year), x: x(day) + 4, y: 18)
    }
    for (number, row) in spans.rows.enumerated() {
      let middle = SpanDrawing.top + SpanDrawing.row * (Double(number) + 0.5)
      parts += PictureRenderer.text(SpanDrawing.short(row.name), x: 0, y: middle + 4)
      if let span = row.span {
        let (from, until) = (x(span.lowerBound), x(span.upperBound))
        parts += PictureRenderer.rectangle(
          from, middle - 7, max(2, until - from), 14, fill: PictureRenderer.fills[0])
      }
      for day in row.days { parts += SpanDrawing.draw(day.mark, x(day.day), middle) }
    }
    return (bottom + 30, parts + legend(at: bottom + 20))
  }

  private static func short(_ name: String) -> String {
    name.count > mostCharacters ? name.prefix(mostCharacters - 1) + "…" : name
  }

  private static func draw(_ mark: Picture.Mark, _ x: Double, _ y: Double) -> String {
    let at = "\(PictureRenderer.number(x)) \(PictureRenderer.number(y))"
    let path: String
    let fill: String
    switch mark {
    case .diamond: (path, fill) = ("M\(at)m0 -9l9 9l-9 9l-9 -9z", PictureRenderer.fills[1])
    case .stroke: (path, fill) = ("M\(at)m-2 -12h4v24h-4z", PictureRenderer.fills[3])
    case .dot: (path, fill) = ("M\(at)m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", "#ffffff")
    }
    return "<path class=\"edge\" fill=\"\(fill)\" stroke=\"#1b1f24\" d=\"\(path)\"/>\n"
  }

  private func legend(at y: Double) -> String {
    let hasBar = spans.rows.contains { $0.span != nil }
    var parts = ""
    if hasBar {
      parts += PictureRenderer.rectangle(1, y - 10, 18, 11, fill: PictureRenderer.fills[0])
      parts += PictureRenderer.text(spans.bar, x: 26, y: y)
    }
    let entries = Picture.Mark.allCases.compactMap { mark in spans.marks[mark].map { (mark, $0) } }
    for (number, entry) in entries.enumerated() {
      let left = 180 * Double(number + (hasBar ? 1 : 0))
      parts += SpanDrawing.draw(entry.0, left + 9, y - 4) + PictureRenderer.text(entry.1, x: left + 26, y: y)
    }
    return parts
  }
}
