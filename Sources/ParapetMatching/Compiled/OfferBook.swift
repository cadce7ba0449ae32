import ParapetModel

/// The requirement trees of many offers, compiled: each tree once for each day by whose rules it is judged.
///
/// Topics inherit what their instrument asks, so four thousand offers have some dozens of rules.
struct OfferBook: Sendable {
  /// The compiled rules.
  let book: CompiledBook
  /// The rule of each offer; nothing where its tree has more criteria than a mask has bits.
  let rules: [Int?]
  private let trees: [RuledTree]
  private let coding: FactCoding
  private let criteria: [RuledCriterion]

  /// A tree with the column and the criterion of each of its leaves.
  private struct RuledTree: Sendable {
    var tree: Tree
    var columns: [Int]
    var criteria: [Int]
  }

  /// A criterion with the day on which it is judged.
  private struct RuledCriterion: Sendable {
    var leaf: Tree.Leaf
    var day: Day
    var required: Required
    /// Whether it reads nothing but what the items of one city with the same partners share.
    var isOfOrganisations: Bool

    init(_ leaf: Tree.Leaf, on day: Day) {
      self.leaf = leaf
      self.day = day
      required = leaf.logic?.required(on: day) ?? .unreadable
      isOfOrganisations = leaf.logic.map { $0.reads.isSubset(of: .organisations) } ?? true
    }
  }

  /// The answers for one subject, in the order of the leaves of a tree.
  struct Answer: Sendable {
    /// The answer of the tree.
    var verdict: Verdict
    /// The leaves that are not met as they stand, a negation aside, a bit each.
    var unmet: UInt64
    /// The leaves that are left open.
    var open: UInt64
  }

  init(_ offers: [Offer], matcher: Matcher) {
    var draft = Draft(coding: FactCoding(for: offers.lazy.map(\.tree)))
    rules = offers.map { draft.rule(of: $0.tree, on: matcher.day(of: $0)) }
    coding = draft.coding
    trees = draft.trees
    criteria = draft.criteria
    book = CompiledBook(draft.rules)
  }

  /// An answer with room for every rule; one is used for item after item of a city.
  func makeAnswer() -> OfferAnswer { OfferAnswer(book.makeAnswer(), criteria: criteria.count) }

  /// Judges a subject against every rule.
  func judge(_ subject: Subject, into answer: inout OfferAnswer) {
    answer.judgements.begin(subject)
    judge(subject, &answer.compiled, &answer.judgements)
  }

  private func judge(_ subject: Subject, _ answer: inout CompiledAnswer, _ judgements: inout JudgementMemory)
  {
    book.judge(coding.facts(of: subject), into: &answer) { number in
      judgement(number, subject, &judgements).outcome
    }
  }

  private func judgement(
    _ number: Int, _ subject: Subject, _ judgements: inout JudgementMemory
  ) -> Judgement {
    judgements.judgement(of: number, isOfOrganisations: criteria[number].isOfOrganisations) {
      Matcher.judge(subject, criteria[number].leaf, on: criteria[number].day)
    }
  }

  /// The verdict and reasons of a rule for the subject that was judged last.
  func judged(_ subject: Subject, by rule: Int, _ answer: inout OfferAnswer) -> (Verdict, [Reason]) {
    let numbers = trees[rule].criteria
    let judgements = numbers.map { judgement($0, subject, &answer.judgements) }
    let tree = trees[rule].tree
    return (
      tree.verdict(of: judgements), tree.reasons(of: judgements) { criteria[numbers[$0]].required }
    )
  }

  /// The verdict of a rule; a tree that asks for nothing decides nothing.
  func verdict(_ answer: OfferAnswer, of rule: Int) -> Verdict {
    trees[rule].columns.isEmpty ? .undecided : book.verdict(answer.compiled, of: rule)
  }

  /// The verdict of a rule with the masks of its leaves.
  func answer(_ answer: OfferAnswer, of rule: Int) -> Answer {
    let failures = book.failures(answer.compiled, of: rule)
    let questions = book.openQuestions(answer.compiled, of: rule)
    var masks = Answer(verdict: verdict(answer, of: rule), unmet: 0, open: 0)
    for (leaf, column) in trees[rule].columns.enumerated() {
      masks.unmet |= (failures >> UInt64(column) & 1) << UInt64(leaf)
      masks.open |= (questions >> UInt64(column) & 1) << UInt64(leaf)
    }
    return masks
  }

