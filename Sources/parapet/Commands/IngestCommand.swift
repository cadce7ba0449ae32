import ArgumentParser
import ParapetDesk

/// `parapet ingest`: reads sources into the catalogue.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Reads feeds, from disk or web, into the catalogue.",
    discussion: """
      Each source is one transaction: the catalogue is as before or as after. An address is fetched whole before it \
      is read, and only where it has changed since; names, passwords and keys in it are shown as ***.
      """)

  @OptionGroup var wanted: IngestOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func run() throws {
    try Stop.on(output.lang) {
      let question = wanted.question
      // A reading needs none of the data folder, so it goes on without.
      let desk = try Desk(source.places, program: Program.version, needsData: false)
      let moment = Moment(asOf: source.asOf ?? question.readOn, knownOn: source.knownOn)
      try answer(Session(desk, at: moment, output.notices, language: output.lang, output.form), question)
    }
  }

  private func answer(_ session: Session, _ question: IngestQuestion) throws {
    let found = try session.inquiry.ingest(question)
    // The readings just made belong to how fresh the catalogue is.
    try session.write(found.report(session.inquiry.wording(output.lang)))
    if let unread = found.unread { throw ExitStatus(unread).code }
    guard found.isWanting else { return }
    throw found.hasTaken ? ExitStatus.wanting.code : ExitStatus.unusableInput.code
  }
}
