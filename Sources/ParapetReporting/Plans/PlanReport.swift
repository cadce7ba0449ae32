import ParapetBudgeting
public import ParapetPlanning
import ParapetMatching
public import ParapetModel

/// A plan with what stands beside it, ready for every format.
public struct PlanReport: Document {
  let study: PlanStudy
  let portfolio: Portfolio
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  let identifiers: Identifiers
  let assumesUndecided: Bool
  /// Which figures are the rows for machines.
  var rows = PlanTable.items

  /// A report of a plan for a portfolio.
  public init(
    _ study: PlanStudy, for portfolio: Portfolio, assumesUndecided: Bool, words: any Sentences,
    edition: Edition
  ) {
    self.study = study
    self.portfolio = portfolio
    self.assumesUndecided = assumesUndecided
    self.words = words
    self.edition = edition
    identifiers = Identifiers(among: study.plan.applications.map(\.offer.opportunity))
  }

  var plan: Plan { study.plan }

  var city: City { portfolio.city }

  /// The identifiers of what each application is sent to, in their order.
  var opportunities: [String] { plan.applications.map { identifiers.shown($0.offer.opportunity) } }

  /// What applications are called in texts: by what they are sent to, with a number where several are sent to one.
  var names: [String] {
    let all = opportunities
    return all.enumerated().map { place, name in
      guard all.count(where: { $0 == name }) > 1 else { return name }
      return "\(name) (\(all[...place].count { $0 == name }))"
    }
  }

  /// The page for people: who pays what, when, what is left and why.
  public var report: Report {
    var notes = [words.made(edition), words.sentence(.meaning), words.sentence(.sumsMeaning)]
    let undecided = plan.applications.flatMap(\.parts).count { $0.verdict == .undecided }
    let note: PlanSentence =
      if assumesUndecided { .undecidedTaken(undecided) } else if undecided > 0 {
        .subjectsByWords(undecided)
      } else { .undecidedLeft }
    notes.append(words.sentence(note))
    if plan.applications.isEmpty { notes.append(words.sentence(.nothing)) }
    var blocks: [Block] = [.facts(facts)]
    if !plan.applications.isEmpty {
      blocks += [heading(.whoPaysWhat), .table(applicationTable)] + flatRateBlocks + [heading(.ownByYear)]
      blocks += whoPaysPicture + [.table(yearTable)]
      blocks += timelineBlocks + cashBlocks + appropriationBlocks + exchangeBlocks
      blocks += upkeepBlocks
      for number in plan.applications.indices { blocks += details(of: number) }
    }
    if !plan.waiting.isEmpty {
      blocks += [
        heading(.waiting), .list(plan.waiting.map { ListEntry(Phrase(words.sentence(.waiting($0)))) }),
      ]
    }
    if !plan.unfunded.isEmpty { blocks += [heading(.unfunded), .table(unfundedTable)] }
    if !study.losses.isEmpty {
      blocks += [
        heading(.losses), .paragraph(Phrase(words.sentence(.lossMeaning))), .table(lossTable),
      ]
    }
    if !study.scenarios.isEmpty { blocks += [heading(.scenarios), .table(scenarioTable)] + chances }
    if !plan.applications.isEmpty {
      blocks += study.isWhole ? secondBlocks : [.paragraph(Phrase(words.sentence(.notStudied)))]
    }
    blocks.append(.details(summary: Phrase(words.label(PlanLabel.ledger)), [.table(ledgerTable)]))
    blocks += [
      .details(
        summary: Phrase(words.label(PlanLabel.checks)),
        [.list(plan.checks.map { ListEntry(Phrase(words.check($0)), outcome: .met) })])
    ]
    let assumptions = assumptions
    if !assumptions.isEmpty {
      blocks += [
        .heading(level: 2, words.label(Label.assumptions)), .list(assumptions.map { ListEntry(Phrase($0)) }),
      ]
    }
    return Report(title: words.sentence(.title(city: words.name(of: city))), notes: notes, blocks: blocks)
  }

  func heading(_ label: PlanLabel) -> Block { .heading(level: 2, words.label(label)) }

  /// What the plan rests on: its own assumptions, then those of its budgets.
  var assumptions: [String] {
    var seen: Set<String> = []
    let own = plan.assumptions.map { words.assumption(titled($0), applications: names) }
    let ofBudgets = zip(names, plan.applications).flatMap { name, application in
      application.budget.assumptions.map { assumption in
        words.pair(
          name, StatedAssumption(assumption, application.offer.terms, of: city, words).text)
      }
    }
    return (own + ofBudgets).filter { seen.insert($0).inserted }
  }

