public import ParapetSearching
import ParapetBudgeting
public import ParapetModel

/// How well an opportunity fits an item: a sum of named addends, each of which says why.
///
/// Fit is not eligibility: it orders what may be applied for. A hundred is the most that can be reached, and what it pays
/// for is nine tenths of it: size, time, money and effort part what is equally near. A topic says in its own words what it is
/// for, and they count most; an instrument says it by its list of measures, and a call of it is as wide as that. The points were chosen on the questions in `reports/quality.md`, which holds a shortlist's order to projects
/// that were funded.
public struct Fit: Hashable, Sendable {
  /// The addends, always all of them and in this order.
  public let addends: [Addend]
  /// Whether the opportunity is on the item's subject at all: by its measures or by its words.
  public let isRelevant: Bool

  /// A fit from its parts.
  package init(addends: [Addend], isRelevant: Bool) {
    self.addends = addends
    self.isRelevant = isRelevant
  }

  /// The sum.
  public var total: Int { addends.reduce(0) { $0 + $1.points } }

  /// One part of a fit.
  public struct Addend: Hashable, Sendable {
    /// What it measures.
    public var name: Name
    /// Its points.
    public var points: Int
    /// Why so many.
    public var because: Because
  }

  /// What an addend measures.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// Whether the instrument exists for such measures.
    case measure
    /// Whether the texts speak of the same things.
    case words
    /// Whether the item is of the size that is paid for.
    case size
    /// Whether there is time to write an application.
    case time
    /// What share of the cost would be paid.
    case money
    /// How much work an application is.
    case effort
    /// What rules that are not met, and are not verified either, take away.
    case doubt
  }

  /// Why an addend has its points.
  public enum Because: Hashable, Sendable {
    /// Measures that the instrument exists for, and measures that it can pay for.
    case measures(core: [String], possible: [String])
    /// The same of the instrument alone: the topic's own text mentions none of the item's words.
    case instrumentMeasures(core: [String], possible: [String])
    /// Words of the item that the opportunity uses, with the fields in which they stand.
    case words([WordEvidence.Hit])
    /// The grant lies within the stated range, or is cut to the maximum, or is too small, or nothing is stated.
    case withinRange, aboveMaximum, belowMinimum, sizeUnknown
    /// Days until the deadline.
    case daysLeft(Int)
    /// No deadline to count to.
    case noDeadline
    /// The share of the eligible cost that is paid, in hundredths.
    case paidShare(Int)
    /// The share of the eligible cost, in per cent, up to which a priority or a programme may pay.
    case cappedShare(Int, of: FundingRate.Cap)
    /// The rate is not known.
    case rateUnknown
    /// Organisations that must apply together.
    case organisations(Int)
    /// One can apply alone, as far as is known.
    case alone
    /// How many unverified rules are not met.
    case unverifiedRules(Int)
  }

  init(
    item: Item, offer: Offer, words: WordEvidence, estimate: GrantEstimate?, status: DayStatus, day: Day,
    reasons: [Reason]
  ) {
    let measures = MeasureFit(item, offer.strengths)
    let word = Addend(name: .words, points: Fit.points(of: words, for: offer), because: .words(words.hits))
    isRelevant = measures.isRelevant(offer, words)
    let merits = [
      measures.addend(item, offer, words), word, Fit.size(offer, estimate),
      Fit.time(offer.opportunity, status, day),
      Fit.money(estimate), Fit.effort(offer),
    ]
    addends = merits + [Fit.doubt(reasons, merits: merits.reduce(0) { $0 + $1.points })]
  }

  /// The most points that a pair can have, from what is known of it before its reasons: no rule in doubt is counted.
  static func merits(
    _ measures: MeasureFit, _ offer: Offer, _ words: WordEvidence, _ estimate: GrantEstimate?,
    timeAndEffort: Int
  ) -> Int {
    measures.points(offer, words) + points(of: words, for: offer) + size(offer, estimate).points
      + money(estimate).points + timeAndEffort
  }

  /// The points of all but the day and rules in doubt, by which a pair is listed or not: a rule without authority cannot
  /// exclude, and what was kept of a list holds where dates alone change.
  var lasting: Int {
    addends.reduce(0) { $0 + ([.time, .doubt].contains($1.name) ? 0 : $1.points) }
  }

  /// The same from all points but those of rules in doubt.
  static func lasting(merits: Int, timeAndEffort: Int, _ offer: Offer) -> Int {
    merits - timeAndEffort + effort(offer).points
  }

  /// Up to 80 for a topic, and up to 16 for what is as wide as an instrument.
  private static func points(of words: WordEvidence, for offer: Offer) -> Int {
    offer.opportunity.level == .topic ? words.points : min(words.points, mostWordsOfAnInstrument)
  }

  private static let mostWordsOfAnInstrument = 16

  /// The points that no item changes.
  static func timeAndEffort(_ offer: Offer, _ status: DayStatus, _ day: Day) -> Int {
    time(offer.opportunity, status, day).points + effort(offer).points
  }

  /// Points from words below which a topic counts as unrelated, and what has no list of measures: chosen on the questions in
  /// `reports/quality.md`, where 161 of 172 right topics have as many, and 98 of a hundred others have fewer.
  static let relevantWords = 45

  /// What the measures of an item must count for one that nothing else speaks for: one of three that the instrument exists
  /// for, or the only one that it can pay for. What it can pay for among others is a by-product of the item.
  fileprivate static let leastMeasures = 33
  /// The lasting points below which a pair is counted and not listed: hardly more than that it exists, and pays a share.
  static let leastListed = 23
  /// How many of its concepts a call must name in its title or keywords where none of its measures is on a list.
  fileprivate static let leastNamed = 1
  /// The most points that the measures of an instrument or of a call have, and those of a topic.
  fileprivate static let measuresOfAnInstrument = 72
  fileprivate static let measuresOfATopic = 8
  /// The most of a topic without a list of its own: what its instrument pays for says less of it.
  fileprivate static let measuresOfANarrowTopic = 4

  /// What an estimate adds to a fit made without one at most: two for its size, four for the share that is paid.
  static let pointsOfAnEstimate = 6

  /// Whether an item is no project of such a call by its size.
  ///
  /// Where one applies alone, the call asks for one body that does the whole, say for all of Europe, and a grant far below the
  /// smallest is no part of it; where several apply together, an item may be one. And what pays the least part of an item at
  /// most, whatever its rate, is no source for it.
  static func isOfOtherScale(_ offer: Offer, _ estimate: GrantEstimate?) -> Bool {
    guard let estimate, let grant = estimate.grant else { return false }
    let most = offer.funding.maximumGrant.map(\.value).flatMap { $0.currency == grant.currency ? $0 : nil }
    let isCut = estimate.ceilingBit || most.map { grant.minorUnits >= $0.minorUnits } ?? false
    if isCut, let own = estimate.own, own.currency == grant.currency {
      return grant.minorUnits < own.minorUnits / (partOfAProject - 1)
    }
    guard offer.isNarrow, offer.tree.organisations <= 1, let least = offer.funding.minimumGrant?.value,
      least.currency == grant.currency
    else { return false }
    return grant.minorUnits < least.minorUnits / partOfAProject
  }

  /// Less than one of so many parts is another scale.
  private static let partOfAProject: Int64 = 5

  /// A grant below so much of the minimum is a task in somebody's project and none of its own, and loses so many points.
  private static let farBelow: Int64 = 10
  private static let noProject = -12

  /// Up to 3: full within the stated range, two where the maximum cuts, none below the minimum.
  private static func size(_ offer: Offer, _ estimate: GrantEstimate?) -> Addend {
    // A range in another currency cannot be compared, and so says nothing.
    let currency = estimate?.grant?.currency
    let minimum = offer.funding.minimumGrant.map(\.value).flatMap { $0.currency == currency ? $0 : nil }
    let maximum = offer.funding.maximumGrant.map(\.value).flatMap { $0.currency == currency ? $0 : nil }
    guard let grant = estimate?.grant, minimum != nil || maximum != nil else {
      return Addend(name: .size, points: 1, because: .sizeUnknown)
    }
    if let minimum, grant.minorUnits < minimum.minorUnits {
      let isFarBelow = grant.minorUnits < minimum.minorUnits / farBelow
      return Addend(name: .size, points: isFarBelow ? noProject : 0, because: .belowMinimum)
    }
    if let maximum, grant.minorUnits >= maximum.minorUnits {
      return Addend(name: .size, points: 2, because: .aboveMaximum)
    }
    return Addend(name: .size, points: 3, because: .withinRange)
  }

  /// Up to 3: six weeks are enough for most applications, and two weeks hardly for any.
  private static func time(_ opportunity: Opportunity, _ status: DayStatus, _ day: Day) -> Addend {
    guard status != .closed, let deadline = opportunity.nextDeadline(on: day) else {
      return Addend(name: .time, points: status == .noCall ? 2 : 0, because: .noDeadline)
    }
    let days = day.days(until: deadline.day)
    return Addend(name: .time, points: days < 14 ? 1 : days < 42 ? 2 : 3, because: .daysLeft(days))
  }

  /// Up to 4: a point for each quarter of the eligible cost that is paid.
  private static func money(_ estimate: GrantEstimate?) -> Addend {
    guard let eligible = estimate?.eligible, let grant = estimate?.grant, eligible.minorUnits > 0 else {
      return Addend(name: .money, points: 0, because: .rateUnknown)
    }
    // A hundred times what a huge table of costs adds up to need not fit into an integer.
    let hundredfold = min(grant.minorUnits, eligible.minorUnits).multipliedFullWidth(by: 100)
    let share = Int(eligible.minorUnits.dividingFullWidth(hundredfold).quotient)
    let caps = (estimate?.assumptions ?? []).compactMap { assumption in
      if case .cap(let cap, _, _) = assumption.what { cap } else { nil }
    }
    return Addend(
      name: .money, points: min(4, share / 25),
      because: caps.first.map { .cappedShare(share, of: $0) } ?? .paidShare(share))
  }

  /// Up to 2: one where up to two organisations must be found beyond the city, none where there are more.
  private static func effort(_ offer: Offer) -> Addend {
    let needed = offer.tree.organisations
    return Addend(
      name: .effort, points: needed <= 1 ? 2 : needed <= 3 ? 1 : 0,
      because: needed > 1 ? .organisations(needed) : .alone
    )
  }

  /// The points of so many rules in doubt.
  static func doubt(unverified rules: Int, merits: Int) -> Int { -min(merits, rules * 20) }

  /// A rule without authority cannot exclude, so one that fails costs 20 points: it ranks below what is not in
  /// doubt, and no fit falls below nothing.
  private static func doubt(_ reasons: [Reason], merits: Int) -> Addend {
    let rules = reasons.places { $0.isUnverified && !$0.isMoot }.count
    return Addend(
      name: .doubt, points: doubt(unverified: rules, merits: merits), because: .unverifiedRules(rules))
  }
}

