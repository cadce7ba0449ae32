public import ParapetModel

/// An item of a city, by the names of both.
public struct ItemName: Hashable, Sendable {
  /// The city.
  public var city: String
  /// The item.
  public var item: String

  /// An item of a city.
  public init(_ city: String, _ item: String) {
    self.city = city
    self.item = item
  }
}

/// What of the portfolios that a document is about was refused, and which of its figures rest on that.
///
/// A figure that is said of no item rests on everything the document is about: where nobody says more, it is partial.
public struct Gaps: Hashable, Sendable {
  /// What was refused, in the order of the files.
  public var unread: [Unread]
  private var byCity: [String: [Unread]]
  private var items: Set<String>?
  private var names: [ItemName]

  /// What was refused of some portfolios.
  ///
  /// - Parameter items: the items that the document is about; nothing where it is about all.
  public init(_ portfolios: [Portfolio], about items: [String]? = nil) {
    unread = portfolios.flatMap(\.unread)
    byCity = Dictionary(portfolios.map { ($0.city.id, $0.unread) }, uniquingKeysWith: +)
    self.items = items.map { Set($0) }
    names = portfolios.flatMap { city in city.items.map { ItemName(city.city.id, $0.id) } }
  }

  /// Whether a figure about an item, or about all that the document is about, rests on something that was refused.
  public func isPartial(_ name: ItemName?) -> Bool {
    guard let name else {
      return unread.contains { gap in !gap.isApart && (gap.item.map { items?.contains($0) ?? true } ?? true) }
    }
    return byCity[name.city]?.contains { !$0.isApart && ($0.item == nil || $0.item == name.item) } ?? false
  }

  /// The items of which figures are partial.
  var partialItems: [String] {
    unread.isEmpty
      ? [] : names.filter { items?.contains($0.item) ?? true }.filter { isPartial($0) }.map(\.item)
  }
}

extension Edition {
  /// The edition of a document about portfolios, or about some of their items.
  public func about(_ portfolios: [Portfolio], items: [String]? = nil) -> Edition {
    var edition = self
    edition.gaps = Gaps(portfolios, about: items)
    return edition
  }
}

// What was refused is said by every document alike.
extension Document {
  /// The page for people with what could not be read at its head, and each figure that rests on it marked.
  public func whole(_ report: Report, in words: any Sentences) -> Report {
    guard let gaps = edition.gaps, !gaps.unread.isEmpty else { return report }
    var report = report
    report.box = Box(gaps, words)
    report.blocks = report.blocks.map { $0.marked(by: gaps) }
    return report
  }

  /// The rows for machines; where something could not be read, a last column says which rows rest on it.
  public var wholeTable: Table {
    guard let gaps = edition.gaps, !gaps.unread.isEmpty else { return table }
    return table.marked(by: gaps)
  }
}

extension Block {
  fileprivate func marked(by gaps: Gaps) -> Block {
    switch self {
    case .table(let table): .table(table.marked(by: gaps))
    case .details(let summary, let blocks): .details(summary: summary, blocks.map { $0.marked(by: gaps) })
    case .facts(let entries):
      .facts(
        entries.map { entry in
          guard entry.isAmount, gaps.isPartial(entry.item) else { return entry }
          return FactEntry(entry.name, entry.value + Table.mark)
        })
    case .heading, .paragraph, .list: self
    }
  }
}

extension Box {
  /// The most refusals that are shown; JSON has all.
  static let most = 50

  fileprivate init(_ gaps: Gaps, _ words: any Sentences) {
    title = words.note(UnreadNote.title(gaps.unread.count))
    lead = words.note(UnreadNote.meaning(mark: Table.mark))
    entries = gaps.unread.prefix(Box.most).map { gap in
      let finding = gap.finding
      let advice = (finding.advice?[words.language]).map { " – " + $0 } ?? ""
      return words.pair(words.note(UnreadNote.place(finding.place)), finding.said[words.language] + advice)
    }
    if gaps.unread.count > Box.most {
      entries.append(words.note(UnreadNote.more(gaps.unread.count - Box.most)))
    }
  }
}

/// A refusal as JSON.
struct UnreadPart: Encodable {
  var file: String
  @OrNull var line: Int?
  @OrNull var column: Int?
  var id: String
  var message: String
  @OrNull var suggestion: String?
  @OrNull var item: String?
  @OrNull var field: String?

  init(_ gap: Unread, _ language: Language) {
    let finding = gap.finding
    file = finding.place.name
    _line = OrNull(wrappedValue: finding.place.line)
    _column = OrNull(wrappedValue: finding.place.column)
    id = finding.id
    message = finding.said[language]
    _suggestion = OrNull(wrappedValue: finding.advice?[language])
    _item = OrNull(wrappedValue: gap.item)
    _field = OrNull(wrappedValue: gap.field)
  }
}
