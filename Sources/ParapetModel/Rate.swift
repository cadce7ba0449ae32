/// An exact share, counted in millionths: a co-financing rate of 80 % is 800 000.
public struct Rate: Hashable, Comparable, Sendable {
  /// Millionths of the whole.
  public let millionths: Int64

  /// The whole.
  public static let whole = Rate(millionths: 1_000_000)

  /// A share of so many millionths.
  public init(millionths: Int64) { self.millionths = millionths }

  /// The share written in percent with at most four decimals, such as `67.96`, or nothing for any other text.
  public init?(percent text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Rate.number(first), whole <= 10_000 else { return nil }
    guard parts.count == 2 else {
      self.init(millionths: whole * 10_000)
      return
    }
    guard parts[1].utf8.count <= 4, let fraction = Rate.number(parts[1]) else { return nil }
    let scale: [Int64] = [10_000, 1_000, 100, 10, 1]
    self.init(millionths: whole * 10_000 + fraction * scale[parts[1].utf8.count])
  }

  /// Whether the left is smaller.
  public static func < (left: Rate, right: Rate) -> Bool { left.millionths < right.millionths }

  /// The share in percent, without trailing zeros: `80` or `67.96`.
  public var percent: String {
    let fraction = millionths % 10_000
    guard fraction != 0 else { return String(millionths / 10_000) }
    var digits = fraction.digits(atLeast: 4)
    while digits.last == "0" { digits.removeLast() }
    return String(millionths / 10_000) + "." + digits
  }

  /// This share of an amount, rounded by a rule.
  public func of(_ amount: Money, rounding: Rounding) -> Money {
    rounding.round(amount, times: millionths, over: 1_000_000)
  }

  private static func number(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.utf8.count <= 6,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int64(text)
  }
}

extension Rate: CustomStringConvertible {
  /// The share with its sign, such as `80 %`.
  public var description: String { percent + " %" }
}

/// How an exact product of an amount and a share becomes an amount that can be paid.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
  /// Down to the cent: the grant never exceeds rate × cost. The default, and what a proposal asks for.
  case cent
  /// Half up at the cent: how a cost that is a share of another (indirect costs, depreciation) is stated.
  case nearestCent = "nearest-cent"
  /// Down to the whole euro: lump sums of Horizon Europe are proposed without cents.
  case euro
  /// Half up to the whole euro, and so at times above rate × cost; it reproduces published grants only.
  case nearestEuro = "nearest-euro"

  /// An amount multiplied by a fraction, brought to an amount that can be paid by this rule.
  ///
  /// The product is exact (128 bits) and rounded once. Negative amounts are rounded as their magnitudes are.
  public func round(_ amount: Money, times numerator: Int64, over denominator: Int64) -> Money {
    precondition(numerator >= 0 && denominator > 0, "a share is neither negative nor over nothing")
    let product = amount.minorUnits.magnitude.multipliedFullWidth(by: numerator.magnitude)
    let unit: UInt64 = self == .euro || self == .nearestEuro ? 100 : 1
    let divisor = denominator.magnitude * unit
    let (quotient, remainder) = divisor.dividingFullWidth((product.high, product.low))
    let upwards = (self == .nearestCent || self == .nearestEuro) && remainder >= divisor - remainder
    let magnitude = Int64((quotient + (upwards ? 1 : 0)) * unit)
    return Money(minorUnits: amount.minorUnits < 0 ? -magnitude : magnitude, currency: amount.currency)
  }
}
