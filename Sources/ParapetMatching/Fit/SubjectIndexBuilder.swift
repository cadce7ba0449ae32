import ParapetModel

/// Counts the terms of texts, one opportunity after the other, and turns the counts into weights at the end.
struct SubjectIndexBuilder {
  private typealias Field = WordEvidence.Field

  /// The numbers of the terms, in the order in which they were met.
  private(set) var numbers = NumberTable(capacity: 1 << 15)

  private let lexicon: Lexicon
  private var terms: [Term] = []
  private var counts: [Count] = []
  private var documents: [Document] = []
  /// The place of each term among the counts of the opportunity at hand, from `documents.last`.
  private var slots: [Int32] = []
  private var reading = Reading()

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
    var byField: SIMD8<Float> = .zero
    var place: SubjectIndex.Place
  }

  private struct Document {
    var firstCount: Int
    var lengths: SIMD8<Float> = .zero
    var titles: Float = 0
  }

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Counts the terms of one opportunity.
  mutating func add(_ fields: TextFields) {
    documents.append(Document(firstCount: counts.count))
    for (index, (field, text)) in fields.texts.enumerated() where index < 256 {
      let language = lexicon.language(of: text.text, tag: text.language)
      lexicon.read(text.text, in: language, into: &reading)
      if field == .title { documents[documents.count - 1].titles += 1 }
      var last: (number: Int32, word: Reading.Word)?
      for word in reading.words where !word.isCommon {
        let place = SubjectIndex.Place(
          field: field, text: UInt8(index), start: word.start, end: word.end)
        let key = SubjectIndex.key(word: word.hash, language: language)
        let number = count(key, Term(kind: .word, first: word.hash, language: language), at: place)
        documents[documents.count - 1].lengths[field.place] += 1
        if field == .title, let before = last {
          let key = SubjectIndex.key(before.word.hash, word.hash, language: language)
          var both = place
          both.start = before.word.start
          _ = count(
            key, Term(kind: .pair, first: UInt64(before.number), second: UInt64(number), language: language),
            at: both)
        }
        last = (number, word)
      }
      for find in reading.finds {
        let place = SubjectIndex.Place(
          field: field, text: UInt8(index), start: reading.words[find.first].start,
          end: reading.words[find.last].end)
        let kind: SubjectIndex.Kind =
          lexicon.isMeasure(find.concept) ? .measure : .concept
        _ = count(
          SubjectIndex.key(concept: find.concept), Term(kind: kind, first: UInt64(find.concept)), at: place)
      }
    }
    for index in documents[documents.count - 1].firstCount..<counts.count {
      terms[Int(counts[index].term)].documents += 1
      slots[Int(counts[index].term)] = -1
    }
  }

  private mutating func count(_ key: UInt64, _ term: @autoclosure () -> Term, at place: SubjectIndex.Place)
    -> Int32
  {
    let number = numbers.number(of: key, orNext: terms.count)
    if Int(number) == terms.count {
      terms.append(term())
      slots.append(-1)
    }
    if slots[Int(number)] < 0 {
      slots[Int(number)] = Int32(counts.count)
      counts.append(Count(term: number, place: place))
    }
    let slot = Int(slots[Int(number)])
    counts[slot].byField[place.field.place] += 1
    if place.field.place < counts[slot].place.field.place { counts[slot].place = place }
    return number
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
        let share = measures.share(count.byField, documents[document].lengths, terms[term].kind)
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
  static func frequencies(of documents: [TextFields], lexicon: Lexicon) -> WordFrequencies {
    var builder = SubjectIndexBuilder(lexicon: lexicon)
    var spelling: [UInt64: String] = [:]
    for fields in documents {
      builder.add(fields)
      for (_, text) in fields.texts {
        Words.forEachWhole(in: text.text) { _, _, _, letters in
          Stem.reduce(&letters)
          let number = Words.number(of: letters)
          if spelling[number] == nil { spelling[number] = String(decoding: letters, as: UTF8.self) }
        }
      }
    }
    var result = WordFrequencies(documents: documents.count, language: "en")
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
  /// Its place among the fields, weightiest first.
  fileprivate var place: Int {
    switch self {
    case .title: 0
    case .keywords: 1
    case .call: 2
    case .instrument: 3
    case .description: 4
    }
  }

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
