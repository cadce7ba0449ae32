import ParapetModel

/// A table that a person wrote, as rows that can be asked by column name, with the rows that were refused.
struct InputTable {
  /// The file, for diagnostics.
  var source: TextFile
  /// Where each known column stands.
  var columns: [String: Int] = [:]
  /// How many cells the header has.
  private(set) var width = 0
  /// The rows that fit the header.
  var rows: [InputRow] = []
  /// The rows that were refused, as far as they could be read.
  var refused: [InputRow] = []
  /// What was found wrong so far.
  var diagnostics: [Diagnostic] = []

  /// The most rows of a table.
  static let mostRows = 200_000

  /// A cell of a row with its text trimmed, or nothing where it is empty or the table has no such column.
  func cell(_ name: String, of row: InputRow) -> InputCell? {
    guard let index = columns[name], index < row.cells.count else { return nil }
    var cell = row.cells[index]
    if InputTable.isTrim(cell.text.utf8) { return cell }
    let scalars = cell.text.unicodeScalars
    let trimmed = scalars.drop { $0.properties.isWhitespace }
    // In a workbook the column is that of the sheet.
    if source.sheet == nil {
      cell.column += scalars.distance(from: scalars.startIndex, to: trimmed.startIndex)
    }
    var end = trimmed.endIndex
    while end > trimmed.startIndex, scalars[scalars.index(before: end)].properties.isWhitespace {
      end = scalars.index(before: end)
    }
    cell.text = String(trimmed[..<end])
    return cell.text.isEmpty && cell.kind != .fault ? nil : cell
  }

