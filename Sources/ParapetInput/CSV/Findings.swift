import ParapetModel

/// What was found in one file of a portfolio, in the order in which it was read, and what of it was refused.
struct Findings {
  /// Everything that was found.
  private(set) var all: [Diagnostic] = []
  /// What was refused.
  private(set) var unread: [Unread] = []
  /// The item whose row is being read, where it is known.
  var item: String?
  /// The key whose value is being read, where none is named.
  var field: String?

  /// Adds a finding; an error is a refusal, of the item being read and of a column where one is named.
  mutating func report(_ finding: Diagnostic, field: String? = nil) {
    all.append(finding)
    if finding.severity == .error { unread.append(Unread(finding, item: item, field: field ?? self.field)) }
  }

  /// Adds what was found while the table was cut into rows; a row that was refused belongs to the item it names.
  mutating func take(_ table: InputTable, itemColumn: String) {
    let items = Dictionary(
      table.refused.compactMap { row in table.cell(itemColumn, of: row).map { (row.line, $0.id) } },
      uniquingKeysWith: { first, _ in first })
    for finding in table.diagnostics {
      item = finding.place.line.flatMap { items[$0] }
      report(finding)
    }
    item = nil
  }
}

extension Findings {
  /// The same, of tables on which no figure of money rests.
  var apart: Findings {
    var findings = self
    for index in findings.unread.indices { findings.unread[index].isApart = true }
    return findings
  }
}

extension InputCell {
  /// The text as a name; the apostrophe that keeps a spreadsheet from running it is none of it.
  var id: String { FormulaGuard.unguarded(text) }
}
