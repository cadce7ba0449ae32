import CSHA256

/// The SHA-256 digest of bytes (FIPS 180-4), which tells one version of a record from the next.
///
/// Our own, since a cryptography package costs minutes of build for this one function. Nothing here guards a
/// secret, so nothing is constant-time. The rounds are in C, which reaches the processor's own instructions for
/// them: a hundred megabytes take 0.06 s of CPU there, and 0.4 s in plain C.
package enum SHA256Digest {
  /// The digest of bytes, as 64 hexadecimal digits in small letters.
  ///
  /// - Parameter portably: whether the processor's instructions are left aside, for comparison.
  package static func hexadecimal(of bytes: UnsafeRawBufferPointer, portably: Bool = false) -> String {
    var digest = Stream(portably: portably)
    digest.update(bytes)
    return digest.finish()
  }

  /// A digest of bytes that come in pieces.
  package struct Stream {
    private let portably: Bool
    private var state = initialState
    private var rest: [UInt8] = []
    private var length = 0

    package init(portably: Bool = false) { self.portably = portably }

    /// Takes the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      length += bytes.count
      var bytes = bytes
      if !rest.isEmpty {
        let taken = min(blockSize - rest.count, bytes.count)
        rest.append(contentsOf: bytes[..<taken])
        bytes = UnsafeRawBufferPointer(rebasing: bytes[taken...])
        guard rest.count == blockSize else { return }
        rest.withUnsafeBytes { compress($0, into: &state, portably) }
        rest.removeAll(keepingCapacity: true)
      }
      let whole = bytes.count - bytes.count % blockSize
      compress(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), into: &state, portably)
      rest.append(contentsOf: bytes[whole...])
    }

    /// The digest of all that came, as 64 hexadecimal digits in small letters; the stream is used up.
    package mutating func finish() -> String {
      let tail = rest.withUnsafeBytes { padded($0, messageLength: length) }
      tail.withUnsafeBytes { compress($0, into: &state, portably) }
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

  private static func compress(
    _ blocks: UnsafeRawBufferPointer, into state: inout [UInt32], _ portably: Bool
  ) {
    guard let start = blocks.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    state.withUnsafeMutableBufferPointer { state in
      guard let state = state.baseAddress else { return }
      if portably {
        parapet_sha256_blocks_portable(state, start, blocks.count / blockSize)
      } else {
        parapet_sha256_blocks(state, start, blocks.count / blockSize)
      }
    }
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
}
