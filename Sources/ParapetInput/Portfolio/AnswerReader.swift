import ParapetModel

/// Reads answers.csv, `item,opportunity,question,answer,source,by,on`: what the city found out about questions of
/// eligibility. `*` stands for all items or all opportunities.
///
/// A line that does not say what, whose word it is and of which day, is not counted; of two that contradict each other on
/// one day neither is.
struct AnswerReader {
  static let columns = ["item", "opportunity", "question", "answer", "source", "by", "on"]
  /// What stands for all.
  static let all = "*"

  /// What was found.
  private(set) var findings = Findings()
  private let country: Country?

  init(country: Country?) { self.country = country }

  /// The answers of a table.
  ///
  /// - Parameter refused: the items whose rows were refused, so that they are not reported a second time.
  mutating func read(_ source: InputSource, items: [Item], refused: Set<String>) -> [Answer] {
    let table = source.table(
      CSVReader(
        known: AnswerReader.columns, required: ["item", "opportunity", "question", "answer", "by", "on"]))
    findings.take(table, itemColumn: "item")
    let order = DayOrder.settled(by: table.texts(of: ["on"]), in: country)
    let ids = Set(items.map(\.id))
    var answers: [Answer] = []
    for row in table.rows {
      findings.item = table.cell("item", of: row).flatMap { ids.contains($0.id) ? $0.id : nil }
      guard let item = table.cell("item", of: row), let opportunity = table.cell("opportunity", of: row),
        let question = table.cell("question", of: row), let word = table.cell("answer", of: row),
        let by = table.cell("by", of: row), let on = table.cell("on", of: row)
      else {
        findings.report(table.source.incompleteAnswer(row))
        continue
      }
      guard item.id == AnswerReader.all || ids.contains(item.id) else {
        let near = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
        if !refused.contains(item.id) { findings.report(table.source.unknownItem(item, ids: near)) }
        continue
      }
      let answer: AnswerWord? = findings.word(
        word, id: "unknown-answer", Message(en: "answer", fr: "réponse"), in: table.source, field: "answer")
      let day = findings.day(on, order: order, edge: .last, in: table.source, field: "on")
      guard let answer, let day else { continue }
      let isOfAll = opportunity.id == AnswerReader.all
      if isOfAll, question.id == Answer.callDocument {
        findings.report(table.source.documentOfAll(opportunity))
        continue
      }
      answers.append(
        Answer(
          item: item.id == AnswerReader.all ? nil : item.id, opportunity: isOfAll ? nil : opportunity.id,
          question: question.id, outcome: answer.outcome,
          source: table.cell("source", of: row).map { FormulaGuard.unguarded($0.text) }, by: by.id, on: day,
          place: Diagnostic.Place(
            file: table.source.file, line: row.line, column: question.column, sheet: table.source.sheet)))
    }
    findings.item = nil
    return agreeing(answers, in: table.source)
  }

  /// The answers without those that contradict another of the same day about the same.
  private mutating func agreeing(_ answers: [Answer], in source: TextFile) -> [Answer] {
    struct Key: Hashable {
      var item: String?
      var opportunity: String?
      var question: String
      var on: Day
    }
    func key(_ answer: Answer) -> Key {
      Key(
        item: answer.item, opportunity: answer.opportunity?.lowercased(), question: answer.question,
        on: answer.on)
    }
    let found = Dictionary(grouping: answers, by: key)
    return answers.filter { answer in
      let same = found[key(answer)] ?? []
      guard let other = same.first(where: { $0.outcome != answer.outcome }) else { return true }
      findings.item = answer.item
      findings.report(source.contradiction(answer, other))
      findings.item = nil
      return false
    }
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func incompleteAnswer(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-answer", line: row.line, column: 1,
      Message(
        en:
          "the line needs an item, an opportunity, a question, an answer, who gave it and when; it is not counted",
        fr:
          "il faut à la ligne un projet, un financement, une question, une réponse, qui l’a donnée et quand ; elle n’est pas comptée"
      ))
  }

  fileprivate func documentOfAll(_ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "answer-for-all", at: cell,
      Message(
        en: "each call has a document of its own, so '*' answers for none of them; the line is not counted",
        fr: "chaque appel a son propre document : « * » ne répond pour aucun ; la ligne n’est pas comptée"),
      suggestion: Message(
        en: "name the opportunity whose document was read", fr: "nommez l’appel dont le document a été lu"))
  }

  fileprivate func contradiction(_ answer: Answer, _ other: Answer) -> Diagnostic {
    let line = other.place.line ?? 0
    return diagnostic(
      .error, id: "answers-disagree", line: answer.place.line, column: answer.place.column,
      Message(
        en: "the answer contradicts that of line \(line) of the same day; neither is counted",
        fr: "la réponse contredit celle de la ligne \(line) du même jour ; aucune n’est comptée"),
      suggestion: Message(
        en: "delete the one that is wrong; a later day outranks an earlier one",
        fr: "effacez celle qui est fausse ; un jour plus récent l’emporte"))
  }
}
