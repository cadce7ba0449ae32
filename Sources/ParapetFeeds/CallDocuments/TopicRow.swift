import ParapetModel

/// A row of a table that has a topic at its left: what stands at its right is about that topic alone.
struct TopicRow {
  /// The topic.
  let topic: String
  /// Where the right column begins.
  private let column: Int

  /// The row that a line begins, its identifier whole or broken in a narrow column: `…-URBAN-` over `SQUARES`.
  init?(at index: Int, of lines: [PageLine], topics: [String]) {
    guard topics.count > 1, let first = lines[index].folded.split(separator: " ").first.map(String.init)
    else {
      return nil
    }
    let next =
      index + 1 < lines.count ? lines[index + 1].folded.split(separator: " ").first.map(String.init) : nil
    let whole = next.flatMap { LineBreak.joined(first, $0) }
    guard let topic = topics.first(where: { $0 == first || $0 == whole }) else { return nil }
    let text = Array(lines[index].text)
    guard let gap = TopicRow.gap(in: text) else { return nil }
    self.topic = topic
    column = gap
  }

  /// What a line has in the right column, which may be nothing; no value where the line is none of the row.
  ///
  /// - Parameter begins: whether it is the row's first.
  func value(of line: PageLine, begins: Bool) -> String? {
    let text = Array(line.text)
    guard text.count > column else {
      // The left column goes on alone; behind a blank line the table is over.
      return line.followsBlank ? nil : ""
    }
    // Running text has no gap there.
    guard text[column - 1] == " ", text[column - 2] == " ",
      begins || line.indent >= column || !line.followsBlank
    else {
      return nil
    }
    return String(text[column...]).folded
  }

  /// Where the words behind the first wide gap of a line begin.
  private static func gap(in text: [Character]) -> Int? {
    guard let start = text.firstIndex(where: { $0 != " " }) else { return nil }
    var blanks = 0
    for index in text.indices[start...] {
      if text[index] == " " {
        blanks += 1
      } else if blanks >= 3 {
        return index
      } else {
        blanks = 0
      }
    }
    return nil
  }
}
