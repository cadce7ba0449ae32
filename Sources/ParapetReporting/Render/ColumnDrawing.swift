/// Bars by period above and below a line of nought.
struct ColumnDrawing {
  private let columns: Picture.Columns
  private let name: String
  private let words: any Sentences
  /// The least and the largest amount of the scale, and its step.
  private let least: Int64
  private let most: Int64
  private let step: Int64

  private static let left = 70.0
  private static let right = 10.0
  private static let top = 32.0
  private static let depth = 220.0
  /// The least width of a period in which an amount stands over its bar.
  private static let roomForAmount = 60.0
  /// About so many steps stand on the scale.
  private static let steps: Int64 = 5

  init(_ columns: Picture.Columns, name: String, words: any Sentences) {
    var columns = columns
    for series in columns.series.indices {
      columns.series[series].amounts = columns.series[series].amounts.map(ColumnDrawing.bounded)
    }
    columns.line = columns.line.map { Picture.Series($0.name, $0.amounts.map(ColumnDrawing.bounded)) }
    self.columns = columns
    self.name = name
    self.words = words
    var amounts = columns.line?.amounts ?? []
    for period in columns.periods.indices {
      let own = columns.series.map { $0.amounts[period] }
      amounts +=
        columns.isStacked ? [ColumnDrawing.sum(own, above: true), ColumnDrawing.sum(own, above: false)] : own
    }
    let (least, most) = (min(0, amounts.min() ?? 0), max(0, amounts.max() ?? 0))
    step = ColumnDrawing.step(for: max(1, most / ColumnDrawing.steps - least / ColumnDrawing.steps))
    self.least = least / step * step - (least % step == 0 ? 0 : step)
    self.most = max(step, most / step * step + (most % step == 0 ? 0 : step))
  }

  /// An amount that can be added to a few others; what is larger is no money of a city, and has the longest bar.
  private static func bounded(_ amount: Int64) -> Int64 {
    min(max(amount, -(Int64.max / 16)), Int64.max / 16)
  }

  /// A one, two or five with noughts that is at least a number, and at least a unit of a thousand.
  private static func step(for least: Int64) -> Int64 {
    var power: Int64 = 100_000
    while power < Int64.max / 20 {
      for factor: Int64 in [1, 2, 5] where power * factor >= least { return power * factor }
      power *= 10
    }
    return power
  }

  private static func sum(_ amounts: [Int64], above: Bool) -> Int64 {
    amounts.filter { ($0 > 0) == above }.reduce(0) { sum, amount in
      let (next, overflow) = sum.addingReportingOverflow(amount)
      return overflow ? sum : next
    }
  }

  private var slot: Double {
    (PictureRenderer.width - ColumnDrawing.left - ColumnDrawing.right) / Double(max(1, columns.periods.count))
  }

  private func y(_ amount: Int64) -> Double {
    ColumnDrawing.top + ColumnDrawing.depth * (Double(most) - Double(amount)) / (Double(most) - Double(least))
  }

  private func x(_ period: Int) -> Double { ColumnDrawing.left + slot * Double(period) }

  func draw() -> (height: Double, parts: String) {
    let bottom = ColumnDrawing.top + ColumnDrawing.depth
    let hasGroups = columns.periods.contains { $0.group != nil }
    var parts = patterns + scale
    for period in columns.periods.indices { parts += columns.isStacked ? stack(period) : beside(period) }
    parts += PictureRenderer.line(
      (ColumnDrawing.left, y(0)), (PictureRenderer.width - ColumnDrawing.right, y(0)), isGrid: false)
    if let line = columns.line { parts += draw(line) }
    for (number, period) in columns.periods.enumerated() {
      parts += PictureRenderer.text(period.name, x: x(number) + slot / 2, y: bottom + 18, anchor: "middle")
      if let group = period.group {
        parts += PictureRenderer.line((x(number), bottom), (x(number), bottom + 38), isGrid: true)
        parts += PictureRenderer.text(group, x: x(number) + 4, y: bottom + 36)
      }
    }
    let legend = legend(at: bottom + (hasGroups ? 60 : 44))
    return (legend.bottom, parts + legend.parts)
  }

  private var scale: String {
    var parts = PictureRenderer.text(columns.unit, x: 0, y: 12)
    var amount = least
    while amount <= most {
      parts += PictureRenderer.line(
        (ColumnDrawing.left, y(amount)), (PictureRenderer.width - ColumnDrawing.right, y(amount)),
        isGrid: true)
      parts += PictureRenderer.text(
        numeral(amount), x: ColumnDrawing.left - 6, y: y(amount) + 4, anchor: "end")
      amount += step
    }
    return parts
  }

