import ParapetModel

/// A condition and the sentence in which it was read, by its place.
struct ProseReading: Hashable, Sendable {
  /// What the sentence asks for.
  var finding: ProseFinding
  /// Which of the opportunity's descriptions and conditions, in this order.
  var text: Int
  /// Where the sentence begins and ends in the text's UTF-8.
  var start: Int
  var end: Int

  /// Reads the descriptions and conditions of an opportunity of a feed; our own files say what they mean in data.
  static func all(in opportunity: Opportunity) -> [ProseReading] {
    guard case .feed = opportunity.origin else { return [] }
    var readings: [ProseReading] = []
    for (index, (_, text)) in opportunity.prose.enumerated()
    where ["en", "fr"].contains(text.language.prefix(2)) {
      ProseSentences.forEach(in: text.text) { sentence, offset in
        for finding in ProseRules.findings(in: sentence) {
          readings.append(
            ProseReading(
              finding: finding, text: index, start: offset, end: offset + sentence.utf8.count))
        }
      }
    }
    return readings
  }

  /// The sentence and its place, as the source of a condition.
  func citation(in opportunity: Opportunity) -> Citation {
    let prose = opportunity.prose
    let source = opportunity.landingPage ?? "none"
    guard text < prose.count else { return Citation(grade: .readFromText, source: source) }
    let (field, whole) = prose[text]
    let utf8 = whole.text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex) ?? utf8.endIndex
    let last = utf8.index(first, offsetBy: end - start, limitedBy: utf8.endIndex) ?? utf8.endIndex
    let quote = String(decoding: utf8[first..<last], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Citation(
      grade: .readFromText, source: source, why: "“\(quote)” (\(field).\(whole.language):\(start))")
  }
}

extension Opportunity {
  /// The texts that may state conditions, with the names of their fields.
  fileprivate var prose: [(field: String, text: LocalizedText)] {
    descriptions.map { ("description", $0) }
      + conditions.flatMap { condition in condition.texts.map { (condition.id, $0) } }
  }
}

extension ProseReading {
  func write(to bytes: inout ByteWriter) {
    bytes.write(UInt64(text))
    bytes.write(UInt64(start))
    bytes.write(UInt64(end))
    func write(_ limit: Int64?) { bytes.write(limit ?? -1) }
    switch finding {
    case .consortium(let entities, let countries, let memberStates):
      bytes.write(UInt64(0))
      for count in [entities, countries, memberStates] { bytes.write(UInt64(count)) }
    case .duration(let minimum, let maximum):
      bytes.write(UInt64(1))
      write(minimum.map(Int64.init))
      write(maximum.map(Int64.init))
    case .grant(let minimum, let maximum):
      bytes.write(UInt64(2))
      write(minimum)
      write(maximum)
    case .rate(let percent):
      bytes.write(UInt64(3))
      bytes.write(UInt64(percent))
    case .applicants(let classes):
      bytes.write(UInt64(4))
      bytes.write(UInt64(classes.count))
      for name in classes { bytes.write(name.rawValue) }
    }
  }

  init(from reader: inout ByteReader) throws(ByteFault) {
    let text = try reader.place()
    let start = try reader.place()
    let end = try reader.place()
    guard start <= end else { throw ByteFault() }
    let finding = try ProseFinding(try reader.number(), from: &reader)
    self.init(finding: finding, text: Int(text), start: Int(start), end: Int(end))
  }
}

extension ProseFinding {
  fileprivate init(_ kind: UInt64, from reader: inout ByteReader) throws(ByteFault) {
    func limit(_ number: Int64) -> Int64? { number < 0 ? nil : number }
    switch kind {
    case 0:
      self = .consortium(
        entities: Int(try reader.place()), countries: Int(try reader.place()),
        memberStates: Int(try reader.place()))
    case 1:
      self = .duration(
        minimum: limit(try reader.signed()).map(Int.init), maximum: limit(try reader.signed()).map(Int.init))
    case 2:
      self = .grant(minimum: limit(try reader.signed()), maximum: limit(try reader.signed()))
    case 3:
      self = .rate(Int(try reader.place()))
    case 4:
      var classes: [ApplicantClass] = []
      for _ in 0..<(try reader.count()) {
        guard let known = ApplicantClass(rawValue: try reader.text()) else { throw ByteFault() }
        classes.append(known)
      }
      self = .applicants(classes)
    default: throw ByteFault()
    }
  }
}
