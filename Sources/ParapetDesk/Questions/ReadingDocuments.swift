import ParapetCatalogue
import ParapetFeeds
public import ParapetModel

/// Which document is to be read, and for which topics.
public struct DocumentQuestion: Hashable, Sendable {
  /// The file.
  public var path: String
  /// The topics; none means all that it has.
  public var topics: [String]
  /// The day of the reading.
  public var readOn: Day
  /// Whether it takes the place of another document that speaks of the same topic.
  public var takesPlace = false

  /// A document that is read on a day.
  public init(_ path: String, topics: [String], readOn: Day) {
    self.path = path
    self.topics = topics
    self.readOn = readOn
  }
}

/// What became of a document, or of clauses that a person has decided about.
public struct DocumentAnswer: Sendable {
  /// What it says of each topic, with what people decided; nothing where it could not be read.
  public var readings: [DecidedReading] = []
  /// What changed from the version before.
  public var differences: [VersionDifference] = []
  /// Whether it was kept from an earlier reading.
  public var isKnown = false
  /// What is not as it should be.
  public var findings: [Diagnostic] = []

  /// Whether something was refused.
  public var isWanting: Bool { findings.contains { $0.severity == .error } }
}

extension Inquiry {
  /// The form of the reader: a document that an earlier one read is read again.
  static let documentReader = "1"

  /// Reads a call document or a work programme into the catalogue, which is made where there is none.
  ///
  /// A document is known by its bytes, so that a second reading reads nothing. What cannot be read is a finding, and
  /// nothing of it is kept.
  ///
  /// - Throws: `Failure` where the file is not there, poppler is not installed, or the catalogue cannot be used.
  public func readDocument(_ question: DocumentQuestion) throws(Failure) -> DocumentAnswer {
    try Failure.on {
      var answer = DocumentAnswer()
      do {
        let reader = try CallDocumentReader(path: question.path)
        let catalogue = try desk.catalogue(creating: true)
        let known = try catalogue.document(hash: reader.hash).flatMap { stored in
          stored.reader == Inquiry.documentReader ? stored : nil
        }
        if let known, question.topics.allSatisfy({ known.document.reading(of: $0) != nil }) {
          answer.isKnown = true
          try show(known, question, in: catalogue, &answer)
          return answer
        }
        var reading = try reader.read(topics: question.topics)
        answer.findings = reading.findings
        let others = try DocumentShelf(catalogue)
        leaveOut(&reading.document, question, others, &answer)
        guard !reading.document.topics.isEmpty else { return answer }
        reading.document.topics +=
          known?.document.topics.filter { reading.document.reading(of: $0.topic) == nil } ?? []
        let stored = StoredDocument(
          document: reading.document, readOn: question.readOn, reader: Inquiry.documentReader)
        try compare(stored, with: others, in: catalogue, &answer)
        try catalogue.keep(stored)
        try show(stored, question, in: catalogue, &answer)
      } catch CallDocumentError.refused(let finding) {
        answer.findings.append(finding)
      }
      return answer
    }
  }

  /// What people have decided about the clauses of a topic's document, after a decision about some of them.
  ///
  /// - Parameters:
  ///   - topic: the topic's identifier.
  ///   - numbers: the clauses; none means all, which also says that the document asks nothing else.
  ///   - rejecting: whether they are set aside instead.
  /// - Throws: `Failure` where no document of the topic was read, or it has no such clause.
  public func decide(
    on topic: String, clauses numbers: [Int], by name: String, on day: Day, rejecting: Bool = false
  ) throws(Failure) -> DocumentAnswer {
    try Failure.on {
      let catalogue = try desk.catalogue()
      guard let found = try decidedReadings()[topic.lowercased()] else {
        throw Failure(
          .notThere,
          Message(
            en: "no document that was read speaks of '\(topic)'; read one with 'parapet read-document'",
            fr: "aucun document lu ne parle de « \(topic) » ; lisez-en un avec « parapet read-document »"))
      }
      guard let name = name.stated else {
        throw Failure(
          .misuse, Message(en: "--by needs the name of a person", fr: "--by demande le nom d’une personne"))
      }
      let known = Set(found.reading.clauses.map(\.number))
      if let other = numbers.first(where: { !known.contains($0) }) {
        throw Failure(
          .misuse,
          Message(
            en: "the document of '\(found.reading.topic)' has no clause \(other); it has 1 to \(known.count)",
            fr:
              "le document de « \(found.reading.topic) » n’a pas de clause \(other) ; il va de 1 à \(known.count)"
          ))
      }
      let clauses = found.reading.clauses.filter { clause in
        numbers.isEmpty ? clause.asksForDecision : numbers.contains(clause.number)
      }
      var decisions = clauses.map { clause in
        ClauseDecision(
          topic: found.reading.topic, key: clause.key, quote: clause.quote, isAccepted: !rejecting, by: name,
          on: day)
      }
      if numbers.isEmpty {
        decisions.append(
          ClauseDecision(
            topic: found.reading.topic, key: found.reading.key, quote: "", isAccepted: !rejecting, by: name,
            on: day))
      }
      try catalogue.keep(decisions)
      var answer = DocumentAnswer()
      if let decided = try decidedReadings()[topic.lowercased()] { answer.readings = [decided] }
      return answer
    }
  }
}

