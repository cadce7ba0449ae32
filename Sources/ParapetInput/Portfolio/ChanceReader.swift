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
      let percent = (cell.text.last == "%" ? String(cell.text.dropLast()).trimmed : cell.text)
        .replacing(",", with: ".")
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
  fileprivate func emptyChance(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "missing-chance", line: row.line, column: 1,
      Message(
        en: "the line names no opportunity or no percentage and is not counted",
        fr: "la ligne ne nomme pas d’opportunité ou pas de pourcentage, et n’est pas comptée"))
  }

  fileprivate func badChance(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "bad-chance", at: cell,
      Message(
        en: "'\(cell.quoted)' is no percentage from 0 to 100; the line is not counted",
        fr: "« \(cell.quoted) » n’est pas un pourcentage de 0 à 100 ; la ligne n’est pas comptée"),
      suggestion: Message(
        en: "write 35 for thirty-five per cent", fr: "écrivez 35 pour trente-cinq pour cent"))
  }

  fileprivate func unknownOpportunity(_ cell: InputCell, known: Set<String>) -> Diagnostic {
    diagnostic(
      .warning, id: "unknown-opportunity", at: cell,
      Message(
        en: "nothing on offer is called '\(cell.quoted)'",
        fr: "rien de ce qui est proposé ne s’appelle « \(cell.quoted) »"),
      suggestion: Diagnostic.nearest(to: cell.text, among: known.sorted().prefix(500)).map(Message.didYouMean)
    )
  }

  fileprivate func secondChance(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .warning, id: "second-chance", at: cell,
      Message(
        en: "'\(cell.quoted)' has a chance already; this one counts",
        fr: "« \(cell.quoted) » a déjà une chance ; celle-ci compte"))
  }
}
