import ParapetModel

/// One value of a table that a person wrote, with the place where its text begins.
struct InputCell: Hashable {
  /// What a workbook says that a value is; a text file has words only.
  enum Kind: Hashable {
    /// Words.
    case text
    /// A number, written in plain decimals.
    case number
    /// A day, written `YYYY-MM-DD`.
    case day
    /// Something that the spreadsheet could not work out, such as `#REF!`.
    case fault
  }

  /// The text, quotes undone.
  var text: String
  /// The line, from 1.
  var line: Int
  /// The column of its first letter, in Unicode scalars from 1; of a quoted cell, after the quote; in a workbook the
  /// column of the sheet.
  var column: Int
  /// What it is.
  var kind = Kind.text

  /// The text between marks, cut to what a reader needs to know it again.
  var quoted: String { String(text.prefix(80)) }
}

/// One row of a table that a person wrote: its cells, and what is wrong with their writing.
struct InputRow: Hashable {
  /// Something that is wrong with the writing of a row, and where.
  struct Fault: Hashable {
    /// The kinds of fault.
    enum Kind: Hashable {
      /// A quote that no other quote closes, at the place where it opens.
      case unclosedQuote
      /// Text between a closing quote and the next delimiter.
      case textAfterQuote
      /// A control character.
      case controlCharacter
      /// A cell above the limit.
      case cellTooLong
      /// More cells than the limit.
      case tooManyColumns
    }

    /// What is wrong.
    var kind: Kind
    /// The line, from 1.
    var line: Int
    /// The column, from 1.
    var column: Int
  }

  /// The line of its first cell.
  var line: Int
  /// Its cells.
  var cells: [InputCell] = []
  /// What is wrong with its writing.
  var faults: [Fault] = []

  /// Whether every cell is empty, as in the blank lines and rows that spreadsheets leave.
  var isBlank: Bool {
    faults.isEmpty && cells.allSatisfy { $0.kind != .fault && $0.text.allSatisfy(\.isWhitespace) }
  }
}
