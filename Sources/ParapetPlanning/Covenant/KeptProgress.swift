public import ParapetModel

/// A report of progress as it was handed in: what the next one is compared with, whatever is written into the tables later.
public struct KeptProgress: Hashable, Sendable, Codable {
  /// How an item stood.
  public struct Item: Hashable, Sendable, Codable {
    /// Its title.
    public var title: String
    /// The state that was told, or nothing.
    public var state: String?
    /// What it was to cost, in minor units.
    public var planned: Int64?
    /// What was granted, in minor units.
    public var granted: Int64?
    /// What was spent, in minor units.
    public var spent: Int64?
  }

  /// The day of the report, ISO 8601.
  public var asOf: String
  /// The currency of its amounts.
  public var currency: String
  /// Its items, by name.
  public var items: [String: Item]
  /// The last reading of each indicator, in ten-thousandths.
  public var readings: [String: Int64]

  /// What a review tells.
  public init(_ review: ProgressReview) {
    asOf = review.asOf.description
    currency = review.portfolio.city.currency.code
    items = Dictionary(
      review.items.map { progress in
        (
          progress.item.id,
          Item(
            title: progress.item.title, state: progress.current?.state,
            planned: progress.planned?.minorUnits, granted: progress.granted?.minorUnits,
            spent: progress.spent?.minorUnits)
        )
      }, uniquingKeysWith: { first, _ in first })
    readings = Dictionary(
      review.items.flatMap(\.indicators).compactMap { progress in
        progress.last.map { (progress.indicator.id, $0.value) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The day of the report.
  public var day: Day? { Day(asOf) }
}

extension ProgressReview {
  /// Something that the last report told otherwise than the tables do today of the same day.
  public enum Restatement: Hashable, Sendable {
    /// The state of an item.
    case state(item: String, then: String?, now: String?)
    /// What was spent on an item.
    case spent(item: String, then: Money?, now: Money?)
    /// What an item was granted.
    case granted(item: String, then: Money?, now: Money?)
    /// What an item is to cost.
    case planned(item: String, then: Money?, now: Money?)
    /// An item that the report had and the portfolio no longer has, by its title.
    case gone(title: String)
    /// An item that the report did not have.
    case added(item: String)
  }

  /// What the last report told otherwise, in the order of the portfolio; nothing where none was kept.
  public var restatements: [Restatement] {
    guard let kept, let day = kept.day else { return [] }
    func money(_ units: Int64?) -> Money? {
      units.flatMap { units in Currency(kept.currency).map { Money(minorUnits: units, currency: $0) } }
    }
    var found: [Restatement] = []
    for progress in items {
      let id = progress.item.id
      guard let before = kept.items[id] else {
        found.append(.added(item: id))
        continue
      }
      let entry = portfolio.records.progress(of: id, until: day).last
      if entry?.state != before.state {
        found.append(.state(item: id, then: before.state, now: entry?.state))
      }
      if entry?.spent != money(before.spent) {
        found.append(.spent(item: id, then: money(before.spent), now: entry?.spent))
      }
      let granted = progress.granted(by: entry)
      if granted != money(before.granted) {
        found.append(.granted(item: id, then: money(before.granted), now: granted))
      }
      if progress.planned != money(before.planned) {
        found.append(.planned(item: id, then: money(before.planned), now: progress.planned))
      }
    }
    let known = Set(items.map(\.item.id))
    found += kept.items.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map {
      .gone(title: $0.value.title)
    }
    return found
  }

  /// The items whose state is another than on the day compared with; nothing where no day is compared with.
  public var moved: [ItemProgress] { since == nil ? [] : items.filter(\.hasMoved) }

  /// What is missing for a report, for who reads it first.
  public enum Lack: Hashable, Sendable {
    /// The plan's last day has passed, by so many days, and no vote is told.
    case plan(Day, late: Int)
    /// A report's last day has passed, by so many days, and none was kept for it.
    case report(Day, late: Int)
    /// A half of the plan has no action.
    case component(Item.Component)
    /// Commitments that measures fulfil and no item serves.
    case commitments([Int])
    /// Nothing is told of these items.
    case told([String])
    /// Nothing is measured of these items.
    case indicator([String])
    /// These indicators were never read.
    case reading([String])
    /// These indicators were defined twice.
    case definition([String])
  }

  /// What is missing, in that order.
  public var lacks: [Lack] {
    var lacks = lostDays
    lacks += Item.Component.allCases.filter { half in !items.contains { $0.item.component == half } }
      .map { Lack.component($0) }
    let idle = coverage.filter { $0.commitment.by == .measures && $0.items.isEmpty }.map(\.commitment.number)
    if !idle.isEmpty { lacks.append(.commitments(idle)) }
    let going = items.filter { $0.meaning != .dropped }
    let untold = going.filter { $0.current == nil }.map(\.item.id)
    if !untold.isEmpty { lacks.append(.told(untold)) }
    let unmeasured = going.filter(\.indicators.isEmpty).map(\.item.id)
    if !unmeasured.isEmpty { lacks.append(.indicator(unmeasured)) }
    let indicators = going.flatMap(\.indicators)
    let unread = indicators.filter { $0.last == nil }.map(\.indicator.unit)
    if !unread.isEmpty { lacks.append(.reading(unread)) }
    let redefined = indicators.filter(\.indicator.isRedefined).map(\.indicator.unit)
    if !redefined.isEmpty { lacks.append(.definition(redefined)) }
    return lacks
  }

  /// The duties of which the last day has passed: the plan without a vote, and the last report that none was kept for.
  private var lostDays: [Lack] {
    guard let duties else { return [] }
    var lacks: [Lack] = []
    let late = duties.planDue.days(until: asOf)
    if duties.voted == nil, late > 0 { lacks.append(.plan(duties.planDue, late: late)) }
    let next = duties.nextReport(on: asOf)
    guard next > 1 else { return lacks }
    let due = duties.reportDue(next - 1)
    let begin = next > 2 ? duties.reportDue(next - 2) : duties.voted ?? duties.planDue
    if handedIn.map({ $0 <= begin }) ?? true { lacks.append(.report(due, late: due.days(until: asOf))) }
    return lacks
  }

  /// The items that lost a deadline or an application since the day compared with, or ever, and go on with other money or
  /// were given up, each with what was told of the loss.
  public var overcome: [(item: ItemProgress, loss: ProgressEntry)] {
    items.compactMap { progress in
      guard progress.meaning != .lost else { return nil }
      return portfolio.records.progress(of: progress.item.id, until: asOf).last { entry in
        frame.state(entry.state)?.meaning == .lost && since.map { entry.day > $0 } ?? true
      }.map { (progress, $0) }
    }
  }
}
