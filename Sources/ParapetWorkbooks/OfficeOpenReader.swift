/// Reads the workbooks of Excel: ECMA-376, Office Open XML, in both its strict and its transitional form.
struct OfficeOpenReader {
  private var texts: [String] = []
  private var styles = OfficeOpenStyles()
  private var since1904 = false

  /// The sheets of an archive.
  static func sheets(
    of archive: ZIPArchive, room: inout Workbook.Room
  ) throws(WorkbookFault) -> [Workbook.Sheet] {
    let start = try relations(of: "", in: archive).first { $0.value.type.hasSuffix("/officeDocument") }?.value
      .target
    let path = start ?? "xl/workbook.xml"
    guard let book = try archive.entry(path) else { throw .notAWorkbook }
    var reader = OfficeOpenReader()
    var entries: [(name: String, relation: String, isHidden: Bool)] = []
    try MarkupWalk.walk(book, entry: path) { event throws(WorkbookFault) in
      guard case .open(let name, let attributes) = event else { return }
      switch name {
      case "workbookPr": reader.since1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      case "sheet":
        guard entries.count < WorkbookLimits.sheets else { throw .tooLarge }
        entries.append(
          (
            attributes["name"] ?? "", attributes["id"] ?? "",
            attributes["state"].map { $0 != "visible" } ?? false
          ))
      default: break
      }
    }
    let relations = try relations(of: path, in: archive)
    for relation in relations.values.sorted(by: { $0.target < $1.target }) {
      if relation.type.hasSuffix("/sharedStrings") { try reader.readTexts(relation.target, of: archive) }
      if relation.type.hasSuffix("/styles"), let bytes = try archive.entry(relation.target) {
        reader.styles = try OfficeOpenStyles(bytes, entry: relation.target)
      }
    }
    var sheets: [Workbook.Sheet] = []
    for entry in entries {
      // Charts have a tab, too, and no cells.
      guard let relation = relations[entry.relation], relation.type.hasSuffix("/worksheet") else { continue }
      guard let bytes = try archive.entry(relation.target) else { throw .damaged(relation.target) }
      let rows = try reader.rows(of: bytes, entry: relation.target, room: &room)
      sheets.append(Workbook.Sheet(name: entry.name, isHidden: entry.isHidden, rows: rows))
    }
    return sheets
  }

  /// What an entry points to, by the name that it gives it.
  private static func relations(
    of path: String, in archive: ZIPArchive
  ) throws(WorkbookFault) -> [String: (type: String, target: String)] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = folder + "_rels/" + path.dropFirst(folder.count) + ".rels"
    guard let bytes = try archive.entry(file) else { return [:] }
    var found: [String: (type: String, target: String)] = [:]
    try MarkupWalk.walk(bytes, entry: file) { event throws(WorkbookFault) in
      guard case .open("Relationship", let attributes) = event, attributes["TargetMode"] != "External",
        let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      let whole = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      found[id] = (attributes["Type"] ?? "", whole)
    }
    return found
  }

  /// The texts that cells share; what is spoken of East Asian names is none of them.
  private mutating func readTexts(_ path: String, of archive: ZIPArchive) throws(WorkbookFault) {
    guard let bytes = try archive.entry(path) else { return }
    var texts: [String] = []
    var text = ""
    var isText = false
    var phonetic = 0
    try MarkupWalk.walk(bytes, entry: path) { event throws(WorkbookFault) in
      switch event {
      case .open("si", _): text = ""
      case .open("rPh", _): phonetic += 1
      case .close("rPh"): phonetic -= 1
      case .open("t", _): isText = phonetic == 0
      case .close("t"): isText = false
      case .close("si"):
        guard texts.count < WorkbookLimits.cells else { throw .tooLarge }
        texts.append(OfficeOpenReader.unescaped(text))
      case .text(let words): if isText { text += words }
      default: break
      }
    }
    self.texts = texts
  }

  private func rows(
    of bytes: [UInt8], entry: String, room: inout Workbook.Room
  ) throws(WorkbookFault) -> [Workbook.Row] {
    var rows: [Workbook.Row] = []
    var row = Workbook.Row(number: 0, cells: [])
    var cell = OfficeOpenCell()
    var number = 0
    var column = 0
    var isText = false
    var phonetic = 0
    try MarkupWalk.walk(bytes, entry: entry) { event throws(WorkbookFault) in
      switch event {
      case .open("row", let attributes):
        number = attributes["r"].flatMap { Int($0) } ?? number + 1
        guard (1...(1 << 20)).contains(number), number > row.number else { throw .damaged(entry) }
        row = Workbook.Row(number: number, cells: [])
        column = 0
      case .close("row"):
        guard row.cells.contains(where: { $0 != .blank }) else { return }
        guard rows.count < WorkbookLimits.rows else { throw .tooLarge }
        rows.append(row)
      case .open("c", let attributes):
        column = attributes["r"].flatMap(OfficeOpenCell.column) ?? column + 1
        cell = OfficeOpenCell(attributes)
      case .open("f", _): cell.hasFormula = true
      case .open("v", _), .open("t", _): isText = phonetic == 0
      case .close("v"), .close("t"): isText = false
      case .open("rPh", _): phonetic += 1
      case .close("rPh"): phonetic -= 1
      case .text(let words): if isText { cell.text += words }
      case .close("c"):
        guard column >= 1, column <= WorkbookLimits.columns else { return }
        let value = cell.value(texts: texts, styles: styles, since1904: since1904)
        try room.take(value)
        guard value != .blank else { return }
        while row.cells.count < column - 1 { row.cells.append(.blank) }
        guard row.cells.count < column else { throw .damaged(entry) }
        row.cells.append(value)
      default: break
      }
    }
    return rows
  }

  /// The text without the marks by which characters are written that XML cannot hold: `_x000D_`.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      result += rest[..<start.lowerBound]
      let code = rest[start.upperBound...].prefix(4)
      let end = rest[start.upperBound...].dropFirst(4)
      if code.count == 4, end.first == "_", let number = UInt32(code, radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        result.unicodeScalars.append(scalar)
        rest = end.dropFirst()
      } else {
        result += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
}
