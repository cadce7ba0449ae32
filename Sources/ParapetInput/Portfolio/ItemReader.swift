import ParapetModel

/// Reads the table of items; a row without id or title is no item, any other bad cell costs its own fact.
struct ItemReader {
  /// What was found.
  private(set) var findings = Findings()
  /// Ids of rows that were refused, so that their cost lines are not reported a second time.
  private(set) var refusedIDs: Set<String> = []
  let city: City?
  let partnerIDs: Set<String>
  let measures: MeasureNames?
  private let currency: Currency?
  private(set) var table = InputTable(source: TextFile(file: "", utf8: []))
  private var rowsByID: [String: InputRow] = [:]
  private var order: DayOrder?
  private var searches = 0

  static let columns =
    [
      "id", "title", "description", "measures", "component", "site", "start", "end", "cost", "vat",
      "priority", "partners", "trl", "coordinator", "purposes", "split",
      "scenarios", "participants", "upkeep",
    ] + Fact.itemColumns.map(\.rawValue)
  /// What the cells `partners` and `purposes` hold where there are none: the city acts alone, the item is civil.
  static let none = "none"

  /// A reader; without a city partners are not checked, without a currency amounts are unknown.
  init(city: City?, currency: Currency?, measures: MeasureNames?) {
    self.city = city
    partnerIDs = Set(city?.partners.map(\.id) ?? [])
    self.currency = currency
    self.measures = measures
  }

  /// Reads the rows of a table.
  mutating func read(_ source: InputSource) -> [Item] {
    table = source.table(CSVReader(known: ItemReader.columns, required: ["id", "title"]))
    findings.take(table, itemColumn: "id")
    refusedIDs = Set(table.refused.compactMap { table.cell("id", of: $0)?.id })
    order = DayOrder.settled(by: table.texts(of: ["start", "end"]), in: city?.facts.country)
    var items: [Item] = []
    for row in table.rows {
      findings.item = nil
      guard var item = named(row) else { continue }
      if let first = rowsByID[item.id] {
        findings.report(table.source.duplicate(item.id, first: first.line, at: item.place))
        continue
      }
      rowsByID[item.id] = row
      findings.item = item.id
      readWords(of: row, into: &item)
      readDates(of: row, into: &item)
      readNumbers(of: row, into: &item)
      items.append(item)
    }
    findings.item = nil
    return items
  }

  /// Gives the cost lines to their items; where there are lines, their sum replaces the item's own cost.
  mutating func give(_ lines: [String: [CostLine]], to items: inout [Item], incomplete: Set<String>) {
    for index in items.indices {
      guard let own = lines[items[index].id], let first = own.first else { continue }
      items[index].lines = own
      let complete = !incomplete.contains(items[index].id)
      let sum = own.reduce(.zero(first.cost.currency)) { $0 + $1.cost }
      if let cost = items[index].cost, cost != sum, complete {
        findings.report(differs("cost", cost, sum, of: items[index]))
      }
      let knownVAT = own.compactMap(\.vat)
      let vat = knownVAT.reduce(.zero(first.cost.currency), +)
      if let stated = items[index].vat, complete, knownVAT.count < own.count || stated != vat {
        findings.report(differs("vat", stated, vat, of: items[index]))
      }
      items[index].cost = nil
      items[index].vat = nil
    }
  }

  private mutating func named(_ row: InputRow) -> Item? {
    let id = table.cell("id", of: row)
    let title = table.cell("title", of: row)
    guard let id, let title, id.kind != .fault, title.kind != .fault else {
      findings.item = id?.id
      findings.report(table.source.unnamed(row, lacks: id == nil ? "id" : "title"))
      if let id { refusedIDs.insert(id.id) }
      return nil
    }
    let place = Diagnostic.Place(
      file: table.source.file, line: id.line, column: id.column, sheet: table.source.sheet)
    return Item(id: id.id, title: FormulaGuard.unguarded(title.text), place: place)
  }

