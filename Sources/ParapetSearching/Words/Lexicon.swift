public import ParapetModel

/// The glossary made ready for searching: the phrases of each language, and what a word and a concept weigh.
///
/// It never changes and every search has it: as an object it is shared, where a copy has each of its tables counted, by all cores
/// at once.
public final class Lexicon: Sendable {
  /// A concept by its place among the concepts.
  typealias Concept = Int32

  /// What each kind of evidence counts.
  let weights: RelevanceWeights
  /// The names of the concepts; those of measures stand behind those of the glossary, as `measure:barriers`.
  let concepts: [String]
  /// The wider concepts of each.
  let broader: [[Concept]]
  /// Which concepts texts on the safety of people and places have, and whether others share them.
  let fields: [Glossary.Concept.Field?]
  /// The places and threats that each concept names, none or itself, and those of them that a call serves alone.
  let subjects: [NamedSubjects]
  let apart: NamedSubjects
  /// The groups among them.
  let groups: NamedSubjects
  /// Of which realm each concept is; nothing where it tells nothing of that.
  let realms: [Glossary.Concept.Realm?]
  /// The codes of measures that are concepts of the field.
  let fieldMeasures: Set<String>
  /// The concept that stands for a measure's own list of terms.
  let measures: [String: Concept]
  /// How often words were found when they were counted, or nothing where nobody counted.
  let frequencies: Frequencies?
  /// How much each concept tells by them, and a word of which nothing is known.
  let conceptRarities: [Float]
  let averageRarity: Float
  /// Which words and concepts are used together, or nothing where nobody worked it out.
  let directions: Directions?
  /// A number of the words and concepts, which tells whether a text that was read before would be read alike.
  ///
  /// Weights and frequencies are no part of it: they say what is found is worth, not what is found.
  package let fingerprint: UInt64
  let tongues: [Tongue]
  private let functionWords: FunctionWords

  /// A count of words and concepts over many calls.
  struct Frequencies {
    var documents: Int
    var language: Int
    var words: [UInt64: Int]
    var concepts: [Int]
    var lengths: [String: Double]
  }

  /// One language.
  struct Tongue {
    var tag: String
    var functionWords: Set<UInt64> = []
    var commonWords: Set<UInt64> = []
    /// The stems of words that another language spells alike and means otherwise.
    var falseFriends: Set<UInt64> = []
    var endings = Endings()
    var hasCompounds = false
    var phrases = Phrases()

    /// The number of a word's stem.
    func stem(_ letters: [UInt8]) -> UInt64 {
      var letters = letters
      endings.reduce(&letters)
      return Words.number(of: letters)
    }

    /// The concepts of the terms inside a word that is none itself.
    func concepts(inside letters: [UInt8]) -> [Concept] {
      hasCompounds ? Compounds.concepts(in: letters) { phrases.concepts(ofWord: stem($0)) } : []
    }

    /// Adds a term of a concept, as this language's texts are read.
    ///
    /// - Parameter letters: room for those of a word, used again for term after term.
    mutating func add(_ term: String, _ concept: Concept, _ letters: inout [UInt8]) {
      var words: [UInt64] = []
      words.reserveCapacity(4)
      var count = 0
      Words.forEachWritten(in: term) { word in
        count += 1
        guard !functionWords.contains(word.number) else { return }
        word.write(to: &letters)
        endings.reduce(&letters)
        words.append(Words.number(of: letters))
      }
      // A phrase of which one word is left would stand for that word's every use: "well-being" for "well".
      if count > 1, words.count < 2 { return }
      phrases.add(words, concept)
    }
  }

  /// Makes the words of a glossary and of the measures' terms ready; forms of work are no part of a search.
  public convenience init(_ glossary: Glossary = Glossary(), vocabularies: [Vocabulary] = []) {
    self.init(glossary, reading: glossary.concepts.filter { $0.kind != .form }, vocabularies: vocabularies)
  }