  private var facts: [FactEntry] {
    let solver = plan.solver
    return [
      FactEntry(words.label(PlanLabel.applications), Phrase(words.number(plan.applications.count))),
      FactEntry(
        words.label(Label.items),
        Phrase(words.number(plan.fundedItems.count) + " / " + words.number(portfolio.items.count))),
      FactEntry(words.label(Label.totalCost), Phrase(words.money(plan.totals.cost))),
      FactEntry(words.label(Label.grant), Phrase(words.money(plan.grant))),
    ] + fromCalls + cash + [
      FactEntry(words.label(PlanLabel.byPriority), Phrase(byPriority)),
      FactEntry(words.label(PlanLabel.left), Phrase(words.money(plan.left))),
      FactEntry(
        words.label(PlanLabel.search),
        Phrase(words.sentence(solver.isProven ? .proven : .gap(hundredths: solver.gap)))),
    ]
  }

  /// What of the grants has a call to be sent to; the rest is asked for first.
  private var fromCalls: [FactEntry] {
    guard plan.grant.minorUnits > 0, plan.grantFromCalls != plan.grant else { return [] }
    return [FactEntry(words.label(PlanLabel.grantFromCalls), Phrase(words.money(plan.grantFromCalls)))]
  }

  /// From what the grants leave to the money that must be found.
  private var cash: [FactEntry] {
    let parts: [(CashLabel, Money)] = [
      (.flatRateBeyondCosts, plan.cash.flatRateBeyondCosts), (.returnedVAT, plan.cash.returnedVAT),
      (.support, plan.cash.support),
    ]
    return [FactEntry(words.label(CashLabel.ownShare), Phrase(words.money(plan.totals.cost - plan.grant)))]
      + parts.filter { $0.1.minorUnits != 0 }.map { FactEntry(words.label($0.0), Phrase(words.money($0.1))) }
      + [FactEntry(words.label(CashLabel.ownMoney), Phrase(words.money(plan.own)))] + partnersMoney + laterTax
  }

  /// Why a cost less its grant is more than the own money beside it.
  private var flatRateBlocks: [Block] {
    let amount = plan.cash.flatRateBeyondCosts
    return amount.minorUnits == 0 ? [] : [.paragraph(Phrase(words.sentence(.flatRate(amount))))]
  }

  /// What of the own money partners must find.
  private var partnersMoney: [FactEntry] {
    let sum = plan.years.reduce(Money.zero(plan.currency)) { $0 + $1.partners }
    return sum.minorUnits == 0
      ? [] : [FactEntry(words.label(CashLabel.ofPartners), Phrase(words.money(sum)))]
  }

  private var byPriority: String {
    let parts = plan.fundedByPriority.enumerated().filter { $0.element.minorUnits > 0 }.map {
      words.pair(words.number($0.offset + 1), words.money($0.element))
    }
    return parts.isEmpty ? words.label(Label.none) : parts.joined(separator: ", ")
  }

  private func details(of number: Int) -> [Block] {
    let application = plan.applications[number]
    var entries: [ListEntry] = []
    if application.otherSupport.isEmpty { entries.append(ListEntry(Phrase(words.sentence(.noSupport)))) }
    for other in application.otherSupport {
      entries.append(
        ListEntry(
          Phrase(
            words.sentence(
              .support(item: title(of: other.item), opportunity: names[other.application], grant: other.grant)
            ))))
    }
    let beside = names.enumerated().filter { $0.offset != number }.map(\.element)
    if !beside.isEmpty { entries.append(ListEntry(Phrase(words.sentence(.parallel(beside))))) }
    var blocks: [Block] = [
      .heading(level: 2, "\(words.title(of: application.offer.opportunity)) (\(names[number]))"),
      .table(partTable(of: number)),
    ]
    if application.deadline == nil {
      let asked = words.authorityNames(authorities(for: application.offer))
      blocks.append(
        .paragraph(
          Phrase(words.sentence(plan.isOpenAtAnyTime(application) ? .anyTime : .askFirst(authority: asked)))))
    }
    if let call = application.openCall {
      blocks.append(.paragraph(Phrase(words.sentence(.openCall(call.name, until: call.until)))))
    }
    if !application.payments.isEmpty { blocks.append(.table(paymentTable(of: number))) }
    if let terms = application.paymentTerms {
      blocks.append(
        .paragraph(
          Phrase(words.sentence(.payments(terms)) + " (") + words.source(of: terms.citation) + ")."))
    }
    // A limit from above that is not reached changes nothing.
    let bounds = application.budget.bounds.filter { $0.effect != .ceiling(reached: false) }.map { bound in
      ListEntry(
        Phrase(
          words.pair(Typography.capitalised(words.word(bound.kind)), words.money(bound.limit)) + ", "
            + words.word(bound.effect)))
    }
    if !bounds.isEmpty { blocks.append(.list(bounds)) }
    if let range = application.budget.range {
      blocks.append(
        .facts([
          FactEntry(words.label(FormLabel.range), amount: Phrase(words.range(range.lowest, range.highest)))
        ]))
    }
    let questions = application.parts.flatMap { part in
      part.questions.map { fact in
        ListEntry(
          Phrase(
            words.sentence(
              .question(
                item: title(of: part.item), question: words.question(fact, deciding: kinds(part, fact))))),
          outcome: .undecided)
      }
    }
    if !questions.isEmpty { blocks += [.heading(level: 3, words.label(Label.questions)), .list(questions)] }
    blocks.append(.heading(level: 3, words.label(PlanLabel.declarations)))
    blocks.append(.list(entries))
    return blocks
  }

