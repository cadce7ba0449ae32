/// A light stemmer for English and French at once: it drops plurals and the endings in which the two differ.
///
/// What the languages took from Latin then meets without a dictionary (*resilience* and *résilience*, *security* and
/// *sécurité*, *prevention* and *prévention*), in the manner of Harman's and Savoy's light stemmers.
enum Stem {
  /// Shortens a folded word in place; one with a digit or another script's letter stays as it is.
  static func reduce(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy({ (0x61...0x7a).contains($0) }) else { return }
    dropPlural(&word)
    guard let last = word.last else { return }
    for ending in endings[Int(last - 0x61)] where fits(ending, word) {
      word.removeLast(ending.letters.count)
      word += ending.replacement
      if ending.doublesConsonant { undouble(&word) }
      if word.last == e, word.count > 4 { word.removeLast() }
      if word.last == y, word.count > 3 { word[word.count - 1] = i }
      return
    }
    if last == y, word.count > 3 { word[word.count - 1] = i }
  }

  private static let a = UInt8(ascii: "a"), e = UInt8(ascii: "e"), i = UInt8(ascii: "i"),
    s = UInt8(ascii: "s")
  private static let u = UInt8(ascii: "u"), x = UInt8(ascii: "x"), y = UInt8(ascii: "y")

  private static func dropPlural(_ word: inout [UInt8]) {
    let count = word.count
    if word.hasSuffix("ies"), count > 4 {
      word.replaceSubrange((count - 3)..., with: [y])
    } else if word.hasSuffix("aux"), count > 4 {
      word.replaceSubrange((count - 2)..., with: [UInt8(ascii: "l")])
    } else if ["sses", "ches", "shes", "xes"].contains(where: { word.hasSuffix($0) }) {
      word.removeLast(2)
    } else if word.hasSuffix("eux") {
      word.removeLast()
    } else if word[count - 1] == s || word[count - 1] == x, word[count - 2] != s, word[count - 2] != u {
      word.removeLast()
    }
  }

  private static func fits(_ ending: Ending, _ word: [UInt8]) -> Bool {
    let rest = word.count - ending.letters.count
    // A long ending that leaves nothing in its place needs a longer word, else "nation" would be "n".
    let shortest = ending.replacement.isEmpty && ending.letters.count > 3 ? 4 : 3
    guard rest >= shortest, word.ends(with: ending.letters) else { return false }
    return word[..<rest].contains { $0 == a || $0 == e || $0 == i || $0 == u || $0 == y || $0 == 0x6f }
  }

  /// One letter of two goes where an English ending doubled it: *planning*, *stopped*; not *calling*.
  private static func undouble(_ word: inout [UInt8]) {
    guard word.count > 3, let last = word.last, word[word.count - 2] == last,
      !"lsz".utf8.contains(last)
    else { return }
    word.removeLast()
  }

  private struct Ending {
    var letters: [UInt8]
    var replacement: [UInt8]
    var doublesConsonant: Bool
  }

  /// By the last letter, longest first.
  private static let endings: [[Ending]] = {
    let table = """
      isation=is ization=is isateur=is ation= ateur= ator= atrice= ating= ated= ate= ative= atif= ement= ment=
      ingly= edly= ness= ivite=iv ivity=iv ability=abl abilite=abl ibility=ibl ibilite=ibl ance=an ence=en ancy=an
      ency=en ically=ic ique=ic ical=ic ial=i iel=i ielle=i ise=is ize=is iser=is ising=is izing=is ised=is ized=is
      ite=it ity=it ive=iv if=iv euse=ou ous=ou ing= ed= er= ee= ly= ie=y e=
      """
    var byLetter = [[Ending]](repeating: [], count: 26)
    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
      let letters = Array(parts[0].utf8)
      byLetter[Int(letters[letters.count - 1] - 0x61)].append(
        Ending(
          letters: letters, replacement: Array(parts[1].utf8),
          doublesConsonant: ["ing", "ed", "er"].contains(parts[0])))
    }
    return byLetter.map { $0.sorted { $0.letters.count > $1.letters.count } }
  }()
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    return ending.withUTF8Buffer { self[(count - length)...].elementsEqual($0) }
  }
}
