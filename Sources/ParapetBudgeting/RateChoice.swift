import ParapetModel

/// The co-financing rate of one payer: of the rates whose conditions all hold, the one with most.
struct RateChoice {
  /// The rate, or nothing where none is for this payer.
  var rate: FundingRate?
  /// Whether a fact is unknown that could make another rate apply; then the rate is the lowest that could.
  var isAssumed = false

  /// Chooses for a payer.
  init(among rates: [FundingRate], for payer: ApplicantFacts) {
    var met: FundingRate?
    var open: [FundingRate] = []
    for rate in rates {
      switch RateChoice.holds(rate, for: payer) {
      case .met:
        if met.map({ RateChoice.precedes(rate, $0) }) ?? true { met = rate }
      case .undecided:
        open.append(rate)
      case .unmet:
        continue
      }
    }
    guard !open.isEmpty else {
      rate = met
      return
    }
    // A rate of fewer conditions than the one that surely holds would not apply anyway.
    let rivals = open.filter { $0.conditionCount >= (met?.conditionCount ?? 0) }
    isAssumed = !rivals.isEmpty
    rate = (rivals + (met.map { [$0] } ?? [])).min { ($0.maximum, $0.id) < ($1.maximum, $1.id) }
  }

  private static func precedes(_ left: FundingRate, _ right: FundingRate) -> Bool {
    if left.conditionCount != right.conditionCount { return left.conditionCount > right.conditionCount }
    return (left.maximum, left.id) < (right.maximum, right.id)
  }

  private static func holds(_ rate: FundingRate, for payer: ApplicantFacts) -> Outcome {
    let outcomes = [
      outcome(rate.applicant, payer.applicant), outcome(rate.regionCategory, payer.regionCategory),
      outcome(rate.regionCategory2014, payer.regionCategory2014),
      outcome(rate.gdpBelowAverage, payer.gdpBelowAverage),
    ]
    if outcomes.contains(.unmet) { return .unmet }
    return outcomes.contains(.undecided) ? .undecided : .met
  }

  private static func outcome<Fact: Equatable>(_ wanted: Fact?, _ stated: Fact?) -> Outcome {
    guard let wanted else { return .met }
    guard let stated else { return .undecided }
    return wanted == stated ? .met : .unmet
  }
}
