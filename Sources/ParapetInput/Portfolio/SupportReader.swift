import ParapetModel

/// Reads support.csv, `item,source,kind,status,amount`: what else pays, or is asked to pay, for an item.
///
/// A line that does not say for which item, from whom, whose money and how far it is, is not counted; an amount that is
/// missing is unknown.
struct SupportReader {
  static let columns = ["item", "source", "kind", "status", "amount"]

  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  private let currency: Currency?

  init(currency: Currency?) { self.currency = currency }

  /// Reads the bytes of the file and gives each item its support.
  mutating func read(_ raw: [UInt8], file: String, into items: inout [Item], refused: Set<String>) {
    let table = CSVReader(known: SupportReader.columns, required: ["item", "source", "kind", "status"])
      .read(raw, file: file)
    diagnostics = table.diagnostics
    let places = Dictionary(
      items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows {
      guard let item = table.cell("item", of: row), let source = table.cell("source", of: row),
        let kind = table.cell("kind", of: row), let status = table.cell("status", of: row)
      else {
        diagnostics.append(table.source.incomplete(row))
        continue
      }
      guard let place = places[item.text] else {
        let ids = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
        if !refused.contains(item.text) { diagnostics.append(table.source.unknownItem(item, ids: ids)) }
        continue
      }
      guard let whose = OtherSupport.Kind(rawValue: kind.text) else {
        diagnostics.append(
          table.source.unknownWord(
            kind.text, id: "unknown-kind", "kind of support", OtherSupport.Kind.allCases.map(\.rawValue),
            line: kind.line, column: kind.column))
        continue
      }
      guard let state = OtherSupport.State(rawValue: status.text) else {
        diagnostics.append(
          table.source.unknownWord(
            status.text, id: "unknown-status", "status of support",
            OtherSupport.State.allCases.map(\.rawValue), line: status.line, column: status.column))
        continue
      }
      var money: Money?
      if let cell = table.cell("amount", of: row) { money = amount(cell, in: table.source) }
      items[place].support.append(
        OtherSupport(
          source: FormulaGuard.unguarded(source.text), kind: whose, state: state, amount: money))
    }
  }

  private mutating func amount(_ cell: CSVCell, in source: TextFile) -> Money? {
    do throws(AmountFault) {
      let money = try AmountFault.amount(of: cell.text, currency: currency ?? .euro)
      return currency == nil ? nil : money
    } catch {
      diagnostics.append(error.diagnostic(cell.text, in: source, line: cell.line, column: cell.column))
      return nil
    }
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func incomplete(_ row: CSVRecord) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-support", line: row.line, column: 1,
      "the line needs an item, a source, a kind and a status, and is not counted")
  }

  fileprivate func unknownItem(_ cell: CSVCell, ids: [String]) -> Diagnostic {
    diagnostic(
      .error, id: "unknown-item", line: cell.line, column: cell.column,
      "items.csv has no item '\(cell.text.prefix(80))'; the line is not counted",
      suggestion: Diagnostic.nearest(to: cell.text, among: ids).map { "did you mean '\($0)'?" })
  }
}
