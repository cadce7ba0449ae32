/// The character references of HTML that occur in texts of feeds.
enum HTMLEntities {
  /// The text with its references decoded once; what is no reference stays as it is.
  static func decoded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var position = 0
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "&"), let (scalar, length) = scalar(at: position, in: bytes) {
          output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          position += length
        } else {
          output.append(bytes[position])
          position += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// The character of the reference at an ampersand and the reference's length, or nothing where there is
  /// none.
  ///
  /// The semicolon is required: browsers guess without it, but `?a=1&copy=2` is an address.
  static func scalar(
    at ampersand: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let start = ampersand + 1
    let limit = min(bytes.count, start + longestName + 1)
    guard start < limit,
      let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start
    else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let scalar = name.hasPrefix("#") ? numeric(name.dropFirst()) : named[name] else { return nil }
    return (scalar, end + 1 - ampersand)
  }

  private static func numeric(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let text = isHexadecimal ? digits.dropFirst() : digits
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(text, radix: isHexadecimal ? 16 : 10)
    else { return nil }
    // Pages written on old machines number the signs of Windows-1252; browsers have always read them so.
    if (0x80...0x9f).contains(value), let sign = windows1252[value] { return sign }
    guard value != 0 else { return "\u{fffd}" }
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }

  /// The longest reference that is read: `thetasym` and ten digits fit.
  private static let longestName = 12

  private static let windows1252: [UInt32: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰",
    0x8a: "Š", 0x8b: "‹", 0x8c: "Œ", 0x8e: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•",
    0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9a: "š", 0x9b: "›", 0x9c: "œ", 0x9e: "ž", 0x9f: "Ÿ",
  ]

  /// Names of U+00A0 to U+00FF, in that order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
    acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
    Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc \
    Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
    aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
    otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """

  /// Letters of Greek from U+0391, with a gap where there is none.
  private static let greekCapitals = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau \
    Upsilon Phi Chi Psi Omega
    """

  private static let others: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "euro": "€", "hellip": "…", "bull": "•",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "dagger": "†", "Dagger": "‡", "permil": "‰", "prime": "′",
    "Prime": "″", "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔",
    "minus": "−", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "infin": "∞", "sum": "∑", "radic": "√",
    "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Zcaron": "Ž", "zcaron": "ž", "Yuml": "Ÿ",
    "fnof": "ƒ", "circ": "ˆ", "tilde": "˜", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
    "zwnj": "\u{200c}", "zwj": "\u{200d}", "lrm": "\u{200e}", "rlm": "\u{200f}", "sigmaf": "ς",
    "Ccaron": "Č", "ccaron": "č", "Lstrok": "Ł", "lstrok": "ł", "inodot": "ı", "Tab": "\t", "NewLine": "\n",
  ]

  private static let named: [String: Unicode.Scalar] = {
    var table = others
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(0xa0 + UInt32(offset))
    }
    for (offset, name) in greekCapitals.split(separator: " ").enumerated() where name != "-" {
      table[String(name)] = Unicode.Scalar(0x391 + UInt32(offset))
      table[name.lowercased()] = Unicode.Scalar(0x3b1 + UInt32(offset))
    }
    return table
  }()
}
