import ParapetMatching
import ParapetModel
import ParapetPlanning

extension English {
  func label(_ label: CovenantLabel) -> String {
    switch label {
    case .summary: "For the council"
    case .commitments: "What the Covenant asks"
    case .commitmentNumbers: "Commitments served"
    case .commitment: "Commitment"
    case .servedBy: "Served by"
    case .commitmentMatrix: "Commitments and actions"
    case .context: "Context"
    case .sites: "Sites"
    case .category: "Kind"
    case .owner: "Owner"
    case .capacity: "People"
    case .events: "What happens there"
    case .assessed: "Assessed"
    case .targets: "Objectives and targets"
    case .indicator: "Indicator"
    case .indicators: "Indicators"
    case .counted: "What is counted"
    case .direction: "Better is"
    case .baseline: "Before"
    case .target: "Target"
    case .actions: "Actions"
    case .lead: "Lead"
    case .sources: "Who may pay"
    case .standing: "What to do"
    case .inThePlan: "In the plan"
    case .suggestedIndicators: "What is commonly measured"
    case .checklist: "Questions of security by design and of rights"
    case .funding: "Budget and funding by year"
    case .spending: "To be spent"
    case .governance: "Governance, data protection and fundamental rights"
    case .participation: "Participation"
    case .monitoring: "Monitoring"
    case .practices: "Good practice"
    case .practice: "Practice"
    case .place: "Where"
    case .practiceCost: "What it cost"
    case .paidBy: "Who paid"
    case .results: "What came of it"
    case .method: "How"
    case .annex: "Annex: findings about sites"
    case .threat: "Threat"
    case .measuresInPlace: "In place"
    case .consequence: "Consequence"
    case .probability: "Probability"
    case .confidence: "Confidence"
    case .residual: "After the action"
    case .assessor: "Assessed by"
    case .assessedOn: "Assessed on"
    case .riskMatrix: "The highest of each site"
    case .suggestions: "Measures thought of for the threats"
    case .joined: "The council joined on"
    case .planDue: "Action plan due by"
    case .reportDue: "Report due by"
    case .prevention: "Actions of prevention"
    case .protection: "Actions of protection"
    case .served: "Commitments served"
    case .missing: "What is missing"
    case .state: "State"
    case .planned: "Planned"
    case .spent: "Spent"
    case .spentSince: "Spent since"
    case .granted: "Granted"
    case .note: "Remark"
    case .trend: "Trend"
    case .lastReading: "Last reading"
    case .reached: "Way done"
    case .slipped: "What slipped"
    case .lost: "What was lost"
    case .done: "Done"
    case .nextYears: "The next two years"
    case .states: "How far the actions are"
    case .gaps: "Where the way breaks off"
    case .path: "From commitment to indicator"
    case .budgetLines: "Budget lines"
    case .driver: "What drives it"
    case .running: "Under way"
    case .notBegun: "Not begun"
    case .lateOrLost: "Late, lost or given up"
    case .partnerShares: "Partners and what they pay"
    case .promised: "Promised"
    case .asked: "In the plan"
    case .short: "Wanting"
    case .voted: "Voted by the council on"
    case .arguments: "What to say of it in an application"
    case .answered: "Answered"
    case .unanswered: "Not answered yet"
    }
  }

