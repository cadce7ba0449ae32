import ParapetMatching
import ParapetModel

/// The words of a language for tables that a spreadsheet opens: a program reads their codes.
public protocol ColumnWords {
  /// The heading of a column by its code; nothing where the code is no column's that we know.
  func heading(ofColumn code: String) -> String?
}

extension Sentences {
  /// The heading of a column of a page by the code that the column has for programs.
  func columnName(_ code: String) -> String { Typography.capitalised(heading(ofColumn: code) ?? code) }

  /// A table with its codes said in words: its headings, and the cells of columns that hold nothing but codes.
  ///
  /// What has the form of a table of a portfolio is read again by its codes, and keeps them.
  func worded(_ table: Table) -> Table {
    guard !table.isReadAgain else { return table }
    var table = table
    let words = table.columns.map { cellWord(ofColumn: $0.heading) }
    table.columns = table.columns.map { column in
      var column = column
      column.heading = heading(ofColumn: column.heading) ?? column.heading
      return column
    }
    guard words.contains(where: { $0 != nil }) else { return table }
    return table.mapRows { row in
      zip(row, words).map { cell, word in
        guard let word, let code = cell.plain, let said = word(code) else { return cell }
        return .text(said)
      }
    }
  }

  /// What says the codes of a column, where it holds codes alone.
  private func cellWord(ofColumn code: String) -> ((String) -> String?)? {
    switch code {
    case "status": { DayStatus(rawValue: $0).map(word) }
    case "verdict": { Verdict(rawValue: $0).map(word) }
    case "standing": { Match.Standing(rawValue: $0).map(word) }
    case "next_by": { NextAction.Doer(rawValue: $0).map(word) }
    case "level": { Opportunity.Level(rawValue: $0).map(word) }
    case "component": { Item.Component(rawValue: $0).map(word) }
    case "grade": { Grade(rawValue: $0).map(word) }
    case "class": { Fact.Power(rawValue: $0).map(word) }
    case "severity": { RecordChange.Severity(rawValue: $0).map(label) }
    case "outcome": { Outcome(rawValue: $0).map(word) }
    case "lost": { $0 == "yes" ? label(Label.yes) : $0 == "no" ? label(Label.no) : nil }
    default: nil
    }
  }
}
