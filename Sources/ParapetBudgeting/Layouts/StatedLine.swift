public import ParapetModel

/// A cost as a line of costs.csv, also where the portfolio states an item's total only.
public struct StatedLine: Hashable, Sendable {
  /// The item.
  public var item: String
  /// The cost; a total is one of itself.
  public var line: CostLine

  /// The costs of items, in their order; an item whose cost is unknown has none.
  public static func lines(of items: [Item]) -> [StatedLine] {
    items.flatMap { item -> [StatedLine] in
      guard item.lines.isEmpty else { return item.lines.map { StatedLine(item: item.id, line: $0) } }
      guard let cost = item.cost else { return [] }
      var line = CostLine(quantity: CostLine.one, unitCost: cost, place: item.place)
      line.text = item.title
      line.vat = item.vat
      line.year = item.onlyYear
      return [StatedLine(item: item.id, line: line)]
    }
  }
}
