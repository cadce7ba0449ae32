import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// Why each figure is what it is: what was computed, and which source has the rule.
extension BudgetReport {
  /// A reason and where its rule stands; a reason that rests on the portfolio alone has no source.
  func reason(_ because: Because) -> Phrase {
    guard let citation = citation(of: because) else { return Phrase(words.because(because)) }
    return Phrase(words.because(because) + " (") + words.source(of: citation) + ")"
  }

  /// The same for machines, with the source's own name.
  func plainReason(_ because: Because) -> String {
    guard let citation = citation(of: because) else { return words.because(because) }
    return words.because(because) + " [\(citation.grade.rawValue): \(citation.source)]"
  }

  /// The reasons of every line, those of indirect costs last.
  var reasons: [ListEntry] {
    let direct = budget.lines.enumerated().map { number, line in
      entry("\(number + 1). \(line.text)", line.partner, line.because)
    }
    return direct + budget.indirect.map { entry(words.label(.indirectCosts), $0.partner, $0.because) }
  }

  private func entry(_ name: String, _ partner: String?, _ because: [Because]) -> ListEntry {
    ListEntry(
      Phrase([.strong(name), .plain(" (\(payer(partner)))")]),
      children: because.map { ListEntry(reason($0)) })
  }

  private func citation(of because: Because) -> Citation? {
    figure(of: because).flatMap { StatedTerm($0, in: offer.terms)?.citation }
  }

  /// The figure of the opportunity that a reason rests on.
  private func figure(of because: Because) -> Assumption.Figure? {
    switch because {
    case .rateApplied(let id, _, _): .rate(id: id)
    case .vatEligible, .vatNotEligible: .vat
    case .depreciated, .durationUnknown: .equipment
    case .worksNotEligible: .works
    case .indirectFlatRate: .indirect
    case .rounded: .rounding
    case .belowMinimum: .minimumGrant
    case .capped(.maximumGrant, _): .maximumGrant
    case .capped(.lumpSum, _): .lumpSums
    case .capped, .headingAssumed, .converted, .noRate: nil
    }
  }
}
