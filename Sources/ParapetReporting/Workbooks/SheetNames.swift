/// Makes names of sheets that spreadsheet programs take: short, without signs of their own, each once.
struct SheetNames {
  /// The most characters that Excel shows in a tab.
  private static let longest = 31

  private var taken: Set<String> = ["history"]

  /// A name near the one that is wanted.
  mutating func unique(_ wanted: String) -> String {
    let allowed = Plain.safe(wanted).map { "[]:*?/\\".contains($0) ? " " : String($0) }.joined()
    let words = allowed.split(separator: " ").joined(separator: " ")
    let base = SheetNames.shortened(words.isEmpty ? "1" : words, to: SheetNames.longest)
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " \(number)"
      name = SheetNames.shortened(base, to: SheetNames.longest - suffix.count) + suffix
      number += 1
    }
    return name
  }

  /// The text in so many units of UTF-16 at most, cut between words where that leaves half of it, without apostrophes or
  /// blanks at its ends.
  private static func shortened(_ text: String, to count: Int) -> String {
    // Of "beneficiary – units" the second part tells sheets apart, and stays whole.
    if text.utf16.count > count, let dash = text.ranges(of: " – ").last {
      let part = text[dash.lowerBound...]
      if part.utf16.count * 3 <= count * 2 {
        return cut(String(text[..<dash.lowerBound]), to: count - part.utf16.count - 1) + "…" + part
      }
    }
    return cut(text, to: count)
  }

  private static func cut(_ text: String, to count: Int) -> String {
    var name = ""
    for character in text {
      guard name.utf16.count + String(character).utf16.count <= count else { break }
      name.append(character)
    }
    let isCutInside =
      name.count < text.count && text[text.index(text.startIndex, offsetBy: name.count)] != " "
    if isCutInside, let blank = name.lastIndex(of: " "), name[..<blank].utf16.count * 2 >= count {
      name = String(name[..<blank])
    }
    while let last = name.last, last == "'" || last == " " { name.removeLast() }
    while name.first == "'" { name.removeFirst() }
    return name.isEmpty ? "1" : name
  }
}
