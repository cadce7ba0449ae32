/// A mixed-integer programme: columns, rows, and what CBC answers about them.
///
/// CBC counts in floating point, so an answer is a proposal: whoever asks evaluates it again in whole numbers, and a
/// bound is used with a margin. One thread, a fixed seed and a limit of nodes and not of seconds make the answer the
/// same on every machine.
struct MixedProgram {
  /// A term of a row.
  struct Term {
    var column: Int
    var factor: Double
  }

  private var lower: [Double] = []
  private var upper: [Double] = []
  private var isWhole: [Bool] = []
  /// What one of a column stands for: amounts are counted in large units, choices in ones.
  private var unit: [Double] = []
  private var rows: [(terms: [Term], least: Double, most: Double)] = []

  /// Who answers.
  private let door: SolverDoor

  /// An empty programme.
  init(door: SolverDoor) { self.door = door }

  /// No limit.
  static let unlimited = Double.infinity

  /// How many columns there are.
  var columnCount: Int { lower.count }

  /// How many terms its rows have in all.
  private var entryCount = 0

  /// What loading, preparing and relaxing a programme takes, in nodes of its search.
  private static let nodesOfStart = 20
  /// The fewest nodes that a search is begun for.
  private static let leastNodes = 5

  /// What a search of so many nodes takes: on programmes of two hundred to two thousand columns its processor time is
  /// about that of the terms, times the nodes and the start (two to four millionths of a second each).
  private func work(ofNodes nodes: Int) -> Int {
    max(entryCount, 1).multipliedReportingOverflow(by: nodes + MixedProgram.nodesOfStart).partialValue
  }

  /// The least that a search takes.
  var leastWork: Int { work(ofNodes: MixedProgram.leastNodes) }

  /// Adds a column that is nought or one.
  mutating func addChoice() -> Int { addColumn(upTo: 1, isWhole: true, unit: 1) }

  /// Adds a column from nought to a limit.
  mutating func addAmount(upTo limit: Double) -> Int {
    addColumn(upTo: limit, isWhole: false, unit: 1 / MixedProgram.scale(of: limit, to: 0))
  }

  private mutating func addColumn(upTo limit: Double, isWhole whole: Bool, unit: Double) -> Int {
    lower.append(0)
    upper.append(limit / unit)
    self.unit.append(unit)
    isWhole.append(whole)
    return lower.count - 1
  }

  /// Adds a row; one without terms holds by itself and is left out.
  mutating func addRow(_ terms: [Term], from least: Double = -unlimited, to most: Double = unlimited) {
    guard !terms.isEmpty else { return }
    rows.append((terms, least, most))
    entryCount += terms.count
  }

  /// The power of two that brings a figure to one of so many binary digits, or one where it has no more.
  ///
  /// CBC's tolerances are absolute: in sums of millions of cents the last digit of a double is as large as they are, and
  /// it then calls infeasible what is not, or fails an assertion. A power of two changes no digit.
  private static func scale(of figure: Double, to digits: Int) -> Double {
    let excess = figure.isFinite && figure >= 1 ? figure.exponent - digits : 0
    return excess > 0 ? Double(sign: .plus, exponent: -excess, significand: 1) : 1
  }

  /// Binary digits of the largest factor of a row, and of the objective.
  private static let rowDigits = 10
  private static let objectiveDigits = 16

  /// What a column stands for in an answer, choices as whole numbers.
  func amount(of column: Int, in values: [Double]) -> Double {
    isWhole[column] ? values[column].rounded() : values[column] * unit[column]
  }

  /// Fixes a column.
  mutating func fix(_ column: Int, at value: Double) {
    lower[column] = value
    upper[column] = value
  }

  /// How hard to try.
  struct Effort {
    /// The most nodes of a search tree.
    var nodes: Int
    /// The most work of all searches together; nodes are then as many as it allows.
    var work = Int.max
    /// The distance to the bound at which the search may end, as a share.
    var ratio: Double = 0
    /// The distance at which it may end, in the objective's own unit.
    var distance: Double = 0
    /// Only solutions above this figure are sought, so that branches that cannot hold one are left alone.
    var above: Double?
    /// Whether CBC may prepare the programme, guess and cut; for problems in small numbers only.
    ///
    /// Its preparation, by itself and inside its heuristics, moves bounds until they cross by a last digit: CLP then
    /// fails an assertion, which ends its process, or a search ends without an answer (seeds 1480, 3361 and 3419, and
    /// 1031, of the brute force over millions of cents). Its cuts by probing and knapsacks cut off the best choice of
    /// seed 613. Plain branching with a good start does without them; what it does not finish, and what is large, is
    /// prepared and given rounded rows, and no more than that.
    var usesShortcuts = false
    /// The seconds after which to stop; for comparisons by time only, since the answer then depends on the machine.
    var seconds: Double?
  }

