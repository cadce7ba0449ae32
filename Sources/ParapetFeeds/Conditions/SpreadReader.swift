/// The countries behind bodies: `from at least 3 different Member States`, `each established in a different country`.
enum SpreadReader {
  /// Reads the spread between a place and the next count.
  ///
  /// - Parameter entities: how many bodies are counted, where each must be of a country of its own.
  static func read(
    _ words: [ConditionWord], from start: Int, entities: Int, stop: Int
  ) -> (spread: Spread, end: Int) {
    // What is said of some of them is not said of all.
    let stop = min(stop, partStart(words, from: start) ?? stop)
    var spread = Spread()
    var index = start
    var end = start
    func stem(_ place: Int) -> String { words.indices.contains(place) ? words[place].stem : "" }
    while index < min(stop, words.count) {
      let stemHere = stem(index)
      if stemHere == "each" || stemHere == "different" || stemHere == "distinct" {
        if let (places, next) = differentPlace(words, from: index) {
          spread.countries = max(spread.countries, entities)
          spread.isEach = stemHere == "each"
          spread.places = spread.places ?? places
          index = next
          end = next
          continue
        }
      }
      if openers.contains(stemHere) {
        if let (number, places, next) = countedPlaces(words, from: index + 1) {
          spread.countries = max(spread.countries, number)
          spread.places = places ?? spread.places
          index = next
          end = next
          continue
        }
        if let (places, next) = differentPlace(words, from: index + 1) {
          spread.countries = max(spread.countries, entities)
          spread.places = spread.places ?? places
          index = next
          end = next
          continue
        }
        if let (places, next) = PlaceLexicon.list(words, from: index + 1) {
          if places.codes != ["any"] { spread.places = spread.places ?? places }
          index = next
          end = next
          continue
        }
        if stemHere == "in", ["established", "located"].contains(stem(index - 1)), spread.places == nil {
          // Somewhere that is not known here.
          spread.places = PlaceList(codes: [], hasUnknown: true)
        }
      }
      index += 1
    }
    if let (states, next) = memberStates(words, from: start) {
      spread.memberStates = states
      end = max(end, next)
    }
    return (spread, end)
  }

  private static let openers: Set<String> = ["from", "in", "of", "across", "within", "representing"]
  private static let leads: Set<String> = [
    "at", "least", "minimum", "a", "of", "different", "distinct", "the", "eu", "no", "fewer", "less", "than",
    "not",
  ]

  /// `at least 3 different Member States or associated countries`.
  private static func countedPlaces(
    _ words: [ConditionWord], from start: Int
  ) -> (number: Int, places: PlaceList?, end: Int)? {
    var index = start
    while index < words.count, leads.contains(words[index].stem) { index += 1 }
    guard index < words.count, let number = words[index].number, (1...40).contains(number) else { return nil }
    index += 1
    if index + 1 < words.count, words[index].stem == "of", words[index + 1].stem == "the" { index += 2 }
    guard let (places, end) = PlaceLexicon.list(words, from: index) else { return nil }
    return (number, places.codes == ["any"] && !places.hasUnknown ? nil : places, end)
  }

  /// `each established in a different Member State or associated country`, `from different countries`.
  private static func differentPlace(
    _ words: [ConditionWord], from start: Int
  ) -> (places: PlaceList?, end: Int)? {
    var index = start
    var isDifferent = false
    while index < words.count, index < start + 9 {
      let stem = words[index].stem
      if stem == "different" || stem == "distinct" { isDifferent = true }
      if isDifferent, let (places, end) = PlaceLexicon.list(words, from: index + 1), end > index + 1 {
        return (places.codes == ["any"] && !places.hasUnknown ? nil : places, end)
      }
      guard fillers.contains(stem) else { return nil }
      index += 1
    }
    return nil
  }

  private static let fillers: Set<String> = [
    "each", "established", "from", "in", "a", "an", "different", "distinct", "of", "them", "being", "located",
    "be",
    "must", "independent", "which", "coming", "based", "at", "least", "the", "is", "are", "one",
  ]

  /// Where `two of which …` begins behind bodies.
  private static func partStart(_ words: [ConditionWord], from start: Int) -> Int? {
    (start..<max(start, words.count)).first { index in
      words[index].number != nil && index + 2 < words.count && words[index + 1].stem == "of"
        && ["them", "which", "whom", "these"].contains(words[index + 2].stem)
    }
  }

  /// How many of some bodies come from certain places: `two of which must be established in a Widening country`.
  static func part(
    _ words: [ConditionWord], from start: Int, stop: Int
  ) -> (number: Int, places: PlaceList, end: Int)? {
    guard let index = partStart(words, from: start), index < stop, let number = words[index].number else {
      return nil
    }
    var next = index + 3
    while next < words.count, partWords.contains(words[next].stem) { next += 1 }
    guard next > index + 3, let (places, end) = PlaceLexicon.list(words, from: next), places.codes != ["EU"],
      places.codes != ["any"]
    else { return nil }
    return (number, places, end)
  }

  private static let partWords: Set<String> = [
    "are", "is", "being", "must", "shall", "be", "established", "located", "in", "from", "a", "an", "come",
  ]

  /// `with at least one of them established in a Member State`, `two of which are established in a Member State`.
  private static func memberStates(_ words: [ConditionWord], from start: Int) -> (Int, Int)? {
    guard start < words.count else { return nil }
    for index in start..<words.count {
      guard let number = words[index].number, index + 5 < words.count, words[index + 1].stem == "of",
        ["them", "which", "whom", "these"].contains(words[index + 2].stem)
      else { continue }
      var next = index + 3
      while next < words.count,
        ["are", "is", "being", "must", "be", "established", "located", "in", "a", "an", "at"]
          .contains(words[next].stem)
      {
        next += 1
      }
      if let (codes, end) = PlaceLexicon.match(words, at: next), codes == ["EU"] {
        // `in a Member State or associated country` says nothing of Member States alone.
        let follows = end + 1 < words.count && words[end].stem == "or" ? words[end + 1].stem : ""
        if follows != "associated" { return (number, end) }
      }
    }
    return nil
  }
}
