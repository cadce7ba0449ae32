import ParapetModel

/// Offers prepared for the items of many cities: their rules are compiled once, and so is what no item changes.
public struct OfferRanking: Sendable {
  let matcher: Matcher
  let offers: [Offer]
  private let rules: OfferBook
  private let statuses: [DayStatus]
  /// The best verdict that dates and unstated conditions leave open to an offer.
  private let bestVerdicts: [Verdict]

  /// How much of a list is wanted.
  public enum Length: Hashable, Sendable {
    /// All of it.
    case whole
    /// The first so many.
    case first(Int)
  }

  /// Offers on the day of a matcher.
  public init(_ offers: [Offer], matcher: Matcher) {
    self.offers = offers
    self.matcher = matcher
    rules = OfferBook(offers, matcher: matcher)
    statuses = offers.map { $0.opportunity.status(on: matcher.today) }
    bestVerdicts = zip(offers, statuses).map { offer, status in
      let isDated = status == .open || status == .forthcoming
      return isDated && !matcher.leavesConditionsOpen(offer) ? .eligible : .undecided
    }
  }

  /// Memory that judging needs; used for item after item.
  func makeAnswer() -> CompiledAnswer { rules.book.makeAnswer() }

  /// The list of one item, best first and ranked; without `everything`, closed, ineligible and unrelated
  /// opportunities are left out.
  ///
  /// The compiled book gives the verdict of every pair; budgets, reasons and fits are made for those alone that can
  /// still be listed.
  func list(
    _ item: Item, of city: City, words: FoundWords, everything: Bool, length: Length,
    answer: inout CompiledAnswer
  ) -> [Match] {
    precondition(offers.count == words.unquoted.count, "each offer needs its words")
    let subject = Subject(city: city, item: item)
    rules.judge(subject, into: &answer)
    var candidates: [(offer: Int, verdict: Verdict)] = []
    for index in offers.indices {
      if !everything {
        // Nine pairs of ten end here, before a budget is made for them.
        guard statuses[index] != .closed, Fit.isRelevant(item, offers[index], words.unquoted[index]) else {
          continue
        }
      }
      let verdict = max(verdict(of: index, subject, answer), bestVerdicts[index])
      if everything || verdict != .ineligible { candidates.append((index, verdict)) }
    }
    func match(_ index: Int) -> Match {
      matcher.match(item, of: city, with: offers[index], words: words[index])
    }
    var matches: [Match] = []
    switch length {
    case .first(let count) where count < candidates.count:
      matches = best(count, of: candidates, item, words.unquoted, everything: everything, match: match)
    case .first, .whole:
      for candidate in candidates {
        let made = match(candidate.offer)
        if everything || made.isListed { matches.append(made) }
      }
      matches = OfferRanking.sorted(matches)
    }
    for place in matches.indices { matches[place].rank = place + 1 }
    return matches
  }

  /// The first matches, without a budget for those that could not be among them.
  ///
  /// Candidates are taken in the order of the best place that each could have; once so many places are surely taken,
  /// the rest need not be looked at.
  private func best(
    _ count: Int, of candidates: [(offer: Int, verdict: Verdict)], _ item: Item, _ words: [WordEvidence],
    everything: Bool, match: (Int) -> Match
  ) -> [Match] {
    var hopes = candidates.map { offer, verdict in
      let bound = Fit(
        item: item, offer: offers[offer], words: words[offer], estimate: nil, status: statuses[offer],
        day: matcher.today, reasons: [])
      return (
        offer: offer,
        standing: Standing(
          offers[offer].opportunity, verdict: verdict, status: statuses[offer],
          fit: bound.total + OfferRanking.pointsOfAnEstimate, on: matcher.today)
      )
    }
    hopes.sort { Standing.precedes($0.standing, $1.standing) }
    var best: [Match] = []
    for hope in hopes {
      if best.count == count, let last = best.last, Standing.precedes(Standing(last), hope.standing) { break }
      let made = match(hope.offer)
      guard everything || made.isListed else { continue }
      let standing = Standing(made)
      let place = best.firstIndex { Standing.precedes(standing, Standing($0)) } ?? best.count
      best.insert(made, at: place)
      if best.count > count { best.removeLast() }
    }
    return best
  }

  /// The most that an estimate adds to a fit made without one: its size and the share that is paid.
  private static let pointsOfAnEstimate = 20

  private func verdict(of index: Int, _ subject: Subject, _ answer: CompiledAnswer) -> Verdict {
    guard let rule = rules.rules[index] else { return matcher.judge(subject, against: offers[index]).0 }
    return rules.verdict(answer, of: rule)
  }

  /// Places are sorted and not matches, which are large and would be moved many times.
  private static func sorted(_ matches: [Match]) -> [Match] {
    matches.indices.sorted { Standing.precedes(Standing(matches[$0]), Standing(matches[$1])) }.map {
      matches[$0]
    }
  }
}

/// What decides of the place of a match in a list: verdict, status, fit, deadline, identifier.
struct Standing {
  private var verdict: Verdict
  private var status: DayStatus
  private var fit: Int
  private var deadline: Day?
  private var opportunity: Opportunity

  init(_ match: Match) {
    verdict = match.verdict
    status = match.status
    fit = match.fit.total
    deadline = match.nextDeadline?.day
    opportunity = match.offer.opportunity
  }

  init(_ opportunity: Opportunity, verdict: Verdict, status: DayStatus, fit: Int, on day: Day) {
    self.verdict = verdict
    self.status = status
    self.fit = fit
    deadline = opportunity.nextDeadline(on: day)?.day
    self.opportunity = opportunity
  }

  /// The order of a list.
  static func precedes(_ left: Standing, _ right: Standing) -> Bool {
    if left.verdict != right.verdict { return left.verdict < right.verdict }
    if left.status != right.status { return left.status < right.status }
    if left.fit != right.fit { return left.fit > right.fit }
    switch (left.deadline, right.deadline) {
    case (let first?, let second?) where first != second: return first < second
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    let (first, second) = (left.opportunity, right.opportunity)
    return (first.identifier, first.reference ?? "") < (second.identifier, second.reference ?? "")
  }
}
