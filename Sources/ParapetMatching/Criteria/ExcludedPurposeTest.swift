import ParapetModel

/// Purposes that are not paid for, such as defence or the mere upkeep of public order.
///
/// A city that has said nothing is asked only where a measure of the item gives reason to: nobody asks of lamps
/// whether they are weapons. Which measures do stands beside each purpose.
struct ExcludedPurposeTest: CriterionTest {
  static let kind = "excluded-purpose"
  static let reads: SubjectParts = [.purposes, .measures]

  private let excluded: [SpecialPurpose]
  private let doubtful: [String]

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    var excluded: [SpecialPurpose] = []
    var doubtful: [String] = []
    for parameter in parameters {
      guard parameter.name == "exclude" else { throw .parameter(parameter.name, allowed: ["exclude"]) }
      guard let value = parameter.attributes["purpose"].flatMap(SpecialPurpose.init(rawValue:)) else {
        throw .value("purpose", of: parameter)
      }
      if !excluded.contains(value) { excluded.append(value) }
      if let measure = parameter.attributes["measure"] { doubtful.append(measure) }
    }
    guard !excluded.isEmpty else { throw CriterionFault(message: "no <exclude>: the criterion says nothing") }
    self.excluded = excluded
    self.doubtful = doubtful
  }

  func compiled(on day: Day, _ coding: FactCoding) -> CompiledTest {
    .none(
      of: CompiledFact.purposes.rawValue, in: FactCoding.word(of: excluded, among: SpecialPurpose.allCases))
  }

  func required(on day: Day) -> Required { .purposes(excluded: excluded) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    if let purposes = subject.purposes {
      return Judgement(
        outcome: excluded.contains(where: purposes.contains) ? .unmet : .met, stated: .purposes(purposes))
    }
    guard let measures = subject.measures else { return .undecided(.nothing, missing: [.purposes]) }
    return measures.contains(where: doubtful.contains)
      ? .undecided(.nothing, missing: [.purposes]) : Judgement(outcome: .met, stated: .otherMeasures)
  }
}
