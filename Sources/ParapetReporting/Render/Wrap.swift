/// Breaks text into lines of a width.
enum Wrap {
  /// The lines of a text; a word that is longer than a line is cut, and a no-break space never breaks.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    // By bytes, since finding the characters of a long report costs more than all else about it.
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var word = Substring(word)
      var needed = DisplayWidth.of(word)
      if used > 0, used + 1 + needed > width {
        lines.append(line)
        line = ""
        used = 0
      }
      while needed > width, used == 0 {
        let cut = prefix(of: word, width: width)
        lines.append(String(cut))
        // Counted once and taken off, so that a word of a megabyte takes one walk and not one for each line.
        needed -= DisplayWidth.of(cut)
        word = word[cut.endIndex...]
      }
      if word.isEmpty { continue }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += needed
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// As much of a word as a width holds, and at least one character; after a hyphen or slash where one is near.
  private static func prefix(of word: Substring, width: Int) -> Substring {
    var used = 0
    var end = word.startIndex
    // Of a sign of ASCII behind the cut nothing joins the one before.
    if word.utf8.prefix(width + 1).allSatisfy({ (0x21...0x7E).contains($0) }) {
      end = word.utf8.index(end, offsetBy: width, limitedBy: word.endIndex) ?? word.endIndex
      used = width
    }
    for index in word[end...].indices {
      let next = DisplayWidth.of(word[index])
      if used + next > width, end > word.startIndex { break }
      used += next
      end = word.index(after: index)
    }
    let cut = word[..<end]
    if end < word.endIndex, let mark = cut.lastIndex(where: { $0 == "-" || $0 == "/" || $0 == "_" }),
      cut.distance(from: cut.startIndex, to: mark) >= width / 3
    {
      return cut[...mark]
    }
    return cut
  }
}
