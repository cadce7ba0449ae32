public import ParapetMatching
public import ParapetModel

/// A table with typed columns.
public struct Table: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// How the cells stand.
    public enum Kind: Hashable, Sendable {
      /// Figures, to the right and never broken.
      case figure
      /// Codes, dates and single words, which are broken last.
      case token
      /// Sentences and titles, which are broken first.
      case prose
    }

    /// Its heading.
    public var heading: String
    /// How its cells stand.
    public var kind: Kind

    /// A column of a heading.
    public init(_ heading: String, _ kind: Kind = .token) {
      self.heading = heading
      self.kind = kind
    }
  }

  /// What the table shows; no words where it is for machines.
  public var caption: String
  /// The columns.
  public var columns: [Column]
  /// The rows; each has a cell for each column.
  public private(set) var rows: [[Cell]] = []
  /// Which item each row is about, where it is about one.
  private var items: [ItemName?] = []
  /// The rows whose figures rest on something that could not be read; nothing where all could.
  public private(set) var partialRows: Set<Int>?
  /// How many rows at the foot are totals.
  public private(set) var totals = 0

  /// What a sheet of a workbook is called that has it, beside others like it; nothing where its caption is short and tells.
  var tab: String?
  /// Whether it stands alone in a sheet of a workbook, also beside others with the same columns, since it is copied whole.
  var hasOwnSheet = false
  /// Whether it has the form of a table of a portfolio, which is read by its codes.
  var isReadAgain = false

  /// Whether it has more columns than a page has room for in letters of the usual size.
  var isMatrix: Bool { columns.count > 14 }

  /// Whether its cells behind the first column are signs, not words.
  var hasDots: Bool { rows.allSatisfy { $0.dropFirst().allSatisfy { ($0.plain ?? "").count <= 2 } } }

  /// A table without rows.
  public init(caption: String, columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  /// The currency of amounts that stand in its texts.
  var currencyOfTexts: Currency?
  /// The same rows as a workbook has them, which are sorted and summed: one value a cell. None or one.
  private(set) var inWorkbook: [Table] = []

  /// The table with the same rows in the form that a workbook has.
  func inWorkbook(as table: Table) -> Table {
    var both = self
    both.inWorkbook = [table]
    return both
  }

  /// The currency of every amount, where there is one and no other.
  var currency: Currency? {
    var found: Currency?
    for case .money(let amount) in rows.joined() {
      if let found, found != amount.currency { return nil }
      found = amount.currency
    }
    guard let found, let currencyOfTexts else { return found ?? currencyOfTexts }
    return found == currencyOfTexts ? found : nil
  }

  /// The caption with the currency of the amounts.
  func caption(in words: any Sentences) -> String {
    guard let currency, !caption.isEmpty else { return caption }
    return caption + " (\(currency.code))"
  }

  /// What follows a figure that rests on something that could not be read.
  static let mark = "\u{A0}*"

  /// The table with each row marked that rests on something that could not be read.
  public func marked(by gaps: Gaps) -> Table {
    var table = self
    table.partialRows = Set(rows.indices.filter { gaps.isPartial(items[$0]) })
    table.inWorkbook = inWorkbook.map { $0.marked(by: gaps) }
    return table
  }

  /// The table with each row made anew.
  func mapRows(_ change: ([Cell]) -> [Cell]) -> Table {
    var table = self
    table.rows = rows.map(change)
    return table
  }

  /// Adds a row at the foot, about an item where its figures are that item's alone.
  public mutating func append(_ row: [Cell], isTotal: Bool = false, of item: ItemName? = nil) {
    precondition(row.count == columns.count, "a row has a cell for each column")
    rows.append(row)
    items.append(item)
    totals += isTotal ? 1 : 0
  }
}

/// A cell with its type, so that each format can write it in its own way.
public enum Cell: Hashable, Sendable {
  /// Nothing, where a value is unknown or does not apply.
  case empty
  /// Words.
  case text(String)
  /// Words that lead to an address.
  case link(String, url: String)
  /// Words of which some lead somewhere, are stressed or of another language.
  case phrase(Phrase)
  /// A whole number.
  case number(Int)
  /// A year, whose digits no mark parts.
  case year(Int)
  /// A number with two decimals, counted in hundredths.
  case hundredths(Int)
  /// A number with at most four decimals, counted in ten-thousandths.
  case quantity(Int64)
  /// A share.
  case rate(Rate)
  /// An amount.
  case money(Money)
  /// A day.
  case day(Day)
  /// A verdict.
  case verdict(Verdict)

  /// An amount, or nothing.
  public static func money(_ amount: Money?) -> Cell {
    guard let amount else { return .empty }
    return .money(amount)
  }

  /// A day, or nothing.
  public static func day(_ day: Day?) -> Cell {
    guard let day else { return .empty }
    return .day(day)
  }

  /// A number, or nothing.
  static func number(_ number: Int?) -> Cell {
    guard let number else { return .empty }
    return .number(number)
  }

  /// A year, or nothing.
  static func year(_ year: Int?) -> Cell {
    guard let year else { return .empty }
    return .year(year)
  }

  /// Words, or nothing.
  public static func text(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }

  /// The cell as machines read it, with a decimal point; nothing where there is nothing.
  var plain: String? {
    switch self {
    case .empty: nil
    case .text(let text), .link(let text, _): text
    case .phrase(let phrase):
      phrase.runs.map { run in
        switch run {
        case .plain(let text), .strong(let text), .link(let text, _), .foreign(let text, _): text
        case .verdict(let verdict): verdict.rawValue
        }
      }.joined()
    case .number(let number), .year(let number): String(number)
    case .hundredths(let number): Money(minorUnits: Int64(number)).decimal
    case .quantity(let number): Cell.plain(quantity: number)
    case .rate(let rate): rate.percent
    case .money(let amount): amount.decimal
    case .day(let day): day.description
    case .verdict(let verdict): verdict.rawValue
    }
  }

  /// A quantity as machines read it; of three decimals with a fourth, since `12.345` is twelve thousand to some.
  private static func plain(quantity: Int64) -> String {
    let plain = Typography.tenThousandths(quantity, separator: "", mark: ".")
    return quantity % 10 == 0 && quantity % 100 != 0 ? plain + "0" : plain
  }
}
