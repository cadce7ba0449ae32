import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// From where to where a grant may be, as JSON.
struct RangePart: Encodable {
  var lowest: Amount
  var highest: Amount

  init(_ range: GrantRange) {
    lowest = Amount(range.lowest)
    highest = Amount(range.highest)
  }
}

extension Sentences {
  /// What a grant may come to: a range where no single figure is known, at most so much where its rate is a cap.
  func grant(_ estimate: GrantEstimate?) -> String? {
    guard let estimate, let grant = estimate.grant else { return nil }
    if let range = estimate.range { return self.range(range.lowest, range.highest) }
    let isCap = estimate.assumptions.contains { if case .cap = $0.what { true } else { false } }
    return isCap && grant.minorUnits > 0 ? upTo(grant) : money(grant)
  }

  /// The same as a cell: a figure where it is one.
  func grantCell(_ estimate: GrantEstimate?) -> Cell {
    guard let estimate, let grant = estimate.grant, let text = self.grant(estimate) else { return .empty }
    return text == money(grant) ? .money(grant) : .text(text)
  }
}
