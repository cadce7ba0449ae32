package import ParapetModel

/// Counts as bytes: most terms stand once, in one field, a few bytes after the one before.
extension TextCounts {
  /// What the first byte of an entry says, beside the field in its upper bits.
  private enum Mark: UInt8 { case word, pair, concept }

  /// Set where a term stands once.
  private static let once: UInt8 = 4

  package func write(to bytes: inout ByteWriter) {
    bytes.write(UInt64(titles))
    for field in 0..<5 { bytes.write(UInt64(lengths[field])) }
    bytes.write(UInt64(entries.count))
    var last: Int32 = 0
    for entry in entries {
      let isOnce = entry.byField.wrappedSum() == 1
      let flags = UInt64(entry.place.field.place) << 3 | (isOnce ? UInt64(TextCounts.once) : 0)
      switch entry.term {
      case .word(let hash, let language):
        bytes.write(flags | UInt64(Mark.word.rawValue))
        bytes.write(word: hash)
        bytes.write(UInt64(language))
      case .pair(let first, let second):
        bytes.write(flags | UInt64(Mark.pair.rawValue))
        bytes.write(UInt64(first))
        bytes.write(UInt64(second))
      case .concept(let concept):
        bytes.write(flags | UInt64(Mark.concept.rawValue))
        bytes.write(UInt64(concept))
      }
      bytes.write(UInt64(entry.place.text))
      bytes.write(Int64(entry.place.start) - Int64(last))
      bytes.write(UInt64(entry.place.end - entry.place.start))
      last = entry.place.start
      if !isOnce { for field in 0..<5 { bytes.write(UInt64(entry.byField[field])) } }
    }
  }

  package init(from reader: inout ByteReader, _ lexicon: Lexicon) throws(ByteFault) {
    titles = Float(try reader.number())
    for field in 0..<5 { lengths[field] = Float(try reader.number()) }
    let count = try reader.count()
    entries.reserveCapacity(count)
    var last: Int32 = 0
    for _ in 0..<count {
      let entry = try Entry(from: &reader, after: last, entries, lexicon)
      entries.append(entry)
      last = entry.place.start
    }
  }
}

extension TextCounts.Entry {
  /// The next entry; nothing it says reaches beyond what is there.
  fileprivate init(
    from reader: inout ByteReader, after last: Int32, _ before: [TextCounts.Entry], _ lexicon: Lexicon
  ) throws(ByteFault) {
    let flags = try reader.number()
    guard let field = WordEvidence.Field(place: Int(flags >> 3 & 7)) else { throw ByteFault() }
    term = try TextCounts.Term(UInt8(flags & 3), from: &reader, before, lexicon)
    let text = try reader.number()
    let step = try reader.signed()
    let length = try reader.place()
    guard text < TextFields.most, let start = Int32(exactly: Int64(last).addingReportingOverflow(step).0)
    else { throw ByteFault() }
    let (end, isBeyond) = start.addingReportingOverflow(length)
    guard start >= 0, !isBeyond else { throw ByteFault() }
    place = SubjectIndex.Place(field: field, text: UInt16(text), start: start, end: end)
    guard flags & 4 == 0 else {
      byField[field.place] = 1
      return
    }
    for field in 0..<5 {
      guard let narrow = UInt16(exactly: try reader.number()) else { throw ByteFault() }
      byField[field] = narrow
    }
  }
}

extension TextCounts.Term {
  fileprivate init(
    _ mark: UInt8, from reader: inout ByteReader, _ before: [TextCounts.Entry], _ lexicon: Lexicon
  ) throws(ByteFault) {
    switch mark {
    case 0:
      let hash = try reader.word()
      let language = try reader.number()
      guard language < lexicon.languages.count else { throw ByteFault() }
      self = .word(hash, language: Int(language))
    case 1:
      let first = try reader.number()
      let second = try reader.number()
      guard max(first, second) < before.count, before[Int(first)].term.isWord,
        before[Int(second)].term.isWord
      else { throw ByteFault() }
      self = .pair(Int(first), Int(second))
    case 2:
      let concept = try reader.number()
      guard concept < lexicon.concepts.count else { throw ByteFault() }
      self = .concept(Lexicon.Concept(concept))
    default: throw ByteFault()
    }
  }

  private var isWord: Bool { if case .word = self { true } else { false } }
}

extension WordEvidence.Field {
  /// The field of a place.
  fileprivate init?(place: Int) {
    guard let field = WordEvidence.Field.allCases.first(where: { $0.place == place }) else { return nil }
    self = field
  }
}
