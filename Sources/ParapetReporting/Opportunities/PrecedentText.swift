import ParapetModel

/// What can be said in one language of the projects that were funded under an opportunity.
struct PrecedentText {
  let precedents: [Precedent]
  let words: any Sentences

  /// The section of a page, or nothing where no project is known.
  var blocks: [Block] {
    guard !precedents.isEmpty else { return [] }
    return [
      .heading(level: 2, words.label(.precedents)),
      .paragraph(Phrase(words.note(.funded(count: precedents.count, paid: paid.map { words.money($0) })))),
    ]
      + precedents.map {
        .details(summary: summary($0), [.facts(facts($0)), .list($0.participants.map(entry))])
      }
  }

  /// What the projects got together, where that is known of each; all amounts of the register are in euro.
  private var paid: Money? {
    let amounts = precedents.map(\.paid)
    guard amounts.allSatisfy({ $0 != nil }) else { return nil }
    return Money.sum(amounts.compactMap(\.self))
  }

  /// The short name, the title, the money and who led it.
  private func summary(_ precedent: Precedent) -> Phrase {
    let title = precedent.titles.text(in: words.language)
    let parts = [
      precedent.acronym == nil ? nil : title, precedent.paid.map { words.money($0) },
      precedent.participants.first { $0.role == .coordinator }.map {
        words.pair(words.word($0.role), name($0))
      },
    ]
    let rest = parts.compactMap(\.self).map { " — " + $0 }.joined()
    return Phrase([.strong(precedent.acronym ?? title ?? precedent.id), .plain(rest)])
  }

  private func facts(_ precedent: Precedent) -> [FactEntry] {
    func fact(_ label: Label, _ value: String?) -> FactEntry? {
      value.map { FactEntry(words.label(label), Phrase($0)) }
    }
    let page = precedent.page.map { FactEntry(words.label(.source), .link($0, url: $0)) }
    let period = [precedent.start, precedent.end].map { $0.map { words.date($0) } ?? "…" }
    return [
      fact(.project, precedent.id),
      fact(
        .opportunity, precedent.topics.isEmpty ? nil : precedent.topics.joined(separator: ", ")),
      precedent.start == nil && precedent.end == nil
        ? nil : fact(.period, period.joined(separator: " – ")),
      fact(.totalCost, precedent.totalCost.map { words.money($0) }),
      fact(.grant, precedent.paid.map { words.money($0) }),
      fact(.scheme, precedent.scheme),
      fact(
        .partners,
        precedent.participants.isEmpty
          ? nil
          : words.note(.participants(precedent.participants.count, countries: precedent.countries.count))),
      page,
    ].compactMap(\.self)
  }

  /// Who a participant is, in what role, and what stays with it.
  private func entry(_ participant: Precedent.Participant) -> ListEntry {
    var parts = [name(participant)]
    if participant.role != .participant { parts.append(words.word(participant.role)) }
    if let kind = participant.kind { parts.append(words.word(kind)) }
    if participant.isSmall == true { parts.append(words.label(.smallEnterprise)) }
    if participant.hasLeft { parts.append(words.note(.leftEarly)) }
    let who = parts.joined(separator: ", ")
    guard let amount = participant.netContribution ?? participant.contribution else {
      return ListEntry(Phrase(who))
    }
    return ListEntry(Phrase(words.pair(who, words.money(amount))))
  }

  private func name(_ participant: Precedent.Participant) -> String {
    participant.name + (participant.country.map { " (\(words.name($0)))" } ?? "")
  }

  /// One row for each participant of each project, for machines.
  var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "project", "acronym", "title", "topic", "call", "scheme", "start", "end", "total_cost",
        "contribution",
        "participant", "country", "role", "kind", "participant_contribution", "net_contribution", "left",
        "currency", "page",
      ].map { Table.Column($0) })
    for precedent in precedents {
      let project: [Cell] = [
        .text(precedent.id), .text(precedent.acronym), .text(precedent.titles.text(in: words.language)),
        .text(precedent.topics.joined(separator: "|")), .text(precedent.calls.joined(separator: "|")),
        .text(precedent.scheme), .day(precedent.start), .day(precedent.end), .money(precedent.totalCost),
        .money(precedent.paid),
      ]
      let foot: [Cell] = [.text(Currency.euro.code), .text(precedent.page)]
      // A project of which no participant is known is still a project.
      if precedent.participants.isEmpty {
        table.append(project + Array(repeating: .empty, count: 7) + foot)
      }
      for participant in precedent.participants {
        table.append(
          project + [
            .text(participant.name), .text(participant.country?.code), .text(participant.role.rawValue),
            .text(participant.kind?.rawValue), .money(participant.contribution),
            .money(participant.netContribution), .text(String(participant.hasLeft)),
          ] + foot)
      }
    }
    return table
  }
}

/// A funded project as JSON.
struct PrecedentPart: Encodable {
  var project: String
  @OrNull var acronym: String?
  @OrNull var title: String?
  var topics: [String]
  var calls: [String]
  @OrNull var programme: String?
  @OrNull var scheme: String?
  @OrNull var start: String?
  @OrNull var end: String?
  @OrNull var totalCost: Amount?
  @OrNull var contribution: Amount?
  @OrNull var page: String?
  var participants: [ParticipantPart]

  init(_ precedent: Precedent, _ words: any Sentences) {
    project = precedent.id
    _acronym = OrNull(wrappedValue: precedent.acronym)
    _title = OrNull(wrappedValue: precedent.titles.text(in: words.language))
    topics = precedent.topics
    calls = precedent.calls
    _programme = OrNull(wrappedValue: precedent.programme)
    _scheme = OrNull(wrappedValue: precedent.scheme)
    _start = OrNull(wrappedValue: precedent.start?.description)
    _end = OrNull(wrappedValue: precedent.end?.description)
    _totalCost = OrNull(precedent.totalCost)
    _contribution = OrNull(precedent.paid)
    _page = OrNull(wrappedValue: precedent.page)
    participants = precedent.participants.map(ParticipantPart.init)
  }

  struct ParticipantPart: Encodable {
    var name: String
    @OrNull var country: String?
    @OrNull var town: String?
    var role: String
    @OrNull var kind: String?
    @OrNull var small: Bool?
    var left: Bool
    @OrNull var contribution: Amount?
    @OrNull var netContribution: Amount?
    @OrNull var totalCost: Amount?

    init(_ participant: Precedent.Participant) {
      name = participant.name
      _country = OrNull(wrappedValue: participant.country?.code)
      _town = OrNull(wrappedValue: participant.town)
      role = participant.role.rawValue
      _kind = OrNull(wrappedValue: participant.kind?.rawValue)
      _small = OrNull(wrappedValue: participant.isSmall)
      left = participant.hasLeft
      _contribution = OrNull(participant.contribution)
      _netContribution = OrNull(participant.netContribution)
      _totalCost = OrNull(participant.totalCost)
    }
  }
}
