/// A mixed-integer programme as CBC takes it, to be minimised, with the settings of the search.
public struct SolverQuestion: Hashable, Sendable {
  /// The least value of each column.
  public var lower: [Double] = []
  /// The largest value of each column.
  public var upper: [Double] = []
  /// What one of each column costs.
  public var costs: [Double] = []
  /// Whether each column is a whole number.
  public var isWhole: [Bool] = []
  /// The least sum of each row.
  public var least: [Double] = []
  /// The largest sum of each row.
  public var most: [Double] = []
  /// Where the entries of each column begin among all, and after the last column how many there are.
  public var starts: [Int32] = [0]
  /// The row of each entry, column by column.
  public var indices: [Int32] = []
  /// The factor of each entry.
  public var factors: [Double] = []
  /// Settings as the program `cbc` names them: names and values in turn with one space between.
  public var settings = ""
  /// Seconds of processor time after which a search is taken for one that never ends.
  public var seconds: UInt32 = 900

  /// An empty programme.
  public init() {}

  /// The first word of a question: `PSQ1`.
  private static let mark: UInt32 = 0x3151_5350

  /// What the solver's program reads: six numbers, the figures, and the settings, as this machine holds them.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24 + 13 * lower.count + 12 * factors.count + 16 * least.count + settings.utf8.count)
    func append<Number>(_ numbers: [Number]) {
      numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    append([
      SolverQuestion.mark, UInt32(lower.count), UInt32(least.count), UInt32(factors.count),
      UInt32(settings.utf8.count), seconds,
    ])
    for figures in [factors, lower, upper, costs, least, most] { append(figures) }
    append(starts)
    append(indices)
    append(isWhole.map { UInt8($0 ? 1 : 0) })
    bytes.append(contentsOf: settings.utf8)
    return bytes
  }
}
