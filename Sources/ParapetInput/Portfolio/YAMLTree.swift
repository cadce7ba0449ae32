import ParapetModel
import Yams

/// A value of a YAML text with its place; every scalar is the text that was written, whatever YAML would make of it.
struct YAMLTree {
  /// The three shapes of a value.
  enum Shape {
    /// A scalar, trimmed; nothing where it is left empty, `~` or `null` without quotes.
    case text(String?)
    /// A sequence.
    case list([YAMLTree])
    /// A mapping, in the order of the file.
    case map([(key: YAMLTree, value: YAMLTree)])
  }

  /// Its shape and contents.
  var shape: Shape
  /// The line, from 1.
  var line: Int
  /// The column, in Unicode scalars from 1.
  var column: Int

  /// The scalar's text, or nothing for an empty one and for other shapes.
  var text: String? {
    if case .text(let text) = shape { text } else { nil }
  }

  /// Whether it is an empty scalar: the value is not stated.
  var isEmpty: Bool {
    if case .text(nil) = shape { true } else { false }
  }

  /// Parses a text that holds one document; nothing where it holds none.
  static func parse(_ source: TextFile) -> Result<YAMLTree?, YAMLObjection> {
    if let objection = YAMLGuard(source: source).objection() { return .failure(YAMLObjection(objection)) }
    do {
      // The encoding is named, or the parser asks the environment for one.
      return .success(try Yams.compose(yaml: source.text, .default, .default, .utf8).map { YAMLTree($0) })
    } catch let error as YamlError {
      return .failure(YAMLObjection(source.notYAML(error)))
    } catch {
      return .failure(YAMLObjection(source.notYAML(line: nil, column: nil, TextFile.unparsed)))
    }
  }

  private init(_ node: Node) {
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    switch node {
    case .scalar(let scalar):
      let trimmed = scalar.string.trimmed
      let unstated = trimmed.isEmpty || (scalar.style == .plain && (trimmed == "~" || trimmed == "null"))
      shape = .text(unstated ? nil : trimmed)
    case .sequence(let sequence):
      shape = .list(sequence.map { YAMLTree($0) })
    case .mapping(let mapping):
      shape = .map(mapping.map { (key: YAMLTree($0.key), value: YAMLTree($0.value)) })
    case .alias:
      shape = .text(nil)
    }
  }
}

/// Why a YAML text was not parsed.
struct YAMLObjection: Error {
  /// The finding.
  var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

// MARK: Messages

extension TextFile {
  fileprivate static var unparsed: Message {
    Message(en: "it cannot be parsed", fr: "il ne peut être analysé")
  }

  fileprivate func notYAML(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      if let tab = tabIndentation(line: mark.line) { return tab }
      // libYAML has English words alone.
      let (words, line) = (context?.text ?? "", context?.mark.line ?? 0)
      return notYAML(
        line: mark.line, column: mark.column,
        context == nil
          ? Message(problem)
          : Message(
            en: "\(problem) (\(words) that began on line \(line))",
            fr: "\(problem) (\(words), à partir de la ligne \(line))"))
    case .composer(_, let problem, let mark, _):
      if problem.contains("another document") {
        return diagnostic(
          .error, id: "many-documents", line: mark.line, column: mark.column,
          Message(
            en: "a second document begins here; the file was not read",
            fr: "un second document commence ici ; le fichier n’a pas été lu"),
          suggestion: Message(en: "keep one city in one folder", fr: "gardez une ville par dossier"))
      }
      return notYAML(line: mark.line, column: mark.column, Message(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = (keys.first ?? "").prefix(80)
      return diagnostic(
        .error, id: "doubled-key", line: context.mark.line, column: context.mark.column,
        Message(
          en: "the key '\(key)' stands twice in one mapping; the file was not read",
          fr: "la clé « \(key) » figure deux fois au même endroit ; le fichier n’a pas été lu"),
        suggestion: Message(en: "keep one of them", fr: "n’en gardez qu’une"))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return notYAML(line: nil, column: nil, TextFile.unparsed)
    }
  }

  fileprivate func notYAML(line: Int?, column: Int?, _ problem: Message) -> Diagnostic {
    diagnostic(
      .error, id: "not-yaml", line: line, column: column,
      Message(
        en: "the file is not YAML: \(problem.english); it was not read",
        fr: "le fichier n’est pas du YAML : \(problem.french) ; il n’a pas été lu"))
  }

  /// libYAML says "cannot start any token" of a tab; people cannot see one.
  private func tabIndentation(line: Int) -> Diagnostic? {
    guard let text = excerpt(ofLine: line) else { return nil }
    let indentation = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" }
    guard let tab = indentation.firstIndex(of: "\t") else { return nil }
    return diagnostic(
      .error, id: "tab-indentation", line: line,
      column: indentation.distance(from: indentation.startIndex, to: tab) + 1,
      Message(
        en: "the line is indented with a tab, which YAML forbids; the file was not read",
        fr: "la ligne est en retrait par une tabulation, ce que YAML interdit ; le fichier n’a pas été lu"),
      suggestion: Message(en: "indent with spaces", fr: "mettez des espaces"))
  }
}
