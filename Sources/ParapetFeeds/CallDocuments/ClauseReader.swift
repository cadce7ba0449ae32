import ParapetModel

/// Makes clauses of passages: what each sentence asks, or why it asks nothing, or that nobody knows.
struct ClauseReader {
  private var stated: [ConditionReading.Stated] = []

  /// Reads a passage into the clauses of a topic.
  ///
  /// - Parameter scope: the topic, and how the topics of the document are called: `For topic 2: …` holds for the rest of its
  ///   paragraph and for the items that it opens.
  mutating func read(
    _ passage: Passage, in section: ClauseSection, under heading: String,
    of scope: (topic: String, names: TopicScope)? = nil, into reading: inout TopicReading
  ) {
    for group in ClauseReader.groups(of: passage, scope?.names) {
      var holds = true
      if let scope, let lead = group.lead, let head = scope.names.head(of: lead) {
        holds = head.holds(for: scope.topic)
      }
      for (found, place) in passage.sentences(of: group.words) {
        var (sentence, words) = (found, place)
        if let scope, let head = scope.names.head(of: sentence.text) {
          holds = head.holds(for: scope.topic)
          if head.length > 0, head.length < words.count {
            words = (words.lowerBound + head.length)..<words.upperBound
            sentence.text = TopicScope.words(of: sentence.text).dropFirst(head.length).joined(separator: " ")
          }
        }
        guard holds else { continue }
        let (quote, pages) = (passage.quote(of: words), passage.pages(of: words))
        guard quote.contains(where: \.isLetter) else { continue }
        let following = passage.reading(
          of: words.upperBound..<min(passage.words.count, words.upperBound + 40))
        let meaning = meaning(
          of: sentence, lead: group.lead, in: section, under: heading, before: following, quote, pages.first,
          &reading)
        if case .joins(let merged) = meaning, var last = reading.clauses.popLast() {
          last.quote += " " + quote
          last.lastPage = pages.last
          last.meaning = .criteria(ClauseReader.named(merged, last.number))
          reading.clauses.append(last)
          continue
        }
        let number = reading.clauses.count + 1
        reading.clauses.append(
          Clause(
            number: number, section: section, heading: heading, quote: quote, page: pages.first,
            lastPage: pages.last, meaning: meaning.of(number)))
      }
    }
  }

  /// A new topic: what was stated of another says nothing of it.
  mutating func begin() { stated = [] }

  /// What a sentence came to.
  private enum Found {
    case clause(Clause.Meaning)
    /// It says more of what the clause before asks.
    case joins([Criterion])

    func of(_ number: Int) -> Clause.Meaning {
      switch self {
      case .clause(.criteria(let criteria)): .criteria(ClauseReader.named(criteria, number))
      case .clause(let meaning): meaning
      case .joins: .open
      }
    }
  }

  private static func named(_ criteria: [Criterion], _ number: Int) -> [Criterion] {
    criteria.enumerated().map { index, criterion in
      var named = criterion
      named.id = "clause-\(number)" + (index == 0 ? "" : "-\(index + 1)")
      return named
    }
  }

  // MARK: lists

  /// Parts that are one sentence: the items of a list belong to the words that open it, but for a list of what each
  /// applicant must be, whose items are clauses of their own.
  private static func groups(
    of passage: Passage, _ names: TopicScope?
  ) -> [(words: Range<Int>, lead: String?)] {
    var groups: [(words: Range<Int>, lead: String?)] = []
    var lead: String?
    var isOpen = false
    for part in passage.parts {
      let reading = passage.reading(of: part)
      let isItem = passage.words[part.lowerBound].start == .item
      let words = reading.prefix(while: { $0 != "[" })
      let opens = String(words).trimmed.hasSuffix(":")
      // `– for topic 2: …`: what holds for one topic is no part of a sentence about all.
      let isOfTopic = isItem && names?.head(of: reading) != nil
      if isOpen, !isOfTopic, let last = groups.indices.last {
        groups[last].words = groups[last].words.lowerBound..<part.upperBound
        isOpen = opens || (isItem && isFollowedByItem(part, in: passage))
        continue
      }
      groups.append((part, isItem ? lead : nil))
      if !isItem { lead = opens ? String(words) : nil }
      isOpen = opens && !isSeparate(String(words)) && !isItem
    }
    return groups
  }

  private static func isFollowedByItem(_ part: Range<Int>, in passage: Passage) -> Bool {
    part.upperBound < passage.words.count && passage.words[part.upperBound].start == .item
  }

