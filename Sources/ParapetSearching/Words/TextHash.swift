/// A number of 128 bits for a sequence of texts, the same on every machine; equal texts have it, others have another.
///
/// It guards against the mistake of taking one text's gist for another's and not against an adversary, who would gain a
/// wrong rank for a topic of his own. Eight bytes are taken at a time: it is made for every topic at every run.
package struct TextHash {
  /// The number.
  package struct Value: Hashable, Sendable {
    package var first: UInt64
    package var second: UInt64

    /// A number of its two halves.
    package init(first: UInt64, second: UInt64) {
      self.first = first
      self.second = second
    }
  }

  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9e37_79b9_7f4a_7c15

  package init() {}

  /// The number of all that was added.
  package var value: Value { Value(first: TextHash.stirred(first), second: TextHash.stirred(second)) }

  /// Adds texts and how many they are.
  package mutating func add(_ texts: [String]) {
    add(UInt64(texts.count))
    for text in texts { add(text) }
  }

  /// Adds a text and its length.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(UInt64(bytes.count))
      let raw = UnsafeRawBufferPointer(bytes)
      var place = 0
      while place + 8 <= raw.count {
        add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        place += 8
      }
      var rest: UInt64 = 0
      while place < raw.count {
        rest = rest << 8 | UInt64(raw[place])
        place += 1
      }
      add(rest)
    }
  }

  /// Adds a number.
  package mutating func add(_ number: UInt64) {
    first = (first ^ number) &* 0xff51_afd7_ed55_8ccd
    first ^= first >> 32
    second = (second &+ number) &* 0xc4ce_b9fe_1a85_ec53
    second ^= second >> 29
  }

  private static func stirred(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ number >> 33) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ mixed >> 33
  }
}
