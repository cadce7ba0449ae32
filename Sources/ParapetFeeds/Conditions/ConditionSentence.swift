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
  ///
  /// So does `Topic AB-2026-12 – Small projects:`, which names the topic and asks for nothing.
  private static func withoutIntroduction(_ words: [ConditionWord]) -> [ConditionWord] {
    var words = Array(words.drop { $0.stem == ";" || $0.stem == ":" })
    // `2. The proposal must …`: the number of a list's item.
    if words.count > 2, words[0].number != nil, words[0].text.allSatisfy(\.isNumber),
      ["the", "a", "an", "in", "all", "each"].contains(words[1].stem)
    {
      words.removeFirst()
    }
    if let name = words.prefix(3).firstIndex(where: { $0.isIdentifier }),
      words[..<name].allSatisfy({ ["for", "topic", "the"].contains($0.stem) }),
      let colon = words.prefix(20).firstIndex(where: { $0.stem == ":" }), colon + 2 < words.count
    {
      return withoutIntroduction(Array(words[(colon + 1)...]))
    }
    guard let colon = words.prefix(20).firstIndex(where: { $0.stem == ":" }), colon + 2 < words.count,
      words[..<colon].contains(where: { $0.stem == "following" }),
      words[..<colon].contains(where: { $0.stem == "apply" })
    else { return words }
    return Array(words[(colon + 1)...].drop { $0.stem == ";" })
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
