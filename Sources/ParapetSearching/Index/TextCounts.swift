package import ParapetModel

/// The terms of some texts, each with how often it stands in which field: all that an index takes from them.
///
/// They follow from the texts and the glossary alone, so they are counted once and kept (`Gist`). What a count is
/// worth is the index's own business.
package struct TextCounts: Hashable, Sendable {
  /// What a term is made of.
  enum Term: Hashable, Sendable {
    /// The number of a stem, in a language.
    case word(UInt64, language: Int)
    /// Two words that follow one another, by their places among the entries.
    case pair(Int, Int)
    /// A concept of the glossary, or a measure's own list of terms.
    case concept(Lexicon.Concept)
  }

  /// One term.
  struct Entry: Hashable, Sendable {
    var term: Term
    /// How often it stands in each field, by the field's place.
    var byField: SIMD8<UInt16> = .zero
    /// The first place in the weightiest field.
    var place: SubjectIndex.Place
  }

  /// In the order in which they were met; the words of a pair stand before it.
  var entries: [Entry] = []
  /// How many words each field has, without those that say nothing.
  var lengths = SIMD8<Float>.zero
  /// How many titles there are.
  var titles: Float = 0

  /// The key of a term in an index.
  func key(of entry: Entry) -> UInt64 {
    switch entry.term {
    case .word(let hash, let language): return SubjectIndex.key(word: hash, language: language)
    case .concept(let concept): return SubjectIndex.key(concept: concept)
    case .pair(let first, let second):
      guard case .word(let before, let language) = entries[first].term,
        case .word(let after, _) = entries[second].term
      else { return 0 }
      return SubjectIndex.key(before, after, language: language)
    }
  }
}

/// Counts the terms of texts; used for one opportunity after the other.
package struct TextCounter {
  private let lexicon: Lexicon
  private var numbers = NumberTable()
  /// The place of each term among the entries at hand, or less than none.
  private var slots: [Int32] = []
  /// The term of each word as it is written, by language, or less than none where it was not met yet.
  private var terms: [[Int32]]
  private var reading = Reading()

  /// How many ways of writing words are remembered; a feed of made-up words must not take all memory.
  private let most: Int

  package init(lexicon: Lexicon, remembering most: Int = 1 << 20) {
    self.lexicon = lexicon
    self.most = most
    terms = lexicon.languages.map { _ in [] }
  }

  /// The terms of an opportunity's own texts.
  package mutating func counts(of opportunity: Opportunity) -> TextCounts {
    counts(of: TextFields(opportunity).texts)
  }

  /// The terms of some texts.
  mutating func counts(of texts: [TextFields.Text]) -> TextCounts {
    if max(slots.count, reading.formCount) > most { self = TextCounter(lexicon: lexicon, remembering: most) }
    var counts = TextCounts()
    var met: [Int32] = []
    for (index, (field, text)) in texts.enumerated() where index < TextFields.most {
      let language = lexicon.language(of: text.text, tag: text.language)
      lexicon.read(text.text, in: language, into: &reading)
      if field == .title { counts.titles += 1 }
      var last: (slot: Int, word: Reading.Word)?
      var length = 0
      for word in reading.words where !word.isCommon {
        var place = SubjectIndex.Place(field: field, text: UInt16(index), start: word.start, end: word.end)
        let number = number(of: word, language)
        let slot = count(number, .word(word.hash, language: language), at: place, in: &counts, &met)
        length += 1
        if field == .title {
          if let before = last {
            let key = SubjectIndex.key(before.word.hash, word.hash, language: language)
            place.start = before.word.start
            _ = count(self.number(of: key), .pair(before.slot, slot), at: place, in: &counts, &met)
          }
          last = (slot, word)
        }
      }
      counts.lengths[field.place] += Float(length)
      for find in reading.finds {
        let place = SubjectIndex.Place(
          field: field, text: UInt16(index), start: reading.words[find.first].start,
          end: reading.words[find.last].end)
        let number = number(of: SubjectIndex.key(concept: find.concept))
        _ = count(number, .concept(find.concept), at: place, in: &counts, &met)
      }
    }
    for number in met { slots[Int(number)] = -1 }
    return counts
  }

  /// The number of a term by its key.
  private mutating func number(of key: UInt64) -> Int {
    let number = Int(numbers.number(of: key, orNext: slots.count))
    if number == slots.count { slots.append(-1) }
    return number
  }

  /// The number of a word's term, looked up once for each way of writing it.
  private mutating func number(of word: Reading.Word, _ language: Int) -> Int {
    let form = Int(word.form)
    while terms[language].count <= form { terms[language].append(-1) }
    let known = terms[language][form]
    if known >= 0 { return Int(known) }
    let number = number(of: SubjectIndex.key(word: word.hash, language: language))
    terms[language][form] = Int32(number)
    return number
  }

  private mutating func count(
    _ number: Int, _ term: @autoclosure () -> TextCounts.Term, at place: SubjectIndex.Place,
    in counts: inout TextCounts, _ met: inout [Int32]
  ) -> Int {
    if slots[number] < 0 {
      slots[number] = Int32(counts.entries.count)
      met.append(Int32(number))
      counts.entries.append(TextCounts.Entry(term: term(), place: place))
    }
    let slot = Int(slots[number])
    counts.entries[slot].add(place)
    return slot
  }
}

extension TextCounts.Entry {
  /// Counts the term once more, at a place.
  fileprivate mutating func add(_ new: SubjectIndex.Place) {
    let field = new.field.place
    if byField[field] < .max { byField[field] += 1 }
    if field < place.field.place { place = new }
  }
}

extension WordEvidence.Field {
  /// Its place among the fields, weightiest first.
  var place: Int {
    switch self {
    case .title: 0
    case .keywords: 1
    case .call: 2
    case .instrument: 3
    case .description: 4
    }
  }
}
