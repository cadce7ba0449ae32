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
  func write(to bytes: inout GistBytes) {
    bytes.write(UInt64(text))
    bytes.write(UInt64(start))
    bytes.write(UInt64(end))
    func write(_ limit: Int64?) { bytes.write(signed: limit ?? -1) }
    switch finding {
    case .consortium(let entities, let countries, let memberStates):
      bytes.write(0)
      for count in [entities, countries, memberStates] { bytes.write(UInt64(count)) }
    case .duration(let minimum, let maximum):
      bytes.write(1)
      write(minimum.map(Int64.init))
      write(maximum.map(Int64.init))
    case .grant(let minimum, let maximum):
      bytes.write(2)
      write(minimum)
      write(maximum)
    case .rate(let percent):
      bytes.write(3)
      bytes.write(UInt64(percent))
    case .applicants(let classes):
      bytes.write(4)
      bytes.write(UInt64(classes.count))
      for name in classes { bytes.write(name.rawValue) }
    }
  }

  init?(from reader: inout GistReader) {
    guard let text = reader.place(), let start = reader.place(), let end = reader.place(), start <= end,
      let kind = reader.number(), let finding = ProseFinding(kind, from: &reader)
    else { return nil }
    self.init(finding: finding, text: Int(text), start: Int(start), end: Int(end))
  }
}

extension ProseFinding {
  fileprivate init?(_ kind: UInt64, from reader: inout GistReader) {
    func limit(_ number: Int64) -> Int64? { number < 0 ? nil : number }
    switch kind {
    case 0:
      guard let entities = reader.place(), let countries = reader.place(), let members = reader.place()
      else { return nil }
      self = .consortium(entities: Int(entities), countries: Int(countries), memberStates: Int(members))
    case 1:
      guard let minimum = reader.signed(), let maximum = reader.signed() else { return nil }
      self = .duration(minimum: limit(minimum).map(Int.init), maximum: limit(maximum).map(Int.init))
    case 2:
      guard let minimum = reader.signed(), let maximum = reader.signed() else { return nil }
      self = .grant(minimum: limit(minimum), maximum: limit(maximum))
    case 3:
      guard let percent = reader.place() else { return nil }
      self = .rate(Int(percent))
    case 4:
      guard let count = reader.count() else { return nil }
      var classes: [ApplicantClass] = []
      for _ in 0..<count {
        guard let name = reader.text(), let known = ApplicantClass(rawValue: name) else { return nil }
        classes.append(known)
      }
      self = .applicants(classes)
    default: return nil
    }
  }
}
