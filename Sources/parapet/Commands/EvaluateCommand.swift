import ArgumentParser
import ParapetDesk

/// `parapet evaluate`: ranks the open topics for each query of a gold file, for a scorer to measure.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Ranks the open topics for the queries of a gold file.",
    discussion: """
      One line of JSON for each query: its id, the identifiers of every topic of the catalogue that was open on the \
      day of the query, best first, and what each was judged. By relevance the order is how near the texts are, \
      whoever may apply; by shortlist it is the order in which a shortlist has them.
      """)

  @OptionGroup var wanted: EvaluateOptions
  @OptionGroup var source: SourceOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file")
  )
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  mutating func run() throws {
    try Stop.on {
      let form = OutputForm(path: output)
      let inquiry = try Session(source, Notices(quiet: quiet), form).inquiry
      let examination = try inquiry.examination(gold: wanted.gold, weights: wanted.weights)
      try form.write(examination.queries.map { wanted.line(of: $0, in: examination) }.joined())
      if examination.isWanting { throw ExitStatus.wanting.code }
    }
  }
}
