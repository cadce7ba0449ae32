extension CompiledBook {
  /// A book in the making: rows are appended to one array, and each column remembers where its own begin.
  struct Draft {
    private(set) var rows: [Vector] = []
    private(set) var bounds: [Int64] = []
    private(set) var questions: [Question] = []
    private(set) var positions: [Int]
    private(set) var bands: [Band] = []
    private(set) var width = 0
    let columnCount: Int
    private let rules: [CompiledRule]
    /// The rules and leaves of each column.
    private var leaves: [[(rule: Int, leaf: CompiledRule.Leaf)]]

    /// So many values can stand in a set.
    private static let values = 64

    init(_ rules: [CompiledRule]) {
      self.rules = rules
      columnCount = (rules.lazy.flatMap(\.leaves).map(\.column).max() ?? -1) + 1
      precondition(columnCount <= CompiledBook.mostColumns, "a mask has 64 bits")
      leaves = Array(repeating: [], count: columnCount)
      for (rule, compiled) in rules.enumerated() {
        for leaf in compiled.leaves { leaves[leaf.column].append((rule, leaf)) }
      }
      positions = Array(repeating: 0, count: rules.count)
      makeBands()
    }

    /// Rules of one shape side by side, from a whole vector on; those that ask for everything come first.
    private mutating func makeBands() {
      var groups: [(steps: [CompiledRule.Shape.Step]?, rules: [Int])] = [(nil, [])]
      var known: [[CompiledRule.Shape.Step]: Int] = [:]
      for (rule, compiled) in rules.enumerated() {
        guard !compiled.isFlat else {
          groups[0].rules.append(rule)
          continue
        }
        let steps = compiled.shape.steps
        if let group = known[steps] {
          groups[group].rules.append(rule)
        } else {
          known[steps] = groups.count
          groups.append((steps, [rule]))
        }
      }
      for group in groups where !group.rules.isEmpty {
        let first = width * CompiledBook.rulesInVector
        for (offset, rule) in group.rules.enumerated() { positions[rule] = first + offset }
        let length = (group.rules.count + CompiledBook.rulesInVector - 1) / CompiledBook.rulesInVector
        bands.append(Band(vectors: width..<(width + length), steps: group.steps))
        width += length
      }
    }

    /// A new row with the bits of some rules.
    mutating func row(of some: some Sequence<Int>) -> Int {
      let row = rows.count
      rows.append(contentsOf: repeatElement(.zero, count: width))
      for rule in some { set(rule, in: row) }
      return row
    }

    private mutating func set(_ rule: Int, in row: Int, to value: Bool = true) {
      let (word, bit) = positions[rule].quotientAndRemainder(dividingBy: 64)
      let mask: UInt64 = 1 << UInt64(bit)
      if value {
        rows[row + word / 4][word % 4] |= mask
      } else {
        rows[row + word / 4][word % 4] &= ~mask
      }
    }

    mutating func column(_ number: Int) -> CompiledColumn {
      let own = leaves[number]
      let firstBound = bounds.count
      let (form, fact) = Draft.form(of: own.first?.leaf.test ?? .asked)
      for (_, leaf) in own {
        precondition(Draft.form(of: leaf.test) == (form, fact), "a column is about one fact in one form")
      }
      let present = row(of: own.map(\.rule))
      let weak = own.contains { !$0.leaf.canExclude }
      let strong = weak ? row(of: own.filter(\.leaf.canExclude).map(\.rule)) : nil
      var column = CompiledColumn(
        form: form, fact: fact, failingRow: rows.count, metRow: 0, openRow: 0, leavesOpen: false,
        presentRow: present, strongRow: strong, bounds: firstBound..<firstBound, questions: 0..<0)
      switch form {
      case .every: addEvery(own, to: &column)
      case .any, .none:
        for value in 0..<Draft.values {
          _ = row(of: own.filter { Draft.fails($0.leaf.test, value) }.map(\.rule))
        }
      case .range: addRange(own, to: &column)
      case .asked: break
      }
      column.questions = addQuestions(own)
      return column
    }

    private static func form(of test: CompiledTest) -> (CompiledColumn.Form, Int) {
      switch test {
      case .every(let fact, _, _): (.every, fact)
      case .any(let fact, _): (.any, fact)
      case .none(let fact, _): (.none, fact)
      case .range(let fact, _): (.range, fact)
      case .asked: (.asked, 0)
      }
    }

    private static func fails(_ test: CompiledTest, _ value: Int) -> Bool {
      switch test {
      case .every(_, _, let set), .none(_, let set): set >> UInt64(value) & 1 == 1
      case .any(_, let set): set >> UInt64(value) & 1 == 0
      case .range, .asked: false
      }
    }

    private mutating func addEvery(
      _ own: [(rule: Int, leaf: CompiledRule.Leaf)], to column: inout CompiledColumn
    ) {
      func meets(_ test: CompiledTest, _ value: Int) -> Bool {
        if case .every(_, let met, _) = test { met >> UInt64(value) & 1 == 1 } else { false }
      }
      for value in 0..<Draft.values {
        _ = row(of: own.filter { Draft.fails($0.leaf.test, value) }.map(\.rule))
      }
      column.metRow = rows.count
      for value in 0..<Draft.values {
        _ = row(of: own.filter { meets($0.leaf.test, value) }.map(\.rule))
      }
      column.openRow = rows.count
      for value in 0..<Draft.values {
        let open = own.filter { !Draft.fails($0.leaf.test, value) && !meets($0.leaf.test, value) }
        column.leavesOpen = column.leavesOpen || !open.isEmpty
        _ = row(of: open.map(\.rule))
      }
    }

    /// Between two bounds nothing changes: each row is the one before it with the rules whose range begins or ends.
    private mutating func addRange(
      _ own: [(rule: Int, leaf: CompiledRule.Leaf)], to column: inout CompiledColumn
    ) {
      var events: [(bound: Int64, rule: Int, fails: Bool)] = []
      var failing: [Int] = []
      for (rule, leaf) in own {
        guard case .range(_, let range) = leaf.test else { continue }
        if range.lowerBound > .min {
          failing.append(rule)
          events.append((range.lowerBound, rule, false))
        }
        if range.upperBound < .max { events.append((range.upperBound + 1, rule, true)) }
      }
      events.sort { ($0.bound, $0.rule, $0.fails ? 1 : 0) < ($1.bound, $1.rule, $1.fails ? 1 : 0) }
      var current = row(of: failing)
      for event in events {
        if bounds.count == column.bounds.lowerBound || bounds[bounds.count - 1] != event.bound {
          bounds.append(event.bound)
          rows.append(contentsOf: rows[current..<(current + width)])
          current += width
        }
        set(event.rule, in: current, to: event.fails)
      }
      column.bounds = column.bounds.lowerBound..<bounds.count
    }

    private mutating func addQuestions(_ own: [(rule: Int, leaf: CompiledRule.Leaf)]) -> Range<Int> {
      var rules: [Int: [Int]] = [:]
      for (rule, leaf) in own { rules[leaf.number, default: []].append(rule) }
      let first = questions.count
      for number in rules.keys.sorted() {
        questions.append(Question(number: number, row: row(of: rules[number] ?? [])))
      }
      return first..<questions.count
    }
  }
}