  /// The same with some of a glossary's concepts alone.
  init(_ glossary: Glossary, reading read: [Glossary.Concept], vocabularies: [Vocabulary] = []) {
    weights = glossary.weights
    let codes = Set(vocabularies.flatMap(\.terms.keys)).sorted()
    var names = read.map(\.id)
    let numbers = Dictionary(names.enumerated().map { ($1, Concept($0)) }) { first, _ in first }
    measures = Dictionary(
      codes.enumerated().map { ($1, Concept(names.count + $0)) }, uniquingKeysWith: { first, _ in first })
    names += codes.map { "measure:" + $0 }
    concepts = names
    fields = read.map(\.field) + codes.map { _ in nil }
    (subjects, apart, groups) = NamedSubjects.numbered(read, more: codes.count)
    realms = read.map(\.realm) + codes.map { _ in nil }
    fieldMeasures = Set(read.filter { $0.field != nil }.map(\.id)).intersection(codes)
    broader = read.map { $0.broader.compactMap { numbers[$0] } } + codes.map { _ in [] }

    var tongues: [Tongue] = []
    var letters: [UInt8] = []
    func place(of language: String) -> Int {
      if let known = tongues.firstIndex(where: { $0.tag == language }) { return known }
      tongues.append(Tongue(tag: language))
      return tongues.count - 1
    }
    for wording in glossary.languages {
      let index = place(of: wording.language)
      tongues[index].functionWords = FunctionWords.numbers(of: wording.functionWords)
      tongues[index].commonWords = FunctionWords.numbers(of: wording.commonWords)
      tongues[index].endings = Endings(wording.endings)
      tongues[index].hasCompounds = wording.hasCompounds
      for word in wording.falseFriends {
        Words.forEachWritten(in: word) { tongues[index].falseFriends.insert(tongues[index].stem($0.letters)) }
      }
      for concept in read {
        guard let number = numbers[concept.id] else { continue }
        for term in wording.terms[concept.id] ?? [] {
          tongues[index].add(term, number, &letters)
        }
      }
    }
    for vocabulary in vocabularies {
      let index = place(of: vocabulary.language.rawValue)
      for code in codes {
        guard let number = measures[code] else { continue }
        for term in vocabulary.terms[code] ?? [] { tongues[index].add(term, number, &letters) }
      }
    }
    if tongues.isEmpty { tongues.append(Tongue(tag: "en")) }
    self.tongues = tongues
    functionWords = FunctionWords(tongues.map { ($0.tag, $0.functionWords) })
    fingerprint = Lexicon.fingerprint(of: glossary, read, vocabularies, codes)
    let frequencies = glossary.frequencies.map { counted in
      Lexicon.frequencies(
        counted, language: tongues.firstIndex { $0.tag == counted.language } ?? 0, concepts: names)
    }
    self.frequencies = frequencies
    conceptRarities = Rarity.ofConcepts(by: frequencies, count: names.count)
    averageRarity = Rarity.average(by: frequencies)
    directions = glossary.directions.map { found in
      Directions(
        found, language: tongues.firstIndex { $0.tag == found.language } ?? 0, concepts: numbers)
    }
  }

  /// How many languages there are.
  var languages: Range<Int> { tongues.indices }

  /// The language of a text: the one it is tagged with, else the one whose function words it uses most.
  func language(of text: String, tag: String = "") -> Int {
    if let tagged = tongues.firstIndex(where: { $0.tag == tag }) { return tagged }
    guard tongues.count > 1 else { return 0 }
    return Lexicon.most(functionWords.counts(in: text))
  }

  /// The place of the largest; of equals the first.
  private static func most(_ counts: [Int]) -> Int {
    counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
  }

  /// So few function words tell no language by themselves.
  private static let fewFunctionWords = 4

  /// The language of an item: the one of which it uses most function words and terms; a short title has none of the
  /// former, and its terms alone tell whose they are.
  func language(ofItem text: String) -> Int {
    var reading = Reading()
    return language(ofItem: text, by: &reading)
  }

