/// What a document says of a topic, with what people have decided about it.
public struct DecidedReading: Hashable, Sendable {
  /// The document.
  public var document: CallDocument
  /// What it says of the topic.
  public var reading: TopicReading
  /// The day of the reading.
  public var readOn: Day
  /// The last decision about each clause, by its key.
  public var decisions: [String: ClauseDecision]
  /// The day on which a new version changed its clauses; nothing where none did.
  public var changedOn: Day?

  /// A reading from its parts.
  public init(
    document: CallDocument, reading: TopicReading, readOn: Day, decisions: [String: ClauseDecision] = [:]
  ) {
    self.document = document
    self.reading = reading
    self.readOn = readOn
    self.decisions = decisions
  }

  /// The decision about a clause.
  public func decision(on clause: Clause) -> ClauseDecision? { decisions[clause.key] }

  /// Clauses that nobody has decided about and somebody must.
  public var undecided: [Clause] {
    reading.clauses.filter { $0.asksForDecision && decision(on: $0) == nil }
  }

  /// Whether the document was read to its end and a person has decided about everything that it asks: then nothing
  /// else is asked of those who apply.
  public var isSettled: Bool {
    guard reading.absent.isEmpty, undecided.isEmpty else { return false }
    // Where nothing is asked, somebody must have said so of the whole.
    return reading.clauses.contains(where: \.asksForDecision) || decisions[reading.key]?.isAccepted ?? false
  }

  /// What the document asks, as one requirement.
  ///
  /// What was accepted is graded `call` and names who accepted it; what was not stays `read-from-text` and can shut
  /// nobody out; what was set aside is left out. Where the reading is not settled, one criterion says so and keeps
  /// the topic open.
  public var requirement: Requirement {
    var parts: [Requirement] = []
    for clause in reading.clauses {
      let decision = decision(on: clause)
      if let decision, !decision.isAccepted { continue }
      switch clause.meaning {
      case .neutral: continue
      case .criteria(let criteria):
        parts += criteria.map { .criterion(cited($0, clause, decision)) }
      case .open:
        let criterion = Criterion(
          id: "clause-\(clause.number)", kind: "sentence",
          parameters: [Criterion.Parameter("text", ["of": "open"])],
          citation: Citation(grade: .readFromText, source: source))
        parts.append(.criterion(cited(criterion, clause, decision)))
      }
    }
    if !isSettled {
      parts.append(
        .criterion(
          Criterion(
            id: "own-document", kind: "sentence",
            parameters: [Criterion.Parameter("text", ["of": "document"])],
            citation: Citation(grade: .readFromText, source: source))))
    }
    return .all(parts)
  }

  private var source: String { document.name }

  private func cited(_ criterion: Criterion, _ clause: Clause, _ decision: ClauseDecision?) -> Criterion {
    var criterion = criterion
    var words = "“\(clause.quote)” (p. \(clause.page)"
    if let decision { words += "; \(decision.by), \(decision.on)" }
    criterion.citation = Citation(
      grade: decision == nil ? .readFromText : .call, source: source, why: words + ")")
    return criterion
  }
}

extension Opportunity {
  /// The dialect's name of topics that nothing but a document states.
  public static let documentDialect = "call-document"

  /// The topic of a document, of which no feed has a record.
  public init(_ decided: DecidedReading) {
    let reading = decided.reading
    self.init(level: .topic, identifier: reading.topic, origin: .feed(Opportunity.documentDialect))
    if let title = reading.title { titles = [LocalizedText(title, language: "en")] }
    if let call = reading.call { partOf = [PartOf(level: .call, ref: call)] }
    // The portal's identifiers begin with their programme, by which a topic finds its instrument.
    let short = reading.topic.prefix { $0 != "-" }
    programme = SEDIAProgramme.abbreviated(String(short))
    if let type = reading.typeOfAction {
      // Work programmes leave out the word with which the portal's labels begin.
      let label = short == "HORIZON" && !type.hasPrefix("HORIZON") ? "HORIZON " + type : type
      typesOfAction = [Coded(code: "", label: label)]
    }
    openingDate = reading.opening
    deadlines = reading.deadlines.map { Deadline(day: $0) }
    complete(from: decided)
  }

  /// The opportunity with what a document says of it and its own record does not.
  ///
  /// A record whose own conditions were read says the same as the document, and keeps them; one that only points to the
  /// document, or states none, takes those of the document.
  public func completed(by decided: DecidedReading) -> Opportunity {
    var result = self
    result.complete(from: decided)
    return result
  }

  private mutating func complete(from decided: DecidedReading) {
    let reading = decided.reading
    // What the city found out before a new version was of the old one.
    if let changed = decided.changedOn { changedOn = max(changed, changedOn ?? changed) }
    func citation(_ quote: String, _ page: Int) -> Citation {
      let clause = reading.clauses.first { $0.quote == quote }
      let decision = clause.flatMap { decided.decision(on: $0) }
      return Citation(
        grade: decision?.isAccepted ?? false ? .call : .readFromText, source: decided.document.name,
        why: "“\(quote)” (p. \(page))")
    }
    if funding.available.isEmpty, let budget = reading.budget {
      funding.available = [
        AvailableAmount(
          amount: budget.amount, year: nil, scope: .topic, citation: citation(budget.quote, budget.page))
      ]
    }
    if funding.minimumGrant == nil, let figure = reading.minimumGrant {
      funding.minimumGrant = Cited(figure.amount, citation(figure.quote, figure.page))
    }
    if funding.maximumGrant == nil, let figure = reading.maximumGrant {
      funding.maximumGrant = Cited(figure.amount, citation(figure.quote, figure.page))
    }
    if funding.rates.isEmpty, let rate = reading.rate {
      funding.rates = [
        FundingRate(id: "document-rate", maximum: rate.rate, citation: citation(rate.quote, rate.page))
      ]
    }
    guard let stated = requirements else {
      requirements = decided.requirement
      return
    }
    // A record that was read whole says what the document says.
    guard stated.criteria.contains(where: \.pointsToDocument) else { return }
    requirements = .all(stated.withoutPointers + [decided.requirement])
  }
}

extension Criterion {
  /// Whether it says that the rule stands in another document.
  fileprivate var pointsToDocument: Bool {
    kind == "sentence" && parameters.contains { $0.attributes["of"] == "document" }
  }
}

extension Requirement {
  /// Its parts but for those that say that a rule stands in another document.
  fileprivate var withoutPointers: [Requirement] {
    guard case .all(let parts) = self else {
      if case .criterion(let criterion) = self, criterion.pointsToDocument { return [] }
      return [self]
    }
    return parts.filter { part in
      if case .criterion(let criterion) = part { !criterion.pointsToDocument } else { true }
    }
  }
}