/// How well a list of measures pays for those of one item: the same for all offers of one list.
struct MeasureFit {
  /// Whether it pays for any.
  private(set) var hasAny = false
  /// Whether it exists for any.
  private(set) var hasCore = false
  /// Whether it refuses by name what the item is first of all.
  private let refusesFirst: Bool
  /// Whether the item has measures, and the list none of them.
  private let hasNone: Bool
  /// Whether the item names partners.
  private let namesPartners: Bool
  private var sum = 0
  /// The same for an item on the one subject that is paid for.
  private var sumOnSubject = 0

  init(_ item: Item, _ strengths: MeasureStrengths) {
    refusesFirst = item.measures.first.map(strengths.refuses) ?? false
    namesPartners = item.partners?.isEmpty == false
    hasNone = !item.measures.isEmpty && !item.measures.contains { strengths[$0] != nil }
    guard !strengths.isEmpty, !item.measures.isEmpty else { return }
    for measure in item.measures {
      guard let share = strengths.share(of: measure) else { continue }
      hasAny = true
      hasCore = hasCore || strengths[measure] == .core
      sum += share
      sumOnSubject += strengths.isPartial(measure) ? 100 : share
    }
    sum /= item.measures.count
    sumOnSubject /= item.measures.count
  }

  /// Whether an offer of this list is on the item's subject: the cheap part of a fit, asked before anything is priced.
  ///
  /// What its instrument pays for says little of a narrow topic: its own text must be near the item, or it is a call on
  /// corruption for a city's bollards. What has a list of its own is on the subject where the list has a measure.
  func isRelevant(_ offer: Offer, _ words: WordEvidence) -> Bool {
    if offer.isNarrow, !words.isOfField { return false }
    // What is left of barriers with a training once a list refuses barriers is a training that nobody planned.
    if words.isOfOtherRealm || (refusesFirst && sum <= 50 && !offer.isNarrow) { return false }
    if offer.opportunity.level == .topic, words.isElsewhere { return false }
    if isNear(words), offer.opportunity.level != .topic { return true }
    if isNear(words), words.speaksOfItem, !hasNone || words.named >= Fit.leastNamed { return true }
    // What an instrument for working together merely can pay for is off its subject, unless the item names with whom it is
    // done.
    return sum >= Fit.leastMeasures && !offer.isNarrow && (hasCore || offer.opportunity.level != .topic)
      && (sum >= 50 || namesPartners || offer.opportunity.level == .topic || offer.tree.organisations <= 1)
  }

