import ArgumentParser
import Foundation
import ParapetBudgeting
import ParapetPlanning
import ParapetCatalogue
import ParapetFeeds
import ParapetInput
import ParapetMatching
import ParapetModel
import ParapetReporting

/// `parapet plan`: which items go together into which applications, what is left, and why.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans which items go into which applications, and what is left.",
    discussion: """
      The city's limits are under 'capacity' in city.yaml. --without and --own-contribution change the plan and \
      set it beside the one as things stand; --success adds what may be expected.
      """)

  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Flag(help: "Take what is undecided as if it were eligible, marked.")
  var assumeUndecided = false

  @Option(help: ArgumentHelp("Leave out an opportunity; may be repeated.", valueName: "id"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "Own money by year in place of the city's, as 2027=800000,2028=700000.", valueName: "years"))
  var ownContribution: String?

  @Option(help: ArgumentHelp("An item that must be paid for; may be repeated.", valueName: "id"))
  var require: [String] = []

  @Option(
    help: ArgumentHelp("A table of chances: opportunity,percent.", valueName: "file"))
  var success: String?

  @OptionGroup var exchange: RateOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on { try write(try answer()) }
  }

  /// What was asked for, before it is put into words: the demonstration writes one answer in many forms.
  struct Answer {
    var study: PlanStudy
    var city: Portfolio
    var workspace: Workspace
  }

  /// Makes the plan.
  func answer() throws -> Answer {
    let notices = Notices(output)
    let workspace = try Workspace(source, notices: notices)
    let city = try workspace.portfolio(portfolio, notices: notices)
    for name in require where !city.items.contains(where: { $0.id == name }) {
      throw Stop.unknownItem(name, in: [city])
    }
    let day = source.day
    let stored = try workspace.stored(notClosedOn: day, notices: notices)
    let offers = workspace.offers(stored)
    for name in without where !offers.contains(where: { PlanCommand.isCalled(name, $0.opportunity) }) {
      throw Stop.unknownOpportunity(name, among: offers)
    }
    let chances = try readChances(notices: notices, offers: offers)
    let rates = try workspace.exchange(for: [city], offers, exchange, notices: notices)
    let shortlist = try Shortlist(
      city, among: offers, lexicon: workspace.lexicon(notices: notices), on: day, knownOn: source.knownOn,
      pricing: workspace.pricing(rates).joiningItems)
    var request = PlanRequest(
      shortlist, measures: workspace.data.measures, practice: workspace.data.practice, exchange: rates,
      solver: AllotmentSolver(door: PlanCommand.solver(notices)))
    request.assumesUndecided = assumeUndecided
    request.without = Set(without)
    request.required = Set(require)
    var changes = without.map { PlanScenario.Change.without($0) }
    if let ownContribution {
      let amounts = try PlanCommand.amounts(ownContribution, currency: city.city.currency)
      request.ownContribution = amounts
      changes.append(.ownContribution(amounts))
    }
    let words = Words.make(workspace.vocabulary(output.lang))
    var study: PlanStudy
    do throws(PlanError) {
      study = try PlanStudy.make(request)
      try study.compare(request, with: changes, chances: chances)
    } catch {
      throw Stop(error, words)
    }
    return Answer(study: study, city: city, workspace: workspace)
  }

  /// Writes the plan in the form that was asked for.
  func write(_ answer: Answer) throws {
    let words = Words.make(answer.workspace.vocabulary(output.lang))
    let report = PlanReport(
      answer.study, for: answer.city, assumesUndecided: assumeUndecided, words: words,
      edition: Edition(asOf: source.day, knownOn: source.knownOn, program: Program.version))
    try output.write(text: report.report, table: report.table, json: report.json, words: words)
    if answer.study.plan.applications.isEmpty {
      Notices(output).say("nothing can be planned")
      throw ExitStatus.wanting.code
    }
  }

  /// The door to the solver's program, which is beside this one.
  private static func solver(_ notices: Notices) -> SolverDoor {
    let own = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    let path = own.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "parapet-solver")
      .path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      notices.say(
        "the solver '\(path)' is not there, so that no plan can be proven; build it, or install it beside parapet"
      )
      return .closed
    }
    return .program(at: path)
  }

  private func readChances(notices: Notices, offers: [Offer]) throws -> GrantChances? {
    guard let success else { return nil }
    let (chances, diagnostics) = try ChanceReader.read(
      file: success,
      known: Set(offers.flatMap { [$0.opportunity.identifier, $0.opportunity.reference ?? ""] }))
    notices.tell(diagnostics)
    return GrantChances(chances)
  }

  private static func isCalled(_ name: String, _ opportunity: Opportunity) -> Bool {
    opportunity.identifier == name || opportunity.reference == name
  }

  /// Amounts by year, as they are written on the command line.
  private static func amounts(_ text: String, currency: Currency) throws(Stop) -> [Int: Money] {
    var amounts: [Int: Money] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0].utf8.count == 4, let year = Int(pair[0]), (1900...2200).contains(year),
        let amount = Money(decimal: pair[1], currency: currency), amount.minorUnits >= 0, amounts[year] == nil
      else {
        throw Stop(
          .misuse, "'\(part)' is no year with its amount; write --own-contribution 2027=800000,2028=700000")
      }
      amounts[year] = amount
    }
    return amounts
  }
}

extension Stop {
  /// Why no plan can be shown.
  init(_ error: PlanError, _ words: any Sentences) {
    switch error {
    case .infeasible(let limits):
      self.init(
        .unusableInput,
        "no plan is possible: these clash: " + limits.map { words.constraint($0) }.joined(separator: "; "))
    case .notFound: self.init(.unusableInput, "no plan was found within the limits of the search")
    case .checkFailed(let kinds):
      self.init(
        .fault,
        "a fault of parapet, please report it: the plan failed its checks: "
          + kinds.map(\.rawValue).joined(separator: ", "))
    }
  }

  /// An opportunity that is not on offer.
  static func unknownOpportunity(_ name: String, among offers: [Offer]) -> Stop {
    let near = Diagnostic.nearest(to: name, among: offers.map(\.opportunity.identifier))
    return Stop(
      .misuse, "nothing on offer is called '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
