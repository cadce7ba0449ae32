/// A source of money that a city can apply to: a standing instrument, a published call, or one topic of a call.
///
/// Whatever feed it came from, an opportunity has this one shape. What its source does not state is absent here
/// and never zero.
public struct Opportunity: Hashable, Sendable {
  /// How far down the chain it stands.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// A standing source of money, such as a programme strand.
    case instrument
    /// A published invitation.
    case call
    /// What one applies to.
    case topic
    /// A standing source of a state's own money. It stands beside the Union's and is never added to it.
    case national

    /// Whether it is a source of money that stands, and no invitation to apply.
    public var isStanding: Bool { self == .instrument || self == .national }
  }

  /// Instrument, call, topic or a state's own source.
  public var level: Level
  /// The identifier that people use, such as `HORIZON-CL3-2027-01-FCT-04`.
  public var identifier: String
  /// The source's own reference of the record, which is unique where the identifier is not.
  public var reference: String?
  /// Other identifiers of the same opportunity, by scheme.
  public var otherIdentifiers: [Identifier] = []
  /// The Union programme it belongs to.
  public var programme: Coded?
  /// The parts of the programme it belongs to, by the source's own codes.
  public var divisions: [Coded] = []
  /// The calls and instruments above it, nearest first.
  public var partOf: [PartOf] = []
  /// Which topics of a feed an instrument governs.
  public var appliesTo: [Scope] = []
  /// Its names.
  public var titles: [LocalizedText] = []
  /// What it is about; free of markup.
  public var descriptions: [LocalizedText] = []
  /// The acts that establish it.
  public var legalBases: [LegalBasis] = []
  /// Who manages the money.
  public var management: Management?
  /// The first and last day of the programming period.
  public var period: Period?
  /// Where to apply, in words.
  public var applyAt: [LocalizedText] = []
  /// The status that the source states, which goes stale; see `status(on:)`.
  public var statedStatus: Status?
  /// The source's own code of that status.
  public var statedStatusCode: String?
  /// When it was published.
  public var publicationDate: Day?
  /// The first day of submission.
  public var openingDate: Day?
  /// How its deadlines are to be read.
  public var deadlineModel: DeadlineModel?
  /// Every deadline, in order of time.
  public var deadlines: [Deadline] = []
  /// Amounts and rates.
  public var funding = Funding()
  /// How costs become eligible costs and a grant.
  public var costRules = CostRules()
  /// Forms of grant, such as Research and Innovation Action.
  public var typesOfAction: [Coded] = []
  /// Who may apply, for what and where.
  public var requirements: Requirement?
  /// What must be known after the grant is won, and decides nothing.
  public var conditions: [Condition] = []
  /// When calls have come so far: expected, not published.
  public var cadence: Condition?
  /// Words of its subject.
  public var keywords: [LocalizedText] = []
  /// Documents to read.
  public var documents: [DocumentLink] = []
  /// Its page.
  public var landingPage: String?
  /// Names of the facts that its source is known not to state.
  public var notStated: Set<String> = []
  /// When the source last changed the record.
  public var lastModified: Day?
  /// Whether it is proposed and not yet law; what is proposed is shown and never matched.
  public var isProposal = false

  /// Whether its money is a state's own, which no sum of European money counts.
  public var isNational: Bool { level == .national || partOf.contains { $0.level == .national } }
  /// Whether its source still has it; what the catalogue knows, and no part of the record.
  public var presence = Presence.present
  /// The day on which its present version was first read, where an earlier one was read before; what the catalogue knows,
  /// and no part of the record.
  public var changedOn: Day?
  /// What thinner sources of the same opportunity state differently; no part of a record.
  public var disagreements: [Disagreement] = []
  /// Where the record was read.
  public var origin: Origin

  /// An opportunity that states nothing yet but its level, identifier and origin.
  public init(level: Level, identifier: String, origin: Origin) {
    self.level = level
    self.identifier = identifier
    self.origin = origin
  }

  /// Where a record was read: from our own dated files, or from a feed.
  public enum Origin: Hashable, Sendable {
    /// A file of `data/`, at a line.
    case curated(Diagnostic.Place)
    /// A feed, by its dialect's name.
    case feed(String)
  }
}

