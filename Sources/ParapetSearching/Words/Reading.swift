/// What a text says, as far as a search needs it; used again for text after text.
struct Reading {
  /// A word, and whether it counts by itself.
  struct Word {
    /// The number of its stem.
    var hash: UInt64
    var start: Int32
    var end: Int32
    /// The number of the word as it is written, among those of its language.
    var form: Int32
    /// Whether every call uses it.
    var isCommon: Bool
    /// Whether a term of the glossary may begin with it.
    var mayBeginTerm: Bool
    /// The place of the concepts of the terms inside it, among the reading's compounds; less than none where it has none.
    var compound: Int32
    /// Whether it is part of a term of the glossary.
    var isInTerm = false

    init(_ form: Form, _ number: Int, start: Int32, end: Int32) {
      hash = form.stem
      self.start = start
      self.end = end
      self.form = Int32(number)
      isCommon = form.isCommon
      mayBeginTerm = form.mayBeginTerm
      compound = form.compound
    }
  }

  /// A concept, with the first and last word of the term that stands for it.
  struct Find {
    var concept: Lexicon.Concept
    var first: Int
    var last: Int
  }

  /// What there is to know of a word as it is written.
  struct Form {
    var stem: UInt64
    var isFunction: Bool
    var isCommon: Bool
    var mayBeginTerm: Bool
    var compound: Int32
  }

  /// The concepts inside words that are written together of several; few words have any.
  struct Compounds {
    private var concepts: [[Lexicon.Concept]] = []

    /// The place of what was found inside a word, or less than none where nothing was.
    mutating func place(of found: [Lexicon.Concept]) -> Int32 {
      guard !found.isEmpty else { return -1 }
      concepts.append(found)
      return Int32(concepts.count - 1)
    }

    subscript(place: Int32) -> [Lexicon.Concept] { place < 0 ? [] : concepts[Int(place)] }
  }

  /// The words of a language as they were met: they come again and again, and each is shortened and looked up once.
  struct Forms {
    private var forms: [Form] = []
    private var numbers = NumberTable()

    /// The number of a word as it is written, and what there is to know of it found out once.
    mutating func number(of written: UInt64, _ make: () -> Form) -> Int {
      let number = Int(numbers.number(of: written, orNext: forms.count))
      if number == forms.count { forms.append(make()) }
      return number
    }

    subscript(number: Int) -> Form { forms[number] }

    var count: Int { forms.count }
  }

  private(set) var finds: [Find] = []
  private(set) var words: [Word] = []
  private var languages: [Forms] = []
  private var compounds = Compounds()

  /// How many words are remembered as they are written, in all languages.
  var formCount: Int { languages.reduce(0) { $0 + $1.count } }

  /// Whether it is worth keeping: texts of hostile length are forgotten.
  var isKept: Bool { formCount <= Reading.mostForms }

  private static let mostForms = 200_000

  /// Forgets the last text, not its words.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    finds.removeAll(keepingCapacity: true)
  }

  /// Lends what is known of a language's words, and the words of the text at hand.
  mutating func withForms(of language: Int, _ body: (inout Forms, inout [Word], inout Compounds) -> Void) {
    while languages.count <= language { languages.append(Forms()) }
    body(&languages[language], &words, &compounds)
  }

  /// How many words the terms of some concepts take up, in halves: one inside which a term was found is half a sign.
  func halfWords(where isCounted: (Lexicon.Concept) -> Bool) -> Int {
    var count = 0
    var next = 0
    for find in finds where isCounted(find.concept) && find.first >= next {
      let isInside = find.first == find.last && words[find.first].compound >= 0
      count += isInside ? 1 : 2 * (find.last - find.first + 1)
      next = find.last + 1
    }
    return count
  }

  /// Notes the concepts inside a word.
  mutating func addCompound(at place: Int) {
    guard words[place].compound >= 0 else { return }
    add(compounds[words[place].compound], from: place, to: place)
  }

  /// Notes a concept and marks the words that stand for it.
  mutating func add(_ concepts: [Lexicon.Concept], from first: Int, to last: Int) {
    for concept in concepts { finds.append(Find(concept: concept, first: first, last: last)) }
    for index in first...last { words[index].isInTerm = true }
  }
}
