/// The SHA-256 digest of bytes (FIPS 180-4), which tells one version of a record from the next.
///
/// Our own, since a cryptography package costs minutes of build for this one function. Nothing here guards a
/// secret, so nothing is constant-time.
enum SHA256Digest {
  /// The digest of bytes, as 64 hexadecimal digits in small letters.
  static func hexadecimal(of bytes: UnsafeRawBufferPointer) -> String {
    var digest = Stream()
    digest.update(bytes)
    return digest.finish()
  }

  /// A digest of bytes that come in pieces.
  struct Stream {
    private var state = initialState
    private var rest: [UInt8] = []
    private var length = 0

    /// Takes the next bytes.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      length += bytes.count
      var bytes = bytes
      if !rest.isEmpty {
        let taken = min(blockSize - rest.count, bytes.count)
        rest.append(contentsOf: bytes[..<taken])
        bytes = UnsafeRawBufferPointer(rebasing: bytes[taken...])
        guard rest.count == blockSize else { return }
        rest.withUnsafeBytes { compressBlocks(of: $0, into: &state) }
        rest.removeAll(keepingCapacity: true)
      }
      let whole = bytes.count - bytes.count % blockSize
      compressBlocks(of: UnsafeRawBufferPointer(rebasing: bytes[..<whole]), into: &state)
      rest.append(contentsOf: bytes[whole...])
    }

    /// The digest of all that came, as 64 hexadecimal digits in small letters; the stream is used up.
    mutating func finish() -> String {
      let tail = rest.withUnsafeBytes { padded($0, messageLength: length) }
      tail.withUnsafeBytes { compressBlocks(of: $0, into: &state) }
      return SHA256Digest.hexadecimal(state)
    }
  }

  private static let blockSize = 64
}

extension SHA256Digest {
  /// The last bytes with a one bit, zeros and the length in bits, to one or two whole blocks.
  private static func padded(_ rest: UnsafeRawBufferPointer, messageLength: Int) -> [UInt8] {
    var tail = Array(rest)
    tail.append(0x80)
    let blocks = tail.count + 8 <= blockSize ? 1 : 2
    tail.append(contentsOf: repeatElement(0, count: blocks * blockSize - 8 - tail.count))
    let bits = UInt64(messageLength) &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return tail
  }

  /// Takes whole blocks in.
  private static func compressBlocks(of bytes: UnsafeRawBufferPointer, into state: inout [UInt32]) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for start in stride(from: 0, to: bytes.count, by: blockSize) {
        let block = UnsafeRawBufferPointer(rebasing: bytes[start..<start + blockSize])
        compress(block, into: &state, schedule: schedule)
      }
    }
  }

  private static func compress(
    _ block: UnsafeRawBufferPointer, into state: inout [UInt32],
    schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let early = schedule[index - 15]
      let late = schedule[index - 2]
      let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
      let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
      schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let upper = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let lower = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let first = h &+ upper &+ choice &+ roundConstants[index] &+ schedule[index]
      let second = lower &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    (value >> count) | (value << (32 - count))
  }

  private static func hexadecimal(_ state: [UInt32]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { text in
      for index in 0..<64 {
        let word = state[index / 8]
        text[index] = digits[Int(word >> UInt32(28 - index % 8 * 4)) & 0xf]
      }
      return 64
    }
  }

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
