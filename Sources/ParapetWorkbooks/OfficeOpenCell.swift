/// A cell of an Office Open sheet, as it is being read.
struct OfficeOpenCell {
  /// What kind of value it is: `s`, `str`, `inlineStr`, `b`, `e`, `d`, or `n` for a number.
  private var type = "n"
  /// The number of its style.
  private var style: Int?
  /// Whether a formula makes its value.
  var hasFormula = false
  /// The value as it was saved.
  var text = ""

  init() {}

  /// A cell by its attributes.
  init(_ attributes: [String: String]) {
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) }
  }

  /// The column of a reference such as `AB12`, from 1.
  static func column(of reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      switch byte {
      case 0x41...0x5A: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A: column = column * 26 + Int(byte) - 0x60
      default: return column > 0 ? column : nil
      }
      guard column <= 16_384 else { return nil }
    }
    return nil
  }

  /// Its value.
  func value(texts: [String], styles: OfficeOpenStyles, since1904: Bool) -> Workbook.Value {
    switch type {
    case "s":
      guard let index = Int(text), texts.indices.contains(index) else {
        return text.isEmpty ? .blank : .fault(text)
      }
      return texts[index].isEmpty ? .blank : .text(texts[index])
    case "str", "inlineStr":
      // A formula may well come to an empty text.
      return text.isEmpty ? .blank : .text(OfficeOpenReader.unescaped(text))
    case "b": return .text(text == "1" || text == "true" ? "true" : "false")
    case "e": return .fault(text.isEmpty ? "#?" : text)
    case "d": return text.utf8.count >= 10 ? .day(String(text.prefix(10))) : .text(text)
    default: break
    }
    guard !text.isEmpty else { return hasFormula ? .fault("") : .blank }
    guard let plain = WorkbookNumber.plain(text) else { return .fault(text) }
    if styles.isDay(style), let day = WorkbookNumber.day(ofSerial: plain, since1904: since1904) {
      return .day(day)
    }
    return .number(plain)
  }
}

/// The styles of an Office Open workbook, of which one thing matters: whether they show a number as a day.
struct OfficeOpenStyles {
  private var days: [Bool] = []

  init() {}

  /// The styles of the entry that holds them.
  init(_ bytes: [UInt8], entry: String) throws(WorkbookFault) {
    var formats: [Int: Bool] = [:]
    var used: [Int] = []
    var inCells = false
    try MarkupWalk.walk(bytes, entry: entry) { event throws(WorkbookFault) in
      switch event {
      case .open("numFmt", let attributes):
        guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
        formats[id] = OfficeOpenStyles.showsDay(attributes["formatCode"] ?? "")
      case .open("cellXfs", _): inCells = true
      case .close("cellXfs"): inCells = false
      case .open("xf", let attributes):
        guard inCells else { return }
        guard used.count < 1 << 16 else { throw .tooLarge }
        used.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      default: break
      }
    }
    // Formats that every program has are not written out: 14 to 17 and 22 are days, and so are those that East Asian
    // programs add (ECMA-376, Part 1, 18.8.30).
    days = used.map {
      formats[$0] ?? ((14...17).contains($0) || $0 == 22 || (27...36).contains($0) || (50...58).contains($0))
    }
  }

  /// Whether a style shows a number as a day.
  func isDay(_ style: Int?) -> Bool { style.map { days.indices.contains($0) && days[$0] } ?? false }

  /// Whether a format has a day, month or year outside of quotes and brackets; `m` beside hours or seconds is a minute.
  static func showsDay(_ format: String) -> Bool {
    var letters = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in format.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        // Negative numbers have a part of their own, and a day is never one.
        case ";": return letters.contains { "dy".contains($0) } || isMonth(letters)
        default: letters.append(character)
        }
      }
    }
    return letters.contains { "dy".contains($0) } || isMonth(letters)
  }

  private static func isMonth(_ letters: String) -> Bool {
    letters.contains("m") && !letters.contains { "hs".contains($0) }
  }
}