  /// An amount on the scale, in thousands.
  private func numeral(_ amount: Int64) -> String {
    words.number(Int(amount / 100_000)).replacing("-", with: "\u{2212}")
  }

  private func stack(_ period: Int) -> String {
    var (above, below): (Int64, Int64) = (0, 0)
    var parts = ""
    for (number, series) in columns.series.enumerated() {
      let amount = series.amounts[period]
      let from = amount < 0 ? below : above
      let to = from.addingReportingOverflow(amount).partialValue
      if amount < 0 { below = to } else { above = to }
      parts += bar(from, to, x(period) + slot * 0.2, slot * 0.6, number)
    }
    // Over the bar stands its sum, which nobody has to read off the scale.
    if above > 0, slot >= ColumnDrawing.roomForAmount {
      parts += PictureRenderer.text(
        numeral(above), x: x(period) + slot / 2, y: y(above) - 5, anchor: "middle")
    }
    return parts
  }

  private func beside(_ period: Int) -> String {
    let width = slot * 0.7 / Double(max(1, columns.series.count))
    return columns.series.enumerated().map { number, series in
      bar(0, series.amounts[period], x(period) + slot * 0.15 + width * Double(number), width, number)
    }.joined()
  }

  private func bar(_ from: Int64, _ to: Int64, _ x: Double, _ width: Double, _ series: Int) -> String {
    guard from != to else { return "" }
    let (high, low) = (min(y(from), y(to)), max(y(from), y(to)))
    return PictureRenderer.rectangle(x, high, width, low - high, fill: fill(series))
  }

  private func draw(_ line: Picture.Series) -> String {
    let points = line.amounts.enumerated().map { (x($0.offset) + slot / 2, y($0.element)) }
    let path = points.enumerated().map { number, point in
      "\(number == 0 ? "M" : "L")\(PictureRenderer.number(point.0)) \(PictureRenderer.number(point.1))"
    }
    return
      "<path class=\"edge\" fill=\"none\" stroke=\"#1b1f24\" stroke-width=\"2.5\" stroke-dasharray=\"6 3\" "
      + "d=\"\(path.joined())\"/>\n"
  }

  /// Every second fill has a pattern.
  private func fill(_ series: Int) -> String {
    let number = series % PictureRenderer.fills.count
    return number % 2 == 1 ? "url(#\(name)-fill-\(number))" : PictureRenderer.fills[number]
  }

  private var patterns: String {
    let used = columns.series.indices.map { $0 % PictureRenderer.fills.count }.filter { $0 % 2 == 1 }
    guard !used.isEmpty else { return "" }
    let patterns = Set(used).sorted().map { number in
      let mark = number == 1 ? "M0 8L8 0" : "M3 4H5"
      return
        "<pattern id=\"\(name)-fill-\(number)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + "<rect width=\"8\" height=\"8\" fill=\"\(PictureRenderer.fills[number])\"/>"
        + "<path stroke=\"#1b1f24\" stroke-width=\"1.5\" d=\"\(mark)\"/></pattern>\n"
    }
    return "<defs>\n\(patterns.joined())</defs>\n"
  }

  private func legend(at y: Double) -> (bottom: Double, parts: String) {
    var parts = ""
    let entries = columns.series.map(\.name) + (columns.line.map { [$0.name] } ?? [])
    let perRow = 2
    let width = (PictureRenderer.width - ColumnDrawing.left) / Double(perRow)
    for (number, entry) in entries.enumerated() {
      let (row, place) = number.quotientAndRemainder(dividingBy: perRow)
      let (left, base) = (ColumnDrawing.left + width * Double(place), y + 20 * Double(row))
      parts +=
        number < columns.series.count
        ? PictureRenderer.rectangle(left, base - 10, 14, 11, fill: fill(number))
        : "<path class=\"edge\" stroke=\"#1b1f24\" stroke-width=\"2.5\" stroke-dasharray=\"6 3\" "
          + "d=\"M\(PictureRenderer.number(left)) \(PictureRenderer.number(base - 4))h16\"/>\n"
      parts += PictureRenderer.text(entry, x: left + 22, y: base)
    }
    return (y + 20 * Double((entries.count + perRow - 1) / perRow) - 8, parts)
  }
}
