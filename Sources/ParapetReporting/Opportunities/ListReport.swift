public import ParapetMatching
public import ParapetModel

/// The opportunities of a catalogue with their status on a day, ready for every format.
public struct ListReport: Document {
  private let texts: [OfferText]
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A list of offers in the order given.
  ///
  /// - Parameter identifiers: how opportunities are named; without it, by what is unique among those listed.
  public init(
    _ offers: [Offer], words: any Sentences, edition: Edition, identifiers: Identifiers? = nil
  ) {
    let identifiers = identifiers ?? Identifiers(among: offers.lazy.map(\.opportunity))
    texts = offers.map { OfferText(offer: $0, identifiers: identifiers, words: words) }
    self.words = words
    self.edition = edition
  }

  /// The order in which lists show offers: status on the day, next deadline, identifier.
  public static func sorted(_ offers: [Offer], on day: Day) -> [Offer] {
    offers.map { offer in
      let opportunity = offer.opportunity
      let next = opportunity.nextDeadline(on: day)?.day.number ?? .max
      return (
        offer, opportunity.status(on: day), next,
        opportunity.identifier + "\0" + (opportunity.reference ?? "")
      )
    }
    .sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }.map(\.0)
  }

  /// The page for people.
  public var report: Report {
    var table = Table(
      caption: words.label(.opportunities),
      columns: [
        Table.Column(words.label(.opportunity)), Table.Column(words.label(.title), .prose),
        Table.Column(words.label(.programme), .prose), Table.Column(words.label(.status)),
        Table.Column(words.label(.opening)), Table.Column(words.label(BriefLabel.deadlineAndDays)),
        Table.Column(words.label(.minimumGrant), .figure), Table.Column(words.label(.maximumGrant), .figure),
      ])
    for text in texts {
      table.append([
        .link(text.identifier, url: text.opportunity.landingPage ?? ""),
        .phrase(words.titled(text.opportunity)),
        .text(text.programme), .text(status(text)), .day(text.opportunity.openingDate),
        deadlineAndDays(text), .money(text.offer.funding.minimumGrant?.value),
        .money(text.offer.funding.maximumGrant?.value),
      ])
    }
    return Report(
      title: words.label(.opportunities), notes: [words.made(edition), words.note(.listed(texts.count))],
      blocks: texts.isEmpty ? [] : [.table(table.inWorkbook(as: sheet))])
  }

  /// The same with a value in each cell.
  private var sheet: Table {
    func name(_ code: String) -> String { words.columnName(code) }
    var table = Table(
      caption: words.label(.opportunities),
      columns: [
        Table.Column(words.label(.opportunity)), Table.Column(words.label(.title), .prose),
        Table.Column(words.label(.programme), .prose), Table.Column(words.label(.status)),
        Table.Column(words.label(.opening)), Table.Column(words.label(.deadline)),
        Table.Column(name("days_left"), .figure), Table.Column(words.label(.minimumGrant), .figure),
        Table.Column(words.label(.maximumGrant), .figure),
      ])
    for text in texts {
      let day = deadline(text)
      table.append([
        .link(text.identifier, url: text.opportunity.landingPage ?? ""), .text(text.title),
        .text(text.programme), .text(status(text)), .day(text.opportunity.openingDate), .day(day),
        .number(day.map { edition.asOf.days(until: $0) }),
        .money(text.offer.funding.minimumGrant?.value), .money(text.offer.funding.maximumGrant?.value),
      ])
    }
    return table
  }

  /// The status on the day, and whether its source still has it.
  private func status(_ text: OfferText) -> String {
    let status = words.word(text.opportunity.status(on: edition.asOf))
    switch text.opportunity.presence {
    case .present: return status
    case .missing: return status + ", " + words.word(RecordChange.Kind.missing)
    case .withdrawn: return status + ", " + words.word(RecordChange.Kind.withdrawn)
    }
  }

  /// One row for each opportunity, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "opportunity", "reference", "level", "title", "programme", "status", "opening", "deadline",
        "minimum_grant", "maximum_grant", "currency", "page", "missing_since", "withdrawn_on",
      ].map { Table.Column($0) })
    for text in texts {
      let funding = text.offer.funding
      let minimum = funding.minimumGrant?.value
      let maximum = funding.maximumGrant?.value
      table.append([
        .text(text.identifier), .text(text.opportunity.reference), .text(text.opportunity.level.rawValue),
        .text(text.title), .text(text.programme), .text(text.opportunity.status(on: edition.asOf).rawValue),
        .day(text.opportunity.openingDate), .day(deadline(text)), .money(minimum), .money(maximum),
        .text((minimum ?? maximum)?.currency.code), .text(text.opportunity.landingPage),
        .day(text.opportunity.presence.missingSince), .day(text.opportunity.presence.withdrawnOn),
      ])
    }
    return table
  }

  /// The JSON document, by the schema `list`.
  public var json: String {
    JSONDocument(
      "list", edition, in: words.language, Body(opportunities: texts.map { Entry($0, edition.asOf) })
    ).text
  }

  /// The next deadline with the days left, stressed where they are few.
  private func deadlineAndDays(_ text: OfferText) -> Cell {
    guard let day = deadline(text) else { return .empty }
    let left = edition.asOf.days(until: day)
    let text = words.date(day) + ", " + words.sentence(BriefSentence.daysLeft(left))
    return left < Brief.pressing ? .phrase(Phrase([.strong(text)])) : .text(text)
  }

  private func deadline(_ text: OfferText) -> Day? { text.opportunity.nextDeadline(on: edition.asOf)?.day }

  private struct Body: Encodable {
    var opportunities: [Entry]
  }

  private struct Entry: Encodable {
    var opportunity: String
    @OrNull var reference: String?
    var level: String
    var title: String
    @OrNull var programme: String?
    var status: String
    @OrNull var missingSince: String?
    @OrNull var withdrawnOn: String?
    @OrNull var openingDate: String?
    @OrNull var nextDeadline: String?
    @OrNull var minimumGrant: Amount?
    @OrNull var maximumGrant: Amount?
    @OrNull var landingPage: String?

    init(_ text: OfferText, _ day: Day) {
      opportunity = text.identifier
      _reference = OrNull(wrappedValue: text.opportunity.reference)
      level = text.opportunity.level.rawValue
      title = text.title
      _programme = OrNull(wrappedValue: text.programme)
      status = text.opportunity.status(on: day).rawValue
      _missingSince = OrNull(wrappedValue: text.opportunity.presence.missingSince?.description)
      _withdrawnOn = OrNull(wrappedValue: text.opportunity.presence.withdrawnOn?.description)
      _openingDate = OrNull(wrappedValue: text.opportunity.openingDate?.description)
      _nextDeadline = OrNull(wrappedValue: text.opportunity.nextDeadline(on: day)?.day.description)
      _minimumGrant = OrNull(wrappedValue: (text.offer.funding.minimumGrant?.value).map { Amount($0) })
      _maximumGrant = OrNull(wrappedValue: (text.offer.funding.maximumGrant?.value).map { Amount($0) })
      _landingPage = OrNull(wrappedValue: text.opportunity.landingPage)
    }
  }
}
