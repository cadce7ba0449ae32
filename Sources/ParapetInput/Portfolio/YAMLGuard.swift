import ParapetModel

/// Looks at a YAML text before it is parsed, and refuses what a city's description never needs and an attack does.
///
/// It works on bytes and errs on the side of refusing. What slips through the count of nesting, hidden in quotes,
/// meets the limit of 1,000 levels inside libYAML.
struct YAMLGuard {
  /// The deepest nesting; the contract's own file has three levels.
  static let deepestNesting = 64

  /// The file.
  let source: TextFile

  /// What forbids to parse the text, or nothing.
  func objection() -> Diagnostic? {
    controlCharacter() ?? anchor() ?? depth()
  }

  private func controlCharacter() -> Diagnostic? {
    guard let offset = source.bytes.firstIndex(where: \.isForbiddenControl) else { return nil }
    let place = source.position(ofByte: offset)
    return source.diagnostic(
      .error, id: "control-character", line: place.line, column: place.column,
      Message(
        en: "a control character stands here; the file was not read",
        fr: "un caractère de contrôle se trouve ici ; le fichier n’a pas été lu"),
      suggestion: Message(en: "delete it", fr: "effacez-le"))
  }

  /// Anchors make a few lines expand to billions of values; an alias without anchor is an error of its own.
  private func anchor() -> Diagnostic? {
    let bytes = source.bytes
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") {
      guard offset + 1 < bytes.count, bytes[offset + 1].isAnchorLetter else { continue }
      if offset > 0, bytes[offset - 1].isAnchorLetter { continue }
      let place = source.position(ofByte: offset)
      return source.diagnostic(
        .error, id: "yaml-anchor", line: place.line, column: place.column,
        Message(
          en: "'&' with a word begins an anchor, and anchors are not read here; the file was not read",
          fr:
            "« & » suivi d’un mot ouvre une ancre, et les ancres ne sont pas lues ici ; le fichier n’a pas été lu"
        ),
        suggestion: Message(
          en: "write the value out; in a text put a space after '&'",
          fr: "écrivez la valeur en entier ; dans un texte, mettez une espace après « & »"))
    }
    return nil
  }

  private func depth() -> Diagnostic? {
    var open = 0
    var indents: [Int] = []
    var column = 0
    var atLineStart = true
    var marks = 0
    for (offset, byte) in source.bytes.enumerated() {
      switch byte {
      case .lineFeed, .carriageReturn:
        (atLineStart, column, marks) = (true, 0, 0)
        continue
      case .space where atLineStart:
        column += 1
        continue
      case UInt8(ascii: "-") where atLineStart, UInt8(ascii: "?") where atLineStart:
        marks += 1
        column += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        open = max(0, open - 1)
      default:
        break
      }
      if atLineStart, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "?") {
        atLineStart = false
        while let last = indents.last, last >= column { indents.removeLast() }
        indents.append(column)
      }
      guard max(open, indents.count + open, marks) <= YAMLGuard.deepestNesting else {
        let place = source.position(ofByte: offset)
        return source.diagnostic(
          .error, id: "too-deep", line: place.line, column: place.column,
          Message(
            en: "the values are nested more than \(YAMLGuard.deepestNesting) deep; the file was not read",
            fr:
              "les valeurs sont imbriquées sur plus de \(YAMLGuard.deepestNesting) niveaux ; le fichier n’a pas été lu"
          ))
      }
    }
    return nil
  }
}

extension UInt8 {
  /// Whether it can stand in the name of an anchor, or is part of a letter beyond ASCII.
  fileprivate var isAnchorLetter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
