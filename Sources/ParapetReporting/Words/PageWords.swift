public import ParapetModel

/// A word that stands on every page or in every workbook.
public enum PageLabel: String, Hashable, Sendable, CaseIterable {
  /// The sheet of the rows for machines.
  case data
  /// The part of a page that a row comes from.
  case part
  /// What a page has.
  case contents
  /// Where what a page says is written.
  case sources
  /// The sheets of a plan whose names would be too long.
  case itemsByApplication, appropriations, losses
  /// What is good to know beside an answer.
  case further
}

/// The words of pages and workbooks in a language.
public protocol PageWords {
  /// A heading or a name.
  func label(_ label: PageLabel) -> String
  /// Parts one after the other, as the language sets its semicolon.
  func list(_ parts: [String]) -> String
  /// In which currency the amounts of a table are.
  func amounts(in currency: Currency) -> String
}
