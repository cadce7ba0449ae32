/// A calendar day in the Gregorian calendar, without time or zone.
///
/// Dates that decide are Brussels wall-clock days, so a day needs no clock: it is read as text, compared as a
/// number and printed as ISO 8601. Years run from 1 to 9999.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before it.
  public let number: Int32

  /// The day that lies a count of days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// The day of a year, month and day of the month, or nothing where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Days are counted in years that start in March, so that the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day written `YYYY-MM-DD`, or nothing where the text is anything else or there is no such day.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// The same of a whole string, which feeds have millions of.
  public init?(_ text: String) {
    var text = text
    guard let day = text.withUTF8({ Day(utf8: $0[...]) }) else { return nil }
    self = day
  }

  /// The day that bytes of UTF-8 write as `YYYY-MM-DD`, or nothing.
  package init?(utf8 bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
      let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Whether the left comes first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that many days later, earlier where the count is negative; beyond the last day that can be counted, that.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    return Day(number: overflow ? (days < 0 ? .min : .max) : Int32(clamping: sum))
  }

  /// How many days lie between this day and a later one, negative where it is earlier.
  public func days(until other: Day) -> Int { Int(other.number) - Int(number) }

  /// Whole months from this day to the end of another, both included: 2027-01-01 to 2027-12-31 are twelve.
  ///
  /// A started month counts as a month, since a grant's duration is agreed in whole months.
  public func months(through last: Day) -> Int {
    guard last >= self else { return 0 }
    let start = components
    let end = last.adding(days: 1).components
    let whole = (end.year - start.year) * 12 + end.month - start.month
    return end.day > start.day ? whole + 1 : max(whole, 1)
  }

  private static func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return year.digits(atLeast: 4) + "-" + month.digits(atLeast: 2) + "-" + day.digits(atLeast: 2)
  }
}
