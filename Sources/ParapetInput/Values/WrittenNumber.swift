/// A number as people group and point it, cut into its whole digits and its decimals.
///
/// Blanks of every kind and apostrophes group; of points and commas one kind may group and one may part the decimals,
/// in either way. What can mean one number only is read; `1.234` can mean two.
struct WrittenNumber: Hashable {
  /// The digits before the decimal mark.
  var whole: String
  /// The digits after it.
  var decimals: String

  /// What a text of digits and marks can mean.
  enum Outcome: Hashable {
    /// One number.
    case one(WrittenNumber)
    /// Two: the mark groups, or it parts the decimals.
    case two(WrittenNumber, WrittenNumber)
    /// No number for sure, with the one that was most likely meant where there is one.
    case none(likely: WrittenNumber?)
  }

  /// What parts the digits.
  private enum Mark: Hashable { case blank, point, comma }

  /// The meaning of a text that begins and ends with a digit.
  static func read(_ text: String) -> Outcome {
    guard let (parts, marks) = cut(text) else { return .none(likely: exponent(text)) }
    guard let last = marks.last, let decimals = parts.last, let first = parts.first else {
      return .one(WrittenNumber(whole: parts.joined(), decimals: ""))
    }
    let joined = WrittenNumber(whole: parts.joined(), decimals: "")
    let before = marks.dropLast()
    if last == .blank || before.contains(last) {
      // A mark that stands twice groups, and so does a blank; nothing else may stand beside it.
      let alike = marks.allSatisfy { $0 == last || ($0 == .blank && last != .blank) }
      if alike, isGrouped(parts) { return .one(joined) }
      let hasCents = last != .blank && decimals.count <= 2 && isGrouped(parts.dropLast())
      return .none(
        likely: hasCents ? WrittenNumber(whole: parts.dropLast().joined(), decimals: decimals) : joined)
    }
    let parted = WrittenNumber(whole: parts.dropLast().joined(), decimals: decimals)
    if !before.isEmpty { return isGrouped(parts.dropLast()) ? .one(parted) : .none(likely: nil) }
    if decimals.count == 3, (1...3).contains(first.count), first.first != "0" { return .two(joined, parted) }
    return .one(parted)
  }

  /// Digits and what parts them, or nothing where anything else stands in the text.
  private static func cut(_ text: String) -> (parts: [String], marks: [Mark])? {
    var parts = [""]
    var marks: [Mark] = []
    var wasBlank = false
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        parts[parts.count - 1].unicodeScalars.append(scalar)
        wasBlank = false
        continue
      }
      let mark: Mark
      switch scalar {
      case ".": mark = .point
      case ",": mark = .comma
      case "'", "’", "\u{02BC}", "`", "´": mark = .blank
      default:
        guard scalar.properties.isWhitespace else { return nil }
        // Two blanks in a row are one.
        if wasBlank { continue }
        wasBlank = true
        mark = .blank
      }
      marks.append(mark)
      parts.append("")
    }
    return parts.allSatisfy { !$0.isEmpty } ? (parts, marks) : nil
  }

  private static func isGrouped(_ parts: some Collection<String>) -> Bool {
    guard let first = parts.first, (1...3).contains(first.count) else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The number of a text such as `1,4E+06`, as spreadsheets abridge what does not fit their column.
  private static func exponent(_ text: String) -> WrittenNumber? {
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard halves.count == 2, case .one(let number) = read(String(halves[0])), number.whole.count == 1 else {
      return nil
    }
    let power = halves[1].drop { $0 == "+" }
    guard power.count <= 2, let shift = Int(power), (0...12).contains(shift), number.decimals.count <= shift
    else {
      return nil
    }
    let zeros = String(repeating: "0", count: shift - number.decimals.count)
    return WrittenNumber(whole: number.whole + number.decimals + zeros, decimals: "")
  }

  /// The number a power of ten larger.
  func shifted(by power: Int) -> WrittenNumber {
    let padded = decimals + String(repeating: "0", count: max(0, power - decimals.count))
    return WrittenNumber(
      whole: whole + padded.prefix(power), decimals: String(padded.dropFirst(power)))
  }

  /// How many decimals it has that count.
  var precision: Int { decimals.count - decimals.reversed().prefix { $0 == "0" }.count }

  /// The number in so many parts of one, rounded half up; nothing where it is above a limit.
  func scaled(decimals places: Int, atMost limit: Int64) -> Int64? {
    let digits = whole.drop { $0 == "0" }
    guard digits.count <= 16 else { return nil }
    let kept = decimals.prefix(places)
    let padded = digits + kept + String(repeating: "0", count: places - kept.count)
    guard padded.count <= 18, let value = padded.isEmpty ? 0 : Int64(padded) else { return nil }
    let rounded = value + (decimals.dropFirst(places).first.map { $0 >= "5" } == true ? 1 : 0)
    return rounded <= limit ? rounded : nil
  }

  /// The number in plain decimals without needless zeros.
  var plain: String {
    let digits = whole.drop { $0 == "0" }
    let fraction = decimals.prefix(precision)
    return (digits.isEmpty ? "0" : digits) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