  /// Rules in the making.
  private struct Draft {
    let coding: FactCoding
    private(set) var rules: [CompiledRule] = []
    private(set) var trees: [RuledTree] = []
    private(set) var criteria: [RuledCriterion] = []
    private var known: [RuleKey: Int?] = [:]
    private var numbers: [CriterionKey: Int] = [:]
    private var columns: [ColumnKey: Int] = [:]

    /// The same tree on the same day is the same rule.
    private struct RuleKey: Hashable {
      var tree: ObjectIdentifier
      var day: Day
    }

    /// The same parameters of the same kind on the same day say the same.
    private struct CriterionKey: Hashable {
      var kind: String
      var parameters: [Criterion.Parameter]
      var day: Day
      var from: Day?
      var to: Day?
    }

    /// The first criterion of a kind in a tree, the second and so on.
    private struct ColumnKey: Hashable {
      var kind: String
      var isAsked: Bool
      var number: Int
    }

    init(coding: FactCoding) { self.coding = coding }

    mutating func rule(of tree: Tree, on day: Day) -> Int? {
      let key = RuleKey(tree: ObjectIdentifier(tree.identity), day: day)
      if let rule = known[key] { return rule }
      let rule = add(tree, on: day)
      known[key] = .some(rule)
      return rule
    }

    private mutating func add(_ tree: Tree, on day: Day) -> Int? {
      var leaves: [CompiledRule.Leaf] = []
      var counts: [ColumnKey: Int] = [:]
      for leaf in tree.leaves {
        var test = CompiledTest.asked
        if leaf.citation.holds(on: day), let own = leaf.logic { test = own.compiled(on: day, coding) }
        var column = ColumnKey(kind: leaf.kind, isAsked: test == .asked, number: 0)
        counts[column, default: 0] += 1
        column.number = counts[column] ?? 0
        if columns[column] == nil {
          guard columns.count < CompiledBook.mostColumns else { return nil }
          columns[column] = columns.count
        }
        leaves.append(
          CompiledRule.Leaf(
            column: columns[column] ?? 0, test: test, number: number(of: leaf, on: day),
            canExclude: leaf.citation.grade.canExclude))
      }
      rules.append(CompiledRule(leaves, Draft.shape(tree.root, leaves, isNegated: false).asGroup))
      trees.append(
        RuledTree(tree: tree, columns: leaves.map(\.column), criteria: leaves.map(\.number)))
      return rules.count - 1
    }

    private mutating func number(of leaf: Tree.Leaf, on day: Day) -> Int {
      let key = CriterionKey(
        kind: leaf.kind, parameters: leaf.parameters, day: day, from: leaf.citation.validFrom,
        to: leaf.citation.validTo)
      if let number = numbers[key] { return number }
      criteria.append(RuledCriterion(leaf, on: day))
      numbers[key] = criteria.count - 1
      return criteria.count - 1
    }

    /// A tree with its negations at the leaves (De Morgan) and no group within one of its own sort.
    private static func shape(
      _ node: Tree.Node, _ leaves: [CompiledRule.Leaf], isNegated: Bool
    ) -> CompiledRule.Shape {
      switch node {
      case .leaf(let index):
        let column = leaves[index].column
        return isNegated ? .not(column) : .column(column)
      case .not(let part): return shape(part, leaves, isNegated: !isNegated)
      case .all(let parts), .any(let parts):
        let made = parts.map { shape($0, leaves, isNegated: isNegated) }
        var isAll = isNegated
        if case .all = node { isAll.toggle() }
        let joined = made.flatMap { part in
          switch part {
          case .all(let inner) where isAll: inner
          case .any(let inner) where !isAll: inner
          case .all, .any, .column, .not: [part]
          }
        }
        if joined.count == 1 { return joined[0] }
        return isAll ? .all(joined) : .any(joined)
      }
    }
  }
}

extension CompiledRule.Shape {
  /// The same as a group, as a rule that asks for everything is written.
  fileprivate var asGroup: CompiledRule.Shape {
    switch self {
    case .all, .any: self
    case .column, .not: .all([self])
    }
  }
}
