import ParapetSearching

/// The sentences of a text that may state a condition, found in one pass over its bytes.
///
/// Four thousand topics are forty megabytes; nearly every sentence is passed by because none of its words is one that
/// conditions are made of.
enum ProseSentences {
  /// A sentence is looked at up to this length, in bytes; what goes on longer is taken as two.
  static let longest = 600
  /// More conditions than any text states.
  static let most = 200

  /// Calls a function with each sentence that has words of a condition, and with where it begins in the text's UTF-8.
  static func forEach(in text: String, _ body: (_ sentence: String, _ offset: Int) -> Void) {
    let words = ProseSentences.words
    var text = text
    var found = 0
    text.withUTF8 { bytes in
      var start = 0
      var hasSubject = false
      var hasLimit = false
      var index = 0
      var hash = seed
      var length = 0
      func finish(_ end: Int) {
        if hasSubject, hasLimit, found < most {
          found += 1
          body(String(decoding: bytes[start..<end], as: UTF8.self), start)
        }
        hasSubject = false
        hasLimit = false
      }
      func finishWord() {
        if length > 0, length < 16 {
          let parts = words.parts(of: hash)
          if parts.contains(.subject) { hasSubject = true }
          if parts.contains(.limit) { hasLimit = true }
        }
        hash = seed
        length = 0
      }
      while index < bytes.count {
        let byte = bytes[index]
        let isLetter = (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
        if isLetter {
          hash = (hash ^ UInt64(byte < 0x80 ? byte | 0x20 : byte)) &* prime
          length += 1
        } else {
          finishWord()
          if byte == 0x25 { hasSubject = true }
          let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
          let isStop = byte == 0x2e || byte == 0x21 || byte == 0x3f
          if byte == 0x0a || byte == 0x3b
            || (isStop && (next == 0x20 || next == 0x0a || next == 0xc2))
            || index - start >= longest
          {
            finish(index)
            start = index + 1
          }
        }
        index += 1
      }
      finishWord()
      finish(bytes.count)
    }
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  /// What a word is in a condition.
  private struct Parts: OptionSet {
    let rawValue: UInt8
    /// What the condition is about; a percentage is one too.
    static let subject = Parts(rawValue: 1)
    /// How it is limited.
    static let limit = Parts(rawValue: 2)
  }

  /// The words that conditions are made of, by their numbers; most words are none and cost one look.
  private struct Vocabulary {
    private var words = NumberFilter()
    private var parts: [UInt64: Parts] = [:]

    mutating func add(_ text: String, _ part: Parts) {
      for word in text.split(whereSeparator: \.isWhitespace) {
        let hash = word.utf8.reduce(seed) { ($0 ^ UInt64($1 < 0x80 ? $1 | 0x20 : $1)) &* prime }
        words.insert(hash)
        parts[hash, default: []].insert(part)
      }
    }

    func parts(of hash: UInt64) -> Parts { words.mayContain(hash) ? parts[hash] ?? [] : [] }
  }

  private static let words: Vocabulary = {
    var words = Vocabulary()
    words.add(
      """
      month months mois applicants applicant candidats organisations organizations entities entités partners partenaires
      beneficiaries bénéficiaires organismes structures countries pays bodies authorities collectivités autorités
      personnes eur euro euros € states membres institutions
      """, .subject)
    words.add(
      """
      least minimum minimal minimale moins fewer maximum maximal maximale exceed exceeding most plus dépasser dépasse
      excéder excède jusqu longer up between from entre de duration durée higher supérieure supérieur less lower below
      inférieure inférieur rate taux only exclusively restricted limited reserved seuls seules uniquement exclusivement
      réservé réservée réservés réservées
      """, .limit)
    return words
  }()
}
