/// Splits whole cents in proportion to weights so that the parts add up again (largest remainder, Hamilton's method).
///
/// No part exceeds its weight where the total does not exceed their sum, since a part is rounded up only from a
/// fraction. Ties of remainders go to the earlier part.
package func apportion(_ total: Int64, by weights: [Int64]) -> [Int64] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else {
    precondition(total == 0, "an amount cannot be split over nothing")
    return weights.map { _ in 0 }
  }
  precondition(total >= 0 && total <= sum, "a part of the weights is split, never more than they are")
  var parts: [Int64] = []
  var remainders: [(remainder: UInt64, index: Int)] = []
  var left = total
  for (index, weight) in weights.enumerated() {
    let product = total.magnitude.multipliedFullWidth(by: weight.magnitude)
    let (quotient, remainder) = sum.magnitude.dividingFullWidth((product.high, product.low))
    parts.append(Int64(quotient))
    left -= Int64(quotient)
    remainders.append((remainder, index))
  }
  remainders.sort { $0.remainder != $1.remainder ? $0.remainder > $1.remainder : $0.index < $1.index }
  for entry in remainders.prefix(Int(left)) { parts[entry.index] += 1 }
  return parts
}
