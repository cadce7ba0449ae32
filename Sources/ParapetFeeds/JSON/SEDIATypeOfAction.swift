import ParapetModel

/// Reads types of action, which the portal writes as a label, or as code and label glued together.
enum SEDIATypeOfAction {
  /// The distinct types of action of several texts, in order; a text with its code replaces the bare label.
  static func distinct(_ texts: [String]) -> [Coded] {
    var found: [Coded] = []
    for type in texts.map(coded) {
      if let index = found.firstIndex(where: { name($0) == name(type) || isCode($0, of: type) }) {
        if found[index].code.isEmpty || found[index].label == nil { found[index] = type }
      } else {
        found.append(type)
      }
    }
    return found
  }

  /// `HORIZON-RIA HORIZON  Research and Innovation Actions` as code and label; else a label without a code.
  ///
  /// A single word with a hyphen, such as `HORIZON-EIC`, is a code without a label. A code before a label
  /// begins with the programme's word, a hyphen follows, and the label begins with the same word.
  private static func coded(_ text: String) -> Coded {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count == 1, words[0].contains("-") { return Coded(code: String(words[0])) }
    let label = words.dropFirst().joined(separator: " ")
    guard words.count > 1, let code = words.first, let hyphen = code.firstIndex(of: "-"),
      words[1] == code[..<hyphen]
    else { return Coded(code: "", label: words.joined(separator: " ")) }
    return Coded(code: String(code), label: label)
  }

  /// Whether one of the two is only the code of the other.
  private static func isCode(_ left: Coded, of right: Coded) -> Bool {
    !left.code.isEmpty && left.code == right.code && (left.label == nil || right.label == nil)
  }

  private static func name(_ type: Coded) -> String { type.label ?? type.code }
}
