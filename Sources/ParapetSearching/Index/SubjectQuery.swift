import ParapetModel

/// An item made ready to be held against an index: its terms with their weights, and its sentences.
struct SubjectQuery {
  /// A term of the item that some opportunity uses.
  struct Term {
    var number: Int32
    var weight: Float
    var kind: SubjectIndex.Kind
    /// Whether the item says it itself; what only falls under a wider concept is no word in common.
    var isOwn: Bool
  }

  /// What counts by its share of the item's own weight.
  private(set) var terms: [Term] = []
  /// The terms of the item's measures, each weighing the same.
  private(set) var measures: [Term] = []
  /// The distinct words and concepts of each sentence.
  private(set) var sentences: [(words: [Int32], concepts: [Int32])] = []
  /// The distinct words of the title.
  private(set) var title: [Int32] = []
  /// The weight of the title's words, whether or not any opportunity uses them.
  private(set) var titleWeight: Float = 0
  /// The direction of the item; empty where there are no directions.
  private(set) var direction: [Float] = []
  /// The weight of all that the item says.
  private(set) var weight: Float = 0
  /// The same where words that no opportunity is known to use count as much as any other.
  private(set) var wordsWeight: Float = 0
  /// The weight of its measures' terms.
  private(set) var measureWeight: Float = 0
  /// Whether the item is on the safety of people and places.
  private(set) var field = FieldShare.Item.unsure
  /// The places and threats that it names, and the wider ones under which they fall.
  private(set) var subjects = NamedSubjects()
  /// The realms of which it speaks.
  private(set) var realms = Realms()

  private struct Wanted {
    var key: UInt64
    var kind: SubjectIndex.Kind
    var weight: Float
    /// What it adds to the weight of all that the item says.
    var counted: Float
    /// What it adds where no word is left out.
    var whole: Float
    var isOwn: Bool
    /// Its place among the directions.
    var direction: Int?
  }

  /// An item as an index can be asked about it.
  ///
  /// - Parameter memory: what is read with; words that it met before are not shortened and looked up again.
  init(_ item: Item, in index: SubjectIndex, by memory: inout QueryMemory) {
    let lexicon = index.lexicon
    let weights = lexicon.weights
    let broader = weights[.broader]
    let language = lexicon.language(ofItem: item.title + ". " + item.text, by: &memory.reading)
    var wanted = NumberTable(capacity: 1 << 9)
    var list: [Wanted] = []
    func want(
      _ key: UInt64, _ kind: SubjectIndex.Kind, _ weight: Double, counted: Float, whole: Float? = nil,
      isOwn: Bool = true, direction: Int? = nil
    ) {
      let place = Int(wanted.number(of: key, orNext: list.count))
      if place < list.count {
        list[place].weight += Float(weight)
        list[place].isOwn = list[place].isOwn || isOwn
      } else {
        list.append(
          Wanted(
            key: key, kind: kind, weight: Float(weight), counted: counted, whole: whole ?? counted,
            isOwn: isOwn, direction: direction))
      }
    }
    var found: [[Lexicon.Concept]] = []
    var length = 0
    for (text, weight) in [(item.title, weights[.itemTitle]), (item.text, 1)] {
      lexicon.read(text, in: language, into: &memory.reading)
      let reading = memory.reading
      found.append(reading.finds.map(\.concept))
      length += reading.words.count
      var last: UInt64?
      for word in reading.words where !word.isCommon {
        let hash = word.hash
        // In another language a term counts by its concept alone.
        let isFree = !word.isInTerm || language == 0
        let known = memory.word(hash, in: language, index)
        want(
          SubjectIndex.key(word: hash, language: language), .word, weight,
          counted: isFree && known.isUsed ? known.rarity : 0,
          whole: !isFree ? 0 : known.isUsed ? known.rarity : lexicon.averageRarity,
          direction: known.direction)
        for place in known.senses where memory.senses[place].language != language {
          let sense = memory.senses[place]
          want(sense.key, .word, weight, counted: 0, direction: sense.direction)
        }
        if let last {
          let key = SubjectIndex.key(last, hash, language: language)
          if index.number(of: key) != nil { want(key, .pair, weight, counted: 0) }
        }
        last = hash
      }
      func wantConcept(_ concept: Lexicon.Concept, _ weight: Double, isOwn: Bool) {
        subjects.formUnion(lexicon.subjects[Int(concept)])
        want(
          SubjectIndex.key(concept: concept), .concept, weight,
          counted: lexicon.isUsed(concept) ? lexicon.rarity(of: concept) / 2 : 0, isOwn: isOwn,
          direction: lexicon.directions?.place(of: concept))
      }
      for find in reading.finds where !lexicon.isMeasure(find.concept) {
        realms.add(lexicon.realms[Int(find.concept)])
        wantConcept(find.concept, weight, isOwn: true)
        for concept in lexicon.broader[Int(find.concept)] {
          wantConcept(concept, weight * broader, isOwn: concept == find.concept)
        }
      }
    }
    field = FieldShare(found, words: length, of: lexicon)
      .item(byMeasure: item.measures.contains(where: lexicon.isOfField(measure:)))
    let repetition = Float(weights[.repetition])
    direction = [Float](repeating: 0, count: lexicon.directions?.size ?? 0)
    for entry in list {
      let factor = entry.weight * (repetition + 1) / (entry.weight + repetition)
      weight += entry.counted * factor
      wordsWeight += entry.whole * factor
      if let place = entry.direction { lexicon.directions?.add(factor, of: place, to: &direction) }
      guard let number = index.number(of: entry.key) else { continue }
      terms.append(Term(number: number, weight: factor, kind: entry.kind, isOwn: entry.isOwn))
    }
    lexicon.directions?.normalise(&direction)
    for code in item.measures {
      guard let concept = lexicon.measures[code], lexicon.isUsed(concept) else { continue }
      measureWeight += lexicon.rarity(of: concept)
      guard let number = index.number(of: SubjectIndex.key(concept: concept)) else { continue }
      measures.append(Term(number: number, weight: 1, kind: .measure, isOwn: true))
    }
    addSentences(of: item, language, index, &memory)
  }