/// An identifier within a scheme, such as `sedia-reference`.
public struct Identifier: Hashable, Sendable {
  /// Who gives identifiers of this kind.
  public var scheme: String
  /// The identifier.
  public var value: String

  /// An identifier of a scheme.
  public init(scheme: String, value: String) {
    self.scheme = scheme
    self.value = value
  }
}

/// A code with the vocabulary that it comes from, and its label there.
public struct Coded: Hashable, Sendable {
  /// The code; empty where a source states a label only.
  public var code: String
  /// The vocabulary's address.
  public var vocabulary: String?
  /// The label.
  public var label: String?

  /// A code, its vocabulary and label.
  public init(code: String, vocabulary: String? = nil, label: String? = nil) {
    self.code = code
    self.vocabulary = vocabulary
    self.label = label
  }
}

/// A link upwards: the call of a topic, the instrument of a call, the wider instrument of an instrument.
public struct PartOf: Hashable, Sendable {
  /// The level of the opportunity above.
  public var level: Opportunity.Level
  /// Its identifier.
  public var ref: String?
  /// Its names.
  public var titles: [LocalizedText]

  /// A link to an opportunity above.
  public init(level: Opportunity.Level, ref: String?, titles: [LocalizedText] = []) {
    self.level = level
    self.ref = ref
    self.titles = titles
  }
}

/// Which topics of a feed an instrument governs: those that agree with every part that is stated.
public struct Scope: Hashable, Sendable {
  /// The Union programme's code.
  public var programme: String?
  /// How the topic's identifier begins.
  public var identifierPrefix: String?
  /// The type of action's code or label.
  public var typeOfAction: String?

  /// A scope of its parts.
  public init(programme: String? = nil, identifierPrefix: String? = nil, typeOfAction: String? = nil) {
    self.programme = programme
    self.identifierPrefix = identifierPrefix
    self.typeOfAction = typeOfAction
  }
}

/// A legal act, by its CELEX number.
public struct LegalBasis: Hashable, Sendable {
  /// The CELEX number, such as `32021R1149`.
  public var celex: String
  /// How the act is called.
  public var label: String

  /// An act by number and name.
  public init(celex: String, label: String) {
    self.celex = celex
    self.label = label
  }
}

/// Who manages a programme's money (Financial Regulation (EU, Euratom) 2024/2509, Art. 62).
public enum Management: String, Hashable, Sendable, CaseIterable {
  /// The Commission or its agencies: one applies on the portal.
  case direct
  /// Entrusted bodies.
  case indirect
  /// Member States: one applies to the managing authority.
  case shared
}

/// A span of days, both included.
public struct Period: Hashable, Sendable {
  /// The first day.
  public var from: Day
  /// The last day.
  public var to: Day

  /// A span, or nothing where it ends before it starts.
  public init?(from: Day, to: Day) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }
}

/// A remark with a name, a text and a citation: durability, the plaque, operation and maintenance.
public struct Condition: Hashable, Sendable {
  /// A name that is unique within its opportunity.
  public var id: String
  /// The remark by language.
  public var texts: [LocalizedText]
  /// Where it comes from.
  public var citation: Citation

  /// The name of the remark that quotes the sentence in which a deadline was read.
  public static let deadline = "deadline"

  /// A remark from its parts.
  public init(id: String, texts: [LocalizedText], citation: Citation) {
    self.id = id
    self.texts = texts
    self.citation = citation
  }
}

/// A document of an opportunity.
public struct DocumentLink: Hashable, Sendable {
  /// Its address, always http or https.
  public var url: String
  /// Its media type.
  public var format: String?
  /// Its names.
  public var titles: [LocalizedText]

  /// A document by address.
  public init(url: String, format: String? = nil, titles: [LocalizedText] = []) {
    self.url = url
    self.format = format
    self.titles = titles
  }
}
