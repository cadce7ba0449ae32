/// A currency, by its three-letter ISO 4217 code.
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The letters as one number, the first highest: an amount is then two numbers, and copying one costs nothing.
  private let letters: UInt32

  /// The three capital letters.
  public var code: String {
    String(
      decoding: [UInt8(letters >> 16 & 0xFF), UInt8(letters >> 8 & 0xFF), UInt8(letters & 0xFF)],
      as: UTF8.self)
  }

  /// The currency of a code, or nothing where it is not three capital letters.
  public init?(_ code: some StringProtocol) { self.init(String(code)) }

  /// The same of a whole string.
  public init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    self.init(known: code)
  }

  private init(known code: String) { letters = code.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// The euro.
  public static let euro = Currency(known: "EUR")

  /// The order of the codes.
  public static func < (left: Currency, right: Currency) -> Bool { left.letters < right.letters }

  /// The code.
  public var description: String { code }
}

/// An exact amount of money, counted in hundredths of its currency.
///
/// Every amount of a portfolio or a feed has at most two decimals, so the hundredth is the unit for all
/// currencies, also for those without a minor coin. Sums that leave the range of 64 bits are our own bug, since
/// every amount is bounded where it is read (`Money.limit`).
public struct Money: Hashable, Sendable {
  /// Hundredths of the currency.
  public let minorUnits: Int64
  /// The currency.
  public let currency: Currency

  /// The largest amount that is accepted from outside, in hundredths: a hundred thousand million.
  public static let limit: Int64 = 10_000_000_000_000

  /// An amount of hundredths of a currency.
  public init(minorUnits: Int64, currency: Currency = .euro) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Nothing, in a currency.
  public static func zero(_ currency: Currency = .euro) -> Money { Money(minorUnits: 0, currency: currency) }

  /// The amount in plain decimals, such as `1234.56`, or nothing where the text is anything else.
  ///
  /// The decimal mark is `.` or `,`, followed by one or two digits. Grouping, signs of currency, exponents and
  /// three decimals are refused: `1.234` would be 1234 to one reader and 1.234 to the next.
  public init?(decimal text: some StringProtocol, currency: Currency = .euro) {
    self.init(decimal: String(text), currency: currency)
  }

  /// The same of a whole string, which feeds have millions of.
  public init?(decimal text: String, currency: Currency = .euro) {
    var text = text
    guard let value = text.withUTF8({ Money.hundredths(of: $0) }) else { return nil }
    self.init(minorUnits: value, currency: currency)
  }

  /// The sum of two amounts of one currency.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be added")
    return Money(minorUnits: left.minorUnits + right.minorUnits, currency: left.currency)
  }

  /// The difference of two amounts of one currency.
  public static func - (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be subtracted")
    return Money(minorUnits: left.minorUnits - right.minorUnits, currency: left.currency)
  }

  /// The sum of amounts of one currency, or nothing where they are of several or beyond all counting.
  public static func sum(_ amounts: some Sequence<Money>, in currency: Currency = .euro) -> Money? {
    var sum: Int64 = 0
    for amount in amounts {
      let (units, overflow) = sum.addingReportingOverflow(amount.minorUnits)
      guard amount.currency == currency, !overflow else { return nil }
      sum = units
    }
    return Money(minorUnits: sum, currency: currency)
  }

  /// Adds an amount of the same currency.
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// The smaller of two amounts of one currency.
  public static func smaller(_ left: Money, _ right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be compared")
    return left.minorUnits <= right.minorUnits ? left : right
  }

  /// Plain decimals with a point and two decimals, such as `1234.50`, without the currency.
  public var decimal: String {
    let digits = minorUnits.digits(atLeast: 3)
    return digits.dropLast(2) + "." + digits.suffix(2)
  }

  private static func hundredths(of text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    var whole = 0
    var decimals: Int?
    var negative = false
    for (position, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard value <= limit else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        if let count = decimals { decimals = count + 1 } else { whole += 1 }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard decimals == nil, whole > 0 else { return nil }
        decimals = 0
      case UInt8(ascii: "-"):
        guard position == 0 else { return nil }
        negative = true
      default:
        return nil
      }
    }
    guard whole > 0 else { return nil }
    switch decimals {
    case nil: value *= 100
    case 1: value *= 10
    case 2: break
    default: return nil
    }
    guard value <= limit else { return nil }
    return negative ? -value : value
  }
}

extension Money: CustomStringConvertible {
  /// The amount with its currency, such as `1234.50 EUR`, for logs and tests; reports write it by language.
  public var description: String { decimal + " " + currency.code }
}
