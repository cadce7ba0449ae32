/// What a text says, as far as a search needs it; used again for text after text.
struct Reading {
  /// A word, and whether it counts by itself.
  struct Word {
    /// The number of its stem.
    var hash: UInt64
    var start: Int32
    var end: Int32
    /// Whether every call uses it.
    var isCommon: Bool
    /// Whether it is part of a term of the glossary.
    var isInTerm: Bool
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
  }

  private(set) var finds: [Find] = []
  var words: [Word] = []
  /// Words come again and again, and each is shortened and looked up once a language.
  private var forms: [[Form]] = []
  private var numbers: [NumberTable] = []

  /// Forgets the last text, not its words.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    finds.removeAll(keepingCapacity: true)
  }

  /// Makes room for the words of a language.
  mutating func prepare(for language: Int) {
    while forms.count <= language {
      forms.append([])
      numbers.append(NumberTable())
    }
  }

  /// What there is to know of a word, found out once.
  mutating func form(_ whole: UInt64, _ language: Int, _ make: () -> Form) -> Form {
    let known = forms[language].count
    let number = Int(numbers[language].number(of: whole, orNext: known))
    if number == known { forms[language].append(make()) }
    return forms[language][number]
  }

  /// Notes a concept and marks the words that stand for it.
  mutating func add(_ concepts: [Lexicon.Concept], from first: Int, to last: Int) {
    for concept in concepts { finds.append(Find(concept: concept, first: first, last: last)) }
    for index in first...last { words[index].isInTerm = true }
  }
}
