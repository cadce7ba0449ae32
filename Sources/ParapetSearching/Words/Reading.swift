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
    /// Whether it is part of a term of the glossary.
    var isInTerm = false

    init(_ form: Form, _ number: Int, start: Int32, end: Int32) {
      hash = form.stem
      self.start = start
      self.end = end
      self.form = Int32(number)
      isCommon = form.isCommon
      mayBeginTerm = form.mayBeginTerm
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

  /// How many words are remembered as they are written, in all languages.
  var formCount: Int { languages.reduce(0) { $0 + $1.count } }

  /// Forgets the last text, not its words.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    finds.removeAll(keepingCapacity: true)
  }

  /// Lends what is known of a language's words, and the words of the text at hand.
  mutating func withForms(of language: Int, _ body: (inout Forms, inout [Word]) -> Void) {
    while languages.count <= language { languages.append(Forms()) }
    body(&languages[language], &words)
  }

  /// Notes a concept and marks the words that stand for it.
  mutating func add(_ concepts: [Lexicon.Concept], from first: Int, to last: Int) {
    for concept in concepts { finds.append(Find(concept: concept, first: first, last: last)) }
    for index in first...last { words[index].isInTerm = true }
  }
}