  private mutating func addSentences(
    of item: Item, _ language: Int, _ index: SubjectIndex, _ memory: inout QueryMemory
  ) {
    let lexicon = index.lexicon
    for (place, sentence) in ([item.title[...]] + SubjectQuery.sentences(of: item.text)).enumerated() {
      lexicon.read(String(sentence), in: language, into: &memory.reading)
      let reading = memory.reading
      var words: [Int32] = []
      var concepts: [Int32] = []
      memory.beginSentence(in: index)
      for word in reading.words where !word.isCommon {
        for place in memory.word(word.hash, in: language, index).senses {
          if let number = memory.senses[place].number, memory.isFirst(number) { words.append(number) }
        }
      }
      if place == 0 {
        title = words
        var counted: Set<UInt64> = []
        for word in reading.words where !word.isCommon && counted.insert(word.hash).inserted {
          titleWeight += memory.word(word.hash, in: language, index).rarity
        }
      }
      for find in reading.finds where !lexicon.isMeasure(find.concept) {
        let number = index.number(of: SubjectIndex.key(concept: find.concept))
        if let number, memory.isFirst(number) { concepts.append(number) }
      }
      if !words.isEmpty || !concepts.isEmpty { sentences.append((words, concepts)) }
    }
  }

  /// The sentences of a text: parted by lines, and by full stops and their like before a space.
  static func sentences(of text: String) -> [Substring] {
    var text = text
    var ends: [Int] = []
    text.withUTF8 { bytes in
      var mayEnd = false
      for (place, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "\n"):
          ends.append(place)
          mayEnd = false
        case UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
          if mayEnd { ends.append(place) }
          mayEnd = false
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"):
          mayEnd = true
        default: mayEnd = false
        }
      }
    }
    var sentences: [Substring] = []
    var (start, place) = (text.startIndex, 0)
    for end in ends {
      let index = text.utf8.index(start, offsetBy: end - place)
      sentences.append(text[start..<index])
      (start, place) = (index, end)
    }
    sentences.append(text[start...])
    return sentences
  }
}
