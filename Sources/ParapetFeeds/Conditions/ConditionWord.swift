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

  /// Whether it is the name of a topic, such as `HORIZON-CL3-2026-01-FCT-06`, whose digits count nothing.
  var isIdentifier: Bool { stem == ConditionWord.identifier }

  private static let identifier = "#topic"

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
    for scalar in withoutIdentifiers(sentence).lowercased().unicodeScalars {
      if scalar == topic {
        flush()
        isFootnote = false
        words.append(ConditionWord(sign: identifier))
        continue
      }
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

  /// What stands for the name of a topic while a sentence is taken apart.
  private static let topic: Unicode.Scalar = "\u{E000}"

  /// A sentence in which each name of a topic is one sign.
  private static func withoutIdentifiers(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "-")) else { return sentence }
    return sentence.split(separator: " ", omittingEmptySubsequences: false).map { part in
      isName(part) ? String(topic) + (part.hasSuffix(":") ? ":" : "") : String(part)
    }.joined(separator: " ")
  }

  /// Whether a word is such a name: three parts or more in capitals and digits, with at least one of each.
  private static func isName(_ word: Substring) -> Bool {
    let parts = word.split { ".,:;()-".contains($0) }
    guard parts.count > 2, let first = parts.first, first.allSatisfy({ ("A"..."Z").contains($0) }) else {
      return false
    }
    return parts.contains { $0.allSatisfy { ("0"..."9").contains($0) } }
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
