import ParapetModel

/// A kind that asks for codes: the fact must be among some, or none of those.
///
/// `CriterionKind` declares which; one that needs no more than this needs no file.
struct ListKind: CriterionLogic {
  let kind: CriterionKind
  private let fact: Fact
  private let codes: ValueList<String>

  init(
    _ kind: CriterionKind, of fact: Fact, attribute: String, _ parameters: [Criterion.Parameter]
  ) throws(CriterionFault) {
    self.kind = kind
    self.fact = fact
    codes = try ValueList(parameters) { parameter throws(CriterionFault) in
      guard let code = parameter.attributes[attribute], kind.codes?.allows(code) != false else {
        throw .value(attribute, of: parameter)
      }
      return code
    }
  }

  var reads: SubjectParts { fact.parts }

  func required(on day: Day) -> Required {
    .list(kind, included: codes.included, excluded: codes.excluded)
  }

  /// Of several codes one that is refused is enough to be refused, and one that is asked for enough to be accepted.
  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let stated = subject[fact]?.codes else { return .undecided(.nothing, missing: [fact]) }
    let outcome = codes.outcome(of: stated)
    return Judgement(
      outcome: outcome, stated: .values(kind, stated),
      missing: outcome == .undecided ? [.callDocument] : [])
  }

  /// Another code of a fact that has one.
  func proposals(_ subject: Subject, on day: Day) -> [Proposal] {
    guard case .code(let list) = fact.declaration.form, subject[fact] != nil else { return [] }
    let accepted = (list.codes ?? codes.included).filter { codes.outcome(of: [$0]) == .met }
    return accepted.map { .change(.value(fact, .code($0))) }
  }
}
