/// Requirement trees compiled to bit sets: one item is judged against all of them in a microsecond or two.
///
/// For each column and each value that its fact can have, a row holds one bit for each rule: set where that value
/// does not meet the rule's criterion. To judge an item is to pick a row for each column and to join the rows word
/// by word, 256 rules at a time; the rows picked are at the same time the mask of failed criteria of every pair.
/// Rules that join their criteria in one way stand side by side (a band); all those without an alternative or a
/// negation are one band, which needs no tree at all.
///
/// The measurements are in `Tests/Benchmarks`, beside the same work in C.
public struct CompiledBook: Sendable {
  /// So many rules are judged at once.
  typealias Vector = SIMD4<UInt64>
  static let rulesInVector = 256
  /// A mask is a word.
  public static let mostColumns = 64

  /// How many rules there are.
  public let count: Int
  /// The place of each rule's bit in a row.
  public let positions: [Int]
  /// How many places a row has; some belong to no rule.
  public var places: Int { width * CompiledBook.rulesInVector }

  /// The length of a row, in vectors.
  let width: Int
  let columns: [CompiledColumn]
  let bands: [Band]
  /// Every row of every column, one behind the other.
  let rows: [Vector]
  /// The numbers at which the rows of ranges change.
  let bounds: [Int64]
  /// The criteria to ask in each column, with the row of the rules in which each stands.
  let questions: [Question]
  /// The row of the places that belong to a rule.
  let validRow: Int
  /// A row without a bit.
  let emptyRow: Int
  /// Whether some criterion may not exclude.
  let hasWeakCriteria: Bool

  /// Rules that join their columns alike.
  struct Band: Sendable {
    /// Where their bits lie, in vectors.
    var vectors: Range<Int>
    /// The tree; none where all columns must be met.
    var steps: [CompiledRule.Shape.Step]?
  }

  /// A criterion that is asked itself.
  struct Question: Sendable {
    var number: Int
    /// The row of the rules in which it stands.
    var row: Int
  }

  /// A book of rules.
  public init(_ rules: [CompiledRule]) {
    var draft = Draft(rules)
    count = rules.count
    positions = draft.positions
    width = draft.width
    bands = draft.bands
    validRow = draft.row(of: rules.indices)
    columns = (0..<draft.columnCount).map { draft.column($0) }
    hasWeakCriteria = columns.contains { $0.strongRow != nil }
    emptyRow = draft.row(of: [])
    rows = draft.rows
    bounds = draft.bounds
    questions = draft.questions
  }

  /// An answer with room for every row that judging needs; one is used for item after item.
  public func makeAnswer() -> CompiledAnswer {
    CompiledAnswer(width: width, columns: columns.count)
  }
}

/// A column: how its criteria are written, and where its rows are.
struct CompiledColumn: Sendable {
  enum Form: Sendable {
    case every, any, none, range, asked
  }

  var form: Form
  /// The fact that its criteria are about.
  var fact: Int
  /// The first row of what is not met: one row for each value, or for each step of a range.
  var failingRow: Int
  /// The first row of what is met, and of what is left open; only of a form that can leave open.
  var metRow: Int
  var openRow: Int
  /// Whether a single value can leave some rule open.
  var leavesOpen: Bool
  /// The row of the rules that have a criterion here.
  var presentRow: Int
  /// The row of the rules whose criterion may exclude; nothing where all may.
  var strongRow: Int?
  /// Where its numbers are in `bounds`.
  var bounds: Range<Int>
  /// Where its criteria are in `questions`.
  var questions: Range<Int>
}

/// The facts of an item, as words, and which of them are known.
public struct CompiledFacts: Sendable {
  /// A set of values by number, or a number, by fact.
  public var words: [UInt64]
  /// A bit for each fact that is known; a set without a value is an unknown one.
  public var known: UInt64

  /// Facts that are all known.
  public init(_ words: [UInt64]) {
    self.words = words
    known = ~0
  }

  /// So many facts of which none is known.
  public init(count: Int) {
    words = Array(repeating: 0, count: count)
    known = 0
  }

  /// States a fact.
  public mutating func state(_ fact: Int, _ word: UInt64) {
    words[fact] = word
    known |= 1 << UInt64(fact)
  }
}

/// What the rules of a book say of one item, a bit for each rule; read it through the book that gave it.
public struct CompiledAnswer: Sendable {
  /// Three rows: every criterion is met; one that may exclude is not, and nothing makes up for it; exactly one is
  /// not met, of rules that ask for everything alone.
  var results: [CompiledBook.Vector]
  /// Two rows for each column, for what is put together from several rows.
  var scratch: [CompiledBook.Vector]
  /// Where the rows of each column are: in the book, or below zero in `scratch`.
  var failing: [Int]
  var open: [Int?]

  init(width: Int, columns: Int) {
    results = Array(repeating: .zero, count: width * 3)
    scratch = Array(repeating: .zero, count: width * columns * 2)
    failing = Array(repeating: 0, count: columns)
    open = Array(repeating: nil, count: columns)
  }
}
