import ParapetModel

/// Scalars of city.yaml as values; what is wrong is reported, and the fact stays unknown.
extension CityReader {
  /// The values of a mapping by key; unknown keys are reported and left out.
  mutating func map(_ tree: YAMLTree, of what: String, keys: [String]) -> [String: YAMLTree]? {
    if tree.isEmpty { return nil }
    guard case .map(let pairs) = tree.shape else {
      report(source.wrongShape(tree, what, "keys and values, such as \(keys[0]): …"))
      return nil
    }
    var map: [String: YAMLTree] = [:]
    for (key, value) in pairs {
      let name = key.text ?? ""
      guard keys.contains(name) else {
        report(source.unknownKey(name, at: key, known: keys))
        continue
      }
      map[name] = value
    }
    return map
  }

  /// The text of a scalar; another shape is reported.
  mutating func text(_ tree: YAMLTree) -> String? {
    guard case .text(let text) = tree.shape else {
      report(source.wrongShape(tree, "the value", "a single word or number"))
      return nil
    }
    return text
  }

  mutating func number(_ tree: YAMLTree, id: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(tree) else { return nil }
    let plain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard plain, let number = Int(text), range.contains(number) else {
      report(source.badNumber(text, id: id, range: range, at: tree))
      return nil
    }
    return number
  }

  mutating func truth(_ tree: YAMLTree) -> Bool? {
    guard let text = text(tree) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      report(source.unknownWord(text, id: "bad-boolean", "answer", ["true", "false"], tree))
      return nil
    }
  }

  mutating func day(_ tree: YAMLTree) -> Day? {
    guard let text = text(tree) else { return nil }
    if let day = Day(text) { return day }
    report(source.badDay(text, line: tree.line, column: tree.column))
    return nil
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ tree: YAMLTree, id: String, _ what: String
  ) -> Word? {
    guard let text = text(tree) else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(source.unknownWord(text, id: id, what, Word.allCases.map(\.rawValue), tree))
    return nil
  }
}

// MARK: Messages

extension TextFile {
  func wrongShape(_ tree: YAMLTree, _ what: String, _ wanted: String) -> Diagnostic {
    diagnostic(
      .error, id: "wrong-shape", line: tree.line, column: tree.column,
      "\(what) has a shape that cannot be read", suggestion: "write \(wanted)")
  }

  func unknownWord(_ text: String, id: String, _ what: String, _ words: [String], _ tree: YAMLTree)
    -> Diagnostic
  {
    unknownWord(text, id: id, what, words, line: tree.line, column: tree.column)
  }

  /// The finding about a word that is none of a list.
  func unknownWord(
    _ text: String, id: String, _ what: String, _ words: [String], line: Int, column: Int
  ) -> Diagnostic {
    diagnostic(
      .error, id: id, line: line, column: column, "unknown \(what) '\(text.prefix(80))'",
      suggestion: Diagnostic.nearest(to: text, among: words).map { "did you mean '\($0)'?" }
        ?? (words.isEmpty ? nil : "take one of " + words.joined(separator: ", ")))
  }

  /// The finding about a text that is no day, or no day of the calendar.
  func badDay(_ text: String, line: Int, column: Int) -> Diagnostic {
    let digits = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    let shaped =
      digits == [4, 2, 2]
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
    return diagnostic(
      .error, id: shaped ? "no-such-date" : "bad-date", line: line, column: column,
      shaped ? "there is no day \(text)" : "'\(text.prefix(80))' is not a date",
      suggestion: shaped ? nil : "write year, month and day, such as 2027-01-31")
  }

  fileprivate func unknownKey(_ name: String, at tree: YAMLTree, known: [String]) -> Diagnostic {
    diagnostic(
      .warning, id: "unknown-key", line: tree.line, column: tree.column,
      "unknown key '\(name.prefix(80))', which is not used",
      suggestion: Diagnostic.nearest(to: name, among: known).map { "did you mean '\($0)'?" })
  }

  fileprivate func badNumber(_ text: String, id: String, range: ClosedRange<Int>, at tree: YAMLTree)
    -> Diagnostic
  {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let groups = text.split(omittingEmptySubsequences: false) { $0.isWhitespace || ".,_'’".contains($0) }
    let grouped =
      groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    let message =
      text.hasPrefix("-")
      ? "'\(text.prefix(80))' is below zero"
      : "'\(text.prefix(80))' is not a number from \(range.lowerBound) to \(range.upperBound)"
    return diagnostic(
      .error, id: id, line: tree.line, column: tree.column, message,
      suggestion: grouped && groups[0].allSatisfy(\.isNumber) ? "write \(digits)" : nil)
  }
}
