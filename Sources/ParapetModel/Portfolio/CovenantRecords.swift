/// What a city keeps for the Covenant beside its items: its sites, what threatens them, and how the work goes on.
public struct CovenantRecords: Hashable, Sendable {
  /// The sites, in the order of `sites.csv`.
  public var sites: [Site] = []
  /// What was assessed at them, in the order of `scenarios.csv`.
  public var scenarios: [RiskScenario] = []
  /// How the items went on, by item and day.
  public var progress: [ProgressEntry] = []
  /// What is measured, in the order of `indicators.csv`.
  public var indicators: [Indicator] = []
  /// What the city answered to the checklist, in the order of `checklist.csv`.
  public var checklist: [CheckAnswer] = []

  /// Records of nothing.
  public init() {}

  /// What the city answered to a question of the checklist about an item until a day; nothing where it did not.
  public func answer(of item: String, to check: String, until day: Day) -> CheckAnswer? {
    checklist.last { $0.item == item && $0.check == check && $0.day.map { $0 <= day } ?? true }
  }

  /// How an item went on until a day, oldest first.
  public func progress(of item: String, until day: Day) -> [ProgressEntry] {
    progress.filter { $0.item == item && $0.day <= day }
  }

  /// The site that an item names, by its id or its name.
  public func site(of item: Item) -> Site? {
    guard let name = item.site else { return nil }
    return sites.first { $0.id == name } ?? sites.first { $0.name == name }
  }

  /// What was assessed that an item answers: what its row names, else what was assessed at its site.
  public func scenarios(of item: Item) -> [RiskScenario] {
    if !item.scenarios.isEmpty { return scenarios.filter { item.scenarios.contains($0.id) } }
    guard let site = site(of: item) else { return [] }
    return scenarios.filter { $0.site == site.id }
  }
}

/// A place of the city that many people use.
public struct Site: Hashable, Sendable {
  /// A short name, unique in the portfolio.
  public var id: String
  /// Its name.
  public var name: String
  /// What kind of place: a code of `data/covenant.xml`.
  public var category: String?
  /// Who owns or runs it.
  public var owner: String?
  /// How many people it holds.
  public var capacity: Int?
  /// What happens there, in the city's words.
  public var events: String?

  /// A site of which only its name is known.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// One threat at one site: how bad and how likely, before and after the action.
///
/// A list of weaknesses is itself sensitive: it is restricted unless the city says otherwise. Levels are numbers of the
/// scales in `data/covenant.xml`; they are compared and never added.
public struct RiskScenario: Hashable, Sendable {
  /// How bad and how likely.
  public struct Risk: Hashable, Sendable {
    /// The level of the consequence.
    public var consequence: Int
    /// The level of the probability.
    public var probability: Int

    /// A risk from its levels.
    public init(consequence: Int, probability: Int) {
      self.consequence = consequence
      self.probability = probability
    }

    /// Whether it is as bad and as likely as another at least, and more so in one.
    public func exceeds(_ other: Risk) -> Bool {
      self != other && consequence >= other.consequence && probability >= other.probability
    }
  }

  /// The site.
  public var site: String
  /// The threat: a code of `data/covenant.xml`.
  public var threat: String
  /// What protects it already.
  public var measuresInPlace: String?
  /// As it is.
  public var risk: Risk?
  /// After the action.
  public var residual: Risk?
  /// How sure the assessor is: a level of the scale of confidence.
  public var confidence: Int?
  /// Who assessed.
  public var assessor: String?
  /// When.
  public var day: Day?
  /// Whether it stays out of every report that is not restricted itself.
  public var isRestricted = true

  /// A threat at a site of which nothing is known yet.
  public init(site: String, threat: String) {
    self.site = site
    self.threat = threat
  }

  /// By what `items.csv` names it: `quay/vehicle`.
  public var id: String { site + "/" + threat }
}

/// What is known of an item on a day.
public struct ProgressEntry: Hashable, Sendable {
  /// The item.
  public var item: String
  /// The day.
  public var day: Day
  /// The state: a code of `data/covenant.xml`.
  public var state: String
  /// What was spent until then, in all.
  public var spent: Money?
  /// What was granted until then, in all.
  public var granted: Money?
  /// A remark.
  public var note: String?

  /// An entry of a state.
  public init(item: String, day: Day, state: String) {
    self.item = item
    self.day = day
    self.state = state
  }
}

/// Something that is measured to know whether an item does what it should. Values are in ten-thousandths.
public struct Indicator: Hashable, Sendable {
  /// Which way is better.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case up, down
  }

  /// A measured value.
  public struct Reading: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// The value, in ten-thousandths.
    public var value: Int64
    /// Where it comes from.
    public var source: String?

    /// A value on a day.
    public init(day: Day, value: Int64, source: String?) {
      self.day = day
      self.value = value
      self.source = source
    }
  }

  /// A short name, unique in the portfolio.
  public var id: String
  /// The item.
  public var item: String
  /// What is counted.
  public var unit: String
  /// Which way is better.
  public var direction: Direction
  /// The value before the work, in ten-thousandths.
  public var baseline: Int64?
  /// When that was.
  public var baselineDay: Day?
  /// The value to be reached, in ten-thousandths.
  public var target: Int64?
  /// By when.
  public var targetDay: Day?
  /// What was read since, oldest first.
  public var readings: [Reading] = []
  /// Whether the table defines it twice, so that no trend can be told.
  public var isRedefined = false

  /// An indicator of an item.
  public init(id: String, item: String, unit: String, direction: Direction) {
    self.id = id
    self.item = item
    self.unit = unit
    self.direction = direction
  }

  /// The last reading on or before a day.
  public func last(until day: Day) -> Reading? { readings.last { $0.day <= day } }

  /// How much of the way from baseline to target is done at a value, in hundredths of a percent: nothing where baseline
  /// or target is unknown, alike, or the indicator was defined twice.
  public func share(at value: Int64) -> Int? {
    guard !isRedefined, let baseline, let target, baseline != target else { return nil }
    let (way, done) = (Int(target - baseline), Int(value - baseline))
    let (scaled, overflow) = done.multipliedReportingOverflow(by: 10_000)
    return overflow ? nil : scaled / way
  }
}