extension Inquiry {
  /// Leaves out the topics that another document speaks of, unless this one is to take its place.
  private func leaveOut(
    _ document: inout CallDocument, _ question: DocumentQuestion, _ others: DocumentShelf,
    _ answer: inout DocumentAnswer
  ) {
    guard !question.takesPlace else { return }
    document.topics.removeAll { reading in
      guard let other = others.last(on: reading.topic, where: { $0.series != document.series }) else {
        return false
      }
      answer.findings.append(.twoDocuments(reading.topic, question.path, other.name))
      return true
    }
  }

  /// Compares a new version with the one before, clause by clause.
  private func compare(
    _ stored: StoredDocument, with others: DocumentShelf, in catalogue: Catalogue,
    _ answer: inout DocumentAnswer
  ) throws {
    let decisions = try catalogue.decisions()
    var opened: StoredDocument?
    for reading in stored.document.topics {
      guard
        let shelved = others.last(on: reading.topic, where: { $0.hash != stored.document.hash })
      else { continue }
      if opened?.document.hash != shelved.hash { opened = try catalogue.document(hash: shelved.hash) }
      guard let before = opened, let earlier = before.document.reading(of: reading.topic) else { continue }
      let difference = VersionDifference(
        of: reading, from: earlier, named: before.document.version ?? before.readOn.description,
        decisions: decisions[reading.topic.lowercased()] ?? [:])
      guard !difference.isEmpty else { continue }
      answer.differences.append(difference)
      for section in difference.droppedSections {
        answer.findings.append(.dropped(section, of: reading.topic, stored.document.name))
      }
    }
  }

  /// Shows the topics that were asked for, with what people decided.
  private func show(
    _ stored: StoredDocument, _ question: DocumentQuestion, in catalogue: Catalogue,
    _ answer: inout DocumentAnswer
  ) throws {
    let decisions = try catalogue.decisions()
    let wanted = Set(question.topics.map { $0.lowercased() })
    answer.readings = stored.document.topics.compactMap { reading in
      let name = reading.topic.lowercased()
      guard wanted.isEmpty || wanted.contains(name) else { return nil }
      return DecidedReading(
        document: stored.document, reading: reading, readOn: stored.readOn, decisions: decisions[name] ?? [:])
    }
  }
}

extension Diagnostic {
  fileprivate static func twoDocuments(_ topic: String, _ path: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .error, id: "topic-in-two-documents", at: Place(file: path),
      Message(
        en: "'\(topic)' stands in '\(other)' already, which is another document; that one goes on counting",
        fr:
          "« \(topic) » figure déjà dans « \(other) », un autre document ; c’est celui-là qui continue de compter"
      ),
      suggestion: Message(
        en: "add --instead if this one is to take its place",
        fr: "ajoutez --instead si celui-ci doit le remplacer"))
  }

  fileprivate static func dropped(_ section: ClauseSection, of topic: String, _ path: String) -> Diagnostic {
    let (english, french): (String, String) =
      switch section {
      case .admissibility: ("section 5 (admissibility)", "la section 5 (recevabilité)")
      case .eligibility: ("section 6 (eligibility)", "la section 6 (éligibilité)")
      case .legal: ("section 10 (legal and financial set-up)", "la section 10 (cadre juridique et financier)")
      case .other: ("the section on the evaluation", "la section sur l’évaluation")
      }
    return Diagnostic(
      .warning, id: "section-dropped", at: Place(file: path),
      Message(
        en: "the version before had \(english) for '\(topic)', and this one has not; it stays open",
        fr:
          "la version précédente avait \(french) pour « \(topic) », celle-ci ne l’a plus ; le sujet reste ouvert"
      ))
  }
}
