/// The allotment as a mixed-integer programme: every choice that keeps the rules is a solution of it, and perhaps more.
///
/// It is a relaxation in one point: where a ceiling cuts a slot, the cut may fall on any purse, while in truth it falls
/// on all in proportion. So its bounds hold, and its solutions are evaluated again.
struct AllotmentProgram {
  typealias Term = MixedProgram.Term

  /// Half a unit that limits of money are widened by.
  ///
  /// Sums are whole, so that no choice gets in by it; and one that just keeps a limit is not lost by the last digit of a
  /// floating sum, which CBC calls infeasible (seed 371 of the brute force did so).
  private static let slack = 0.5

  let allotment: Allotment
  private(set) var program: MixedProgram
  /// The column of each pair.
  private let choices: [Int]
  /// The column that says whether a slot is used.
  private let uses: [Int]
  /// The columns of the grant of each slot that its ceiling can cut, by bucket; none where it grants nothing.
  private var cutGrants: [Int: [Int?]] = [:]
  private let members: [[Int]]

  init(_ allotment: Allotment, door: SolverDoor) {
    self.allotment = allotment
    var program = MixedProgram(door: door)
    choices = allotment.pairs.map { _ in program.addChoice() }
    uses = allotment.slots.map { _ in program.addChoice() }
    self.program = program
    var members = [[Int]](repeating: [], count: allotment.slots.count)
    for (number, pair) in allotment.pairs.enumerated() { members[pair.slot].append(number) }
    self.members = members
    addParts()
    for slot in allotment.slots.indices { addSlot(slot) }
    addPurses()
    if let effort = allotment.effort {
      let terms = uses.indices.map { Term(column: uses[$0], factor: Double(allotment.slots[$0].effort)) }
      addRow(terms, to: Double(effort))
    }
    for pair in allotment.precedences { addRow([term(uses[pair.slot]), term(uses[pair.better], -1)], to: 0) }
    for pair in allotment.exclusions {
      addRow([term(choices[pair.first]), term(choices[pair.second])], to: 1)
    }
  }

  private mutating func addRow(
    _ terms: [Term], from least: Double = -MixedProgram.unlimited, to most: Double = MixedProgram.unlimited
  ) {
    program.addRow(terms, from: least, to: most)
  }

  private func term(_ column: Int, _ factor: Int64 = 1) -> Term {
    Term(column: column, factor: Double(factor))
  }

  private mutating func addParts() {
    var byPart = [[Int]](repeating: [], count: allotment.partCount)
    for (number, pair) in allotment.pairs.enumerated() { byPart[pair.part].append(number) }
    for (part, pairs) in byPart.enumerated() {
      let isRequired = allotment.required.contains(part)
      addRow(
        pairs.map { term(choices[$0]) }, from: isRequired ? 1 : -MixedProgram.unlimited, to: 1)
    }
  }

