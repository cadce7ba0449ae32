import ParapetModel

/// Reads costs.csv; a line whose item, bearer or amount is not known is not counted, any other bad cell costs its fact.
struct CostReader {
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// Items that lost a line here, so that their sum says nothing.
  private(set) var itemsWithLostLines: Set<String> = []
  private let city: City?
  private let partnerIDs: Set<String>
  private let currency: Currency?
  private let idsOfRefusedItems: Set<String>
  private(set) var table: CSVTable

  static let columns = [
    "item", "work_package", "partner", "category", "description", "quantity", "unit", "unit_cost", "vat",
    "year", "useful_life", "months_in_action", "share_of_use",
  ]
  /// The most of anything, in ten-thousandths.
  static let largestQuantity: Int64 = 10_000_000_000_000

  /// Above so many items none is suggested for a misspelt one.
  static let mostSuggestions = 500

  /// A reader; without a city partners are not checked, without a currency no line can be counted.
  init(file: String, city: City?, currency: Currency?, idsOfRefusedItems: Set<String>) {
    self.city = city
    partnerIDs = Set(city?.partners.map(\.id) ?? [])
    self.currency = currency
    self.idsOfRefusedItems = idsOfRefusedItems
    table = CSVTable(source: TextFile(file: file, utf8: []))
  }

  /// Reads the bytes of the file into lines by item.
  mutating func read(_ raw: [UInt8], items: [Item]) -> [String: [CostLine]] {
    table = CSVReader(known: CostReader.columns, required: ["item", "unit_cost"])
      .read(raw, file: table.source.file)
    diagnostics = table.diagnostics
    itemsWithLostLines = Set(table.refused.compactMap { table.cell("item", of: $0)?.text })
    if !table.rows.isEmpty, table.columns["year"] == nil { report(table.source.noYearColumn()) }
    let partnersByItem = Dictionary(
      items.map { ($0.id, $0.partners) }, uniquingKeysWith: { first, _ in first })
    // A suggestion for each line of a large file would compare every line with every item.
    let ids = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
    var lines: [String: [CostLine]] = [:]
    for row in table.rows {
      guard let cell = table.cell("item", of: row) else {
        report(table.source.noItem(row))
        continue
      }
      guard let itemPartners = partnersByItem[cell.text] else {
        // The row of items.csv was refused and reported there.
        if !idsOfRefusedItems.contains(cell.text) { report(table.source.unknownItem(cell, ids: ids)) }
        continue
      }
      if let line = line(row, item: cell.text, itemPartners: itemPartners) {
        lines[cell.text, default: []].append(line)
      } else {
        itemsWithLostLines.insert(cell.text)
      }
    }
    return lines
  }

  private mutating func line(_ row: CSVRecord, item: String, itemPartners: [String]?) -> CostLine? {
    guard let price = price(row), let quantity = quantity(row) else { return nil }
    let bearer = bearer(row, itemPartners: itemPartners)
    guard bearer.known, let currency else { return nil }
    let (product, overflow) = price.minorUnits.multipliedReportingOverflow(by: quantity)
    guard !overflow, product / 10_000 <= Money.limit else {
      report(table.source.tooMuch(row, at: table.cell("unit_cost", of: row)))
      return nil
    }
    let place = Diagnostic.Place(file: table.source.file, line: row.line, column: 1)
    var line = CostLine(quantity: quantity, unitCost: price, place: place)
    line.partner = bearer.partner
    line.workPackage = text("work_package", of: row)
    line.text = text("description", of: row)
    line.unit = text("unit", of: row)
    line.category = category(row)
    line.year = year(row)
    if let cell = table.cell("vat", of: row) { line.vat = amount(cell, currency: currency) }
    readUse(of: row, into: &line)
    return line
  }

  /// The words of a cell; the apostrophe that keeps a spreadsheet from running them is none of them.
  private func text(_ column: String, of row: CSVRecord) -> String {
    FormulaGuard.unguarded(table.cell(column, of: row)?.text ?? "")
  }

  private mutating func price(_ row: CSVRecord) -> Money? {
    guard let cell = table.cell("unit_cost", of: row) else {
      report(table.source.noPrice(row))
      return nil
    }
    return amount(cell, currency: currency ?? .euro)
  }

  private mutating func amount(_ cell: CSVCell, currency: Currency) -> Money? {
    do throws(AmountFault) {
      return try AmountFault.amount(of: cell.text, currency: currency)
    } catch {
      report(error.diagnostic(cell.text, in: table.source, line: cell.line, column: cell.column))
      return nil
    }
  }

  /// The quantity in ten-thousandths: one where the cell is empty.
  private mutating func quantity(_ row: CSVRecord) -> Int64? {
    guard let cell = table.cell("quantity", of: row) else { return 10_000 }
    if let quantity = CostReader.tenThousandths(cell.text) { return quantity }
    report(table.source.badQuantity(cell))
    return nil
  }

