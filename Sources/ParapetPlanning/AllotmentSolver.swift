/// Finds the best allotment: a greedy start, local search, then CBC goal by goal, each answer evaluated again exactly.
public struct AllotmentSolver: Sendable {
  /// The most nodes of one search tree.
  public var nodes: Int
  /// The most answers that are ruled out at one goal because the exact rules refuse them.
  public var rounds: Int
  /// The steps of the local search.
  public var steps: Int
  /// The most work of one search, in terms of the programme's rows times nodes: a million takes two to four seconds, of
  /// a large programme as of a small one.
  public var work: Int
  /// Whether of choices of the same score the first by the order of parts and slots is sought.
  var breaksTies = true
  /// Who answers the programmes.
  var door: SolverDoor

  /// A solver with its limits, which are counts, so that a plan is the same on every machine.
  public init(
    door: SolverDoor, nodes: Int = 20_000, rounds: Int = 200, steps: Int = 2_000, work: Int = 800_000
  ) {
    self.door = door
    self.nodes = nodes
    self.rounds = rounds
    self.steps = steps
    self.work = work
  }

  /// The same solver with a short start and fewer nodes, for questions beside the plan.
  var brief: AllotmentSolver {
    var brief = self
    brief.nodes = min(nodes, 2_000)
    brief.steps = min(steps, 200)
    brief.work = work / 10
    brief.breaksTies = false
    return brief
  }

  /// The best choice that was found.
  public struct Solution: Hashable, Sendable {
    /// The pairs chosen, by position.
    public var chosen: [Int]
    /// What they come to.
    public var outcome: Allotment.Outcome
    /// Whether nothing better is possible.
    public var isProven: Bool
    /// The first goal that was not proven, with a figure that no choice exceeds.
    public var gap: Gap?
    /// How many nodes of search trees were visited.
    public var nodes: Int
    /// What it took of the work that a search may take.
    public var work = 0
  }

  /// How far a goal may still be from the best.
  public struct Gap: Hashable, Sendable {
    /// The goal, by position.
    public var goal: Int
    /// The figure reached.
    public var figure: Int64
    /// The figure that no choice exceeds, or nothing where nobody knows.
    public var bound: Int64?
  }

  /// The best choice other than those excluded, or nothing where no choice keeps the rules or none was found.
  ///
  /// - Parameter starts: choices to begin with, where they keep the rules.
  public func solve(
    _ allotment: Allotment, excluding: [[Int]] = [], startingWith starts: [[Int]] = []
  ) -> Solution? {
    attempt(allotment, excluding: excluding, startingWith: starts).solution
  }

