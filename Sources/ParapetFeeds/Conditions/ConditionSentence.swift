/// A sentence as it stands, with the footnotes that hang on it.
struct StatedSentence: Hashable, Sendable {
  /// The sentence without footnotes, white space folded; what a reader is shown.
  var text: String
  /// Its footnotes.
  var notes: [String]
}

/// A sentence of a call's conditions: its words as they stand, and the footnotes that hang on it.
struct ConditionSentence: Hashable, Sendable {
  /// The sentence without footnotes, white space folded; what a reader is shown.
  let text: String
  /// Its footnotes.
  let notes: [String]
  /// Its words, numbers and signs, without what stands in brackets.
  let words: [ConditionWord]
  /// The words in their stems, each with a blank before and behind, so that phrases are looked for as they are read.
  let line: String
  /// The same of what stands in brackets.
  let asides: String
  /// The line's bytes: phrases are looked for a thousand times in a text.
  private let bytes: [UInt8]

  init(_ sentence: StatedSentence) {
    let text = sentence.text
    self.text = text
    notes = sentence.notes
    let all = ConditionWord.words(of: text)
    let (kept, inBrackets) = ConditionSentence.withoutBrackets(all)
    words = ConditionSentence.withoutIntroduction(kept)
    asides = inBrackets
    line = ConditionSentence.line(of: words[...])
    bytes = Array(line.utf8)
  }

  /// Whether one of some phrases, in stems, stands in it.
  func says(_ phrases: String...) -> Bool { says(any: phrases) }

  /// Whether one of some phrases, in stems, stands in it.
  func says(any phrases: [String]) -> Bool {
    phrases.contains { phrase in
      var phrase = phrase
      return phrase.withUTF8 { wanted in
        bytes.withUnsafeBufferPointer { ConditionSentence.has(wanted, in: $0) }
      }
    }
  }

  private static func has(_ phrase: UnsafeBufferPointer<UInt8>, in line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = phrase.first, line.count >= phrase.count + 2 else { return false }
    let blank = UInt8(ascii: " ")
    for start in 1..<(line.count - phrase.count) where line[start] == first && line[start - 1] == blank {
      guard line[start + phrase.count] == blank else { continue }
      var index = 1
      while index < phrase.count, line[start + index] == phrase[index] { index += 1 }
      if index == phrase.count { return true }
    }
    return false
  }

  static func line(of words: ArraySlice<ConditionWord>) -> String {
    words.reduce(into: " ") { $0 += $1.stem + " " }
  }

  /// `The following additional eligibility criteria apply:` introduces what is meant.
  private static func withoutIntroduction(_ words: [ConditionWord]) -> [ConditionWord] {
    guard let colon = words.prefix(20).firstIndex(where: { $0.stem == ":" }), colon + 2 < words.count,
      words[..<colon].contains(where: { $0.stem == "following" }),
      words[..<colon].contains(where: { $0.stem == "apply" })
    else { return words }
    return Array(words[(colon + 1)...])
  }

  /// Brackets are explanations; `(i)` and `(a)` begin an item of a list.
  private static func withoutBrackets(_ all: [ConditionWord]) -> ([ConditionWord], String) {
    var kept: [ConditionWord] = []
    var asides: [ConditionWord] = []
    var depth = 0
    var index = 0
    while index < all.count {
      let word = all[index]
      if word.stem == "(", index + 2 < all.count, all[index + 2].stem == ")",
        items.contains(all[index + 1].text)
      {
        kept.append(ConditionWord(sign: ";"))
        index += 3
        continue
      }
      switch word.stem {
      case "(" where all[index...].contains { $0.stem == ")" }: depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth > 0 { asides.append(word) } else if word.stem != "(" { kept.append(word) }
      }
      index += 1
    }
    return (kept, line(of: asides[...]))
  }

  private static let items: Set<String> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "a", "b", "c", "d", "e", "f", "g",
  ]
}

/// A word, number or sign of a sentence.
struct ConditionWord: Hashable, Sendable {
  /// In small letters.
  let text: String
  /// In the singular, and in the Union's spelling.
  let stem: String
  /// The number that it is, in digits or letters.
  let number: Int?

  init(_ text: String) {
    self.text = text
    stem = ConditionWord.stem(of: text)
    number = ConditionWord.number(of: text)
  }

  init(sign: String) {
    text = sign
    stem = sign
    number = nil
  }

  static func words(of sentence: String) -> [ConditionWord] {
    var words: [ConditionWord] = []
    var current: [Unicode.Scalar] = []
    var isDigits = false
    var isFootnote = false
    func flush() {
      guard !current.isEmpty else { return }
      let word = String(scalars: current)
      current.removeAll(keepingCapacity: true)
      // Lists that lost their line breaks: `andat least`, `orThe`.
      for joint in ["and", "or"] where word.hasPrefix(joint) {
        let rest = String(word.dropFirst(joint.count))
        if openers.contains(rest) {
          words += [ConditionWord(joint), ConditionWord(rest)]
          return
        }
      }
      words.append(ConditionWord(word))
    }
    for scalar in sentence.lowercased().unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit || ("a"..."z").contains(scalar) || (!scalar.isASCII && scalar.properties.isAlphabetic) {
        // `Police Authorities32`: the number of a footnote that stuck to its word.
        if isDigit, isFootnote || (!current.isEmpty && !isDigits) {
          isFootnote = true
          continue
        }
        if !current.isEmpty, isDigits != isDigit { flush() }
        isFootnote = false
        isDigits = isDigit
        current.append(scalar)
      } else {
        flush()
        isFootnote = false
        if signs.contains(scalar) { words.append(ConditionWord(sign: String(scalar))) }
      }
    }
    flush()
    return words
  }

  private static let signs: Set<Unicode.Scalar> = [",", ";", ":", "(", ")", "/", "%", "&"]
  private static let openers: Set<String> = [
    "at", "least", "the", "a", "an", "one", "two", "three", "option", "a", "minimum",
  ]

  private static func stem(of word: String) -> String {
    if let known = irregular[word] { return known }
    var word = word
    if word.contains("organiz") { word = word.replacing("organiz", with: "organis") }
    guard word.utf8.count > 3, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return word }
    return String(word.dropLast())
  }

  private static let irregular: [String: String] = [
    "consortia": "consortium", "criteria": "criterion", "bodies": "body", "whose": "whose", "this": "this",
    "is": "is", "as": "as", "has": "has", "does": "does", "smes": "sme", "ngos": "ngo", "csos": "cso",
    "rtos": "rto", "pcps": "pcp", "towards": "towards", "ms": "ms", "maxium": "maximum",
    "partnerships": "partnership",
    "processes": "process", "businesses": "business", "addresses": "address", "requires": "require",
    "required": "require", "includes": "include", "premises": "premise", "enterprises": "enterprise",
  ]

  private static func number(of word: String) -> Int? {
    if let number = numbers[word] { return number }
    return word.utf8.count <= 3 ? Int(word) : nil
  }

  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
  ]
}
