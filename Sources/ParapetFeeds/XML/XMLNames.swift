import CLibXML2

/// A name, with what it stands for in canonical XML, so that this is found once a document and not once an element.
struct XMLName {
  let text: String
  let element: OpportunityElement?

  init(_ text: String) {
    self.text = text
    element = OpportunityElement.byName[text]
  }
}

/// The names of a document as strings, found by the pointers under which libxml2 interned them.
///
/// A name is made into a string once; after that each tag and attribute costs a look into this table.
struct XMLNames {
  private struct Entry {
    var prefix: UnsafePointer<xmlChar>?
    var local: UnsafePointer<xmlChar>
  }

  /// Names that are kept; what comes beyond them is made anew each time and forgotten with its record.
  private static let limit = 1024

  /// The names by their numbers.
  private(set) var names: [XMLName] = []
  /// Twice as many places as names, searched from the place that the pointer gives.
  private var places = [Int32](repeating: -1, count: 2 * XMLNames.limit)
  private var entries: [Entry] = []

  /// The number of a name with its prefix, as in `xml:lang`, good until names are forgotten.
  mutating func number(_ local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>? = nil) -> Int {
    // Interned strings are aligned to nothing; the golden ratio spreads what differs.
    let mixed = UInt(bitPattern: local) &+ UInt(bitPattern: prefix) &* 31
    var place = Int(truncatingIfNeeded: (UInt64(mixed) &* 0x9E37_79B9_7F4A_7C15) >> 53)
    while places[place] >= 0 {
      let number = Int(places[place])
      if entries[number].local == local, entries[number].prefix == prefix { return number }
      place = (place + 1) % places.count
    }
    if entries.count < XMLNames.limit {
      places[place] = Int32(entries.count)
      entries.append(Entry(prefix: prefix, local: local))
    }
    names.append(XMLName((prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: local)))
    return names.count - 1
  }

  /// Forgets what is beyond the limit.
  mutating func forgetTheRest() {
    if names.count > XMLNames.limit { names.removeLast(names.count - XMLNames.limit) }
  }
}
