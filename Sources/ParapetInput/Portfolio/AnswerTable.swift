import Foundation
public import ParapetModel

/// Why an answer cannot be added to a city's table.
public struct AnswerTableError: Error, Hashable, Sendable {
  /// The reason as a sentence without its full stop.
  public var said: Message
}

/// A city's answers.csv with one answer more, in the file's own habits: its delimiter, its line ends, its encoding and the
/// order of its columns.
public struct AnswerTable: Sendable {
  /// The file.
  public let path: String
  /// What is to be written; nothing where the file says so already.
  public private(set) var bytes: [UInt8]?
  private let prefix: String
  private let country: Country?

  /// The table of a portfolio's folder.
  ///
  /// - Parameter country: the city's, whose spreadsheets say how a new file is written where there is no other table.
  public init(folder: String, country: Country?) {
    var base = folder[...]
    while base.count > 1, base.last == "/" { base = base.dropLast() }
    prefix = base == "/" ? "/" : base + "/"
    path = prefix + "answers.csv"
    self.country = country
  }

  /// The table with an answer more.
  ///
  /// - Parameter known: the answers that the city has given.
  /// - Throws: `AnswerTableError` where the answers stand in a workbook, where the file cannot be read or lacks columns, and
  ///   where it says otherwise on the same day.
  public func adding(_ answer: Answer, known: [Answer]) throws(AnswerTableError) -> AnswerTable {
    let same = known.filter {
      $0.item == answer.item && $0.opportunity?.lowercased() == answer.opportunity?.lowercased()
        && $0.question == answer.question && $0.on == answer.on
    }
    if let other = same.first(where: { $0.outcome != answer.outcome }) {
      throw AnswerTableError(
        said: Message(
          en:
            "line \(other.place.line ?? 0) of '\(other.place.file)' says otherwise on the same day; correct it there",
          fr:
            "la ligne \(other.place.line ?? 0) de « \(other.place.file) » dit autre chose le même jour ; corrigez-la là"
        )
      )
    }
    var table = self
    guard same.isEmpty else { return table }
    if let place = known.first?.place, place.sheet != nil {
      throw AnswerTableError(
        said: Message(
          en:
            "the answers stand in '\(place.file)', which only a spreadsheet program writes; add the line there",
          fr: "les réponses sont dans « \(place.file) », que seul un tableur écrit ; ajoutez-y la ligne"))
    }
    if let file = try file() { table.bytes = try added(answer, to: file) } else { table.bytes = made(answer) }
    return table
  }

  private func file() throws(AnswerTableError) -> [UInt8]? {
    do throws(PortfolioError) {
      return try PortfolioReader.bytes(of: path, limit: PortfolioReader.largestTable)
    } catch {
      throw AnswerTableError(
        said: Message(en: "'\(path)' cannot be read", fr: "« \(path) » ne peut pas être lu"))
    }
  }

  // MARK: Writing

  private func added(_ answer: Answer, to raw: [UInt8]) throws(AnswerTableError) -> [UInt8] {
    let reader = CSVReader(
      known: AnswerReader.columns,
      required: AnswerReader.columns.filter { $0 != "source" || answer.source != nil })
    let table = reader.read(raw, file: path)
    guard let form = reader.form(of: raw, table) else {
      throw AnswerTableError(
        said: Message(
          en: "'\(path)' has no header with the columns of answers, so no line is added",
          fr: "« \(path) » n’a pas d’en-tête avec les colonnes des réponses : aucune ligne n’est ajoutée"))
    }
    var cells = Array(repeating: "", count: form.width)
    for (name, place) in table.columns { cells[place] = AnswerTable.text(of: name, in: answer) }
    let line = AnswerTable.line(cells, delimiter: form.delimiter) + form.lineEnd
    let endsInLine = raw.last == UInt8.lineFeed || raw.last == UInt8.carriageReturn
    let text = (endsInLine ? "" : form.lineEnd) + line
    if case .windows1252 = TextEncoding(of: raw) {
      guard let bytes = text.data(using: .windowsCP1252) else {
        throw AnswerTableError(
          said: Message(
            en: "'\(path)' is written in Windows-1252, which lacks a letter of the answer; save it as UTF-8",
            fr:
              "« \(path) » est en Windows-1252, à qui manque une lettre de la réponse ; enregistrez-le en UTF-8"
          ))
      }
      return raw + [UInt8](bytes)
    }
    return raw + Array(text.utf8)
  }

  /// A new file, written as the city's table of items is, else as its country's spreadsheets write.
  private func made(_ answer: Answer) -> [UInt8] {
    let items = try? PortfolioReader.bytes(of: prefix + "items.csv", limit: PortfolioReader.largestTable)
    let reader = CSVReader(known: ItemReader.columns, required: ["id", "title"])
    let form = items.flatMap { raw in reader.form(of: raw, reader.read(raw, file: path)) }
    let habit =
      form ?? CSVForm(delimiter: UInt8(ascii: country == nil ? "," : ";"), lineEnd: "\r\n", width: 0)
    let rows = [
      AnswerReader.columns, AnswerReader.columns.map { AnswerTable.text(of: $0, in: answer) },
    ]
    let text = rows.map { AnswerTable.line($0, delimiter: habit.delimiter) + habit.lineEnd }.joined()
    let mark: [UInt8] = items?.starts(with: TextEncoding.mark) ?? true ? TextEncoding.mark : []
    return mark + Array(text.utf8)
  }

  private static func text(of column: String, in answer: Answer) -> String {
    let text =
      switch column {
      case "item": answer.item ?? AnswerReader.all
      case "opportunity": answer.opportunity ?? AnswerReader.all
      case "question": answer.question
      case "answer": AnswerWord(answer.outcome).rawValue
      case "source": answer.source ?? ""
      case "by": answer.by
      case "on": answer.on.description
      default: ""
      }
    return FormulaGuard.guarded(text)
  }

  private static func line(_ cells: [String], delimiter: UInt8) -> String {
    let mark = Character(Unicode.Scalar(delimiter))
    return cells.map { cell in
      let needsQuotes =
        cell.contains { $0 == mark || $0 == "\"" || $0.isNewline }
        || cell.first?.isWhitespace == true || cell.last?.isWhitespace == true
      return needsQuotes ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
    }.joined(separator: String(mark))
  }
}

/// How a file of CSV is written.
struct CSVForm: Hashable {
  /// What stands between cells.
  var delimiter: UInt8
  /// What ends a line.
  var lineEnd: String
  /// How many cells its header has.
  var width: Int
}

extension CSVReader {
  /// How a file is written that was read into a table; nothing where it has no header.
  func form(of raw: [UInt8], _ table: InputTable) -> CSVForm? {
    guard required.allSatisfy({ table.columns[$0] != nil }), table.width > 0 else { return nil }
    let lineEnd: String =
      if let first = raw.firstIndex(where: { $0 == .lineFeed || $0 == .carriageReturn }) {
        raw[first] == .lineFeed
          ? "\n" : first + 1 < raw.count && raw[first + 1] == .lineFeed ? "\r\n" : "\r"
      } else { "\r\n" }
    return CSVForm(delimiter: delimiter(used: table.source.bytes), lineEnd: lineEnd, width: table.width)
  }
}
