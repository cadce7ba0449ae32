import Testing

@testable import ParapetHashing

/// The example vectors of FIPS 180-4 and of NIST's validation suite; lengths around a block from `sha256sum`.
@Suite("SHA-256")
struct SHA256Tests {
  @Test("no bytes at all have the published digest")
  func empty() {
    #expect(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("the one-block example has the published digest")
  func oneBlock() {
    #expect(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("the two-block example has the published digest")
  func twoBlocks() {
    #expect(
      digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test("the long example, a million letters, has the published digest")
  func million() {
    #expect(
      digest(String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(
    "lengths on both sides of the padding's edge are padded right",
    arguments: [
      (55, "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"),
      (56, "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e"),
      (63, "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2"),
      (64, "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c"),
      (65, "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9"),
      (119, "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c"),
      (120, "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98"),
    ])
  func edges(length: Int, expected: String) {
    #expect(digest(String(repeating: "x", count: length)) == expected)
  }

  @Test("bytes that start at an odd address are read as well")
  func unaligned() {
    let bytes = Array("?abc".utf8)
    let result = bytes.withUnsafeBytes {
      SHA256Digest.hexadecimal(of: UnsafeRawBufferPointer(rebasing: $0.dropFirst()))
    }
    #expect(result == digest("abc"))
  }

  @Test("bytes that come in pieces have the digest of the whole, however they are cut")
  func pieces() {
    let bytes = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    bytes.withUnsafeBytes { bytes in
      let whole = SHA256Digest.hexadecimal(of: bytes)
      for cut in 0...bytes.count {
        var stream = SHA256Digest.Stream()
        stream.update(UnsafeRawBufferPointer(rebasing: bytes[..<cut]))
        stream.update(UnsafeRawBufferPointer(rebasing: bytes[cut...]))
        #expect(stream.finish() == whole, "cut at \(cut)")
      }
    }
  }

  private func digest(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
  }
}
