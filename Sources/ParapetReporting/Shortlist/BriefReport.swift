import ParapetBudgeting
public import ParapetMatching
import ParapetModel

/// The decision sheet of a city: one page, one row an item.
public struct BriefReport: Document {
  let brief: Brief
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  let identifiers: Identifiers

  /// A sheet.
  ///
  /// - Parameter identifiers: how opportunities are named; without it, by what is unique among those on the sheet.
  public init(
    _ brief: Brief, words: any Sentences, edition: Edition, identifiers: Identifiers? = nil
  ) {
    self.brief = brief
    self.words = words
    self.edition = edition
    self.identifiers =
      identifiers
      ?? Identifiers(
        among: brief.rows.lazy.flatMap { [$0.best, $0.runnerUp, $0.doubtful] }.compactMap {
          $0?.offer.opportunity
        })
  }

  var city: City { brief.portfolio.city }

  /// The page for people.
  public var report: Report {
    let room = room
    var report = Report(
      title: words.sentence(BriefSentence.sheet(of: words.name(of: city))),
      notes: [words.made(edition) + " " + words.sentence(BriefSentence.estimates)],
      blocks: [.facts(sums), .table(overview(in: room))] + more(in: room) + sections(level: 2, in: room))
    report.layout = .sheet
    return report
  }

  /// With what a longer page about the city opens.
  var opening: [Block] { [.table(overview(in: .whole))] + more(in: .whole) + sections(level: 3, in: .whole) }

  var sums: [FactEntry] {
    func entry(_ label: BriefLabel, _ amount: Money?) -> FactEntry {
      FactEntry(
        words.label(label), amount: Phrase(amount.map { words.money($0) } ?? words.label(Label.notKnown)))
    }
    return [
      entry(.costOfAll, Brief.sum(brief.rows.map(\.item.totalCost))),
      entry(.grantsInSight, brief.grantsInSight),
    ] + (brief.nationalInSight.map { [entry(.nationalInSight, $0)] } ?? []) + [
      entry(.ownInSight, Brief.sum(brief.rows.map { $0.best?.estimate?.own }))
    ]
      + (Brief.sum(brief.rows.map(\.item.upkeep)).map {
        [FactEntry(words.label(CouncilLabel.upkeep), amount: Phrase(words.upkeep($0)))]
      } ?? [])
  }

  private func more(in room: BriefRoom) -> [Block] {
    let left = brief.rows.count - min(room.rows, brief.shown.count)
    return left > 0 ? [.paragraph(Phrase(words.sentence(BriefSentence.more(left))))] : []
  }

  private func sections(level: Int, in room: BriefRoom) -> [Block] {
    sections(in: room).flatMap { label, lines -> [Block] in
      [.heading(level: level, words.label(label)), .list(lines.map { ListEntry(Phrase($0)) })]
    }
  }

  /// What stands below the table, line by line.
  func sections(in room: BriefRoom) -> [(label: BriefLabel, lines: [String])] {
    let inShort: (String) -> String = { BriefRowText.cut($0, to: room.titleInLists) }
    return [
      (.decideThisMonth, decisions(inShort, most: room.itemsInLists)),
      (.councilVotes, votes(inShort, most: room.itemsInLists)),
      (.notFunded, unfunded { BriefRowText.cut($0, to: room.title) }),
    ]
  }

  /// One row an item.
  func overview(in room: BriefRoom) -> Table { rows(in: room).inWorkbook(as: sheet) }

