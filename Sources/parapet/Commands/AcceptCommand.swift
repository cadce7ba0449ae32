import ArgumentParser
import ParapetDesk
import ParapetModel

/// `parapet accept`: a person confirms what was read in a call document, or sets it aside.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Confirms clauses of a call document, by name and day.",
    discussion: """
      Without --clause it confirms every clause, and that the document asks nothing else. What is confirmed counts like \
      the call itself from then on, and can shut a city out.
      """)

  @Argument(help: ArgumentHelp("The topic's identifier.", valueName: "id"))
  var topic: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The number of a clause; may be repeated.", valueName: "number"))
  var clause: [Int] = []

  @Option(help: ArgumentHelp("Who has read the clauses and decides.", valueName: "name"))
  var by: String

  @Flag(help: "Set the clauses aside: they ask nothing here, or were misread.")
  var reject = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if reject, clause.isEmpty { throw ValidationError("--reject needs --clause: name what is set aside.") }
  }

  mutating func run() throws {
    try Stop.on(output.lang) {
      let session = try Session(
        source, output.notices, language: output.lang, output.form, opening: .words)
      let found = try session.inquiry.decide(
        on: topic, clauses: clause, by: by, on: source.asOf ?? Clock.today, rejecting: reject)
      try session.show(found.report(session.wording))
    }
  }
}
