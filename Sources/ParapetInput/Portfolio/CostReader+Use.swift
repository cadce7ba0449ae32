import ParapetModel

/// How equipment is used: what depreciation needs beside the price.
extension CostReader {
  /// The months of a useful life or of an action that are believable: a hundred years.
  static let months = 1...1_200

  /// Reads useful life, months in the action and share of use; a bad cell costs its own fact.
  mutating func readUse(of row: InputRow, into line: inout CostLine) {
    let columns = ["useful_life", "months_in_action", "share_of_use"]
    let cells = columns.map { table.cell($0, of: row) }
    guard let first = cells.compactMap(\.self).first else { return }
    if let category = line.category, category != .equipment {
      report(table.source.useOfNoEquipment(first, category))
    }
    line.usefulLife = cells[0].flatMap { months($0, of: Message(en: "useful life", fr: "durée de vie")) }
    line.monthsInAction = cells[1].flatMap {
      months($0, of: Message(en: "stay in the action", fr: "durée dans l’action"))
    }
    line.shareOfUse = cells[2].flatMap { share($0) }
    if let life = line.usefulLife, let months = line.monthsInAction, months > life, let cell = cells[1] {
      report(table.source.longerThanLife(cell, life: life))
    }
  }

  private mutating func months(_ cell: InputCell, of what: Message) -> Int? {
    let isNumber = cell.text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isNumber, cell.text.utf8.count <= 4, let months = Int(cell.text), CostReader.months.contains(months) {
      return months
    }
    report(table.source.badMonths(cell, what), field: "useful_life")
    return nil
  }

  /// A share of the whole: a fraction, or percent with its sign; above one without it, nobody knows which is meant.
  private mutating func share(_ cell: InputCell) -> Rate? {
    if let share = CostReader.share(cell.text) { return share }
    report(table.source.badShareOfUse(cell), field: "share_of_use")
    return nil
  }

  static func share(_ text: String) -> Rate? {
    var number = text
    let isPercent = number.last == "%"
    if isPercent { number = String(number.dropLast()).trimmed }
    guard let first = number.first, let last = number.last, first.isNumber, last.isNumber,
      case .one(let read) = WrittenNumber.read(number.first == "0" || isPercent ? number : "0" + number),
      read.precision <= (isPercent ? 4 : 6),
      let millionths = read.scaled(decimals: isPercent ? 4 : 6, atMost: 1_000_000)
    else { return nil }
    return Rate(millionths: millionths)
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func useOfNoEquipment(_ cell: InputCell, _ category: CostCategory) -> Diagnostic {
    let code = category.rawValue
    return diagnostic(
      .warning, id: "use-of-no-equipment", at: cell,
      Message(
        en: "only equipment (C2) loses value with use; for a cost under \(code) it changes nothing",
        fr: "seul l’équipement (C2) perd de la valeur à l’usage ; pour un coût en \(code) cela ne change rien"
      ))
  }

  fileprivate func badMonths(_ cell: InputCell, _ what: Message) -> Diagnostic {
    let most = CostReader.months.upperBound
    return diagnostic(
      .error, id: "bad-months", at: cell,
      Message(
        en: "'\(cell.quoted)' is not a \(what.english) of 1 to \(most) whole months",
        fr: "« \(cell.quoted) » n’est pas une \(what.french) de 1 à \(most) mois entiers"))
  }

  fileprivate func badShareOfUse(_ cell: InputCell) -> Diagnostic {
    // A figure such as 60 is percent to most people, and to nobody else's program.
    let percent = CostReader.share(cell.text + "%")
    return diagnostic(
      .error, id: "bad-share", at: cell,
      Message(
        en: "'\(cell.quoted)' is not a share of use from 0 to 1, or to 100%",
        fr: "« \(cell.quoted) » n’est pas une part d’usage de 0 à 1, ou à 100%"),
      suggestion: percent == nil
        ? Message(en: "write a fraction such as 0.6, or 60%", fr: "écrivez une fraction comme 0.6, ou 60%")
        : .write(cell.text + "%"))
  }

  fileprivate func longerThanLife(_ cell: InputCell, life: Int) -> Diagnostic {
    diagnostic(
      .warning, id: "longer-than-life", at: cell,
      Message(
        en:
          "\(cell.quoted) months in the action are more than its useful life of \(life); it counts once in full at most",
        fr:
          "\(cell.quoted) mois dans l’action dépassent sa durée de vie de \(life) ; il compte une fois en entier au plus"
      ))
  }
}
