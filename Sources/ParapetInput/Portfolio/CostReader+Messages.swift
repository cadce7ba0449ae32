import ParapetModel

extension TextFile {
  func noItem(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "missing-item", line: row.line, column: 1,
      Message(
        en: "the line names no item and is not counted",
        fr: "la ligne ne nomme aucun projet et n’est pas comptée"))
  }

  /// The finding about a line of costs or support for an item that there is not.
  func unknownItem(_ cell: InputCell, ids: [String]) -> Diagnostic {
    diagnostic(
      .error, id: "unknown-item", at: cell,
      Message(
        en: "there is no item '\(cell.quoted)'; the line is not counted",
        fr: "il n’y a pas de projet « \(cell.quoted) » ; la ligne n’est pas comptée"),
      suggestion: Diagnostic.nearest(to: cell.text, among: ids).map(Message.didYouMean))
  }

  func noPrice(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "missing-unit-cost", line: row.line, column: 1,
      Message(
        en: "the line has no unit_cost and is not counted",
        fr: "la ligne n’a pas de unit_cost et n’est pas comptée"),
      suggestion: Message(en: "write 0 where it costs nothing", fr: "écrivez 0 si cela ne coûte rien"))
  }

  func tooMuch(_ row: InputRow, at cell: InputCell?) -> Diagnostic {
    diagnostic(
      .error, id: "bad-amount", line: cell?.line ?? row.line, column: cell?.column ?? 1,
      Message(
        en: "quantity times unit_cost is above any amount we read; the line is not counted",
        fr: "quantity fois unit_cost dépasse tout montant que nous lisons ; la ligne n’est pas comptée"))
  }

  func partnerNotInItem(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .warning, id: "partner-not-in-item", at: cell,
      Message(
        en: "'\(cell.quoted)' bears a cost here and is not among the item's partners",
        fr: "« \(cell.quoted) » supporte ici un coût et n’est pas parmi les partenaires du projet"))
  }

  func noYearColumn() -> Diagnostic {
    diagnostic(
      .warning, id: "no-year", line: 1, column: nil,
      Message(
        en: "no line has a year, so own contributions cannot be placed in time",
        fr: "aucune ligne n’a d’année : l’apport de la ville ne peut être placé dans le temps"),
      suggestion: Message(en: "add a column 'year'", fr: "ajoutez une colonne « year »"))
  }

  func noYear(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .warning, id: "no-year", line: row.line, column: nil,
      Message(
        en: "the line has no year, so its own contribution cannot be placed in time",
        fr: "la ligne n’a pas d’année : son apport ne peut être placé dans le temps"))
  }

  func badYear(_ cell: InputCell) -> Diagnostic {
    let years = CityReader.years
    let isShort = cell.text.utf8.count == 2 && Int(cell.text) != nil
    return diagnostic(
      .error, id: "bad-year", at: cell,
      Message(
        en: "'\(cell.quoted)' is not a year from \(years.lowerBound) to \(years.upperBound)",
        fr: "« \(cell.quoted) » n’est pas une année de \(years.lowerBound) à \(years.upperBound)"),
      suggestion: isShort ? .write("20" + cell.text) : nil)
  }
}