  func sentence(_ sentence: CovenantSentence) -> String {
    switch sentence {
    case .planTitle(let city): "\(city): action plan on urban security"
    case .progressTitle(let city): "\(city): report on the progress of the action plan"
    case .traceTitle(let city): "\(city): from commitment to indicator"
    case .practicesTitle: "Good practices"
    case .planMeaning:
      "Made from the city’s own items, from what is on offer on that day, and from the plan of who pays for what. It is "
        + "the ground for a decision of the council, and no decision."
    case .progressMeaning:
      "Every figure is the city’s own: planned costs of its items, and what it wrote of states, money and readings up to "
        + "that day."
    case .traceMeaning:
      "Each commitment with the actions that serve it, what pays for them in the plan, what was spent and what is measured."
    case .practicesMeaning:
      "What cities did, from public sources in our own words. A cost is shown only where the source states one."
    case .restrictedPage:
      "RESTRICTED: this page holds findings about sites. It must not leave the city’s own hands."
    case .restrictedLeft(let count):
      "\(self.count(count, "finding", "findings")) about sites \(count == 1 ? "is" : "are") restricted and "
        + "\(count == 1 ? "does" : "do") not stand here."
    case .notJoined:
      "The city does not say when its council joined (city.yaml, covenant: joined), so no day is counted."
    case .joinedUncounted:
      "The day that the city states for its council’s decision (city.yaml, covenant: joined) cannot be counted from, so no "
        + "duty has a day here."
    case .daysLeft(let day, let days):
      days == 0
        ? "\(date(day)) (today)"
        : days > 0
          ? "\(date(day)) (\(count(days, "day", "days")) left)"
          : "\(date(day)) (\(count(-days, "day", "days")) ago)"
    case .emptyComponent(let component):
      "The plan has no action of \(word(component)): the Covenant asks for both halves, and it is not complete."
    case .bothComponents: "Both halves that the Covenant asks for have actions."
    case .componentUnknown(let items): "It is not said to which half these belong: \(and(items))."
    case .unserved(let numbers):
      "No action serves \(numbers.count == 1 ? "commitment" : "the commitments") \(and(numbers.map { number($0) }))."
    case .allServed: "Every commitment that actions can fulfil is served by one."
    case .lacking(let gap, let items):
      switch gap {
      case .component: "Without a half of the plan: \(and(items))."
      case .cost: "Without a known cost: \(and(items))."
      case .source: "Nothing on offer pays for: \(and(items))."
      case .indicator: "Nothing is measured of: \(and(items))."
      case .time: "Without a beginning and an end: \(and(items))."
      }
    case .noPlan(let reason): "No plan of who pays for what can be made" + (reason.map { ": \($0)." } ?? ".")
    case .planned(let cost, let grant, let own, let left):
      "All actions cost \(money(cost)) net. The plan applies for grants of \(money(grant)) and asks \(money(own)) of the "
        + "city and its partners; net costs of \(money(left)) have no grant yet."
    case .bridge(let net, let spent):
      "What the plan pays for costs \(money(net)) net; \(money(spent)) are to be spent on it in all, with the value added tax "
        + "that does not come back and indirect costs."
    case .costIn(let cost, let conversion):
      "In \(cost.currency.code), all actions cost \(money(cost)) net. \(self.conversion(conversion))"
    case .grantedAlready(let granted):
      "\(money(granted)) are granted already, as progress.csv tells; the plan of this day does not count that."
    case .restsOnOpen(let grant, let actions):
      "Of these grants, \(money(grant)) (\(count(actions, "action", "actions"))) rest on questions that are still open, which "
        + "the plan takes as answered well: each action says what to do."
    case .byAll(let count): "every action (\(number(count)))"
    case .overdue(let day, let days):
      "The action plan was due by \(date(day)), \(count(days, "day", "days")) ago, and the city does not say that its council "
        + "voted it (city.yaml, covenant: plan)."
    case .lostItems(let items):
      "A deadline was missed or an application refused, and no other money is found: \(and(items))."
    case .short(let partner, let year, let amount):
      "\(partner) promised \(money(amount)) less than the plan asks of it\(year.map { " in \($0)" } ?? "")."
    case .noPromise(let partners):
      "Bears costs in the plan and promised nothing in writing (city.yaml, own-contribution): \(and(partners))."
    case .bearsNothing: "no costs of its own"
    case .partnersMeaning:
      "What a partner promised stands in city.yaml (own-contribution); what the plan leaves to it are its own costs less "
        + "the grants for them."
    case .forumStep:
      "Operators: name a contact for each site, settle who warns whom, meet them as a local forum, and bring their "
        + "experience to the European Operators’ Forum."
    case .checklist(let yes, let no, let open):
      "Questions of security by design and of rights: \(number(yes)) yes, \(number(no)) no, \(number(open)) not answered"
    case .checkedNo(let items):
      "A question of security by design or of rights was answered with no: \(and(items))."
    case .noteKept: "why is a finding about the site, kept apart"
    case .argumentsMeaning:
      "ISF and CERV ask how the Commission’s good practices, SWD(2019) 140, are put into effect. What is met can be said; what "
        + "is undecided the city has not confirmed yet:"
    case .byTheCity: "the city itself, by this plan, its reports and its applications"
    case .byNothing: "nothing"
    case .noSites: "The city describes no sites yet (sites.csv)."
    case .noIndicators: "The city names no indicators yet (indicators.csv)."
    case .contextAsks:
      "For the council to add: how many people pass the sites and when, the year’s events, recorded incidents, and how "
        + "safe people say they feel."
    case .noSource: "Nothing on offer on that day pays for it."
    case .driverKept: "an assessment of its site, kept apart"
    case .driver(let threat, let site, let consequence, let probability):
      "\(threat), \(site): \(consequence), \(probability)"
    case .neverSummed: "Levels are compared and never added: the highest is shown."
    case .participationMeaning:
      "Residents, operators and victims’ associations are heard before the vote; these actions reach them:"
    case .monitoringMeaning:
      "Each action tells its state, its spending and its indicators in progress.csv and readings.csv; the report is made "
        + "from them."
    case .costNotPublished: "not published"
    case .noPractice: "No practice that is known shares a measure with it."
    case .stateCount(let state, let items):
      "\(Typography.capitalised(state)): \(count(items, "action", "actions"))"
    case .nothingTold: "nothing told yet"
    case .slip(let isEnd, let planned, let days):
      "should have \(isEnd ? "ended" : "begun") on \(date(planned)), \(count(days, "day", "days")) ago"
    case .lost(let item, let cost):
      "\(item): its deadline was missed or its application refused"
        + (cost.map { "; \(money($0)) net are without that money" } ?? "")
    case .overcome(let item, let day, let loss, let now): "\(item): \(loss) on \(date(day)), now \(now)"
    case .lack(let lack, let names):
      switch lack {
      case .component(let half): self.sentence(.emptyComponent(half))
      case .commitments(let numbers): self.sentence(.unserved(numbers))
      case .told: "Nothing is told of: \(and(names))."
      case .indicator: "Nothing is measured of: \(and(names))."
      case .reading: "Never read: \(and(names))."
      case .definition: "Defined twice, so that no trend is told: \(and(names))."
      case .plan(let day, let late): self.sentence(.overdue(day, days: late))
      case .report(let day, let late):
        "A report was due by \(date(day)), \(count(late, "day", "days")) ago, and none is kept as handed in for it "
          + "(progress --keep)."
      }
    case .nothingLacks:
      "Both halves have actions, and each action has a state and an indicator that was read."
    case .moved(let item, let before, let now): "\(item): \(before) → \(now)"
    case .nothingMoved: "No action is in another state."
    case .restated(let restatement, let name, let then, let now):
      switch restatement {
      case .state: "\(name): that report said “\(then)”; of that day the city now says “\(now)”"
      case .spent: "\(name): that report had \(then) spent; of that day the city now says \(now)"
      case .granted: "\(name): that report had \(then) granted; of that day the city now says \(now)"
      case .planned: "\(name): planned at \(then) in that report, at \(now) today"
      case .gone: "\(name): in that report, and no longer in the plan"
      case .added: "\(name): new in the plan"
      }
    case .nothingRestated(let day): "What the report of \(date(day)) said still stands."
    case .nothingSlipped: "No action is late."
    case .nothingLost: "No deadline was lost and no application refused."
    case .nextYears(let items): "To be begun or ended within two years: \(and(items))."
    case .lateStill(let items): "Late and still to be done: \(and(items))."
    case .moneyWanting(let items): "Other money is to be found, or the council gives it up: \(and(items))."
    case .spentSinceDay(let day): "Spent since \(date(day))"
    case .changedSinceDay(let day): "What changed since \(date(day))"
    case .gap(let gap, let name):
      switch gap {
      case .componentWithoutItem(let half): self.sentence(.emptyComponent(half))
      case .lostMoney: "\(name): its deadline was missed or its application refused"
      case .commitmentWithoutItem: "Commitment \(name): no action serves it"
      case .itemWithoutMoney: "\(name): nothing in the plan pays for it"
      case .moneyWithoutIndicator: "\(name): is paid for, and nothing is measured"
      case .indicatorWithoutReading: "\(name): is measured, and nobody has read it yet"
      case .itemWithoutCommitment: "\(name): serves no commitment"
      case .spentWithoutSource: "\(name): money was spent, and nothing in the plan pays for it"
      case .indicatorWithoutCommitment: "\(name): is measured of what serves no commitment"
      }
    case .gaps(let kind, let count):
      switch kind {
      case .componentWithoutItem: "Halves of the plan without an action (\(number(count)))"
      case .commitmentWithoutItem: "Commitments that no action serves (\(number(count)))"
      case .lostMoney: "Deadlines missed or applications refused (\(number(count)))"
      case .itemWithoutMoney: "Actions for which nothing in the plan pays (\(number(count)))"
      case .moneyWithoutIndicator: "Actions that are paid for and not measured (\(number(count)))"
      case .indicatorWithoutReading: "Indicators that nobody has read yet (\(number(count)))"
      case .itemWithoutCommitment: "Actions that serve no commitment (\(number(count)))"
      case .spentWithoutSource:
        "Actions on which money was spent and for which nothing in the plan pays (\(number(count)))"
      case .indicatorWithoutCommitment: "Indicators of what serves no commitment (\(number(count)))"
      }
    case .noGap: "No way breaks off."
    case .compared(let day): "Compared with \(date(day))."
    case .chainTitle(let city): "\(city): from the feed to the action plan"
    case .chainMeaning:
      "Each page is made by one command from what is known by then; “parapet demo” prints them."
    }
  }

