import ParapetMatching
import ParapetModel

extension English {
  func label(_ label: NextLabel) -> String {
    switch label {
    case .standing: "Standing"
    case .nextAction: "Next action"
    }
  }

  func word(_ standing: Match.Standing) -> String {
    switch standing {
    case .ready: "ready"
    case .readCall: "read the call"
    case .answer: "answer first"
    case .partner: "find partners"
    case .doubtful: "doubtful"
    case .no: "ruled out"
    }
  }

  func word(_ doer: NextAction.Doer) -> String {
    switch doer {
    case .city: "the city"
    case .partner: "partners"
    case .authority: "the authority"
    case .callDocument: "the call document"
    }
  }

  func runner(_ management: Management?) -> String {
    switch management {
    case .shared: "the managing authority of the programme"
    case .direct: "the Commission service or agency that runs the programme"
    case .indirect: "the body that runs the programme for the Commission"
    case nil: "whoever runs the programme"
    }
  }

  func sentence(_ next: NextSentence) -> String {
    switch next {
    case .apply: "Write the application"
    case .askForCall(let authority): "Ask \(authority) when it takes applications for this"
    case .askForRules(let authority, let rules):
      "Ask \(authority) whether it really asks this, which nobody has verified: \(rules.joined(separator: "; "))"
    case .askForRelevance(let authority): "Ask \(authority) whether it pays for such a thing"
    case .read(let address):
      "Read the section on eligibility in the call’s document\(at(address))"
    case .answer(let facts, let codes):
      "Answer: \(and(facts))" + (codes.isEmpty ? "" : " [\(codes.joined(separator: ", "))]")
    case .findPartners(let rules): "Find partners: \(Typography.continuing(rules.joined(separator: "; ")))"
    case .verify(let rules, let address):
      "Look in the call’s document\(at(address)) whether it really asks this, which nobody has verified: "
        + rules.joined(separator: "; ")
    case .checkSubject(let address):
      "Look in the call’s document\(at(address)) whether it pays for such a thing"
    case .leave(let rules):
      rules.isEmpty
        ? "Leave it: a rule says no" : "Leave it, since this is not met: \(rules.joined(separator: "; "))"
    case .awaitCall: "Wait for the next call"
    }
  }

  private func at(_ address: String?) -> String { address.map { " (\($0))" } ?? "" }

  func note(_ note: StandingNote) -> String {
    switch note {
    case .counts(let counts):
      return counts.map { "\(number($0.count)) × \(word($0.standing))" }.joined(separator: ", ") + "."
    case .omitted(let omitted):
      let parts = [
        (omitted.closed, "closed"), (omitted.leftOver, "without a date and of a year that is over"),
        (omitted.no, "ruled out"),
        (omitted.withoutGrant, "that would bring nothing"),
        (omitted.unrelated, "with too little in common with the item"),
      ]
      return "Not listed: " + and(parts.filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" })
        + ". --all shows them."
    case .meaning:
      return
        "Standing says what to do. Ready: every known rule is met and the call’s own conditions were read. Read the call: "
        + "known rules are met, the call’s document is unread. Answer first: a fact is missing. Find partners: partners "
        + "would cure it. Doubtful: a rule that nobody has verified is not met, or nothing says that it pays for such a thing."
    case .turn(let text, let doer, let until):
      let end = until.map { ", until \(date($0))" } ?? ""
      return "\(text) (turn of: \(word(doer))\(end))"
    case .answered(let name, let day, let source):
      return "so says \(name) on \(date(day))" + (source.map { ", from: \($0)" } ?? "")
    case .askedInVain(let name, let day): return "\(name) asked on \(date(day)) and does not know"
    case .lapsed(let name, let day, let changed):
      return
        "The answer of \(name) of \(date(day)) counts no more: the record changed on \(date(changed)); ask again"
    case .codes(let codes): return "[\(codes.joined(separator: ", "))]"
    }
  }
}
