import ParapetModel

/// A title without what is no part of its subject: *(AI, Data and Robotics Partnership) (RIA)* at the end names who calls
/// and by which type of action, and a footnote in double brackets nothing.
struct TitleParts {
  /// What the opportunity is about.
  private(set) var subject: LocalizedText
  /// What stood in brackets at the end, first things first.
  private(set) var brackets: [LocalizedText] = []

  init(_ title: LocalizedText) {
    var text = TitleParts.withoutFootnotes(title.text)[...]
    var found: [Substring] = []
    while let (rest, bracket) = TitleParts.lastBracket(text) {
      text = rest
      found.insert(bracket, at: 0)
    }
    subject = title
    subject.text = String(text)
    brackets = found.map { bracket in
      var part = title
      part.text = String(bracket)
      return part
    }
  }

  /// A text that ends in a bracket, parted there; nothing where it does not, or where nothing stands before it.
  private static func lastBracket(_ text: Substring) -> (rest: Substring, bracket: Substring)? {
    let utf8 = text.utf8
    guard let last = utf8.lastIndex(where: { $0 != 0x20 }), utf8[last] == UInt8(ascii: ")") else {
      return nil
    }
    var depth = 0
    for index in utf8[...last].indices.reversed() {
      if utf8[index] == UInt8(ascii: ")") { depth += 1 }
      if utf8[index] == UInt8(ascii: "(") { depth -= 1 }
      guard depth == 0 else { continue }
      let rest = text[..<index]
      guard rest.utf8.contains(where: { $0 != 0x20 }) else { return nil }
      return (rest, text[utf8.index(after: index)..<last])
    }
    return nil
  }

  private static func withoutFootnotes(_ text: String) -> String {
    // Few titles have any, and looking for two characters costs more than for one byte.
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var text = text
    while let start = text.firstRange(of: "[["), let end = text[start.upperBound...].firstRange(of: "]]") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return text
  }
}
