import ParapetModel
import ParapetPlanning

// What is missing, and what changed since the day compared with.
extension ProgressReport {
  var lacks: [ListEntry] {
    let entries = review.lacks.map { lack in
      ListEntry(Phrase(words.sentence(.lack(lack, names: names(in: lack)))), outcome: outcome(of: lack))
    }
    return entries.isEmpty ? [ListEntry(Phrase(words.sentence(.nothingLacks)), outcome: .met)] : entries
  }

  private func outcome(of lack: ProgressReview.Lack) -> Outcome {
    switch lack {
    case .component, .commitments, .plan: .unmet
    case .report, .told, .indicator, .reading, .definition: .undecided
    }
  }

  func names(in lack: ProgressReview.Lack) -> [String] {
    switch lack {
    case .component, .commitments, .plan, .report: []
    case .told(let items), .indicator(let items): items.map { words.quoted(title(of: $0)) }
    case .reading(let units), .definition(let units): units.map { words.quoted($0) }
    }
  }

  /// The states that changed since the day compared with, and what the report of that day told otherwise.
  var changes: [Block] {
    guard let since = review.since else { return [] }
    var entries = review.moved.map { progress in
      ListEntry(
        Phrase(
          words.sentence(
            .moved(
              item: progress.item.title, before: name(of: progress.before?.state),
              now: name(of: progress.current?.state)))))
    }
    if entries.isEmpty { entries = [ListEntry(Phrase(words.sentence(.nothingMoved)))] }
    if let kept = review.kept?.day {
      let told = review.restatements.map { ListEntry(Phrase(restated($0))) }
      entries +=
        told.isEmpty
        ? [ListEntry(Phrase(words.sentence(.nothingRestated(kept))), outcome: .met)] : told
    }
    return [.heading(level: 2, words.sentence(.changedSinceDay(since))), .list(entries)]
  }

  func restated(_ restatement: ProgressReview.Restatement) -> String {
    func money(_ amount: Money?) -> String { amount.map { words.money($0) } ?? words.label(Label.notStated) }
    func sentence(_ name: String, _ then: String = "", _ now: String = "") -> String {
      words.sentence(.restated(restatement, name: name, then: then, now: now))
    }
    switch restatement {
    case .state(let item, let then, let now):
      return sentence(title(of: item), name(of: then), name(of: now))
    case .spent(let item, let then, let now), .granted(let item, let then, let now),
      .planned(let item, let then, let now):
      return sentence(title(of: item), money(then), money(now))
    case .gone(let title): return sentence(title)
    case .added(let item): return sentence(title(of: item))
    }
  }
}
