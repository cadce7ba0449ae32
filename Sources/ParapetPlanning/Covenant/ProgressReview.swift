public import ParapetModel

/// How a city's action plan goes on, on a day and since another: what was done, what was spent, what slipped.
///
/// Every figure is the city's own, of `items.csv`, `costs.csv`, `support.csv`, `progress.csv` and `readings.csv`.
public struct ProgressReview: Sendable {
  /// The city.
  public var portfolio: Portfolio
  /// The day judged: what is written of later days does not count.
  public var asOf: Day
  /// The day that is compared with, where one is named.
  public var since: Day?
  /// The last report that was handed in, where one was kept and is compared with.
  public var kept: KeptProgress?
  /// The day of the last report that was kept as handed in before, whatever is compared with.
  public var handedIn: Day?
  /// The words in which work is told.
  public var frame: SecurityFrame
  /// The items, in the order of the portfolio.
  public var items: [ItemProgress]
  /// The commitments, each with the items that serve it.
  public var coverage: [CommitmentCoverage]

  /// A review of a city.
  ///
  /// - Parameters:
  ///   - kept: the last report; where no day is named, its day is what is compared with.
  ///   - handedIn: the day of the last report that was kept, where it is not compared with.
  public init(
    of portfolio: Portfolio, on day: Day, since named: Day?, kept: KeptProgress? = nil,
    handedIn: Day? = nil, frame: SecurityFrame, measures: MeasureCatalogue
  ) {
    self.portfolio = portfolio
    asOf = day
    let since = named ?? kept?.day
    self.since = since
    self.kept = kept
    self.handedIn = handedIn ?? kept?.day
    self.frame = frame
    coverage = CommitmentCoverage.of(portfolio.items, measures)
    items = portfolio.items.map {
      ItemProgress(of: $0, in: portfolio.records, on: day, since: since, frame)
    }
  }

  /// The days that the council has taken on.
  public var duties: CovenantDuties? { portfolio.city.covenantDuties(on: asOf) }

  /// The items that are late, the latest first.
  public var slipped: [ItemProgress] {
    items.filter { $0.slip != nil }.sorted {
      ($1.slip?.days ?? 0, $0.item.id) < ($0.slip?.days ?? 0, $1.item.id)
    }
  }

  /// The items whose deadline was missed or whose application was refused, and that found no other money since.
  public var lost: [ItemProgress] { items.filter { $0.meaning == .lost } }

  /// How many items are in each state, in the order of the states; those of which nothing is told come last.
  public var counts: [(state: SecurityFrame.State?, count: Int)] {
    var counts: [(state: SecurityFrame.State?, count: Int)] = []
    for state in frame.states {
      let count = items.count { $0.current?.state == state.term.code }
      if count > 0 { counts.append((state, count)) }
    }
    let untold = items.count { $0.current == nil }
    if untold > 0 { counts.append((nil, untold)) }
    return counts
  }

  /// A sum over all items of what is known of it; amounts in another currency than the city's are left out.
  public func sum(_ amount: (ItemProgress) -> Money?) -> Money {
    items.reduce(.zero(portfolio.city.currency)) { sum, item in
      guard let amount = amount(item), amount.currency == sum.currency else { return sum }
      return sum + amount
    }
  }

  /// The items that serve a commitment and are done, under way, late, or not begun.
  public func items(serving coverage: CommitmentCoverage) -> [ItemProgress] {
    items.filter { coverage.items.contains($0.item.id) }
  }
}

/// How one item goes on.
public struct ItemProgress: Sendable {
  /// The item.
  public var item: Item
  /// The last that is known of it.
  public var current: ProgressEntry?
  /// What was known on the day compared with.
  public var before: ProgressEntry?
  /// What its state means; nothing where nothing is told of it.
  public var meaning: SecurityFrame.Meaning?
  /// How late it is.
  public var slip: Slip?
  /// Its indicators.
  public var indicators: [IndicatorProgress]