  /// Whether the items behind these words stand each for itself: `… must:`, `i.e.:`, `the following exceptions apply:`.
  private static func isSeparate(_ words: String) -> Bool {
    let lower = words.lowercased().folded
    return ["must:", "i.e.:", "shall:", "must be:", "namely:"].contains(where: lower.hasSuffix)
      || (lower.contains("following") && lower.hasSuffix("apply:") && lower.split(separator: " ").count <= 30)
      || lower.hasSuffix("following conditions:") || lower.hasSuffix("following requirements:")
      || lower.contains("in order to be eligible")
  }

  /// Whether an item counts and has no verb: `minimum three entities from three countries`.
  private static func isBareCount(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ").map(String.init)
    return counts.contains { words.starts(with: $0) } && verbs.isDisjoint(with: words)
  }

  private static let counts = [["minimum"], ["at", "least"], ["a", "minimum"], ["a", "consortium"]]
  private static let verbs: Set<String> = [
    "must", "shall", "should", "is", "are", "can", "may", "will", "have", "has",
  ]

  // MARK: meaning

  private mutating func meaning(
    of sentence: StatedSentence, lead: String?, in section: ClauseSection, under heading: String,
    before following: String, _ quote: String, _ page: Int, _ reading: inout TopicReading
  ) -> Found {
    var completed = sentence
    let first = sentence.text.split(separator: " ").first.map { $0.lowercased() } ?? ""
    if lead != nil, ["be", "have", "not", "come", "submit"].contains(first) {
      completed.text = "Applicants must " + sentence.text
    } else if ClauseReader.isBareCount(sentence.text),
      (lead ?? heading).lowercased().contains("consortium")
    {
      completed.text = "The consortium must include " + sentence.text
    } else if let opening = lead?.trimmed, opening.hasSuffix(" by:") || opening.hasSuffix(" from:") {
      completed.text = String(opening.dropLast()) + " " + sentence.text
    }
    let parsed = ConditionSentence(completed)
    var fixed = ClauseGrammar(section: section)
    fixed.hasOtherCountries =
      following.lowercased().contains("eea countries") || following.lowercased().contains("associated to")
    if let meaning = fixed.meaning(of: parsed) {
      return .clause(take(meaning, quote, page, into: &reading))
    }
    switch ConditionGrammar(place: .conditions).meaning(of: parsed) {
    case .demands(let demands, let isWhole):
      guard isWhole else { return .clause(.open) }
      let found = demands.map { ConditionReading.Stated(demand: $0, quote: sentence.text) }
      if demands == [.content] { return .clause(.neutral(.activities)) }
      if demands == [.document] { return .clause(section == .other ? .neutral(.reference) : .open) }
      let criteria = ConditionReading.criteria(of: found, beside: stated)
      stated += found
      return .clause(criteria.isEmpty ? .neutral(.statement) : .criteria(criteria))
    case .neutral(let nature): return .clause(.neutral(ClauseNature(nature)))
    case .addition(let addition):
      var known = ConditionReading()
      known.stated = stated
      ConditionReader.add(addition, sentence, to: &known)
      guard known.open.isEmpty, let last = known.stated.last, !reading.clauses.isEmpty else {
        return .clause(.open)
      }
      stated = known.stated
      return .joins(ConditionReading.criteria(of: [last], beside: stated))
    case .open:
      // Awards, procedure and security shut nobody out before the evaluation.
      if section == .other { return .clause(.neutral(.statement)) }
      let isLeadIn = sentence.text.hasSuffix(":") && !sentence.text.contains(where: \.isNumber)
      return .clause(isLeadIn ? .neutral(.leadIn) : .open)
    }
  }

  private func take(
    _ meaning: ClauseGrammar.Meaning, _ quote: String, _ page: Int, into reading: inout TopicReading
  ) -> Clause.Meaning {
    switch meaning {
    case .neutral(let nature): return .neutral(nature)
    case .criteria(let criteria): return .criteria(criteria)
    case .figure(.rate(let rate)):
      if reading.rate == nil { reading.rate = StatedRate(rate: rate, quote: quote, page: page) }
      return .criteria([])
    case .figure(.grants(let minimum, let maximum)):
      func stated(_ amount: Money) -> StatedFigure { StatedFigure(amount: amount, quote: quote, page: page) }
      reading.minimumGrant = reading.minimumGrant ?? minimum.map(stated)
      reading.maximumGrant = reading.maximumGrant ?? maximum.map(stated)
      return .criteria([])
    }
  }
}

extension ClauseNature {
  fileprivate init(_ nature: NeutralSentence) {
    self =
      switch nature {
      case .generalRules: .generalRules
      case .otherFunding, .laterAssociation: .otherCountries
      case .satelliteData: .satelliteData
      case .networks: .suppliers
      case .jointResearchCentre: .unionBodies
      case .form: .form
      case .reference: .reference
      case .grounds, .consequence, .guarantees: .explanation
      case .security: .security
      case .statement: .statement
      }
  }
}
