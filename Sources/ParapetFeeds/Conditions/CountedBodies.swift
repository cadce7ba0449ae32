/// The counted bodies of a sentence: `at least 3 police authorities and at least 2 civil society organisations from at
/// least 3 different Member States or associated countries`.
struct CountedBodies {
  private(set) var groups: [MemberDemand.Group] = []
  private(set) var together: Spread?
  /// The greatest number that is allowed.
  private(set) var maximum: Int?
  /// Whether one of them is a part of another.
  private(set) var countsTwice = false
  /// Whether something of it could be read in two ways.
  private(set) var isAmbiguous = false
  /// What stands behind the last of them.
  private(set) var rest: ArraySlice<ConditionWord> = []

  private let words: [ConditionWord]

  /// Reads the counts between two places of a sentence.
  ///
  /// - Parameter bare: whether a number counts that no `at least` stands before, as in "3 practitioners and 3 buyers".
  init(_ words: [ConditionWord], in range: Range<Int>, bare: Bool) {
    self.words = Array(words[range])
    read(bare: bare)
  }

  private mutating func read(bare: Bool) {
    var index = 0
    var spreads: [Spread] = []
    var separators: [Bool] = []
    var wasSeparated = false
    while index < words.count {
      if words[index].stem == ";" { wasSeparated = true }
      guard let count = count(at: index, bare: bare || !groups.isEmpty) else {
        index += 1
        continue
      }
      if count.isMost {
        maximum = count.number
        index = count.end
        continue
      }
      if let most = count.most { maximum = most }
      guard let phrase = BodyPhrase(words, from: count.end) else {
        index = count.end
        continue
      }
      if phrase.isAmbiguous { isAmbiguous = true }
      var end = phrase.end
      let spread = SpreadReader.read(words, from: end, entities: count.number, stop: nextCount(from: end))
      end = max(end, spread.end)
      groups.append(
        MemberDemand.Group(
          minimum: count.number, isShare: count.isShare, bodies: phrase.bodies, spread: spread.spread))
      spreads.append(spread.spread)
      separators.append(wasSeparated)
      if let part = SpreadReader.part(words, from: phrase.end, stop: nextCount(from: phrase.end)) {
        // `at least 4 cities, two of which must be established in …`
        groups.append(
          MemberDemand.Group(minimum: part.number, bodies: phrase.bodies, spread: Spread(places: part.places))
        )
        spreads.append(Spread(places: part.places))
        separators.append(true)
        countsTwice = true
        end = max(end, part.end)
      }
      wasSeparated = false
      index = end
      rest = words[min(end, words.count)...]
    }
    gather(spreads, separators)
  }

  /// A spread behind the last of several kinds, none of which has its own, is that of all of them; so is that of a
  /// number of organisations which the kinds that follow spell out.
  private mutating func gather(_ spreads: [Spread], _ separators: [Bool]) {
    guard groups.count > 1 else { return }
    if groups[0].bodies.isAny, !spreads[0].isEmpty, groups.dropFirst().allSatisfy({ !$0.bodies.isAny }) {
      together = spreads[0]
      return
    }
    guard let last = spreads.last, last.countries > 0, spreads.dropLast().allSatisfy(\.isEmpty),
      !separators.dropFirst().contains(true)
    else { return }
    together = last
    // `one police authority and one NGO, each from a different …`: as many countries as bodies.
    if last.isEach { together?.countries = groups.reduce(0) { $0 + $1.minimum } }
    groups[groups.count - 1].spread = Spread()
  }

  private struct Count {
    var number: Int
    var end: Int
    var isShare = false
    var isMost = false
    /// The greatest number, where both are stated.
    var most: Int?
  }

  private func stem(_ index: Int) -> String { words.indices.contains(index) ? words[index].stem : "" }

