import ParapetModel
import ParapetReporting

// What the Covenant asks: the action plans, a report of progress, and the way there.
extension Demonstration {
  /// The day for which the example city reports: two years after its council voted the plan.
  private static let reportDay = "2029-02-25"
  private static let voteDay = "2027-02-25"

  /// The action plan of a city with what is undecided assumed, as its plan has it: made once, and written in some forms.
  func showActionPlan(of city: String, as forms: [Form]) throws {
    let portfolio = folder + "/portfolios/" + city
    var question = PlanQuestion()
    question.assumesUndecided = true
    var made: CityActionPlan?
    for form in forms {
      try write("action-plan \(portfolio) --assume-undecided", to: "\(city)-action-plan", as: form) {
        inquiry, wording in
        let plan = try made ?? inquiry.actionPlan(for: inquiry.covenantPortfolio(portfolio), question)
        made = plan
        return plan.report(wording)
      }
    }
  }

  /// How the plan of a city went on, on the day of its first report; and what others did near one of its items.
  func showProgress(of city: String) throws {
    let portfolio = folder + "/portfolios/" + city
    guard let day = Day(Demonstration.reportDay), let vote = Day(Demonstration.voteDay) else { return }
    for form in [Form.html, .text, .frenchPage] {
      try write(
        "progress \(portfolio) --since \(vote) --as-of \(day)", to: "\(city)-progress", as: form, on: day
      ) { try $0.progress(of: $0.covenantPortfolio(portfolio), since: vote).report($1) }
    }
    var question = PlanQuestion()
    question.assumesUndecided = true
    try write("trace \(portfolio) --assume-undecided", to: "\(city)-trace") {
      try $0.trace(of: $0.covenantPortfolio(portfolio), question).report($1)
    }
    try write("practices \(portfolio) --item promenade", to: "\(city)-promenade-practices") {
      try $0.practices(of: portfolio, near: "promenade").report($1)
    }
  }

  /// One page of links, from the feed that was read to the report of progress.
  func showChain(of city: String) throws {
    let files = [
      "ingest.json", "list.txt", "\(city)-shortlist.html", "\(city)-square-EUI-IA-4.txt",
      "\(city)-square-budget.fr.html", "\(city)-plan.html", "\(city)-action-plan.html", "\(city)-trace.txt",
      "\(city)-progress.html",
    ]
    let portfolio = folder + "/portfolios/" + city
    try write("demo", to: "\(city)", as: .html) { inquiry, wording in
      ChainReport(
        of: try inquiry.portfolio(portfolio).city, files: files, words: wording.words,
        edition: wording.edition)
    }
  }
}
