/// Reads the workbooks of LibreOffice: ISO/IEC 26300, OpenDocument.
struct OpenDocumentReader {
  private let entry = "content.xml"
  private var sheets: [Workbook.Sheet] = []
  private var row = Workbook.Row(number: 0, cells: [])
  private var number = 0
  private var rowRepeat = 1
  private var cell: OpenDocumentCell?
  /// Inside what is no content of a cell: a remark, a drawing.
  private var aside = 0
  private var isInRow = false

  /// The sheets of an archive.
  static func sheets(
    of archive: ZIPArchive, room: inout Workbook.Room
  ) throws(WorkbookFault) -> [Workbook.Sheet] {
    var reader = OpenDocumentReader()
    guard let bytes = try archive.entry(reader.entry) else { throw .notAWorkbook }
    var isSpreadsheet = false
    try MarkupWalk.walk(bytes, entry: reader.entry) { event throws(WorkbookFault) in
      if case .open("spreadsheet", _) = event { isSpreadsheet = true }
      if isSpreadsheet { try reader.take(event, room: &room) }
    }
    guard isSpreadsheet else { throw .notAWorkbook }
    return reader.sheets
  }

  private mutating func take(_ event: MarkupWalk.Event, room: inout Workbook.Room) throws(WorkbookFault) {
    switch event {
    case .open("annotation", _), .open("shapes", _), .open("frame", _), .open("tracked-changes", _):
      aside += 1
    case .close("annotation"), .close("shapes"), .close("frame"), .close("tracked-changes"): aside -= 1
    default: if aside == 0 { try takeContent(event, room: &room) }
    }
  }

  private mutating func takeContent(
    _ event: MarkupWalk.Event, room: inout Workbook.Room
  ) throws(WorkbookFault) {
    switch event {
    case .open("table", let attributes):
      guard sheets.count < WorkbookLimits.sheets else { throw .tooLarge }
      sheets.append(Workbook.Sheet(name: attributes["name"] ?? "", isHidden: false, rows: []))
      number = 0
    case .open("table-row", let attributes):
      rowRepeat = OpenDocumentReader.times(attributes["number-rows-repeated"])
      row = Workbook.Row(number: number + 1, cells: [])
      isInRow = true
    case .close("table-row"):
      try endRow(room: &room)
    case .open("table-cell", let attributes), .open("covered-table-cell", let attributes):
      if isInRow { cell = OpenDocumentCell(attributes) }
    case .close("table-cell"), .close("covered-table-cell"):
      try endCell(room: &room)
    case .open(let name, let attributes): cell?.open(name, attributes)
    case .close(let name): cell?.close(name)
    case .text(let words): cell?.add(words)
    }
  }

  private mutating func endCell(room: inout Workbook.Room) throws(WorkbookFault) {
    guard let ended = cell else { return }
    cell = nil
    let value = ended.value
    for _ in 0..<min(ended.times, WorkbookLimits.columns - row.cells.count) {
      try room.take(value)
      row.cells.append(value)
    }
  }

  private mutating func endRow(room: inout Workbook.Room) throws(WorkbookFault) {
    isInRow = false
    let first = number + 1
    let (last, overflow) = number.addingReportingOverflow(rowRepeat)
    guard !overflow, last <= 1 << 24 else { throw .tooLarge }
    number = last
    while row.cells.last == .blank { row.cells.removeLast() }
    guard !row.cells.isEmpty, !sheets.isEmpty else { return }
    for number in first...last {
      guard sheets[sheets.count - 1].rows.count < WorkbookLimits.rows else { throw .tooLarge }
      // The first of equal rows has been counted cell by cell.
      if number > first { for value in row.cells { try room.take(value) } }
      sheets[sheets.count - 1].rows.append(Workbook.Row(number: number, cells: row.cells))
    }
  }

  /// How often a row or cell stands there.
  static func times(_ text: String?) -> Int { text.flatMap { Int($0) }.map { max(1, min($0, 1 << 24)) } ?? 1 }
}

/// A cell of an OpenDocument sheet, as it is being read.
struct OpenDocumentCell {
  /// How often it stands there.
  let times: Int
  private let type: String
  private let stated: String?
  private let isFault: Bool
  private let hasFormula: Bool
  private var text = ""
  private var paragraphs = 0
  private var isInText = 0

  /// A cell by its attributes.
  init(_ attributes: [String: String]) {
    times = OpenDocumentReader.times(attributes["number-columns-repeated"])
    type = attributes["value-type"] ?? ""
    isFault = attributes["calcext:value-type"] == "error"
    hasFormula = attributes["formula"] != nil
    switch type {
    case "float", "currency", "percentage": stated = attributes["value"]
    case "date": stated = attributes["date-value"]
    case "boolean": stated = attributes["boolean-value"]
    case "string": stated = attributes["string-value"]
    default: stated = nil
    }
  }

  /// An element opens inside the cell.
  mutating func open(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "p":
      if paragraphs > 0 { text += "\n" }
      paragraphs += 1
      isInText += 1
    case "s": text += String(repeating: " ", count: min(OpenDocumentReader.times(attributes["c"]), 1_000))
    case "tab": text += "\t"
    case "line-break": text += "\n"
    default: break
    }
  }

  /// An element closes inside the cell.
  mutating func close(_ name: String) { if name == "p" { isInText -= 1 } }

  /// Words inside the cell.
  mutating func add(_ words: String) { if isInText > 0 { text += words } }

  /// Its value.
  var value: Workbook.Value {
    if isFault { return .fault(text.isEmpty ? "#?" : text) }
    switch type {
    case "float", "currency", "percentage":
      guard let stated else { return hasFormula ? .fault("") : .blank }
      return WorkbookNumber.plain(stated).map { .number($0) } ?? .fault(stated)
    case "date":
      guard let stated, stated.utf8.count >= 10 else { return .fault(text) }
      return .day(String(stated.prefix(10)))
    case "boolean": return .text(stated == "true" ? "true" : "false")
    case "string":
      let words = stated ?? text
      return words.isEmpty ? .blank : .text(words)
    default: return text.isEmpty ? (hasFormula ? .fault("") : .blank) : .text(text)
    }
  }
}
