public import ParapetModel

/// A page as data: a title, notes and blocks, in one language and in no format yet.
public struct Report: Hashable, Sendable {
  /// The title.
  public var title: String
  /// What a reader should know before the first figure.
  public var notes: [String]
  /// What stands on every page, such as that it must not leave the city.
  public var mark: String?
  /// What could not be read and must be known before all else.
  public var box: Box?
  /// The content in reading order.
  public var blocks: [Block]
  /// How it stands on paper.
  public var layout = Layout.pages
  /// Whether a workbook opens with what stands beside the tables, since that is what its reader must know first.
  public var notesFirst = false

  /// Titles of other languages than the page's.
  var foreign = ForeignTitles()

  /// How a page stands on paper.
  public enum Layout: Hashable, Sendable {
    /// On as many sheets as it needs.
    case pages
    /// On one sheet, in small type.
    case sheet
  }

  /// A report from its parts.
  public init(title: String, notes: [String] = [], blocks: [Block] = []) {
    self.title = title
    self.notes = notes
    self.blocks = blocks
  }
}

/// What stands at the head of a page where something could not be read.
public struct Box: Hashable, Sendable {
  /// How much it is.
  public var title: String
  /// What it means for the page.
  public var lead: String
  /// What and where, and what to do about it, one by one.
  public var entries: [String]
}

/// A part of a report.
public indirect enum Block: Hashable, Sendable {
  /// A heading; the report's title is level 1, so that blocks begin at level 2.
  case heading(level: Int, String)
  /// A paragraph.
  case paragraph(Phrase)
  /// A list, perhaps nested.
  case list([ListEntry])
  /// A table.
  case table(Table)
  /// A picture; the table beside it has the same figures, so that what draws none leaves it out.
  case picture(Picture)
  /// Names with their values.
  case facts([FactEntry])
  /// A place that other parts of the page lead to.
  case anchor(String)
  /// Blocks that a reader may want to skip, behind a line that says what they are.
  case details(summary: Phrase, [Block])
}

/// A name with its value.
public struct FactEntry: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value.
  public var value: Phrase
  /// Whether the value is an amount, which can rest on something that could not be read.
  public private(set) var isAmount = false
  /// The item that an amount is said of; nothing where it is said of everything that the page is about.
  public private(set) var item: ItemName?

  /// A name and its value.
  public init(_ name: String, _ value: Phrase) {
    self.name = name
    self.value = value
  }

  /// An amount and its name, of an item or of everything that the page is about.
  init(_ name: String, amount value: Phrase, of item: ItemName? = nil) {
    self.init(name, value)
    isAmount = true
    self.item = item
  }
}

/// An entry of a list, perhaps marked with an outcome and with entries of its own.
public struct ListEntry: Hashable, Sendable {
  /// The outcome that the entry reports.
  public var outcome: Outcome?
  /// The text.
  public var phrase: Phrase
  /// The entries below it.
  public var children: [ListEntry]

  /// An entry of a text.
  public init(_ phrase: Phrase, outcome: Outcome? = nil, children: [ListEntry] = []) {
    self.phrase = phrase
    self.outcome = outcome
    self.children = children
  }
}
