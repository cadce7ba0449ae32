/// Writes text so that every mail server leaves it as it is (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The longest line, the sign of a soft break included.
  private static let longest = 76

  /// The lines of a text, whose own lines are kept.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.flatMap { encoded(Array($0.utf8)) }
  }

  private static func encoded(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var line = ""
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20 && !isLast
      // A dot or "From " at the beginning of a line is changed by some that hand mail on.
      let isTouched = line.isEmpty && (byte == 0x2E || byte == 0x46)
      let letters = isPlain && !isTouched ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
      if line.utf8.count + letters.utf8.count > longest - (isLast ? 0 : 1) {
        lines.append(line + "=")
        line = ""
      }
      line += letters
    }
    return lines + [line]
  }

  /// A byte as two capital digits.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    return String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
  }
}
