/// Makes text from outside safe to show, in reports and on the terminal.
public enum Plain {
  /// The text with characters that command terminals or reorder lines replaced, so that a title cannot forge a
  /// verdict: controls, and the marks that override the direction of writing.
  public static func safe(_ text: String, keepingLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { isHarmful($0) || isBreak($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isBreak(scalar) {
        result.append(keepingLines ? scalar : " ")
      } else {
        result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
