import ParapetModel

/// Headings of cost that are never paid, such as works.
///
/// An item is refused where nothing else is left of it; what is left out in part is for the budget to show. Where no
/// cost line says, the item is asked about only where one of its measures usually falls under such a heading.
struct CostHeadingTest: CriterionTest {
  static let kind = "cost-heading"
  static let reads: SubjectParts = [.costHeadings, .measures]

  private let excluded: [CostCategory]
  private let doubtful: [String]

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    var excluded: [CostCategory] = []
    var doubtful: [String] = []
    for parameter in parameters {
      guard parameter.name == "exclude" else { throw .parameter(parameter.name, allowed: ["exclude"]) }
      guard let value = parameter.attributes["heading"].flatMap(CostCategory.init(rawValue:)) else {
        throw .value("heading", of: parameter)
      }
      if !excluded.contains(value) { excluded.append(value) }
      if let measure = parameter.attributes["measure"] { doubtful.append(measure) }
    }
    guard !excluded.isEmpty else { throw CriterionFault(message: "no <exclude>: the criterion says nothing") }
    self.excluded = excluded
    self.doubtful = doubtful
  }

  /// One heading that is paid is enough.
  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    .any(
      of: CompiledFact.costHeadings.rawValue, in: ~FactCoding.word(of: excluded, among: CostCategory.allCases)
    )
  }

  func required(on day: Day) -> Required { .costHeadings(excluded: excluded) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    if let headings = subject.costHeadings {
      let refused = headings.filter(excluded.contains).sorted()
      return Judgement(
        outcome: refused.count == headings.count ? .unmet : .met,
        stated: .costHeadings(headings.sorted(), refused: refused))
    }
    guard let measures = subject.measures else { return .undecided(.nothing, missing: [.costHeadings]) }
    return measures.contains(where: doubtful.contains)
      ? .undecided(.nothing, missing: [.costHeadings]) : Judgement(outcome: .met, stated: .otherMeasures)
  }
}
