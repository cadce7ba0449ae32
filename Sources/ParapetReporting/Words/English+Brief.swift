import ParapetMatching
import ParapetModel

extension English {
  func label(_ label: BriefLabel) -> String {
    switch label {
    case .overview: "At a glance"
    case .itemWithPriority: "Item (priority)"
    case .applyTo: "Apply to"
    case .ownCash: "Own cash"
    case .nextAndTurn: "Next, and whose turn"
    case .atRisk: "At risk"
    case .decideThisMonth: "To decide this month"
    case .councilVotes: "For the council to vote"
    case .notFunded: "Nothing pays for"
    case .deadlineAndDays: "Deadline, days left"
    case .grantsInSight: "Grants in sight"
    case .nationalInSight: "A state’s own money beside them"
    case .ownInSight: "Own cash for them"
    case .costOfAll: "Cost of all items, without VAT"
    }
  }

  func sentence(_ sentence: BriefSentence) -> String {
    switch sentence {
    case .sheet(let city): "\(city): what to apply for, by when, and who does what next"
    case .estimates:
      "Grants are estimates by the published rates, one source an item; nothing is promised before a grant is signed."
    case .otherDay(let day): "by another source \(date(day))"
    case .daysLeft(let days):
      days < Brief.pressing
        ? "only \(count(days, "day", "days")) left" : count(days, "day", "days") + " left"
    case .more(let number):
      count(number, "more item", "more items") + " of lower priority: see the table or parapet shortlist."
    case .others(let number): count(number, "other item", "other items")
    case .moreLines(let number): "and \(self.number(number)) more, on the page and in the table"
    case .turn(let action, let doer):
      // Whoever else must act is named by the step itself.
      doer == .city ? "\(Typography.capitalised(word(doer))): \(Typography.continuing(action))" : action
    case .apply(let source, let items, let until, let deadline, let worth):
      "By \(date(until)): apply to \(source) (deadline \(date(deadline))) or leave it, for \(and(items))"
        + (worth.map { "; \($0) of grants" } ?? "")
    case .answer(let fact, let items, let worth):
      "Answer: \(fact), for \(and(items))" + (worth.map { "; decides \($0) of grants" } ?? "")
    case .vote(let own, let items, let source, let years, let until):
      (until.map { "Before \(date($0))" } ?? "Before an application goes out") + ": \(own) of own cash"
        + (years.isEmpty ? "" : " in \(Typography.span(of: years) ?? and(years.map { String($0) }))")
        + " for \(and(items)), to go with \(source)"
    case .nothingToDecide: "No deadline or question falls due."
    case .nothingToVote: "No own cash is needed for what can be priced."
    case .allFunded: "Every item has a credible source."
    case .kindUnknown(let item, let cost):
      name(item, cost) + "nobody has said what kind of measure it is; fill in its measures"
    case .nothingListed(let item, let cost): name(item, cost) + "nothing known pays for such a thing"
    case .doubtful(let item, let cost, let source, let action):
      name(item, cost) + "nothing certain; nearest is \(source). \(action)"
    case .runnerUp(let source, let grant): "Else: \(source)" + (grant.map { ", \($0)" } ?? "")
    case .risks(let risks): Typography.capitalised(risks.map(risk).joined(separator: "; "))
    case .noRisk: "only the award itself"
    case .years(let parts): parts.joined(separator: ", ")
    }
  }

  private func name(_ item: String, _ cost: String?) -> String {
    item + (cost.map { " (\($0))" } ?? "") + ": "
  }

  private func risk(_ risk: Brief.Risk) -> String {
    switch risk {
    case .shortOfTime(let days): "little time (\(count(days, "day", "days")))"
    case .noCall: "no call is published"
    case .notOpenYet: "the call is not open yet"
    case .unread: "the call’s own conditions are unread"
    case .open(let number): count(number, "open question", "open questions")
    case .partners: "partners are missing"
    case .startsBefore: "work starts before the deadline, and earlier costs are lost"
    case .ceiling: "the rate is a ceiling, not a promise"
    case .cut: "the grant is cut at its maximum"
    case .amountUnknown: "what it pays is not stated"
    case .exchange: "figures move with the exchange rate"
    }
  }
}
