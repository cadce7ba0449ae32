import ParapetBudgeting
import ParapetPlanning
import ParapetMatching
import ParapetModel

extension PlanReport {
  /// The JSON document, by the schema `plan`.
  public var json: String {
    let zero = Money.zero(plan.currency)
    let body = Body(
      portfolio: city.id, assumeUndecided: assumesUndecided,
      applications: zip(opportunities, plan.applications).map { ApplicationPart($0, $1, self) },
      unfunded: plan.unfunded.map { UnfundedPart($0, words) },
      totals: TotalsPart(plan.totals, plan.cash, zero), left: Amount(plan.left),
      byYear: plan.years.map {
        YearPart(
          year: OrNull(wrappedValue: $0.year), spent: Amount($0.spent), grant: Amount($0.grant),
          support: Amount($0.support), partners: Amount($0.partners), own: Amount($0.own),
          limit: OrNull($0.limit))
      },
      taxReturns: plan.taxReturns.map {
        TaxReturnPart(year: OrNull(wrappedValue: $0.year), amount: Amount($0.amount))
      },
      fundedByPriority: plan.fundedByPriority.map { Amount($0) },
      cash: CashBridge(plan).quarters.map {
        QuarterPart(
          year: $0.year, quarter: $0.number, spent: Amount($0.spent), received: Amount($0.received),
          bridged: Amount($0.bridged), inHand: Amount($0.inHand))
      },
      appropriations: Appropriations(plan).rows.map {
        AppropriationPart(
          year: OrNull(wrappedValue: $0.year), source: name(of: $0.source), section: $0.section.rawValue,
          commitment: Amount($0.commitment), payment: Amount($0.payment))
      },
      ledger: plan.ledger(of: portfolio).map { entry in
        LedgerPart(
          item: entry.item, number: entry.number, description: entry.text, cost: OrNull(entry.cost),
          opportunity: OrNull(wrappedValue: entry.application.map { opportunities[$0] }))
      },
      second: OrNull(
        wrappedValue: study.second.map { second in
          SecondPart(
            applications: second.applications.map {
              BriefPart(opportunity: identifiers.shown($0.offer.opportunity), items: $0.items)
            }, totals: TotalsPart(second.totals, second.cash, zero))
        }),
      losses: study.losses.map {
        LossPart(
          opportunity: $0.opportunity, fundedChange: Amount($0.funded), grantChange: Amount($0.grant),
          ownChange: Amount($0.own), items: $0.items, instead: $0.instead,
          status: $0.isProven ? "optimal" : "limit")
      },
      scenarios: study.scenarios.map { ScenarioPart($0, words) },
      solver: SolverPart(
        status: plan.solver.isProven ? "optimal" : "limit", gap: Self.percent(plan.solver.gap),
        nodes: plan.solver.nodes),
      waiting: plan.waiting.map {
        WaitingPart(
          standing: $0.standing.rawValue, items: $0.items, worth: Amount($0.worth),
          opportunities: $0.opportunities, facts: $0.facts.map(\.rawValue),
          text: words.sentence(.waiting($0)))
      },
      studied: study.isWhole,
      checks: plan.checks.map { CheckPart(check: $0.rawValue, text: words.check($0), holds: true) },
      assumptions: assumptions)
    return JSONDocument("plan", edition, in: words.language, body).text
  }

  /// Hundredths as a percentage in plain decimals.
  private static func percent(_ hundredths: Int) -> String {
    Money(minorUnits: Int64(hundredths)).decimal
  }

  private struct Body: Encodable {
    var portfolio: String
    var assumeUndecided: Bool
    var applications: [ApplicationPart]
    var unfunded: [UnfundedPart]
    var totals: TotalsPart
    var left: Amount
    var byYear: [YearPart]
    var taxReturns: [TaxReturnPart]
    var fundedByPriority: [Amount]
    var cash: [QuarterPart]
    var appropriations: [AppropriationPart]
    var ledger: [LedgerPart]
    var second: OrNull<SecondPart>
    var losses: [LossPart]
    var scenarios: [ScenarioPart]
    var solver: SolverPart
    var waiting: [WaitingPart]
    var studied: Bool
    var checks: [CheckPart]
    var assumptions: [String]
  }

