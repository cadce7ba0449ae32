import ParapetModel

/// Headings of cost that are never paid, such as works.
///
/// An item is refused where nothing else is left of it; what is left out in part is for the budget to show. Where no
/// cost line says, the item is asked about only where one of its measures usually falls under such a heading.
struct CostHeadingKind: CriterionLogic {
  let kind = CriterionKind.costHeading
  let reads: SubjectParts = [.item(.costHeadings), .item(.measures)]

  private let excluded: Exclusions<CostCategory>

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    excluded = try Exclusions(parameters, attribute: "heading")
  }

  func required(on day: Day) -> Required { .list(kind, included: [], excluded: excluded.codes) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let headings = subject.costHeadings else {
      return excluded.judgeSilence(of: subject, asking: .costHeadings)
    }
    let refused = headings.filter(excluded.values.contains).sorted()
    return Judgement(
      outcome: refused.count == headings.count ? .unmet : .met,
      stated: .values(kind, headings.sorted().map(\.rawValue), refused: refused.map(\.rawValue)))
  }
}
