import ParapetBudgeting
public import ParapetMatching
public import ParapetModel

/// Everything about one item and one opportunity, ready for every format.
public struct ExplainReport: Document {
  private let match: MatchText
  private let offer: OfferText
  private let portfolio: Portfolio
  private var city: City { portfolio.city }
  private let item: Item
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  /// The titles of the opportunity and of its instruments.
  public var foreign: ForeignTitles {
    words.foreign([match.match.offer.opportunity] + match.match.offer.instruments)
  }
  private let precedents: PrecedentText
  private let placement: PlacementText?

  /// A page of a pair, with the projects that were funded under the opportunity and why the pair stands where it does.
  public init(
    _ match: Match, of item: Item, in portfolio: Portfolio, precedents: [Precedent] = [],
    placement: Placement? = nil,
    words: any Sentences, edition: Edition, identifiers: Identifiers? = nil
  ) {
    let identifiers = identifiers ?? Identifiers(among: [match.offer.opportunity])
    self.portfolio = portfolio
    self.match = MatchText(
      match: match, city: portfolio.city, identifiers: identifiers, words: words,
      refused: portfolio.refusedFacts(of: item.id))
    offer = OfferText(offer: match.offer, identifiers: identifiers, words: words)
    self.item = item
    self.precedents = PrecedentText(precedents: precedents, words: words)
    self.placement = placement.map { PlacementText(placement: $0, match: match, words: words) }
    self.words = words
    self.edition = edition
  }

  /// The page for people.
  public var report: Report {
    var notes = [
      words.made(edition), words.note(.undecidedMeaning), words.note(StandingNote.meaning),
      words.note(.fitMeaning),
    ]
    if match.match.isTimeAssumed { notes.append(words.note(.timeAssumed)) }
    let summary = Block.paragraph(
      Phrase([
        .verdict(match.match.verdict), .plain(", "), .strong(words.word(match.match.standing)),
        .plain(". \(match.why)"),
      ]))
    var sources = SourceNotes()
    let entries = match.entries(noting: &sources)
    let further = offer.thingsToKnow(withCadence: true) + precedents.blocks
    return Report(
      title: "\(words.name(of: city)), \(item.title) — \(match.title) (\(match.identifier))", notes: notes,
      blocks: question + [summary, .facts(facts), .list(entries)]
        + [.heading(level: 2, words.label(PageLabel.sources)), .list(sources.entries)]
        + (further.isEmpty ? [] : [.details(summary: Phrase(words.label(PageLabel.further)), further)]))
  }

  /// The next deadline, else the last one that is over; a source that states one is not called silent.
  private var deadline: String? {
    let opportunity = match.match.offer.opportunity
    if let next = match.match.nextDeadline { return words.date(next.day) }
    if let last = opportunity.entryDeadlines.last ?? opportunity.deadlines.last {
      return words.date(last.day) + " (" + words.label(.over) + ")"
    }
    if opportunity.deadlineModel == .permanent { return words.word(DeadlineModel.permanent) }
    guard case .feed = opportunity.origin, !opportunity.notStated.contains("deadline") else { return nil }
    return words.label(.notUnderstood)
  }

  private var question: [Block] {
    words.measureQuestion(of: item, in: portfolio).map { [.paragraph(Phrase($0))] } ?? []
  }

  private var facts: [FactEntry] {
    let match = match.match
    func fact(_ label: Label, _ value: String?) -> FactEntry {
      FactEntry(words.label(label), Phrase(value ?? words.label(.notStated)))
    }
    func amount(_ label: Label, _ value: Money?) -> FactEntry {
      let unknown =
        portfolio.isPartial(item.id) ? words.note(UnreadNote.notRead) : words.label(.notStated)
      return FactEntry(
        words.label(label), amount: Phrase(value.map { words.money($0) } ?? unknown),
        of: ItemName(city.id, item.id))
    }
    let grant =
      words.grant(match.estimate).map {
        FactEntry(words.label(.grant), amount: Phrase($0), of: ItemName(city.id, item.id))
      } ?? amount(.grant, nil)
    var entries = [
      FactEntry(words.label(NextLabel.nextAction), Phrase(self.match.nextLine)),
      fact(.status, words.word(match.status)), fact(.deadline, deadline),
      amount(.cost, item.totalCost),
      amount(.eligibleCost, match.estimate?.eligible),
      grant,
      amount(.ownContribution, match.estimate?.own),
      fact(.confidence, words.percent(Rate(millionths: Int64(match.confidence) * 10_000))),
    ]
    if let conversion = match.estimate?.assumptions.conversion {
      entries.append(fact(.exchangeRate, words.conversion(conversion)))
    }
    if let placement {
      entries.append(fact(.rank, placement.text))
    } else if let rank = match.rank {
      entries.append(fact(.rank, words.number(rank)))
    }
    if let instrument = match.offer.instruments.first {
      entries.append(fact(.instrument, words.title(of: instrument)))
    }
    return entries
  }

  /// One row for each criterion, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "portfolio", "item", "opportunity", "criterion", "id", "outcome", "required", "stated", "missing",
        "source", "grade",
      ].map { Table.Column($0) })
    for reason in match.match.reasons {
      table.append(
        [
          .text(city.id), .text(item.id), .text(match.identifier), .text(reason.kind), .text(reason.id),
          .text(reason.outcome.rawValue), .text(match.required(reason)),
          .text(match.stated(reason)), .text(reason.missing.map(\.rawValue).joined(separator: "|")),
          .text(reason.citation.source), .text(reason.citation.grade.rawValue),
        ], of: ItemName(city.id, item.id))
    }
    return table
  }

  /// The JSON document, by the schema `explain`.
  public var json: String {
    let body = Body(
      portfolio: city.id, item: item.id, itemTitle: item.title, match: MatchPart(match, of: item),
      conditions: offer.conditions.map { RemarkPart(id: $0.id, $0.text, $0.citation) },
      cadence: OrNull(wrappedValue: offer.cadence.map { RemarkPart($0.text, $0.citation) }),
      whereToApply: OrNull(wrappedValue: offer.whereToApply),
      documents: offer.documents.map { DocumentPart(title: $0.title, url: $0.url) },
      precedents: precedents.precedents.map { PrecedentPart($0, words) },
      placement: OrNull(wrappedValue: placement?.part))
    return JSONDocument("explain", edition, in: words.language, body).text
  }

  private struct Body: Encodable {
    var portfolio: String
    var item: String
    var itemTitle: String
    var match: MatchPart
    var conditions: [RemarkPart]
    var cadence: OrNull<RemarkPart>
    var whereToApply: OrNull<String>
    var documents: [DocumentPart]
    var precedents: [PrecedentPart]
    var placement: OrNull<PlacementText.Part>
  }
}
