import ParapetModel

/// The category of region under cohesion policy in which the applicant lies.
struct RegionCategoryTest: CriterionTest {
  static let kind = "region-category"
  static let reads: SubjectParts = .applicant

  private let categories: ValueList<RegionCategory>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    categories = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let value = parameter.attributes["category"].flatMap(RegionCategory.init(rawValue:)) else {
        throw .value("category", of: parameter)
      }
      return value
    }
  }

  func accepts(_ category: RegionCategory) -> Bool { categories.outcome { $0 == category } == .met }

  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    coding.every(.regionCategory, among: RegionCategory.allCases) { category in
      categories.outcome { $0 == category }
    }
  }

  func required(on day: Day) -> Required { .regionCategory(categories.included) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let category = subject.applicant.regionCategory else {
      return .undecided(.nothing, missing: [.regionCategory])
    }
    let outcome = categories.outcome { $0 == category }
    return Judgement(
      outcome: outcome, stated: .regionCategory(category),
      missing: outcome == .undecided ? [.callDocument] : [])
  }
}
