import ParapetModel

/// The texts of opportunities as compact arrays by term: which opportunity uses it, how weightily, and where.
///
/// What a term weighs in a text depends on that text and on the counted frequencies alone (BM25 over fields), never on
/// the other texts beside it; so a pair fits as well alone as among thousands. It is an object since every search of every city has
/// it.
final class SubjectIndex: Sendable {
  /// One term in one opportunity.
  struct Posting {
    /// The opportunity's place.
    var document: Int32
    /// The term's weight there: rarity times the weighted, saturated counts of its fields.
    var impact: Float
    /// The first place in the weightiest field.
    var place: Place
  }

  /// What is added up of a posting: of eight bytes, where a posting has twenty, since a search goes through thousands and asks
  /// for the place of few.
  struct Use {
    /// The opportunity's place, and in the last bits the kind.
    private let packed: UInt32
    let impact: Float

    init(_ posting: Posting) {
      let field = posting.place.field
      packed =
        UInt32(posting.document) << 3 | (field == .instrument ? 1 : 0)
        | (field == .title || field == .keywords ? 2 : 0) | (posting.impact > 0 ? 4 : 0)
      impact = posting.impact
    }

    private init(kind: UInt32) {
      packed = kind
      impact = 0
    }

    /// One of each kind, by its number.
    static let kinds = (0..<8).map { Use(kind: $0) }

    var document: Int { Int(packed >> 3) }
    /// A number of the three that follow.
    var kind: Int { Int(packed & 7) }
    var isOfInstrument: Bool { packed & 1 != 0 }
    /// Whether it stands in the title or among the keywords.
    var isOfHeading: Bool { packed & 2 != 0 }
    /// Whether it weighs anything.
    var counts: Bool { packed & 4 != 0 }
  }

  /// Where a term stands.
  struct Place: Hashable {
    var field: WordEvidence.Field
    /// Which of the texts, in the order of `TextFields`.
    var text: UInt16
    var start: Int32
    var end: Int32
  }

  /// The kinds of term.
  enum Kind { case word, pair, concept, measure }

  let lexicon: Lexicon
  /// How many opportunities.
  let count: Int
  /// The weight of all distinct words of each title.
  let titleWeights: [Float]
  /// The directions of the opportunities, eight of them side by side: the first component of all eight, then the second, so that
  /// eight are held against an item at a time; empty where there are no directions.
  let directions: [SIMD8<Float>]
  /// What each opportunity says of the safety of people and places.
  let fields: [FieldShare.Text]
  /// The places and threats that each opportunity's title names.
  let titles: [NamedSubjects]
  /// The realms of which each opportunity's title and keywords speak.
  let realms: [Realms]
  /// The number of each term that some opportunity uses, how much it tells, where its postings begin, and all postings.
  let numbers: NumberTable
  let rarities: [Float]
  let starts: [Int32]
  let postings: [Posting]
  /// The same as they are added up.
  private let uses: [Use]
  /// The postings of titles alone, which coverage, titles and passages look at.
  let inTitles: TitleUses

  /// The number of a term, or nothing where no opportunity uses it.
  func number(of key: UInt64) -> Int32? { numbers[key] }

  /// How much a term tells, from its frequency.
  func rarity(of term: Int32) -> Float { rarities[Int(term)] }