  func meaning(of standing: Match.Standing) -> String {
    switch standing {
    case .ready: "ready"
    case .readCall: "read the call"
    case .answer: "answer a question"
    case .partner: "find a partner"
    case .doubtful: "doubtful"
    case .no: "not open to the city"
    }
  }

  func word(_ trend: IndicatorProgress.Trend) -> String {
    switch trend {
    case .better: "better"
    case .worse: "worse"
    case .same: "unchanged"
    case .unknown: "not known yet"
    case .redefined: "none, the definition changed"
    }
  }

  func word(_ step: ChainStep) -> String {
    switch step {
    case .reading: "1. What was read of the portal:"
    case .offers: "2. What is on offer:"
    case .shortlist: "3. What fits each item:"
    case .pair: "4. Why one of them fits, criterion by criterion:"
    case .budget: "5. The budget of an application:"
    case .plan: "6. Who pays for what, and when:"
    case .actionPlan: "7. The action plan for the council:"
    case .trace: "8. From commitment to indicator:"
    case .progress: "9. The report two years later:"
    }
  }

  func word(_ direction: Indicator.Direction) -> String {
    switch direction {
    case .up: "more"
    case .down: "less"
    }
  }

  func word(_ group: SecurityFrame.Check.Group) -> String {
    switch group {
    case .practices: "good practices of the Commission, SWD(2019) 140"
    case .design: "security by design"
    case .environment: "prevention by design of the environment, ISO 22341"
    case .rights: "rights and data"
    }
  }
}
