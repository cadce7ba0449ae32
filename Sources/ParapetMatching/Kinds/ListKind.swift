import ParapetSearching
import ParapetModel

/// A kind that asks for codes: the fact must be among some, or none of those.
///
/// `CriterionKind` declares which; one that needs no more than this needs no file. `<include … en="…" fr="…" pl="…">` may
/// give words, joined by `;`, by which an item whose city states no code shows that one of them is meant, whatever the
/// language of the item. Words never speak against it.
struct ListKind: CriterionLogic {
  let kind: CriterionKind
  private let fact: Fact
  private let codes: ValueList<String>
  /// The words of the codes that are asked for.
  private let terms: Terms

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
    terms = Terms(
      parameters.filter { $0.name == "include" }.flatMap { parameter in
        ListKind.languages.compactMap { parameter.attributes[$0] }
      })
  }

  /// The languages of items, which are those of the glossary.
  static let languages = ["en", "fr", "de", "es", "it", "nl", "pl", "pt", "ro"]

  var reads: SubjectParts { terms.isEmpty ? fact.parts : fact.parts.union(Fact.subject.parts) }

  func required(on day: Day) -> Required {
    .list(kind, included: codes.included, excluded: codes.excluded)
  }

  /// Of several codes one that is refused is enough to be refused, and one that is asked for enough to be accepted.
  func judge(_ subject: Subject, on day: Day) -> Judgement {
    guard let stated = subject[fact]?.codes else {
      guard let shown = terms.first(in: subject.words) else {
        return .undecided(.nothing, missing: [fact])
      }
      return Judgement(outcome: .met, stated: .words(shown))
    }
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