  /// Where the next count begins, or the end.
  private func nextCount(from start: Int) -> Int {
    (start..<max(start, words.count)).first { index in
      if opener(at: index) != nil {
        return !["from", "in", "of", "across", "located", "established", "with"].contains(stem(index - 1))
      }
      // `2 authorities … and 2 representatives`, but not `and two of which`.
      return words[index].number != nil && ["and", ";", ",", "another", "plus"].contains(stem(index - 1))
        && !["of", "different"].contains(stem(index + 1)) && PlaceLexicon.match(words, at: index + 1) == nil
    } ?? words.count
  }

  /// Where the number stands behind `at least`, `a minimum of`, `no fewer than` …, and whether it is a limit above.
  private func opener(at index: Int) -> (number: Int, isMost: Bool)? {
    func then(_ place: Int, _ isMost: Bool) -> (number: Int, isMost: Bool)? {
      place < words.count && words[place].number != nil ? (place, isMost) : nil
    }
    switch (stem(index), stem(index + 1)) {
    case ("at", "least"), ("at", "minimum"): return then(index + 2, false)
    case ("a", "minimum"):
      return then(index + 2 + (stem(index + 2) == "of" ? 1 : 0), false)
    case ("minimum", "of"): return then(index + 2, false)
    case ("minimum", _): return then(index + 1, false)
    case ("min", _): return then(index + 1, false)
    case ("least", _): return then(index + 1, false)
    case ("no", "fewer"), ("not", "fewer"), ("no", "less"), ("not", "less"):
      return stem(index + 2) == "than" ? then(index + 3, false) : nil
    case ("at", "most"): return then(index + 2, true)
    case ("a", "maximum"):
      return then(index + 2 + (stem(index + 2) == "of" ? 1 : 0), true)
    case ("maximum", "of"): return then(index + 2, true)
    case ("maximum", _): return then(index + 1, true)
    case ("no", "more"), ("not", "more"):
      return stem(index + 2) == "than" ? then(index + 3, true) : nil
    case ("not", "exceed"): return then(index + 2, true)
    case ("another", _): return then(index + 1, false)
    default: return nil
    }
  }

  /// Words whose number is a name and counts nothing.
  private static let namesANumber: Set<String> = [
    "of", "option", "section", "annex", "article", "cluster", "programme", "pillar", "destination", "stage",
    "topic", "phase", "level", "trl", "lot", "part", "strand", "priority", "horizon",
  ]

  private func count(at index: Int, bare: Bool) -> Count? {
    var place = index
    var isMost = false
    if let found = opener(at: index) {
      (place, isMost) = found
    } else if bare, words[index].number != nil,
      !CountedBodies.namesANumber.contains(stem(index - 1))
    {
      place = index
    } else if words[index].number != nil, stem(index + 1) == "or", stem(index + 2) == "more" {
      return Count(number: words[index].number ?? 0, end: index + 3)
    } else {
      return nil
    }
    guard let number = words[place].number, number > 0 else { return nil }
    var end = place + 1
    // `with at least one of them established in …` is said of bodies that were counted before.
    if stem(end) == "of", ["them", "which", "whom", "these"].contains(stem(end + 1)) { return nil }
    if stem(end) == "of", stem(end + 1) == "the", stem(end + 2) == "following" { return nil }
    if !isMost, ["to", "and", "but", ","].contains(stem(end)), let limit = opener(at: end + 1), limit.isMost,
      let most = words[limit.number].number
    {
      return Count(number: number, end: limit.number + 1, most: most)
    }
    if !isMost, stem(end) == "to" || (stem(end) == "and" && stem(end + 1) == "a") {
      // `a minimum of three to a maximum of seven partners`.
      if let limit = opener(at: end + 1), limit.isMost, let most = words[limit.number].number {
        return Count(number: number, end: limit.number + 1, most: most)
      }
      if end + 1 < words.count, let most = words[end + 1].number {
        return Count(number: number, end: end + 2, most: most)
      }
    }
    let isShare = stem(end) == "%"
    if isShare {
      end += 1
      if stem(end) == "of" { end += 1 }
    } else if stem(end) == "of" || (stem(end) == "out" && stem(end + 1) == "of") {
      // `at least one of the three cities`: which cities, the following words say.
      end += stem(end) == "out" ? 2 : 1
      if stem(end) == "the" { end += 1 }
      if end < words.count, words[end].number != nil { end += 1 }
    }
    return Count(number: number, end: end, isShare: isShare, isMost: isMost)
  }
}

