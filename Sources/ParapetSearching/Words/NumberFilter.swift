/// A Bloom filter: a set of numbers that are hashes already, which answers "surely not" from one word of memory, for the
/// many words that nobody looks for.
package struct NumberFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  package init() {}

  package mutating func insert(_ hash: UInt64) { bits[Int(hash >> 54)] |= 1 << (hash >> 48 & 63) }

  /// Whether a number may be in the set; where it says no, it is not.
  package func mayContain(_ hash: UInt64) -> Bool { bits[Int(hash >> 54)] >> (hash >> 48 & 63) & 1 == 1 }
}
