import ArgumentParser
import ParapetBudgeting
import ParapetDesk
import ParapetMatching
import ParapetModel
import ParapetReporting

/// Which lists are asked for.
struct ShortlistOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Portfolios, or folders of portfolios.", valueName: "portfolio"))
  var portfolios: [String]

  @Option(help: ArgumentHelp("List this item only; may be repeated.", valueName: "id"))
  var item: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep the first so many rows of each item.",
      discussion: "Without it people are shown five and the instruments without a call, machines all.",
      valueName: "count"))
  var top: Int?

  @Flag(help: "List everything: closed, ineligible and unrelated ones too.")
  var all = false

  @Flag(help: "List what is out of reach today and what would bring it within reach.")
  var nearMisses = false

  mutating func validate() throws {
    if let top, top < 1 { throw ValidationError("--top needs a count of at least 1.") }
    if all, nearMisses { throw ValidationError("--all lists everything already; leave --near-misses out.") }
  }

  /// What is asked; a person who names no count gets what fits a page, and a machine all.
  func question(for format: DocumentFormat, _ rates: RateSource) -> ShortlistQuestion {
    var question = ShortlistQuestion()
    question.items = item
    question.everything = all
    question.nearMisses = nearMisses
    question.length = top.map { .first($0) } ?? (format.isForPeople && !all ? .page : .whole)
    // Rows say how many points the words found are worth, and not which they are.
    question.quotesWords = format != .csv
    question.rates = rates
    return question
  }
}

/// Which plan is asked for.
struct PlanOptions: ParsableArguments {
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

  @Flag(
    help: "Look for a second plan and for what losing each grant would cost, however many items there are.")
  var study = false

  /// What is asked.
  func question(_ rates: RateSource) -> PlanQuestion {
    var question = PlanQuestion()
    question.studies = study
    question.assumesUndecided = assumeUndecided
    question.without = without
    question.ownContribution = ownContribution
    question.required = require
    question.chances = success
    question.rates = rates
    return question
  }
}

/// What is to be read, and how.
struct IngestOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files, folders of files in JSON or XML, or http(s) addresses.", valueName: "source"))
  var sources: [String]

  @Option(
    help: ArgumentHelp("The day of the reading (default: today in Brussels); for replays.", valueName: "day"))
  var readOn: Day?

  @Flag(
    help: ArgumentHelp(
      "Each source is the whole list of its feed: what is not in it is missing.",
      discussion: "What so is missing three times in a row before its deadline counts as withdrawn."))
  var complete = false

  @Option(
    help: ArgumentHelp(
      "What the sources are readings of (default: their dialect).",
      discussion: "Name it where you read several lists of one dialect: each is compared with itself.",
      valueName: "name"))
  var feed: String?

  @Flag(help: "Believe a whole list that has lost more than a third of its records.")
  var acceptShrinking = false

  @Flag(help: "Follow an address that sends on to another host, this machine's own network included.")
  var followHosts = false

  mutating func validate() throws {
    if let feed, feed.isEmpty { throw ValidationError("--feed needs a name.") }
  }

  /// What is asked.
  var question: IngestQuestion {
    var question = IngestQuestion(sources, readOn: readOn ?? Clock.today)
    question.isComplete = complete
    question.feed = feed
    question.acceptsShrinking = acceptShrinking
    question.followsHosts = followHosts
    return question
  }
}

/// Which queries are ranked, and how.
struct EvaluateOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A file of queries, one JSON object a line.", valueName: "gold"))
  var gold: String

  @Option(help: "relevance or shortlist.")
  var order: Evaluation.Order = .relevance

  @Option(
    help: ArgumentHelp("Weights to use instead of those of the data folder.", valueName: "file"))
  var weights: String?

  @Flag(help: "Tell of each topic what its relevance is the sum of.")
  var parts = false

  /// The line of a query.
  func line(of query: GoldQuery, in examination: Examination) -> String {
    AnswerDocument(examination.answer(query, by: order, withParts: parts)).line
  }
}

