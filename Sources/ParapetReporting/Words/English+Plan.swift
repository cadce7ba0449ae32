import ParapetBudgeting
import ParapetMatching
import ParapetPlanning
import ParapetModel

extension English {
  func label(_ label: PlanLabel) -> String {
    switch label {
    case .plan: "Plan"
    case .applications: "Applications"
    case .whoPaysWhat: "Who pays for what"
    case .ownByYear: "Who pays what in which year"
    case .grants: "Grants"
    case .partners: "Partners"
    case .city: "City"
    case .year: "Year"
    case .limit: "City’s limit"
    case .noYear: "no year"
    case .cash: "Cash, quarter by quarter"
    case .quarter: "Quarter"
    case .spent: "Spent"
    case .received: "Received"
    case .bridged: "To be bridged"
    case .inHand: "In hand"
    case .peak: "Most to be bridged"
    case .unfunded: "What is left"
    case .left: "Net costs left without a grant"
    case .grantFromCalls: "of it from calls that are known; the rest is asked first"
    case .because: "Why"
    case .losses: "What losing a grant would cost"
    case .without: "Without"
    case .fundedChange: "Costs paid for"
    case .grantChange: "Grants"
    case .ownChange: "Own money"
    case .itemsLost: "No longer paid for"
    case .instead: "Paid for in their place"
    case .second: "Second best plan"
    case .scenarios: "Side by side"
    case .scenario: "Case"
    case .expected: "Expected"
    case .spread: "Spread"
    case .checks: "Checked again"
    case .payments: "Payments"
    case .payment: "Payment"
    case .day: "Expected on"
    case .otherSupport: "Other support for the same items"
    case .funded: "Paid for"
    case .byPriority: "Net costs paid for, by priority"
    case .search: "Search"
    case .wholeItem: "whole item"
    case .costs: "Costs"
    case .ledger: "Every cost and who pays for it"
    case .claimedBy: "Claimed in"
    case .nobody: "none"
    case .declarations: "To be declared"
    case .waiting: "What a larger plan waits for"
    case .from: "Work from"
    case .otherMoney: "Other support"
    case .askFirst: "ask first"
    case .anyTime: "at any time"
    case .until: "Work until"
    case .fit: "Fit"
    }
  }

