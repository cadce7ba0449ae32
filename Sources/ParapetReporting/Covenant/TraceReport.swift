import ParapetMatching
import ParapetModel
public import ParapetPlanning

/// The way from each commitment to what is measured, ready for every format.
public struct TraceReport: Document {
  let trace: CommitmentTrace
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  private let identifiers: Identifiers

  /// A report of a trace.
  public init(_ trace: CommitmentTrace, words: any Sentences, edition: Edition) {
    self.trace = trace
    self.words = words
    self.edition = edition
    identifiers = Identifiers(among: trace.paths.compactMap(\.funding?.offer.opportunity))
  }

  private var city: City { trace.portfolio.city }

  /// The page for people: where ways break off comes first.
  public var report: Report {
    Report(
      title: words.sentence(.traceTitle(city: words.name(of: city))),
      notes: [words.made(edition), words.sentence(.traceMeaning)],
      blocks: [
        .heading(level: 2, words.label(.gaps)), .list(gaps), .heading(level: 2, words.label(.path)),
        .table(paths),
      ])
  }

  private var gaps: [ListEntry] {
    guard !trace.gaps.isEmpty else {
      return [ListEntry(Phrase(words.sentence(.noGap)), outcome: .met)]
    }
    return CommitmentTrace.Gap.Kind.allCases.flatMap { kind -> [ListEntry] in
      let gaps = trace.gaps.filter { $0.kind == kind }
      let outcome: Outcome = kind == .indicatorWithoutReading ? .undecided : .unmet
      guard gaps.count > 1 else {
        return gaps.map { ListEntry(Phrase(words.sentence(.gap($0, name: shown($0)))), outcome: outcome) }
      }
      return [
        ListEntry(
          Phrase(words.sentence(.gaps(kind, gaps.count))), outcome: outcome,
          children: gaps.map { ListEntry(Phrase(shown($0))) })
      ]
    }
  }

  private func shown(_ gap: CommitmentTrace.Gap) -> String {
    switch gap {
    case .componentWithoutItem(let half): words.word(half)
    case .commitmentWithoutItem(let number):
      [words.number(number), words.vocabulary.commitments[number]].compactMap(\.self).joined(separator: " – ")
    case .itemWithoutMoney(let item), .moneyWithoutIndicator(let item), .itemWithoutCommitment(let item),
      .spentWithoutSource(let item), .lostMoney(let item):
      trace.portfolio.items.first { $0.id == item }?.title ?? item
    case .indicatorWithoutReading(let id), .indicatorWithoutCommitment(let id):
      trace.portfolio.records.indicators.first { $0.id == id }?.unit ?? id
    }
  }

  private var paths: Table {
    // Before the first grant there is nothing to show of what was granted.
    let isGranted = trace.paths.contains { $0.granted != nil }
    var columns = [
      Table.Column(words.label(Label.number), .figure), Table.Column(words.label(.item), .prose),
      Table.Column(words.label(.opportunity)), Table.Column(words.label(.cost), .figure),
      Table.Column(words.label(.budgetLines), .figure), Table.Column(words.label(Label.grant), .figure),
    ]
    if isGranted { columns.append(Table.Column(words.label(CovenantLabel.granted), .figure)) }
    columns += [
      Table.Column(words.label(CovenantLabel.spent), .figure),
      Table.Column(words.label(.indicator), .prose),
    ]
    var table = Table(caption: words.label(.path), columns: columns)
    for path in trace.paths {
      var cells: [Cell] = [
        .number(path.commitment), .text(path.item?.title),
        .text(path.funding.map { identifiers.shown($0.offer.opportunity) }), .money(path.cost),
        path.item == nil ? .empty : .number(path.lines), .money(path.funding?.grant),
      ]
      if isGranted { cells.append(.money(path.granted)) }
      cells.append(.money(path.spent))
      cells.append(.text(path.indicator?.unit))
      table.append(cells, of: path.item.map { ItemName(city.id, $0.id) })
    }
    return table
  }

  /// One row for each way and each gap, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "portfolio", "kind", "commitment", "item", "opportunity", "cost", "lines", "grant", "spent",
        "currency", "indicator", "gap", "granted",
      ].map { Table.Column($0) })
    for path in trace.paths {
      table.append([
        .text(city.id), .text("path"), .number(path.commitment), .text(path.item?.id),
        .text(path.funding.map { identifiers.shown($0.offer.opportunity) }), .money(path.cost),
        .number(path.lines), .money(path.funding?.grant), .money(path.spent), .text(city.currency.code),
        .text(path.indicator?.id), .empty, .money(path.granted),
      ])
    }
    for gap in trace.gaps {
      let part = GapPart(gap)
      table.append([
        .text(city.id), .text("gap"), part.commitment.map { Cell.number($0) } ?? .empty, .text(part.item),
        .empty, .empty, .empty, .empty, .empty, .empty, .text(part.indicator), .text(part.kind), .empty,
      ])
    }
    return table
  }

  /// The JSON document, by the schema `trace`.
  public var json: String {
    JSONDocument(
      "trace", edition, in: words.language,
      Body(
        portfolio: city.id,
        paths: trace.paths.map { path in
          PathPart(
            commitment: path.commitment, item: OrNull(wrappedValue: path.item?.id),
            opportunity: OrNull(wrappedValue: path.funding.map { identifiers.shown($0.offer.opportunity) }),
            cost: OrNull(wrappedValue: path.cost.map { Amount($0) }), lines: path.lines,
            grant: OrNull(wrappedValue: path.funding.map { Amount($0.grant) }),
            granted: OrNull(wrappedValue: path.granted.map { Amount($0) }),
            spent: OrNull(wrappedValue: path.spent.map { Amount($0) }),
            indicator: OrNull(wrappedValue: path.indicator?.id))
        },
        gaps: trace.gaps.map { GapPart($0, text: words.sentence(.gap($0, name: shown($0)))) })
    ).text
  }

  private struct Body: Encodable {
    var portfolio: String
    var paths: [PathPart]
    var gaps: [GapPart]
  }

  private struct PathPart: Encodable {
    var commitment: Int
    var item: OrNull<String>
    var opportunity: OrNull<String>
    var cost: OrNull<Amount>
    var lines: Int
    var grant: OrNull<Amount>
    var granted: OrNull<Amount>
    var spent: OrNull<Amount>
    var indicator: OrNull<String>
  }

  /// A place where a way breaks off, by code.
  private struct GapPart: Encodable {
    var kind: String
    @OrNull var commitment: Int?
    @OrNull var item: String?
    @OrNull var indicator: String?
    var text: String

    init(_ gap: CommitmentTrace.Gap, text: String = "") {
      self.text = text
      kind = gap.kind.rawValue
      var (commitment, item, indicator): (Int?, String?, String?) = (nil, nil, nil)
      switch gap {
      case .componentWithoutItem: break
      case .commitmentWithoutItem(let number): commitment = number
      case .itemWithoutMoney(let id), .moneyWithoutIndicator(let id), .itemWithoutCommitment(let id),
        .spentWithoutSource(let id), .lostMoney(let id):
        item = id
      case .indicatorWithoutReading(let id), .indicatorWithoutCommitment(let id): indicator = id
      }
      _commitment = OrNull(wrappedValue: commitment)
      _item = OrNull(wrappedValue: item)
      _indicator = OrNull(wrappedValue: indicator)
    }
  }
}
