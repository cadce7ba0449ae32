public import ParapetMatching
public import ParapetModel
public import ParapetPlanning

/// A heading, or the name of a column or fact, of the Covenant's plan, its report and its trace.
public enum CovenantLabel: String, Hashable, Sendable, CaseIterable {
  case summary, commitments, commitment, servedBy, commitmentMatrix, context, sites, category, owner, capacity
  case events, assessed
  case targets, indicator, indicators, counted, direction, baseline, target, actions, lead, sources, standing,
    inThePlan
  case suggestedIndicators, checklist, funding, governance, participation, monitoring, practices, practice,
    place
  case practiceCost, paidBy, results, method, annex, threat, measuresInPlace, consequence, probability,
    confidence
  case residual, assessor, suggestions, joined, planDue, reportDue, prevention, protection, served, missing
  case state, planned, spent, spentSince, granted, note, trend, lastReading, reached, slipped, lost, done,
    nextYears
  case states, gaps, path, budgetLines, driver
  case running, partnerShares, promised, asked, short, voted, arguments, answered, unanswered
  case commitmentNumbers, spending, riskMatrix, assessedOn, notBegun, lateOrLost
}

/// A remark of the Covenant's plan, its report or its trace, with the figures that it needs.
public enum CovenantSentence: Hashable, Sendable {
  /// The title of a plan.
  case planTitle(city: String)
  /// The title of a report of progress.
  case progressTitle(city: String)
  /// The title of a trace.
  case traceTitle(city: String)
  /// The title of a list of practices.
  case practicesTitle
  /// What the plan is made from, and what it is not.
  case planMeaning
  /// What the report is made from.
  case progressMeaning
  /// What the trace is made from.
  case traceMeaning
  /// What the practices are.
  case practicesMeaning
  /// That the page has what must not leave the city.
  case restrictedPage
  /// That findings about sites are kept apart.
  case restrictedLeft(Int)
  /// That nobody said when the council joined.
  case notJoined
  /// That the day on which the council joined is stated and cannot be counted from.
  case joinedUncounted
  /// How many days are left until a day, or by how many it has passed.
  case daysLeft(Day, days: Int)
  /// That a half has no action.
  case emptyComponent(Item.Component)
  /// That the plan has both halves.
  case bothComponents
  /// Items whose half nobody states.
  case componentUnknown([String])
  /// Commitments that no item serves.
  case unserved([Int])
  /// That every commitment is served.
  case allServed
  /// What items lack.
  case lacking(ActionCard.Gap, items: [String])
  /// That no plan of who pays for what can be made.
  case noPlan(String?)
  /// What the plan says in all.
  case planned(cost: Money, grant: Money, own: Money, left: Money)
  /// What is paid for costs without the tax, and with all that is spent.
  case bridge(net: Money, spent: Money)
  /// What all costs are in the currency of the grants, and at which rate.
  case costIn(Money, Conversion)
  /// What was granted already, which the plan does not count.
  case grantedAlready(Money)
  /// How much of the grants rests on open questions, and of how many actions.
  case restsOnOpen(grant: Money, actions: Int)
  /// That a commitment is served by every action.
  case byAll(Int)
  /// That the plan’s last day has passed and no vote is told.
  case overdue(Day, days: Int)
  /// Items whose deadline was lost.
  case lostItems([String])
  /// That a partner promised less than the plan asks of it in a year.
  case short(partner: String, year: Int?, Money)
  /// That partners bear costs and promised nothing.
  case noPromise([String])
  /// That a partner bears no costs in the plan.
  case bearsNothing
  /// What the promises of partners are.
  case partnersMeaning
  /// The steps with the operators and their European forum.
  case forumStep
  /// How many questions are answered and open.
  case checklist(yes: Int, no: Int, open: Int)
  /// Items of which a question was answered with no.
  case checkedNo([String])
  /// That why a question was answered with no is a finding about a site and kept apart.
  case noteKept
  /// That what an application says rests on the Commission’s good practices.
  case argumentsMeaning
  /// That the city itself fulfils a commitment.
  case byTheCity
  /// That nothing serves it.
  case byNothing
  /// That no site is described.
  case noSites
  /// That nothing is measured.
  case noIndicators
  /// What a city has to add to its context.
  case contextAsks
  /// That nothing on offer was found.
  case noSource
  /// That the priority of an item rests on an assessment that is kept apart.
  case driverKept
  /// What drives the priority of an item.
  case driver(threat: String, site: String, consequence: String, probability: String)
  /// That levels are compared and never added.
  case neverSummed
  /// Who may be asked to take part.
  case participationMeaning
  /// What follows when.
  case monitoringMeaning
  /// That the source does not say what it cost.
  case costNotPublished
  /// That no practice is near.
  case noPractice
  /// How far items are.
  case stateCount(state: String, items: Int)
  /// That nothing is told of an item.
  case nothingTold
  /// How late an item is.
  case slip(isEnd: Bool, planned: Day, days: Int)
  /// A lost deadline and what it leaves without money.
  case lost(item: String, cost: Money?)
  /// A lost deadline of what goes on otherwise, or was given up.
  case overcome(item: String, Day, loss: String, now: String)
  /// What a report lacks, with the names of what lacks it.
  case lack(ProgressReview.Lack, names: [String])
  /// That it lacks nothing.
  case nothingLacks
  /// How an item moved.
  case moved(item: String, before: String, now: String)
  /// That no state changed.
  case nothingMoved
  /// What the last report told otherwise.
  case restated(ProgressReview.Restatement, name: String, then: String, now: String)
  /// That the tables still say what the last report said.
  case nothingRestated(Day)
  /// That nothing slipped.
  case nothingSlipped
  /// That nothing was lost.
  case nothingLost
  /// That the work goes on with what was planned.
  case nextYears(items: [String])
  /// What is late and still to be done.
  case lateStill(items: [String])
  /// What needs other money, or is given up.
  case moneyWanting(items: [String])
  /// What was spent since a day, as the name of a figure.
  case spentSinceDay(Day)
  /// What changed since a day, as a heading.
  case changedSinceDay(Day)
  /// Where a way breaks off.
  case gap(CommitmentTrace.Gap, name: String)
  /// Several places where ways break off in one manner.
  case gaps(CommitmentTrace.Gap.Kind, Int)
  /// That no way breaks off.
  case noGap
  /// Since when the report compares.
  case compared(Day)
  /// The title of a page of links.
  case chainTitle(city: String)
  /// What the links lead to.
  case chainMeaning
}

/// The words of the Covenant in a language.
public protocol CovenantWords {
  /// A heading or the name of a column or fact.
  func label(_ label: CovenantLabel) -> String
  /// A remark.
  func sentence(_ sentence: CovenantSentence) -> String
  /// What a standing means to a council.
  func meaning(of standing: Match.Standing) -> String
  /// Which way an indicator went.
  func word(_ trend: IndicatorProgress.Trend) -> String
  /// Which way is better.
  func word(_ direction: Indicator.Direction) -> String
  /// Where a question of the checklist comes from.
  func word(_ group: SecurityFrame.Check.Group) -> String
  /// A step from the feed to the report.
  func word(_ step: ChainStep) -> String
}
