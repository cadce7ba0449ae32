import ParapetMatching
import ParapetModel

extension English {
  func word(_ power: Fact.Power) -> String {
    switch power {
    case .inOurPower: "in our power"
    case .needsPartner: "needs a partner"
    case .needsTime: "needs time"
    case .impossible: "impossible"
    }
  }

  func change(_ change: Change) -> String {
    switch change {
    case .partners(let partners):
      return "join with " + and(ChangeText.groups(partners).map { partner($0.kind, $0.count) })
    case .measures(let measures):
      return pair("apply for these measures only", measures.map(name(measure:)).joined(separator: ", "))
    case .period(let start, let end):
      return pair("other dates of the work", ChangeText.period(start, end, self))
    case .cost(let more):
      return "\(money(more)) more of cost, by a larger item or several together"
    case .seat(let territory): return pair("a seat elsewhere", place(territory))
    case .value(let fact, let value): return self.change(fact, to: value)
    case .further(let fact, let code): return self.change(fact, to: .code(code))
    }
  }

  func fix(_ changes: [String], then verdict: Verdict, grant: Money?) -> String {
    let result =
      verdict == .eligible
      ? "then eligible" : "then nothing of the city’s stands in the way; the call’s own questions stay open"
    return Typography.capitalised(and(changes)) + "; " + result
      + (grant.map { "; grant \(money($0))" } ?? "")
  }

  func note(_ note: ChangeNote) -> String {
    switch note {
    case .title(let city): "\(city): what would change most"
    case .unlockMeaning:
      "A change is tried on every item. The amount adds up the best grant that it opens for each item; what only the call’s document can answer stays open, and nothing is promised."
    case .questionMeaning: "The amount adds up the best grant of each item that hangs on the answer."
    case .nothingUnlocks: "No single change opens anything."
    case .nothingBlocked: "Something on offer could pay for every item."
    case .noSubject: "Nothing on offer is about its measures."
    case .blocker(let kind, let count):
      "\(kind): stands in the way of \(self.count(count, "opportunity", "opportunities"))"
    case .nearMisses: "What is out of reach today, and what would bring it within reach."
    }
  }

  func mustNotHold(_ required: String) -> String { pair("This must not hold", required) }

  private func partner(_ kind: Change.NewPartner, _ number: Int) -> String {
    let what = kind.role.map { word($0) } ?? kind.applicant.map { name($0) }
    let one = what.map { "partner (\($0))" } ?? "partner"
    let many = what.map { "partners (\($0))" } ?? "partners"
    let who = count(number, one, many)
    guard kind.isFromAnotherCountry else { return who + " from the own country" }
    return who + (number == 1 ? " from another Member State" : " from as many other Member States")
  }
}
