import ParapetModel
import ParapetPlanning

// The commitments with what came of their actions, and what comes next.
extension ProgressReport {
  var commitmentTable: Table {
    var table = Table(
      caption: words.label(.commitments),
      columns: [
        Table.Column(words.label(Label.number), .figure), column(.commitment, .prose), column(.done, .prose),
        column(.running, .prose), column(.notBegun, .prose), column(.lateOrLost, .prose),
      ])
    for coverage in review.coverage {
      let number = coverage.commitment.number
      let items = review.items(serving: coverage)
      func titles(_ wanted: (ItemProgress) -> Bool) -> [String] { items.filter(wanted).map(\.item.title) }
      // What nothing serves is said, and not left blank.
      let own = coverage.commitment.by == .city ? [words.sentence(.byTheCity)] : []
      let none = items.isEmpty && own.isEmpty ? [words.sentence(.byNothing)] : []
      let cells = [
        none + titles { $0.meaning == .done }, own + titles { $0.meaning == .running },
        titles(\.isNotBegun), titles(\.isLateOrLost),
      ]
      let told: [Cell] = cells.map { .text(words.list($0)) }
      table.append(
        [.number(number), .text(words.vocabulary.commitments[number] ?? words.number(number))] + told)
    }
    return table
  }

  /// What is to be begun or ended, what is late or without money, and the next report.
  var next: [ListEntry] {
    let until = review.asOf.adding(years: 2)
    let going = review.items.filter { $0.meaning != .done && $0.meaning != .dropped }
    let planned = going.filter { progress in
      [progress.item.start, progress.item.end].contains { day in
        day.map { $0 > review.asOf && $0 <= until } ?? false
      }
    }
    var entries: [ListEntry] = []
    func add(_ items: [ItemProgress], _ sentence: ([String]) -> CovenantSentence) {
      guard !items.isEmpty else { return }
      let titles = items.map { words.quoted($0.item.title) }
      entries.append(ListEntry(Phrase(words.sentence(sentence(titles)))))
    }
    add(planned) { .nextYears(items: $0) }
    add(going.filter { $0.slip != nil && $0.meaning != .lost }) { .lateStill(items: $0) }
    add(review.lost) { .moneyWanting(items: $0) }
    if let duties = review.duties {
      let next = duties.reportDue(duties.nextReport(on: review.asOf.adding(days: 1)))
      entries.append(ListEntry(Phrase(words.pair(words.label(.reportDue), words.date(next)))))
    }
    return entries.isEmpty ? [ListEntry(Phrase(words.label(Label.none)))] : entries
  }
}
