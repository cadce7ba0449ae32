extension String {
  /// The text without white space around it.
  package var trimmed: String {
    // Most texts begin and end with a letter of ASCII, and need no look at their characters.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7e).contains(first),
      (0x21...0x7e).contains(last)
    {
      return self
    }
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The text without white space around it, or nothing where nothing is left.
  package var stated: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }

  /// The text with each run of white space as one space.
  package var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