  func sentence(_ sentence: PlanSentence) -> String {
    switch sentence {
    case .title(let city): "Plan for \(city)"
    case .meaning:
      "The plan says what to apply for and with which items, so that first the items of priority 1 are paid for, then "
        + "those of 2, and so on; then by what is made for them rather than what can pay for them besides, with the least own "
        + "money, the fewest applications and the earliest payments. Only what one would send in is in it. It is no promise that an application succeeds."
    case .sumsMeaning:
      "An application is one operation with one budget, the same as 'parapet budget' makes of it. Own money is what must "
        + "be found: real costs with the tax that stays, less grants and other support. An application is one "
        + "project: a call is sent one, and an authority that selects operations one for each project."
    case .undecidedTaken(0): "What is undecided may be taken as eligible; nothing in the plan is undecided."
    case .undecidedTaken(let count):
      "\(count == 1 ? "One item is" : "\(number(count)) items are") in an application whose conditions are undecided: "
        + "that was asked for and is marked. Answer the questions first."
    case .subjectsByWords(let count):
      "\(count == 1 ? "One item is" : "\(number(count)) items are") sent to a call that pays on one subject alone, by what "
        + "the item's words say: that is marked undecided. All else that is undecided is left out; ask for it to be "
        + "assumed to see a plan with it."
    case .flatRate(let amount):
      "The total cost counts indirect costs by the programmes' flat rates. \(money(amount)) of them are beyond what is really paid: "
        + "own money is cost less grant, less these."
    case .askFirst(let authority):
      "No day by which to apply is known: ask \(authority ?? "whoever manages it") when applications are taken. The days "
        + "given are counted as if one applied today."
    case .openCall(let name, let day):
      "A call of this programme, \(name), is open until \(date(day)); what it asks was not read: find that out first, and send the "
        + "application there."
    case .countedFromToday(let names):
      "No day by which to apply is known for \(and(names)): \(names.count == 1 ? "its" : "their") days are counted as if one "
        + "applied today."
    case .anyTime:
      "Applications are taken at any time. The days given are counted as if one applied today."
    case .undecidedLeft: "What is undecided is left out; ask for it to be assumed to see a plan with it."
    case .nothing: "Nothing can be planned; why is said of each item below."
    case .proven: "Of what one would send in, nothing better is possible under these limits."
    case .waiting(let waiting):
      switch waiting.standing {
      case .readCall:
        "\(items(waiting)) for a call document to be read: \(room(waiting)). Find out what "
          + "\(and(waiting.opportunities)) \(waiting.opportunities.count == 1 ? "asks" : "ask"), in the document or from the "
          + "authority, and confirm it."
      case .answer:
        "\(items(waiting)) for what the city has not stated: \(room(waiting)). Answer: \(asked(waiting)). 'parapet shortlist' "
          + "asks it in full."
      case .partner:
        "\(items(waiting)) for partners: \(room(waiting)). Name them in city.yaml."
      case .ready, .doubtful, .no: "\(items(waiting)): \(money(waiting.worth))."
      }
    case .notStudied:
      "A second plan, and what losing each grant would cost, were not looked for among so many items; --study does."
    case .gap(let hundredths):
      "The best may be up to \(self.hundredths(hundredths))% better; the search was ended."
    case .question(let item, let question): "\(item): \(question)"
    case .support(let item, let opportunity, let grant):
      "Other costs of \(item) are paid for by \(opportunity), with \(money(grant))."
    case .noSupport: "No other grant of this plan is for the same items."
    case .parallel(let names):
      "Applications made beside it: \(and(names)). Say so in this one (Financial Regulation (EU, Euratom) 2024/2509, "
        + "Art. 194)."
    case .numbers(let numbers): (numbers.count == 1 ? "cost " : "costs ") + and(numbers.map { number($0) })
    case .moreReasons(let count): "\(number(count)) more reasons (--format json)"
    case .lossMeaning:
      "Where a grant is refused and the rest is planned anew, so much more (or, with a minus, less) is paid for."
    case .noSecond:
      "Without each of its applications in turn, and without each of its programmes in turn, the rest was planned anew: no plan "
        + "found that way pays for other items or by other programmes. Others were not looked for."
    case .second(let grant, let own): "It brings \(money(grant)) and takes \(money(own)) of own money."
    case .payments(let terms):
      "\(percent(terms.advance)) in advance, \(percent(terms.interim)) on the way, \(percent(terms.balance)) at the end; "
        + "the agreement comes \(count(terms.monthsToAgreement, "month", "months")) after the deadline, money within "
        + "\(count(terms.daysToPay, "day", "days"))"
    case .unstatedChances(let names): "No chance is stated for \(and(names)); counted as sure."
    case .undated(let amount): "\(money(amount)) of costs have no year and are not in the quarters."
    }
  }

