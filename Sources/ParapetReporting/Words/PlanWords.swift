public import ParapetBudgeting
public import ParapetPlanning
public import ParapetModel

/// A heading, or the name of a column or fact, of a plan.
public enum PlanLabel: String, Hashable, Sendable, CaseIterable {
  case plan, applications, whoPaysWhat, ownByYear, year, limit, noYear, cash, quarter, spent, received
  case bridged, inHand, grants, partners, city, peak, unfunded, left, because, losses, without, fundedChange
  case grantChange, ownChange, itemsLost, instead, second, scenarios, scenario, expected, spread, checks
  case payments, payment, day, otherSupport, funded, byPriority, search, wholeItem, costs, ledger
  case claimedBy, nobody, declarations, waiting, from, until, fit, otherMoney, askFirst, anyTime,
    grantFromCalls
}

/// A remark of a plan, with the figures that it needs.
public enum PlanSentence: Hashable, Sendable {
  /// The title.
  case title(city: String)
  /// What a plan is and is not.
  case meaning
  /// What an application's figures are.
  case sumsMeaning
  /// That undecided matches are in it.
  case undecidedTaken(Int)
  /// That undecided matches are left out.
  case undecidedLeft
  /// That they are, but for items that are on a call's one subject by their words alone.
  case subjectsByWords(Int)
  /// What flat rates in the costs come to for which nobody pays.
  case flatRate(Money)
  /// That no date is known by which to apply, and who is asked.
  case askFirst(authority: String?)
  /// That applications are taken at any time.
  case anyTime
  /// That nothing can be planned.
  case nothing
  /// What the search says.
  case proven
  /// What waits for a step that is still to be done, and what it would bring.
  case waiting(Plan.Waiting)
  /// That a second plan and losses were not looked for.
  case notStudied
  /// How far from the best it may be.
  case gap(hundredths: Int)
  /// The question that decides an item in an application.
  case question(item: String, question: String)
  /// Other support to be declared.
  case support(item: String, opportunity: String, grant: Money)
  /// That no other grant stands beside an application.
  case noSupport
  /// That applications run beside one another and must be declared.
  case parallel([String])
  /// Costs of an item by number.
  case numbers([Int])
  /// A call of the programme that was not decided yet, and its last day.
  case openCall(String, until: Day)
  /// Which applications have no day to apply, so that theirs are counted from today.
  case countedFromToday([String])
  /// How many more reasons there are against an item.
  case moreReasons(Int)
  /// What the figures of a loss are.
  case lossMeaning
  /// That there is no other plan.
  case noSecond
  /// What the second best brings.
  case second(grant: Money, own: Money)
  /// By which terms a grant is paid.
  case payments(PaymentTerms)
  /// That a chance is not stated.
  case unstatedChances([String])
  /// Costs without a year.
  case undated(Money)
}

/// The words of plans in a language.
public protocol PlanWords {
  /// A heading or the name of a column or fact.
  func label(_ label: PlanLabel) -> String
  /// A remark.
  func sentence(_ sentence: PlanSentence) -> String
  /// Why an item is not paid for.
  func because(_ reason: Plan.Unfunded.Reason) -> String
  /// A limit of a plan.
  func constraint(_ constraint: PlanConstraint) -> String
  /// What a plan rests on.
  func assumption(_ assumption: PlanAssumption, applications: [String]) -> String
  /// What was checked.
  func check(_ kind: PlanCheck.Kind) -> String
  /// What came of a bound.
  func word(_ effect: Bound.Effect) -> String
  /// A kind of payment.
  func word(_ kind: Plan.Payment.Kind) -> String
  /// What a scenario changes.
  func change(_ change: PlanScenario.Change) -> String
}