  /// Whether words alone put an offer on the item's subject.
  private func isNear(_ words: WordEvidence) -> Bool {
    words.points >= Fit.relevantWords && (words.isTelling || hasAny)
  }

  /// The addend, with what it counts.
  fileprivate func addend(_ item: Item, _ offer: Offer, _ words: WordEvidence) -> Fit.Addend {
    let core = item.measures.filter { offer.strength(of: $0) == .core }
    let possible = item.measures.filter { offer.strength(of: $0) == .possible }
    return Fit.Addend(
      name: .measure, points: points(offer, words),
      because: isOfInstrumentAlone(offer, words)
        ? .instrumentMeasures(core: core, possible: possible) : .measures(core: core, possible: possible))
  }

  /// Up to 72 for an instrument or a call and up to 8 for a topic: full where every measure is one that it exists for, two
  /// fifths where it can pay for it.
  ///
  /// A topic is narrower than its instrument: without a list of its own and without any of the item's words, a
  /// third.
  fileprivate func points(_ offer: Offer, _ words: WordEvidence) -> Int {
    let most =
      offer.opportunity.level != .topic
      ? Fit.measuresOfAnInstrument : offer.isNarrow ? Fit.measuresOfANarrowTopic : Fit.measuresOfATopic
    let isOnSubject = offer.opportunity.level == .topic && isNear(words) && words.speaksOfItem
    return (isOnSubject ? sumOnSubject : sum) * most / 100 / (isOfInstrumentAlone(offer, words) ? 3 : 1)
  }

  private func isOfInstrumentAlone(_ offer: Offer, _ words: WordEvidence) -> Bool {
    offer.isNarrow && !words.isOfTopic && sum > 0
  }
}
