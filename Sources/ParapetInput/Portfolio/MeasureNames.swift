import Foundation
public import ParapetModel

/// What measures are called: their codes, and their names and words in every language that there are words of.
public struct MeasureNames: Sendable {
  /// What a text in the column of measures stands for.
  enum Meaning: Hashable {
    /// A measure; written as its code or otherwise.
    case measure(String, isPlain: Bool)
    /// One of several measures that share the word.
    case several([String])
    /// No measure.
    case unknown
  }

  /// Below so many unknown texts the nearest spelling is looked for; a large file of rubbish is not compared word by word.
  static let mostSearches = 500

  private let measures: [String: Measure]
  private let codes: [String]
  /// Codes by folded name or word, in the order of the catalogue.
  private let byName: [String: [String]]

  /// The names of the measures of a catalogue in some languages.
  public init(_ catalogue: MeasureCatalogue, _ vocabularies: [Vocabulary]) {
    codes = catalogue.measures.map(\.code)
    measures = Dictionary(catalogue.measures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: [String]] = [:]
    func add(_ name: String, _ code: String) {
      let folded = FoldedName.stemmed(name)
      if !folded.isEmpty, byName[folded]?.contains(code) != true { byName[folded, default: []].append(code) }
    }
    for code in codes {
      add(code, code)
      for vocabulary in vocabularies {
        if let name = vocabulary.measures[code] { add(name, code) }
        for term in vocabulary.terms[code] ?? [] { add(term, code) }
      }
    }
    // A code or name that another measure has among its words is still the first one's.
    for code in codes {
      for name in [code] + vocabularies.compactMap({ $0.measures[code] }) {
        byName[FoldedName.stemmed(name)] = [code]
      }
    }
    self.byName = byName
  }

  subscript(code: String) -> Measure? { measures[code] }

  /// What a text stands for: a code, a name or word, or a spelling so near that no other measure has one as near.
  func meaning(of text: String, searching: Bool = true) -> Meaning {
    if measures[text] != nil { return .measure(text, isPlain: true) }
    let folded = FoldedName.stemmed(text)
    guard !folded.isEmpty else { return .unknown }
    if let found = byName[folded] {
      return found.count == 1 ? .measure(found[0], isPlain: false) : .several(found)
    }
    guard searching else { return .unknown }
    let near = nearest(to: folded)
    return near.count == 1 ? .measure(near[0], isPlain: false) : near.isEmpty ? .unknown : .several(near)
  }

  /// The measures with a name that differs least, by one letter in eight at most.
  private func nearest(to folded: String) -> [String] {
    let letters = Array(folded.unicodeScalars)
    guard (5...64).contains(letters.count) else { return [] }
    var bound = letters.count < 9 ? 1 : 2
    var found: Set<String> = []
    for (name, codes) in byName {
      let distance = Diagnostic.editDistance(letters, Array(name.unicodeScalars), atMost: bound)
      guard let distance else { continue }
      if distance < bound { found = [] }
      bound = distance
      found.formUnion(codes)
    }
    return codes.filter(found.contains)
  }

  /// The measures that words of a title and a text speak of, those that the title names first; three at most.
  func suggested(title: String, text: String) -> [String] {
    let title = " " + FoldedName.stemmed(title) + " "
    let text = " " + FoldedName.stemmed(text) + " "
    var points: [String: Int] = [:]
    for (name, codes) in byName {
      let words = " " + name + " "
      let weight = title.contains(words) ? 4 : text.contains(words) ? 1 : 0
      guard weight > 0 else { continue }
      for code in codes { points[code, default: 0] += weight * name.utf8.count }
    }
    let found = codes.filter { points[$0] != nil }
    return Array(found.sorted { points[$0, default: 0] > points[$1, default: 0] }.prefix(3))
  }
}

/// A name as it is compared: whatever its capitals, accents, hyphens and plural.
enum FoldedName {
  /// Small letters and figures without accents, words parted by one blank.
  static func folded(_ text: String) -> String {
    var folded = ""
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "ł": folded += "l"
      case "ß": folded += "ss"
      case "œ": folded += "oe"
      case "æ": folded += "ae"
      case "ø": folded += "o"
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          folded.unicodeScalars.append(scalar)
        } else if !folded.isEmpty, folded.last != " " {
          folded += " "
        }
      }
    }
    return folded.last == " " ? String(folded.dropLast()) : folded
  }

  /// The same with each word in its singular, as far as English, French, Spanish and Dutch make it alike.
  static func stemmed(_ text: String) -> String {
    folded(text).split(separator: " ").map { word in
      word.count > 3 && (word.last == "s" || word.last == "x") ? String(word.dropLast()) : String(word)
    }.joined(separator: " ")
  }
}
