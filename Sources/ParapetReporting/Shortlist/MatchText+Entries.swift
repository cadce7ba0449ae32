import ParapetMatching
import ParapetModel

extension MatchText {
  /// The reasons, the questions, the fit and what else a reader must weigh; their sources are notes.
  func entries(noting notes: inout SourceNotes) -> [ListEntry] {
    let reasons = match.reasons.map { reason in
      ListEntry(
        statement(reason) + notes.mark(words.source(of: reason.citation)), outcome: reason.outcome)
    }
    var entries = [
      ListEntry(
        Phrase(words.label(.reasons)),
        children: reasons)
    ]
    entries += section(
      words.label(.questions),
      match.questions.map { fact in
        Phrase("\(question(fact)) \(words.note(StandingNote.codes(codes(of: fact))))")
      })
    entries += section(words.label(.fixes), match.fixes.map { Phrase(fix($0)) })
    entries += section(words.pair(words.label(.fit), "\(match.fit.total)/100"), fit)
    entries += section(
      words.label(.assumptions),
      assumptions.map { Phrase($0.text + notes.mark(words.source(of: $0.citation))) })
    entries += section(words.label(.differences), differences)
    entries += section(words.label(.page), page)
    return entries
  }

  /// A fix in a sentence, with how far it lies in the city's hands.
  func fix(_ fix: Fix) -> String {
    words.pair(
      Typography.capitalised(words.word(fix.power)),
      words.fix(fix.changes.map { words.change($0) }, then: fix.verdict, grant: fix.grant))
  }

  /// The addends with their reasons.
  private var fit: [Phrase] {
    match.fit.addends.map {
      Phrase(words.pair(words.word($0.name), "\($0.points) — \(words.because($0.because))"))
    }
  }

  /// What our own file and the feed say differently.
  private var differences: [Phrase] {
    match.offer.differences.map { Phrase(words.difference($0)) }
  }

  private var page: [Phrase] {
    match.offer.opportunity.landingPage.map { [.link($0, url: $0)] } ?? []
  }

  private func section(_ name: String, _ phrases: [Phrase]) -> [ListEntry] {
    phrases.isEmpty ? [] : [ListEntry(Phrase(name), children: phrases.map { ListEntry($0) })]
  }
}
