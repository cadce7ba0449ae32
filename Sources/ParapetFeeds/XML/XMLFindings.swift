import ParapetModel

/// Reads the values of elements and collects what is wrong with them.
///
/// A value that cannot be read is an error and comes back as nothing, so that one look at a record finds all its
/// faults and not only the first.
struct XMLFindings {
  /// The file, as diagnostics name it.
  let file: String
  /// What was found so far.
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// Notes a finding about an element.
  mutating func note(
    _ id: String, _ element: XMLElement, _ message: Message, severity: Diagnostic.Severity = .error,
    suggestion: Message? = nil
  ) {
    diagnostics.append(
      Diagnostic(severity, id: id, at: element.place(in: file), message, suggestion: suggestion))
  }

  /// Takes over what was found elsewhere.
  mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Lets an element have these attributes, and text only where it may.
  mutating func expect(_ element: XMLElement, attributes known: [String], text: Bool) {
    for attribute in element.attributes where !known.contains(attribute.name) {
      note(
        "unknown-attribute", element, .unknownAttribute(attribute.name, of: element.name),
        suggestion: Diagnostic.nearest(to: attribute.name, among: known).map { .didYouMean($0) })
    }
    if !text, element.hasText {
      note("unexpected-text", element, .textBetweenElements(element.name))
    }
  }

  /// Refuses the elements inside one that has only text or attributes.
  mutating func expectNoChildren(_ element: XMLElement) {
    for child in element.children { refuse(child, in: element, known: []) }
  }

  /// Refuses an element that has no place in another.
  mutating func refuse(_ child: XMLElement, in element: XMLElement, known: [String]) {
    refuse(child, inElementNamed: element.name, known: known)
  }

  /// Refuses an element that has no place in one of that name.
  mutating func refuse(_ child: XMLElement, inElementNamed name: String, known: [String]) {
    if let namespace = child.foreignNamespace {
      note("unknown-namespace", child, .otherNamespace(child.name, namespace))
    } else {
      note(
        "unknown-element", child, .unknownElement(child.name, in: name),
        suggestion: Diagnostic.nearest(to: child.name, among: known).map { .didYouMean($0) })
    }
  }

  /// An attribute that must be there and not be empty.
  mutating func required(_ attribute: String, of element: XMLElement) -> String? {
    if let value = element[attribute], !value.isEmpty { return value }
    note("missing-attribute", element, .missingAttribute(attribute, of: element.name))
    return nil
  }

  /// The case that a word stands for.
  mutating func value<Value: RawRepresentable & CaseIterable>(
    _ word: String, of element: XMLElement, id: String = "unknown-value"
  ) -> Value? where Value.RawValue == String {
    if let value = Value(rawValue: word) { return value }
    let known = Value.allCases.map(\.rawValue)
    note(
      id, element, .noneOf(known, word, of: element.name),
      suggestion: Diagnostic.nearest(to: word, among: known).map { .didYouMean($0) })
    return nil
  }

  /// The case that an attribute stands for, or nothing where it is not there.
  mutating func optional<Value: RawRepresentable & CaseIterable>(
    _ attribute: String, of element: XMLElement
  ) -> Value? where Value.RawValue == String {
    guard let word = element[attribute] else { return nil }
    return value(word, of: element)
  }

  /// The case that an attribute stands for, which must be there.
  mutating func required<Value: RawRepresentable & CaseIterable>(
    _ attribute: String, of element: XMLElement, id: String = "unknown-value"
  ) -> Value? where Value.RawValue == String {
    guard let word = required(attribute, of: element) else { return nil }
    return value(word, of: element, id: id)
  }

  /// A day; a time of day after it is read and dropped.
  mutating func day(_ text: String, of element: XMLElement) -> Day? { moment(text, of: element)?.day }

  /// A day with the time of day in Brussels, where one is given: `2026-04-16T17:00:00`.
  mutating func moment(_ text: String, of element: XMLElement) -> (day: Day, time: String?)? {
    var text = text
    let read = text.withUTF8 { bytes -> (day: Day, time: String?)? in
      guard bytes.count != 10 else { return Day(utf8: bytes[...]).map { ($0, nil) } }
      guard bytes.count > 11, bytes[10] == UInt8(ascii: "T"), let day = Day(utf8: bytes[..<10]),
        let time = XMLFindings.time(bytes[11...])
      else { return nil }
      return (day, time)
    }
    if let read { return read }
    note("impossible-date", element, .noDate(text, of: element.name), suggestion: .writeMoment)
    return nil
  }

  /// A whole number from 1.
  mutating func count(_ text: String, of element: XMLElement) -> Int? {
    if text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
      guard number == 0 else { return number }
      noteZero(element)
      return nil
    }
    note("malformed-number", element, .noWholeNumber(text, of: element.name))
    return nil
  }

  /// An amount above zero.
  mutating func amount(_ element: XMLElement, currency: Currency) -> Money? {
    guard let amount = Money(decimal: element.text, currency: currency), amount.minorUnits >= 0 else {
      note("malformed-amount", element, .noAmount(element.text, of: element.name), suggestion: .writeAmount)
      return nil
    }
    guard amount.minorUnits > 0 else {
      noteZero(element)
      return nil
    }
    return amount
  }

  /// A percentage above 0 and up to 100.
  mutating func percentage(_ text: String, of element: XMLElement) -> Rate? {
    guard let rate = Rate(percent: text), rate <= .whole else {
      note(
        "malformed-percentage", element, .noPercentage(text, of: element.name), suggestion: .writePercentage)
      return nil
    }
    guard rate.millionths > 0 else {
      noteZero(element)
      return nil
    }
    return rate
  }

  /// An address of the web, or nothing and a warning for any other.
  mutating func address(_ text: String, of element: XMLElement) -> String? {
    if text.isWebAddress { return text }
    note("unsafe-address", element, .noAddress(text.prefix(80)), severity: .warning)
    return nil
  }

  /// The words of a folded text.
  static func words(_ text: String) -> Set<String> {
    var text = text
    var words: Set<String> = []
    text.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
        if end > start { words.insert(String(decoding: bytes[start..<end], as: UTF8.self)) }
        start = end + 1
      }
    }
    return words
  }

  private mutating func noteZero(_ element: XMLElement) {
    note("zero-not-stated", element, .zero(element.name), suggestion: .leaveZeroOut)
  }

  /// The hours and minutes of `17:00` or `17:00:00`.
  private static func time(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    guard bytes.count == 5 || bytes.count == 8 else { return nil }
    for (index, byte) in bytes.enumerated() {
      guard index % 3 == 2 ? byte == UInt8(ascii: ":") : (0x30...0x39).contains(byte) else { return nil }
    }
    // Minutes and seconds end at 59, hours at 23.
    guard bytes[0] < 0x32 || (bytes[0] == 0x32 && bytes[1] < 0x34), bytes[3] < 0x36,
      bytes.count == 5 || bytes[6] < 0x36
    else { return nil }
    return String(decoding: bytes[..<5], as: UTF8.self)
  }
}
