import ParapetModel

/// Writes figures and words with a language's marks, the same on every machine.
enum Typography {
  /// The text with its first letter as a capital.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The text with its first letter small, for after a colon; an abbreviation keeps its capitals.
  static func continuing(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Years without a gap as the first and the last, from three on.
  static func span(of years: [Int]) -> String? {
    guard let first = years.first, years.count > 2, years == Array(first..<(first + years.count)) else {
      return nil
    }
    return "\(first)–\(first + years.count - 1)"
  }

  /// The template with a text in the place of its `%`.
  static func filled(_ template: String, with text: String) -> String {
    template.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).joined(separator: text)
  }

  /// A whole number in groups of three.
  static func grouped(_ value: Int, separator: String) -> String {
    (value < 0 ? "-" : "") + groups(of: String(value.magnitude), separator: separator)
  }

  /// A number of hundredths with two decimals.
  static func hundredths(_ value: Int64, separator: String, mark: String) -> String {
    let digits = value.magnitude.digits(atLeast: 3)
    let whole = groups(of: String(digits.dropLast(2)), separator: separator)
    return (value < 0 ? "-" : "") + whole + mark + digits.suffix(2)
  }

  /// A number of ten-thousandths, without the zeros at its end.
  static func tenThousandths(_ value: Int64, separator: String, mark: String) -> String {
    let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 10_000)
    let text = (value < 0 ? "-" : "") + groups(of: String(whole), separator: separator)
    guard fraction > 0 else { return text }
    var digits = fraction.digits(atLeast: 4)
    while digits.last == "0" { digits.removeLast() }
    return text + mark + digits
  }

  private static func groups(of digits: String, separator: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
