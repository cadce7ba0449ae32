/// How the bytes of a text file stand for letters, as far as the bytes themselves tell.
enum TextEncoding: Hashable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// Windows-1252, known by a byte that UTF-8 does not allow at that offset.
  case windows1252(firstByte: Int)
  /// UTF-16, known by its byte order mark.
  case utf16

  /// The encoding of bytes; whatever is neither UTF-8 nor marked as UTF-16 is taken for Windows-1252.
  init(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if let offset = TextEncoding.firstOffsetOutsideUTF8(bytes) {
      self = .windows1252(firstByte: offset)
    } else {
      self = .utf8
    }
  }

  /// The byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes without the byte order mark of UTF-8.
  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// Windows-1252 as UTF-8. The five bytes it leaves undefined become control characters, which readers refuse.
  static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let scalar = (0x80..<0xA0).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }

  /// Where the first byte stands that cannot be UTF-8 (RFC 3629), or nothing.
  static func firstOffsetOutsideUTF8(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0x00...0x7F:
        offset += 1
        continue
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return offset
      }
      guard offset + length <= bytes.count, second.contains(bytes[offset + 1]),
        bytes[(offset + 2)..<(offset + length)].allSatisfy(\.continuesScalar)
      else { return offset }
      offset += length
    }
    return nil
  }

  /// What Windows-1252 puts where Latin-1 has its second block of control characters (0x80 to 0x9F).
  private static let upperControls: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
