import ParapetModel

/// Gathers the terms of opportunities, one after the other, and turns their counts into weights at the end.
struct SubjectIndexBuilder {
  private typealias Field = WordEvidence.Field

  /// The numbers of the terms, in the order in which they were met.
  private(set) var numbers = NumberTable(capacity: 1 << 15)

  private let lexicon: Lexicon
  private var terms: [Term] = []
  private var counts: [Count] = []
  private var documents: [Document] = []
  /// The place of each term among the counts of the opportunity at hand, or less than none.
  private var slots: [Int32] = []
  private var counter: TextCounter
  /// The texts of the instruments: hundreds of topics have one instrument.
  private var instruments: [String: (texts: [LocalizedText], counts: TextCounts)] = [:]

  private struct Term {
    var kind: SubjectIndex.Kind
    /// The word's number without its language, the concept's, or the numbers of a pair's two terms.
    var first: UInt64
    var second: UInt64 = 0
    var language = 0
    var documents: Int32 = 0
  }

  /// How often a term stands in the fields of one opportunity.
  private struct Count {
    var term: Int32
    var byField: SIMD8<UInt16> = .zero
    var place: SubjectIndex.Place
  }

  private struct Document {
    var firstCount: Int
    var lengths: SIMD8<Float> = .zero
    var titles: Float = 0
  }

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    counter = TextCounter(lexicon: lexicon)
  }

  /// Adds the terms of one opportunity, by its gist where that is known, and those of its instrument.
  mutating func add(_ offer: Offer) {
    let texts = TextFields(offer.opportunity).texts
    let own: TextCounts
    if let kept = offer.gist?.counts(by: lexicon) { own = kept } else { own = counter.counts(of: texts) }
    documents.append(Document(firstCount: counts.count, lengths: own.lengths, titles: own.titles))
    add(own)
    if let nearest = offer.instruments.first {
      let above = TextFields(instrument: nearest).texts
      let shared = counts(of: above, named: nearest.identifier)
      documents[documents.count - 1].lengths += shared.lengths
      let before = texts.firstIndex { $0.field == .description } ?? texts.count
      for count in documents[documents.count - 1].firstCount..<counts.count
      where counts[count].place.field == .description {
        counts[count].place.text += UInt16(above.count)
      }
      add(shared, textsBefore: before)
    }
    for index in documents[documents.count - 1].firstCount..<counts.count {
      terms[Int(counts[index].term)].documents += 1
      slots[Int(counts[index].term)] = -1
    }
  }

  private mutating func counts(of texts: [TextFields.Text], named name: String) -> TextCounts {
    let wanted = texts.map(\.text)
    if let known = instruments[name], known.texts == wanted { return known.counts }
    let counted = counter.counts(of: texts)
    instruments[name] = (wanted, counted)
    return counted
  }

  /// - Parameter textsBefore: how many of the opportunity's texts stand before these.
  private mutating func add(_ part: TextCounts, textsBefore: Int = 0) {
    var own: [Int32] = []
    own.reserveCapacity(part.entries.count)
    for entry in part.entries {
      let number = numbers.number(of: part.key(of: entry), orNext: terms.count)
      own.append(number)
      if Int(number) == terms.count {
        terms.append(term(entry.term, own))
        slots.append(-1)
      }
      var place = entry.place
      place.text += UInt16(textsBefore)
      let slot = Int(slots[Int(number)])
      if slot < 0 {
        slots[Int(number)] = Int32(counts.count)
        counts.append(Count(term: number, byField: entry.byField, place: place))
      } else {
        counts[slot].byField &+= entry.byField
        if place.field.place < counts[slot].place.field.place { counts[slot].place = place }
      }
    }
  }

  private func term(_ term: TextCounts.Term, _ numbers: [Int32]) -> Term {
    switch term {
    case .word(let hash, let language): Term(kind: .word, first: hash, language: language)
    case .pair(let first, let second):
      Term(kind: .pair, first: UInt64(numbers[first]), second: UInt64(numbers[second]))
    case .concept(let concept):
      Term(kind: lexicon.isMeasure(concept) ? .measure : .concept, first: UInt64(concept))
    }
  }

  /// The arrays of the index.
  func finish() -> (
    titleWeights: [Float], rarities: [Float], starts: [Int32], postings: [SubjectIndex.Posting]
  ) {
    let rarities = rarities
    let measures = FieldMeasures(lexicon)
    var starts = [Int32](repeating: 0, count: terms.count + 1)
    for count in counts { starts[Int(count.term) + 1] += 1 }
    for term in terms.indices { starts[term + 1] += starts[term] }
    var next = starts
    let empty = SubjectIndex.Place(field: .title, text: 0, start: 0, end: 0)
    var postings = [SubjectIndex.Posting](
      repeating: SubjectIndex.Posting(document: 0, impact: 0, place: empty), count: counts.count)
    var titleWeights = [Float](repeating: 0, count: documents.count)
    for document in documents.indices {
      let end = document + 1 < documents.count ? documents[document + 1].firstCount : counts.count
      for count in counts[documents[document].firstCount..<end] {
        let term = Int(count.term)
        let rarity = rarities[term]
        let share = measures.share(SIMD8<Float>(count.byField), documents[document].lengths, terms[term].kind)
        postings[Int(next[term])] = SubjectIndex.Posting(
          document: Int32(document), impact: rarity * share, place: count.place)
        next[term] += 1
        if terms[term].kind == .word, count.place.field == .title { titleWeights[document] += rarity }
      }
      titleWeights[document] /= max(1, documents[document].titles)
    }
    return (titleWeights, rarities, starts, postings)
  }

  /// How much each term tells by the counted frequencies.
  private var rarities: [Float] {
    var rarities: [Float] = []
    rarities.reserveCapacity(terms.count)
    for term in terms {
      let rarity: Float =
        switch term.kind {
        case .pair: rarities[Int(term.first)] + rarities[Int(term.second)]
        case .word: lexicon.rarity(ofWord: term.first)
        case .concept, .measure: lexicon.rarity(of: Lexicon.Concept(term.first))
        }
      rarities.append(rarity)
    }
    return rarities
  }

  /// The mean number of words of each field over the texts that have it, in hundredths.
  private var meanLengths: [String: Int] {
    var means: [String: Int] = [:]
    for field in WordEvidence.Field.allCases where field != .instrument {
      let lengths = documents.map { Int($0.lengths[field.place]) }.filter { $0 > 0 }
      if !lengths.isEmpty { means[field.rawValue] = lengths.reduce(0, +) * 100 / lengths.count }
    }
    return means
  }
}

