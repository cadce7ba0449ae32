import ParapetMatching
public import ParapetModel

/// What a call document says of its topics, clause by clause, with what people have decided about it.
public struct ReadingReport: Document {
  let readings: [DecidedReading]
  let differences: [VersionDifference]
  let findings: [Diagnostic]
  let isKnown: Bool
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report on readings of one document, in its order.
  ///
  /// - Parameter isKnown: whether the document was kept from an earlier reading.
  public init(
    _ readings: [DecidedReading], differences: [VersionDifference] = [], findings: [Diagnostic] = [],
    isKnown: Bool = false, words: any Sentences, edition: Edition
  ) {
    self.readings = readings
    self.differences = differences
    self.findings = findings
    self.isKnown = isKnown
    self.words = words
    self.edition = edition
  }

  /// The page for people: of each topic its figures, what it asks, what nothing took, and what asks nothing.
  public var report: Report {
    var notes = [words.made(edition)]
    if isKnown { notes.append(words.note(DocumentNote.known)) }
    notes.append(words.note(DocumentNote.clausesMeaning))
    var blocks: [Block] = []
    if let document = readings.first?.document { blocks.append(.facts(facts(of: document))) }
    for reading in readings { blocks += self.blocks(of: reading) }
    return Report(title: words.label(DocumentLabel.readDocument), notes: notes, blocks: blocks)
  }

  private func facts(of document: CallDocument) -> [FactEntry] {
    var facts = [FactEntry(words.label(DocumentLabel.document), Phrase(document.name))]
    if let title = document.title { facts.append(FactEntry(words.label(Label.title), Phrase(title))) }
    if let version = document.version {
      facts.append(FactEntry(words.label(DocumentLabel.version), Phrase(version)))
    }
    facts.append(FactEntry(words.label(DocumentLabel.pages), Phrase(words.number(document.pages))))
    return facts
  }

  private func blocks(of decided: DecidedReading) -> [Block] {
    let reading = decided.reading
    let clauses = reading.clauses
    let title = reading.title.map { " — " + $0 } ?? ""
    var blocks: [Block] = [.heading(level: 2, reading.topic + title), .facts(figures(of: reading))]
    let open = clauses.filter { $0.meaning == .open }
    blocks.append(
      .paragraph(
        Phrase(
          words.note(
            DocumentNote.counted(
              clauses: clauses.count, asking: clauses.count(where: \.asksForDecision), open: open.count)))))
    blocks.append(.paragraph(Phrase(state(of: decided))))
    for difference in differences where difference.topic == reading.topic {
      blocks += self.blocks(of: difference)
    }
    let asking = clauses.filter { $0.asksForDecision && $0.meaning != .open }
    if !asking.isEmpty { blocks.append(.table(table(of: asking, decided, words.label(DocumentLabel.asks)))) }
    if !open.isEmpty {
      blocks.append(.table(table(of: open, decided, words.label(DocumentLabel.openClauses))))
    }
    let neutral = clauses.filter { !$0.asksForDecision }
    if !neutral.isEmpty {
      let caption = words.label(DocumentLabel.asksNothing)
      blocks.append(.details(summary: Phrase(caption), [.table(table(of: neutral, decided, caption))]))
    }
    return blocks
  }

  private func state(of decided: DecidedReading) -> String {
    let reading = decided.reading
    if decided.isSettled { return words.note(DocumentNote.settled) }
    if !reading.absent.isEmpty {
      return words.note(DocumentNote.absent(reading.absent.map { words.word($0) }))
    }
    let left = decided.undecided.count
    return words.note(
      left == 0 ? DocumentNote.nothingAsked(topic: reading.topic) : .undecided(left, topic: reading.topic))
  }

  private func figures(of reading: TopicReading) -> [FactEntry] {
    var facts = [FactEntry(words.label(DocumentLabel.page), Phrase(words.number(reading.page)))]
    func add(_ label: DocumentLabel, _ value: String?) {
      if let value { facts.append(FactEntry(words.label(label), Phrase(value))) }
    }
    add(.call, reading.call)
    add(.typeOfAction, reading.typeOfAction)
    add(.budget, reading.budget.map { words.money($0.amount) + page($0.page) })
    let grants = [reading.minimumGrant, reading.maximumGrant].compactMap(\.self)
    let amounts = grants.map { words.money($0.amount) }.joined(separator: " – ")
    add(.grant, grants.last.map { amounts + page($0.page) })
    add(.rate, reading.rate.map { words.percent($0.rate) + page($0.page) })
    add(
      .deadlines,
      reading.deadlines.isEmpty ? nil : reading.deadlines.map { words.date($0) }.joined(separator: ", "))
    return facts
  }

