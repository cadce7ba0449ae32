public import ParapetMatching
import ParapetModel

/// What would change most for a city, ready for every format.
public struct SensitivityReport: Document {
  private let sensitivity: Sensitivity
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  private let identifiers: Identifiers

  /// A report of one city on one day.
  public init(
    _ sensitivity: Sensitivity, words: any Sentences, edition: Edition, identifiers: Identifiers
  ) {
    self.sensitivity = sensitivity
    self.words = words
    self.edition = edition
    self.identifiers = identifiers
  }

  /// The page for people.
  public var report: Report {
    var blocks: [Block] = [.heading(level: 2, words.label(.unlocks))]
    if sensitivity.unlocks.isEmpty {
      blocks.append(.paragraph(Phrase(words.note(ChangeNote.nothingUnlocks))))
    } else {
      blocks += [.paragraph(Phrase(words.note(ChangeNote.unlockMeaning))), .table(unlocks)]
    }
    if !sensitivity.questions.isEmpty {
      blocks += [
        .heading(level: 2, words.label(.questions)),
        .paragraph(Phrase(words.note(ChangeNote.questionMeaning))), .table(questions),
      ]
    }
    blocks.append(.heading(level: 2, words.label(.blockedItems)))
    blocks.append(
      sensitivity.blocked.isEmpty
        ? .paragraph(Phrase(words.note(ChangeNote.nothingBlocked))) : .list(blocked))
    return Report(
      title: words.note(ChangeNote.title(city: words.name(of: sensitivity.portfolio.city))),
      notes: [words.made(edition), words.note(.undecidedMeaning)], blocks: blocks)
  }

  private var unlocks: Table {
    var table = Table(
      caption: words.label(.unlocks),
      columns: [
        Table.Column(words.label(.change), .prose), Table.Column(words.label(.power)),
        Table.Column(words.label(.openedItems), .prose), Table.Column(words.label(.opened), .prose),
        Table.Column(words.label(.worth), .figure),
      ])
    for unlock in sensitivity.unlocks {
      table.append([
        .text(Typography.capitalised(words.change(unlock.change))), .text(words.word(unlock.change.power)),
        .text(told(unlock.items)), .text(counted(unlock.opportunities.map(identifiers.shown))),
        .money(unlock.grant),
      ])
    }
    return table
  }

  /// How many there are, and the first few by name.
  private func counted(_ names: [String]) -> String {
    let shown = names.prefix(SensitivityReport.namesShown).joined(separator: ", ")
    return words.pair(words.number(names.count), shown)
      + (names.count > SensitivityReport.namesShown ? ", …" : "")
  }

  /// How many items there are, and the titles of the first.
  private func told(_ items: [String]) -> String {
    let titles = items.prefix(SensitivityReport.titlesShown).map { id in
      let title = sensitivity.portfolio.items.first { $0.id == id }?.title ?? id
      return BriefRowText.cut(title, to: BriefRoom.lines.titleInLists)
    }
    let rest = items.count > titles.count ? ["…"] : []
    return words.pair(words.number(items.count), words.list(titles + rest))
  }

  /// The most titles in a cell.
  private static let titlesShown = 2
  /// The most names in a cell; JSON has all.
  private static let namesShown = 3

  private var questions: Table {
    var table = Table(
      caption: words.label(.questions),
      columns: [
        Table.Column(words.label(.questions), .prose), Table.Column(words.label(.openedItems), .prose),
        Table.Column(words.label(.opportunities), .figure), Table.Column(words.label(.worth), .figure),
      ])
    for question in sensitivity.questions {
      table.append([
        .text(text(question)), .text(told(question.items)), .number(question.opportunities),
        .money(question.grant),
      ])
    }
    return table
  }

  private func text(_ question: Sensitivity.Question) -> String {
    question.fact == .callDocument
      ? words.word(Fact.callDocument) : words.question(question.fact, deciding: [])
  }

  private var blocked: [ListEntry] {
    sensitivity.blocked.map { blocked in
      let title = sensitivity.portfolio.items.first { $0.id == blocked.item }?.title ?? blocked.item
      let children = blocked.blockers.map { blocker in
        let kind = words.word(kind: blocker.kind)
        let note = words.note(ChangeNote.blocker(kind: kind, count: blocker.opportunities))
        let example = words.required(blocker.example.required)
        return ListEntry(
          Phrase("\(note). \(example). (") + words.source(of: blocker.example.citation) + ")")
      }
      return ListEntry(
        Phrase("\(title) (\(blocked.item))"),
        children: children.isEmpty ? [ListEntry(Phrase(noSubject(blocked.item)))] : children)
    }
  }