  /// The same, with what it took of the work that a search may take, also where it found nothing.
  func attempt(
    _ allotment: Allotment, excluding: [[Int]] = [], startingWith starts: [[Int]] = []
  ) -> (solution: Solution?, work: Int) {
    let reduction = allotment.withoutDominatedSlots(barredChoices: excluding.count)
    let pairs = reduction.pairs
    // A choice with a slot that was left out cannot be found again, and need not be ruled out.
    let numbers = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, $0) })
    func translated(_ choices: [[Int]]) -> [[Int]] {
      choices.compactMap { choice in
        let own = choice.compactMap { numbers[$0] }
        return own.count == choice.count ? own.sorted() : nil
      }
    }
    var run = Run(
      allotment: reduction.allotment, solver: self, barred: translated(excluding), starts: translated(starts))
    guard var solution = run.solve() else { return (nil, run.spent) }
    solution.chosen = solution.chosen.map { pairs[$0] }
    return (solution, run.spent)
  }

  /// Whether any choice keeps the rules, whatever it comes to; nothing where the search could not tell.
  func isPossible(_ allotment: Allotment) -> Bool? {
    switch anyChoice(allotment).possibility {
    case .found: true
    case .impossible: false
    case .unknown: nil
    }
  }

  /// What came of looking for any choice at all.
  enum Possibility {
    case found([Int]), impossible, unknown
  }

  /// A choice that keeps the rules, whatever it comes to, and what the search for it took.
  func anyChoice(_ allotment: Allotment) -> (possibility: Possibility, work: Int) {
    let reduction = allotment.withoutDominatedSlots(barredChoices: 0)
    var run = Run(allotment: reduction.allotment, solver: self, barred: [], starts: [])
    let isPossible = run.isPossible()
    if let best = run.best { return (.found(best.chosen.map { reduction.pairs[$0] }), run.spent) }
    return (isPossible == false ? .impossible : .unknown, run.spent)
  }

  /// Takes a choice to CBC with the first goal alone: a better one where it finds one, and how far it is from the best.
  ///
  /// - Parameters:
  ///   - ratio: the distance to the bound, as a share, at which to be content.
  ///   - seconds: when to stop; for comparisons by time only, since the answer then depends on the machine.
  public func improve(
    _ chosen: [Int], of allotment: Allotment, ratio: Double, seconds: Double? = nil
  ) -> Solution? {
    guard let goal = allotment.goals.first, let held = allotment.outcome(of: chosen) else { return nil }
    let program = AllotmentProgram(allotment, door: door)
    // What is less than the ratio better is not sought; that there is no more is the proof wanted.
    let above = Double(held.score[0]) + max(0.5, Double(held.score[0].magnitude) * ratio)
    let answer = program.program.maximise(
      program.terms(of: goal),
      MixedProgram.Effort(
        nodes: nodes, ratio: ratio / (1 + ratio), distance: 0.5, above: above, usesShortcuts: true,
        seconds: seconds))
    var best = (chosen: chosen.sorted(), outcome: held)
    if let other = program.chosen(answer), let outcome = allotment.outcome(of: other),
      outcome.score[0] > held.score[0]
    {
      best = (other, outcome)
    }
    // A search that ends within the ratio calls its own figure the bound; all that is known is that it is near.
    let figure = Double(best.outcome.score[0])
    let near = answer.isFinished ? figure + figure.magnitude * ratio : above
    let bound = answer.isInfeasible ? above : answer.bound.map { max($0, above, near) }
    let limit = bound.flatMap { $0.magnitude < 9e18 ? Int64($0.rounded(.down)) : nil }
    let gap = Gap(goal: 0, figure: best.outcome.score[0], bound: limit.map { max($0, best.outcome.score[0]) })
    let isProven = limit.map { $0 <= best.outcome.score[0] } ?? false
    return Solution(
      chosen: best.chosen, outcome: best.outcome, isProven: isProven, gap: isProven ? nil : gap,
      nodes: answer.nodes)
  }
}

/// One search, goal by goal.
private struct Run {
  let allotment: Allotment
  let solver: AllotmentSolver
  /// Choices that the caller does not want.
  let barred: [[Int]]
  /// Choices to begin with.
  let starts: [[Int]]
  /// Choices that the exact rules refuse.
  var refused: [[Int]] = []
  /// What slots were found to hold where their ceilings cut; the programme then knows the cut exactly.
  var cuts: [Cut] = []

  struct Cut: Hashable {
    var slot: Int
    var pairs: [Int]
  }
  var best: (chosen: [Int], outcome: Allotment.Outcome)?
  var nodes = 0
  /// The work done so far.
  var spent = 0
  var gap: AllotmentSolver.Gap?

  mutating func solve() -> AllotmentSolver.Solution? {
    var search = AllotmentSearch(allotment, seed: 1)
    take(search.run(steps: solver.steps))
    for start in starts { take(start) }
    take([])
    for goal in allotment.goals.indices {
      let isProven = settle(goal)
      if best == nil { return nil }
      // What follows a goal that is not settled would be proven of nothing.
      if !isProven, !isReachedBySearch(goal) { break }
    }
    if gap == nil, solver.breaksTies { breakTies() }
    guard let best else { return nil }
    return AllotmentSolver.Solution(
      chosen: best.chosen, outcome: best.outcome, isProven: gap == nil, gap: gap, nodes: nodes, work: spent)
  }

  /// Looks on by itself where a goal was left open; tells whether that reached all that is conceivable.
  private mutating func isReachedBySearch(_ goal: Int) -> Bool {
    fillUp(steps: solver.steps)
    guard let best else { return false }
    let figure = best.outcome.score[goal]
    gap = gap.map { AllotmentSolver.Gap(goal: goal, figure: figure, bound: max(figure, $0.bound ?? figure)) }
    guard figure >= mostConceivable(goal) else { return false }
    gap = nil
    return true
  }