  /// The same by a reading that has met words before.
  func language(ofItem text: String, by reading: inout Reading) -> Int {
    guard tongues.count > 1 else { return 0 }
    let used = functionWords.counts(in: text)
    // Of a language that has less than half as many function words as another a text is not; a short one has too few to tell.
    let most = used.max() ?? 0
    let possible = tongues.indices.filter { most < Lexicon.fewFunctionWords || 2 * used[$0] >= most }
    guard possible.count > 1 else { return possible[0] }
    var counts = used.map { 2 * $0 }
    for language in possible {
      read(text, in: language, into: &reading)
      counts[language] += reading.halfWords { !isMeasure($0) }
    }
    return Lexicon.most(counts)
  }

  /// Whether another language means something else by a stem of this one.
  func isFalseFriend(_ stem: UInt64, of language: Int) -> Bool {
    tongues[language].falseFriends.contains(stem)
  }

  /// Reads a text: its words without those that say nothing, and the concepts whose terms it uses.
  func read(_ text: String, in language: Int, into reading: inout Reading) {
    reading.removeAll()
    reading.withForms(of: language) { forms, words, compounds in
      Words.forEachWritten(in: text) { word in
        let number = forms.number(of: word.number) {
          let tongue = tongues[language]
          let letters = word.letters
          let stem = tongue.stem(letters)
          let isFunction = tongue.functionWords.contains(word.number)
          let inside =
            isFunction || tongue.phrases.concepts(ofWord: stem) != nil ? [] : tongue.concepts(inside: letters)
          return Reading.Form(
            stem: stem, isFunction: isFunction, isCommon: tongue.commonWords.contains(word.number),
            mayBeginTerm: tongue.phrases.mayBegin(with: stem), compound: compounds.place(of: inside))
        }
        let form = forms[number]
        guard !form.isFunction else { return }
        words.append(Reading.Word(form, number, start: word.start, end: word.end))
      }
    }
    tongues[language].phrases.search(&reading)
  }

  private static func fingerprint(
    of glossary: Glossary, _ read: [Glossary.Concept], _ vocabularies: [Vocabulary], _ codes: [String]
  ) -> UInt64 {
    var hash = TextHash()
    hash.add(read.map(\.id) + codes)
    for wording in glossary.languages {
      hash.add(wording.language)
      hash.add(wording.functionWords)
      hash.add(wording.commonWords)
      hash.add(wording.endings.flatMap { [$0.letters, $0.replacement] })
      hash.add(wording.hasCompounds ? 1 : 0)
      for concept in read { hash.add(wording.terms[concept.id] ?? []) }
    }
    for vocabulary in vocabularies {
      hash.add(vocabulary.language.rawValue)
      for code in codes { hash.add(vocabulary.terms[code] ?? []) }
    }
    return hash.value.first
  }

  private static func frequencies(_ counted: WordFrequencies, language: Int, concepts: [String])
    -> Frequencies
  {
    var words: [UInt64: Int] = [:]
    words.reserveCapacity(12_000)
    for group in counted.words {
      for stem in group.words.split(separator: " ") { words[Words.number(ofStem: stem)] = group.count }
    }
    var byName: [Substring: Int] = [:]
    for group in counted.concepts {
      for name in group.words.split(separator: " ") { byName[name] = group.count }
    }
    return Frequencies(
      documents: counted.documents, language: language, words: words,
      concepts: concepts.map { byName[Substring($0)] ?? 0 },
      lengths: counted.lengths.mapValues { Double($0) / 100 })
  }
}

extension Lexicon {
  /// Whether what a measure's code names is of this field alone: barriers are, training may be of any.
  func isOfField(measure code: String) -> Bool { fieldMeasures.contains(code) }

  /// Whether a concept is a measure's own list of terms.
  func isMeasure(_ concept: Concept) -> Bool { Int(concept) >= concepts.count - measures.count }
}
