import ParapetMatching
import ParapetModel

/// What a list says of a match; the rest is said by the page of the pair alone.
extension MatchText {
  /// The line that stands for the match in a list: its place, name, standing and what is done next.
  var listLine: Phrase {
    let rank = match.rank.map { "\($0). " } ?? ""
    return Phrase([.plain(rank), .strong(identifier), .plain(" — ")]) + words.titled(match.offer.opportunity)
      + Phrase([
        .plain(" — "), .verdict(match.verdict), .plain(", "), .strong(words.word(match.standing)),
        .plain(". \(nextLine)."),
      ])
  }

  /// What is open or fails, how many rules are met, and the figures in a line each.
  var listEntries: [ListEntry] {
    let open = match.reasons.filter { !$0.isMoot && $0.outcome != .met }
    var entries = open.map { ListEntry(phrase($0), outcome: $0.outcome) }
    let met = match.reasons.filter { $0.outcome == .met }
    if !met.isEmpty {
      var seen: Set<String> = []
      let kinds = met.map { words.word(kind: $0.kind) }.filter { seen.insert($0).inserted }
      entries.append(ListEntry(Phrase(kinds.joined(separator: ", ")), outcome: .met))
    }
    entries += match.questions.map { fact in
      ListEntry(Phrase("\(question(fact)) \(words.note(StandingNote.codes(codes(of: fact))))"))
    }
    entries += match.fixes.map { ListEntry(Phrase(fix($0))) }
    let addends = match.fit.addends.filter { $0.points != 0 }.map { "\(words.word($0.name)) \($0.points)" }
    entries.append(
      ListEntry(
        Phrase(words.pair(words.label(.fit), "\(match.fit.total)/100 (\(addends.joined(separator: ", ")))"))))
    entries += assumptions.map { ListEntry(Phrase($0.text)) }
    entries += match.offer.differences.map { ListEntry(Phrase(words.difference($0))) }
    if let page = match.offer.opportunity.landingPage { entries.append(ListEntry(.link(page, url: page))) }
    return entries
  }
}