  private mutating func readWords(of row: InputRow, into item: inout Item) {
    let source = table.source
    item.text = FormulaGuard.unguarded(table.cell("description", of: row)?.text ?? "")
    item.site = table.cell("site", of: row).map { FormulaGuard.unguarded($0.text) }
    readMeasures(table.cell("measures", of: row), of: row, into: &item)
    if let cell = table.cell("component", of: row) {
      item.component = findings.word(
        cell, id: "unknown-component", Message(en: "component", fr: "volet"), in: source, field: "component")
    } else {
      let first = item.measures.first { measures?[$0] != nil }
      item.component = first.flatMap { measures?[$0]?.component }
    }
    if let cell = table.cell("split", of: row) {
      item.splitting =
        findings.word(
          cell, id: "unknown-split", Message(en: "way to split", fr: "découpage"), in: source, field: "split")
        ?? .whole
    }
    if let cell = table.cell("partners", of: row) { item.partners = readPartners(cell) }
    if let cell = table.cell("purposes", of: row) { item.purposes = readPurposes(cell) }
    item.scenarios = table.cell("scenarios", of: row)?.parts(in: source).map(\.id) ?? []
    for fact in Fact.itemColumns {
      if let cell = table.cell(fact.rawValue, of: row) { item[fact] = readFact(cell, fact) }
    }
    if let cell = table.cell("coordinator", of: row), let city {
      if cell.id == city.id || partnerIDs.contains(cell.id) {
        item.coordinator = cell.id
      } else {
        findings.report(source.unknownPartner(cell, of: city), field: "coordinator")
      }
    }
  }

  /// The measures of a cell; what it leaves open is asked about, with the measures that the item's words suggest.
  private mutating func readMeasures(_ cell: InputCell?, of row: InputRow, into item: inout Item) {
    for part in cell?.parts(in: table.source) ?? [] {
      for code in codes(of: part, item) where !item.measures.contains(code) { item.measures.append(code) }
    }
    guard let measures, item.measures.isEmpty else { return }
    searches += 1
    if searches <= MeasureNames.mostSearches {
      item.suggestedMeasures = measures.suggested(
        title: item.title, text: item.text + " " + (cell?.text ?? ""))
    }
    if cell == nil { findings.report(table.source.noMeasure(row, item, suggested: item.suggestedMeasures)) }
  }

  /// The codes that one text of the cell stands for: its own, or, where people wrote commas, those of its parts.
  private mutating func codes(of part: InputCell, _ item: Item) -> [String] {
    guard let measures else { return [part.text] }
    searches += 1
    let searching = searches <= MeasureNames.mostSearches
    let meaning = measures.meaning(of: part.text, searching: searching)
    if case .measure(let code, let isPlain) = meaning {
      if !isPlain { findings.report(table.source.readAs("'\(code)'", part, id: "measure-read")) }
      return [code]
    }
    let pieces = part.text.split { ",;/+&\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    let codes = pieces.compactMap { piece -> String? in
      if case .measure(let code, _) = measures.meaning(of: piece, searching: searching) { code } else { nil }
    }
    if pieces.count > 1, codes.count == pieces.count {
      findings.report(table.source.readAs("'\(codes.joined(separator: "|"))'", part, id: "measure-read"))
      return codes
    }
    var offered: [String] = []
    if case .several(let several) = meaning { offered = several }
    if offered.isEmpty, searching {
      offered = measures.suggested(title: part.text, text: item.title + " " + item.text)
    }
    findings.report(table.source.unknownMeasure(part, offered), field: "measures")
    return []
  }

  /// Unknown where no code of the cell is a partner: an empty list would say that the city acts alone.
  private mutating func readPartners(_ cell: InputCell) -> [String]? {
    let parts = cell.parts(in: table.source)
    if parts.map(\.text) == [ItemReader.none] { return [] }
    guard let city else { return nil }
    var partners: [String] = []
    for part in parts {
      if part.text == ItemReader.none {
        let meaning = Message(en: "the city acts alone", fr: "la ville agit seule")
        findings.report(
          table.source.noneAndSome(part, meaning, Message(en: "partners", fr: "partenaires")),
          field: "partners")
      } else if partnerIDs.contains(part.id) {
        partners.append(part.id)
      } else if part.id != city.id {
        findings.report(table.source.unknownPartner(part, of: city), field: "partners")
      }
    }
    return partners.isEmpty ? nil : partners
  }

  /// Unknown where a code is: what is misspelt may be the one that shuts the item out.
  private mutating func readPurposes(_ cell: InputCell) -> [SpecialPurpose]? {
    let parts = cell.parts(in: table.source)
    if parts.map(\.text) == [ItemReader.none] { return [] }
    var purposes: [SpecialPurpose] = []
    for part in parts {
      if part.text == ItemReader.none {
        let meaning = Message(
          en: "the item serves no special purpose", fr: "le projet ne sert aucune fin particulière")
        findings.report(
          table.source.noneAndSome(part, meaning, Message(en: "purposes", fr: "fins")), field: "purposes")
      } else if let purpose: SpecialPurpose = findings.word(
        part, id: "unknown-purpose", Message(en: "purpose", fr: "fin"), in: table.source, field: "purposes")
      {
        purposes.append(purpose)
      }
    }
    return purposes.count == parts.count ? purposes : nil
  }

