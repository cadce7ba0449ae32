import ParapetMatching
import ParapetModel

/// When the money of an application comes: in advance, half way and at the end.
struct PaymentSchedule {
  let terms: PaymentTerms?
  /// The day on which the agreement is expected.
  let agreement: Day
  /// The first and the last day of work.
  let start: Day
  let end: Day

  /// How long work lasts where nobody says so.
  static let usualMonths = 24
  /// Days from the end of work to the last claim.
  static let daysToClaim = 60

  init(for offer: Offer, request: PlanRequest, start: Day?, end: Day?) {
    let candidates = request.practice.payments.compactMap { terms in
      offer.distance(to: terms.scope).map { (distance: $0, terms: terms) }
    }
    var nearest = candidates.min { $0.distance < $1.distance }?.terms
    if let advance = offer.terms.agreedAdvance {
      let rest = Rate(millionths: Rate.whole.millionths - advance.millionths)
      let interim = nearest.map { min($0.interim, rest) }
      nearest?.advance = advance
      if let interim { nearest?.interim = interim }
    }
    terms = nearest
    let asOf = request.shortlist.asOf
    let deadline = request.deadline(of: offer) ?? asOf
    agreement = deadline.adding(months: terms?.monthsToAgreement ?? 0)
    let first = max(start ?? agreement, asOf)
    self.start = first
    self.end = max(end ?? first.adding(months: PaymentSchedule.usualMonths), first)
  }

  /// The payments of a grant; nothing where no terms are known.
  func payments(of grant: Money) -> [Plan.Payment] {
    guard let terms else { return [] }
    let pay = terms.daysToPay
    let advance = terms.advance.of(grant, rounding: .cent)
    let interim = terms.interim.of(grant, rounding: .cent)
    // Half way between what is later of start and agreement, and the end: an interim is paid on a report of work done.
    let begun = max(start, agreement)
    let middle = begun < end ? begun.adding(days: begun.days(until: end) / 2) : begun
    let days: [(Plan.Payment.Kind, Day, Money)] = [
      (.advance, agreement.adding(days: pay), advance),
      (.interim, middle.adding(days: pay), interim),
      (
        .balance, max(end, agreement).adding(days: PaymentSchedule.daysToClaim + pay),
        grant - advance - interim
      ),
    ]
    return days.filter { $0.2.minorUnits > 0 }.map { Plan.Payment(kind: $0.0, day: $0.1, amount: $0.2) }
  }

  /// The days, some 27 years, that whatever comes later, or nobody knows when, is counted for.
  private static let longestDelay: Int64 = 10_000

  /// Grant times days until it comes, in whole units of the currency; what has no terms comes last.
  func delay(of grant: Int64, since day: Day) -> Int64 {
    guard terms != nil else { return grant / 100 * PaymentSchedule.longestDelay }
    return payments(of: Money(minorUnits: grant)).reduce(0) { sum, payment in
      sum + payment.amount.minorUnits / 100
        * min(max(0, Int64(day.days(until: payment.day))), PaymentSchedule.longestDelay)
    }
  }
}