  /// Whether a text surely begins and ends with a letter, a digit or a mark.
  private static func isTrim(_ bytes: String.UTF8View) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
  }

  /// What stands in some columns, row by row.
  func texts(of names: [String]) -> [String] {
    rows.flatMap { row in names.compactMap { cell($0, of: row)?.text } }
  }

  /// A column's name as it is compared: whatever its capitals, blanks around it, and the mark between its words.
  static func folded(_ name: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      if !parts(scalar) {
        folded.append(scalar)
      } else if !folded.isEmpty, folded.last != "_" {
        folded.append("_")
      }
    }
    if folded.last == "_" { folded.removeLast() }
    return String(folded)
  }

  /// Whether a sign parts the words of a name; of those in ASCII no table is asked, since rows of prose are folded too.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar == "\u{FEFF}" || scalar.properties.isWhitespace }
    return scalar == "_" || scalar == "-" || scalar == " " || (9...13).contains(scalar.value)
  }

  /// Whether the header has the columns that are required.
  mutating func readHeader(_ header: InputRow, known: [String], required: [String]) -> Bool {
    width = header.cells.count
    for fault in header.faults { diagnostics.append(source.wrong(fault)) }
    let names = Dictionary(known.map { (InputTable.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    for (index, cell) in header.cells.enumerated() {
      let folded = InputTable.folded(cell.text)
      if let name = names[folded] {
        if columns[name] == nil {
          columns[name] = index
        } else {
          diagnostics.append(source.doubledColumn(name, cell))
        }
      } else if !folded.isEmpty {
        // Spreadsheets leave nameless columns at the end; they carry nothing that could be missed.
        diagnostics.append(source.unknownColumn(cell, known: known))
      }
    }
    let missing = required.filter { columns[$0] == nil }
    if !missing.isEmpty { diagnostics.append(source.missingColumns(missing, line: header.line)) }
    return missing.isEmpty
  }

  /// Takes a row in where it fits the header; whether there is room for more.
  mutating func take(_ row: InputRow, columns count: Int) -> Bool {
    guard rows.count + refused.count < InputTable.mostRows else {
      diagnostics.append(source.tooManyRows(line: row.line))
      return false
    }
    var row = row
    // Nothing is lost with empty cells behind the last column.
    while row.cells.count > count, row.cells.last?.text.allSatisfy(\.isWhitespace) == true {
      row.cells.removeLast()
    }
    guard row.faults.isEmpty, row.cells.count == count else {
      diagnostics +=
        row.faults.isEmpty ? [source.raggedRow(row, columns: count)] : row.faults.map(source.wrong)
      refused.append(row)
      return true
    }
    rows.append(row)
    return true
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func tooManyRows(line: Int) -> Diagnostic {
    diagnostic(
      .error, id: "too-many-rows", line: line, column: nil,
      Message(
        en: "the table has more than \(InputTable.mostRows) rows; this one and the following were not read",
        fr:
          "le tableau a plus de \(InputTable.mostRows) lignes ; celle-ci et les suivantes n’ont pas été lues")
    )
  }

  fileprivate func unknownColumn(_ cell: InputCell, known: [String]) -> Diagnostic {
    diagnostic(
      .warning, id: "unknown-column", at: cell,
      Message(
        en: "unknown column '\(cell.quoted)', which is not used",
        fr: "colonne inconnue « \(cell.quoted) », qui n’est pas utilisée"),
      suggestion: Diagnostic.nearest(to: cell.text, among: known).map(Message.didYouMean))
  }

  fileprivate func doubledColumn(_ name: String, _ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "doubled-column", at: cell,
      Message(
        en: "the column '\(name)' stands twice; the first one counts",
        fr: "la colonne « \(name) » figure deux fois ; la première compte"),
      suggestion: Message(en: "keep one, or rename the other", fr: "gardez-en une, ou renommez l’autre"))
  }

  fileprivate func missingColumns(_ names: [String], line: Int) -> Diagnostic {
    diagnostic(
      .error, id: "missing-column", line: line, column: 1,
      Message(
        en: "the header lacks " + names.map { "'\($0)'" }.joined(separator: ", ") + ", so no row can be read",
        fr: "il manque à l’en-tête " + names.map { "« \($0) »" }.joined(separator: ", ")
          + ", si bien qu’aucune ligne ne peut être lue"),
      suggestion: Message(
        en: "the first line names the columns, split by comma, semicolon or tab",
        fr: "la première ligne nomme les colonnes, séparées par virgule, point-virgule ou tabulation"))
  }

  fileprivate func raggedRow(_ record: InputRow, columns: Int) -> Diagnostic {
    let count = record.cells.count
    let place = count > columns ? record.cells[columns] : record.cells.last
    return diagnostic(
      .error, id: "ragged-row", line: record.line, column: place?.line == record.line ? place?.column : nil,
      Message(
        en: "the row has \(count) cells where the header has \(columns); it was not read",
        fr: "la ligne a \(count) cellules alors que l’en-tête en a \(columns) ; elle n’a pas été lue"),
      suggestion: count > columns
        ? Message(
          en: "a text or an amount that holds the delimiter stands in quotes: \"1,5\"",
          fr: "un texte ou un montant qui contient le séparateur se met entre guillemets : \"1,5\"")
        : Message(
          en: "an empty cell still needs its delimiter",
          fr: "une cellule vide a elle aussi besoin de son séparateur"))
  }

  fileprivate func wrong(_ fault: InputRow.Fault) -> Diagnostic {
    let (id, message, advice) = TextFile.words(of: fault.kind)
    return diagnostic(.error, id: id, line: fault.line, column: fault.column, message, suggestion: advice)
  }

  private static func words(of fault: InputRow.Fault.Kind) -> (id: String, message: Message, advice: Message?)
  {
    let double = Message(
      en: "double the quotes that are part of the text: \"\"",
      fr: "doublez les guillemets qui font partie du texte : \"\"")
    return switch fault {
    case .unclosedQuote:
      (
        "unclosed-quote",
        Message(
          en: "the quote that opens here is never closed; the row was not read",
          fr: "le guillemet ouvert ici n’est jamais refermé ; la ligne n’a pas été lue"),
        Message(
          en: "close it, or double it where it is part of the text: \"\"",
          fr: "refermez-le, ou doublez-le s’il fait partie du texte : \"\"")
      )
    case .textAfterQuote:
      (
        "text-after-quote",
        Message(
          en: "text follows a closing quote; the row was not read",
          fr: "du texte suit un guillemet fermant ; la ligne n’a pas été lue"), double
      )
    case .controlCharacter:
      (
        "control-character",
        Message(
          en: "a control character stands here; the row was not read",
          fr: "un caractère de contrôle se trouve ici ; la ligne n’a pas été lue"),
        Message(en: "delete it", fr: "effacez-le")
      )
    case .cellTooLong:
      (
        "cell-too-long",
        Message(
          en: "the cell is longer than \(CSVScanner.longestCell) bytes; the row was not read",
          fr: "la cellule dépasse \(CSVScanner.longestCell) octets ; la ligne n’a pas été lue"), nil
      )
    case .tooManyColumns:
      (
        "too-many-columns",
        Message(
          en: "the row has more than \(CSVScanner.mostColumns) cells; it was not read",
          fr: "la ligne a plus de \(CSVScanner.mostColumns) cellules ; elle n’a pas été lue"), nil
      )
    }
  }
}
