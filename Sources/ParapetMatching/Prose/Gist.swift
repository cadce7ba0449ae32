public import ParapetSearching
public import ParapetModel
import Synchronization

/// What an opportunity's texts say, as far as a search and its conditions need it, so that no text is read twice.
///
/// It follows from the texts, the glossary and this code alone. Each of the three is told apart by a number in it; where
/// one is another than when it was made, it is not used and the texts are read again.
public struct Gist: Sendable {
  /// The form of what is read; raise it whenever words, stems, phrases or conditions are read otherwise.
  static let form: UInt64 = 3

  /// The texts.
  let texts: TextHash.Value
  /// The words and concepts that were looked for.
  let lexicon: UInt64
  /// The conditions that the texts state.
  let conditions: [ProseReading]
  /// Where the counts begin, and the bytes that hold them.
  private let bytes: [UInt8]
  private let start: Int

  /// The terms of the texts, or nothing where another glossary read them.
  func counts(by lexicon: Lexicon) -> TextCounts? {
    guard lexicon.fingerprint == self.lexicon else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, from: start)
      return try? TextCounts(from: &reader, lexicon)
    }
  }

  /// A gist that was kept; nothing where its bytes are damaged or of another form.
  init?(_ bytes: [UInt8]) {
    guard let head = bytes.withUnsafeBytes({ try? Head($0) }) else { return nil }
    texts = head.texts
    lexicon = head.lexicon
    conditions = head.conditions
    start = head.end
    self.bytes = bytes
  }

  /// What stands before the counts.
  private struct Head {
    let texts: TextHash.Value
    let lexicon: UInt64
    let conditions: [ProseReading]
    let end: Int

    init(_ bytes: UnsafeRawBufferPointer) throws(ByteFault) {
      var reader = ByteReader(bytes)
      guard try reader.number() == Gist.form else { throw ByteFault() }
      texts = TextHash.Value(first: try reader.word(), second: try reader.word())
      lexicon = try reader.word()
      var conditions: [ProseReading] = []
      for _ in 0..<(try reader.count()) { conditions.append(try ProseReading(from: &reader)) }
      self.conditions = conditions
      end = reader.offset
    }
  }
}

/// Reads opportunities' texts for keeping.
///
/// It is an object because it remembers the words that it has met, whoever asks.
public final class GistMaker: Sendable {
  /// What tells its gists from those of every other maker.
  public let name: String
  private let lexicon: UInt64
  private let counter: Mutex<TextCounter>

  /// A maker for a glossary.
  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon.fingerprint
    name = "\(Gist.form)-" + String(lexicon.fingerprint, radix: 16)
    counter = Mutex(TextCounter(lexicon: lexicon))
  }

  /// The bytes of an opportunity's gist.
  public func bytes(of opportunity: Opportunity) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.write(Gist.form)
    let texts = opportunity.textHash
    bytes.write(word: texts.first)
    bytes.write(word: texts.second)
    bytes.write(word: lexicon)
    let conditions = ProseReading.all(in: opportunity)
    bytes.write(UInt64(conditions.count))
    for condition in conditions { condition.write(to: &bytes) }
    let counts = counter.withLock { $0.counts(of: opportunity) }
    counts.write(to: &bytes)
    return bytes.bytes
  }
}

/// The gists of many records, found by the texts that they were made from.
public struct Gists: Sendable {
  private var gists: [TextHash.Value: Gist] = [:]

  /// Gists that were kept; what cannot be used is left out.
  public init(_ kept: some Sequence<[UInt8]> = []) {
    for bytes in kept {
      guard let gist = Gist(bytes) else { continue }
      gists[gist.texts] = gist
    }
  }

  /// The gist of an opportunity, or nothing where none was kept of these very texts.
  subscript(opportunity: Opportunity) -> Gist? { gists.isEmpty ? nil : gists[opportunity.textHash] }
}

extension Opportunity {
  /// The number of all texts that a gist is made from.
  var textHash: TextHash.Value {
    var hash = TextHash()
    for texts in [titles, keywords, partOf.flatMap(\.titles), descriptions] {
      hash.add(UInt64(texts.count))
      for text in texts { hash.add(text) }
    }
    hash.add(UInt64(conditions.count))
    for condition in conditions {
      hash.add(UInt64(condition.texts.count))
      for text in condition.texts { hash.add(text) }
    }
    if case .feed = origin { hash.add(1) }
    return hash.value
  }
}

extension TextHash {
  mutating func add(_ text: LocalizedText) {
    add(text.text)
    add(text.language)
  }
}
