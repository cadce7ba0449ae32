extension String {
  /// Whether it is an http or https address, without spaces or control characters.
  var isWebAddress: Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
      return begins(bytes, with: "https://") || begins(bytes, with: "http://")
    }
  }

  /// Whether bytes begin with a scheme in lower case, in whatever case they write it, and go on.
  private func begins(_ bytes: UnsafeBufferPointer<UInt8>, with scheme: StaticString) -> Bool {
    guard bytes.count > scheme.utf8CodeUnitCount else { return false }
    // Of a letter, this bit is its case; the signs of a scheme have it set.
    for index in 0..<scheme.utf8CodeUnitCount where bytes[index] | 0x20 != scheme.utf8Start[index] {
      return false
    }
    return true
  }
}
