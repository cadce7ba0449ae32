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
    return estimate.isCapped ? upTo(money(grant)) : money(grant)
  }

  /// The same as a cell: a figure where it is one, else without the currency, which the table states.
  func grantCell(_ estimate: GrantEstimate?) -> Cell {
    guard let estimate, let grant = estimate.grant else { return .empty }
    if let range = estimate.range { return .text("\(figure(range.lowest)) – \(figure(range.highest))") }
    return estimate.isCapped ? .text(upTo(hundredths(Int(grant.minorUnits)))) : .money(grant)
  }

  /// An amount in a cell of two, without cents where it has none.
  private func figure(_ amount: Money) -> String {
    let (whole, cents) = Int(amount.minorUnits).quotientAndRemainder(dividingBy: 100)
    return cents == 0 ? number(whole) : hundredths(Int(amount.minorUnits))
  }
}

extension GrantEstimate {
  /// The least that it may come to, where it is no bound alone.
  var least: Money? { range?.lowest ?? (isCapped ? nil : grant) }

  /// The most that it may come to.
  var most: Money? { range?.highest ?? grant }

  /// Whether it is a bound, since its rate is one.
  fileprivate var isCapped: Bool {
    (grant?.minorUnits ?? 0) > 0
      && assumptions.contains { if case .cap = $0.what { true } else { false } }
  }
}
