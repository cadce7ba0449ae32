import Foundation
public import ParapetModel
import ParapetReporting

/// The demonstration: the whole main job on the data folder and its example cities, asked of one desk.
public struct Demonstration {
  /// The city whose reports are written in every form, and that has a budget.
  private static let fullCity = "rivemont"

  let desk: Desk
  /// The day judged; the feed was read the day before.
  private let day: Day
  private let tell: @Sendable (Notice) -> Void
  let begin: (String) -> Void
  let take: (String, String) throws -> Void

  var folder: String { desk.places.data }
  var readOn: Day { day.adding(days: -1) }

  /// A demonstration as of a day, the one after the shipped feed.
  ///
  /// - Parameters:
  ///   - begin: hears of each report, before it is made, the command that makes the same.
  ///   - write: takes the name and the text of each report.
  public init(
    at desk: Desk, on day: Day, telling tell: @escaping @Sendable (Notice) -> Void,
    beginning begin: @escaping (String) -> Void, writing write: @escaping (String, String) throws -> Void
  ) {
    self.desk = desk
    self.day = day
    self.tell = tell
    self.begin = begin
    take = write
  }

  /// Asks everything, of all example cities in the order of their names.
  ///
  /// - Throws: `Failure`, `notThere` where the data folder has no example city, or what taking a report throws.
  public func run() throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/portfolios")) ?? []
    let cities = names.sorted().filter { !$0.hasPrefix(".") }
    guard !cities.isEmpty else {
      throw Failure(
        .notThere,
        Message(
          en: "'\(folder)/portfolios' has no example city",
          fr: "« \(folder)/portfolios » n’a pas de ville d’exemple"))
    }
    try showBook()
    for city in cities { try showBrief(of: city) }
    for city in cities {
      try showActionPlan(
        of: city, as: city == Demonstration.fullCity ? [.html, .text, .frenchPage] : [.html, .text])
    }
    // Of the other cities a reader of reports/ wants the sheet and the plan for the council; `parapet` makes the rest.
    for city in cities where city == Demonstration.fullCity {
      try showLists(of: city)
      try showBudget(of: city)
      try showPlan(of: city)
      try showProgress(of: city)
      try showChain(of: city)
      try showDigest(of: city)
    }
  }

  /// One form of a report: its ending, and what a command line says to have it.
  struct Form {
    var ending: String
    var options = ""
    var form = DocumentForm(.text)
    var language = Language.english

    static let text = Form(ending: "txt")
    static let json = Form(ending: "json", options: " --format json", form: DocumentForm(.json))
    static let html = Form(ending: "html", options: " --format html", form: DocumentForm(.html))
    static let frenchPage = Form(
      ending: "fr.html", options: " --format html --lang fr", form: DocumentForm(.html), language: .french)
    static func frenchTable(_ options: String) -> Form {
      Form(
        ending: "fr.csv", options: options, form: DocumentForm(.csv, profile: .excelFrench),
        language: .french)
    }
  }

  /// Makes a report as of the day of the demonstration, or of a later one that the command names.
  func write(
    _ command: String, to name: String, as form: Form = .text, on later: Day? = nil,
    _ make: (Inquiry, Wording) throws -> any Document
  ) throws {
    begin(command + form.options)
    let inquiry = desk.at(Moment(asOf: later ?? day), telling: tell)
    let wording = inquiry.wording(form.language)
    try take("\(name).\(form.ending)", form.form.render(make(inquiry, wording), wording.words))
  }
}

extension Demonstration {
  /// Reads the shipped feed, and shows what is known of all opportunities.
  private func showBook() throws {
    let feed = folder + "/feeds/portal-2026-03-14"
    try write("ingest \(feed) --read-on \(readOn)", to: "ingest", as: .json) { inquiry, wording in
      try inquiry.ingest(IngestQuestion([feed], readOn: readOn)).report(wording)
    }
    try write("list", to: "list") { try $0.opportunities().report($1) }
    try write("show ISF-UA", to: "show-ISF-UA") { try $0.record(of: "ISF-UA").report($1) }
    try write("book", to: "instrument-book", as: .html) { $0.instruments().report($1) }
    try write("check \(folder) --statistics", to: "check") {
      try $0.check([folder]).report(withStatistics: true, $1)
    }
  }

  /// The decision sheet of a city, which its mayor keeps: as a page for all, and for one in every form and language.
  private func showBrief(of city: String) throws {
    let portfolio = folder + "/portfolios/" + city
    let isFull = city == Demonstration.fullCity
    let others: [Form] =
      isFull
      ? [.text, .frenchPage, .frenchTable(" --format csv --csv-profile excel-fr --lang fr")] : []
    for form in [.html] + others {
      try write("brief \(portfolio)", to: "\(city)-brief", as: form) {
        try $0.brief(of: $0.portfolio(portfolio)).report($1)
      }
    }
  }

  /// The shortlist of a city, which its grants officer keeps: as a page, and as a table in French.
  private func showLists(of city: String) throws {
    let portfolio = folder + "/portfolios/" + city
    let table = Form.frenchTable(" --format csv --lang fr --csv-profile excel-fr")
    for form in [Form.html, table] {
      try showList(of: portfolio, to: "\(city)-shortlist", as: form)
    }
    try write("sensitivity \(portfolio)", to: "\(city)-sensitivity") {
      try $0.sensitivity(of: $0.portfolio(portfolio)).report($1)
    }
  }

  /// How many opportunities of each item are shown; the command without it lists all.
  private static let listed = 4

  private func showList(of portfolio: String, to name: String, as form: Form) throws {
    try write("shortlist \(portfolio) --top \(Demonstration.listed)", to: name, as: form) {
      inquiry, wording in
      var question = ShortlistQuestion()
      question.length = .first(Demonstration.listed)
      let lists = try inquiry.lists(for: inquiry.portfolios(in: [portfolio]), question)
      return lists.report(of: lists.all(), wording)
    }
  }

  /// The budget of the square under the Urban Initiative's fourth call, in each form.
  private func showBudget(of city: String) throws {
    let portfolio = folder + "/portfolios/" + city
    let (item, opportunity) = ("square", "EUI-IA-4")
    try write("explain \(portfolio) \(item) \(opportunity)", to: "\(city)-\(item)-\(opportunity)") {
      try $0.explain(item, of: $0.portfolio(portfolio), with: opportunity).report($1)
    }
    let command = "budget \(portfolio) --item \(item) --opportunity \(opportunity)"
    for form in [
      Form.text, .json, .frenchPage, .frenchTable(" --format csv --csv-profile excel-fr --lang fr"),
    ] {
      try write(command, to: "\(city)-\(item)-budget", as: form) {
        try $0.budget(of: [item], of: $0.portfolio(portfolio), for: opportunity).report($1)
      }
    }
  }

  /// The plan of a city with what is undecided assumed, since calls rarely say all: made once, and written in every form.
  private func showPlan(of city: String) throws {
    let portfolio = folder + "/portfolios/" + city
    var question = PlanQuestion()
    question.assumesUndecided = true
    var made: CityPlan?
    for form in [
      Form.html, .text, .json, .frenchPage, .frenchTable(" --format csv --csv-profile excel-fr --lang fr"),
    ] {
      try write("plan \(portfolio) --assume-undecided", to: "\(city)-plan", as: form) { inquiry, wording in
        let plan = try made ?? inquiry.plan(for: inquiry.portfolio(portfolio), question)
        made = plan
        return plan.report(wording)
      }
    }
  }
}
