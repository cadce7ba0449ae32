import ParapetModel

/// Reads progress.csv, `item,day,state,spent,granted,note`: how the items go on.
///
/// A state may only follow one that it can follow, and what is spent or granted in all does not become less; a line that
/// says otherwise is refused, and those before and after it count.
struct ProgressReader {
  static let columns = ["item", "day", "state", "spent", "granted", "note"]

  /// What was found.
  private(set) var findings = Findings()
  private let context: CovenantContext

  init(_ context: CovenantContext) { self.context = context }

  /// Reads the rows of a table, by item and day.
  mutating func read(_ source: InputSource) -> [ProgressEntry] {
    let table = source.table(CSVReader(known: ProgressReader.columns, required: ["item", "day", "state"]))
    findings.take(table, itemColumn: "item")
    let order = DayOrder.settled(by: table.texts(of: ["day"]), in: context.country)
    var read: [(entry: ProgressEntry, row: InputRow)] = []
    for row in table.rows {
      findings.item = nil
      if let entry = entry(of: row, in: table, order) { read.append((entry, row)) }
    }
    findings.item = nil
    let places = Dictionary(
      context.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    read.sort { left, right in
      let (one, two) = (places[left.entry.item] ?? 0, places[right.entry.item] ?? 0)
      return (one, left.entry.day.number, left.row.line) < (two, right.entry.day.number, right.row.line)
    }
    var kept: [ProgressEntry] = []
    for (entry, row) in read {
      findings.item = entry.item
      if let before = kept.last, before.item == entry.item {
        if let refusal = refusal(of: entry, after: before, row, in: table) {
          findings.report(refusal, field: "state")
          continue
        }
      }
      kept.append(entry)
    }
    findings.item = nil
    return kept
  }

  private mutating func entry(of row: InputRow, in table: InputTable, _ order: DayOrder?) -> ProgressEntry? {
    guard let itemCell = table.cell("item", of: row), let dayCell = table.cell("day", of: row),
      let stateCell = table.cell("state", of: row)
    else {
      findings.item = table.cell("item", of: row)?.id
      findings.report(
        table.source.incompleteRow(
          row, id: "incomplete-progress",
          needs: Message(en: "an item, a day and a state", fr: "un projet, un jour et un état")))
      return nil
    }
    guard let item = context.item(itemCell, in: table.source, &findings) else { return nil }
    findings.item = item
    let day = findings.day(dayCell, order: order, edge: .last, in: table.source, field: "day")
    let state = findings.code(
      stateCell, among: context.frame.states.map(\.term), id: "unknown-state",
      Message(en: "state", fr: "état"), in: table.source, field: "state")
    let spent = amount("spent", of: row, in: table)
    let granted = amount("granted", of: row, in: table)
    guard let day, let state else { return nil }
    var entry = ProgressEntry(item: item, day: day, state: state)
    (entry.spent, entry.granted) = (spent, granted)
    entry.note = table.cell("note", of: row).map { FormulaGuard.unguarded($0.text) }
    return entry
  }

  private mutating func amount(_ column: String, of row: InputRow, in table: InputTable) -> Money? {
    guard let cell = table.cell(column, of: row) else { return nil }
    let amount = findings.amount(
      cell, currency: context.currency ?? .euro, in: table.source, field: column)
    return context.currency == nil ? nil : amount
  }

  /// Why an entry cannot follow another of its item.
  private func refusal(
    of entry: ProgressEntry, after before: ProgressEntry, _ row: InputRow, in table: InputTable
  ) -> Diagnostic? {
    if entry.day == before.day {
      return table.source.doubledDay(entry, table.cell("day", of: row))
    }
    let state = context.frame.state(before.state)
    if let state, entry.state != before.state, !state.next.contains(entry.state) {
      return table.source.goesBack(entry, after: before, table.cell("state", of: row), state.next)
    }
    if let less = lessens(entry.spent, before.spent) {
      return table.source.lessens("spent", less, entry, table.cell("spent", of: row))
    }
    return nil
  }

  private func lessens(_ now: Money?, _ before: Money?) -> Money? {
    guard let now, let before, now.currency == before.currency, now.minorUnits < before.minorUnits else {
      return nil
    }
    return before
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func doubledDay(_ entry: ProgressEntry, _ cell: InputCell?) -> Diagnostic {
    diagnostic(
      .error, id: "doubled-day", line: cell?.line, column: cell?.column,
      Message(
        en: "'\(entry.item.prefix(80))' has a line of \(entry.day) already; this one was not read",
        fr: "« \(entry.item.prefix(80)) » a déjà une ligne du \(entry.day) ; celle-ci n’a pas été lue"))
  }

  fileprivate func goesBack(
    _ entry: ProgressEntry, after before: ProgressEntry, _ cell: InputCell?, _ next: [String]
  ) -> Diagnostic {
    let list = next.joined(separator: ", ")
    return diagnostic(
      .error, id: "state-goes-back", line: cell?.line, column: cell?.column,
      Message(
        en: "'\(entry.state)' cannot follow '\(before.state)' of \(before.day); the line was not read",
        fr:
          "« \(entry.state) » ne peut suivre « \(before.state) » du \(before.day) ; la ligne n’a pas été lue"),
      suggestion: next.isEmpty
        ? Message(en: "nothing follows '\(before.state)'", fr: "rien ne suit « \(before.state) »")
        : Message(en: "after it may come \(list)", fr: "peuvent suivre : \(list)"))
  }

  fileprivate func lessens(
    _ column: String, _ before: Money, _ entry: ProgressEntry, _ cell: InputCell?
  ) -> Diagnostic {
    diagnostic(
      .error, id: "\(column)-lessens", line: cell?.line, column: cell?.column,
      Message(
        en: "\(before.decimal) stood under '\(column)' before, and what is said in all cannot become less; "
          + "the line was not read",
        fr: "\(before.decimal) figurait avant sous « \(column) », et un total ne peut diminuer ; "
          + "la ligne n’a pas été lue"))
  }
}
