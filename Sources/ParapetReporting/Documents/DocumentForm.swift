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

  /// Whether people read it, and no program.
  public var isForPeople: Bool { self == .text || self == .html }
}

/// The form in which a document is written.
public struct DocumentForm: Hashable, Sendable {
  /// The format.
  public var format: DocumentFormat
  /// How CSV is written.
  public var profile: CSVProfile
  /// How many columns a text has.
  public var width: Int
  /// Whether a text is coloured.
  public var isColoured: Bool

  /// A form; a text has a hundred columns and no colour, unless more is said.
  public init(
    _ format: DocumentFormat, profile: CSVProfile = .rfc4180, width: Int = 100, coloured: Bool = false
  ) {
    self.format = format
    self.profile = profile
    self.width = width
    isColoured = coloured
  }

  /// The text of a document.
  public func render(_ document: any Document, _ words: any Sentences) -> String {
    switch format {
    case .text: document.text(by: TextRenderer(words: words, width: width, colour: isColoured))
    case .csv: CSVWriter(profile).render(document.wholeTable)
    case .json: document.json
    case .html: HTMLRenderer(words: words).render(document.whole(document.page, in: words))
    }
  }
}
