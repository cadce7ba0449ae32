import ParapetModel

/// The part of a portal's conditions that says who may apply, in sentences.
///
/// The portal writes its conditions in three layouts, some of them flattened so that paragraphs touch
/// (`beneficiaries.For participants`); footnotes stand inside in `[[…]]`. Sections are found by the words of their
/// headings, never by their numbers.
struct ConditionText {
  /// The sentences of "Eligible countries" and "Other eligible conditions", in order.
  private(set) var sentences: [StatedSentence] = []
  /// Whether the text has these sections; one that has not is no conditions of a call as we know them.
  private(set) var hasSections = false

  /// The longest text that is read; the portal's longest have a fiftieth of it.
  static let longest = 2_000_000

  /// Reads a text free of markup.
  init(_ text: String) {
    guard text.utf8.count <= ConditionText.longest else { return }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      scalars.append(scalar == "\u{A0}" || scalar == "\u{202F}" ? " " : scalar)
    }
    guard let section = ConditionText.section(of: scalars) else { return }
    hasSections = true
    for part in section { sentences += ConditionText.sentences(in: part) }
  }

  /// The sentences of any running text, such as a topic's description.
  static func sentences(ofProse text: String) -> [StatedSentence] {
    text.utf8.count <= longest ? sentences(in: Array(text.unicodeScalars)) : []
  }

  // MARK: sections

  private static let countries = Array("eligible countries".unicodeScalars)
  private static let others = ["other eligible conditions", "other eligibility conditions"]
    .map { Array($0.unicodeScalars) }
  private static let ends = ["financial and operational capacity", "financial capacity and exclusion"]
    .map { Array($0.unicodeScalars) }

  private static func section(of scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]]? {
    let lower = scalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32) ?? $0 : $0 }
    let heading = headingPlace(countries, in: lower, from: 0)
    let first = heading.map { $0 + countries.count }
    let other = others.compactMap { words in
      headingPlace(words, in: lower, from: first ?? 0).map { (start: $0, end: $0 + words.count) }
    }.min { $0.start < $1.start }
    guard let start = first ?? other?.end else { return nil }
    let after = max(start, other?.end ?? start)
    let end =
      ends.compactMap { place(of: $0, in: lower, from: after) }.min() ?? scalars.count
    let own = other.map { ($0.start, $0.end) }
    var parts: [[Unicode.Scalar]] = []
    if let first, let own, first <= own.0 {
      parts.append(withoutNumber(scalars[first..<own.0]))
      parts.append(withoutNumber(scalars[own.1..<end]))
    } else {
      parts.append(withoutNumber(scalars[start..<end]))
    }
    return parts
  }

  /// Where a heading stands: behind its number where one of them has one, else where its words first stand.
  private static func headingPlace(
    _ words: [Unicode.Scalar], in text: [Unicode.Scalar], from: Int
  ) -> Int? {
    var start = from
    var first: Int?
    while let place = place(of: words, in: text, from: start) {
      first = first ?? place
      let before = text[max(0, place - 4)..<place].filter { $0 != " " && $0 != "\n" }
      if before.last == ".", let digit = before.dropLast().last, ("0"..."9").contains(digit) { return place }
      start = place + words.count
    }
    return first
  }

  private static func place(of words: [Unicode.Scalar], in text: [Unicode.Scalar], from: Int) -> Int? {
    guard let first = words.first, from + words.count <= text.count else { return nil }
    var index = from
    while index + words.count <= text.count {
      if text[index] == first, text[index..<index + words.count].elementsEqual(words) { return index }
      index += 1
    }
    return nil
  }

  /// A part of a text without the number of the heading that follows it.
  private static func withoutNumber(_ part: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var part = part
    while let last = part.last, last == " " || last == "\n" { part.removeLast() }
    if part.last == "." {
      var shorter = part.dropLast()
      guard let digit = shorter.last, ("0"..."9").contains(digit) else { return Array(part) }
      shorter.removeLast()
      // `Annexes.3.` ends a sentence and begins a heading; `2026.3.` too.
      part = shorter
    } else if let digit = part.last, ("0"..."9").contains(digit), part.dropLast().last == "." {
      part = part.dropLast()
    }
    return Array(part)
  }

  // MARK: sentences

  private static let bullets: Set<Unicode.Scalar> = ["-", "•", "–", "·", "▪", "‣", "*"]
  private static let abbreviations: Set<String> = ["e.g", "i.e", "art", "no", "nr", "st", "vs", "cf", "etc"]

  private static func sentences(in part: [Unicode.Scalar]) -> [StatedSentence] {
    var splitter = Splitter(text: part)
    return splitter.run()
  }

  /// Cuts a text into sentences; the items of a list stay with the words that open it.
  private struct Splitter {
    let text: [Unicode.Scalar]
    private var current: [Unicode.Scalar] = []
    private var notes: [String] = []
    private var isInList = false
    private var made: [StatedSentence] = []

    init(text: [Unicode.Scalar]) { self.text = text }

    mutating func run() -> [StatedSentence] {
      var index = 0
      while index < text.count {
        let scalar = text[index]
        if scalar == "[", at(index + 1) == "[", let end = noteEnd(from: index + 2) {
          notes.append(String(scalars: text[index + 2..<end]).folded)
          index = end + 2
          continue
        }
        switch scalar {
        case "\n": index = breakLine(at: index)
        case ".", "!", "?":
          current.append(scalar)
          if endsSentence(at: index) { finish() }
        default:
          if bullets.contains(scalar), current.last == ":" || (isInList && current.last == ".") {
            continueList()
          } else if scalar != " " || current.last != " " {
            current.append(scalar)
          }
        }
        index += 1
      }
      finish()
      return made
    }

    private func at(_ index: Int) -> Unicode.Scalar { index < text.count ? text[index] : "\n" }

    private func noteEnd(from start: Int) -> Int? {
      var index = start
      while index + 1 < text.count {
        if text[index] == "]", text[index + 1] == "]" { return index }
        index += 1
      }
      return nil
    }

    private mutating func continueList() {
      isInList = true
      if current.last != " " { current.append(" ") }
      current += [";", " "]
    }

    private mutating func finish() {
      while current.first == " " { current.removeFirst() }
      while current.last == " " { current.removeLast() }
      let sentence = String(scalars: current)
      if sentence.unicodeScalars.contains(where: \.properties.isAlphabetic) {
        made.append(StatedSentence(text: sentence, notes: notes))
      } else if !notes.isEmpty, var last = made.popLast() {
        last.notes += notes
        made.append(last)
      }
      current = []
      notes = []
      isInList = false
    }

    /// A line ends: what follows is another item, the rest of a sentence, or a new one. Returns the place before it.
    private mutating func breakLine(at index: Int) -> Int {
      var next = index + 1
      while at(next) == " " || (next < text.count && at(next) == "\n") { next += 1 }
      guard next < text.count else { return text.count }
      let last = current.last(where: { $0 != " " })
      let begins = beginsItem(at: next)
      if begins, last == ":" || isInList {
        continueList()
      } else if last == ":" || last == "," || (!begins && ("a"..."z").contains(at(next)) && !points(at: next))
      {
        if last == ":" { continueList() } else { current.append(" ") }
      } else {
        finish()
      }
      return next - 1
    }

    private func beginsItem(at index: Int) -> Bool {
      if bullets.contains(at(index)) { return true }
      guard at(index) == "(" else { return false }
      return at(index + 2) == ")" || at(index + 3) == ")" || at(index + 4) == ")"
    }

    /// Whether `described in …` stands here, which the portal puts behind everything without a blank.
    private func points(at index: Int) -> Bool {
      let word = text[index..<min(text.count, index + 9)]
      return word.elementsEqual("described".unicodeScalars)
        || word.prefix(3).elementsEqual("are".unicodeScalars)
    }

    private mutating func endsSentence(at index: Int) -> Bool {
      var word: [Unicode.Scalar] = []
      for scalar in current.dropLast().reversed() {
        if scalar == " " || scalar == "(" || scalar == ";" { break }
        word.append(scalar)
      }
      let last = String(scalars: word.reversed()).lowercased()
      let before = String(scalars: current.dropLast(word.count + 1).suffix(6)).lowercased()
      if abbreviations.contains(last) || (last.utf8.count == 1 && !before.hasSuffix("annex ")) {
        return false
      }
      var next = index + 1
      while at(next) == " " { next += 1 }
      let isGlued = next == index + 1
      let scalar = at(next)
      if next >= text.count || scalar == "\n" { return false || !continues(at: next) }
      if isGlued, last.contains("/") || last.contains("www") { return false }
      if current.contains(":"), beginsItem(at: next), scalar != "*" {
        isInList = true
        return false
      }
      if ("a"..."z").contains(scalar) { return isGlued || points(at: next) }
      if isGlued, ("0"..."9").contains(scalar) {
        return !(word.first.map { ("0"..."9").contains($0) } ?? false)
      }
      return ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar.value > 0x7F
        || scalar == "\"" || scalar == "'" || scalar == "("
    }

    /// Whether the line behind a full stop goes on with a list that is open.
    private func continues(at index: Int) -> Bool {
      var next = index
      while next < text.count, at(next) == "\n" || at(next) == " " { next += 1 }
      guard next < text.count else { return false }
      return isInList && beginsItem(at: next)
    }
  }
}

extension String {
  /// The text of scalars, in one pass.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    self = String(decoding: bytes, as: UTF8.self)
  }
}