  private struct ApplicationPart: Encodable {
    var opportunity: String
    @OrNull var reference: String?
    var title: String
    var verdict: String
    var items: [String]
    var parts: [PartPart]
    var cost: Amount
    var eligible: Amount
    var grant: Amount
    var own: Amount
    var support: Amount
    var flatRateBeyondCosts: Amount
    var returnedVAT: Amount
    var laterTax: Amount
    @OrNull var grantRange: RangePart?
    var bounds: [BoundPart]
    var payments: [PaymentPart]
    var paymentTerms: OrNull<TermsPart>
    var otherSupport: [SupportPart]
    @OrNull var nextDeadline: String?

    init(_ name: String, _ application: Plan.Application, _ report: PlanReport) {
      let opportunity = application.offer.opportunity
      self.opportunity = name
      _reference = OrNull(wrappedValue: opportunity.reference)
      title = report.words.title(of: opportunity)
      verdict = application.verdict.rawValue
      items = application.items
      parts = application.parts.map { PartPart($0, report.words) }
      cost = Amount(application.budget.totals.cost)
      eligible = Amount(application.budget.totals.eligible)
      grant = Amount(application.grant)
      own = Amount(application.own)
      let cash = application.budget.cash
      support = Amount(cash.support)
      flatRateBeyondCosts = Amount(cash.flatRateBeyondCosts)
      returnedVAT = Amount(cash.returnedVAT)
      laterTax = Amount(cash.laterTax)
      _grantRange = OrNull(wrappedValue: application.budget.range.map(RangePart.init))
      bounds = application.budget.bounds.map {
        BoundPart(
          kind: $0.kind.rawValue, text: report.words.word($0.kind), limit: Amount($0.limit), bit: $0.bit)
      }
      payments = application.payments.map {
        PaymentPart(kind: $0.kind.rawValue, day: $0.day.description, amount: Amount($0.amount))
      }
      paymentTerms = OrNull(wrappedValue: application.paymentTerms.map { TermsPart($0) })
      otherSupport = application.otherSupport.map {
        SupportPart(item: $0.item, opportunity: report.opportunities[$0.application], grant: Amount($0.grant))
      }
      _nextDeadline = OrNull(
        wrappedValue: application.deadline?.description)
    }
  }

  private struct PartPart: Encodable {
    var item: String
    var costs: [Int]
    var verdict: String
    var standing: String
    var fit: Int
    @OrNull var from: String?
    @OrNull var until: String?
    var postponed: Bool
    var questions: [String]
    var net: Amount
    var cost: Amount
    var eligible: Amount
    var grant: Amount
    var support: Amount
    var own: Amount

    init(_ part: Plan.Part, _ words: any Sentences) {
      item = part.item
      costs = (part.lines ?? []).map { $0 + 1 }
      verdict = part.verdict.rawValue
      standing = part.standing.rawValue
      fit = part.fit
      _from = OrNull(wrappedValue: part.from?.description)
      _until = OrNull(wrappedValue: part.until?.description)
      postponed = part.isPostponed
      questions = part.questions.map(\.rawValue)
      net = Amount(part.net)
      cost = Amount(part.cost)
      eligible = Amount(part.eligible)
      grant = Amount(part.grant)
      support = Amount(part.support)
      own = Amount(part.own)
    }
  }

  private struct UnfundedPart: Encodable {
    var item: String
    var costs: [Int]
    var cost: OrNull<Amount>
    var because: [String]

    init(_ entry: Plan.Unfunded, _ words: any Sentences) {
      item = entry.item
      costs = (entry.lines ?? []).map { $0 + 1 }
      cost = OrNull(entry.cost)
      because = entry.because.map { words.because($0) }
    }
  }

