import ParapetBudgeting
public import ParapetMatching
import ParapetModel

/// The ranked, explained shortlists of one city or of several, ready for every format.
public struct ShortlistReport: Document {
  let shortlists: [Shortlist]
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  let identifiers: Identifiers
  private let isOfNearMisses: Bool

  /// A report of the shortlists of one day.
  ///
  /// - Parameter ofNearMisses: whether they list what is out of reach and what would bring it within reach.
  /// - Parameter identifiers: how opportunities are named; without it, by what is unique among those listed.
  public init(
    _ shortlists: [Shortlist], words: any Sentences, edition: Edition, identifiers: Identifiers? = nil,
    ofNearMisses: Bool = false
  ) {
    isOfNearMisses = ofNearMisses
    self.shortlists = shortlists
    self.words = words
    self.edition = edition
    self.identifiers =
      identifiers
      ?? Identifiers(
        among: shortlists.lazy.flatMap(\.items).flatMap(\.matches).map(\.offer.opportunity))
  }

  /// The page for people: of one city it opens with what to apply for, by when, and who does what next.
  public var page: Report {
    var page = report
    if let shortlist = shortlists.first, shortlists.count == 1, !isOfNearMisses, !shortlist.items.isEmpty {
      let sheet = BriefReport(
        Brief(shortlist), words: words, edition: edition, identifiers: identifiers)
      page.blocks = [.heading(level: 2, words.label(BriefLabel.overview))] + sheet.opening + page.blocks
    }
    return page
  }

  /// The lists, item by item.
  public var report: Report {
    var blocks: [Block] = []
    for shortlist in shortlists {
      if shortlists.count > 1 { blocks.append(.heading(level: 2, words.name(of: shortlist.portfolio.city))) }
      let level = shortlists.count > 1 ? 3 : 2
      blocks.append(.facts(words.facts(of: shortlist.portfolio)))
      for list in shortlist.items { blocks += self.blocks(list, of: shortlist, level: level) }
    }
    let title =
      shortlists.count == 1
      ? words.note(.titleOfShortlist(city: words.name(of: shortlists[0].portfolio.city)))
      : words.label(.shortlist)
    return Report(title: title, notes: notes, blocks: blocks)
  }

  private var notes: [String] {
    let matches = shortlists.lazy.flatMap(\.items).flatMap(\.matches)
    var notes = [words.made(edition)]
    if isOfNearMisses { notes.append(words.note(ChangeNote.nearMisses)) }
    notes += [words.note(.undecidedMeaning), words.note(StandingNote.meaning), words.note(.fitMeaning)]
    if matches.contains(where: { $0.estimate?.grant != nil }) { notes.append(words.note(.grantMeaning)) }
    var seen: Set<Conversion> = []
    for case let conversion? in matches.map({ $0.estimate?.assumptions.conversion })
    where seen.insert(conversion).inserted { notes.append(words.conversion(conversion)) }
    if matches.contains(where: \.isTimeAssumed) { notes.append(words.note(.timeAssumed)) }
    return notes
  }

  private func blocks(_ list: Shortlist.ItemShortlist, of shortlist: Shortlist, level: Int) -> [Block] {
    var blocks: [Block] = [
      .heading(level: level, "\(list.item.title) (\(list.item.id))"),
      .facts(words.facts(of: list.item, in: shortlist.portfolio)),
    ]
    if let question = words.measureQuestion(of: list.item, in: shortlist.portfolio) {
      blocks.append(.paragraph(Phrase(question)))
      // Of an item whose kind is not known, nobody can say that nothing pays for it.
      if list.matches.isEmpty { return blocks }
    }
    var left: [String] = list.hidden > 0 ? [words.note(NightNote.hidden(list.hidden))] : []
    if list.omitted.total > 0 { left.append(words.note(StandingNote.omitted(list.omitted))) }
    let omitted = left.map { Block.paragraph(Phrase($0)) }
    guard !list.matches.isEmpty else {
      let nothing: [Block] = list.hidden > 0 ? [] : [.paragraph(Phrase(words.note(.nothingListed)))]
      return blocks + nothing + omitted
    }
    blocks.append(.paragraph(Phrase(counts(list.matches))))
    let texts = list.matches.map { match in
      MatchText(
        match: match, city: shortlist.portfolio.city, identifiers: identifiers, words: words,
        refused: shortlist.portfolio.refusedFacts(of: list.item.id))
    }
    blocks.append(
      .table(
        table(texts, of: list.item, in: shortlist.portfolio.city)
          .inWorkbook(as: sheet(texts, of: list.item, in: shortlist.portfolio.city))))
    for text in texts {
      let place = Block.anchor(anchor(text, of: list.item, in: shortlist.portfolio.city))
      blocks.append(.details(summary: text.listLine, [place, .list(text.listEntries)]))
    }
    return blocks + omitted
  }

