/// A part of a document that holds rules.
public enum ClauseSection: String, Hashable, Sendable, CaseIterable {
  /// Section 5 of a call document, and the page limits of a work programme.
  case admissibility
  /// Section 6, and the eligibility conditions of a topic.
  case eligibility
  /// Section 10, and the legal and financial set-up of a topic.
  case legal
  /// Technology readiness, award criteria, procedure and security of a topic.
  case other
}

/// A sentence of a document that holds a rule, word for word.
public struct Clause: Hashable, Sendable {
  /// What was made of it.
  public enum Meaning: Hashable, Sendable {
    /// It asks for what these criteria say.
    case criteria([Criterion])
    /// It decides nothing about who may apply, for this reason.
    case neutral(ClauseNature)
    /// Nothing took it: somebody must read it.
    case open
  }

  /// Its number among the clauses of its topic, from 1.
  public var number: Int
  /// Where it stands.
  public var section: ClauseSection
  /// The heading above it, as written.
  public var heading: String
  /// Its words as they stand, with white space folded.
  public var quote: String
  /// The page on which it begins.
  public var page: Int
  /// The page on which it ends.
  public var lastPage: Int
  /// What was made of it.
  public var meaning: Meaning

  /// A clause from its parts.
  public init(
    number: Int, section: ClauseSection, heading: String, quote: String, page: Int, lastPage: Int,
    meaning: Meaning
  ) {
    self.number = number
    self.section = section
    self.heading = heading
    self.quote = quote
    self.page = page
    self.lastPage = lastPage
    self.meaning = meaning
  }

  /// What tells its words from those of every other clause, however they are broken into lines: two versions of a
  /// document have the same clause where this is the same.
  public var key: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in [section.rawValue, quote.lowercased()] {
      for scalar in text.unicodeScalars
      where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        // Fowler, Noll and Vo's hash (FNV-1a), which is the same in every run.
        hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3
      }
      hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether somebody must decide it before its topic counts as read.
  public var asksForDecision: Bool {
    if case .neutral = meaning { return false }
    return true
  }
}

/// What a person has decided about a clause.
public struct ClauseDecision: Hashable, Sendable {
  /// The topic.
  public var topic: String
  /// The key of the clause's words.
  public var key: String
  /// The clause's words, so that it can be shown when the document no longer has it.
  public var quote: String
  /// Whether the person confirms it; else it is set aside.
  public var isAccepted: Bool
  /// Who decided.
  public var by: String
  /// On which day.
  public var on: Day

  /// A decision from its parts.
  public init(topic: String, key: String, quote: String, isAccepted: Bool, by: String, on: Day) {
    self.topic = topic
    self.key = key
    self.quote = quote
    self.isAccepted = isAccepted
    self.by = by
    self.on = on
  }
}
