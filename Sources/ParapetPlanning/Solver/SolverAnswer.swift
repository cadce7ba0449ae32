/// What CBC found; a proposal, for it counts in floating point.
public struct SolverAnswer: Hashable, Sendable {
  /// No solution costs less; as CBC counts it, infinite where it knows none.
  public var bound: Double
  /// How many nodes of the search tree were visited.
  public var nodes: Int
  /// Whether it was proven that there is no solution.
  public var isInfeasible: Bool
  /// Whether the solution was proven the best.
  public var isOptimal: Bool
  /// The values of the columns, or `nil` where no solution was found.
  public var values: [Double]?

  /// An answer from its parts.
  public init(bound: Double, nodes: Int, isInfeasible: Bool, isOptimal: Bool, values: [Double]?) {
    self.bound = bound
    self.nodes = nodes
    self.isInfeasible = isInfeasible
    self.isOptimal = isOptimal
    self.values = values
  }
}

/// Why a search has no answer.
public enum SolverMishap: Error, Hashable, Sendable, CaseIterable {
  /// The solver's program is not there, or cannot be started.
  case missing
  /// The search, or the program that makes it, died.
  case died
  /// It took more time than any search takes.
  case overran
  /// What came back is no answer.
  case rubbish
  /// The programme is not one that CBC may be given.
  case refused
}

/// The fixed part of an answer, before the values.
struct SolverAnswerHead {
  private var answer: SolverAnswer
  private var hasValues: Bool

  static let size = 24
  /// The first word of an answer: `PSA1`.
  private static let mark: UInt32 = 0x3141_5350

  /// - Throws: what the solver's program says went wrong, or `SolverMishap.rubbish`.
  init(_ bytes: [UInt8]) throws(SolverMishap) {
    guard bytes.count == SolverAnswerHead.size else { throw .rubbish }
    func word(_ number: Int) -> UInt32 {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 4 * number, as: UInt32.self) }
    }
    guard word(0) == SolverAnswerHead.mark else { throw .rubbish }
    switch word(1) {
    case 0: break
    case 1: throw .died
    case 2: throw .refused
    default: throw .rubbish
    }
    let flags = word(2)
    let bound = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 16, as: Double.self) }
    let nodes = Int(Int32(bitPattern: word(3)))
    guard flags < 8, nodes >= 0, !bound.isNaN else { throw .rubbish }
    hasValues = flags & 4 != 0
    answer = SolverAnswer(
      bound: bound, nodes: nodes, isInfeasible: flags & 1 != 0, isOptimal: flags & 2 != 0, values: nil)
  }

  /// How many bytes of values follow, where the programme has so many columns.
  func sizeBehind(columns: Int) -> Int { hasValues ? columns * MemoryLayout<Double>.size : 0 }

  /// The answer with its values.
  func answer(values bytes: [UInt8]) throws(SolverMishap) -> SolverAnswer {
    var answer = answer
    guard hasValues else { return answer }
    let values = bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
    }
    guard values.allSatisfy(\.isFinite) else { throw .rubbish }
    answer.values = values
    return answer
  }
}
