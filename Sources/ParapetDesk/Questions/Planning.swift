import Foundation
import ParapetBudgeting
import ParapetFeeds
import ParapetInput
import ParapetMatching
public import ParapetModel
public import ParapetPlanning

/// Which plan is asked for.
public struct PlanQuestion: Hashable, Sendable {
  /// Whether what is undecided is taken as if it were eligible, marked.
  public var assumesUndecided = false
  /// The opportunities to leave out, by identifier or reference.
  public var without: [String] = []
  /// Own money by year in place of the city's, as a person writes it: `2027=800000,2028=700000`.
  public var ownContribution: String?
  /// The items that must be paid for.
  public var required: [String] = []
  /// Whether a second plan and losses are looked for however many items there are.
  public var studies = false
  /// A table of chances: `opportunity,percent`.
  public var chances: String?
  /// By which rates costs in another currency are counted.
  public var rates = RateSource()

  /// The plan as things stand.
  public init() {}
}

/// The plan of a city.
public struct CityPlan: Sendable {
  /// The city.
  public var city: Portfolio
  /// The plan with what stands beside it.
  public var study: PlanStudy
  /// Whether what is undecided was taken as if it were eligible.
  public var assumesUndecided: Bool

  /// Whether more must be paid in advance than the city's treasury can.
  public var isBeyondBridge: Bool {
    CashBridge(study.plan).exceeds(CashBridge.limit(of: city.city, for: study.plan))
  }

  /// Whether there is nothing to apply for.
  public var isEmpty: Bool { study.plan.applications.isEmpty }
}

extension Inquiry {
  /// Plans which items of a city go into which applications, and what is left.
  ///
  /// - Throws: `Failure`, with the limits that clash where no plan keeps them.
  public func plan(
    for portfolio: Portfolio, _ question: PlanQuestion = PlanQuestion()
  ) throws(Failure) -> CityPlan {
    try Failure.on {
      var city = portfolio
      for name in question.required where !city.items.contains(where: { $0.id == name }) {
        throw Failure.unknownItem(name, in: [city])
      }
      let offers = agreed(&city, offers(try stored(notClosedOn: day)))
      for name in question.without where !offers.contains(where: { $0.opportunity.isCalled(name) }) {
        throw Failure.unknownOpportunity(name, among: offers.map(\.opportunity.identifier))
      }
      let chances = try question.chances.map { try self.chances(in: $0, of: offers, &city) }
      let rates = try exchange(for: [city], offers, question.rates)
      let shortlist = Shortlist(
        city, among: offers, lexicon: try lexicon(), on: day, knownOn: moment.knownOn,
        pricing: pricing(rates).joiningItems)
      var request = PlanRequest(
        shortlist, measures: desk.data.measures, practice: desk.data.practice,
        statedWork: StatedWork(of: city, by: try desk.glossary().naming), exchange: rates,
        solver: AllotmentSolver(door: solver()))
      request.assumesUndecided = question.assumesUndecided
      request.without = Set(question.without)
      if question.studies { request.studies = true }
      request.required = Set(question.required)
      var changes = question.without.map { PlanScenario.Change.without($0) }
      if let text = question.ownContribution {
        let amounts = try YearlyAmounts.amounts(in: text, currency: city.city.currency)
        request.ownContribution = amounts
        changes.append(.ownContribution(amounts))
      }
      var study = try PlanStudy.make(request)
      try study.compare(request, with: changes, chances: chances)
      return CityPlan(city: city, study: study, assumesUndecided: question.assumesUndecided)
    }
  }

  /// The offers with what authorities really said to the city; what was said of nothing on offer is told and not counted.
  func agreed(_ city: inout Portfolio, _ offers: [Offer]) -> [Offer] {
    guard !city.agreed.isEmpty else { return offers }
    let unknown = city.agreed.filter { term in !offers.contains { term.concerns($0.opportunity) } }
    let findings = unknown.map {
      TermsReader.unknownOpportunity($0, known: offers.prefix(2_000).map(\.opportunity.identifier))
    }
    tell(.findings(findings))
    city.unread += findings.map { Unread($0) }
    return offers.map { $0.agreeing(to: city.agreed) }
  }

  /// The solver of plans, as hard as it usually searches.
  var planSolver: AllotmentSolver { AllotmentSolver(door: solver()) }

  /// The door to the solver's program.
  private func solver() -> SolverDoor {
    let path = desk.places.solver
    guard FileManager.default.isExecutableFile(atPath: path) else {
      tell(.noSolver(path: path))
      return .closed
    }
    return .program(at: path)
  }

  private func chances(
    in file: String, of offers: [Offer], _ city: inout Portfolio
  ) throws -> GrantChances {
    let (chances, findings) = try ChanceReader.read(
      file: file,
      known: Set(offers.flatMap { [$0.opportunity.identifier, $0.opportunity.reference ?? ""] }))
    tell(.findings(findings))
    city.unread += findings.filter { $0.severity == .error }.map { Unread($0) }
    return GrantChances(chances)
  }
}

extension Opportunity {
  fileprivate func isCalled(_ name: String) -> Bool { identifier == name || reference == name }
}

/// Amounts by year, as a person writes them on one line.
enum YearlyAmounts {
  /// The amounts of `2027=800000,2028=700000`.
  static func amounts(in text: String, currency: Currency) throws(Failure) -> [Int: Money] {
    var amounts: [Int: Money] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0].utf8.count == 4, let year = Int(pair[0]), (1900...2200).contains(year),
        let amount = Money(decimal: pair[1], currency: currency), amount.minorUnits >= 0, amounts[year] == nil
      else {
        throw Failure(
          .misuse,
          Message(
            en: "'\(part)' is no year with its amount; write --own-contribution 2027=800000,2028=700000",
            fr:
              "« \(part) » n’est pas une année avec son montant ; écrivez --own-contribution 2027=800000,2028=700000"
          ))
      }
      amounts[year] = amount
    }
    return amounts
  }
}
