import ParapetModel

/// Reads items.csv; a row without id or title is no item, any other bad cell costs its own fact.
struct ItemReader {
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// Ids of rows that were refused, so that their cost lines are not reported a second time.
  private(set) var refusedIDs: Set<String> = []
  private let city: City?
  private let partnerIDs: Set<String>
  private let currency: Currency?
  private let measures: [String: Measure]?
  private let measureCodes: [String]
  private var table: CSVTable
  private var rowsByID: [String: CSVRecord] = [:]

  static let columns =
    [
      "id", "title", "description", "measures", "component", "site", "start", "end", "cost", "vat",
      "priority",
      "partners", "trl", "coordinator", "purposes", "split",
    ] + Fact.itemColumns.map(\.rawValue)
  /// What the cells `partners` and `purposes` hold where there are none: the city acts alone, the item is civil.
  static let none = "none"

  /// A reader; without a city partners are not checked, without a currency amounts are unknown.
  init(file: String, city: City?, currency: Currency?, measures: MeasureCatalogue?) {
    self.city = city
    partnerIDs = Set(city?.partners.map(\.id) ?? [])
    self.currency = currency
    self.measures = measures.map { catalogue in
      Dictionary(catalogue.measures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
    measureCodes = measures?.measures.map(\.code) ?? []
    table = CSVTable(source: TextFile(file: file, utf8: []))
  }

  /// Reads the bytes of the file.
  mutating func read(_ raw: [UInt8]) -> [Item] {
    table = CSVReader(known: ItemReader.columns, required: ["id", "title"]).read(raw, file: table.source.file)
    diagnostics = table.diagnostics
    refusedIDs = Set(table.refused.compactMap { table.cell("id", of: $0)?.text })
    var items: [Item] = []
    for row in table.rows {
      guard var item = named(row) else { continue }
      if let first = rowsByID[item.id] {
        diagnostics.append(table.source.duplicate(item.id, first: first.line, at: item.place))
        continue
      }
      rowsByID[item.id] = row
      readWords(of: row, into: &item)
      readDates(of: row, into: &item)
      readNumbers(of: row, into: &item)
      items.append(item)
    }
    return items
  }

  /// Gives the lines of costs.csv to their items; where there are lines, their sum replaces the item's own cost.
  mutating func give(_ lines: [String: [CostLine]], to items: inout [Item], incomplete: Set<String>) {
    for index in items.indices {
      guard let own = lines[items[index].id], let first = own.first else { continue }
      items[index].lines = own
      let complete = !incomplete.contains(items[index].id)
      let sum = own.reduce(.zero(first.cost.currency)) { $0 + $1.cost }
      if let cost = items[index].cost, cost != sum, complete {
        diagnostics.append(differs("cost", cost, sum, of: items[index]))
      }
      let knownVAT = own.compactMap(\.vat)
      let vat = knownVAT.reduce(.zero(first.cost.currency), +)
      if let stated = items[index].vat, complete, knownVAT.count < own.count || stated != vat {
        diagnostics.append(differs("vat", stated, vat, of: items[index]))
      }
      items[index].cost = nil
      items[index].vat = nil
    }
  }

  private mutating func named(_ row: CSVRecord) -> Item? {
    let id = table.cell("id", of: row)
    let title = table.cell("title", of: row)
    guard let id, let title else {
      diagnostics.append(table.source.unnamed(row, lacks: id == nil ? "id" : "title"))
      if let id { refusedIDs.insert(id.text) }
      return nil
    }
    let place = Diagnostic.Place(file: table.source.file, line: id.line, column: id.column)
    return Item(id: id.text, title: title.text, place: place)
  }

  private mutating func readWords(of row: CSVRecord, into item: inout Item) {
    item.text = table.cell("description", of: row)?.text ?? ""
    item.site = table.cell("site", of: row)?.text
    if let cell = table.cell("measures", of: row) { item.measures = readMeasures(cell) }
    if let cell = table.cell("component", of: row) {
      item.component = Item.Component(rawValue: cell.text)
      if item.component == nil {
        let words = Item.Component.allCases.map(\.rawValue)
        report(
          table.source.unknownWord(
            cell.text, id: "unknown-component", "component", words, line: cell.line, column: cell.column))
      }
    } else {
      let first = item.measures.first { measures?[$0] != nil }
      item.component = first.flatMap { measures?[$0]?.component }
    }
    if let cell = table.cell("split", of: row) {
      item.splitting = Item.Splitting(rawValue: cell.text) ?? .whole
      if Item.Splitting(rawValue: cell.text) == nil {
        report(
          table.source.unknownWord(
            cell.text, id: "unknown-split", "way to split", Item.Splitting.allCases.map(\.rawValue),
            line: cell.line, column: cell.column))
      }
    }
    if let cell = table.cell("partners", of: row) { item.partners = readPartners(cell) }
    if let cell = table.cell("purposes", of: row) { item.purposes = readPurposes(cell) }
    for fact in Fact.itemColumns {
      if let cell = table.cell(fact.rawValue, of: row) { item[fact] = readFact(cell, fact) }
    }
    if let cell = table.cell("coordinator", of: row), let city {
      if cell.text == city.id || partnerIDs.contains(cell.text) {
        item.coordinator = cell.text
      } else {
        report(table.source.unknownPartner(cell.text, of: city, line: cell.line, column: cell.column))
      }
    }
  }

  private mutating func readMeasures(_ cell: CSVCell) -> [String] {
    var codes: [String] = []
    for (code, column) in cell.codes {
      if let measures, measures[code] == nil {
        report(
          table.source.unknownWord(
            code, id: "unknown-measure", "measure", measureCodes, line: cell.line, column: column))
      } else {
        codes.append(code)
      }
    }
    return codes
  }

  /// Unknown where no code of the cell is a partner: an empty list would say that the city acts alone.
  private mutating func readPartners(_ cell: CSVCell) -> [String]? {
    let codes = cell.codes
    if codes.map(\.code) == [ItemReader.none] { return [] }
    guard let city else { return nil }
    var partners: [String] = []
    for (code, column) in codes {
      if code == ItemReader.none {
        report(table.source.noneAndSome("the city acts alone", "partners", cell.line, column))
      } else if partnerIDs.contains(code) {
        partners.append(code)
      } else if code != city.id {
        report(table.source.unknownPartner(code, of: city, line: cell.line, column: column))
      }
    }
    return partners.isEmpty ? nil : partners
  }

  /// Unknown where a code is: what is misspelt may be the one that shuts the item out.
  private mutating func readPurposes(_ cell: CSVCell) -> [SpecialPurpose]? {
    let codes = cell.codes
    if codes.map(\.code) == [ItemReader.none] { return [] }
    var purposes: [SpecialPurpose] = []
    for (code, column) in codes {
      if code == ItemReader.none {
        report(table.source.noneAndSome("the item serves no special purpose", "purposes", cell.line, column))
      } else if let purpose = SpecialPurpose(rawValue: code) {
        purposes.append(purpose)
      } else {
        report(
          table.source.unknownWord(
            code, id: "unknown-purpose", "purpose", SpecialPurpose.allCases.map(\.rawValue), line: cell.line,
            column: column))
      }
    }
    return purposes.count == codes.count ? purposes : nil
  }

  /// A fact by its declaration; unknown where a code of it is, since what is misspelt may be the one that decides.
  private mutating func readFact(_ cell: CSVCell, _ fact: Fact) -> FactValue? {
    guard let value = FactValue(cell.codes.map(\.code).joined(separator: "|"), as: fact.declaration.form)
    else {
      let known = fact.declaration.form.codes?.codes ?? []
      for (code, column) in cell.codes where !known.contains(code) {
        if code == FactValue.none {
          report(table.source.noneAndSome("there are none", fact.rawValue, cell.line, column))
        } else {
          report(
            table.source.unknownWord(
              code, id: "unknown-\(fact.rawValue)", fact.rawValue, known, line: cell.line, column: column))
        }
      }
      return nil
    }
    return value
  }

  private mutating func readDates(of row: CSVRecord, into item: inout Item) {
    item.start = day("start", of: row)
    item.end = day("end", of: row)
    if let start = item.start, let end = item.end, end < start, let cell = table.cell("end", of: row) {
      report(table.source.endBeforeStart(start, end, line: cell.line, column: cell.column))
      (item.start, item.end) = (nil, nil)
    }
  }

  private mutating func day(_ column: String, of row: CSVRecord) -> Day? {
    guard let cell = table.cell(column, of: row) else { return nil }
    if let day = Day(cell.text) { return day }
    report(table.source.badDay(cell.text, line: cell.line, column: cell.column))
    return nil
  }

  private mutating func readNumbers(of row: CSVRecord, into item: inout Item) {
    item.cost = amount("cost", of: row)
    item.vat = amount("vat", of: row)
    item.priority = digit("priority", 1...5, of: row)
    item.technologyReadiness = digit("trl", 1...9, of: row)
  }

  private mutating func amount(_ column: String, of row: CSVRecord) -> Money? {
    guard let cell = table.cell(column, of: row) else { return nil }
    do throws(AmountFault) {
      let amount = try AmountFault.amount(of: cell.text, currency: currency ?? .euro)
      return currency == nil ? nil : amount
    } catch {
      report(error.diagnostic(cell.text, in: table.source, line: cell.line, column: cell.column))
      return nil
    }
  }

  private mutating func digit(_ column: String, _ range: ClosedRange<Int>, of row: CSVRecord) -> Int? {
    guard let cell = table.cell(column, of: row) else { return nil }
    if cell.text.utf8.count == 1, let number = Int(cell.text), range.contains(number) { return number }
    report(table.source.badDigit(cell, column, range))
    return nil
  }

  private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private func differs(_ column: String, _ stated: Money, _ sum: Money, of item: Item) -> Diagnostic {
    // The cell, where it can be found again, else the row.
    let cell = rowsByID[item.id].flatMap { table.cell(column, of: $0) }
    return table.source.differs(
      column, stated, sum, line: cell?.line ?? item.place.line, column: cell?.column ?? item.place.column)
  }
}

extension CSVCell {
  /// The codes joined by `|`, each once and with its column.
  fileprivate var codes: [(code: String, column: Int)] {
    var codes: [(code: String, column: Int)] = []
    var seen: Set<String> = []
    var column = column
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let blanks = part.unicodeScalars.prefix { $0.properties.isWhitespace }.count
      let code = String(part).trimmed
      if !code.isEmpty, seen.insert(code).inserted { codes.append((code, column + blanks)) }
      column += part.unicodeScalars.count + 1
    }
    return codes
  }
}

// MARK: Messages

extension TextFile {
  func unknownPartner(_ code: String, of city: City, line: Int, column: Int) -> Diagnostic {
    // A long list would be compared with every misspelt code of a large file.
    let codes = city.partners.prefix(100).map(\.id)
    let nearest = Diagnostic.nearest(to: code, among: codes)
    return diagnostic(
      .error, id: "unknown-partner", line: line, column: column, "unknown partner '\(code.prefix(80))'",
      suggestion: nearest.map { "did you mean '\($0)'?" }
        ?? (codes.isEmpty
          ? "city.yaml lists no partners"
          : "city.yaml lists " + codes.prefix(8).joined(separator: ", ")
            + (codes.count > 8 ? " and more" : "")))
  }