/// A phrase that names bodies, behind a number.
struct BodyPhrase {
  private(set) var bodies: BodyList
  private(set) var end: Int
  private(set) var isAmbiguous = false

  /// Words behind which a phrase of bodies is over.
  private static let ends: Set<String> = [
    "from", "established", "located", "must", "shall", "each", ";", "participate", "as", "may", "can",
    "should", "will",
    "be", "is", "are", "have", "with", "along", "in", "ensuring", "among", "amongst", "whose", "both", "per",
    "including",
    "namely", ":", "to", "where", "need", "that", "who", "which", "at", "minimum", "by", "represented", "for",
    "on",
  ]
  /// What is counted and is no body.
  private static let things: Set<String> = [
    "event", "visitor", "inhabitant", "resident", "year", "month", "week", "day", "hour", "workshop",
    "language",
  ]
  /// What may stand behind bodies without narrowing them.
  private static let harmless: [[String]] = [
    ["in", "the", "area", "addressed", "by", "the", "proposal"], ["of", "the", "pilot"],
    ["represented", "by"], ["in", "the", "consortium"], ["in", "each", "project"], ["in", "charge"],
    ["as", "beneficiary"], ["in", "the", "project"], ["in", "the", "proposal"], ["with", "the"], ["in", "a"],
    ["in", "at"], ["in", "different"], ["in", "the", "same"],
  ]
  private static let qualifiers: Set<String> = [
    "involved", "working", "with", "that", "who", "which", "operating", "responsible", "active",
    "specialised",
    "dealing", "hosting", "in", "for", "linked", "having", "representing", "providing",
  ]

  init?(_ words: [ConditionWord], from start: Int) {
    var alternatives: [String] = []
    var unknown: [String] = []
    var index = BodyPhrase.begin(words, from: start)
    var joint: String?
    while index < words.count {
      let stem = words[index].stem
      if let (found, next) = BodyLexicon.match(words, at: index) {
        // `border or coast guard authorities`: the head behind a kind says no more than the kind.
        let isHead = !alternatives.isEmpty && joint == nil && BodyLexicon.generic.contains(stem)
        if !isHead {
          if joint == "and", !alternatives.isEmpty, !BodyPhrase.areAlike(alternatives, found) {
            isAmbiguous = true
          }
          if alternatives == ["any"] { alternatives = [] }
          if !(found == ["any"] && !alternatives.isEmpty) {
            alternatives += found.filter { !alternatives.contains($0) }
          }
        }
        joint = nil
        index = next
        continue
      }
      if BodyPhrase.ends.contains(stem) { break }
      // `at least two public events`, `the last five years`: what is counted is nobody who takes part.
      if BodyPhrase.things.contains(stem) { isAmbiguous = true }
      if stem == "or" || stem == "/" || stem == "," || stem == "and" || stem == "&" {
        guard BodyPhrase.continues(words, behind: index) else { break }
        joint = stem == "&" ? "and" : stem
        index += 1
        continue
      }
      if !BodyLexicon.qualities.contains(stem), !BodyLexicon.generic.contains(stem) { unknown.append(stem) }
      index += 1
      if unknown.count > 6 { break }
    }
    if alternatives.isEmpty {
      guard !unknown.isEmpty, words[start..<index].contains(where: { $0.number == nil && $0.stem.count > 2 })
      else {
        return nil
      }
      alternatives = ["?" + unknown.joined(separator: " ")]
    } else if !unknown.isEmpty {
      // A word that is not known narrows the kind, so nobody surely is of it.
      alternatives = alternatives.map { $0 + "+?" }
    }
    end = index
    if let qualifier = BodyPhrase.qualifier(words, at: index),
      !alternatives.contains(where: { $0.hasSuffix("?") })
    {
      alternatives = alternatives.map { $0 + "+?" }
      end = qualifier
    }
    bodies = BodyList(alternatives: alternatives)
  }