  private struct TotalsPart: Encodable {
    var cost: Amount
    var eligible: Amount
    var grant: Amount
    var own: Amount
    var support: Amount
    var flatRateBeyondCosts: Amount
    var returnedVAT: Amount
    var laterTax: Amount

    init(_ totals: Budget.Totals, _ cash: Budget.Cash, _ zero: Money) {
      cost = Amount(totals.cost)
      eligible = Amount(totals.eligible)
      grant = Amount(totals.grant ?? zero)
      own = Amount(cash.own ?? zero)
      support = Amount(cash.support)
      flatRateBeyondCosts = Amount(cash.flatRateBeyondCosts)
      returnedVAT = Amount(cash.returnedVAT)
      laterTax = Amount(cash.laterTax)
    }
  }

  private struct YearPart: Encodable {
    var year: OrNull<Int>
    var spent: Amount
    var grant: Amount
    var support: Amount
    var partners: Amount
    var own: Amount
    var limit: OrNull<Amount>
  }

  private struct TaxReturnPart: Encodable {
    var year: OrNull<Int>
    var amount: Amount
  }

  private struct QuarterPart: Encodable {
    var year: Int
    var quarter: Int
    var spent: Amount
    var received: Amount
    var bridged: Amount
    var inHand: Amount
  }

  private struct AppropriationPart: Encodable {
    var year: OrNull<Int>
    var source: String
    var section: String
    var commitment: Amount
    var payment: Amount
  }

  private struct LedgerPart: Encodable {
    var item: String
    var number: Int
    var description: String
    var cost: OrNull<Amount>
    var opportunity: OrNull<String>
  }

  private struct BriefPart: Encodable {
    var opportunity: String
    var items: [String]
  }

  private struct SecondPart: Encodable {
    var applications: [BriefPart]
    var totals: TotalsPart
  }

  private struct LossPart: Encodable {
    var opportunity: String
    var fundedChange: Amount
    var grantChange: Amount
    var ownChange: Amount
    var items: [String]
    var instead: [String]
    var status: String
  }

  private struct ScenarioPart: Encodable {
    var scenario: String
    var applications: Int
    var items: [String]
    var grant: Amount
    var own: Amount
    var expected: OrNull<Amount>
    var spread: OrNull<Amount>

    init(_ scenario: PlanScenario, _ words: any Sentences) {
      self.scenario = words.change(scenario.change)
      applications = scenario.applications
      items = scenario.items
      grant = Amount(scenario.grant)
      own = Amount(scenario.own)
      expected = OrNull(scenario.expected?.mean)
      spread = OrNull(scenario.expected?.spread)
    }
  }

  private struct SolverPart: Encodable {
    var status: String
    var gap: String
    var nodes: Int
  }

  private struct WaitingPart: Encodable {
    var standing: String
    var items: [String]
    var worth: Amount
    var opportunities: [String]
    var facts: [String]
    var text: String
  }

  private struct CheckPart: Encodable {
    var check: String
    var text: String
    var holds: Bool
  }

  private struct BoundPart: Encodable {
    var kind: String
    var text: String
    var limit: Amount
    var bit: Bool
  }

  private struct PaymentPart: Encodable {
    var kind: String
    var day: String
    var amount: Amount
  }

  private struct TermsPart: Encodable {
    var advance: String
    var interim: String
    var balance: String
    var monthsToAgreement: Int
    var daysToPay: Int
    var source: String
    var grade: String

    init(_ terms: PaymentTerms) {
      advance = terms.advance.percent
      interim = terms.interim.percent
      balance = terms.balance.percent
      monthsToAgreement = terms.monthsToAgreement
      daysToPay = terms.daysToPay
      source = terms.citation.source
      grade = terms.citation.grade.rawValue
    }
  }

  private struct SupportPart: Encodable {
    var item: String
    var opportunity: String
    var grant: Amount
  }
}

extension PlanReport {
  /// The titles of what is applied to.
  public var foreign: ForeignTitles { words.foreign(plan.applications.lazy.map(\.offer.opportunity)) }
}
