import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet ingest`: reads sources into the catalogue.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Reads feeds, from disk or web, into the catalogue.",
    discussion: """
      Each source is one transaction: the catalogue is as before or as after. An address is fetched whole before it \
      is read, and only where it has changed since; names, passwords and keys in it are shown as ***.
      """)

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

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let feed, feed.isEmpty { throw ValidationError("--feed needs a name.") }
  }

  mutating func run() throws {
    try Stop.on(output.lang) {
      let day = readOn ?? Clock.today
      // A reading needs none of the data folder, so it goes on without.
      let desk = try Desk(source.places, program: Program.version, needsData: false)
      let moment = Moment(asOf: source.asOf ?? day, knownOn: source.knownOn)
      try answer(Session(desk, at: moment, output.notices, language: output.lang, output.form), on: day)
    }
  }

  private func answer(_ session: Session, on day: Day) throws {
    var question = IngestQuestion(sources, readOn: day)
    question.isComplete = complete
    question.feed = feed
    question.acceptsShrinking = acceptShrinking
    question.followsHosts = followHosts
    let found = try session.inquiry.ingest(question)
    // The readings just made belong to how fresh the catalogue is.
    try session.write(found.report(session.inquiry.wording(output.lang)))
    if let unread = found.unread { throw ExitStatus(unread).code }
    guard found.isWanting else { return }
    throw found.hasTaken ? ExitStatus.wanting.code : ExitStatus.unusableInput.code
  }
}
