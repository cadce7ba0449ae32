import ParapetModel

/// Rates that differ in the kind of body alone that they are for: one sentence, and not seven.
struct RateGroup {
  /// The first of them.
  let rate: FundingRate
  private var applicants: [ApplicantClass]

  /// The rates of an opportunity in groups, in their order.
  static func all(of rates: [FundingRate]) -> [RateGroup] {
    var groups: [RateGroup] = []
    for rate in rates {
      if let applicant = rate.applicant, let place = groups.firstIndex(where: { $0.isAlike(rate) }) {
        groups[place].applicants.append(applicant)
      } else {
        groups.append(RateGroup(rate: rate, applicants: rate.applicant.map { [$0] } ?? []))
      }
    }
    return groups
  }

  private func isAlike(_ other: FundingRate) -> Bool {
    var same = other
    (same.id, same.applicant) = (rate.id, rate.applicant)
    return rate.applicant != nil && same == rate
  }

  /// For whom, by the kind of body and the region, and how much.
  func sentence(_ words: any Sentences) -> String {
    let who =
      applicants.map { words.name($0) }
      + [
        rate.regionCategory.map { words.word($0) },
        rate.regionCategory2014.map { words.note(.formerCategory(words.word($0))) },
        rate.gdpBelowAverage.map { words.note(.belowAverageProduct($0)) },
      ].compactMap(\.self)
    let term = words.term(StatedTerm.Value(rate))
    guard !who.isEmpty else { return term }
    return words.pair(Typography.capitalised(who.joined(separator: ", ")), Typography.continuing(term))
  }
}