  /// What CBC found.
  struct Answer {
    /// The values of the columns, or nothing where no solution was found.
    var values: [Double]?
    /// No solution can be better than this, as far as it was searched; nothing where nobody knows.
    var bound: Double?
    /// Whether it was proven that there is no solution.
    var isInfeasible: Bool
    /// Whether the search came to its end.
    var isFinished: Bool
    /// How many nodes of the search tree were visited.
    var nodes: Int
    /// What all searches for it took.
    var work = 0
  }

  /// Seeks the largest value of an objective.
  ///
  /// A search that has no answer proves nothing, and what else was found stands.
  func maximise(_ objective: [Term], _ effort: Effort) -> Answer {
    guard !effort.usesShortcuts else { return solve(objective, effort, .everything) }
    var effort = effort
    var spent = 0
    func counted(_ answer: Answer) -> Answer {
      var answer = answer
      spent += answer.work
      effort.work = max(0, effort.work - answer.work)
      answer.work = spent
      return answer
    }
    guard columnCount <= MixedProgram.mostPlainColumns else {
      let answer = counted(prepared(objective, effort))
      // A search that came to its limit finds no more by branching alone.
      guard !answer.isFinished, answer.values == nil, answer.nodes < self.nodes(of: effort) else {
        return answer
      }
      return counted(plain(objective, effort, nodes: MixedProgram.mostPlainNodes))
    }
    let answer = counted(plain(objective, effort, nodes: MixedProgram.plainNodes))
    guard !answer.isFinished, effort.work >= leastWork else { return answer }
    let prepared = counted(prepared(objective, effort))
    if prepared.isFinished || prepared.values != nil { return prepared }
    guard effort.nodes > MixedProgram.plainNodes, effort.work >= leastWork else {
      return Answer(
        values: answer.values, bound: answer.bound, isInfeasible: false, isFinished: false,
        nodes: answer.nodes,
        work: spent)
    }
    return counted(plain(objective, effort, nodes: MixedProgram.mostPlainNodes))
  }

  /// The most nodes of one search that an effort allows.
  private func nodes(of effort: Effort) -> Int {
    let whole = effort.work / max(entryCount, 1) - MixedProgram.nodesOfStart
    return max(MixedProgram.leastNodes, min(effort.nodes, whole))
  }

  /// Branching and nothing else.
  private func plain(_ objective: [Term], _ effort: Effort, nodes: Int) -> Answer {
    var effort = effort
    effort.nodes = min(self.nodes(of: effort), nodes)
    let answer = solve(objective, effort, .nothing)
    // A search that was given up, neither at its limit nor with an answer, comes to an end in other units (seed 11458).
    guard answer.values == nil, !answer.isInfeasible, answer.nodes < effort.nodes else { return answer }
    return again(objective, effort, .nothing, after: answer)
  }

  /// The programme prepared, and asked once more in other units where preparing alone found that it has no solution.
  ///
  /// At another tolerance that was wrong in one of six thousand drawn portfolios. Where the two do not agree nothing is
  /// taken for proven.
  private func prepared(_ objective: [Term], _ effort: Effort) -> Answer {
    let answer = solve(objective, effort, .preparation)
    guard answer.isInfeasible else { return answer }
    return again(objective, effort, .preparation, after: answer)
  }

  /// The same search in other units.
  private func again(
    _ objective: [Term], _ effort: Effort, _ shortcuts: Shortcuts, after first: Answer
  ) -> Answer {
    var answer = solve(objective, effort, shortcuts, isScaled: false)
    answer.work += first.work
    return answer
  }

