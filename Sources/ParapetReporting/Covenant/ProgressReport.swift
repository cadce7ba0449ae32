import ParapetModel
public import ParapetPlanning

/// How a city's action plan goes on, ready for every format.
public struct ProgressReport: Document {
  let review: ProgressReview
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report of a review.
  public init(_ review: ProgressReview, words: any Sentences, edition: Edition) {
    self.review = review
    self.words = words
    self.edition = edition
  }

  var city: City { review.portfolio.city }

  /// The page for people: what slipped and what was lost come first.
  public var report: Report {
    var notes = [words.made(edition), words.sentence(.progressMeaning)]
    if let since = review.since { notes.append(words.sentence(.compared(since))) }
    var blocks: [Block] = [heading(.summary), .facts(facts), .list(states)]
    blocks += [.heading(level: 3, words.label(CovenantLabel.missing)), .list(lacks)]
    blocks += [heading(.lost), .list(lost), heading(.slipped), .list(slipped)]
    blocks += changes
    blocks += [heading(.states), .table(itemTable)]
    blocks += indicatorBlocks
    blocks += [heading(.commitments), .table(commitmentTable), heading(.nextYears), .list(next)]
    var report = Report(
      title: words.sentence(.progressTitle(city: words.name(of: city))), notes: notes, blocks: blocks)
    report.notesFirst = true
    return report
  }

  func heading(_ label: CovenantLabel) -> Block { .heading(level: 2, words.label(label)) }

  func column(_ label: CovenantLabel, _ kind: Table.Column.Kind = .token) -> Table.Column {
    Table.Column(words.label(label), kind)
  }

  func title(of item: String) -> String {
    review.portfolio.items.first { $0.id == item }?.title ?? item
  }

  func name(of state: String?) -> String {
    guard let state else { return words.sentence(.nothingTold) }
    return review.frame.state(state)?.term.names.text(in: words.language) ?? state
  }

  private var facts: [FactEntry] {
    var facts: [FactEntry] = []
    if let duties = review.duties {
      if let voted = duties.voted {
        facts.append(FactEntry(words.label(.voted), Phrase(words.date(voted))))
      } else {
        facts.append(FactEntry(words.label(.planDue), Phrase(daysLeft(until: duties.planDue))))
      }
      let due = duties.reportDue(duties.nextReport(on: review.asOf))
      facts.append(FactEntry(words.label(.reportDue), Phrase(daysLeft(until: due))))
    } else {
      let why = city.joinedPlace == nil ? CovenantSentence.notJoined : .joinedUncounted
      facts.append(FactEntry(words.label(.reportDue), Phrase(words.sentence(why))))
    }
    facts.append(FactEntry(words.label(.planned), amount: Phrase(words.money(review.sum(\.planned)))))
    facts.append(FactEntry(words.label(.granted), amount: Phrase(words.money(review.sum(\.granted)))))
    facts.append(
      FactEntry(words.label(CovenantLabel.spent), amount: Phrase(words.money(review.sum(\.spent)))))
    if let since = review.since {
      facts.append(
        FactEntry(
          words.sentence(.spentSinceDay(since)), amount: Phrase(words.money(review.sum(\.spentSince)))))
    }
    return facts
  }

  private func daysLeft(until day: Day) -> String {
    words.sentence(.daysLeft(day, days: review.asOf.days(until: day)))
  }

  private var states: [ListEntry] {
    review.counts.map { state, count in
      ListEntry(Phrase(words.sentence(.stateCount(state: name(of: state?.term.code), items: count))))
    }
  }

  private var lost: [ListEntry] {
    let entries = review.lost.map {
      ListEntry(
        Phrase(words.sentence(.lost(item: $0.item.title, cost: $0.planned))), outcome: .unmet,
        children: ($0.current?.note).map { [ListEntry(Phrase($0))] } ?? [])
    }
    let overcome = review.overcome.map { progress, loss in
      ListEntry(
        Phrase(
          words.sentence(
            .overcome(
              item: progress.item.title, loss.day, loss: name(of: loss.state),
              now: name(of: progress.current?.state)))),
        children: loss.note.map { [ListEntry(Phrase($0))] } ?? [])
    }
    if !entries.isEmpty || !overcome.isEmpty { return entries + overcome }
    return [ListEntry(Phrase(words.sentence(.nothingLost)), outcome: .met)]
  }