  private func counts(_ matches: [Match]) -> String {
    func count(_ verdict: Verdict) -> Int { matches.count { $0.verdict == verdict } }
    let standings = Match.Standing.allCases.compactMap { standing in
      let count = matches.count { $0.standing == standing }
      return count == 0 ? nil : StandingCount(standing: standing, count: count)
    }
    return words.note(
      .counts(
        eligible: count(.eligible), undecided: count(.undecided), ineligible: count(.ineligible)))
      + " " + words.pair(words.label(NextLabel.standing), words.note(StandingNote.counts(standings)))
  }

  /// The place of a pair on the page.
  private func anchor(_ text: MatchText, of item: Item, in city: City) -> String {
    Anchor.name(
      city.id, item.id,
      text.match.offer.opportunity.reference.map { "\(text.identifier) \($0)" } ?? text.identifier)
  }

  /// The next deadline with the days that are left, stressed where they are few.
  private func deadline(_ match: Match) -> Cell {
    guard let day = match.nextDeadline?.day else { return .empty }
    let left = edition.asOf.days(until: day)
    let words = self.words.sentence(BriefSentence.daysLeft(left))
    return .phrase(
      Phrase([
        .plain(self.words.date(day) + ", "), left < Brief.pressing ? .strong(words) : .plain(words),
      ]))
  }

  /// What a person acts on stands in the rows, the standing; the verdict stands in each row's own lines.
  private func table(_ texts: [MatchText], of item: Item, in city: City) -> Table {
    var table = Table(
      caption: words.pair(words.label(.opportunities), item.title),
      columns: [
        Table.Column(words.label(.rank), .figure), Table.Column(words.label(.opportunity)),
        Table.Column(words.label(.title), .prose), Table.Column(words.label(NextLabel.standing), .prose),
        Table.Column(words.label(.status)), Table.Column(words.label(.fit), .figure),
        Table.Column(words.label(.deadline)), Table.Column(words.label(.grant), .figure),
        Table.Column(words.label(.ownContribution), .figure),
      ])
    for text in texts {
      let match = text.match
      table.append(
        [
          match.rank.map { .number($0) } ?? .empty,
          .phrase(.link(text.identifier, to: anchor(text, of: item, in: city))),
          .phrase(words.titled(match.offer.opportunity)),
          .text(words.word(match.standing)), .text(words.word(match.status)),
          .number(match.fit.total),
          deadline(match), words.grantCell(match.estimate), .money(match.estimate?.own),
        ], of: ItemName(city.id, item.id))
      table.currencyOfTexts = table.currencyOfTexts ?? match.estimate?.grant?.currency
    }
    return table
  }

  /// The same with a value in each cell.
  private func sheet(_ texts: [MatchText], of item: Item, in city: City) -> Table {
    var table = Table(
      caption: words.pair(words.label(.opportunities), item.title),
      columns: [
        Table.Column(words.label(.rank), .figure), Table.Column(words.label(.opportunity)),
        Table.Column(words.label(.title), .prose), Table.Column(words.label(NextLabel.standing), .prose),
        Table.Column(words.label(.status)), Table.Column(words.label(.fit), .figure),
        Table.Column(words.label(.deadline)), Table.Column(words.columnName("days_left"), .figure),
        Table.Column(words.columnName("grant_from"), .figure),
        Table.Column(words.columnName("grant_to"), .figure),
        Table.Column(words.label(.ownContribution), .figure),
      ])
    for text in texts {
      let match = text.match
      let day = match.nextDeadline?.day
      table.append(
        [
          .number(match.rank), .link(text.identifier, url: match.offer.opportunity.landingPage ?? ""),
          .text(text.title), .text(words.word(match.standing)), .text(words.word(match.status)),
          .number(match.fit.total), .day(day), .number(day.map { edition.asOf.days(until: $0) }),
          .money(match.estimate?.least), .money(match.estimate?.most), .money(match.estimate?.own),
        ], of: ItemName(city.id, item.id))
    }
    return table
  }
}

extension Match {
  /// Whether the next deadline is a day without a time, judged at five in the afternoon.
  var isTimeAssumed: Bool { nextDeadline.map { $0.time == nil } ?? false }
}
