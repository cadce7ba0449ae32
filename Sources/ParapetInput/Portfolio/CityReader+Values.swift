import ParapetModel

/// Scalars of city.yaml as values; what is wrong is reported, and the fact stays unknown.
extension CityReader {
  /// The values of a mapping by key; unknown keys are reported and left out.
  mutating func map(_ tree: YAMLTree, of what: Message, keys: [String]) -> [String: YAMLTree]? {
    if tree.isEmpty { return nil }
    guard case .map(let pairs) = tree.shape else {
      let example = "\(keys[0]): …"
      report(
        source.wrongShape(
          tree, what,
          Message(en: "keys and values, such as \(example)", fr: "des clés et des valeurs, comme \(example)"))
      )
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
      report(
        source.wrongShape(
          tree, Message(en: "the value", fr: "la valeur"),
          Message(en: "a single word or number", fr: "un seul mot ou nombre")))
      return nil
    }
    return text
  }

  mutating func number(_ tree: YAMLTree, id: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(tree) else { return nil }
    let plain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if plain, let number = Int(text), range.contains(number) { return number }
    // What is counted has no decimals, so that any mark between groups of three is one that groups.
    if let number = CityReader.grouped(text), range.contains(number) {
      report(source.readAs(String(number), InputCell(tree, text), id: "number-read"))
      return number
    }
    report(source.badNumber(text, id: id, range: range, at: tree))
    return nil
  }

  private static func grouped(_ text: String) -> Int? {
    guard text.first?.isNumber == true, text.last?.isNumber == true else { return nil }
    switch WrittenNumber.read(text) {
    case .one(let number): return number.precision == 0 && number.decimals.isEmpty ? Int(number.whole) : nil
    case .two(let grouped, _): return Int(grouped.whole)
    case .none: return nil
    }
  }

  mutating func truth(_ tree: YAMLTree) -> Bool? {
    guard let text = text(tree) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    case "oui", "ja", "sí", "si", "sì", "tak":
      report(source.readAs("'true'", InputCell(tree, text), id: "word-read"))
      return true
    case "non", "nein", "nee", "nie":
      report(source.readAs("'false'", InputCell(tree, text), id: "word-read"))
      return false
    default:
      report(
        source.unknownWord(
          InputCell(tree, text), id: "bad-boolean", Message(en: "answer", fr: "réponse"), ["true", "false"]))
      return nil
    }
  }

  mutating func day(_ tree: YAMLTree) -> Day? {
    guard let text = text(tree) else { return nil }
    let order = DayOrder.settled(by: CollectionOfOne(text), in: country)
    return findings.day(InputCell(tree, text), order: order, edge: .first, in: source, field: "day")
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ tree: YAMLTree, id: String, _ what: Message
  ) -> Word? {
    guard let text = text(tree) else { return nil }
    return findings.word(InputCell(tree, text), id: id, what, in: source, field: findings.field ?? id)
  }
}

extension InputCell {
  /// A scalar of a YAML text as a cell.
  init(_ tree: YAMLTree, _ text: String) { self.init(text: text, line: tree.line, column: tree.column) }
}

// MARK: Messages

extension TextFile {
  func wrongShape(_ tree: YAMLTree, _ what: Message, _ wanted: Message) -> Diagnostic {
    diagnostic(
      .error, id: "wrong-shape", line: tree.line, column: tree.column,
      Message(
        en: "\(what.english) has a shape that cannot be read",
        fr: "\(what.french) a une forme qui ne peut être lue"),
      suggestion: Message(en: "write \(wanted.english)", fr: "écrivez \(wanted.french)"))
  }

  fileprivate func unknownKey(_ name: String, at tree: YAMLTree, known: [String]) -> Diagnostic {
    diagnostic(
      .warning, id: "unknown-key", line: tree.line, column: tree.column,
      Message(
        en: "unknown key '\(name.prefix(80))', which is not used",
        fr: "clé inconnue « \(name.prefix(80)) », qui n’est pas utilisée"),
      suggestion: Diagnostic.nearest(to: name, among: known).map(Message.didYouMean))
  }

  fileprivate func badNumber(_ text: String, id: String, range: ClosedRange<Int>, at tree: YAMLTree)
    -> Diagnostic
  {
    let (low, high) = (range.lowerBound, range.upperBound)
    return diagnostic(
      .error, id: id, line: tree.line, column: tree.column,
      text.hasPrefix("-")
        ? Message(
          en: "'\(text.prefix(80))' is below zero", fr: "« \(text.prefix(80)) » est inférieur à zéro")
        : Message(
          en: "'\(text.prefix(80))' is not a number from \(low) to \(high)",
          fr: "« \(text.prefix(80)) » n’est pas un nombre de \(low) à \(high)"))
  }
}
