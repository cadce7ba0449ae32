/// How a criterion is answered from one fact of an item, written so that it compiles to bits.
///
/// A fact is one word of 64 bits: a set of values by number, or a number. `of` says which fact.
public enum CompiledTest: Hashable, Sendable {
  /// Met where every value lies in the first set, unmet where every value lies in the second, else undecided.
  case every(of: Int, met: UInt64, unmet: UInt64)
  /// Met where a value lies in the set, else unmet.
  case any(of: Int, in: UInt64)
  /// Unmet where a value lies in the set, else met.
  case none(of: Int, in: UInt64)
  /// Met where the number lies in the range, else unmet.
  case range(of: Int, ClosedRange<Int64>)
  /// The criterion itself is asked, once for each item however many rules it stands in.
  case asked
}

/// The requirement tree of an opportunity, with each criterion in a column of the book's masks.
///
/// Criteria of one column are answered together, so they are written in one way and about one fact.
public struct CompiledRule: Sendable {
  /// A criterion in its column.
  public struct Leaf: Sendable {
    /// The column, which is also the criterion's bit in a mask.
    public var column: Int
    /// How it is answered.
    public var test: CompiledTest
    /// The name by which the criterion itself is asked where its fact is unknown; equal criteria share one.
    public var number: Int
    /// Whether its grade may exclude; one that may not leaves a pair undecided where it fails.
    public var canExclude: Bool

    /// A criterion in a column.
    public init(column: Int, test: CompiledTest, number: Int = 0, canExclude: Bool = true) {
      self.column = column
      self.test = test
      self.number = number
      self.canExclude = canExclude
    }
  }

  /// How the columns are joined; a negation stands at the leaves alone.
  public indirect enum Shape: Hashable, Sendable {
    /// Every part must hold.
    case all([Shape])
    /// At least one part must hold.
    case any([Shape])
    /// A column must be met.
    case column(Int)
    /// A column must not be met.
    case not(Int)
  }

  /// The criteria, each in a column of its own.
  public var leaves: [Leaf]
  /// How they are joined.
  public var shape: Shape

  /// A rule of criteria that must all be met.
  public init(all leaves: [Leaf]) {
    self.init(leaves, .all(leaves.map { .column($0.column) }))
  }

  /// A rule of criteria and of how they are joined.
  public init(_ leaves: [Leaf], _ shape: Shape) {
    self.leaves = leaves
    self.shape = shape
  }

  /// Whether all criteria must be met, which needs no tree: a column without a criterion stands in nobody's way.
  var isFlat: Bool {
    guard case .all(let parts) = shape else { return false }
    return parts.count == leaves.count
      && zip(parts, leaves).allSatisfy { part, leaf in part == .column(leaf.column) }
  }
}

extension CompiledRule.Shape {
  /// One step of a tree written for a stack: operands first.
  enum Step: Hashable, Sendable {
    case column(Int, isNegated: Bool)
    case all(Int)
    case any(Int)
  }

  /// The tree for a stack.
  var steps: [Step] {
    switch self {
    case .column(let column): [.column(column, isNegated: false)]
    case .not(let column): [.column(column, isNegated: true)]
    case .all(let parts): parts.flatMap(\.steps) + [.all(parts.count)]
    case .any(let parts): parts.flatMap(\.steps) + [.any(parts.count)]
    }
  }
}
