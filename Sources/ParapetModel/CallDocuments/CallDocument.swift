/// A call document or a part of a work programme that was read: what it is, and what it says of each of its topics.
public struct CallDocument: Hashable, Sendable {
  /// What kind of document it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The document of one call, in the Commission's template of thirteen sections.
    case callDocument = "call-document"
    /// A part of a work programme of Horizon Europe.
    case workProgramme = "work-programme"
  }

  /// SHA-256 of its bytes, in hexadecimal.
  public var hash: String
  /// The file's name, or the address that the person gave.
  public var name: String
  /// What kind of document it is.
  public var kind: Kind
  /// What its versions have in common: the call's identifier, or the title of the work programme's part.
  public var series: String
  /// Its title.
  public var title: String?
  /// The version that it states of itself, such as `1.1`.
  public var version: String?
  /// How many pages it has.
  public var pages: Int
  /// What it says of each topic, in its order.
  public var topics: [TopicReading] = []

  /// A document that says nothing of any topic yet.
  public init(hash: String, name: String, kind: Kind, series: String, pages: Int) {
    self.hash = hash
    self.name = name
    self.kind = kind
    self.series = series
    self.pages = pages
  }

  /// What it says of a topic, whatever the case of the identifier's letters.
  public func reading(of topic: String) -> TopicReading? {
    topics.first { $0.topic.lowercased() == topic.lowercased() }
  }
}

/// What a document says of one topic.
public struct TopicReading: Hashable, Sendable {
  /// The topic's identifier.
  public var topic: String
  /// Its name.
  public var title: String?
  /// The identifier or title of its call.
  public var call: String?
  /// The page on which it begins.
  public var page: Int
  /// The type of action, as written.
  public var typeOfAction: String?
  /// What there is for all its projects together.
  public var budget: StatedFigure?
  /// The least that a project is to ask for.
  public var minimumGrant: StatedFigure?
  /// The most that a project is to ask for.
  public var maximumGrant: StatedFigure?
  /// The share of the costs that is paid, where one rate is stated.
  public var rate: StatedRate?
  /// The first day of submission.
  public var opening: Day?
  /// The days on which submission ends.
  public var deadlines: [Day] = []
  /// Where its part of the document begins and ends, and what of the template is not in it.
  public var absent: [ClauseSection] = []
  /// Its clauses, numbered from 1 in the order of the document.
  public var clauses: [Clause] = []

  /// A topic of which nothing is known but its identifier and page.
  public init(topic: String, page: Int) {
    self.topic = topic
    self.page = page
  }

  /// What tells the clauses, as they stand, from those of every other version.
  public var key: String {
    Clause(
      number: 0, section: .other, heading: "", quote: clauses.map(\.key).joined(), page: page, lastPage: page,
      meaning: .open
    ).key
  }

  /// Whether every section that can shut somebody out is there, and each of its clauses was understood.
  public var isWhole: Bool { absent.isEmpty && !clauses.contains { $0.meaning == .open } }
}

/// An amount that a document states, with the words and the page.
public struct StatedFigure: Hashable, Sendable {
  /// The amount.
  public var amount: Money
  /// The sentence, word for word.
  public var quote: String
  /// The page.
  public var page: Int

  /// An amount from its parts.
  public init(amount: Money, quote: String, page: Int) {
    self.amount = amount
    self.quote = quote
    self.page = page
  }
}

/// A share that a document states, with the words and the page.
public struct StatedRate: Hashable, Sendable {
  /// The share.
  public var rate: Rate
  /// The sentence, word for word.
  public var quote: String
  /// The page.
  public var page: Int

  /// A share from its parts.
  public init(rate: Rate, quote: String, page: Int) {
    self.rate = rate
    self.quote = quote
    self.page = page
  }
}
