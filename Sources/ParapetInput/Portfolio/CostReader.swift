import ParapetModel

/// Reads costs.csv; a line whose item, bearer or amount is not known is not counted, any other bad cell costs its fact.
struct CostReader {
  /// What was found.
  private(set) var findings = Findings()
  /// Items that lost a line here, so that their sum says nothing.
  private(set) var itemsWithLostLines: Set<String> = []
  private let city: City?
  private let partnerIDs: Set<String>
  private let currency: Currency?
  private let idsOfRefusedItems: Set<String>
  private(set) var table = InputTable(source: TextFile(file: "", utf8: []))

  static let columns = [
    "item", "work_package", "partner", "category", "description", "quantity", "unit", "unit_cost", "vat",
    "year", "useful_life", "months_in_action", "share_of_use",
  ]
  /// Above so many items none is suggested for a misspelt one.
  static let mostSuggestions = 500

  /// A reader; without a city partners are not checked, without a currency no line can be counted.
  init(city: City?, currency: Currency?, idsOfRefusedItems: Set<String>) {
    self.city = city
    partnerIDs = Set(city?.partners.map(\.id) ?? [])
    self.currency = currency
    self.idsOfRefusedItems = idsOfRefusedItems
  }

  /// Reads the rows of a table into lines by item.
  mutating func read(_ source: InputSource, items: [Item]) -> [String: [CostLine]] {
    table = source.table(CSVReader(known: CostReader.columns, required: ["item", "unit_cost"]))
    findings.take(table, itemColumn: "item")
    itemsWithLostLines = Set(table.refused.compactMap { table.cell("item", of: $0)?.id })
    if !table.rows.isEmpty, table.columns["year"] == nil { report(table.source.noYearColumn()) }
    let partnersByItem = Dictionary(
      items.map { ($0.id, $0.partners) }, uniquingKeysWith: { first, _ in first })
    // A suggestion for each line of a large file would compare every line with every item.
    let ids = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
    var lines: [String: [CostLine]] = [:]
    for row in table.rows {
      findings.item = nil
      guard let cell = table.cell("item", of: row) else {
        report(table.source.noItem(row))
        continue
      }
      guard let itemPartners = partnersByItem[cell.id] else {
        // The row of items.csv was refused and reported there.
        if !idsOfRefusedItems.contains(cell.id) { report(table.source.unknownItem(cell, ids: ids)) }
        continue
      }
      findings.item = cell.id
      if let line = line(row, item: cell.id, itemPartners: itemPartners) {
        lines[cell.id, default: []].append(line)
      } else {
        itemsWithLostLines.insert(cell.id)
      }
    }
    findings.item = nil
    return lines
  }

  private mutating func line(_ row: InputRow, item: String, itemPartners: [String]?) -> CostLine? {
    guard let price = price(row), let quantity = quantity(row) else { return nil }
    let bearer = bearer(row, itemPartners: itemPartners)
    guard bearer.known, let currency else { return nil }
    let (product, overflow) = price.minorUnits.multipliedReportingOverflow(by: quantity)
    guard !overflow, product / 10_000 <= Money.limit else {
      report(table.source.tooMuch(row, at: table.cell("unit_cost", of: row)))
      return nil
    }
    let place = Diagnostic.Place(
      file: table.source.file, line: row.line, column: 1, sheet: table.source.sheet)
    var line = CostLine(quantity: quantity, unitCost: price, place: place)
    line.partner = bearer.partner
    line.workPackage = text("work_package", of: row)
    line.text = text("description", of: row)
    line.unit = text("unit", of: row)
    line.category = category(row)
    line.year = year(row)
    if let cell = table.cell("vat", of: row) {
      line.vat = findings.amount(cell, currency: currency, in: table.source, field: "vat")
      if let vat = line.vat { findings.checkTax(vat, on: line.cost, cell, in: table.source) }
    }
    readUse(of: row, into: &line)
    return line
  }

  /// The words of a cell; the apostrophe that keeps a spreadsheet from running them is none of them.
  private func text(_ column: String, of row: InputRow) -> String {
    FormulaGuard.unguarded(table.cell(column, of: row)?.text ?? "")
  }

  private mutating func price(_ row: InputRow) -> Money? {
    guard let cell = table.cell("unit_cost", of: row) else {
      report(table.source.noPrice(row))
      return nil
    }
    return findings.amount(cell, currency: currency ?? .euro, in: table.source, field: "unit_cost")
  }

  /// The quantity in ten-thousandths: one where the cell is empty.
  private mutating func quantity(_ row: InputRow) -> Int64? {
    guard let cell = table.cell("quantity", of: row) else { return 10_000 }
    do throws(QuantityText.Fault) {
      let (value, isPlain) = try QuantityText.read(cell)
      if !isPlain { report(table.source.readAs(QuantityText.plain(value), cell, id: "quantity-read")) }
      return value
    } catch {
      report(error.diagnostic(cell, in: table.source), field: "quantity")
      return nil
    }
  }

  /// Who bears the cost; nobody is put in the place of a partner that is not known, least of all the city.
  private mutating func bearer(_ row: InputRow, itemPartners: [String]?) -> (known: Bool, partner: String?) {
    guard let cell = table.cell("partner", of: row), let city, cell.id != city.id else {
      return (true, nil)
    }
    guard partnerIDs.contains(cell.id) else {
      report(table.source.unknownPartner(cell, of: city), field: "partner")
      return (false, nil)
    }
    if let itemPartners, !itemPartners.contains(cell.id) { report(table.source.partnerNotInItem(cell)) }
    return (true, cell.id)
  }

  private mutating func category(_ row: InputRow) -> CostCategory? {
    guard let cell = table.cell("category", of: row) else { return nil }
    return findings.word(
      cell, id: "unknown-category", Message(en: "cost category", fr: "catégorie de coût"), in: table.source,
      field: "category")
  }

  private mutating func year(_ row: InputRow) -> Int? {
    guard let cell = table.cell("year", of: row) else {
      if table.columns["year"] != nil { report(table.source.noYear(row)) }
      return nil
    }
    if cell.text.utf8.count == 4, let year = Int(cell.text), CityReader.years.contains(year) { return year }
    report(table.source.badYear(cell), field: "year")
    return nil
  }

  mutating func report(_ diagnostic: Diagnostic, field: String? = nil) {
    findings.report(diagnostic, field: field)
  }
}