  func because(_ reason: Plan.Unfunded.Reason) -> String {
    switch reason {
    case .nothingMatches: "nothing that is open or announced pays for it"
    case .undecided(let standing, let count):
      switch standing {
      case .readCall:
        "\(Self.many(count, "opportunity waits", "opportunities wait", number(count))) for its call document to be read"
      case .answer:
        "\(Self.many(count, "opportunity waits", "opportunities wait", number(count))) for an answer of the city"
      case .partner:
        "\(Self.many(count, "opportunity waits", "opportunities wait", number(count))) for partners"
      case .ready, .doubtful, .no:
        "\(Self.many(count, "opportunity is", "opportunities are", number(count))) undecided and not assumed"
      }
    case .aimOpen(let count):
      "nothing says that it serves the aim of \(Self.many(count, "opportunity", "opportunities", number(count)))"
    case .announced(let count):
      "\(Self.many(count, "opportunity has", "opportunities have", number(count))) no published date by which to apply"
    case .tooLate(let days):
      "no deadline leaves the \(self.count(days, "day", "days")) that such a proposal takes"
    case .mustWait:
      "its work would have to wait for longer than a year: no cost from before an application is paid for"
    case .implausible(let count):
      "\(Self.many(count, "opportunity is", "opportunities are", number(count))) near it, and nothing says that it pays "
        + "for such a thing, or a rule is in doubt"
    case .costUnknown: "its cost is not known"
    case .noRate: "no rate is stated where it could go"
    case .noGrant: "none of its costs is eligible where it could go"
    case .noYear: "its costs have no year, and own money is limited by year"
    case .otherCurrency(let costs, let expected):
      "its costs are in \(costs.code) and the grants in \(expected.code); no rate of exchange is at hand"
    case .paidInOther(let currency): "what it matches pays in \(currency.code), unlike the rest of the plan"
    case .tooLarge: "its costs are more than can be counted"
    case .otherWork(let count, let demands):
      "\(Self.many(count, "opportunity asks", "opportunities ask", number(count))) for what nothing says it is: "
        + or(demands.map { $0.texts.text(in: language) ?? $0.form })
    case .jointWork(let count):
      "\(Self.many(count, "programme is", "programmes are", number(count))) for the work of one state alone, and the item names "
        + "partners in another"
    case .partnersAbroad(let count):
      "\(Self.many(count, "national or regional programme", "national or regional programmes", number(count))) would have to "
        + "pay its partners in another state; send the own part alone, or find a programme of cooperation"
    case .outsideArea(let count):
      "\(Self.many(count, "programme of cooperation is", "programmes of cooperation are", number(count))) for regions along "
        + "the city's border, and a partner lies in another country"
    case .tooSmallPurse(let limit, let lacking):
      "no room under \(constraint(limit)); it would take \(money(lacking)) more there at least"
    case .clash(let limits): "no room under " + and(limits.map { constraint($0) })
    case .outranked(let items): "it would take the place of " + and(items)
    case .noApplicationLeft(let most, let items):
      "the city sends in no more than \(count(most, "application", "applications")); it would take the place of "
        + and(items)
    case .dearer: "it fits, but only in a plan that is worse by what comes first"
    case .notDecided: "the search ended before that was known"
    }
  }

  /// How many items wait.
  private func items(_ waiting: Plan.Waiting) -> String {
    Self.many(waiting.items.count, "item waits", "items wait", number(waiting.items.count))
  }

  private func room(_ waiting: Plan.Waiting) -> String {
    "up to \(money(waiting.worth)) of grants, as far as the limits leave room for them"
  }

  private func asked(_ waiting: Plan.Waiting) -> String {
    and(waiting.facts.map { Typography.continuing(word($0)) })
  }

  private static func many(_ count: Int, _ one: String, _ many: String, _ text: String) -> String {
    text + " " + (count == 1 ? one : many)
  }

  func constraint(_ constraint: PlanConstraint) -> String {
    switch constraint {
    case .ownContribution(let year, let amount):
      amount.map { "own money of \(year) (\(money($0)))" }
        ?? "own money of \(year), of which the city says nothing"
    case .undatedContribution(let amount):
      "own money of all years together (\(money(amount))), for costs without a year"
    case .applications(let count):
      count == 1 ? "one application at most" : "\(number(count)) applications at most"
    case .smallestGrant(let name, let amount): "the smallest grant of \(name) (\(money(amount)))"
    case .largestGrant(let name, let amount): "the largest grant of \(name) (\(money(amount)))"
    case .cumulation(let rule):
      "the rule \(rule.id) (\(rule.texts.text(in: language) ?? rule.citation.source))"
    case .required(let item): "the demand that \(item) is paid for"
    }
  }