  /// Adds to the best choice what still has room beside it, since an answer of CBC seeks one goal and leaves the rest.
  private mutating func fillUp(steps: Int) {
    guard let best else { return }
    var search = AllotmentSearch(allotment, seed: 2, startingWith: best.chosen)
    take(search.run(steps: steps))
  }

  /// Asks for the best of a programme, with as much work as is left; nothing where there is none.
  mutating func maximise(
    _ program: AllotmentProgram, _ objective: [MixedProgram.Term], distance: Double = 0,
    isUrgent: Bool = false
  ) -> MixedProgram.Answer? {
    let left = solver.work - spent
    guard isUrgent || left >= program.program.leastWork else { return nil }
    let answer = program.program.maximise(
      objective, MixedProgram.Effort(nodes: solver.nodes, work: max(0, left), distance: distance))
    nodes += answer.nodes
    spent += answer.work
    return answer
  }

  /// Whether there is any choice; nothing where the search could not tell.
  mutating func isPossible() -> Bool? {
    var search = AllotmentSearch(allotment, seed: 1)
    take(search.run(steps: solver.steps))
    take([])
    for _ in 0..<solver.rounds where best == nil {
      let program = program(before: 0)
      guard let answer = maximise(program, []) else { return nil }
      if answer.isInfeasible { return false }
      guard let chosen = program.chosen(answer) else { return nil }
      take(chosen)
      cuts += cutSlots(of: chosen).filter { !cuts.contains($0) }
      refused.append(chosen)
    }
    return best == nil ? nil : true
  }

  /// Takes a choice where it keeps the rules and is better than what is at hand.
  @discardableResult
  private mutating func take(_ choice: [Int]) -> Allotment.Outcome? {
    let chosen = choice.sorted()
    guard !barred.contains(chosen), let outcome = allotment.outcome(of: chosen) else { return nil }
    if let held = best?.outcome, !outcome.score.isBetter(than: held.score) { return outcome }
    best = (chosen, outcome)
    return outcome
  }

  private func program(before goal: Int) -> AllotmentProgram {
    var program = AllotmentProgram(allotment, door: solver.door)
    if let best {
      for earlier in 0..<goal {
        program.demand(allotment.goals[earlier], atLeast: best.outcome.score[earlier])
      }
    }
    for choice in barred + refused { program.exclude(choice) }
    for cut in cuts { program.settleCut(of: cut.slot, holding: cut.pairs) }
    return program
  }

  /// Brings a goal to its best figure, the earlier ones held; tells whether that is proven.
  private mutating func settle(_ goal: Int) -> Bool {
    var bound: Double?
    for round in 0..<solver.rounds {
      if let best, best.outcome.score[goal] >= mostConceivable(goal) { return true }
      var program = program(before: goal)
      if let best {
        program.demand(allotment.goals[goal], atLeast: best.outcome.score[goal] + 1)
      }
      // Even where nothing is left the first relaxation is asked for: it says how far the best can be.
      guard
        let answer = maximise(
          program, program.terms(of: allotment.goals[goal]), distance: 0.5, isUrgent: round == 0)
      else { return leaveOpen(goal, bound) }
      bound = answer.bound
      if answer.isInfeasible { return true }
      guard let chosen = program.chosen(answer) else {
        return leaveOpen(goal, answer.bound)
      }
      let before = best?.outcome.score
      let outcome = take(chosen)
      fillUp(steps: 0)
      let unknown = cutSlots(of: chosen).filter { !cuts.contains($0) }
      cuts += unknown
      guard let outcome, !isWorse(outcome, than: before, before: goal) else {
        refused.append(chosen)
        continue
      }
      guard answer.isFinished else { return leaveOpen(goal, answer.bound) }
      // The programme's figure is the true one where it knew every cut, and where the choice reaches it.
      if unknown.isEmpty || Double(outcome.score[goal]) >= program.figure(of: goal, in: answer) - 0.5 {
        return true
      }
    }
    return leaveOpen(goal, bound)
  }

