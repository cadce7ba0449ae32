import ParapetMatching
import ParapetModel

/// Renders reports as one self-contained HTML file, without script (WCAG 2.2 AA).
public struct HTMLRenderer: Sendable {
  private let words: any Sentences

  /// A renderer for the language of the words.
  public init(words: any Sentences) { self.words = words }

  /// The file of a report.
  public func render(_ report: Report) -> String {
    var html = """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escaped(report.title))</title>
      <style>
      \(StyleSheet.text)
      </style>\(report.mark == nil ? "" : HTMLRenderer.styleOfMark)
      </head>
      <body>\(report.mark.map { "\n<p class=\"mark\">\(escaped($0))</p>" } ?? "")
      <a class="skip" href="#content">\(escaped(words.label(.skipToContent)))</a>
      <main id="content" tabindex="-1">
      <h1>\(escaped(report.title))</h1>

      """
    if let box = report.box { html += render(box) }
    if !report.notes.isEmpty {
      html += "<aside aria-label=\"\(escaped(words.label(.notes)))\">\n"
      for note in report.notes { html += "<p>\(escaped(note))</p>\n" }
      html += "</aside>\n"
    }
    var heading: String?
    for block in report.blocks {
      html += render(block, heading: heading)
      if case .heading(_, let text) = block { heading = text } else { heading = nil }
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  /// A fixed box is printed on every sheet.
  private static let styleOfMark = """

    <style>
    .mark { margin: 0; padding: .4rem; text-align: center; font-weight: 700; border: 2px solid var(--unmet); }
    @media print { .mark { position: fixed; top: 0; left: 0; right: 0; } main { padding-top: 2rem; } }
    </style>
    """

  private func render(_ box: Box) -> String {
    let entries = box.entries.map { "<li>\(escaped($0))</li>\n" }
    return
      "<section class=\"unread\" aria-labelledby=\"unread\">\n<h2 id=\"unread\">\(escaped(box.title))</h2>\n"
      + "<p>\(escaped(box.lead))</p>\n<ul>\n\(entries.joined())</ul>\n</section>\n"
  }

  /// - Parameter heading: the heading just above, which a caption repeats for the ear only.
  private func render(_ block: Block, heading: String? = nil) -> String {
    switch block {
    case .heading(let level, let text):
      let level = min(max(level, 2), 6)
      return "<h\(level)>\(escaped(text))</h\(level)>\n"
    case .paragraph(let phrase):
      return "<p>\(render(phrase))</p>\n"
    case .list(let entries):
      return render(entries)
    case .facts(let entries):
      let rows = entries.map { "<div><dt>\(escaped($0.name))</dt><dd>\(render($0.value))</dd></div>\n" }
      return "<dl>\n\(rows.joined())</dl>\n"
    case .table(let table):
      return render(table, isNamed: table.caption == heading)
    case .details(let summary, let blocks):
      return
        "<details>\n<summary>\(render(summary))</summary>\n\(blocks.map { render($0) }.joined())</details>\n"
    }
  }

  private func render(_ entries: [ListEntry]) -> String {
    guard !entries.isEmpty else { return "" }
    let rows = entries.map { entry in
      let children = entry.children.isEmpty ? "" : "\n" + render(entry.children)
      guard let outcome = entry.outcome else { return "<li>\(render(entry.phrase))\(children)</li>\n" }
      // The sign is for the eye; the word beside it is for everybody.
      let mark = TerminalStyle.mark(of: outcome)
      return
        "<li class=\"marked\"><span class=\"\(outcome.rawValue)\"><span aria-hidden=\"true\">\(mark)</span> "
        + "\(escaped(words.word(outcome)))</span> \(render(entry.phrase))\(children)</li>\n"
    }
    return "<ul>\n\(rows.joined())</ul>\n"
  }

  private func render(_ table: Table, isNamed: Bool) -> String {
    // A region that scrolls must be reached by keyboard and have a name.
    let caption = escaped(table.caption(in: words))
    let currency = table.currency
    let rowHeader = table.columns.firstIndex { $0.kind != .figure }
    var html = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\">\n<table>\n"
    let visible = isNamed ? escaped(currency.map { "(\($0.code))" } ?? "") : caption
    let hidden = isNamed ? "<span class=\"unseen\">\(escaped(table.caption))</span> " : ""
    html += "<caption>\(hidden)\(visible)</caption>\n<thead>\n<tr>"
    for column in table.columns {
      html +=
        "<th scope=\"col\"\(column.kind == .figure ? " class=\"figure\"" : "")>\(escaped(column.heading))</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    let body = table.rows.count - table.totals
    for (number, row) in table.rows.enumerated() {
      if number == body { html += "</tbody>\n<tfoot>\n" }
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        let kind = attribute(of: table.columns[index])
        let text = render(cell, currency, isPartial: table.partialRows?.contains(number) ?? false)
        html += index == rowHeader ? "<th scope=\"row\"\(kind)>\(text)</th>" : "<td\(kind)>\(text)</td>"
      }
      html += "</tr>\n"
    }
    html += table.totals > 0 ? "</tfoot>\n" : "</tbody>\n"
    return html + "</table>\n</div>\n"
  }

  private func attribute(of column: Table.Column) -> String {
    switch column.kind {
    case .figure: " class=\"figure\""
    case .token: ""
    case .prose: " class=\"prose\""
    }
  }

  private func render(_ cell: Cell, _ currency: Currency?, isPartial: Bool) -> String {
    let text = escaped(CellText.of(cell, words, currency: currency, isPartial: isPartial))
    switch cell {
    case .link(let text, let url): return link(text, url)
    case .day(let day): return "<time datetime=\"\(day)\">\(text)</time>"
    case .verdict(let verdict): return "<span class=\"verdict \(verdict.rawValue)\">\(text)</span>"
    case .empty, .text, .number, .hundredths, .quantity, .rate, .money: return text
    }
  }

  private func render(_ phrase: Phrase) -> String {
    phrase.runs.map { run in
      switch run {
      case .plain(let text): escaped(text)
      case .strong(let text): "<strong>\(escaped(text))</strong>"
      case .link(let text, let url): link(text, url)
      case .verdict(let verdict):
        "<span class=\"verdict \(verdict.rawValue)\">\(escaped(words.word(verdict)))</span>"
      }
    }.joined()
  }

  /// A link, or its words alone where its address is none of the web; on paper only hidden addresses are added.
  private func link(_ text: String, _ url: String) -> String {
    guard WebAddress.isSafe(url) || WebAddress.isBeside(url) else { return escaped(text) }
    return "<a\(text == url ? " class=\"bare\"" : "") href=\"\(escaped(url))\">\(escaped(text))</a>"
  }

  /// Text that HTML takes for text, in content and in quoted attributes.
  ///
  /// By scalars, since `<` with a combining mark is another character and still opens a tag.
  private func escaped(_ text: String) -> String {
    var result = ""
    result.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in Plain.safe(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
