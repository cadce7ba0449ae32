import ParapetModel

/// What the tables read on are told by.
struct CovenantContext {
  /// The words that they may use; where there are none, any is taken.
  var frame: SecurityFrame
  /// The country, by whose habits days are read.
  var country: Country?
  /// The currency of the city.
  var currency: Currency?
  /// The items that were read.
  var items: [Item]
  /// The items that were refused, so that their rows are not reported a second time.
  var refused: Set<String>

  /// The name of an item that a row is about; what no item has is reported.
  func item(_ cell: InputCell, in source: TextFile, _ findings: inout Findings) -> String? {
    if items.contains(where: { $0.id == cell.id }) { return cell.id }
    let ids = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
    if !refused.contains(cell.id) { findings.report(source.unknownItem(cell, ids: ids)) }
    return nil
  }
}

extension SecurityFrame.Term {
  /// Whether a text is the code or one of the names, whatever its capitals and accents.
  func isMeant(by text: String) -> Bool {
    let folded = FoldedName.folded(text)
    return folded == FoldedName.folded(code) || names.contains { FoldedName.folded($0.text) == folded }
  }
}

extension Findings {
  /// The code of a list that a cell names; of an empty list it is any.
  mutating func code(
    _ cell: InputCell, among terms: [SecurityFrame.Term], id: String, _ what: Message, in source: TextFile,
    field: String
  ) -> String? {
    if terms.isEmpty || terms.contains(where: { $0.code == cell.id }) { return cell.id }
    if let term = terms.first(where: { $0.isMeant(by: cell.id) }) { return term.code }
    report(source.unknownWord(cell, id: id, what, terms.map(\.code)), field: field)
    return nil
  }

  /// The value of a cell in ten-thousandths.
  mutating func value(_ cell: InputCell, in source: TextFile, field: String) -> Int64? {
    do throws(QuantityText.Fault) {
      return try QuantityText.read(cell).value
    } catch {
      report(error.diagnostic(cell, in: source), field: field)
      return nil
    }
  }
}

// MARK: Messages

extension TextFile {
  /// The finding about a row that lacks what makes it one.
  func incompleteRow(_ row: InputRow, id: String, needs: Message) -> Diagnostic {
    diagnostic(
      .error, id: id, line: row.line, column: 1,
      Message(
        en: "the line needs \(needs.english) and was not read",
        fr: "il faut à la ligne \(needs.french) ; elle n’a pas été lue"))
  }
}
