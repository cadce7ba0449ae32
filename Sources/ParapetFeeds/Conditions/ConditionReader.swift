/// What was read in the conditions of a call.
struct ConditionReading: Hashable, Sendable {
  /// One demand with the sentence that states it.
  struct Stated: Hashable, Sendable {
    /// What is asked.
    var demand: Demand
    /// The sentence as it stands.
    var quote: String
  }

  /// What is asked, in the order of the text.
  var stated: [Stated] = []
  /// Sentences that were not understood.
  var open: [String] = []
  /// Sentences that decide nothing, with why.
  var neutral: [(kind: NeutralSentence, quote: String)] = []
  /// Whether the text has the sections of conditions.
  var hasSections = false

  static func == (left: ConditionReading, right: ConditionReading) -> Bool {
    left.stated == right.stated && left.open == right.open && left.hasSections == right.hasSections
      && left.neutral.map(\.quote) == right.neutral.map(\.quote)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(stated)
    hasher.combine(open)
  }

  /// Whether all of it was understood and nothing stands in another document.
  var isWhole: Bool { hasSections && open.isEmpty && !stated.contains { $0.demand == .document } }
}

/// Reads the conditions that a portal's records state of calls.
///
/// Nine sentences of ten stand in hundreds of records word for word, so what a sentence means is kept.
struct ConditionReader {
  private var known: [String: SentenceMeaning] = [:]
  /// Sentences that are kept at most.
  private static let mostKnown = 4_096

  /// Reads the conditions, free of markup.
  mutating func read(_ text: String) -> ConditionReading {
    let text = ConditionText(text)
    var reading = read(text.sentences, in: .conditions)
    reading.hasSections = text.hasSections
    return reading
  }

  /// Reads who must apply together in a description, free of markup.
  ///
  /// Nearly none of its sentences says it, so only those are looked at that can.
  mutating func read(description: String) -> ConditionReading {
    var reading = ConditionReading()
    var description = description
    let sentences = description.withUTF8 { ConditionReader.candidates(in: $0) }
    for sentence in sentences {
      let found = read(ConditionText.sentences(ofProse: sentence), in: .description)
      reading.stated += found.stated.filter { entry in !reading.stated.contains { $0.demand == entry.demand }
      }
    }
    return reading
  }

  /// The sentences that oblige somebody who applies: `consortia must …`, `must be submitted by …`.
  private static func candidates(in text: UnsafeBufferPointer<UInt8>) -> [String] {
    var found: [String] = []
    var end = 0
    var index = 0
    while index + 5 < text.count {
      defer { index += 1 }
      guard
        text[index] == UInt8(ascii: "m") || text[index] == UInt8(ascii: "s")
          || text[index] == UInt8(ascii: "O") || text[index] == UInt8(ascii: "o"),
        index >= end, verbs.contains(where: { starts($0, at: index, in: text) })
      else { continue }
      let before = text[max(0, index - 14)..<index]
      let behind = text[index..<min(text.count, index + 44)]
      guard subjects.contains(where: { has($0, in: before) }) || has("submitted by".utf8, in: behind) else {
        continue
      }
      var start = index
      while start > 0, index - start < 600, !isEnd(text, start - 1) { start -= 1 }
      end = index
      while end < text.count, end - index < 600, !isEnd(text, end) { end += 1 }
      found.append(String(decoding: text[start..<min(text.count, end + 1)], as: UTF8.self))
      if found.count == mostCandidates { break }
    }
    return found
  }

  /// More than any description states.
  private static let mostCandidates = 50
  private static let verbs =
    ["must ", "shall ", "only "].map { Array($0.utf8) } + ["Only "].map { Array($0.utf8) }
  private static let subjects = ["onsortium ", "onsortia ", "roposals ", "pplications ", "Only "].map {
    $0.utf8
  }

  private static func starts(_ word: [UInt8], at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + word.count <= text.count && text[index..<index + word.count].elementsEqual(word)
  }

  private static func has(_ word: String.UTF8View, in part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let count = word.count
    guard part.count >= count else { return false }
    return (part.startIndex...(part.endIndex - count)).contains { part[$0..<$0 + count].elementsEqual(word) }
  }

  private static func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if text[index] == UInt8(ascii: "\n") { return true }
    guard text[index] == UInt8(ascii: "."), index + 2 < text.count else { return false }
    let isBlank = text[index + 1] == UInt8(ascii: " ") || text[index + 1] == UInt8(ascii: "\n")
    return isBlank && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index + 2])
  }

  private mutating func read(
    _ sentences: [StatedSentence], in place: ConditionGrammar.Place
  ) -> ConditionReading {
    let grammar = ConditionGrammar(place: place)
    var reading = ConditionReading()
    for sentence in sentences {
      switch meaning(of: sentence, by: grammar) {
      case .demands(let demands, let isWhole):
        if !isWhole { reading.open.append(sentence.text) }
        for demand in demands {
          let stated = ConditionReading.Stated(demand: demand, quote: sentence.text)
          if !reading.stated.contains(where: { $0.demand == demand && (demand == .document || $0 == stated) })
          {
            reading.stated.append(stated)
          }
        }
      case .neutral(let kind): reading.neutral.append((kind, sentence.text))
      case .addition(let addition): ConditionReader.add(addition, sentence, to: &reading)
      case .open: reading.open.append(sentence.text)
      }
    }
    return reading
  }

  private mutating func meaning(of sentence: StatedSentence, by grammar: ConditionGrammar) -> SentenceMeaning
  {
    guard grammar.place == .conditions else { return grammar.meaning(of: ConditionSentence(sentence)) }
    let key =
      sentence.notes.isEmpty ? sentence.text : sentence.text + "[[" + sentence.notes.joined(separator: "[[")
    if let meaning = known[key] { return meaning }
    let meaning = grammar.meaning(of: ConditionSentence(sentence))
    if known.count < ConditionReader.mostKnown { known[key] = meaning }
    return meaning
  }

  /// A sentence such as "These beneficiaries must be from at least 3 different Member States" speaks of the bodies that
  /// were counted last; without any it is not understood.
  static func add(
    _ addition: SentenceMeaning.Addition, _ sentence: StatedSentence, to reading: inout ConditionReading
  ) {
    let last = reading.stated.lastIndex { if case .members = $0.demand { true } else { false } }
    guard let last, case .members(var members) = reading.stated[last].demand else {
      reading.open.append(sentence.text)
      return
    }
    switch addition {
    case .overlap(let overlaps): members.overlap = overlaps
    case .spread(var spread):
      if spread.countries < 0 { spread.countries = members.groups.map(\.minimum).max() ?? 0 }
      if members.groups.count == 1 { members.groups[0].spread = spread } else { members.together = spread }
    }
    reading.stated[last].demand = .members(members)
    reading.stated[last].quote += " " + sentence.text
  }
}
