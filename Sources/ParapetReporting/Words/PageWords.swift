/// A word that stands on every page or in every workbook.
public enum PageLabel: String, Hashable, Sendable, CaseIterable {
  /// The sheet of the rows for machines.
  case data
  /// The part of a page that a row comes from.
  case part
  /// What a page has.
  case contents
}

/// The words of pages and workbooks in a language.
public protocol PageWords {
  /// A heading or a name.
  func label(_ label: PageLabel) -> String
}