  /// Where the name begins: behind `from different`, `must be independent legal entities that are`.
  private static func begin(_ words: [ConditionWord], from start: Int) -> Int {
    var index = start
    while index < words.count, index < start + 10 {
      let stem = words[index].stem
      let isLead = ["from", "must", "shall", "be", "of"].contains(stem)
      guard
        isLead || BodyLexicon.qualities.contains(stem)
          || (index > start && ["that", "which", "are", "is", "and"].contains(stem))
      else {
        // `legal entities that are public procurers` are public procurers.
        if let (found, end) = BodyLexicon.match(words, at: index), found == ["any"], end + 1 < words.count,
          ["that", "which"].contains(words[end].stem), ["are", "is"].contains(words[end + 1].stem),
          BodyLexicon.match(words, at: end + 2) != nil
        {
          return end + 2
        }
        break
      }
      index += 1
    }
    guard index < words.count, let (found, _) = BodyLexicon.match(words, at: index), found != ["any"] else {
      return start
    }
    return index
  }

  /// Whether a joint goes on with a body and not with another count or clause.
  private static func continues(_ words: [ConditionWord], behind index: Int) -> Bool {
    var next = index + 1
    while next < words.count,
      BodyLexicon.qualities.contains(words[next].stem) || ["or", "and", "/"].contains(words[next].stem)
    {
      next += 1
    }
    guard next < words.count, words[next].number == nil else { return false }
    if words[next].stem == "at" || words[next].stem == "each" || words[next].stem == "minimum" {
      return false
    }
    if BodyLexicon.match(words, at: next) != nil { return true }
    // An unknown word before a known head, as in `judicial authorities`.
    return words[index].stem != ","
      && (next + 1..<min(words.count, next + 4)).contains { BodyLexicon.match(words, at: $0) != nil }
  }

  /// Whether two kinds are public bodies alike, so that `and` between them means either.
  private static func areAlike(_ left: [String], _ right: [String]) -> Bool {
    let classes: Set<String> = [
      "local-authority", "regional-authority", "national-authority", "public-body", "law-enforcement",
      "research", "any",
      "civil-society", "youth-organisation", "first-responder", "civil-protection",
    ]
    return (left + right).allSatisfy(classes.contains)
  }

  /// The end of words that narrow a kind, where such words follow.
  private static func qualifier(_ words: [ConditionWord], at index: Int) -> Int? {
    guard index < words.count, qualifiers.contains(words[index].stem) else { return nil }
    if harmless.contains(where: { phrase in
      index + phrase.count <= words.count && zip(phrase, words[index...]).allSatisfy { $0 == $1.stem }
    }) {
      return nil
    }
    if words[index].stem == "in", let place = PlaceLexicon.list(words, from: index + 1), place.end > index + 1
    {
      return nil
    }
    if words[index].stem == "in" || words[index].stem == "with" || words[index].stem == "for",
      index + 1 < words.count, words[index + 1].number != nil || words[index + 1].stem == "at"
    {
      return nil
    }
    var next = index + 1
    while next < words.count,
      !["from", "established", "located", ";", "must", "shall", "as"].contains(words[next].stem),
      words[next].number == nil
    { next += 1 }
    // `training … from at least 2 Member States`: back to the words before the number.
    if next < words.count, words[next].number != nil {
      while next > index + 1,
        ["at", "least", "minimum", "a", "of", "and", "or"].contains(words[next - 1].stem)
      { next -= 1 }
    }
    return next
  }
}