  /// Whether an outcome falls short of an earlier goal, which the programme's margin lets pass at times.
  private func isWorse(_ outcome: Allotment.Outcome, than score: [Int64]?, before goal: Int) -> Bool {
    guard let score else { return false }
    return Array(score.prefix(goal)).isBetter(than: Array(outcome.score.prefix(goal)))
  }

  private mutating func leaveOpen(_ goal: Int, _ bound: Double?) -> Bool {
    guard let best else { return false }
    let figure = best.outcome.score[goal]
    let limit = bound.flatMap { $0 < 9e18 && $0 > -9e18 ? Int64($0.rounded(.up)) : nil }
    let conceivable = mostConceivable(goal)
    gap = AllotmentSolver.Gap(
      goal: goal, figure: figure, bound: max(figure, min(limit ?? conceivable, conceivable)))
    return false
  }

  /// A figure that no choice exceeds, without searching.
  private func mostConceivable(_ goal: Int) -> Int64 {
    switch allotment.goals[goal] {
    case .worth(let tier):
      Set(allotment.pairs.map(\.part)).reduce(0) { $0 + allotment.worth[$1][tier] }
    case .grant:
      Dictionary(grouping: allotment.pairs, by: \.part).values.reduce(0) {
        $0 + ($1.map(\.grant).max() ?? 0)
      }
    case .fit:
      Dictionary(grouping: allotment.pairs, by: \.part).values.reduce(0) { $0 + ($1.map(\.fit).max() ?? 0) }
    case .own:
      // A flat rate can bring in more than is spent.
      Dictionary(grouping: allotment.pairs, by: \.part).values.reduce(0) { sum, pairs in
        sum
          + max(
            0,
            pairs.map { pair in
              allotment.buckets.indices.reduce(0) {
                $0 + (allotment.buckets[$1].isSpared ? max(0, pair.grants[$1] - pair.outlays[$1]) : 0)
              }
            }.max() ?? 0)
      }
    case .slots, .delay: 0
    }
  }

  /// The slots of a choice whose ceilings cut them.
  private func cutSlots(of chosen: [Int]) -> [Cut] {
    let slots = Dictionary(grouping: chosen.sorted()) { allotment.pairs[$0].slot }
    return slots.keys.sorted().compactMap { slot in
      guard let ceiling = allotment.slots[slot].ceiling, let pairs = slots[slot],
        pairs.reduce(0, { $0 + allotment.pairs[$1].grant }) > ceiling
      else { return nil }
      return Cut(slot: slot, pairs: pairs)
    }
  }
}

// MARK: Ties

extension Run {
  /// Of all choices of the same score takes the first by the order of parts and slots.
  private mutating func breakTies() {
    guard other(than: { _ in }) != nil, let first = best else { return }
    var placed: [(part: Int, pair: Int?)] = []
    var held = first.chosen
    for part in 0..<allotment.partCount {
      let pair = held.first { allotment.pairs[$0].part == part }
      let figure = pair.map { allotment.slots.count - allotment.pairs[$0].slot } ?? 0
      let fixed = placed
      let better = other { program in
        for place in fixed { program.place(place.part, in: place.pair) }
        program.demandPreference(of: part, above: figure)
      } seeking: {
        $0.preference(of: part)
      }
      if let better { held = better }
      placed.append((part, held.first { allotment.pairs[$0].part == part }))
    }
    if let outcome = allotment.outcome(of: held) { best = (held, outcome) }
  }

  /// Another choice of the same score under further demands, or nothing where there is none.
  private mutating func other(
    than demands: (inout AllotmentProgram) -> Void,
    seeking objective: (AllotmentProgram) -> [MixedProgram.Term] = { _ in [] }
  ) -> [Int]? {
    guard let best else { return nil }
    var refused = [best.chosen]
    for _ in 0..<solver.rounds {
      var program = program(before: allotment.goals.count)
      for choice in refused { program.exclude(choice) }
      demands(&program)
      guard let answer = maximise(program, objective(program)),
        let chosen = program.chosen(answer)?.sorted()
      else { return nil }
      if allotment.outcome(of: chosen)?.score == best.outcome.score { return chosen }
      refused.append(chosen)
    }
    return nil
  }
}