  func assumption(_ assumption: PlanAssumption, applications: [String]) -> String {
    func name(_ index: Int) -> String { applications.indices.contains(index) ? applications[index] : "?" }
    return switch assumption {
    case .noCapacity: "The city states no limit for its own money; none was applied."
    case .yearNotStated(let year): "The city says nothing of its own money in \(year); none is taken from it."
    case .converted(let conversion):
      self.conversion(conversion)
        + " So are the city’s limits; what is paid in the end is counted at a later rate."
    case .spread(let item): "Costs of \(item) without a year are spread over its months."
    case .noPriority(let item): "\(item) has no priority and comes last."
    case .subjectByWords(let item, let index):
      "\(name(index)) pays on one subject alone: the words of \(item) speak of it, and nobody has said that it is."
    case .undecided(let item, let index): "\(item) is undecided for \(name(index)) and taken as eligible."
    case .postponed(let item, let index, let day):
      "\(item) is put off and begins on \(date(day)): \(name(index)) pays for no cost from before the application "
        + "(Financial Regulation (EU, Euratom) 2024/2509, Art. 196(2))."
    case .beforeAgreement(let item, let index, let day):
      "\(item) begins before the agreement with \(name(index)), expected on \(date(day)): what is spent before is at "
        + "the city’s own risk."
    case .awaitsOwnMoney(let item, let day):
      "\(item) is put off and begins on \(date(day)): the city says nothing of its own money before."
    case .beyondPromise(let partner, let year, let promised, let asked):
      "\(partner) has promised \(money(promised)) for \(year), and the plan asks \(money(asked)) of it: have the rest promised, "
        + "or agree on who pays it."
    case .otherDeadline(let index, let counted, let other) where counted < other:
      "Sources differ on the deadline of \(name(index)), \(date(counted)) or \(date(other)): the plan counts on the earlier."
    case .otherDeadline(let index, let counted, let other):
      "Another source states \(date(other)) as the deadline of \(name(index)), too soon for such a proposal: the plan counts "
        + "on \(date(counted)). Read the call’s own page first."
    case .regionNotStated(let partner, let index):
      "Nobody says in which region \(partner) lies: \(name(index)) pays in its own area alone. Write its “nuts” into city.yaml."
    case .noDeadline(let index):
      "No date is known by which to apply to \(name(index)): its payments are counted from the day judged."
    case .unverifiedFloor(let index):
      "The smallest grant of \(name(index)) is unverified and was kept to all the same."
    case .payments(let index):
      "When \(name(index)) pays is an estimate: no official word on its shares and days was found."
    }
  }

  func check(_ kind: PlanCheck.Kind) -> String {
    switch kind {
    case .claimedOnce: "no cost is claimed twice"
    case .withinCosts: "no grant exceeds eligible costs or its rate"
    case .withinCeilings: "no application exceeds the largest grant or the call’s budget"
    case .aboveFloors: "none stays below the smallest grant"
    case .ownContribution: "the city’s own money stays within each year’s limit"
    case .applications:
      "no more applications than the city can write, one for each call, and each is one project"
    case .sums: "all sums tie to the cent"
    case .eligible: "nothing ineligible or closed is used, undecided only where asked for"
    case .splitting: "items that may not be split are not, and sources kept apart by law are not combined"
    case .required: "what must be paid for is"
    case .pricedAsOne: "each application is priced as one operation, as its budget is"
    case .dates: "no cost is from before its application"
    }
  }

  func word(_ effect: Bound.Effect) -> String {
    switch effect {
    case .ceiling(let isReached): isReached ? "cuts the grant" : "not reached"
    case .floor(let isKept): isKept ? "kept" : "missed"
    }
  }

  func word(_ kind: Plan.Payment.Kind) -> String {
    switch kind {
    case .advance: "in advance"
    case .interim: "on the way"
    case .balance: "balance"
    }
  }

  func change(_ change: PlanScenario.Change) -> String {
    switch change {
    case .none: "as things stand"
    case .without(let name): "without \(name)"
    case .ownContribution(let amounts):
      "own money " + and(amounts.sorted { $0.key < $1.key }.map { "\($0.key): \(money($0.value))" })
    case .all: "all changes together"
    }
  }
}
