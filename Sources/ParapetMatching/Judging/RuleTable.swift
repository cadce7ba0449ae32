import ParapetModel

/// The requirement trees of many offers, ready for subject after subject: each tree stands once for each day by whose
/// rules it is judged, and each distinct criterion once.
///
/// Topics inherit what their instrument asks, so four thousand offers have some hundreds of trees, and these some
/// hundreds of criteria.
struct RuleTable: Sendable {
  /// The rule of each offer.
  let rules: [Int]
  private let trees: [NumberedTree]
  private let criteria: [DatedCriterion]

  /// A tree with the number of the criterion of each of its leaves.
  ///
  /// It and the criteria are objects: all cores judge by them at once, and would count each array in a copy of either.
  private final class NumberedTree: Sendable {
    let tree: Tree
    let criteria: [Int]
    let names: [LeafName]

    init(_ tree: Tree, criteria: [Int]) {
      self.tree = tree
      self.criteria = criteria
      names = tree.leaves.map { LeafName(kind: $0.kind, id: $0.id, isNegated: $0.isNegated) }
    }
  }

  /// What of a leaf an answer is told by.
  private struct LeafName: Sendable {
    var kind: String
    var id: String
    var isNegated: Bool
  }

  /// What each rule and each criterion reads of a subject.
  private let partsOfRules: [SubjectParts]
  private let partsOfCriteria: [SubjectParts]

  /// A criterion with the day on which it is judged.
  private final class DatedCriterion: Sendable {
    let logic: (any CriterionLogic)?
    let day: Day
    let required: Required
    /// What it says of everybody, where nobody can read it or it is not in force.
    let settled: Judgement?

    init(_ leaf: Tree.Leaf, on day: Day) {
      self.day = day
      logic = leaf.logic
      required = leaf.logic?.required(on: day) ?? .unreadable
      settled = leaf.settled(on: day)
    }
  }

  init(_ offers: [Offer], matcher: Matcher) {
    var draft = Draft()
    rules = offers.map { draft.rule(of: $0.tree, on: matcher.day(of: $0)) }
    trees = draft.trees
    criteria = draft.criteria
    let parts = criteria.map { $0.logic?.reads ?? [] }
    partsOfCriteria = parts
    partsOfRules = trees.map { tree in
      tree.criteria.reduce(into: SubjectParts()) { $0.formUnion(parts[$1]) }
    }
  }

  /// Room for what the rules say of one subject after another.
  func makeAnswers() -> RuleAnswers { RuleAnswers(rules: partsOfRules, criteria: partsOfCriteria) }

  /// The verdict of a rule for the subject of the answers.
  func verdict(of rule: Int, _ answers: inout RuleAnswers) -> Verdict {
    if let known = answers.verdicts[rule] { return known }
    let (tree, criteria) = (trees[rule], criteria)
    let made = tree.tree.verdict { RuleTable.outcome(of: tree.criteria[$0], among: criteria, &answers) }
    answers.keep(made, of: rule)
    return made
  }

  /// The verdict and the reasons of a rule for the subject of the answers.
  func judged(by rule: Int, _ answers: inout RuleAnswers) -> (Verdict, [Reason]) {
    let (tree, numbers) = (trees[rule].tree, trees[rule].criteria)
    for number in numbers { _ = RuleTable.outcome(of: number, among: criteria, &answers) }
    let judgements = numbers.compactMap { answers.judgements[$0] }
    let reasons = tree.reasons(of: judgements) { criteria[numbers[$0]].required }
    return (verdict(of: rule, &answers), reasons)
  }

  /// What an answer takes of a rule, for the subject of the answers: the same as its verdict and reasons tell.
  func gist(of rule: Int, _ answers: inout RuleAnswers) -> RuleGist {
    if let known = answers.gists[rule] { return known }
    let tree = trees[rule]
    var made = RuleGist(verdict: verdict(of: rule, &answers), signs: StandingSigns(), unverified: 0, open: [])
    for number in tree.criteria { _ = RuleTable.outcome(of: number, among: criteria, &answers) }
    let moot = tree.tree.moot { answers.outcomes[tree.criteria[$0]] ?? .undecided }
    for (place, number) in tree.criteria.enumerated() {
      guard let outcome = answers.outcomes[number] else { continue }
      // Of thirty criteria some five are not met, and the others tell an answer nothing.
      let isMet = tree.names[place].isNegated ? outcome == .unmet : outcome == .met
      guard !isMet, !moot.contains(place), let judgement = answers.judgements[number] else { continue }
      if judgement.outcome == .undecided {
        // A reason is large, and of an open criterion little is asked.
        made.noteOpen(
          kind: tree.names[place].kind, id: tree.names[place].id, missing: judgement.missing)
      } else {
        made.note(tree.tree.reason(place, judgement, required: criteria[number].required))
      }
    }
    answers.gists[rule] = made
    return made
  }

  /// Apart from the table, which a closure would copy for each leaf of each tree.
  private static func outcome(
    of number: Int, among criteria: [DatedCriterion], _ answers: inout RuleAnswers
  ) -> Outcome {
    if let known = answers.outcomes[number] { return known }
    let criterion = criteria[number]
    let made = criterion.settled ?? criterion.logic?.judge(answers.subject, on: criterion.day) ?? .unreadable
    answers.keep(made, ofCriterion: number)
    return made.outcome
  }

  /// Rules in the making.
  private struct Draft {
    private(set) var trees: [NumberedTree] = []
    private(set) var criteria: [DatedCriterion] = []
    private var rules: [RuleKey: Int] = [:]
    private var numbers: [CriterionKey: Int] = [:]

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

    mutating func rule(of tree: Tree, on day: Day) -> Int {
      let key = RuleKey(tree: ObjectIdentifier(tree.identity), day: day)
      if let rule = rules[key] { return rule }
      trees.append(NumberedTree(tree, criteria: tree.leaves.map { number(of: $0, on: day) }))
      rules[key] = trees.count - 1
      return trees.count - 1
    }

    private mutating func number(of leaf: Tree.Leaf, on day: Day) -> Int {
      let key = CriterionKey(
        kind: leaf.kind, parameters: leaf.parameters, day: day, from: leaf.citation.validFrom,
        to: leaf.citation.validTo)
      if let number = numbers[key] { return number }
      criteria.append(DatedCriterion(leaf, on: day))
      numbers[key] = criteria.count - 1
      return criteria.count - 1
    }
  }
}