  /// Why nothing stands in an item's list: its measure is not known, or nothing pays for such a thing.
  private func noSubject(_ name: String) -> String {
    let item = sensitivity.portfolio.items.first { $0.id == name }
    return item.flatMap { words.measureQuestion(of: $0, in: sensitivity.portfolio) }
      ?? words.note(ChangeNote.noSubject)
  }

  /// One row for each change, question and blocker, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "portfolio", "kind", "name", "text", "class", "items", "opportunities", "grant", "currency",
      ].map { Table.Column($0) })
    let city = sensitivity.portfolio.city.id
    for unlock in sensitivity.unlocks {
      table.append([
        .text(city), .text("change"), .text(unlock.change.fact.rawValue), .text(words.change(unlock.change)),
        .text(unlock.change.power.rawValue), .text(unlock.items.joined(separator: "|")),
        .number(unlock.opportunities.count), .money(unlock.grant), .text(unlock.grant?.currency.code),
      ])
    }
    for question in sensitivity.questions {
      table.append([
        .text(city), .text("question"), .text(question.fact.rawValue), .text(text(question)), .empty,
        .text(question.items.joined(separator: "|")), .number(question.opportunities), .money(question.grant),
        .text(question.grant?.currency.code),
      ])
    }
    for blocked in sensitivity.blocked {
      for blocker in blocked.blockers {
        table.append([
          .text(city), .text("blocker"), .text(blocker.kind),
          .text(words.required(blocker.example.required)), .empty, .text(blocked.item),
          .number(blocker.opportunities), .empty, .empty,
        ])
      }
      if blocked.blockers.isEmpty {
        table.append([
          .text(city), .text("blocker"), .text("measure"), .text(noSubject(blocked.item)), .empty,
          .text(blocked.item), .number(0), .empty, .empty,
        ])
      }
    }
    return table
  }
}

extension SensitivityReport {
  /// The JSON document, by the schema `sensitivity`.
  public var json: String {
    let city = sensitivity.portfolio.city
    let items = sensitivity.portfolio.items
    let body = Body(
      portfolio: city.id,
      changes: sensitivity.unlocks.map { unlock in
        let item = items.first { $0.id == unlock.items.first } ?? Item(id: "", title: "")
        return UnlockPart(
          class: unlock.change.power.rawValue, change: ChangePart(unlock.change, of: city, item, words),
          items: unlock.items, opportunities: unlock.opportunities.map(identifiers.shown),
          grant: OrNull(wrappedValue: unlock.grant.map { Amount($0) }))
      },
      questions: sensitivity.questions.map { question in
        QuestionPart(
          fact: question.fact.rawValue, text: text(question), items: question.items,
          opportunities: question.opportunities,
          decides: OrNull(wrappedValue: question.grant.map { Amount($0) }))
      },
      blocked: sensitivity.blocked.map { blocked in
        BlockedPart(
          item: blocked.item,
          blockers: blocked.blockers.map { blocker in
            BlockerPart(
              criterion: blocker.kind, opportunities: blocker.opportunities,
              required: words.required(blocker.example.required), source: blocker.example.citation.source,
              grade: blocker.example.citation.grade.rawValue)
          })
      })
    return JSONDocument("sensitivity", edition, in: words.language, body).text
  }

  private struct Body: Encodable {
    var portfolio: String
    var changes: [UnlockPart]
    var questions: [QuestionPart]
    var blocked: [BlockedPart]
  }

  private struct UnlockPart: Encodable {
    var `class`: String
    var change: ChangePart
    var items: [String]
    var opportunities: [String]
    var grant: OrNull<Amount>
  }

  private struct QuestionPart: Encodable {
    var fact: String
    var text: String
    var items: [String]
    var opportunities: Int
    var decides: OrNull<Amount>
  }

  private struct BlockedPart: Encodable {
    var item: String
    var blockers: [BlockerPart]
  }

  private struct BlockerPart: Encodable {
    var criterion: String
    var opportunities: Int
    var required: String
    var source: String
    var grade: String
  }
}
