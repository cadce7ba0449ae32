public import ParapetModel

/// In which languages a word says nothing by itself, by which texts tell their language; most words are such in none and
/// cost one look.
public struct FunctionWords: Sendable {
  private let tags: [String]
  private var words = NumberFilter()
  private var numbers = NumberTable()
  /// The languages of each word by its number: where they begin, and all of them one after the other.
  private var starts: [Int] = [0]
  private var languages: [Int] = []

  /// The function words of some languages.
  public init(of wordings: [Glossary.Wording]) {
    self.init(wordings.map { ($0.language, FunctionWords.numbers(of: $0.functionWords)) })
  }

  init(_ tongues: [(tag: String, words: Set<UInt64>)]) {
    tags = tongues.map(\.tag)
    var found: [[Int]] = []
    for (index, tongue) in tongues.enumerated() {
      for word in tongue.words {
        words.insert(word)
        let number = Int(numbers.number(of: word, orNext: found.count))
        if number == found.count { found.append([]) }
        found[number].append(index)
      }
    }
    for some in found {
      languages += some
      starts.append(languages.count)
    }
  }

  static func numbers(of words: [String]) -> Set<UInt64> {
    var numbers: Set<UInt64> = []
    for word in words { Words.forEachWritten(in: word) { numbers.insert($0.number) } }
    return numbers
  }

  /// How many of each language a text uses.
  func counts(in text: String) -> [Int] {
    var counts = [Int](repeating: 0, count: tags.count)
    Words.forEachWritten(in: text) { word in
      guard words.mayContain(word.number), let number = numbers[word.number] else { return }
      for place in starts[Int(number)]..<starts[Int(number) + 1] { counts[languages[place]] += 1 }
    }
    return counts
  }

  /// So many at least tell a language.
  private static let fewest = 4

  /// The language that texts are written in, by its tag; nothing where their words do not tell it from every other.
  public func languageTag(of texts: [String]) -> String? {
    var counts = [Int](repeating: 0, count: tags.count)
    for text in texts {
      for (language, count) in self.counts(in: text).enumerated() { counts[language] += count }
    }
    let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
    guard let first = order.first, counts[first] >= FunctionWords.fewest else { return nil }
    // Neighbouring languages share some of their function words.
    guard order.count < 2 || counts[first] * 4 >= counts[order[1]] * 5 else { return nil }
    return tags[first]
  }
}