  /// The postings of a term, in the order of the opportunities.
  func postings(of term: Int32) -> ArraySlice<Posting> {
    postings[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])]
  }

  /// Lends where a term is used, in the order of the opportunities; no place is checked, since the index has none but those of its
  /// opportunities.
  func withUses(of term: Int32, _ body: (UnsafeBufferPointer<Use>) -> Void) {
    uses.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])]))
    }
  }

  /// What an index has of its terms, by their numbers.
  struct TermTable {
    var numbers: NumberTable
    var rarities: [Float]
    var starts: [Int32]
    var postings: [Posting]
  }

  /// What it has of its opportunities, by their places.
  struct DocumentTable {
    var titleWeights: [Float]
    var fields: [FieldShare.Text]
    var titles: [NamedSubjects]
    var realms: [Realms]
    /// One direction after the other.
    var directions: [Float]
  }

  init(_ terms: TermTable, _ documents: DocumentTable, lexicon: Lexicon) {
    self.lexicon = lexicon
    count = documents.titleWeights.count
    numbers = terms.numbers
    rarities = terms.rarities
    starts = terms.starts
    postings = terms.postings
    uses = terms.postings.map(Use.init)
    inTitles = TitleUses(starts: terms.starts, terms.postings)
    titleWeights = documents.titleWeights
    fields = documents.fields
    titles = documents.titles
    realms = documents.realms
    directions = SubjectIndex.sideBySide(documents.directions, count)
  }

  /// An index of the texts of opportunities, one entry each.
  ///
  /// - Parameter counts: what was counted of an opportunity's own texts before, by its place; `nil` has them counted.
  convenience init(_ documents: [SearchedTexts], lexicon: Lexicon, counts: (Int) -> TextCounts?) {
    var builder = SubjectIndexBuilder(lexicon: lexicon)
    for (place, document) in documents.enumerated() { builder.add(document, counted: counts(place)) }
    let (terms, documents) = builder.finish()
    self.init(terms, documents, lexicon: lexicon)
  }

  static func sideBySide(_ directions: [Float], _ count: Int) -> [SIMD8<Float>] {
    guard count > 0 else { return [] }
    let size = directions.count / count
    var blocks = [SIMD8<Float>](repeating: .zero, count: (count + 7) / 8 * size)
    for document in 0..<count {
      for component in 0..<size {
        blocks[document / 8 * size + component][document % 8] = directions[document * size + component]
      }
    }
    return blocks
  }

  /// The key of a word in a language: the same spelling in two languages is two terms.
  static func key(word: UInt64, language: Int) -> UInt64 {
    word ^ (UInt64(language) &* 0xd6e8_feb8_6659_fd93)
  }

  /// The key of two words that follow one another.
  static func key(_ first: UInt64, _ second: UInt64, language: Int) -> UInt64 {
    key(word: Phrases.key(Phrases.key(1, first), second), language: language)
  }

  /// The key of a concept.
  static func key(concept: Lexicon.Concept) -> UInt64 {
    (UInt64(concept) &+ 1) &* 0xff51_afd7_ed55_8ccd
  }
}

/// Which opportunities have a term in their title, by the number of the term.
struct TitleUses: Sendable {
  private var starts: [Int32] = [0]
  private var documents: [Int32] = []

  /// Those among postings.
  ///
  /// - Parameter starts: where the postings of each term begin, and where the last end.
  init(starts: [Int32], _ postings: [SubjectIndex.Posting]) {
    self.starts.reserveCapacity(starts.count)
    for (start, end) in zip(starts, starts.dropFirst()) {
      for place in Int(start)..<Int(end) where postings[place].place.field == .title {
        documents.append(postings[place].document)
      }
      self.starts.append(Int32(documents.count))
    }
  }

  /// Lends the opportunities of a term, in their order; no place is checked, as in `SubjectIndex.withUses`.
  func withDocuments(of term: Int32, _ body: (UnsafeBufferPointer<Int32>) -> Void) {
    documents.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])]))
    }
  }
}

/// The texts of one opportunity, by field.
struct TextFields: Sendable {
  /// A text in its field, with the tag of its language.
  typealias Text = (field: WordEvidence.Field, text: LocalizedText)

  /// The texts, weightiest field first.
  let texts: [Text]

  /// More texts than any opportunity has; what comes after them is not searched.
  static let most = 4_096

  /// What an opportunity itself says.
  init(_ opportunity: Opportunity) {
    var texts: [Text] = []
    let titles = opportunity.titles.map(TitleParts.init)
    texts += titles.map { (.title, $0.subject) }
    texts += opportunity.keywords.map { (.keywords, $0) }
    texts += titles.flatMap(\.brackets).map { (.call, $0) }
    texts += opportunity.partOf.flatMap(\.titles).map { (.call, $0) }
    texts += opportunity.descriptions.map { (.description, $0) }
    self.texts = texts
  }

  /// What an instrument says of the opportunities below it.
  init(instrument: Opportunity) {
    texts = (instrument.titles + instrument.keywords).map { (.instrument, $0) }
  }

  /// Both.
  init(_ document: SearchedTexts) {
    var texts = TextFields(document.opportunity).texts
    if let nearest = document.instrument {
      let before = texts.firstIndex { $0.field == .description } ?? texts.count
      texts.insert(contentsOf: TextFields(instrument: nearest).texts, at: before)
    }
    self.texts = texts
  }

  /// The words at a place, as the source spells them.
  func quote(_ place: SubjectIndex.Place) -> String {
    guard Int(place.text) < texts.count else { return "" }
    let utf8 = texts[Int(place.text)].text.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(place.start), limitedBy: utf8.endIndex)
    guard let start, place.start <= place.end else { return "" }
    let end = utf8.index(start, offsetBy: Int(place.end - place.start), limitedBy: utf8.endIndex)
    return String(decoding: utf8[start..<(end ?? utf8.endIndex)], as: UTF8.self)
  }
}
