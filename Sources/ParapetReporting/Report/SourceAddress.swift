import ParapetModel

/// Where a citation can be read.
enum SourceAddress {
  /// The address of a citation: itself, or the act's page on EUR-Lex.
  static func url(of source: String, in language: Language) -> String? {
    if WebAddress.isSafe(source) { return source }
    guard source.hasPrefix("CELEX:") else { return nil }
    let number = source.dropFirst(6).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !number.isEmpty else { return nil }
    return
      "https://eur-lex.europa.eu/legal-content/\(language.rawValue.uppercased())/TXT/?uri=CELEX:\(number)"
  }
}
