import CCrypto

/// The SHA-256 digest of bytes (FIPS 180-4), which tells one version of a record from the next; libcrypto makes it.
package enum SHA256Digest {
  /// The digest of bytes, as 64 hexadecimal digits in small letters.
  package static func hexadecimal(of bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: byteCount)
    guard EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else { fault() }
    return hexadecimal(digest)
  }

  /// A digest of bytes that come in pieces.
  package struct Stream: ~Copyable {
    private let context: OpaquePointer

    /// A digest of nothing yet.
    package init() {
      guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
        fault()
      }
      self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { fault() }
    }

    /// The digest of all that came, as 64 hexadecimal digits in small letters; the stream is used up.
    package consuming func finish() -> String {
      var digest = [UInt8](repeating: 0, count: byteCount)
      guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { fault() }
      return hexadecimal(digest)
    }
  }

  private static let byteCount = 32
  private static let digits = Array("0123456789abcdef".utf8)

  private static func hexadecimal(_ digest: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * byteCount) { text in
      for (index, byte) in digest.enumerated() {
        text[2 * index] = digits[Int(byte >> 4)]
        text[2 * index + 1] = digits[Int(byte & 0xF)]
      }
      return 2 * byteCount
    }
  }

  /// The library has SHA-256 and memory for it, or nothing that is stored could be trusted.
  private static func fault() -> Never { preconditionFailure("libcrypto cannot make a SHA-256 digest") }
}
