import ParapetModel

/// What changed for a city, most urgent first, ready for every format.
public struct DigestReport: Document {
  let digest: Digest
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report of a digest.
  public init(_ digest: Digest, words: any Sentences, edition: Edition) {
    self.digest = digest
    self.words = words
    self.edition = edition
  }

  /// The city's name.
  private var name: String { digest.names.text(in: words.language) ?? digest.city }

  /// The subject of a mail.
  public var subject: String {
    let groups = self.groups
    return words.note(
      .subject(
        city: name, red: groups.count { $0.change.severity == .red },
        amber: groups.count { $0.change.severity == .amber && $0.change.kind != .new },
        new: groups.count { $0.change.severity == .amber && $0.change.kind == .new },
        due: digest.due.count + digest.duties.count, on: edition.asOf))
  }

  /// The page for people: changes before new calls, then deadlines, then what was not read.
  public var report: Report {
    let groups = self.groups
    let grey = groups.count { $0.change.severity == .grey }
    var blocks: [Block] = []
    if digest.isBaseline {
      blocks.append(
        .paragraph(Phrase(words.note(.baseline(items: digest.items.count, opportunities: digest.watched)))))
    } else if digest.isEmpty {
      let feeds = edition.catalogue?.feeds ?? []
      blocks.append(
        .paragraph(Phrase(words.note(.nothing(sources: feeds.count, last: feeds.map(\.readOn).max())))))
    }
    for severity in [RecordChange.Severity.red, .amber] {
      let part = groups.filter {
        $0.change.severity == severity && $0.change.kind != .new && $0.change.kind != .stale
      }
      blocks += section(severity == .red ? .red : .amber, part)
    }
    blocks += section(.newCalls, groups.filter { $0.change.kind == .new && $0.change.severity != .grey })
    blocks += dueDeadlines
    blocks += section(.stale, groups.filter { $0.change.kind == .stale })
    var foot: [String] = []
    if grey > 0 { foot.append(words.note(.grey(grey, command: changesCommand))) }
    if digest.hidden > 0 { foot.append(words.note(.hidden(digest.hidden))) }
    if let reader = digest.reader {
      foot.append(
        words.note(.why(person: reader.person.name, rhythm: reader.person.rhythm, file: reader.file)))
    }
    blocks += foot.map { .paragraph(Phrase($0)) }
    let counted = words.note(
      NightNote.counted(
        red: groups.count { $0.change.severity == .red },
        amber: groups.count { $0.change.severity == .amber },
        grey: grey, since: digest.since))
    return Report(
      title: words.note(NightNote.title(city: name)), notes: [words.made(edition), counted], blocks: blocks)
  }

  /// The same change of one opportunity, for all the items that it concerns.
  struct Group {
    var change: CityChange
    var items: [String]
  }

  /// The changes, each once.
  var groups: [Group] {
    var groups: [Group] = []
    var places: [CityChange: Int] = [:]
    for change in digest.changes {
      var common = change
      common.item = nil
      if change.opportunity != nil, let place = places[common] {
        if let item = change.item { groups[place].items.append(item) }
      } else {
        places[common] = groups.count
        groups.append(Group(change: change, items: change.item.map { [$0] } ?? []))
      }
    }
    return groups
  }

  /// How many changes a section shows; JSON has all.
  private static let most = 40

  private func section(_ label: NightLabel, _ groups: [Group]) -> [Block] {
    guard !groups.isEmpty else { return [] }
    var entries = groups.prefix(DigestReport.most).map { entry($0) }
    if groups.count > DigestReport.most {
      entries.append(
        ListEntry(Phrase(words.note(.more(groups.count - DigestReport.most, command: changesCommand)))))
    }
    return [.heading(level: 2, words.label(label)), .list(entries)]
  }

  private func entry(_ group: Group) -> ListEntry {
    let change = group.change
    var children: [ListEntry] = []
    if !group.items.isEmpty {
      children.append(ListEntry(Phrase(words.note(.concerns(group.items.map(itemTitle))))))
    }
    if !change.criteria.isEmpty { children.append(ListEntry(Phrase(words.note(.criteria(change.criteria))))) }
    let reason = words.because(
      change.cause, source: change.source, readOn: change.readOn.flatMap { Day($0) })
    if change.kind != .stale { children.append(ListEntry(Phrase(Typography.capitalised(reason) + "."))) }
    if let opportunity = change.opportunity, let item = group.items.first {
      let command = "parapet explain \(digest.folder) \(item) \(change.reference ?? opportunity)"
      children.append(ListEntry(Phrase(words.note(.command(command)))))
    }
    return ListEntry(headline(change), children: children)
  }

  private func headline(_ change: CityChange) -> Phrase {
    if change.kind == .stale {
      if change.field == "portfolio" { return Phrase(words.note(.cityUnread(change.after ?? ""))) }
      let since = change.before.flatMap { Day($0) }.map { words.date($0) }
      return Phrase(words.note(.feedOld(change.field, since: since)))
    }
    let what = DigestText(words).name(of: change)
    let text = words.note(
      .change(
        what, before: change.before.map { DigestText(words).value($0, change) },
        after: change.after.map { DigestText(words).value($0, change) }))
    guard let opportunity = change.opportunity else { return Phrase(text) }
    let title = title(of: change) ?? opportunity
    let names = title == opportunity ? title : "\(title) (\(opportunity))"
    return Phrase([.strong(names)]) + (" – " + text)
  }

  private func title(of change: CityChange) -> String? {
    change.titles[words.language.rawValue] ?? change.titles["en"]
      ?? change.titles.min { $0.key < $1.key }?.value
  }

  private func itemTitle(_ id: String) -> String { digest.items[id].map { "\($0) (\(id))" } ?? id }

  private var dueDeadlines: [Block] {
    guard !digest.due.isEmpty || !digest.duties.isEmpty else { return [] }
    let duties = digest.duties.map { duty -> ListEntry in
      let days = edition.asOf.days(until: duty.day)
      let when = words.note(NightNote.due(days: days, deadline: words.note(NightNote.day(duty.day))))
      return ListEntry(Phrase([.strong(words.note(NightNote.duty(duty)))]) + (" – " + when))
    }
    let entries = digest.due.map { due in
      let deadline = words.note(
        .instant(
          due.deadline.day, time: due.deadline.time ?? Deadline.assumedTime,
          isAssumed: due.deadline.time == nil))
      return ListEntry(
        Phrase([.strong("\(words.title(of: due.opportunity)) (\(due.opportunity.identifier))")])
          + (" – " + words.note(.due(days: due.days, deadline: deadline))),
        children: [ListEntry(Phrase(words.note(.concerns(due.items.map(itemTitle)))))])
    }
    return [.heading(level: 2, words.label(.upcoming)), .list(entries + duties)]
  }

  private var changesCommand: String {
    "parapet changes --portfolio \(digest.folder)" + (digest.since.map { " --since \($0)" } ?? "")
  }

  /// One row for each change, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "severity", "kind", "item", "opportunity", "reference", "title", "field", "before", "after",
        "because",
      ].map { Table.Column($0) })
    for change in digest.changes {
      table.append([
        .text(change.severity.rawValue), .text(change.kind.rawValue), .text(change.item),
        .text(change.opportunity), .text(change.reference), .text(title(of: change)), .text(change.field),
        .text(change.before), .text(change.after),
        .text(
          words.because(change.cause, source: change.source, readOn: change.readOn.flatMap { Day($0) })),
      ])
    }
    return table
  }
}