  static func tenThousandths(_ text: String) -> Int64? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard isNumber, parts.count <= 2, parts[0].utf8.count <= 10, let whole = Int64(parts[0]) else {
      return nil
    }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 4, let digits = Int64(parts[1]) else { return nil }
      fraction = digits * [10_000, 1_000, 100, 10, 1][parts[1].utf8.count]
    }
    let quantity = whole * 10_000 + fraction
    return quantity <= largestQuantity ? quantity : nil
  }

  /// Who bears the cost; nobody is put in the place of a partner that is not known, least of all the city.
  private mutating func bearer(_ row: CSVRecord, itemPartners: [String]?) -> (known: Bool, partner: String?) {
    guard let cell = table.cell("partner", of: row), let city, cell.text != city.id else {
      return (true, nil)
    }
    guard partnerIDs.contains(cell.text) else {
      report(table.source.unknownPartner(cell.text, of: city, line: cell.line, column: cell.column))
      return (false, nil)
    }
    if let itemPartners, !itemPartners.contains(cell.text) { report(table.source.partnerNotInItem(cell)) }
    return (true, cell.text)
  }

  private mutating func category(_ row: CSVRecord) -> CostCategory? {
    guard let cell = table.cell("category", of: row) else { return nil }
    if let category = CostCategory(rawValue: cell.text) { return category }
    report(
      table.source.unknownWord(
        cell.text, id: "unknown-category", "cost category", CostCategory.allCases.map(\.rawValue),
        line: cell.line, column: cell.column))
    return nil
  }

  private mutating func year(_ row: CSVRecord) -> Int? {
    guard let cell = table.cell("year", of: row) else {
      if table.columns["year"] != nil { report(table.source.noYear(row)) }
      return nil
    }
    if cell.text.utf8.count == 4, let year = Int(cell.text), CityReader.years.contains(year) { return year }
    report(table.source.badYear(cell))
    return nil
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

// MARK: Messages

extension TextFile {
  fileprivate func noItem(_ row: CSVRecord) -> Diagnostic {
    diagnostic(
      .error, id: "missing-item", line: row.line, column: 1, "the line names no item and is not counted")
  }

  fileprivate func unknownItem(_ cell: CSVCell, ids: [String]) -> Diagnostic {
    diagnostic(
      .error, id: "unknown-item", line: cell.line, column: cell.column,
      "items.csv has no item '\(cell.text.prefix(80))'; the line is not counted",
      suggestion: Diagnostic.nearest(to: cell.text, among: ids).map { "did you mean '\($0)'?" })
  }

  fileprivate func noPrice(_ row: CSVRecord) -> Diagnostic {
    diagnostic(
      .error, id: "missing-unit-cost", line: row.line, column: 1,
      "the line has no unit_cost and is not counted", suggestion: "write 0 where it costs nothing")
  }

  fileprivate func tooMuch(_ row: CSVRecord, at cell: CSVCell?) -> Diagnostic {
    diagnostic(
      .error, id: "bad-amount", line: cell?.line ?? row.line, column: cell?.column ?? 1,
      "quantity times unit_cost is above any amount we read; the line is not counted")
  }

  fileprivate func badQuantity(_ cell: CSVCell) -> Diagnostic {
    let negative = cell.text.hasPrefix("-")
    return diagnostic(
      .error, id: "bad-quantity", line: cell.line, column: cell.column,
      negative
        ? "'\(cell.text.prefix(80))' is below zero; the line is not counted"
        : "'\(cell.text.prefix(80))' is not a quantity; the line is not counted",
      suggestion: negative ? nil : "write digits with at most four decimals, such as 1.5")
  }

  fileprivate func partnerNotInItem(_ cell: CSVCell) -> Diagnostic {
    diagnostic(
      .warning, id: "partner-not-in-item", line: cell.line, column: cell.column,
      "'\(cell.text)' bears a cost here and is not among the item's partners in items.csv")
  }

  fileprivate func noYearColumn() -> Diagnostic {
    diagnostic(
      .warning, id: "no-year", line: 1, column: nil,
      "no line has a year, so own contributions cannot be placed in time", suggestion: "add a column 'year'")
  }

  fileprivate func noYear(_ row: CSVRecord) -> Diagnostic {
    diagnostic(
      .warning, id: "no-year", line: row.line, column: nil,
      "the line has no year, so its own contribution cannot be placed in time")
  }

  fileprivate func badYear(_ cell: CSVCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-year", line: cell.line, column: cell.column,
      "'\(cell.text.prefix(80))' is not a year from \(CityReader.years.lowerBound) to \(CityReader.years.upperBound)"
    )
  }
}
