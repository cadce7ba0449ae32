/// The numbers of a workbook, in plain decimals.
enum WorkbookNumber {
  /// The figures that a spreadsheet keeps of a number; what a file has beyond them comes from binary fractions.
  private static let figures = 15

  /// A number as plain decimals, rounded half up to fifteen figures; nothing where the text is none, or is too far
  /// from one to be an amount or a day.
  static func plain(_ text: String) -> String? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    let halves = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = halves.first, halves.count <= 2,
      let exponent = halves.count == 2 ? Int(halves[1]) : 0,
      (-400...400).contains(exponent)
    else { return nil }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, mantissa.utf8.count <= 64, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    var digits = parts.joined().utf8.map { Int($0) - 0x30 }
    // Where the point stands, counted from the first digit.
    var point = (parts.first?.utf8.count ?? 0) + exponent
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    if digits.count > figures {
      let roundsUp = digits[figures] >= 5
      digits = Array(digits.prefix(figures))
      if roundsUp {
        var place = figures - 1
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    guard !digits.isEmpty else { return "0" }
    guard (-20...20).contains(point) else { return nil }
    let letters = digits.map(String.init).joined()
    let plain: String
    if point <= 0 {
      plain = "0." + String(repeating: "0", count: -point) + letters
    } else if point >= letters.count {
      plain = letters + String(repeating: "0", count: point - letters.count)
    } else {
      plain = letters.prefix(point) + "." + letters.dropFirst(point)
    }
    return (isNegative ? "-" : "") + plain
  }

  /// The day of a serial number, by the system that counts from 1900 or the one that counts from 1904; a time of day
  /// is left out.
  static func day(ofSerial plain: String, since1904: Bool) -> String? {
    guard let whole = plain.split(separator: ".").first.flatMap({ Int($0) }), (1...2_958_465).contains(whole)
    else {
      return nil
    }
    // Days since 1970-01-01. Excel's first system has a 29 February 1900 that never was; days before it are one late.
    let number = since1904 ? whole - 24_107 : whole - (whole > 60 ? 25_569 : 25_568)
    return text(ofDay: number)
  }

  /// A day counted from 1970-01-01 in the Gregorian calendar, written `YYYY-MM-DD`.
  private static func text(ofDay number: Int) -> String? {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    guard (1...9999).contains(year) else { return nil }
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
    }
    return padded(year, 4) + "-" + padded(month < 10 ? month + 3 : month - 9, 2) + "-"
      + padded(dayOfYear - (153 * month + 2) / 5 + 1, 2)
  }
}