  /// How late an item is.
  public struct Slip: Hashable, Sendable {
    /// Whether it should have ended, or only begun.
    public var isEnd: Bool
    /// When it should have.
    public var planned: Day
    /// How many days ago that was.
    public var days: Int
  }

  init(
    of item: Item, in records: CovenantRecords, on day: Day, since: Day?, _ frame: SecurityFrame
  ) {
    self.item = item
    current = records.progress(of: item.id, until: day).last
    before = since.flatMap { records.progress(of: item.id, until: $0).last }
    meaning = current.flatMap { frame.state($0.state)?.meaning }
    indicators = records.indicators.filter { $0.item == item.id }.map {
      IndicatorProgress($0, on: day, since: since)
    }
    slip = ItemProgress.slip(of: item, meaning, on: day)
  }

  private static func slip(of item: Item, _ meaning: SecurityFrame.Meaning?, on day: Day) -> Slip? {
    switch meaning {
    case .done, .dropped: return nil
    case .waiting, .lost, .running, nil: break
    }
    if let end = item.end, end < day { return Slip(isEnd: true, planned: end, days: end.days(until: day)) }
    guard meaning != .running, let start = item.start, start < day else { return nil }
    return Slip(isEnd: false, planned: start, days: start.days(until: day))
  }

  /// What it was to cost, net.
  public var planned: Money? { item.netCost }
  /// What was spent.
  public var spent: Money? { current?.spent }
  /// What was spent since the day compared with.
  public var spentSince: Money? {
    guard let spent, let before = before?.spent, before.currency == spent.currency else { return spent }
    return spent - before
  }
  /// What was granted: as its progress says, else the support that is granted.
  public var granted: Money? { granted(by: current) }

  /// What an entry says to be granted, else the support that is granted.
  func granted(by entry: ProgressEntry?) -> Money? { item.granted(by: entry) }
  /// Whether it is neither begun nor late.
  public var isNotBegun: Bool { slip == nil && (meaning == .waiting || meaning == nil) }
  /// Whether it is late, or lost its money, or was given up.
  public var isLateOrLost: Bool { slip != nil || meaning == .lost || meaning == .dropped }
  /// Whether its state changed since the day compared with.
  public var hasMoved: Bool { before?.state != current?.state }
}

extension Item {
  /// What an entry says to be granted, else the support that is granted.
  func granted(by entry: ProgressEntry?) -> Money? {
    if let granted = entry?.granted { return granted }
    let amounts = support.filter { $0.state == .granted }.compactMap(\.amount)
    guard let first = amounts.first, amounts.allSatisfy({ $0.currency == first.currency }) else { return nil }
    return amounts.dropFirst().reduce(first, +)
  }
}

/// How an indicator stands.
public struct IndicatorProgress: Sendable {
  /// Which way the last step went.
  public enum Trend: String, Hashable, Sendable, CaseIterable {
    case better, worse, same
    /// There is nothing to compare with.
    case unknown
    /// It was defined twice, so that nothing can be compared.
    case redefined
  }

  /// The indicator.
  public var indicator: Indicator
  /// The last reading.
  public var last: Indicator.Reading?
  /// What it is compared with: the last reading until the day compared with, else the one before, else the baseline.
  public var reference: Int64?
  /// Which way it went.
  public var trend: Trend

  init(_ indicator: Indicator, on day: Day, since: Day?) {
    self.indicator = indicator
    let readings = indicator.readings.filter { $0.day <= day }
    last = readings.last
    let earlier = since.flatMap { since in readings.last { $0.day <= since } } ?? readings.dropLast().last
    reference = earlier?.day == last?.day ? indicator.baseline : earlier?.value ?? indicator.baseline
    guard !indicator.isRedefined else {
      trend = .redefined
      return
    }
    guard let value = last?.value, let reference else {
      trend = .unknown
      return
    }
    let isUp = value > reference
    trend = value == reference ? .same : isUp == (indicator.direction == .up) ? .better : .worse
  }

  /// How much of the way to the target is done, in hundredths of a percent.
  public var share: Int? { last.flatMap { indicator.share(at: $0.value) } }
}
