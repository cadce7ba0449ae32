import ParapetModel

/// A word of a passage: as it stands, as it is read, and where.
struct PassageWord: Hashable {
  /// As it stands.
  var text: String
  /// Without the number of a footnote that stuck to it.
  var reading: String
  /// The footnote that hangs on it.
  var note: String?
  /// The page.
  var page: Int
  /// What begins with it.
  var start: Start = .word

  /// What begins with a word.
  enum Start: Hashable { case word, paragraph, item }

  /// A word without the number of a footnote at its end, and that number: `Authorities32`, `2020/209234`.
  static func mark(_ word: String, among notes: Set<Int>) -> (reading: String, number: Int)? {
    var body = word[...]
    var tail = ""
    while let last = body.last, ".,;:)".contains(last), body.count > 1 {
      tail = String(last) + tail
      body.removeLast()
    }
    let digits = body.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0 else { return nil }
    let stem = body.dropLast(digits)
    let number = body.suffix(digits)
    if let before = stem.last, before.isLetter || ")]’”\"'%.,;:".contains(before), digits <= 3 {
      // `EUR1` and `TRL5` are no footnotes; nor is the number of an Annex.
      guard let value = Int(number), notes.contains(value), stem.count > 1, !units.contains(stem.lowercased())
      else { return nil }
      return (stem + tail, value)
    }
    // The number of a law with that of a note behind it: `2020/209234` is 2020/2092 and note 34.
    guard stem.last == "/", digits > 4, stem.dropLast().allSatisfy(\.isNumber) else { return nil }
    for length in [3, 2, 1] where digits - length == 4 {
      guard let value = Int(number.suffix(length)), notes.contains(value) else { continue }
      return (String(stem) + number.dropLast(length) + tail, value)
    }
    return nil
  }

  private static let units: Set<String> = ["eur", "trl", "art", "nr", "no", "p", "v"]
}

/// A run of a document's words, of which the sentences can be found again as they stand, with their pages.
struct Passage {
  private(set) var words: [PassageWord] = []

  var isEmpty: Bool { words.isEmpty }

  /// Adds the words of a line.
  ///
  /// - Parameter start: what its first word begins.
  mutating func append(
    _ line: String, page: Int, start: PassageWord.Start, notes: inout [Int: String]
  ) {
    var isFirst = true
    var tokens = line.split(separator: " ").map(String.init)
    if let first = tokens.first, Passage.bullets.contains(first) { tokens.removeFirst() }
    for (index, token) in tokens.enumerated() {
      var word = PassageWord(text: token, reading: token, page: page)
      if isFirst { word.start = start }
      isFirst = false
      let next = notes.keys.min()
      if let next, token.filter(\.isNumber) == String(next),
        token.allSatisfy({ $0.isNumber || ".,;:".contains($0) }),
        let last = words.indices.last,
        Passage.isMark(before: words[last].reading, after: index + 1 < tokens.count ? tokens[index + 1] : nil)
      {
        words[last].note = notes.removeValue(forKey: next)
        word.reading = token.filter { !$0.isNumber }
        words.append(word)
        continue
      }
      if let (reading, number) = PassageWord.mark(token, among: Set(notes.keys)) {
        word.reading = reading
        word.note = notes.removeValue(forKey: number)
      }
      if index == 0, start == .word { join(&word) }
      words.append(word)
    }
  }

  /// The first word of a line, where the line before broke it: its letters are read with those before the hyphen.
  private mutating func join(_ word: inout PassageWord) {
    guard let last = words.indices.last, let whole = LineBreak.joined(words[last].reading, word.reading)
    else {
      return
    }
    words[last].reading = whole
    words[last].note = words[last].note ?? word.note
    word.reading = ""
    word.note = nil
  }

  /// Whether a number between two words is that of a footnote and no figure of the sentence.
  private static func isMark(before: String, after: String?) -> Bool {
    let last = before.lowercased().filter { $0.isLetter || $0.isNumber }
    if leads.contains(last) { return false }
    guard let after = after?.lowercased().filter({ $0.isLetter || $0 == "%" }) else { return true }
    return !units.contains(after)
  }

  private static let leads: Set<String> = [
    "least", "most", "of", "to", "and", "or", "than", "maximum", "minimum", "eur", "trl", "section", "annex",
    "article",
    "art", "page", "pages", "stage", "topic", "between", "from", "by", "the", "a", "over", "up", "exceed",
    "regulation",
    "no", "points", "option",
  ]
  private static let units: Set<String> = [
    "month", "months", "year", "years", "page", "pages", "million", "days", "percent", "%", "billion", "euro",
    "eur",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  static let bullets: Set<String> = ["-", "•", "–", "·", "▪", "‣", "*", "o", "", "", "−", "➢", "✓"]

  /// The paragraphs and items: where each begins and ends.
  var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropFirst() where words[index].start != .word {
      parts.append(start..<index)
      start = index
    }
    if !words.isEmpty { parts.append(start..<words.count) }
    return parts
  }

  /// The words of a part as they are read, footnotes in double brackets.
  func reading(of range: Range<Int>) -> String {
    var text = ""
    for (place, word) in zip(range, words[range]) {
      let piece = word.reading
      switch place > range.lowerBound ? word.start : .word {
      case .item: text += "\n- "
      case .paragraph: text += "\n"
      case .word: if !text.isEmpty, !piece.isEmpty, !".,;:".contains(piece) { text += " " }
      }
      text += piece
      if let note = word.note { text += "[[" + note.replacing("]]", with: "") + "]]" }
    }
    return text
  }

  /// The words of a part as they stand.
  func quote(of range: Range<Int>) -> String { words[range].map(\.text).joined(separator: " ") }

  /// The sentences of a part, each with the words that it is made of.
  func sentences(of range: Range<Int>) -> [(sentence: StatedSentence, words: Range<Int>)] {
    var found: [(StatedSentence, Range<Int>)] = []
    var next = range.lowerBound
    for sentence in ConditionText.sentences(ofProse: reading(of: range)) {
      // The words are found again by their letters and figures: the reader folds blanks and cuts lists.
      var wanted = Passage.letters(sentence.text).count
      let start = next
      while next < range.upperBound, wanted > 0 {
        wanted -= Passage.letters(words[next].reading).count
        next += 1
      }
      // Marks without a letter behind the last word belong to it.
      while next < range.upperBound, Passage.letters(words[next].reading).isEmpty { next += 1 }
      if next > start { found.append((sentence, start..<next)) }
    }
    // What was lost in between is no sentence of its own and stays with the last.
    if next < range.upperBound, let last = found.popLast() {
      found.append((last.0, last.1.lowerBound..<range.upperBound))
    }
    return found
  }

  /// The pages on which a part begins and ends.
  func pages(of range: Range<Int>) -> (first: Int, last: Int) {
    (words[range.lowerBound].page, words[range.upperBound - 1].page)
  }

  private static func letters(_ text: String) -> [Character] {
    text.filter { $0.isLetter || $0.isNumber }.map { $0 }
  }
}