  private func page(_ number: Int) -> String { " (p. \(number))" }

  private func blocks(of difference: VersionDifference) -> [Block] {
    var entries: [ListEntry] = []
    func add(_ label: DocumentLabel, _ clauses: [Clause]) {
      for clause in clauses {
        entries.append(
          ListEntry(Phrase(words.pair(words.label(label), words.quoted(clause.quote) + page(clause.page)))))
      }
    }
    add(.added, difference.added)
    add(.dropped, difference.dropped)
    for decision in difference.lapsed {
      entries.append(
        ListEntry(
          Phrase(
            words.note(
              DocumentNote.lapsed(by: decision.by, on: words.date(decision.on), quote: decision.quote)))))
    }
    return [
      .heading(level: 3, words.label(DocumentLabel.changesSince)),
      .paragraph(Phrase(words.note(DocumentNote.since(difference.before)))), .list(entries),
    ]
  }

  private func table(of clauses: [Clause], _ decided: DecidedReading, _ caption: String) -> Table {
    var table = Table(
      caption: caption,
      columns: [
        Table.Column(words.label(DocumentLabel.number), .figure),
        Table.Column(words.label(DocumentLabel.page), .figure),
        Table.Column(words.label(DocumentLabel.words), .prose),
        Table.Column(words.label(DocumentLabel.meaning), .prose),
        Table.Column(words.label(DocumentLabel.decision), .prose),
      ])
    for clause in clauses {
      table.append([
        .number(clause.number), .number(clause.page), .text(clause.quote), .text(meaning(of: clause)),
        clause.asksForDecision ? .text(decision(on: clause, decided)) : .empty,
      ])
    }
    return table
  }

  /// What was made of a clause, in words.
  func meaning(of clause: Clause) -> String {
    switch clause.meaning {
    case .criteria(let criteria):
      criteria.isEmpty
        ? words.note(DocumentNote.figure)
        : words.list(criteria.map { words.required($0.required(on: edition.asOf)) })
    case .neutral(let nature): words.word(nature)
    case .open: words.note(DocumentNote.notTaken)
    }
  }

  private func decision(on clause: Clause, _ decided: DecidedReading) -> String {
    guard let decision = decided.decision(on: clause) else { return words.note(DocumentNote.proposed) }
    let day = words.date(decision.on)
    return words.note(
      decision.isAccepted
        ? DocumentNote.accepted(by: decision.by, on: day) : .setAside(by: decision.by, on: day))
  }

  /// One row for each clause, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "topic", "clause", "section", "heading", "page", "last_page", "quote", "meaning", "nature",
        "criteria", "decision",
        "by", "on",
      ].map { Table.Column($0) })
    for decided in readings {
      for clause in decided.reading.clauses {
        let decision = decided.decision(on: clause)
        table.append([
          .text(decided.reading.topic), .number(clause.number), .text(clause.section.rawValue),
          .text(clause.heading),
          .number(clause.page), .number(clause.lastPage), .text(clause.quote), .text(clause.meaning.code),
          .text(clause.meaning.nature?.rawValue), .text(clause.meaning.kinds.joined(separator: "|")),
          .text(decision.map { $0.isAccepted ? "accepted" : "rejected" }), .text(decision?.by),
          .day(decision?.on),
        ])
      }
    }
    return table
  }
}

extension Clause.Meaning {
  /// Its code for machines.
  var code: String {
    switch self {
    case .criteria(let criteria): criteria.isEmpty ? "figure" : "criteria"
    case .neutral: "neutral"
    case .open: "open"
    }
  }

  var nature: ClauseNature? { if case .neutral(let nature) = self { nature } else { nil } }

  /// The kinds of its criteria.
  var kinds: [String] { if case .criteria(let criteria) = self { criteria.map(\.kind) } else { [] } }
}
