import ParapetMatching
import ParapetModel

/// How much a sheet shows of titles and of next steps, and of how many items; longer ones are cut with a mark.
struct BriefRoom: Hashable {
  /// The most characters of a title of an item or a source.
  var title: Int
  /// The most characters of an item's title in a sentence that names many.
  var titleInLists: Int
  /// The most items that such a sentence names.
  var itemsInLists: Int
  /// The most characters of a next step, which ends in who must act.
  var action: Int
  /// The most rows.
  var rows: Int

  /// Everything.
  static let whole = BriefRoom(title: .max, titleInLists: .max, itemsInLists: .max, action: .max, rows: .max)
  /// What lines of a text have room for.
  static let lines = BriefRoom(title: 48, titleInLists: 40, itemsInLists: .max, action: 80, rows: .max)

  /// From everything to the least: sentences that name many items give way first, then titles; who must act is named last
  /// in a step, and is cut last.
  static let steps =
    [
      whole, BriefRoom(title: .max, titleInLists: .max, itemsInLists: 3, action: .max, rows: .max),
      BriefRoom(title: .max, titleInLists: 40, itemsInLists: 2, action: .max, rows: .max),
      BriefRoom(title: 80, titleInLists: 40, itemsInLists: 2, action: .max, rows: .max),
      BriefRoom(title: 48, titleInLists: 40, itemsInLists: 2, action: .max, rows: .max),
      BriefRoom(title: 48, titleInLists: 40, itemsInLists: 2, action: 130, rows: .max),
    ]
    + [15, 12, 10, 8, 6].map {
      BriefRoom(title: 48, titleInLists: 40, itemsInLists: 2, action: 80, rows: $0)
    }
}

extension BriefReport {
  /// The lines of small type that one page of A4 holds, with some to spare, since no two printers set the same line.
  private static let linesOfPage = 97.0
  /// The signs of small type in a line of the whole width.
  private static let signsOfLine = 150
  /// The signs in a line of each column of the table.
  private static let signsOfColumns = [22, 31, 12, 12, 17, 28, 20]

  /// The most of titles and next steps with which the sheet stays on one page.
  var room: BriefRoom {
    BriefRoom.steps.first { lines(in: $0) <= BriefReport.linesOfPage }
      ?? BriefRoom.steps[BriefRoom.steps.count - 1]
  }

  /// How many lines the sheet has on paper.
  func lines(in room: BriefRoom) -> Double {
    func count(_ text: String, _ width: Int) -> Double { Double(Wrap.lines(text, width: width).count) }
    // The title, the notes, the sums and the head of the table, with what is left blank between them.
    var lines = 13.0
    for row in rows(in: room).rows {
      let cells = zip(row, BriefReport.signsOfColumns).map { cell, width in
        count(CellText.of(cell, words), width)
      }
      lines += (cells.max() ?? 1) + 0.3
    }
    for section in sections(in: room) {
      lines += 2.4
      lines += section.lines.reduce(0) { $0 + count($1, BriefReport.signsOfLine) + 0.2 }
    }
    if let gaps = edition.gaps, !gaps.unread.isEmpty {
      lines += 6 + 1.4 * Double(min(Box.mostOfSheet, gaps.unread.count))
    }
    return lines
  }
}