  private var slipped: [ListEntry] {
    let entries = review.slipped.compactMap { item in
      item.slip.map { slip in
        ListEntry(
          Phrase(
            words.pair(
              item.item.title,
              words.sentence(.slip(isEnd: slip.isEnd, planned: slip.planned, days: slip.days)))),
          outcome: .unmet)
      }
    }
    return entries.isEmpty ? [ListEntry(Phrase(words.sentence(.nothingSlipped)), outcome: .met)] : entries
  }

  private var itemTable: Table {
    // Without a day to compare with there is nothing to say of what was spent since.
    let compares = review.since != nil
    var columns = [
      Table.Column(words.label(.item), .prose), column(.state), column(.planned, .figure),
      column(.granted, .figure), column(.spent, .figure),
    ]
    if compares { columns.append(column(.spentSince, .figure)) }
    columns.append(column(.note, .prose))
    var table = Table(caption: words.label(.states), columns: columns)
    for item in review.items {
      var cells: [Cell] = [
        .text(item.item.title), .text(name(of: item.current?.state)), .money(item.planned),
        .money(item.granted), .money(item.spent),
      ]
      if compares { cells.append(.money(item.spentSince)) }
      cells.append(.text(item.current?.note))
      table.append(cells, of: ItemName(city.id, item.item.id))
    }
    var totals: [Cell] = [
      .text(words.label(Label.total)), .empty, .money(review.sum(\.planned)), .money(review.sum(\.granted)),
      .money(review.sum(\.spent)),
    ]
    if compares { totals.append(.money(review.sum(\.spentSince))) }
    totals.append(.empty)
    table.append(totals, isTotal: true)
    return table
  }

  private var indicatorBlocks: [Block] {
    let indicators = review.items.flatMap(\.indicators)
    guard !indicators.isEmpty else {
      return [heading(.indicators), .paragraph(Phrase(words.sentence(.noIndicators)))]
    }
    var table = Table(
      caption: words.label(.indicators),
      columns: [
        column(.counted, .prose), Table.Column(words.label(.item), .prose), column(.baseline, .figure),
        column(.lastReading, .figure), Table.Column(words.label(.readOn)), column(.target, .figure),
        column(.reached, .figure), column(.trend),
      ])
    for progress in indicators {
      let indicator = progress.indicator
      table.append([
        .text(indicator.unit), .text(title(of: indicator.item)),
        indicator.baseline.map { Cell.quantity($0) } ?? .empty,
        progress.last.map { Cell.quantity($0.value) } ?? .empty, .day(progress.last?.day),
        indicator.target.map { Cell.quantity($0) } ?? .empty,
        .text(progress.share.map { words.hundredths($0) + "\u{A0}%" }), .text(words.word(progress.trend)),
      ])
    }
    return [heading(.indicators), .table(table)]
  }

  /// One row for each item, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "portfolio", "item", "title", "state", "day", "planned", "granted", "spent", "spent_since",
        "currency",
        "late_days", "lost", "indicators",
      ].map { Table.Column($0) })
    for item in review.items {
      table.append(
        [
          .text(city.id), .text(item.item.id), .text(item.item.title), .text(item.current?.state),
          .day(item.current?.day), .money(item.planned), .money(item.granted), .money(item.spent),
          review.since == nil ? .empty : .money(item.spentSince), .text(city.currency.code),
          item.slip.map { Cell.number($0.days) } ?? .empty, .text(item.meaning == .lost ? "yes" : "no"),
          .text(item.indicators.map(\.indicator.id).joined(separator: "|")),
        ], of: ItemName(city.id, item.item.id))
    }
    return table
  }
}
