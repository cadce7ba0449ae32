import ParapetModel

extension Subject {
  /// The parts in which it differs from another.
  func parts(differingFrom other: Subject) -> SubjectParts {
    var parts: SubjectParts = []
    if applicant != other.applicant { parts.formUnion(.applicant) }
    if partners != other.partners { parts.formUnion(.partners) }
    if coordinator != other.coordinator { parts.formUnion(.lead) }
    if start != other.start || end != other.end { parts.formUnion(.period) }
    if measures != other.measures { parts.formUnion(Subject.measures) }
    if purposes != other.purposes { parts.formUnion(Subject.purposes) }
    if costHeadings != other.costHeadings { parts.formUnion(Subject.costHeadings) }
    if words != other.words { parts.formUnion(Subject.text) }
    if others != other.others {
      for fact in Set(others.keys).union(other.others.keys) where others[fact] != other.others[fact] {
        parts.formUnion(fact.parts)
      }
    }
    return parts
  }

  private static let measures = Fact.measures.parts
  private static let purposes = Fact.purposes.parts
  private static let costHeadings = Fact.costHeadings.parts
  private static let text = Fact.subject.parts
}
