import ParapetBudgeting
public import ParapetModel

/// The decision sheet of a city: for each item what to apply for, and what there is to decide, to vote and to leave unpaid.
public struct Brief: Sendable {
  /// The city and all its items.
  public var portfolio: Portfolio
  /// The day judged.
  public var asOf: Day
  /// A row for each item, by priority and then in the order of the portfolio.
  public var rows: [Row]

  /// How many items one page holds.
  public static let most = 15
  /// Within how many days a deadline must be decided on now: an application takes a quarter of a year to write.
  public static let horizon = 92
  /// Under how many days a deadline is marked.
  public static let pressing = 30

  /// What there is for one item.
  public struct Row: Sendable {
    /// The item.
    public var item: Item
    /// The best credible source; nothing where there is none.
    public var best: Match?
    /// The next best of another kind.
    public var runnerUp: Match?
    /// How many further rows its list has.
    public var others: Int
    /// What stands first in its list where nothing is credible.
    public var doubtful: Match?
  }

  /// A brief of whole lists.
  public init(_ shortlist: Shortlist) {
    portfolio = shortlist.portfolio
    asOf = shortlist.asOf
    let rows = shortlist.items.map { Row($0) }
    self.rows = rows.enumerated().sorted { left, right in
      let (first, second) = (left.element.item.priority ?? .max, right.element.item.priority ?? .max)
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// The rows of the page.
  public var shown: ArraySlice<Row> { rows.prefix(Brief.most) }
}

extension Brief.Row {
  fileprivate init(_ list: Shortlist.ItemShortlist) {
    item = list.item
    let credible = list.matches.filter(\.isCredible)
    // What is for something else unless the city says so, imposes a form of work that the item does not say it is, wants partners
    // whom nobody has named, or has no date that anyone knows, comes after what is sure to exist for it, however well its words fit.
    let inOrder = credible.filter { !$0.isGuess } + credible.filter(\.isGuess)
    best = inOrder.first
    runnerUp = inOrder.dropFirst().first {
      $0.offer.opportunity.identifier != inOrder[0].offer.opportunity.identifier
    }
    others = max(0, list.matches.count - (best == nil ? 0 : 1) - (runnerUp == nil ? 0 : 1))
    doubtful = best == nil ? list.matches.first { $0.status != .closed } : nil
  }

  /// The years in which the city's own cash falls due, with the part of each where the costs say it; nothing where no year
  /// is known.
  public var ownYears: [Brief.OwnYear] {
    guard let own = best?.estimate?.own else { return [] }
    let costs = item.lines.isEmpty ? [] : item.lines.compactMap { line in line.year.map { ($0, line) } }
    guard costs.count == item.lines.count, !costs.isEmpty else {
      guard let start = item.start else { return [] }
      let (first, last) = (start.components.year, (item.end ?? start).components.year)
      return first >= last
        ? [Brief.OwnYear(year: first, amount: own)]
        : (first...last).prefix(10).map { Brief.OwnYear(year: $0, amount: nil) }
    }
    return Brief.OwnYear.parts(of: own, by: costs.map { (year: $0.0, cost: $0.1.cost) })
  }

  /// What is at risk with the best source.
  public func risks(on day: Day) -> [Brief.Risk] {
    guard let best else { return [] }
    var risks: [Brief.Risk] = []
    if let deadline = best.nextDeadline?.day, day.days(until: deadline) < Brief.pressing {
      risks.append(.shortOfTime(days: day.days(until: deadline)))
    }
    if best.status == .noCall { risks.append(.noCall) }
    if best.status == .forthcoming { risks.append(.notOpenYet) }
    switch best.standing {
    case .readCall where best.status != .noCall: risks.append(.unread)
    case .answer: risks.append(.open(best.questions.count))
    case .partner: risks.append(.partners)
    case .readCall, .ready, .doubtful, .no: break
    }
    if let start = item.start, let deadline = best.nextDeadline?.day, start <= deadline {
      risks.append(.startsBefore)
    }
    let assumptions = best.estimate?.assumptions ?? []
    if assumptions.contains(where: { if case .cap = $0.what { true } else { false } }) {
      risks.append(.ceiling)
    }
    if best.estimate?.ceilingBit == true { risks.append(.cut) }
    if best.estimate?.grant == nil { risks.append(.amountUnknown) }
    if best.estimate?.assumptions.conversion != nil { risks.append(.exchange) }
    return risks
  }
}

extension Brief {
  /// A year with the own cash that falls into it.
  public struct OwnYear: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// How much; nothing where only the years are known.
    public var amount: Money?

    /// An amount parted by the costs of years, to the cent; what rounding leaves is the last year's.
    static func parts(of own: Money, by costs: [(year: Int, cost: Money?)]) -> [OwnYear] {
      var byYear: [Int: Int64] = [:]
      var total: Int64 = 0
      for (year, cost) in costs {
        guard let cost, cost.minorUnits >= 0 else { return [] }
        let (sum, isOver) = total.addingReportingOverflow(cost.minorUnits)
        guard !isOver else { return [] }
        byYear[year, default: 0] += cost.minorUnits
        total = sum
      }
      guard total > 0 else { return byYear.keys.sorted().map { OwnYear(year: $0, amount: nil) } }
      var rest = own.minorUnits
      let years = byYear.keys.sorted().filter { byYear[$0] ?? 0 > 0 }
      return years.map { year in
        let part =
          year == years.last
          ? rest
          : Int64(total.dividingFullWidth(own.minorUnits.multipliedFullWidth(by: byYear[year] ?? 0)).quotient)
        rest -= part
        return OwnYear(year: year, amount: Money(minorUnits: part, currency: own.currency))
      }
    }
  }

  /// What can go wrong with a source.
  public enum Risk: Hashable, Sendable {
    /// Few days are left.
    case shortOfTime(days: Int)
    /// No call is published.
    case noCall
    /// The call is not open yet.
    case notOpenYet
    /// The call's own conditions are unread.
    case unread
    /// So many questions are open.
    case open(Int)
    /// Partners are missing.
    case partners
    /// The work begins before applications end.
    case startsBefore
    /// The rate is a ceiling and no promise.
    case ceiling
    /// The grant is cut to the most that is paid.
    case cut
    /// What it pays is not stated.
    case amountUnknown
    /// The figures depend on a rate of exchange.
    case exchange

    /// Its name.
    public var code: String {
      switch self {
      case .shortOfTime: "short-of-time"
      case .noCall: "no-call"
      case .notOpenYet: "not-open-yet"
      case .unread: "call-unread"
      case .open: "open-questions"
      case .partners: "partners-missing"
      case .startsBefore: "starts-before-deadline"
      case .ceiling: "rate-is-ceiling"
      case .cut: "grant-cut"
      case .amountUnknown: "amount-unknown"
      case .exchange: "exchange-rate"
      }
    }
  }
}

extension Match {
  /// Whether it is for an aim that the item does not state, or nobody knows whether it can be applied for at all.
  fileprivate var isGuess: Bool {
    status == .unknown || questions.contains(.aims) || asksForOtherWork || standing == .partner
  }

  /// Whether it is worth a line of the decision sheet: it can be acted on, is not over, and pays something as far as is known.
  var isCredible: Bool {
    guard standing != .no, standing != .doubtful, status != .closed else { return false }
    return estimate?.grant.map { $0.minorUnits > 0 } ?? true
  }
}
