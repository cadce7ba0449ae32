/// Words that a line broke at a hyphen.
enum LineBreak {
  /// A word whose two halves stand on two lines; nothing where the first does not end in a hyphen, or they are two words.
  ///
  /// `con-` and `sortium` are one word; `cross-` and `border` keep their hyphen, and so does an identifier.
  static func joined(_ first: String, _ second: String) -> String? {
    guard first.last == "-", first.count > 2, let head = second.first else { return nil }
    let stem = first.dropLast()
    guard let end = stem.last, end.isLetter || end.isNumber else { return nil }
    if isIdentifier(stem) { return head.isUppercase || head.isNumber ? first + second : nil }
    guard end.isLowercase, head.isLowercase, !joints.contains(second.lowercased()) else { return nil }
    return keeping.contains(stem.lowercased()) || stem.contains("-") ? first + second : stem + second
  }

  /// Groups of capitals and figures with a hyphen between them.
  private static func isIdentifier(_ stem: Substring) -> Bool {
    stem.contains("-") && stem.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
  }

  /// `short- and long-term`: the hyphen hangs, and the words are two.
  private static let joints: Set<String> = ["and", "or", "to", "nor"]
  /// First halves of words that have a hyphen wherever they stand.
  private static let keeping: Set<String> = [
    "all", "anti", "co", "counter", "cross", "decision", "end", "evidence", "first", "follow", "full", "half",
    "high",
    "in", "large", "law", "life", "long", "low", "medium", "mid", "multi", "non", "on", "one", "post", "pre",
    "self",
    "set", "short", "small", "socio", "sub", "third", "two", "up", "user", "well", "whole",
  ]
}
