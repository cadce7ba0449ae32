/// What is to be handed out to what, in whole numbers: parts to slots, under floors, ceilings and shared limits.
///
/// This is the plan without its words: a part is what a grant is sought for, a slot an application that may be written,
/// a pair the part in the slot. Amounts are minor units of one currency. Money is kept in buckets (a payer in a year),
/// since what a city can add from its own purse is limited year by year.
public struct Allotment: Sendable {
  /// An application that may be written.
  public struct Slot: Sendable {
    /// The smallest grant of the slot, or nothing.
    public var floor: Int64 = 0
    /// The largest grant of the slot; what is above it is cut, in proportion.
    public var ceiling: Int64?
    /// The smallest grant of each part in it; parts in the slot times this must not exceed the ceiling.
    public var partFloor: Int64 = 0
    /// How many parts it takes.
    public var mostParts = Int.max
    /// What writing it takes out of the effort that there is.
    public var effort: Int64 = 1
    /// Other slots that are the same application under other terms: only one of all can be used.
    var twins: [Int] = []
    /// The least that its parts must bring before they are cut to the ceiling: what a lump sum asks of the costs.
    var leastUncut: Int64 = 0
    /// The most that its parts may come to in size.
    var largestSize: Int64?
    /// Whether a part that would bring no further grant is refused.
    public var refusesSurplus = true

    /// A slot without limits.
    public init() {}

    /// How many parts it takes, by count and by their floors.
    var capacity: Int {
      guard partFloor > 0, let ceiling else { return mostParts }
      return min(mostParts, Int(ceiling / partFloor))
    }
  }

  /// A part in a slot.
  public struct Pair: Hashable, Sendable {
    /// The part, by position.
    public var part: Int
    /// The slot, by position.
    public var slot: Int
    /// What is paid, by bucket.
    public var outlays: [Int64]
    /// What is granted before any ceiling, by bucket; more than is paid where a flat rate brings it.
    public var grants: [Int64]
    /// What it adds to the size of the slot.
    var size: Int64 = 0
    /// How well the part fits the slot.
    public var fit: Int64
    /// How long the money takes, as grant times time.
    public var delay: Int64

    /// A pair from its parts.
    public init(
      part: Int, slot: Int, outlays: [Int64], grants: [Int64], fit: Int64 = 0, delay: Int64 = 0
    ) {
      self.part = part
      self.slot = slot
      self.outlays = outlays
      self.grants = grants
      self.fit = fit
      self.delay = delay
    }

    /// What is granted before any ceiling.
    public var grant: Int64 { grants.reduce(0, +) }
  }

  /// A purse: a payer's money in a year.
  public struct Bucket: Hashable, Sendable {
    /// The most of its own money, or nothing where there is no limit.
    public var limit: Int64?
    /// Whether its money is the city's own, which is to be spared.
    public var isSpared: Bool

    /// A purse from its parts.
    public init(limit: Int64?, isSpared: Bool = true) {
      self.limit = limit
      self.isSpared = isSpared
    }
  }

  /// What is sought, the first before the second.
  public enum Goal: Hashable, Sendable {
    /// The most worth of a tier.
    case worth(tier: Int)
    /// The largest grant.
    case grant
    /// What fits best, part by part.
    case fit
    /// The least own money.
    case own
    /// The fewest slots.
    case slots
    /// The earliest money.
    case delay
  }

  /// How many parts there are.
  public var partCount: Int
  /// What each part is worth, by tier; a part is of one tier, so that each row has one number.
  public var worth: [[Int64]]
  /// The slots.
  public var slots: [Slot]
  /// The parts that may go into slots.
  public var pairs: [Pair]
  /// The purses.
  public var buckets: [Bucket]
  /// The effort that there is for all slots, or nothing where there is no limit.
  public var effort: Int64?
  /// Pairs that exclude each other, by position.
  public var exclusions: [Exclusion]
  /// Parts that must be in a slot.
  public var required: Set<Int>
  /// What is sought.
  public var goals: [Goal]
  /// Slots that are of use only beside better ones; no best choice is lost by that.
  var precedences: [Precedence] = []

  /// Two pairs of which at most one may be chosen, by position.
  public struct Exclusion: Hashable, Sendable {
    /// One of them.
    public var first: Int
    /// The other.
    public var second: Int

    /// Two pairs.
    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// A problem; nothing is required and nothing excluded yet.
  public init(
    worth: [[Int64]], slots: [Slot], pairs: [Pair], buckets: [Bucket], effort: Int64?, goals: [Goal]
  ) {
    partCount = worth.count
    self.worth = worth
    self.slots = slots
    self.pairs = pairs
    self.buckets = buckets
    self.effort = effort
    self.goals = goals
    exclusions = []
    required = []
  }
}
