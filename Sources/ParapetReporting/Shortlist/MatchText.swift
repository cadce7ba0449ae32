import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// What can be said of one match in one language, the same for every format.
struct MatchText {
  let match: Match
  let city: City
  let identifiers: Identifiers
  let words: any Sentences
  /// The facts that were written and could not be read.
  var refused: Set<Fact> = []

  /// What a reason found; what was written and refused is not told as unstated.
  func stated(_ reason: Reason) -> String {
    if case .nothing = reason.stated, !refused.isDisjoint(with: reason.missing) {
      return words.note(UnreadNote.notRead)
    }
    return words.stated(reason.stated)
  }

  var identifier: String { identifiers.shown(match.offer.opportunity) }

  var title: String { words.title(of: match.offer.opportunity) }

  /// The identifiers of the criteria of an outcome, in their order.
  func criteria(_ outcome: Outcome) -> [String] {
    match.reasons.places { $0.outcome == outcome }.map { match.reasons[$0].id }
  }

  /// What the estimate rests on without being sure of it.
  var assumptions: [StatedAssumption] {
    (match.estimate?.assumptions ?? []).map { StatedAssumption($0, match.offer.terms, of: city, words) }
  }

  /// Where the reasons stand that make the verdict what it is.
  private var deciding: [Int] {
    switch match.verdict {
    case .eligible: match.reasons.places { $0.outcome == .met }
    case .undecided: match.reasons.places { !$0.isMoot && ($0.outcome == .undecided || $0.isUnverified) }
    case .ineligible: match.reasons.places { !$0.isMoot && $0.outcome == .unmet && !$0.isUnverified }
    }
  }

  /// The sources of the reasons that decide, each once, in their order.
  var decidingSources: [String] { MatchText.distinct(deciding.map { match.reasons[$0].citation.source }) }

  /// The sources of all reasons, each once, in their order.
  var sources: [String] { MatchText.distinct(match.reasons.map(\.citation.source)) }

  /// Why the verdict is what it is, in a sentence or two, whether its rate is a promise or a cap, and whether its
  /// source still has it.
  var why: String {
    let presence = words.note(match.offer.opportunity.presence)
    return ([verdictWhy] + caps + [presence].compactMap(\.self)).joined(separator: " ")
  }

  /// The rates that cap a priority or a programme, as far as the estimate takes them, each once.
  private var caps: [String] {
    MatchText.distinct(
      (match.estimate?.assumptions ?? []).compactMap { assumption in
        guard case .cap(let cap, _, let id) = assumption.what else { return nil }
        return match.offer.funding.rates.first { $0.id == id }.map {
          words.note(.cap($0.maximum, of: cap))
        }
      })
  }

  private var verdictWhy: String {
    switch match.verdict {
    case .eligible:
      let met = words.note(.criteriaMet(met: deciding.count, of: match.reasons.count))
      return match.status == .noCall ? met + " " + words.note(.noCall) : met
    case .ineligible:
      return words.note(.notMet(kinds(deciding)))
    case .undecided:
      var parts: [String] = []
      if match.status == .noCall { parts.append(words.note(.noCall)) }
      let unverified = match.reasons.places { $0.isUnverified && !$0.isMoot }
      if !unverified.isEmpty { parts.append(words.note(.unverifiedRules(kinds(unverified)))) }
      let open = match.reasons.places { $0.outcome == .undecided && !$0.isMoot }
      if !open.isEmpty { parts.append(words.note(.openQuestions(kinds(open)))) }
      return parts.joined(separator: " ")
    }
  }

  /// The kinds of the reasons at some places, in words, each once.
  private func kinds(_ places: [Int]) -> [String] {
    MatchText.distinct(places.map { words.word(kind: match.reasons[$0].kind) })
  }

  /// The question about a fact, which names the criteria that it would decide.
  func question(_ fact: Fact) -> String {
    let kinds = match.reasons.filter { $0.questions.contains(fact) }
    return words.question(
      fact, deciding: MatchText.distinct(kinds.map { words.word(kind: $0.kind).lowercased() }))
  }

  /// A reason in one line: what is asked, what was found, how sure that is and who says it.
  func phrase(_ reason: Reason) -> Phrase {
    statement(reason) + " (" + words.source(of: reason.citation) + ")"
  }

  /// The same without who says it.
  func statement(_ reason: Reason) -> Phrase {
    var text = Phrase([.strong(words.word(kind: reason.kind))])
    text = text + " — \(required(reason)). "
    text = text + words.pair(words.label(.stated), stated(reason)) + "."
    if let answer = reason.answer, let note = words.note(answer) { text = text + " \(note)." }
    if reason.isMoot {
      text = text + " " + words.note(.alternative)
    } else if reason.isUnverified {
      text =
        text
        + Phrase([
          .plain(" "), .strong(words.note(.unverifiedRule(grade: words.word(reason.citation.grade)))),
        ])
    } else if reason.outcome == .unmet, match.verdict != .ineligible {
      text = text + " " + words.note(.alternative)
    }
    return text
  }

  /// What a reason asks, the other way round beneath a negation.
  func required(_ reason: Reason) -> String {
    let required = words.required(reason.required)
    return reason.isNegated ? words.mustNotHold(required) : required
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { $0 != "none" && !$0.isEmpty && seen.insert($0).inserted }
  }
}

/// An assumption in words, with the source of the figure that it rests on where there is one.
struct StatedAssumption {
  var text: String
  var citation: Citation

  init(_ assumption: Assumption, _ terms: FundingTerms, of city: City, _ words: any Sentences) {
    text = words.assumption(assumption.what, terms, of: city)
    citation = Citation(grade: assumption.grade, source: "none")
    switch assumption.what {
    case .unverified(let figure):
      if let term = StatedTerm(figure, in: terms) { citation = term.citation }
    case .converted(let conversion):
      if let quote = conversion.quotes.first { citation.source = quote.citation.source }
    case .agreed(let term): citation = term.citation
    case .lumpSumChosen, .lumpSumOpen:
      // The table has its source; which sum it is, is our assumption.
      citation.source = terms.funding.lumpSums?.citation.source ?? "none"
    case .simplifiedCosts: citation = terms.rules.simplifiedUpTo?.citation ?? citation
    case .ownShare(let rule), .ownShareOpen(let rule): citation = rule.citation
    case .compensatedTax(let scheme, _, _): citation = scheme.citation
    case .recoveredTaxLeft: citation.source = terms.rules.vat?.citation.source ?? "none"
    case .taxFund(let fund, _, _): citation = fund.citation
    case .cap(_, _, let id):
      // The cap is law; that a project gets all of it is our assumption, so only the source is taken over.
      if let term = StatedTerm(.rate(id: id), in: terms) { citation.source = term.citation.source }
    default: break
    }
  }
}
