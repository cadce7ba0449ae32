public import ParapetModel

/// Reads a table of chances, `opportunity,percent`: how likely the city thinks that each application succeeds.
public enum ChanceReader {
  static let columns = ["opportunity", "percent"]

  /// Reads a file; a row that names nothing known or no percentage is left out and reported.
  public static func read(
    file: String, known: Set<String>
  ) throws(PortfolioError) -> (chances: [String: Rate], diagnostics: [Diagnostic]) {
    guard let bytes = try PortfolioReader.bytes(of: file, limit: PortfolioReader.largestTable) else {
      throw .missing(file: file)
    }
    return read(bytes, file: file, known: known)
  }

  static func read(
    _ bytes: [UInt8], file: String, known: Set<String>
  ) -> (chances: [String: Rate], diagnostics: [Diagnostic]) {
    let table = CSVReader(known: columns, required: columns).read(bytes, file: file)
    var diagnostics = table.diagnostics
    var chances: [String: Rate] = [:]
    for row in table.rows {
      guard let name = table.cell("opportunity", of: row), let cell = table.cell("percent", of: row) else {
        diagnostics.append(table.source.emptyChance(row))
        continue
      }
      let percent = cell.text.replacing(",", with: ".")
      guard let chance = Rate(percent: percent), chance <= .whole else {
        diagnostics.append(table.source.badChance(cell))
        continue
      }
      guard known.contains(name.text) else {
        diagnostics.append(table.source.unknownOpportunity(name, known: known))
        continue
      }
      if chances[name.text] != nil { diagnostics.append(table.source.secondChance(name)) }
      chances[name.text] = chance
    }
    return (chances, diagnostics)
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func emptyChance(_ row: CSVRecord) -> Diagnostic {
    diagnostic(
      .error, id: "missing-chance", line: row.line, column: 1,
      "the line names no opportunity or no percentage and is not counted")
  }

  fileprivate func badChance(_ cell: CSVCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-chance", line: cell.line, column: cell.column,
      "'\(cell.text.prefix(80))' is no percentage from 0 to 100; the line is not counted",
      suggestion: "write 35 for thirty-five per cent")
  }

  fileprivate func unknownOpportunity(_ cell: CSVCell, known: Set<String>) -> Diagnostic {
    diagnostic(
      .warning, id: "unknown-opportunity", line: cell.line, column: cell.column,
      "nothing on offer is called '\(cell.text.prefix(80))'",
      suggestion: Diagnostic.nearest(to: cell.text, among: known.sorted().prefix(500)).map {
        "did you mean '\($0)'?"
      })
  }

  fileprivate func secondChance(_ cell: CSVCell) -> Diagnostic {
    diagnostic(
      .warning, id: "second-chance", line: cell.line, column: cell.column,
      "'\(cell.text.prefix(80))' has a chance already; this one counts")
  }
}
