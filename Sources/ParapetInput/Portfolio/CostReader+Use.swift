import ParapetModel

/// How equipment is used: what depreciation needs beside the price.
extension CostReader {
  /// The months of a useful life or of an action that are believable: a hundred years.
  static let months = 1...1_200

  /// Reads useful life, months in the action and share of use; a bad cell costs its own fact.
  mutating func readUse(of row: CSVRecord, into line: inout CostLine) {
    let columns = ["useful_life", "months_in_action", "share_of_use"]
    let cells = columns.map { table.cell($0, of: row) }
    guard let first = cells.compactMap(\.self).first else { return }
    if let category = line.category, category != .equipment {
      report(table.source.useOfNoEquipment(first, category))
    }
    line.usefulLife = cells[0].flatMap { months($0, of: "useful life") }
    line.monthsInAction = cells[1].flatMap { months($0, of: "stay in the action") }
    line.shareOfUse = cells[2].flatMap { share($0) }
    if let life = line.usefulLife, let months = line.monthsInAction, months > life, let cell = cells[1] {
      report(table.source.longerThanLife(cell, life: life))
    }
  }

  private mutating func months(_ cell: CSVCell, of what: String) -> Int? {
    let isNumber = cell.text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isNumber, cell.text.utf8.count <= 4, let months = Int(cell.text), CostReader.months.contains(months) {
      return months
    }
    report(table.source.badMonths(cell, what))
    return nil
  }

  private mutating func share(_ cell: CSVCell) -> Rate? {
    if let share = Rate(percent: cell.text.replacing(",", with: ".")), share <= .whole { return share }
    report(table.source.badShareOfUse(cell))
    return nil
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func useOfNoEquipment(_ cell: CSVCell, _ category: CostCategory) -> Diagnostic {
    diagnostic(
      .warning, id: "use-of-no-equipment", line: cell.line, column: cell.column,
      "only equipment (C2) loses value with use; for a cost under \(category.rawValue) it changes nothing")
  }

  fileprivate func badMonths(_ cell: CSVCell, _ what: String) -> Diagnostic {
    diagnostic(
      .error, id: "bad-months", line: cell.line, column: cell.column,
      "'\(cell.text.prefix(80))' is not a \(what) of 1 to \(CostReader.months.upperBound) whole months")
  }

  fileprivate func badShareOfUse(_ cell: CSVCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-share", line: cell.line, column: cell.column,
      "'\(cell.text.prefix(80))' is not a share of use from 0 to 100 percent",
      suggestion: "write percent without the sign, such as 60")
  }

  fileprivate func longerThanLife(_ cell: CSVCell, life: Int) -> Diagnostic {
    diagnostic(
      .warning, id: "longer-than-life", line: cell.line, column: cell.column,
      "\(cell.text) months in the action are more than its useful life of \(life); it counts once in full at most"
    )
  }
}
