import ParapetModel

/// Reads checklist.csv, `item,check,answer,note,by,on`: what the city answered to the questions of security by design and
/// of rights about its items.
///
/// Of several answers to one question the latest counts; of two of one day, neither does.
struct ChecklistReader {
  static let columns = ["item", "check", "answer", "note", "by", "on"]

  /// What was found.
  private(set) var findings = Findings()
  private let context: CovenantContext

  init(_ context: CovenantContext) { self.context = context }

  /// Reads the rows of a table, oldest first.
  mutating func read(_ source: InputSource) -> [CheckAnswer] {
    let table = source.table(
      CSVReader(known: ChecklistReader.columns, required: ["item", "check", "answer"]))
    findings.take(table, itemColumn: "item")
    let order = DayOrder.settled(by: table.texts(of: ["on"]), in: context.country)
    var read: [(answer: CheckAnswer, row: InputRow)] = []
    for row in table.rows {
      findings.item = nil
      if let answer = answer(of: row, in: table, order) { read.append((answer, row)) }
    }
    var kept: [CheckAnswer] = []
    for (answer, row) in read {
      let rival = read.first {
        $0.row.line != row.line && $0.answer.item == answer.item && $0.answer.check == answer.check
          && $0.answer.day == answer.day
      }
      guard let rival else {
        kept.append(answer)
        continue
      }
      findings.item = answer.item
      findings.report(table.source.secondAnswer(table.cell("check", of: row), line: rival.row.line))
    }
    findings.item = nil
    return kept.enumerated().sorted { left, right in
      let (one, two) = (left.element.day?.number ?? .min, right.element.day?.number ?? .min)
      return (one, left.offset) < (two, right.offset)
    }.map(\.element)
  }

  private mutating func answer(of row: InputRow, in table: InputTable, _ order: DayOrder?) -> CheckAnswer? {
    guard let itemCell = table.cell("item", of: row), let checkCell = table.cell("check", of: row),
      let replyCell = table.cell("answer", of: row)
    else {
      findings.item = table.cell("item", of: row)?.id
      findings.report(
        table.source.incompleteRow(
          row, id: "incomplete-check",
          needs: Message(
            en: "an item, a question and an answer", fr: "un projet, une question et une réponse")
        ))
      return nil
    }
    guard let item = context.item(itemCell, in: table.source, &findings) else { return nil }
    findings.item = item
    let codes = context.frame.checks.map(\.term.code)
    guard codes.isEmpty || codes.contains(checkCell.id) else {
      findings.report(
        table.source.unknownWord(
          checkCell, id: "unknown-check",
          Message(en: "question of the checklist", fr: "question de la grille"),
          codes), field: "check")
      return nil
    }
    guard let reply = reply(replyCell, in: table.source) else { return nil }
    var answer = CheckAnswer(item: item, check: checkCell.id, reply: reply)
    answer.note = table.cell("note", of: row).map { FormulaGuard.unguarded($0.text) }
    answer.by = table.cell("by", of: row).map { FormulaGuard.unguarded($0.text) }
    if let cell = table.cell("on", of: row) {
      let day = findings.day(cell, order: order, edge: .last, in: table.source, field: "on")
      guard let day else { return nil }
      answer.day = day
    }
    return answer
  }

  private mutating func reply(_ cell: InputCell, in source: TextFile) -> CheckAnswer.Reply? {
    switch FoldedName.folded(cell.text) {
    case "yes", "oui", "true", "vrai": return .yes
    case "no", "non", "false", "faux": return .no
    case FoldedName.folded("not-applicable"), FoldedName.folded("sans objet"), FoldedName.folded("n/a"):
      return .irrelevant
    default:
      findings.report(
        source.unknownWord(
          cell, id: "unknown-check-answer", Message(en: "answer", fr: "réponse"),
          CheckAnswer.Reply.allCases.map(\.rawValue)), field: "answer")
      return nil
    }
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func secondAnswer(_ cell: InputCell?, line: Int) -> Diagnostic {
    diagnostic(
      .error, id: "second-check-answer", line: cell?.line, column: cell?.column,
      Message(
        en: "line \(line) answers the same question of the same day; neither is counted",
        fr: "la ligne \(line) répond à la même question du même jour ; aucune n’est comptée"),
      suggestion: Message(
        en: "delete the one that is wrong; a later day outranks an earlier one",
        fr: "effacez celle qui est fausse ; un jour plus récent l’emporte"))
  }
}
