/// Finds the end of one JSON value while its bytes arrive.
///
/// Only strings and brackets are followed, which is what an end depends on. Whether the value is sound
/// otherwise is for its decoder to say.
struct JSONValueScanner {
  /// What a look at some bytes has shown.
  enum Outcome {
    /// The value goes on behind these bytes.
    case unfinished
    /// The value ends before the index.
    case ended(Int)
    /// A bracket at the index closes another kind than was opened.
    case mismatched(Int)
  }

  /// Whether a value has begun and not ended.
  private(set) var isInside = false
  /// How deep the brackets of this value went.
  private(set) var deepest = 0
  private var isLiteral = false
  private var isInString = false
  private var isEscaped = false
  private var depth = 0
  /// Which of the outer 64 brackets are braces. Deeper ones are only counted: no decoder would take the
  /// value.
  private var braces: UInt64 = 0

  /// Begins a value at its first byte, which is not consumed, or says that no value begins with it.
  mutating func begin(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): isLiteral = false
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      isLiteral = true
    default: return false
    }
    (isInside, deepest, depth) = (true, 0, 0)
    return true
  }

  /// Follows the value through bytes from an index on.
  mutating func scan(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Outcome {
    var index = start
    while index < bytes.count {
      if isInString {
        guard let end = endOfString(in: bytes, from: index) else { return .unfinished }
        index = end
        if depth == 0 { return ended(end) }
        continue
      }
      let byte = bytes[index]
      if isLiteral {
        guard Self.isLiteralByte(byte) else { return ended(index) }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"): open(isBrace: true)
        case UInt8(ascii: "["): open(isBrace: false)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard close(isBrace: byte == UInt8(ascii: "}")) else { return .mismatched(index) }
          if depth == 0 { return ended(index + 1) }
        default: break
        }
      }
      index += 1
    }
    return .unfinished
  }

  private mutating func ended(_ index: Int) -> Outcome {
    isInside = false
    return .ended(index)
  }

  private mutating func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return index
      }
    }
    return nil
  }

  private mutating func open(isBrace: Bool) {
    if depth < 64 {
      let bit: UInt64 = 1 << UInt64(depth)
      braces = isBrace ? braces | bit : braces & ~bit
    }
    depth += 1
    deepest = max(deepest, depth)
  }

  private mutating func close(isBrace: Bool) -> Bool {
    depth -= 1
    return depth >= 64 || (braces >> UInt64(depth)) & 1 == (isBrace ? 1 : 0)
  }

  private static func isLiteralByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