  private mutating func addSlot(_ slot: Int) {
    let terms = allotment.slots[slot]
    let own = members[slot]
    let use = uses[slot]
    guard !own.isEmpty else {
      program.fix(use, at: 0)
      return
    }
    let capacity = terms.capacity
    if capacity > 1 {
      for pair in own { addRow([term(choices[pair]), term(use, -1)], to: 0) }
    }
    if capacity < own.count {
      addRow(own.map { term(choices[$0]) } + [term(use, -Int64(capacity))], to: 0)
    }
    addRow(own.map { term(choices[$0]) } + [term(use, -1)], from: 0)
    for twin in terms.twins where twin > slot { addRow([term(use), term(uses[twin])], to: 1) }
    if terms.leastUncut > 0 {
      addRow(
        own.map { term(choices[$0], allotment.pairs[$0].grant) } + [term(use, -terms.leastUncut)],
        from: -AllotmentProgram.slack)
    }
    if let largest = terms.largestSize, own.reduce(0, { $0 + allotment.pairs[$1].size }) > largest {
      addRow(own.map { term(choices[$0], allotment.pairs[$0].size) } + [term(use, -largest)], to: 0)
    }
    let sum = own.reduce(0) { $0 + allotment.pairs[$1].grant }
    if let ceiling = terms.ceiling, sum > ceiling {
      let columns = allotment.buckets.indices.map { bucket in
        own.contains { allotment.pairs[$0].grants[bucket] != 0 }
          ? program.addAmount(upTo: Double(ceiling)) : nil
      }
      cutGrants[slot] = columns
      for case (let bucket, let column?) in columns.enumerated() {
        let grants = own.map { term(choices[$0], -allotment.pairs[$0].grants[bucket]) }
        addRow([term(column)] + grants, to: 0)
      }
      addRow(columns.compactMap(\.self).map { term($0) } + [term(use, -ceiling)], to: 0)
      // No purse bears more of the cut than its part of the largest possible one, a cent aside.
      let largest = terms.refusesSurplus ? own.map { allotment.pairs[$0].grant }.max() ?? 0 : sum
      let share = Double(ceiling) / Double(terms.refusesSurplus ? ceiling + largest : largest)
      for case (let bucket, let column?) in columns.enumerated() {
        let grants = own.map {
          Term(column: choices[$0], factor: -share * Double(allotment.pairs[$0].grants[bucket]))
        }
        addRow([term(column)] + grants, from: -1)
      }
      if terms.refusesSurplus { refuseSurplus(own, ceiling) }
    }
    if terms.floor > 0 {
      addRow(grant(of: slot) + [term(use, -terms.floor)], from: -AllotmentProgram.slack)
    }
  }

  /// Each part is needed to reach the ceiling: without the smallest the others stay below.
  ///
  /// A column stands for how far the smallest grant in the slot is below the largest there can be: it is at least that of
  /// each that is chosen. One row a part for that, and one for the sum, where a row for each part without the others
  /// would have as many terms as parts squared, and a looser relaxation.
  ///
  /// All sums are multiples of what divides every grant and the ceiling, so that what stays below the ceiling does so by
  /// as much, and half of it is room. By a cent in eighty thousand euro CBC takes a choice that just reaches the ceiling,
  /// then refuses it, and calls infeasible what is not.
  private mutating func refuseSurplus(_ own: [Int], _ ceiling: Int64) {
    let grants = own.map { allotment.pairs[$0].grant }
    guard let largest = grants.max(), let least = grants.min() else { return }
    let step = max(1, grants.reduce(ceiling.magnitude) { $0.greatestCommonDivisor(with: $1.magnitude) })
    var sum = zip(own, grants).map { term(choices[$0], $1) }
    if least < largest {
      let shortfall = program.addAmount(upTo: Double(largest - least))
      for (pair, grant) in zip(own, grants) where grant < largest {
        addRow([term(choices[pair], largest - grant), term(shortfall, -1)], to: AllotmentProgram.slack)
      }
      sum.append(term(shortfall))
    }
    addRow(sum, to: Double(ceiling + largest) - Double(step) / 2)
  }

  private mutating func addPurses() {
    for (bucket, purse) in allotment.buckets.enumerated() {
      guard let limit = purse.limit else { continue }
      addRow(own(of: bucket), to: Double(limit) + AllotmentProgram.slack)
    }
  }

  /// What a slot is granted.
  private func grant(of slot: Int) -> [Term] {
    if let columns = cutGrants[slot] { return columns.compactMap(\.self).map { term($0) } }
    return members[slot].map { term(choices[$0], allotment.pairs[$0].grant) }
  }

  /// What is left of a bucket's outlay to its own purse.
  private func own(of bucket: Int) -> [Term] {
    allotment.slots.indices.flatMap { slot -> [Term] in
      if let columns = cutGrants[slot] {
        return members[slot].map { term(choices[$0], allotment.pairs[$0].outlays[bucket]) }
          + [columns[bucket]].compactMap(\.self).map { term($0, -1) }
      }
      return members[slot].map {
        term(choices[$0], allotment.pairs[$0].outlays[bucket] - allotment.pairs[$0].grants[bucket])
      }
    }.filter { $0.factor != 0 }
  }

