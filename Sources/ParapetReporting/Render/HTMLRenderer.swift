import ParapetMatching
import ParapetModel

/// Renders reports as one self-contained HTML file, without script (WCAG 2.2 AA).
public struct HTMLRenderer: Sendable {
  private let words: any Sentences
  private let hasAnnex: Bool
  /// The titles of other languages on the page.
  private var foreign = ForeignTitles()

  /// A page with fewer headings needs no list of them.
  private static let fewHeadings = 3
  /// A table with more columns is printed on sheets laid across.
  private static let uprightColumns = 7
  /// A table of so many rows is not parted among sheets.
  private static let fewRows = 8
  /// An identifier of so many characters stays on one line.
  private static let longestWhole = 18

  /// A renderer for the language of the words.
  ///
  /// - Parameter annex: whether what can be skipped is unfolded on a screen and printed.
  public init(words: any Sentences, annex: Bool = false) {
    self.words = words
    hasAnnex = annex
  }

  /// The file of a report.
  public func render(_ report: Report) -> String {
    var renderer = self
    renderer.foreign = report.foreign
    return renderer.page(report)
  }

  private func page(_ report: Report) -> String {
    var names = HeadingNames()
    var pictures = 0
    let hasPicture = report.blocks.contains { if case .picture = $0 { true } else { false } }
    let headings = report.blocks.compactMap { block -> (level: Int, text: String, name: String)? in
      guard case .heading(let level, let text) = block else { return nil }
      return (level, text, names.unique(text))
    }
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
      </style>\(report.mark.map(HTMLRenderer.style(ofMark:)) ?? "")\(hasPicture ? PictureRenderer.style : "")
      </head>
      <body class="\(classes(of: report))">\(report.mark.map { "\n<p class=\"mark\">\(escaped($0))</p>" } ?? "")
      <a class="skip" href="#content">\(escaped(words.label(.skipToContent)))</a>
      <main id="content" tabindex="-1">
      <h1>\(marked(report.title))</h1>

      """
    if let box = report.box { html += render(box) }
    if !report.notes.isEmpty {
      html += "<aside aria-label=\"\(escaped(words.label(.notes)))\">\n"
      for note in report.notes { html += "<p>\(escaped(note))</p>\n" }
      html += "</aside>\n"
    }
    if report.layout == .pages { html += contents(headings) }
    var heading: String?
    var named = headings[...]
    for (place, block) in report.blocks.enumerated() {
      if case .heading(let level, let text) = block {
        let level = min(max(level, 2), 6)
        // On paper nothing would stand below it.
        let folded = report.blocks[(place + 1)...].beginsFolded ? " class=\"folded\"" : ""
        html +=
          "<h\(level)\(folded) id=\"\(named.popFirst()?.name ?? "")\">\(marked(text))</h\(level)>\n"
        heading = text
      } else if case .picture(let picture) = block {
        // The table beside it repeats the heading, so that it still stands just above.
        pictures += 1
        html += PictureRenderer(name: "picture-\(pictures)", picture: picture, words: words).svg
      } else {
        html += render(block, heading: heading)
        heading = nil
      }
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  /// Whether it is one sheet, stands across, and is printed with its annex.
  private func classes(of report: Report) -> String {
    let isWide = report.blocks.contains { $0.columns > HTMLRenderer.uprightColumns }
    let names = [report.layout == .sheet ? "sheet" : nil, isWide ? "wide" : nil, hasAnnex ? "annex" : nil]
    return (["page"] + names.compactMap(\.self)).joined(separator: " ")
  }

  /// The headings of the two upper levels, as links.
  private func contents(_ headings: [(level: Int, text: String, name: String)]) -> String {
    let top = headings.map(\.level).min() ?? 2
    let shown = headings.filter { $0.level <= top + (headings.count { $0.level == top } < 2 ? 1 : 0) }
    guard shown.count >= HTMLRenderer.fewHeadings else { return "" }
    let links = shown.map { "<li><a class=\"bare\" href=\"#\($0.name)\">\(marked($0.text))</a></li>\n" }
    return
      "<nav aria-label=\"\(escaped(words.label(PageLabel.contents)))\">\n<ul>\n\(links.joined())</ul>\n</nav>\n"
  }

  /// The mark stands above the page, and on paper in the upper margin of every sheet, where it covers nothing.
  private static func style(ofMark mark: String) -> String {
    """

    <style>
    .mark { margin: 0; padding: .4rem; text-align: center; font-weight: 700; border: 2px solid var(--unmet); }
    @page { margin-top: 20mm; @top-center { content: "\(inStyle(mark))"; color: #a8201a; font: 700 8pt sans-serif; } }
    </style>
    """
  }

  /// A text as a string of a style sheet takes it, which can end neither the string nor the element.
  private static func inStyle(_ text: String) -> String {
    Plain.safe(text).unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\", "\"", "<", ">", "&": "\\" + String(scalar.value, radix: 16) + " "
      default: String(scalar)
      }
    }.joined()
  }

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
      return "<h\(min(max(level, 2), 6))>\(marked(text))</h\(min(max(level, 2), 6))>\n"
    case .anchor(let name):
      return "<span id=\"\(escaped(name))\"></span>\n"
    case .picture(let picture):
      return PictureRenderer(name: "picture", picture: picture, words: words).svg
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
        "<details\(hasAnnex ? " open" : "")>\n<summary>\(render(summary))</summary>\n\(blocks.map { render($0) }.joined())</details>\n"
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
    // On a phone the cells of a row stand one below the other, and say in words what they are.
    var html =
      "<div class=\"scroll\(table.rows.count <= HTMLRenderer.fewRows ? " short" : "")\" role=\"region\" tabindex=\"0\" "
      + "aria-label=\"\(caption)\">\n<table role=\"table\"\(HTMLRenderer.classes(of: table))>\n"
    let visible = isNamed ? escaped(currency.map { words.amounts(in: $0) } ?? "") : caption
    let hidden = isNamed ? "<span class=\"unseen\">\(escaped(table.caption))</span> " : ""
    html += "<caption>\(hidden)\(visible)</caption>\n<thead role=\"rowgroup\">\n<tr role=\"row\">"
    for column in table.columns {
      html +=
        "<th scope=\"col\" role=\"columnheader\"\(column.kind == .figure ? " class=\"figure\"" : "")>\(escaped(column.heading))</th>"
    }
    html += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n"
    let body = table.rows.count - table.totals
    for (number, row) in table.rows.enumerated() {
      if number == body { html += "</tbody>\n<tfoot role=\"rowgroup\">\n" }
      html += "<tr role=\"row\">"
      for (index, cell) in row.enumerated() {
        let kind = attributes(of: table.columns[index], cell)
        let text = render(cell, currency, isPartial: table.partialRows?.contains(number) ?? false)
        html +=
          index == rowHeader
          ? "<th scope=\"row\" role=\"rowheader\"\(kind)>\(text)</th>"
          : "<td role=\"cell\"\(kind)>\(text)</td>"
      }
      html += "</tr>\n"
    }
    html += table.totals > 0 ? "</tfoot>\n" : "</tbody>\n"
    return html + "</table>\n</div>\n"
  }

  /// How the columns of a table share its width.
  private static func classes(of table: Table) -> String {
    let names = [
      table.isMatrix ? "matrix" : nil, table.isMatrix && table.hasDots ? "dots" : nil,
      table.columns.count >= uprightColumns ? "close" : nil,
    ].compactMap(\.self)
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private func attributes(of column: Table.Column, _ cell: Cell) -> String {
    let isEmpty = cell == .empty
    let name =
      switch column.kind {
      case .figure: "figure"
      case .token: HTMLRenderer.isWhole(cell) ? "token whole" : "token"
      case .prose: "prose"
      }
    return " class=\"\(name)\"" + (isEmpty ? "" : " data-head=\"\(escaped(column.heading))\"")
  }

  /// Whether it is an identifier that a line has room for, and that is not broken at its hyphens.
  private static func isWhole(_ cell: Cell) -> Bool {
    guard let text = cell.plain else { return false }
    return text.contains("-") && text.count <= longestWhole && !text.contains(" ")
  }

  private func render(_ cell: Cell, _ currency: Currency?, isPartial: Bool) -> String {
    let text = escaped(CellText.of(cell, words, currency: currency, isPartial: isPartial))
    switch cell {
    case .text(let text): return marked(text)
    case .link(let text, let url): return link(text, url)
    case .phrase(let phrase): return render(phrase)
    case .day(let day): return "<time datetime=\"\(day)\">\(text)</time>"
    case .verdict(let verdict): return "<span class=\"verdict \(verdict.rawValue)\">\(text)</span>"
    case .empty, .number, .year, .hundredths, .quantity, .rate, .money: return text
    }
  }

  private func render(_ phrase: Phrase) -> String {
    phrase.runs.map { run in
      switch run {
      case .plain(let text): marked(text)
      case .strong(let text): "<strong>\(marked(text))</strong>"
      case .link(let text, let url): link(text, url)
      case .foreign(let text, let language): HTMLRenderer.span(text, language)
      case .verdict(let verdict):
        "<span class=\"verdict \(verdict.rawValue)\">\(escaped(words.word(verdict)))</span>"
      }
    }.joined()
  }

  /// A text in which each title of another language is marked.
  private func marked(_ text: String) -> String {
    foreign.marked(text).map { run in
      if case .foreign(let text, let language) = run { return HTMLRenderer.span(text, language) }
      if case .plain(let text) = run { return escaped(text) }
      return ""
    }.joined()
  }

  private static func span(_ text: String, _ language: String) -> String {
    "<span lang=\"\(Markup.escaped(language))\">\(Markup.escaped(text))</span>"
  }

  /// A link, or its words alone where its address is none of the web; on paper only hidden addresses are added.
  private func link(_ text: String, _ url: String) -> String {
    if Anchor.isOne(url) { return "<a class=\"bare\" href=\"\(url)\">\(escaped(text))</a>" }
    guard WebAddress.isSafe(url) || WebAddress.isBeside(url) else { return escaped(text) }
    return "<a\(text == url ? " class=\"bare\"" : "") href=\"\(escaped(url))\">\(escaped(text))</a>"
  }

  /// Text that HTML takes for text, in content and in quoted attributes.
  ///
  /// See `Markup`.
  private func escaped(_ text: String) -> String { Markup.escaped(text) }
}

extension ArraySlice<Block> {
  /// Whether what comes before the next heading can be skipped, all of it.
  fileprivate var beginsFolded: Bool {
    let own = prefix { if case .heading = $0 { false } else { true } }
    return !own.isEmpty
      && own.allSatisfy {
        switch $0 {
        case .details, .anchor: true
        case .heading, .paragraph, .list, .table, .picture, .facts: false
        }
      }
  }
}

extension Block {
  /// The most columns of a table in it that is not folded away.
  fileprivate var columns: Int {
    if case .table(let table) = self { table.columns.count } else { 0 }
  }
}

/// Names for the headings of a page, each once.
private struct HeadingNames {
  private var taken: Set<String> = ["content", "unread"]

  mutating func unique(_ heading: String) -> String {
    let base = "h-" + Anchor.name(heading)
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
