import ParapetModel

/// A date as the portal and other feeds write it, in any of their spellings.
///
/// A stamp's zone is not to be trusted: times of Brussels are stamped as if they were of Greenwich, and some
/// copies convert that once more. So the day is always the day as written, midnight is a day without a time,
/// and a time is read in Greenwich and taken for Brussels.
enum FeedDate: Hashable {
  /// A day, with a time where one is stated.
  case day(Deadline)
  /// A day that stands for "none", such as one in the year 2099 or 2312.
  case sentinel
  /// Anything else.
  case unreadable

  /// The date that a text states.
  init(_ text: String) {
    guard let deadline = Self.stamped(text) ?? Self.spelled(text) ?? Self.counted(text) else {
      self = .unreadable
      return
    }
    self = Self.years.contains(deadline.day.components.year) ? .day(deadline) : .sentinel
  }

  /// The years in which a date of a funding opportunity can lie; from 2099 on one stands for "none".
  static let years = 1990...2098
}

extension FeedDate {
  /// `2027-04-08`, `2027-04-08+02:00`, `2027-04-08T17:00:00.000+0000`, with or without fractions and zone.
  private static func stamped(_ text: String) -> Deadline? {
    let bytes = Array(text.utf8)
    guard let day = Day(String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
    var rest = bytes.dropFirst(10)
    guard let mark = rest.first else { return Deadline(day: day) }
    guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: " ") else {
      return offset(rest) == nil ? nil : Deadline(day: day)
    }
    let clock = Array(rest.dropFirst().prefix(5))
    guard clock.count == 5, clock[2] == UInt8(ascii: ":"), let hour = number(clock[0..<2]),
      let minute = number(clock[3..<5]), hour < 24, minute < 60
    else { return nil }
    rest = rest.dropFirst(6).drop { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    guard let offset = offset(rest) else { return nil }
    return deadline(on: day, minute: hour * 60 + minute, ahead: offset)
  }

  private static func deadline(on day: Day, minute: Int, ahead offset: Int) -> Deadline {
    let moved = minute - offset
    // A zone that would move the hour into another day is not believed at all.
    guard minute != 0, (1..<1440).contains(moved) else { return Deadline(day: day) }
    let (hour, rest) = moved.quotientAndRemainder(dividingBy: 60)
    return Deadline(day: day, time: (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)")
  }

  /// The minutes ahead of Greenwich of `Z`, `+0200`, `+02:00` or nothing at all.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first, text != [UInt8(ascii: "Z")] else { return 0 }
    let digits = text.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
      let hours = number(digits[0..<2]), let minutes = number(digits[2..<4])
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  /// `23 November 2023`, also with the month cut to three letters.
  private static func spelled(_ text: String) -> Deadline? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[1].utf8.count >= 3, parts[0].utf8.count <= 2, parts[2].utf8.count == 4,
      let dayOfMonth = number(Array(parts[0].utf8)[...]), let year = number(Array(parts[2].utf8)[...]),
      let month = months.firstIndex(where: { $0.hasPrefix(parts[1].lowercased()) }),
      let day = Day(year: year, month: month + 1, day: dayOfMonth)
    else { return nil }
    return Deadline(day: day)
  }

  /// Milliseconds since 1970 in digits, such as `1790640000000`.
  private static func counted(_ text: String) -> Deadline? {
    let bytes = Array(text.utf8)
    guard (11...14).contains(bytes.count), let milliseconds = number(bytes[...]) else { return nil }
    let (days, rest) = (milliseconds / 60_000).quotientAndRemainder(dividingBy: 1440)
    return deadline(on: Day(number: Int32(clamping: days)), minute: rest, ahead: 0)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy(isDigit) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