  /// Whom the city asks for the money of an offer.
  private func authorities(for offer: Offer) -> [Authority] {
    words.vocabulary.authorities.authorities(for: offer, in: city)
  }

  /// The criteria that an answer would decide.
  private func kinds(_ part: Plan.Part, _ fact: Fact) -> [String] {
    var seen: Set<String> = []
    return part.reasons.filter { $0.questions.contains(fact) }.map { words.word(kind: $0.kind) }
      .filter { seen.insert($0).inserted }
  }

  /// The title of an item.
  func title(of item: String) -> String { portfolio.items.first { $0.id == item }?.title ?? item }

  /// The same reason with the titles of items in place of their names.
  func titled(_ reason: Plan.Unfunded.Reason) -> Plan.Unfunded.Reason {
    switch reason {
    case .outranked(let items): .outranked(items.map { words.quoted(title(of: $0)) })
    case .noApplicationLeft(let most, let items):
      .noApplicationLeft(most: most, items.map { words.quoted(title(of: $0)) })
    case .nothingMatches, .undecided, .aimOpen, .announced, .tooLate, .mustWait, .implausible, .costUnknown,
      .noRate, .noGrant, .noYear, .otherCurrency, .paidInOther, .tooLarge, .clash, .dearer, .notDecided,
      .otherWork, .jointWork, .partnersAbroad, .outsideArea, .tooSmallPurse:
      reason
    }
  }

  private func titled(_ assumption: PlanAssumption) -> PlanAssumption {
    switch assumption {
    case .spread(let item): .spread(item: words.quoted(title(of: item)))
    case .noPriority(let item): .noPriority(item: words.quoted(title(of: item)))
    case .awaitsOwnMoney(let item, let day): .awaitsOwnMoney(item: words.quoted(title(of: item)), day)
    case .undecided(let item, let number):
      .undecided(item: words.quoted(title(of: item)), application: number)
    case .subjectByWords(let item, let number):
      .subjectByWords(item: words.quoted(title(of: item)), application: number)
    case .postponed(let item, let number, let day):
      .postponed(item: words.quoted(title(of: item)), application: number, day)
    case .beforeAgreement(let item, let number, let day):
      .beforeAgreement(item: words.quoted(title(of: item)), application: number, day)
    case .noCapacity, .yearNotStated, .converted, .unverifiedFloor, .noDeadline, .otherDeadline, .payments,
      .beyondPromise, .regionNotStated:
      assumption
    }
  }

  private var secondBlocks: [Block] {
    guard let second = study.second else {
      return [heading(.second), .paragraph(Phrase(words.sentence(.noSecond)))]
    }
    let summary = PlanSentence.second(grant: second.grant, own: second.own)
    return [
      heading(.second), .paragraph(Phrase(words.sentence(summary))),
      .list(
        second.applications.map { application in
          ListEntry(
            Phrase(
              words.pair(
                application.offer.opportunity.identifier,
                words.list(application.items.map { title(of: $0) }))))
        }),
    ]
  }

  private var chances: [Block] {
    let unstated = study.scenarios.last?.expected?.unstated ?? []
    return unstated.isEmpty ? [] : [.paragraph(Phrase(words.sentence(.unstatedChances(unstated))))]
  }

  private var cashBlocks: [Block] {
    let bridge = CashBridge(plan)
    var blocks: [Block] = [heading(.cash)] + cashPicture(bridge) + [.table(cashTable(bridge))]
    if let peak = bridge.peak, peak.minorUnits > 0 {
      blocks.append(.facts([FactEntry(words.label(PlanLabel.peak), Phrase(words.money(peak)))]))
    }
    blocks += bridgeBlocks(bridge)
    if bridge.undated.minorUnits > 0 {
      blocks.append(.paragraph(Phrase(words.sentence(.undated(bridge.undated)))))
    }
    return blocks
  }
}
