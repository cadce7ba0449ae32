/// What a city was answered about an item and an opportunity on a night, as far as later nights compare it.
///
/// Verdict, standing and status are kept as the codes that documents print, since this is a record and no judgement.
public struct KeptAnswer: Hashable, Sendable {
  /// What tells an answer from the others of its city.
  public struct Key: Hashable, Sendable, Comparable {
    /// The item.
    public var item: String
    /// What tells the opportunity from others: `KeptOffer.name`.
    public var offer: String

    /// An item and an opportunity.
    public init(item: String, offer: String) {
      self.item = item
      self.offer = offer
    }

    /// The order of items, then of opportunities.
    public static func < (left: Key, right: Key) -> Bool {
      (left.item, left.offer) < (right.item, right.offer)
    }
  }

  /// The item and the opportunity.
  public var key: Key
  /// The verdict's code.
  public var verdict: String
  /// The standing's code.
  public var standing: String
  /// The code of the status on the day.
  public var status: String
  /// The place in the item's list, from 1.
  public var rank: Int
  /// The points of the fit.
  public var fit: Int
  /// The next deadline for a new application.
  public var deadline: Deadline?
  /// What the item alone would be granted.
  public var grant: Money?
  /// What the plan grants it there; nothing where the plan does not apply with it.
  public var planned: Money?
  /// The criteria that fail or are open, in the order of the rules.
  public var open: [String]

  /// An answer that is not part of a plan.
  public init(
    _ key: Key, verdict: String, standing: String, status: String, rank: Int, fit: Int,
    deadline: Deadline? = nil, grant: Money? = nil, planned: Money? = nil, open: [String] = []
  ) {
    self.key = key
    self.verdict = verdict
    self.standing = standing
    self.status = status
    self.rank = rank
    self.fit = fit
    self.deadline = deadline
    self.grant = grant
    self.planned = planned
    self.open = open
  }
}

/// An opportunity as it was on a night when a list had it.
public struct KeptOffer: Hashable, Sendable {
  /// The opportunity.
  public var opportunity: Opportunity
  /// What tells the rules above it from others: the instruments that it takes conditions and rates from.
  public var rules: UInt64
  /// Where it was read; nothing for one of our own files.
  public var source: String?
  /// The day on which this version was read.
  public var readOn: Day?

  /// An opportunity with what tells its rules apart.
  public init(_ opportunity: Opportunity, rules: UInt64, source: String? = nil, readOn: Day? = nil) {
    self.opportunity = opportunity
    self.rules = rules
    self.source = source
    self.readOn = readOn
  }

  /// What tells a topic from others in a list; projects that pass money on share the topic's identifier.
  public var name: String { KeptOffer.name(of: opportunity) }

  /// The name of an opportunity.
  public static func name(of opportunity: Opportunity) -> String {
    let identifier = opportunity.identifier.lowercased()
    guard opportunity.isCascade, let reference = opportunity.reference else { return identifier }
    return identifier + "|" + reference
  }
}

/// What was known of a city as a whole on a night.
public struct KeptCity: Hashable, Sendable, Codable {
  /// What tells the files of its portfolio from others.
  public var files: String
  /// The feeds that were old or failed, by name, with the last day on which each was read.
  public var stale: [String: String] = [:]
  /// The feeds that were known.
  public var feeds: [String] = []
  /// What its plan grants in all, in hundredths; nothing where no plan is made for it.
  public var planGrant: Int64?
  /// The currency of the plan.
  public var planCurrency: String?
  /// The items that the plan pays for.
  public var planned: [String] = []
  /// Why its portfolio could not be read; nothing where it could.
  public var failure: String?

  /// A city whose files are told apart.
  public init(files: String) { self.files = files }
}

/// Everything that was known of a city and its items on a night.
public struct KeptState: Hashable, Sendable {
  /// The day judged.
  public var asOf: Day
  /// The day of the readings.
  public var readOn: Day
  /// The city as a whole.
  public var city: KeptCity
  /// The answers, by item and opportunity.
  public var answers: [KeptAnswer.Key: KeptAnswer]
  /// The opportunities that they are about, by name.
  public var offers: [String: KeptOffer]

  /// A state from its parts.
  public init(
    asOf: Day, readOn: Day, city: KeptCity, answers: [KeptAnswer.Key: KeptAnswer] = [:],
    offers: [String: KeptOffer] = [:]
  ) {
    self.asOf = asOf
    self.readOn = readOn
    self.city = city
    self.answers = answers
    self.offers = offers
  }
}
