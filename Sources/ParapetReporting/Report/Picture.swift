public import ParapetModel

/// A picture of figures; the same figures stand in a table beside it, so that nobody needs the picture.
public struct Picture: Hashable, Sendable {
  /// What it shows, as a finding.
  public var title: String
  /// What is seen, in words.
  public var text: String
  /// The figures.
  public var content: Content

  /// A picture from its parts.
  public init(title: String, text: String, content: Content) {
    self.title = title
    self.text = text
    self.content = content
  }

  /// What kind of picture it is.
  public enum Content: Hashable, Sendable {
    /// Amounts by period.
    case columns(Columns)
    /// What lasts from when to when.
    case spans(Spans)
  }

  /// Amounts by period: bars, one on the other or side by side, and perhaps a line.
  public struct Columns: Hashable, Sendable {
    /// The periods, in order.
    public var periods: [Period]
    /// Who or what the amounts are of, from the base up.
    public var series: [Series]
    /// Whether the bars of a period stand one on the other.
    public var isStacked: Bool
    /// An amount by period that is drawn as a line.
    public var line: Series?
    /// What the numbers of the scale count, such as thousands of euro.
    public var unit: String

    /// A picture of amounts by period.
    public init(periods: [Period], series: [Series], isStacked: Bool, line: Series? = nil, unit: String) {
      self.periods = periods
      self.series = series
      self.isStacked = isStacked
      self.line = line
      self.unit = unit
    }
  }

  /// A period: its name, and the name of the longer one that it is in, where it is the first of that.
  public struct Period: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The name of the longer period that begins with it.
    public var group: String?

    /// A period from its names.
    public init(_ name: String, group: String? = nil) {
      self.name = name
      self.group = group
    }
  }

  /// A name and an amount for each period, in the same order.
  public struct Series: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Minor units, period by period.
    public var amounts: [Int64]

    /// A series from its parts.
    public init(_ name: String, _ amounts: [Int64]) {
      self.name = name
      self.amounts = amounts
    }
  }

  /// What lasts from when to when: one row each, with days that matter.
  public struct Spans: Hashable, Sendable {
    /// The rows, from above.
    public var rows: [Row]
    /// What a bar is.
    public var bar: String
    /// The names of the marks that there are.
    public var marks: [Mark: String]

    /// A picture of what lasts from when to when.
    public init(rows: [Row], bar: String, marks: [Mark: String]) {
      self.rows = rows
      self.bar = bar
      self.marks = marks
    }
  }

  /// A row of spans.
  public struct Row: Hashable, Sendable {
    /// The name.
    public var name: String
    /// From the first to the last day; nothing where they are not known.
    public var span: ClosedRange<Day>?
    /// Days that matter.
    public var days: [MarkedDay]

    /// A row from its parts.
    public init(_ name: String, span: ClosedRange<Day>?, days: [MarkedDay]) {
      self.name = name
      self.span = span
      self.days = days
    }
  }

  /// A day with its mark.
  public struct MarkedDay: Hashable, Sendable {
    /// The mark.
    public var mark: Mark
    /// The day.
    public var day: Day

    /// A day with its mark.
    public init(_ mark: Mark, _ day: Day) {
      self.mark = mark
      self.day = day
    }
  }

  /// The form of a mark, which tells it apart without colour.
  public enum Mark: String, Hashable, Sendable, CaseIterable {
    case diamond, stroke, dot
  }
}
