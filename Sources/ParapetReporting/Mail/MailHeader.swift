/// Writes the headers of a mail: folded at 78 characters, and in ASCII alone.
enum MailHeader {
  /// What a header holds.
  enum Value {
    /// ASCII in the header's own syntax, which may be folded at its blanks.
    case plain(String)
    /// Words of any language.
    case text(String)
    /// An address.
    case address(String)
    /// A name in ASCII with its address.
    case mailbox(name: String, address: String)
  }

  /// The longest line (RFC 5322, 2.1.1).
  private static let longest = 78

  /// The lines of a header.
  static func lines(_ name: String, _ value: Value) -> [String] {
    let words: [String]
    switch value {
    case .plain(let text): words = text.split(separator: " ").map(String.init)
    case .text(let text): words = self.words(of: text, after: name.utf8.count + 2)
    case .address(let address): words = ["<\(ascii(address))>"]
    case .mailbox(let name, let address): words = [name, "<\(ascii(address))>"]
    }
    var lines: [String] = []
    var line = name + ":"
    for word in words {
      if line.utf8.count + 1 + word.utf8.count > longest, !line.isEmpty {
        lines.append(line)
        line = ""
      }
      line += " " + word
    }
    return lines + [line]
  }

  /// The words of a text: as they are where all is printable ASCII, else encoded (RFC 2047), each of at most 75
  /// characters and cut between characters.
  private static func words(of text: String, after used: Int) -> [String] {
    let text = Plain.safe(text)
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
    if isPlain { return text.split(separator: " ").map(String.init) }
    var words: [String] = []
    var word = ""
    // The first line has the header's name on it, too.
    var room = 75 - used - 12
    for character in text.unicodeScalars {
      let letters = String(character).utf8.map { encoded($0) }.joined()
      if word.utf8.count + letters.utf8.count > room {
        words.append("=?utf-8?q?\(word)?=")
        word = ""
        room = 75 - 12
      }
      word += letters
    }
    return words + ["=?utf-8?q?\(word)?="]
  }

  private static func encoded(_ byte: UInt8) -> String {
    switch byte {
    case 0x20: return "_"
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x21: return String(UnicodeScalar(byte))
    default: return "=" + QuotedPrintable.hexadecimal(byte)
    }
  }

  /// An address whose domain is written as the DNS has it (RFC 3492 and RFC 5891, without their tables of what is
  /// allowed: who reads the address has looked at it).
  static func ascii(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let labels = address[address.index(after: at)...].lowercased()
      .split(separator: ".", omittingEmptySubsequences: false)
      .map { label in label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : "xn--" + Punycode.encoded(label) }
    return address[...at] + labels.joined(separator: ".")
  }
}

/// Letters beyond ASCII in a name of the DNS (RFC 3492).
enum Punycode {
  /// The label in ASCII.
  static func encoded(_ label: some StringProtocol) -> String {
    let scalars = label.unicodeScalars.map(\.value)
    var output = String(String.UnicodeScalarView(label.unicodeScalars.filter(\.isASCII)))
    let basic = UInt32(output.utf8.count)
    if basic > 0 { output += "-" }
    var (code, delta, bias, handled): (UInt32, UInt32, UInt32, UInt32) = (128, 0, 72, basic)
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= code }).min() else { break }
      delta &+= (next - code) &* (handled + 1)
      code = next
      for scalar in scalars {
        if scalar < code { delta &+= 1 }
        guard scalar == code else { continue }
        var (rest, key): (UInt32, UInt32) = (delta, 36)
        while true {
          let threshold = key <= bias ? 1 : key >= bias + 26 ? 26 : key - bias
          if rest < threshold { break }
          output.unicodeScalars.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          key += 36
        }
        output.unicodeScalars.append(digit(rest))
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta &+= 1
      code += 1
    }
    return output
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? value + 97 : value + 22))
  }

  private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var key: UInt32 = 0
    while delta > 455 {
      delta /= 35
      key += 36
    }
    return key + 36 * delta / (delta + 38)
  }
}
