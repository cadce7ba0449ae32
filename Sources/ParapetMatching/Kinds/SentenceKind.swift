import ParapetModel

/// A sentence of the call's own conditions that no other kind says: what the proposal must contain, what stands in another
/// document, or what was not understood.
struct SentenceKind: CriterionLogic {
  let reads: SubjectParts = []

  private let nature: SentenceNature

  init(_ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    guard parameters.count == 1, parameters[0].name == "text" else {
      throw .parameter(parameters.first?.name ?? "", allowed: ["text"])
    }
    guard let nature = parameters[0].attributes["of"].flatMap(SentenceNature.init) else {
      throw .value("of", of: parameters[0])
    }
    self.nature = nature
  }

  func required(on day: Day) -> Required { .sentence(nature) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    switch nature {
    // Whoever writes the proposal keeps it; nobody is shut out by it.
    case .proposal: Judgement(outcome: .met, stated: .inProposal)
    case .document, .open: .undecided(.sourceSilent, missing: [.callDocument])
    }
  }
}
