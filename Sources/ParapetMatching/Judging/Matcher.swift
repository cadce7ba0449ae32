public import ParapetSearching
public import ParapetBudgeting
public import ParapetModel

/// Judges items of a city against opportunities on a day.
public struct Matcher: Sendable {
  let today: Day
  let pricing: Pricing

  /// A matcher for a day.
  public init(on day: Day, pricing: Pricing) {
    today = day
    self.pricing = pricing
  }

  /// The answer for one pair.
  public func match(_ item: Item, of city: City, with offer: Offer, words: WordEvidence) -> Match {
    let offer = offer.answered(by: city, about: item)
    return match(
      item, of: city, with: offer, words: words, estimate: estimate(item, of: city, under: offer),
      judged: judge(Subject(city: city, item: item), against: offer))
  }

  /// The answer for one pair whose estimate and whose requirements are known.
  func match(
    _ item: Item, of city: City, with offer: Offer, words: WordEvidence, estimate: GrantEstimate?,
    judged: (Verdict, [Reason])
  ) -> Match {
    let opportunity = offer.opportunity
    var (verdict, reasons) = judged
    let status = opportunity.status(on: today)
    for derived in derivedReasons(offer, status, estimate, costs: Matcher.costs(of: item, city)) {
      reasons.append(derived)
      verdict = max(verdict, Matcher.verdict(of: derived))
    }
    var match = Match(
      offer: offer, verdict: verdict, status: status, reasons: reasons,
      fit: Fit(
        item: item, offer: offer, words: words, estimate: estimate, status: status, day: today,
        reasons: reasons),
      estimate: estimate, nextDeadline: opportunity.nextDeadline(on: today), rank: nil)
    match.isLeftOver = opportunity.isLeftOver(on: today)
    return match
  }

  /// The requirement tree's own answer, leaf by leaf; a rule that is not in force decides nothing.
  ///
  /// Rules are those of the earliest day on which an application could be handed in: a call that opens in May is
  /// judged by what holds in May.
  func judge(_ subject: Subject, against offer: Offer) -> (Verdict, [Reason]) {
    let (tree, day) = (offer.tree, day(of: offer))
    let judgements = tree.leaves.map { $0.judge(subject, on: day) }
    // Where no rule is known at all, what the city found in the call's document is all there is.
    let isAnswered =
      tree.leaves.isEmpty
      && offer.answer(to: Answer.callDocument, CriterionKind.unstated.rawValue)?.outcome == .met
    return (
      isAnswered ? .eligible : tree.verdict { judgements[$0].outcome },
      tree.reasons(of: judgements) { tree.leaves[$0].logic?.required(on: day) ?? .unreadable }
    )
  }

  /// The verdict of a pair without its reasons, from that of its requirement tree; an item that has no cost has none
  /// after any change.
  func verdict(
    _ judged: Verdict, _ item: Item, of city: City, with offer: Offer, estimate: GrantEstimate?
  ) -> Verdict {
    derivedReasons(offer, offer.opportunity.status(on: today), estimate, costs: Matcher.costs(of: item, city))
      .reduce(judged) { max($0, Matcher.verdict(of: $1)) }
  }

  /// The currency in which an item is priced, or nothing where it is not.
  static func costs(of item: Item, _ city: City) -> Currency? {
    item.cost != nil || !item.lines.isEmpty ? city.currency : nil
  }

  /// The earliest day on which an application could be handed in.
  func day(of offer: Offer) -> Day { max(today, offer.opportunity.openingDate ?? today) }

  /// What an item would bring under an offer.
  func estimate(_ item: Item, of city: City, under offer: Offer) -> GrantEstimate? {
    pricing.estimate(item, of: city, under: offer.terms)
  }

  static func verdict(of reason: Reason) -> Verdict {
    // Whether one can apply today is timing, and no question of who may.
    if reason.kind == CriterionKind.dates.rawValue { return .eligible }
    return switch reason.outcome {
    case .met: .eligible
    case .undecided: .undecided
    case .unmet: reason.isUnverified ? .undecided : .ineligible
    }
  }
}
