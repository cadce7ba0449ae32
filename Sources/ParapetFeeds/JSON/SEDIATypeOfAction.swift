import ParapetModel

/// Reads types of action, which the portal writes as a label, or as code and label glued together.
enum SEDIATypeOfAction {
  /// The distinct types of action of several texts, in order; a text with its code replaces the bare label.
  static func distinct(_ texts: [String]) -> [Coded] {
    var found: [Coded] = []
    // The first of each name, of each code, and of each code that stands alone: a list may have any length.
    var names: [String: Int] = [:]
    var codes: [String: Int] = [:]
    var bareCodes: [String: Int] = [:]
    for type in texts.map(coded) {
      let alike = type.code.isEmpty ? nil : type.label == nil ? codes[type.code] : bareCodes[type.code]
      guard let index = [names[name(type)], alike].compactMap(\.self).min() else {
        note(type, found.count, &names, &codes, &bareCodes)
        found.append(type)
        continue
      }
      guard found[index].code.isEmpty || found[index].label == nil else { continue }
      let former = found[index]
      if names[name(former)] == index { names[name(former)] = nil }
      if bareCodes[former.code] == index { bareCodes[former.code] = nil }
      note(type, index, &names, &codes, &bareCodes)
      found[index] = type
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

  private static func note(
    _ type: Coded, _ index: Int, _ names: inout [String: Int], _ codes: inout [String: Int],
    _ bareCodes: inout [String: Int]
  ) {
    names[name(type)] = names[name(type)] ?? index
    guard !type.code.isEmpty else { return }
    codes[type.code] = codes[type.code] ?? index
    if type.label == nil { bareCodes[type.code] = bareCodes[type.code] ?? index }
  }

  private static func name(_ type: Coded) -> String { type.label ?? type.code }
}
