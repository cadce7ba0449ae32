import ParapetModel

/// A quantity as a person wrote it, in ten-thousandths.
enum QuantityText {
  /// The most of anything, in ten-thousandths.
  static let largest: Int64 = 10_000_000_000_000

  /// What keeps a text from being a quantity.
  enum Fault: Error, Hashable {
    /// Two readings: the mark groups, or it parts the decimals.
    case ambiguous(String, String)
    /// Below zero.
    case negative
    /// A unit or another word beside the number.
    case unit(String)
    /// Anything else.
    case notANumber
  }

  /// The quantity of a cell, and whether it is written as the contract writes it.
  static func read(_ cell: InputCell) throws(Fault) -> (value: Int64, isPlain: Bool) {
    var text = cell.text
    if text.hasPrefix("-") || text.hasPrefix("−") { throw .negative }
    if cell.kind == .number {
      let halves = text.split(separator: ".", maxSplits: 1)
      let number = WrittenNumber(
        whole: String(halves.first ?? ""), decimals: halves.count == 2 ? String(halves[1]) : "")
      guard let value = number.scaled(decimals: 4, atMost: largest) else { throw .notANumber }
      return (value, number.precision <= 4)
    }
    if text.hasPrefix("+") { text = String(text.dropFirst()).trimmed }
    guard cell.kind == .text, let first = text.first, let last = text.last, isDigit(first), isDigit(last)
    else {
      throw unit(of: text)
    }
    switch WrittenNumber.read(text) {
    case .one(let number):
      guard number.precision <= 4, let value = number.scaled(decimals: 4, atMost: largest) else {
        throw .notANumber
      }
      return (
        value,
        cell.text.allSatisfy { isDigit($0) || $0 == "." || $0 == "," } && number.plain.count <= text.count
      )
    // A fourth decimal is what tells a quantity from grouped thousands.
    case .two(let grouped, let parted):
      throw .ambiguous(grouped.plain, parted.plain + (parted.precision == 3 ? "0" : ""))
    case .none: throw .notANumber
    }
  }

  /// A quantity in plain decimals.
  static func plain(_ value: Int64) -> String {
    let decimals = String(value % 10_000 + 10_000).dropFirst()
    return WrittenNumber(whole: String(value / 10_000), decimals: String(decimals)).plain
  }

  private static func isDigit(_ character: Character) -> Bool { character.isFigure }

  private static func unit(of text: String) -> Fault {
    let digits = text.prefix { isDigit($0) || $0 == "." || $0 == "," }
    let rest = String(text[digits.endIndex...]).trimmed
    guard !digits.isEmpty, !rest.isEmpty, rest.allSatisfy(\.isLetter), digits.last.map(isDigit) == true else {
      return .notANumber
    }
    return .unit(String(digits))
  }
}

extension QuantityText.Fault {
  /// The finding about a cell that is no quantity.
  func diagnostic(_ cell: InputCell, in source: TextFile) -> Diagnostic {
    let text = cell.quoted
    let (message, advice): (Message, Message?) =
      switch self {
      case .ambiguous(let one, let other):
        (
          Message(
            en: "'\(text)' is \(one) to one reader and \(other) to the next; the line is not counted",
            fr:
              "« \(text) » vaut \(one) pour un lecteur et \(other) pour un autre ; la ligne n’est pas comptée"
          ),
          .write(one, or: other)
        )
      case .negative:
        (
          Message(
            en: "'\(text)' is below zero; the line is not counted",
            fr: "« \(text) » est inférieur à zéro ; la ligne n’est pas comptée"), nil
        )
      case .unit(let digits):
        (
          Message(
            en: "'\(text)' is not a quantity; the line is not counted",
            fr: "« \(text) » n’est pas une quantité ; la ligne n’est pas comptée"),
          Message(
            en: "write \(digits); the unit has a column of its own",
            fr: "écrivez \(digits) ; l’unité a sa propre colonne")
        )
      case .notANumber:
        (
          Message(
            en: "'\(text)' is not a quantity; the line is not counted",
            fr: "« \(text) » n’est pas une quantité ; la ligne n’est pas comptée"),
          Message(
            en: "write digits with at most four decimals, such as 1.5",
            fr: "écrivez des chiffres avec quatre décimales au plus, comme 1.5")
        )
      }
    return source.diagnostic(.error, id: "bad-quantity", at: cell, message, suggestion: advice)
  }
}