  /// A fact by its declaration; unknown where a code of it is, since what is misspelt may be the one that decides.
  private mutating func readFact(_ cell: InputCell, _ fact: Fact) -> FactValue? {
    let (parts, form) = (cell.parts(in: table.source), fact.declaration.form)
    if let value = FactValue(parts.map(\.text).joined(separator: "|"), as: form) { return value }
    let (known, name) = (form.codes?.codes ?? [], fact.rawValue)
    for part in parts where !known.contains(part.text) {
      if part.text == FactValue.none {
        let meaning = Message(en: "there are none", fr: "il n’y en a pas")
        findings.report(table.source.noneAndSome(part, meaning, Message(alike: name)), field: name)
      } else {
        findings.report(
          table.source.unknownWord(part, id: "unknown-\(name)", Message(alike: name), known), field: name)
      }
    }
    return nil
  }

  private mutating func readDates(of row: InputRow, into item: inout Item) {
    let (startCell, endCell) = (table.cell("start", of: row), table.cell("end", of: row))
    item.start = startCell.flatMap {
      findings.day($0, order: order, edge: .first, in: table.source, field: "start")
    }
    item.end = endCell.flatMap {
      findings.day($0, order: order, edge: .last, in: table.source, field: "end")
    }
    if let start = item.start, let end = item.end, end < start, let endCell {
      findings.report(table.source.endBeforeStart(start, end, at: endCell), field: "end")
      (item.start, item.end) = (nil, nil)
    }
  }

  private mutating func readNumbers(of row: InputRow, into item: inout Item) {
    item.cost = amount("cost", of: row)
    item.vat = amount("vat", of: row)
    if let cell = table.cell("vat", of: row), let cost = item.cost, let vat = item.vat {
      findings.checkTax(vat, on: cost, cell, in: table.source)
    }
    item.priority = digit("priority", 1...5, of: row)
    item.technologyReadiness = digit("trl", 1...9, of: row)
    item.participants = participants(of: row)
    item.upkeep = amount("upkeep", of: row)
  }

  /// The most people that an item's events can have; the largest gatherings of all have a tenth of it.
  private static let mostParticipants = 100_000_000

  private mutating func participants(of row: InputRow) -> Int? {
    guard let cell = table.cell("participants", of: row) else { return nil }
    if cell.text.utf8.count <= 9, let number = Int(cell.text),
      (1...ItemReader.mostParticipants).contains(number)
    {
      return number
    }
    findings.report(table.source.badParticipants(cell), field: "participants")
    return nil
  }

  private mutating func amount(_ column: String, of row: InputRow) -> Money? {
    guard let cell = table.cell(column, of: row) else { return nil }
    let amount = findings.amount(cell, currency: currency ?? .euro, in: table.source, field: column)
    return currency == nil ? nil : amount
  }

  private mutating func digit(_ column: String, _ range: ClosedRange<Int>, of row: InputRow) -> Int? {
    guard let cell = table.cell(column, of: row) else { return nil }
    if cell.text.utf8.count == 1, let number = Int(cell.text), range.contains(number) { return number }
    findings.report(table.source.badDigit(cell, column, range), field: column)
    return nil
  }

  private func differs(_ column: String, _ stated: Money, _ sum: Money, of item: Item) -> Diagnostic {
    // The cell, where it can be found again, else the row.
    let cell = rowsByID[item.id].flatMap { table.cell(column, of: $0) }
    return table.source.differs(
      column, stated, sum, line: cell?.line ?? item.place.line, column: cell?.column ?? item.place.column)
  }
}

extension InputCell {
  /// The texts joined by `|`, each once and with its column.
  fileprivate func parts(in source: TextFile) -> [InputCell] {
    var parts: [InputCell] = []
    var seen: Set<String> = []
    var column = column
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let blanks = part.unicodeScalars.prefix { $0.properties.isWhitespace }.count
      let text = String(part).trimmed
      if !text.isEmpty, seen.insert(text).inserted {
        parts.append(InputCell(text: text, line: line, column: column + (source.sheet == nil ? blanks : 0)))
      }
      if source.sheet == nil { column += part.unicodeScalars.count + 1 }
    }
    return parts
  }
}