/// Which portfolio is written.
struct InitOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The folder of the portfolio, which is made where it is not there.", valueName: "folder"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The country, two capital letters; its spreadsheets part cells and decimals in their own way.",
      valueName: "code"))
  var country: String?

  @Flag(help: "Write the tables as sheets of one workbook, portfolio.xlsx.")
  var workbook = false

  /// The country, where one is named.
  func stated() throws(Stop) -> Country? {
    guard let country else { return nil }
    return try Country(stated: country)
  }
}

/// Which of what is on offer is listed.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what can pay for this measure; may be repeated, then for one of them.", valueName: "code"))
  var measure: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only what is under this programme or instrument: its code or the begin of its name.", valueName: "name"
    ))
  var programme: String?

  @Option(help: ArgumentHelp("Only what has a deadline to come on or before this day.", valueName: "day"))
  var deadline: Day?

  @Option(help: ArgumentHelp("Only what applicants of this country are not shut out of.", valueName: "code"))
  var country: String?

  @Option(
    help: ArgumentHelp("Only what has all these words in its titles, texts or keywords.", valueName: "words"))
  var text: String?

  /// Which are wanted.
  func filter() throws(Stop) -> OfferFilter {
    var filter = OfferFilter()
    filter.measures = Set(measure)
    filter.programme = programme
    filter.deadline = deadline
    filter.text = text
    if let country { filter.country = try Country(stated: country) }
    return filter
  }
}

/// Which application is priced.
struct BudgetOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of a portfolio.", valueName: "portfolio"))
  var portfolio: String

  @Option(help: ArgumentHelp("An item to apply for; may be repeated.", valueName: "id"))
  var item: [String] = []

  @Option(help: ArgumentHelp("The opportunity to apply to.", valueName: "id"))
  var opportunity: String?

  @Option(
    help: ArgumentHelp(
      "A plan, written with --format json, one of whose applications is priced.", valueName: "file"))
  var fromPlan: String?

  @Option(help: ArgumentHelp("Which application of that plan, from 1.", valueName: "number"))
  var application: Int?

  @Option(
    help:
      "The form of the table: eu-grant, part-a, council, lump-sum, lump-sum-form, interreg, lines or reasons."
  )
  var layout: BudgetLayout = .euGrant

  mutating func validate() throws {
    guard (fromPlan == nil) == (application == nil) else {
      throw ValidationError("--from-plan and --application go together.")
    }
    guard fromPlan == nil || (item.isEmpty && opportunity == nil) else {
      throw ValidationError(
        "--from-plan says what is applied for; --item and --opportunity do not go with it.")
    }
    guard fromPlan != nil || !item.isEmpty else { throw ValidationError("--item is needed at least once.") }
    guard fromPlan != nil || opportunity != nil else { throw ValidationError("--opportunity is needed.") }
  }

  /// The budget that is asked for.
  func budget(_ inquiry: Inquiry, _ rates: RateSource) throws -> ApplicationBudget {
    let city = try inquiry.portfolio(portfolio)
    guard let fromPlan, let application else {
      return try inquiry.budget(of: item, of: city, for: opportunity ?? "", rates: rates)
    }
    return try inquiry.budget(ofApplication: application, in: fromPlan, of: city, rates: rates)
  }
}

/// What is looked at.
struct CheckOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Portfolio folders, data folders, instrument files, feeds.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print how well the instruments and calls of the data folder are sourced.")
  var statistics = false

  @Flag(help: "Print the facts that criteria ask for, with the codes by which a portfolio states them.")
  var facts = false

  mutating func validate() throws {
    guard !files.isEmpty || statistics || facts else {
      throw ValidationError("Name a file or folder to check.")
    }
    guard !facts || files.isEmpty && !statistics else {
      throw ValidationError("--facts prints a list of its own: ask for it alone.")
    }
  }
}