  fileprivate func noneAndSome(_ meaning: String, _ what: String, _ line: Int, _ column: Int) -> Diagnostic {
    diagnostic(
      .error, id: "none-and-some", line: line, column: column,
      "'none' says that \(meaning), and \(what) stand beside it",
      suggestion: "write 'none' or the \(what), not both")
  }

  fileprivate func unnamed(_ row: CSVRecord, lacks column: String) -> Diagnostic {
    diagnostic(
      .error, id: "missing-\(column)", line: row.line, column: 1,
      "the row has no \(column) and was not read")
  }

  fileprivate func duplicate(_ id: String, first: Int, at place: Diagnostic.Place) -> Diagnostic {
    diagnostic(
      .error, id: "duplicate-id", line: place.line, column: place.column,
      "the id '\(id.prefix(80))' is taken by line \(first); this row was not read")
  }

  fileprivate func endBeforeStart(_ start: Day, _ end: Day, line: Int, column: Int) -> Diagnostic {
    diagnostic(
      .error, id: "end-before-start", line: line, column: column,
      "the work ends on \(end), before it starts on \(start); both days are taken as unknown")
  }

  fileprivate func badDigit(_ cell: CSVCell, _ column: String, _ range: ClosedRange<Int>) -> Diagnostic {
    diagnostic(
      .error, id: "bad-\(column)", line: cell.line, column: cell.column,
      "'\(cell.text.prefix(80))' is not a number from \(range.lowerBound) to \(range.upperBound)")
  }

  fileprivate func differs(_ name: String, _ stated: Money, _ sum: Money, line: Int?, column: Int?)
    -> Diagnostic
  {
    diagnostic(
      .warning, id: "\(name)-differs", line: line, column: column,
      "\(name) is \(stated.decimal) here and \(sum.decimal) in the lines of costs.csv, which count",
      suggestion: "leave the cell empty, or correct the lines")
  }
}
