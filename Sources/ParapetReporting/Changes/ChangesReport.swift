public import ParapetModel

/// What happened in a catalogue, most urgent first, ready for every format.
public struct ChangesReport: Document {
  let changes: [RecordChange]
  /// What the items of cities are answered otherwise, where that was kept.
  public var answers: [CityChange] = []
  let since: Day?
  let identifiers: Identifiers
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report on changes in the order given.
  ///
  /// - Parameters:
  ///   - since: the first day of reading that was asked for, or nothing for all.
  ///   - identifiers: how opportunities are named.
  public init(
    _ changes: [RecordChange], since: Day?, identifiers: Identifiers, words: any Sentences, edition: Edition
  ) {
    self.changes = changes
    self.since = since
    self.identifiers = identifiers
    self.words = words
    self.edition = edition
  }

  /// The page for people: a table for each severity, a row for each field.
  public var report: Report {
    let counts = RecordChange.Severity.allCases.map { severity in changes.count { $0.severity == severity } }
    var blocks: [Block] = []
    for severity in RecordChange.Severity.allCases {
      let part = changes.filter { $0.severity == severity }
      guard !part.isEmpty else { continue }
      blocks += [.heading(level: 2, words.label(severity)), .table(table(of: part, words.label(severity)))]
    }
    if !answers.isEmpty {
      let text = DigestText(words)
      let entries = answers.prefix(ChangesReport.most).map { change in
        ListEntry(
          Phrase([.strong(change.item ?? change.field)])
            + (" – " + (change.opportunity.map { $0 + " – " } ?? "") + text.sentence(of: change)))
      }
      blocks += [.heading(level: 2, words.label(NightLabel.answers)), .list(Array(entries))]
    }
    return Report(
      title: words.label(.changes),
      notes: [
        words.made(edition),
        words.note(.changesCounted(red: counts[0], amber: counts[1], grey: counts[2], since: since)),
      ], blocks: blocks)
  }

  /// How many answers a page shows; JSON has all.
  private static let most = 100

  /// How many characters of a text a table shows.
  static let shown = 80

  private func table(of changes: [RecordChange], _ caption: String) -> Table {
    var table = Table(
      caption: caption,
      columns: [
        Table.Column(words.label(.opportunity)), Table.Column(words.label(.title), .prose),
        Table.Column(words.label(.change)), Table.Column(words.label(.before), .prose),
        Table.Column(words.label(.after), .prose), Table.Column(words.label(.readOn)),
      ])
    for change in changes {
      let name: [Cell] = [
        .text(identifiers.shown(change)), .text(change.titles.text(in: words.language).map(shortened)),
      ]
      guard change.kind == .changed else {
        table.append(name + [.text(words.word(change.kind)), .empty, .empty, .day(change.readOn)])
        continue
      }
      for field in change.fields.sorted(by: { $0.severity < $1.severity }) {
        table.append(
          name + [
            .text(words.word(field.field)), .text(field.old.map { shortened(text($0, field.field)) }),
            .text(field.new.map { shortened(text($0, field.field)) }), .day(change.readOn),
          ])
      }
    }
    return table
  }

  private func shortened(_ text: String) -> String { BriefRowText.cut(text, to: ChangesReport.shown) }

  /// What a field says, in words.
  private func text(_ value: FieldChange.Value, _ field: FieldChange.Field) -> String {
    switch value {
    case .text(let code): word(code, field) ?? code
    case .texts(let texts): texts.joined(separator: " · ")
    case .day(let day): words.date(day)
    case .days(let days): days.map { words.date($0) }.joined(separator: ", ")
    case .money(let amount): words.money(amount)
    case .amounts(let amounts):
      amounts.map { words.money($0.amount) + ($0.year.map { " (\($0))" } ?? "") }.joined(separator: ", ")
    case .count(let count): words.number(count)
    }
  }

  /// The word for a code, or nothing where a field holds other texts.
  private func word(_ code: String, _ field: FieldChange.Field) -> String? {
    switch field {
    case .status: Status(rawValue: code).map { words.word($0) }
    case .level: Opportunity.Level(rawValue: code).map { words.word($0) }
    case .deadlineModel: DeadlineModel(rawValue: code).map { words.word($0) }
    case .management: Management(rawValue: code).map { words.word($0) }
    default: nil
    }
  }

  /// One row for each field, and one for each change without fields, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "severity", "kind", "opportunity", "reference", "title", "field", "old", "new", "read_on", "source",
      ].map { Table.Column($0) })
    for change in changes {
      func append(_ severity: RecordChange.Severity, _ field: FieldChange?) {
        table.append([
          .text(severity.rawValue), .text(change.kind.rawValue), .text(identifiers.shown(change)),
          .text(change.reference), .text(change.titles.text(in: words.language)),
          .text(field?.field.rawValue), .text((field?.old?.description)), .text((field?.new?.description)),
          .day(change.readOn), .text(change.source),
        ])
      }
      if change.fields.isEmpty { append(change.severity, nil) }
      for field in change.fields { append(field.severity, field) }
    }
    return table
  }
}

extension Identifiers {
  /// The identifier to show of what changed.
  func shown(_ change: RecordChange) -> String {
    shown(identifier: change.opportunity, reference: change.reference)
  }
}