  /// The same without what a workbook has in its place.
  func rows(in room: BriefRoom) -> Table {
    var table = Table(
      caption: words.label(Label.items),
      columns: [
        Table.Column(words.label(BriefLabel.itemWithPriority), .prose),
        Table.Column(words.label(BriefLabel.applyTo), .prose),
        Table.Column(words.label(Label.grant), .figure),
        Table.Column(words.label(BriefLabel.ownCash), .figure),
        Table.Column(words.label(BriefLabel.deadlineAndDays), .prose),
        Table.Column(words.label(BriefLabel.nextAndTurn), .prose),
        Table.Column(words.label(BriefLabel.atRisk), .prose),
      ])
    for row in brief.shown.prefix(room.rows) {
      let text = BriefRowText(row, self, in: room)
      table.currencyOfTexts = table.currencyOfTexts ?? row.best?.estimate?.own?.currency
      table.append(
        [
          .text(text.item), .phrase(text.sourcePhrase), words.grantCell(row.best?.estimate),
          text.ownCashCell,
          .phrase(text.deadlinePhrase), .text(text.next), .text(text.risk),
        ], of: ItemName(city.id, row.item.id))
    }
    return table
  }

  /// What to decide this month, line by line, with the whole titles of items.
  var decisions: [String] { decisions { $0 } }

  /// The titles of items, of many the first with how many there are beside.
  private func names(of items: [Item], _ title: (String) -> String, most: Int) -> [String] {
    guard items.count > most else { return items.map { title($0.title) } }
    return items.prefix(most).map { title($0.title) }
      + [words.sentence(BriefSentence.others(items.count - most))]
  }

  private func decisions(_ title: (String) -> String, most: Int = .max) -> [String] {
    let decisions = brief.decideThisMonth
    guard !decisions.isEmpty else { return [words.sentence(BriefSentence.nothingToDecide)] }
    return decisions.map { decision in
      let worth = decision.worth.map { words.money($0) }
      switch decision.subject {
      case .apply(let match, let items):
        return words.sentence(
          BriefSentence.apply(
            to: identifiers.shown(match.offer.opportunity), for: names(of: items, title, most: most),
            until: decision.until,
            deadline: match.nextDeadline?.day ?? decision.until, worth: worth))
      case .answer(let fact, let items):
        return words.sentence(
          BriefSentence.answer(
            fact: Typography.continuing(words.word(fact)), for: names(of: items, title, most: most),
            worth: worth))
      }
    }
  }

  /// What the council votes, line by line, with the whole titles of items.
  var votes: [String] { votes { $0 } }

  private func votes(_ title: (String) -> String, most: Int = .max) -> [String] {
    let votes = brief.councilVotes
    guard !votes.isEmpty else { return [words.sentence(BriefSentence.nothingToVote)] }
    return votes.map { vote in
      words.sentence(
        BriefSentence.vote(
          words.money(vote.own), for: names(of: vote.items, title, most: most),
          to: identifiers.shown(vote.match.offer.opportunity),
          years: vote.years, until: vote.until))
    }
  }

  /// What nothing pays for and why, line by line, with the whole titles of items.
  var unfunded: [String] { unfunded { $0 } }

  func unfunded(_ title: (String) -> String) -> [String] {
    let unfunded = brief.unfunded
    guard !unfunded.isEmpty else { return [words.sentence(BriefSentence.allFunded)] }
    return unfunded.map { because($0, title) }
  }

  func because(_ entry: Brief.Unfunded, _ title: (String) -> String = { $0 }) -> String {
    let cost = entry.item.totalCost.map { words.money($0) }
    switch entry.because {
    case .kindUnknown:
      return words.sentence(BriefSentence.kindUnknown(item: title(entry.item.title), cost: cost))
    case .nothingListed:
      return words.sentence(BriefSentence.nothingListed(item: title(entry.item.title), cost: cost))
    case .doubtful(let match):
      let text = matchText(match, of: entry.item)
      return words.sentence(
        BriefSentence.doubtful(
          item: title(entry.item.title), cost: cost, source: text.identifier,
          action: text.shortAction))
    }
  }

  func matchText(_ match: Match, of item: Item) -> MatchText {
    MatchText(
      match: match, city: city, identifiers: identifiers, words: words,
      refused: brief.portfolio.refusedFacts(of: item.id))
  }
}
