/// Numbers by 64-bit keys that are hashes already: a table with open addressing, several times as fast as a dictionary.
struct NumberTable: Sendable {
  private var slots: [UInt64]
  private var values: [Int32]
  private var count = 0

  /// A table with room for so many keys before it grows.
  init(capacity: Int = 1 << 10) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
  }

  /// The number of a key, or nothing where it has none.
  subscript(key: UInt64) -> Int32? {
    let value = values[place(of: key)]
    return value < 0 ? nil : value
  }

  /// The number of a key; one that has none gets the next.
  ///
  /// - Parameter next: a number from 0.
  mutating func number(of key: UInt64, orNext next: Int) -> Int32 {
    let place = place(of: key)
    if values[place] >= 0 { return values[place] }
    slots[place] = key
    values[place] = Int32(next)
    count += 1
    if count * 2 > slots.count { grow() }
    return Int32(next)
  }

  /// The keys by their numbers, where these are all from 0 on.
  var keys: [UInt64] {
    var byNumber = [UInt64](repeating: 0, count: count)
    for place in slots.indices where values[place] >= 0 { byNumber[Int(values[place])] = slots[place] }
    return byNumber
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (key ^ key >> 32) &* 0x9e37_79b9_7f4a_7c15 >> 20) & mask
    while values[place] >= 0, slots[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = (slots, values)
    slots = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [Int32](repeating: -1, count: slots.count)
    for index in old.0.indices where old.1[index] >= 0 {
      let place = place(of: old.0[index])
      slots[place] = old.0[index]
      values[place] = old.1[index]
    }
  }
}
