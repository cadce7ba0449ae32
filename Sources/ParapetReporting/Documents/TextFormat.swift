/// The formats of documents that are texts.
public enum TextFormat: String, Hashable, Sendable, CaseIterable {
  /// A page for a terminal.
  case text
  /// Rows for spreadsheets and programs.
  case csv
  /// A document for programs.
  case json
  /// A page for a browser.
  case html
}