  /// Programmes of more columns are prepared before anything else: in those of a city and a whole portal the first
  /// hundred nodes of plain branching take five times what preparing and all nodes after it do.
  private static let mostPlainColumns = 200
  /// Nodes of plain branching after which a small programme is prepared.
  private static let plainNodes = 100
  /// Nodes of plain branching where preparing brought nothing.
  private static let mostPlainNodes = 1_000

  /// What CBC may do beside branching.
  enum Shortcuts {
    case nothing, preparation, everything
  }

  /// Seeks in one way.
  func solve(
    _ objective: [Term], _ effort: Effort, _ shortcuts: Shortcuts, isScaled: Bool = true
  ) -> Answer {
    let scale = MixedProgram.scale(
      of: objective.map { ($0.factor * unit[$0.column]).magnitude }.max() ?? 0,
      to: MixedProgram.objectiveDigits)
    var effort = effort
    effort.nodes = nodes(of: effort)
    var question = matrix()
    question.costs = [Double](repeating: 0, count: columnCount)
    for term in objective { question.costs[term.column] -= term.factor * unit[term.column] * scale }
    question.settings = settings(of: effort, shortcuts, scale: scale, isScaled: isScaled)
    guard let found = try? door.answer(question) else {
      return Answer(
        values: nil, bound: nil, isInfeasible: false, isFinished: false, nodes: 0, work: work(ofNodes: 0))
    }
    let best = -found.bound / scale
    return Answer(
      values: found.values, bound: best.isFinite && best.magnitude < 1e30 / scale ? best : nil,
      isInfeasible: found.isInfeasible, isFinished: found.isOptimal || found.isInfeasible,
      nodes: found.nodes, work: work(ofNodes: found.nodes))
  }

  /// The settings of a search, as the program `cbc` names them.
  private func settings(of effort: Effort, _ shortcuts: Shortcuts, scale: Double, isScaled: Bool) -> String {
    var settings = [
      ("log", "0"), ("slogLevel", "0"), ("randomSeed", "1"), ("randomCbcSeed", "1"),
      ("maxNodes", "\(effort.nodes)"),
    ]
    if !isScaled { settings.append(("scaling", "off")) }
    if shortcuts != .everything { settings += [("heuristicsOnOff", "off"), ("cuts", "off")] }
    // Rounded sums of rows end in 50 and in 224 nodes what without them is not proven in 5,000 (plans of Havenrijk).
    // At CLP's usual tolerance preparing calls infeasible what is not (seed 2070), or finds nothing (1031, 5897).
    if shortcuts == .preparation {
      settings += [("mixedIntegerRoundingCuts", "on"), ("primalTolerance", "1e-6")]
    }
    // The primal simplex's usual choice of a pivot fails an assertion of its own (seed 16896).
    if shortcuts == .nothing { settings += [("preprocess", "off"), ("primalPivot", "dantzig")] }
    if effort.ratio > 0 { settings.append(("ratioGap", "\(effort.ratio)")) }
    if effort.distance > 0 { settings.append(("allowableGap", "\(effort.distance * scale)")) }
    if let seconds = effort.seconds { settings.append(("seconds", "\(seconds)")) }
    // CBC minimises, so the objective is turned round.
    if let above = effort.above { settings.append(("cutoff", "\(-above * scale)")) }
    return settings.map { "\($0) \($1)" }.joined(separator: " ")
  }

  /// The rows, each in a scale of its own, column by column.
  private func matrix() -> SolverQuestion {
    var matrix = SolverQuestion()
    matrix.lower = lower
    matrix.upper = upper
    matrix.isWhole = isWhole
    var entries = [[(row: Int32, factor: Double)]](repeating: [], count: columnCount)
    for (number, row) in rows.enumerated() {
      let largest = row.terms.map { ($0.factor * unit[$0.column]).magnitude }.max() ?? 0
      let scale = MixedProgram.scale(of: largest, to: MixedProgram.rowDigits)
      for term in row.terms {
        entries[term.column].append((Int32(number), term.factor * unit[term.column] * scale))
      }
      matrix.least.append(row.least * scale)
      matrix.most.append(row.most * scale)
    }
    for column in entries {
      for entry in column {
        matrix.indices.append(entry.row)
        matrix.factors.append(entry.factor)
      }
      matrix.starts.append(Int32(matrix.indices.count))
    }
    return matrix
  }
}