extension SubjectIndexBuilder {
  /// In how many opportunities each stem and each concept stands, and how long the fields are: what the file of
  /// frequencies holds.
  static func frequencies(of offers: [Offer], lexicon: Lexicon) -> WordFrequencies {
    var builder = SubjectIndexBuilder(lexicon: lexicon)
    var spelling: [UInt64: String] = [:]
    for offer in offers {
      builder.add(offer)
      for (_, text) in TextFields(offer).texts {
        Words.forEachWhole(in: text.text) { _, _, _, letters in
          Stem.reduce(&letters)
          let number = Words.number(of: letters)
          if spelling[number] == nil { spelling[number] = String(decoding: letters, as: UTF8.self) }
        }
      }
    }
    var result = WordFrequencies(documents: offers.count, language: "en")
    var words: [Int: [String]] = [:]
    var concepts: [Int: [String]] = [:]
    for term in builder.terms {
      switch term.kind {
      case .word:
        if term.language == 0, term.documents > 1, let stem = spelling[term.first] {
          words[Int(term.documents), default: []].append(stem)
        }
      case .concept, .measure:
        concepts[Int(term.documents), default: []].append(lexicon.concepts[Int(term.first)])
      case .pair: break
      }
    }
    func groups(_ found: [Int: [String]]) -> [WordFrequencies.Group] {
      found.sorted { $0.key > $1.key }.map {
        WordFrequencies.Group(count: $0.key, words: $0.value.sorted().joined(separator: " "))
      }
    }
    result.words = groups(words)
    result.concepts = groups(concepts)
    result.lengths = builder.meanLengths
    return result
  }
}

/// What the counts of a term in the fields of a text come to (BM25, one saturation a field).
private struct FieldMeasures {
  /// The usual number of words of each field; none where nobody counted, and then length discounts nothing.
  private var usual = SIMD8<Float>.zero
  private var words = SIMD8<Float>.zero
  private var concepts = SIMD8<Float>.zero
  private var pairs = SIMD8<Float>.zero
  private let saturation: Float
  private let length: Float

  init(_ lexicon: Lexicon) {
    let weights = lexicon.weights
    saturation = Float(weights[.saturation])
    length = Float(weights[.length])
    for field in WordEvidence.Field.allCases {
      words[field.place] = Float(weights[field.words])
      concepts[field.place] = Float(weights[field.concepts])
      usual[field.place] = Float(lexicon.frequencies?.lengths[field.rawValue] ?? 0)
    }
    pairs[WordEvidence.Field.title.place] = Float(weights[.pairs])
  }

  func share(_ counts: SIMD8<Float>, _ lengths: SIMD8<Float>, _ kind: SubjectIndex.Kind) -> Float {
    let weights =
      switch kind {
      case .word: words
      case .concept, .measure: concepts
      case .pair: pairs
      }
    var sum: Float = 0
    for field in 0..<5 where counts[field] > 0 {
      let ratio = usual[field] > 0 ? lengths[field] / usual[field] : 1
      let norm = saturation * (1 - length + length * ratio)
      sum += weights[field] * counts[field] * (saturation + 1) / (counts[field] + norm)
    }
    return sum
  }
}

extension WordEvidence.Field {
  fileprivate var words: RelevanceWeights.Name {
    switch self {
    case .title: .wordsTitle
    case .keywords: .wordsKeywords
    case .call: .wordsCall
    case .instrument: .wordsInstrument
    case .description: .wordsDescription
    }
  }

  fileprivate var concepts: RelevanceWeights.Name {
    switch self {
    case .title: .conceptsTitle
    case .keywords: .conceptsKeywords
    case .call: .conceptsCall
    case .instrument: .conceptsInstrument
    case .description: .conceptsDescription
    }
  }
}
