import CLibXML2

/// The names of a document as strings, found by the pointers under which libxml2 interned them.
///
/// A name is made into a string once; after that each tag and attribute costs a look into this table.
struct XMLNames {
  private struct Entry {
    var prefix: UnsafePointer<xmlChar>?
    var local: UnsafePointer<xmlChar>
    var text: String
  }

  /// Names kept as strings; a document with more distinct names only loses the table.
  private static let limit = 1024

  /// Twice as many places as names, searched from the place that the pointer gives.
  private var places = [Int32](repeating: -1, count: 2 * XMLNames.limit)
  private var entries: [Entry] = []

  /// The string of a name with its prefix, as in `xml:lang`.
  mutating func string(_ local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>? = nil) -> String {
    // Interned strings are aligned to nothing; the golden ratio spreads what differs.
    let mixed = UInt(bitPattern: local) &+ UInt(bitPattern: prefix) &* 31
    var place = Int(truncatingIfNeeded: (UInt64(mixed) &* 0x9E37_79B9_7F4A_7C15) >> 53)
    while places[place] >= 0 {
      let index = Int(places[place])
      if entries[index].local == local, entries[index].prefix == prefix { return entries[index].text }
      place = (place + 1) % places.count
    }
    let text = (prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: local)
    if entries.count == XMLNames.limit {
      self = XMLNames()
    } else {
      places[place] = Int32(entries.count)
      entries.append(Entry(prefix: prefix, local: local, text: text))
    }
    return text
  }
}
