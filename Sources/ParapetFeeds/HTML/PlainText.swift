/// The one place where markup of descriptions becomes plain text.
///
/// Feeds carry what people pasted: residue of word processors with unbound prefixes, tags that never close,
/// entities that XML does not know. So this is no parser of HTML but a reduction that always ends, in one
/// pass over the bytes: tags are dropped, blocks become lines, list items start with a hyphen, white space is
/// folded.
enum PlainText {
  /// The text of a piece of HTML, entities decoded once, lines separated by a line feed.
  ///
  /// Some feeds escape the markup itself (`&lt;p&gt;`); such a text `isEscaped`, and is decoded once before.
  static func from(html: String, isEscaped: Bool = false) -> String {
    var html = isEscaped ? HTMLEntities.decoded(html) : html
    return html.withUTF8 { bytes in
      var reduction = Reduction(bytes: bytes)
      return reduction.run()
    }
  }
}

/// One walk over the bytes of a text with markup. Each step consumes what it looked at, so the walk is
/// linear.
private struct Reduction {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var output = TextFolder()
  /// Whether a search for the end of a comment has failed, so that the next one need not look again.
  var hasNoCommentEnd = false

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    output.text.reserveCapacity(bytes.count)
  }

  mutating func run() -> String {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"):
        if !markup() { literal() }
      case UInt8(ascii: "&"):
        if let (scalar, length) = HTMLEntities.scalar(at: position, in: bytes) {
          output.append(scalar)
          position += length
        } else {
          literal()
        }
      default:
        literal()
      }
    }
    return String(decoding: output.text, as: UTF8.self)
  }

  private mutating func literal() {
    position += output.append(utf8: bytes, at: position)
  }

  /// Consumes the markup that starts here, or says that the sign is only a sign, as in `a < b`.
  private mutating func markup() -> Bool {
    switch byte(at: position + 1) {
    case UInt8(ascii: "!") where matches("<!--"): comment()
    case UInt8(ascii: "!") where matches("<![cdata["): position += 9
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      position += 2
      skipTag()
    case UInt8(ascii: "/") where isLetter(byte(at: position + 2)): tag(nameAt: position + 2, isClosing: true)
    case let next where isLetter(next): tag(nameAt: position + 1, isClosing: false)
    default: return false
    }
    return true
  }

  private mutating func comment() {
    position += 4
    guard !hasNoCommentEnd else { return }
    let start = position
    while position < bytes.count {
      if matches("-->") {
        position += 3
        return
      }
      position += 1
    }
    position = start
    hasNoCommentEnd = true
  }

  private mutating func tag(nameAt start: Int, isClosing: Bool) {
    var end = start
    while isNameByte(byte(at: end)) { end += 1 }
    // No element that matters here has a longer name, and a name of a megabyte is not worth a string.
    let name = end - start > 10 ? "" : String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    position = end
    skipTag()
    switch name {
    case "script" where !isClosing, "style" where !isClosing: skipContent(of: name)
    case "li": output.breakLine(beginsItem: !isClosing)
    case "td", "th": output.separate()
    default: if Self.blocks.contains(name) { output.breakLine() }
    }
  }

  /// Moves behind the end of a tag, or to the next tag where this one never ends.
  ///
  /// A quotation mark that is not closed before the next tag is no quotation: the text behind it survives.
  private mutating func skipTag() {
    var unclosed: (single: Bool, double: Bool) = (false, false)
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return
      case UInt8(ascii: "<"):
        return
      case UInt8(ascii: "\"") where !unclosed.double:
        unclosed.double = !skipQuotation(UInt8(ascii: "\""))
      case UInt8(ascii: "'") where !unclosed.single:
        unclosed.single = !skipQuotation(UInt8(ascii: "'"))
      default:
        position += 1
      }
    }
  }

  private mutating func skipQuotation(_ mark: UInt8) -> Bool {
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "<") {
      if bytes[end] == mark {
        position = end + 1
        return true
      }
      end += 1
    }
    return false
  }

  private mutating func skipContent(of name: String) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), matches("</" + name) {
        position += 1
        skipTag()
        return
      }
      position += 1
    }
  }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Whether a word of small letters and signs stands here, in any case.
  private func matches(_ word: String) -> Bool {
    var index = position
    for expected in word.utf8 {
      let found = byte(at: index)
      guard expected == (isLetter(found) ? found | 0x20 : found) else { return false }
      index += 1
    }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]
}
