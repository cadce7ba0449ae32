import ParapetModel

/// Reads support.csv, `item,source,kind,status,amount`: what else pays, or is asked to pay, for an item.
///
/// A line that does not say for which item, from whom, whose money and how far it is, is not counted; an amount that is
/// missing is unknown.
struct SupportReader {
  static let columns = ["item", "source", "kind", "status", "amount"]

  /// What was found.
  private(set) var findings = Findings()
  private let currency: Currency?

  init(currency: Currency?) { self.currency = currency }

  /// Reads the rows of a table and gives each item its support.
  mutating func read(_ source: InputSource, into items: inout [Item], refused: Set<String>) {
    let table = source.table(
      CSVReader(known: SupportReader.columns, required: ["item", "source", "kind", "status"]))
    findings.take(table, itemColumn: "item")
    let places = Dictionary(
      items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows {
      findings.item = nil
      guard let item = table.cell("item", of: row), let source = table.cell("source", of: row),
        let kind = table.cell("kind", of: row), let status = table.cell("status", of: row)
      else {
        findings.item = table.cell("item", of: row)?.id
        findings.report(table.source.incomplete(row))
        continue
      }
      guard let place = places[item.id] else {
        let ids = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
        if !refused.contains(item.id) { findings.report(table.source.unknownItem(item, ids: ids)) }
        continue
      }
      findings.item = item.id
      let whose: OtherSupport.Kind? = findings.word(
        kind, id: "unknown-kind", Message(en: "kind of support", fr: "type de soutien"), in: table.source,
        field: "kind")
      let state: OtherSupport.State? = findings.word(
        status, id: "unknown-status", Message(en: "status of support", fr: "état du soutien"),
        in: table.source,
        field: "status")
      guard let whose, let state else { continue }
      var money = table.cell("amount", of: row).flatMap {
        findings.amount($0, currency: currency ?? .euro, in: table.source, field: "amount")
      }
      if currency == nil { money = nil }
      items[place].support.append(
        OtherSupport(
          source: FormulaGuard.unguarded(source.text), kind: whose, state: state, amount: money))
    }
    findings.item = nil
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func incomplete(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-support", line: row.line, column: 1,
      Message(
        en: "the line needs an item, a source, a kind and a status, and is not counted",
        fr: "il faut à la ligne un projet, une source, un type et un état ; elle n’est pas comptée"))
  }
}
