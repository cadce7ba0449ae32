/// The formats of documents.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
  /// A page for a terminal.
  case text
  /// Rows for spreadsheets and programs.
  case csv
  /// A document for programs.
  case json
  /// A page for a browser.
  case html
  /// A workbook.
  case xlsx
  /// A page for paper.
  case pdf

  /// Whether people read it, and no program; a workbook is for both and holds everything.
  public var isForPeople: Bool { self == .text || self == .html || self == .pdf }

  /// The format where it is a text; nothing where it is bytes that another program or library makes.
  public var text: TextFormat? { TextFormat(rawValue: rawValue) }
}

/// The form in which a document is written.
public struct DocumentForm: Hashable, Sendable {
  /// The format.
  public var format: TextFormat
  /// How CSV is written.
  public var profile: CSVProfile
  /// How many columns a text has.
  public var width: Int
  /// Whether a text is coloured.
  public var isColoured: Bool
  /// Whether a page shows and prints what can be skipped.
  public var hasAnnex = false

  /// A form; a text has a hundred columns and no colour, unless more is said.
  public init(
    _ format: TextFormat, profile: CSVProfile = .rfc4180, width: Int = 100, coloured: Bool = false
  ) {
    self.format = format
    self.profile = profile
    self.width = width
    isColoured = coloured
  }

  /// The text of a document.
  public func render(_ document: any Document, _ words: any Sentences) -> String {
    switch format {
    case .text:
      document.text(by: TextRenderer(words: words, width: width, colour: isColoured, annex: hasAnnex))
    case .csv: CSVWriter(profile, words: words).render(document.wholeTable)
    case .json: document.json
    case .html: HTMLRenderer(words: words, annex: hasAnnex).render(document.whole(document.page, in: words))
    }
  }
}
