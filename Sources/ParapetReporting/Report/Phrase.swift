public import ParapetMatching

/// A line of text whose parts may be links, stressed words or verdicts.
public struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A part of a phrase.
  public enum Run: Hashable, Sendable {
    /// Plain words.
    case plain(String)
    /// Stressed words.
    case strong(String)
    /// Words that lead to an address.
    case link(String, url: String)
    /// A verdict; renderers write its word and may colour it.
    case verdict(Verdict)
  }

  /// The parts in order.
  public var runs: [Run]

  /// A phrase of parts.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Plain words.
  public init(_ text: String) { runs = [.plain(text)] }

  /// A literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// Words that lead to an address, plain where it is none of the web.
  ///
  /// Addresses come from feeds: only `http` and `https` may become links (`javascript:` never).
  public static func link(_ text: String, url: String?) -> Phrase {
    guard let url, WebAddress.isSafe(url) else { return Phrase(text) }
    return Phrase([.link(text, url: url)])
  }

  /// The name of a file beside the page, which leads to it.
  public static func file(_ name: String) -> Phrase {
    WebAddress.isBeside(name) ? Phrase([.link(name, url: name)]) : Phrase(name)
  }

  /// Two phrases in a row.
  public static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.runs + right.runs) }

  /// A phrase followed by plain words.
  public static func + (left: Phrase, right: String) -> Phrase { left + Phrase(right) }
}

/// What may be the target of a link.
enum WebAddress {
  /// Whether a name is that of a file beside the page: of small letters, digits, dots and hyphens, and so no address.
  static func isBeside(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  /// Whether an address is one of the web, and free of white space and control characters.
  static func isSafe(_ address: String) -> Bool {
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return false }
    return address.unicodeScalars.allSatisfy {
      $0.isASCII ? (0x21...0x7E).contains($0.value) : !$0.properties.isWhitespace
    }
  }
}
