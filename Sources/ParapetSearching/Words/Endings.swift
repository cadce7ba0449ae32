import ParapetModel

/// The endings of one language: what only inflects goes, and what a language made of Latin its own way becomes what
/// English made of it, so that *prevenciones*, *prevenzione* and *prevention* are one stem (after Porter's Snowball).
struct Endings: Sendable {
  private struct Ending {
    var letters: [UInt8]
    var replacement: [UInt8]
  }

  /// By the last letter, longest first.
  private var byLetter = [[Ending]](repeating: [], count: 26)

  /// What must be left of a word.
  private static let shortestRest = 3

  init(_ endings: [Glossary.Wording.Ending] = []) {
    for ending in endings {
      let letters = Array(ending.letters.utf8)
      guard let last = letters.last, (0x61...0x7a).contains(last) else { continue }
      byLetter[Int(last - 0x61)].append(Ending(letters: letters, replacement: Array(ending.replacement.utf8)))
    }
    for letter in byLetter.indices { byLetter[letter].sort { $0.letters.count > $1.letters.count } }
  }

  /// Shortens a folded word in place, first by this language's endings and then as all are (`Stem`).
  func reduce(_ word: inout [UInt8]) {
    if let last = word.last, (0x61...0x7a).contains(last) {
      for ending in byLetter[Int(last - 0x61)] {
        let rest = word.count - ending.letters.count
        guard rest >= Endings.shortestRest, word.ends(with: ending.letters) else { continue }
        word.removeLast(ending.letters.count)
        word += ending.replacement
        break
      }
    }
    Stem.reduce(&word)
  }
}

extension [UInt8] {
  /// Whether the last letters are these.
  func ends(with letters: [UInt8]) -> Bool {
    let start = count - letters.count
    guard start >= 0 else { return false }
    for place in letters.indices where self[start + place] != letters[place] { return false }
    return true
  }
}
