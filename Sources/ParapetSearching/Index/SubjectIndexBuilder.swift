import ParapetModel

/// Gathers the terms of opportunities, one after the other, and turns their counts into weights at the end.
struct SubjectIndexBuilder {
  /// The numbers of the terms, in the order in which they were met.
  private(set) var numbers = NumberTable(capacity: 1 << 15)

  private let lexicon: Lexicon
  private(set) var terms: [Term] = []
  private(set) var counts: [Count] = []
  private(set) var documents: [Document] = []
  /// The place of each term among the counts of the opportunity at hand, or less than none.
  private var slots: [Int32] = []
  private var counter: TextCounter
  /// The texts of the instruments: hundreds of topics have one instrument.
  private var instruments: [String: (texts: [LocalizedText], counts: TextCounts)] = [:]

  /// A term, and in how many opportunities it stands.
  struct Term {
    var kind: SubjectIndex.Kind
    /// The word's number without its language, the concept's, or the numbers of a pair's two terms.
    var first: UInt64
    var second: UInt64 = 0
    var language = 0
    var documents: Int32 = 0
  }

  /// How often a term stands in the fields of one opportunity.
  struct Count {
    var term: Int32
    var byField: SIMD8<UInt16> = .zero
    var place: SubjectIndex.Place
  }

  /// An opportunity: where its counts begin, and how long its fields are.
  struct Document {
    var firstCount: Int
    var lengths: SIMD8<Float> = .zero
    var titles: Float = 0
  }

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    counter = TextCounter(lexicon: lexicon)
  }

  /// Adds the terms of one opportunity, as they were counted before where that was done, and those of its instrument.
  mutating func add(_ document: SearchedTexts, counted: TextCounts? = nil) {
    let texts = TextFields(document.opportunity).texts
    let own = counted ?? counter.counts(of: texts)
    documents.append(Document(firstCount: counts.count, lengths: own.lengths, titles: own.titles))
    add(own)
    if let nearest = document.instrument {
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
  func finish() -> (terms: SubjectIndex.TermTable, documents: SubjectIndex.DocumentTable) {
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
    var fields = [FieldShare.Text](repeating: .within, count: documents.count)
    var titles = [NamedSubjects](repeating: NamedSubjects(), count: documents.count)
    var realms = [Realms](repeating: Realms(), count: documents.count)
    for document in documents.indices {
      var field = FieldShare(lengths: documents[document].lengths)
      var widened = NamedSubjects()
      for count in counts(of: document) {
        let term = Int(count.term)
        if terms[term].kind == .concept {
          let concept = Int(terms[term].first)
          if let share = lexicon.fields[concept] { field.add(share, count.byField) }
          if count.byField.isHeading { realms[document].add(lexicon.realms[concept]) }
          if count.byField[WordEvidence.Field.title.place] > 0 {
            titles[document].formUnion(lexicon.subjects[concept])
            // Of violence against women violence is no other subject.
            if lexicon.subjects[concept].isAny(of: lexicon.apart) {
              for wider in lexicon.broader[concept] { widened.formUnion(lexicon.subjects[Int(wider)]) }
            }
          }
        }
        let rarity = rarities[term]
        let share = measures.share(SIMD8<Float>(count.byField), documents[document].lengths, terms[term].kind)
        postings[Int(next[term])] = SubjectIndex.Posting(
          document: Int32(document), impact: rarity * share, place: count.place)
        next[term] += 1
        if terms[term].kind == .word, count.place.field == .title { titleWeights[document] += rarity }
      }
      titleWeights[document] /= max(1, documents[document].titles)
      fields[document] = field.text
      titles[document].subtract(widened)
    }
    return (
      SubjectIndex.TermTable(numbers: numbers, rarities: rarities, starts: starts, postings: postings),
      SubjectIndex.DocumentTable(
        titleWeights: titleWeights, fields: fields, titles: titles, realms: realms, directions: directions)
    )
  }

  /// The direction of each opportunity: the sum of those of its own words and concepts.
  private var directions: [Float] {
    guard let directions = lexicon.directions else { return [] }
    let places = terms.map { term -> Int? in
      switch term.kind {
      case .word: term.language == directions.language ? directions.place(ofWord: term.first) : nil
      case .concept: directions.place(of: Lexicon.Concept(term.first))
      case .pair, .measure: nil
      }
    }
    var sums = [Float](repeating: 0, count: documents.count * directions.size)
    for document in documents.indices {
      for count in counts(of: document) {
        guard let place = places[Int(count.term)] else { continue }
        directions.add(
          Directions.share(SIMD8<Float>(count.byField)), of: place, to: &sums,
          from: document * directions.size)
      }
      directions.normalise(&sums, from: document * directions.size)
    }
    return sums
  }

  /// The counts of an opportunity, by its place.
  func counts(of document: Int) -> ArraySlice<Count> {
    let end = document + 1 < documents.count ? documents[document + 1].firstCount : counts.count
    return counts[documents[document].firstCount..<end]
  }

  /// How much each term tells by the counted frequencies.
  var rarities: [Float] {
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
}

/// What the counts of a term in the fields of a text come to: BM25F, which adds the fields up before it saturates
/// (Robertson and Zaragoza, 2009), so that a word that stands in title, keywords and call is not found three times.
private struct FieldMeasures {
  /// What a mention counts in each field.
  private var fields = SIMD8<Float>.zero
  /// The usual length of a whole text, each field by its weight; none where nobody counted, and then length discounts
  /// nothing.
  private var usual: Float = 0
  private let words: Float
  private let concepts: Float
  private let pairs: Float
  private let saturation: Float
  private let length: Float

  init(_ lexicon: Lexicon) {
    let weights = lexicon.weights
    saturation = Float(weights[.saturation])
    length = Float(weights[.length])
    words = Float(weights[.words])
    concepts = Float(weights[.concepts])
    pairs = Float(weights[.pairs])
    for field in WordEvidence.Field.allCases {
      fields[field.place] = Float(weights[field.weight])
      usual += fields[field.place] * Float(lexicon.frequencies?.lengths[field.rawValue] ?? 0)
    }
  }

  func share(_ counts: SIMD8<Float>, _ lengths: SIMD8<Float>, _ kind: SubjectIndex.Kind) -> Float {
    let weight =
      switch kind {
      case .word: words
      case .concept, .measure: concepts
      case .pair: pairs
      }
    let mentions = (fields * counts).sum()
    let ratio = usual > 0 ? (fields * lengths).sum() / usual : 1
    let norm = saturation * (1 - length + length * ratio)
    return mentions > 0 ? weight * mentions * (saturation + 1) / (mentions + norm) : 0
  }
}

extension WordEvidence.Field {
  fileprivate var weight: RelevanceWeights.Name {
    switch self {
    case .title: .fieldTitle
    case .keywords: .fieldKeywords
    case .call: .fieldCall
    case .instrument: .fieldInstrument
    case .description: .fieldDescription
    }
  }
}
