public import ParapetModel

/// Reads hidden.csv, `item,opportunity,because,by,on`: what the city has dismissed.
///
/// A line that does not say what is dismissed, why and by whom dismisses nothing. `*` stands for all items.
struct HiddenReader {
  static let columns = ["item", "opportunity", "because", "by", "on"]

  private var findings = Findings()

  /// Reads the rows of a table and gives them to a portfolio.
  static func read(_ source: InputSource, into portfolio: inout Portfolio?, _ diagnostics: inout [Diagnostic])
  {
    var reader = HiddenReader()
    let pairs = reader.pairs(source, country: portfolio?.city.facts.country, portfolio?.items.map(\.id) ?? [])
    portfolio?.hidden = pairs
    portfolio?.unread += reader.findings.unread
    diagnostics += reader.findings.all
  }

  private mutating func pairs(_ source: InputSource, country: Country?, _ items: [String]) -> [HiddenPair] {
    let table = source.table(
      CSVReader(known: HiddenReader.columns, required: ["item", "opportunity", "because"]))
    findings.take(table, itemColumn: "item")
    var pairs: [HiddenPair] = []
    for row in table.rows {
      guard let item = table.cell("item", of: row), let opportunity = table.cell("opportunity", of: row),
        let because = table.cell("because", of: row), let by = table.cell("by", of: row)
      else {
        findings.report(table.source.incompleteHiding(row))
        continue
      }
      guard item.text == "*" || items.contains(item.id) else {
        findings.report(
          table.source.unknownItem(item, ids: items.count <= CostReader.mostSuggestions ? items : []))
        continue
      }
      let day = table.cell("on", of: row).flatMap { cell in
        findings.day(
          cell, order: DayOrder.settled(by: CollectionOfOne(cell.text), in: country), edge: .first,
          in: table.source, field: "on")
      }
      pairs.append(
        HiddenPair(
          item: item.text == "*" ? nil : item.id, opportunity: opportunity.id,
          because: FormulaGuard.unguarded(because.text), by: FormulaGuard.unguarded(by.text), on: day))
    }
    return pairs
  }
}

/// Writes a line into hidden.csv.
public enum HiddenLine {
  /// The names of the columns, as the first line of a new file has them.
  public static let head = HiddenReader.columns.joined(separator: ",") + "\n"

  /// The line of a dismissal.
  public static func line(of pair: HiddenPair) -> String {
    [pair.item ?? "*", pair.opportunity, pair.because, pair.by, pair.on?.description ?? ""]
      .map(quoted).joined(separator: ",") + "\n"
  }

  /// A cell, guarded against being run by a spreadsheet, and in quotes where it needs them.
  private static func quoted(_ text: String) -> String {
    var text = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) { text = "'" + text }
    guard text.contains(where: { ",;\"".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func incompleteHiding(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-hiding", line: row.line, column: 1,
      Message(
        en: "the line needs an item, an opportunity, a reason and a name, and hides nothing",
        fr: "il faut à la ligne un projet, une opportunité, une raison et un nom ; elle ne masque rien"))
  }
}