  /// The figure of a goal, the more the better.
  func terms(of goal: Allotment.Goal) -> [Term] {
    switch goal {
    case .worth(let tier):
      return allotment.pairs.indices.map {
        term(choices[$0], allotment.worth[allotment.pairs[$0].part][tier])
      }
      .filter { $0.factor != 0 }
    case .grant:
      return allotment.slots.indices.flatMap { grant(of: $0) }
    case .own:
      var sums = [Double](repeating: 0, count: program.columnCount)
      for (bucket, purse) in allotment.buckets.enumerated() where purse.isSpared {
        for term in own(of: bucket) { sums[term.column] -= term.factor }
      }
      return sums.indices.filter { sums[$0] != 0 }.map { Term(column: $0, factor: sums[$0]) }
    case .fit:
      return allotment.pairs.indices.map { term(choices[$0], allotment.pairs[$0].fit) }
        .filter { $0.factor != 0 }
    case .slots:
      return uses.map { term($0, -1) }
    case .delay:
      return allotment.pairs.indices.map { term(choices[$0], -allotment.pairs[$0].delay) }
        .filter { $0.factor != 0 }
    }
  }

  /// Demands that a goal reaches a figure.
  mutating func demand(_ goal: Allotment.Goal, atLeast figure: Int64) {
    let terms = terms(of: goal)
    addRow(terms, from: Double(figure) - AllotmentProgram.slack)
  }

  /// Rules out one choice and no other.
  mutating func exclude(_ chosen: [Int]) {
    let isChosen = Set(chosen)
    addRow(
      choices.indices.map { term(choices[$0], isChosen.contains($0) ? -1 : 1) },
      from: 1 - Double(chosen.count))
  }

  /// Says what exactly a slot grants where it holds just these pairs and its ceiling cuts them.
  mutating func settleCut(of slot: Int, holding pairs: [Int]) {
    guard let columns = cutGrants[slot], let exact = allotment.outcome(of: pairs, in: slot),
      let ceiling = allotment.slots[slot].ceiling
    else { return }
    let isHeld = Set(pairs)
    for case (let bucket, let column?) in columns.enumerated() {
      // Each pair more or less than these lifts the limit to the ceiling.
      let slack = ceiling - exact.grants[bucket]
      let terms = members[slot].map { term(choices[$0], isHeld.contains($0) ? slack : -slack) }
      addRow([term(column)] + terms, to: Double(exact.grants[bucket] + slack * Int64(pairs.count)))
    }
  }

  /// Places a part for good: in a pair, or nowhere.
  mutating func place(_ part: Int, in pair: Int?) {
    for (number, candidate) in allotment.pairs.enumerated() where candidate.part == part {
      program.fix(choices[number], at: number == pair ? 1 : 0)
    }
  }

  /// The terms that prefer the slots in order for a part: the first slot is worth most, none nothing.
  func preference(of part: Int) -> [Term] {
    allotment.pairs.indices.filter { allotment.pairs[$0].part == part }.map {
      term(choices[$0], Int64(allotment.slots.count - allotment.pairs[$0].slot))
    }
  }

  /// Demands that a part is in a better slot by that preference than a figure.
  mutating func demandPreference(of part: Int, above figure: Int) {
    addRow(preference(of: part), from: Double(figure + 1))
  }

  /// What the programme itself counts an answer at.
  func figure(of goal: Int, in answer: MixedProgram.Answer) -> Double {
    guard let values = answer.values else { return .infinity }
    return terms(of: allotment.goals[goal]).reduce(0) {
      $0 + $1.factor * program.amount(of: $1.column, in: values)
    }
  }

  /// The pairs that an answer chooses.
  func chosen(_ answer: MixedProgram.Answer) -> [Int]? {
    answer.values.map { values in choices.indices.filter { values[choices[$0]] > 0.5 } }
  }
}

extension UInt64 {
  /// The largest number that divides both.
  fileprivate func greatestCommonDivisor(with other: UInt64) -> UInt64 {
    var (one, two) = (self, other)
    while two != 0 { (one, two) = (two, one % two) }
    return one
  }
}
