import Foundation
import ParapetModel
import ParapetWorkbooks

/// Finds the tables of a portfolio's folder, whichever of their forms they have.
struct PortfolioFiles {
  /// What was found on the way.
  private(set) var findings = Findings()
  private let prefix: String
  /// The names in the folder in small letters, since some file systems tell no capitals apart, so that the forms that no table
  /// has are not asked for one by one; nothing where the folder cannot be listed.
  private let names: Set<String>?
  /// Workbooks that were opened, by path; nothing where one could not be read.
  private var workbooks: [String: Workbook?] = [:]

  /// The kinds of workbook, by the ends of their names.
  private static let kinds = ["xlsx", "ods"]
  /// The workbook that holds several tables.
  private static let common = "portfolio"

  /// The tables of a folder.
  ///
  /// - Parameter prefix: its path with a slash behind it.
  init(prefix: String) {
    self.prefix = prefix
    names = (try? FileManager.default.contentsOfDirectory(atPath: prefix)).map { names in
      Set(names.map { $0.lowercased() })
    }
  }

  /// The table of a name: CSV, a workbook of its own, or a sheet of the common one. Where there are two, the first
  /// counts, and the other is named.
  mutating func table(_ name: String) throws(PortfolioError) -> InputSource? {
    var found: [(source: InputSource, file: String)] = []
    if let path = path(of: name + ".csv"),
      let bytes = try PortfolioReader.bytes(of: path, limit: PortfolioReader.largestTable)
    {
      found.append((.csv(bytes, file: path), path))
    }
    for kind in PortfolioFiles.kinds {
      guard let path = path(of: name + "." + kind) else { continue }
      if let sheet = try workbook(path).flatMap({ own(name, of: $0, path) }) {
        found.append((.sheet(sheet, file: path), path))
      }
    }
    for kind in PortfolioFiles.kinds {
      guard let path = path(of: PortfolioFiles.common + "." + kind) else { continue }
      if let sheet = try workbook(path)?.sheets.first(where: { isNamed($0, name) }) {
        found.append((.sheet(Sheet(sheet), file: path), path))
      }
    }
    guard let first = found.first else { return nil }
    for other in found.dropFirst() {
      findings.report(.doubledTable(name, read: first.file, unread: other.file))
    }
    return first.source
  }

  /// The path of a file, or nothing where the folder has none of that name.
  private func path(of name: String) -> String? { names?.contains(name) ?? true ? prefix + name : nil }

  private func isNamed(_ sheet: Workbook.Sheet, _ name: String) -> Bool {
    InputTable.folded(sheet.name) == name
  }

  /// The sheet of a workbook that holds one table: that of its name, else the first that is shown and not empty.
  private mutating func own(_ name: String, of workbook: Workbook, _ path: String) -> Sheet? {
    let shown = workbook.sheets.filter { !$0.isHidden && !$0.rows.isEmpty }
    if let sheet = workbook.sheets.first(where: { isNamed($0, name) }) ?? shown.first { return Sheet(sheet) }
    findings.report(.noSheet(name, file: path))
    return nil
  }

  private mutating func workbook(_ path: String) throws(PortfolioError) -> Workbook? {
    if let known = workbooks[path] { return known }
    var workbook: Workbook?
    if let bytes = try PortfolioReader.bytes(of: path, limit: PortfolioReader.largestTable) {
      do throws(WorkbookFault) {
        workbook = try Workbook(bytes)
      } catch {
        findings.report(.unreadable(error, file: path))
      }
    }
    workbooks[path] = .some(workbook)
    return workbook
  }
}

extension Sheet {
  /// A sheet of a workbook, its cells with their places.
  init(_ sheet: Workbook.Sheet) {
    name = sheet.name
    rows = sheet.rows.map { row in
      let cells = row.cells.enumerated().map { index, value in
        let (text, kind): (String, InputCell.Kind) =
          switch value {
          case .blank: ("", .text)
          case .text(let text): (text, .text)
          case .number(let number): (number, .number)
          case .day(let day): (day, .day)
          case .fault(let fault): (fault, .fault)
          }
        return InputCell(text: text, line: row.number, column: index + 1, kind: kind)
      }
      return InputRow(line: row.number, cells: cells)
    }
  }
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func doubledTable(_ name: String, read: String, unread: String) -> Diagnostic {
    Diagnostic(
      .error, id: "doubled-table", at: Place(file: unread),
      Message(
        en: "the table '\(name)' is in '\(read)' already; this one was not read",
        fr: "le tableau « \(name) » est déjà dans « \(read) » ; celui-ci n’a pas été lu"),
      suggestion: Message(en: "keep one of them", fr: "n’en gardez qu’un"))
  }

  fileprivate static func noSheet(_ name: String, file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-sheet", at: Place(file: file),
      Message(
        en: "the workbook has no sheet '\(name)'", fr: "le classeur n’a pas de feuille « \(name) »"),
      suggestion: Message(
        en: "name the sheet '\(name)'", fr: "nommez la feuille « \(name) »"))
  }

  fileprivate static func unreadable(_ fault: WorkbookFault, file: String) -> Diagnostic {
    let save = Message(
      en: "open it in a spreadsheet program and save it as .xlsx, .ods or CSV",
      fr: "ouvrez-le dans un tableur et enregistrez-le en .xlsx, .ods ou CSV")
    let (message, advice): (Message, Message?) =
      switch fault {
      case .notAnArchive, .notAWorkbook:
        (
          Message(
            en: "the file is no workbook, whatever its name; it was not read",
            fr: "le fichier n’est pas un classeur, malgré son nom ; il n’a pas été lu"), save
        )
      case .protectedOrOld:
        (
          Message(
            en: "the workbook is protected by a password or of before 2007; it was not read",
            fr: "le classeur est protégé par un mot de passe ou date d’avant 2007 ; il n’a pas été lu"), save
        )
      case .damaged(let part):
        (
          Message(
            en: "the workbook is damaged ('\(part.prefix(80))'); it was not read",
            fr: "le classeur est endommagé (« \(part.prefix(80)) ») ; il n’a pas été lu"), save
        )
      case .tooLarge:
        (
          Message(
            en: "the workbook holds more than any table of a city; it was not read",
            fr: "le classeur contient plus que tout tableau d’une ville ; il n’a pas été lu"), nil
        )
      case .documentType:
        (
          Message(
            en: "the workbook declares a document type, which no spreadsheet program writes; it was not read",
            fr: "le classeur déclare un type de document, ce que ne fait aucun tableur ; il n’a pas été lu"),
          save
        )
      }
    return Diagnostic(.error, id: "bad-workbook", at: Place(file: file), message, suggestion: advice)
  }
}
