import ArgumentParser
import ParapetDesk
import ParapetMatching
import ParapetReporting

/// `parapet evaluate`: ranks the open topics for each query of a gold file, for a scorer to measure.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Ranks the open topics for the queries of a gold file.",
    discussion: """
      One line of JSON for each query: its id, the identifiers of every topic of the catalogue that was open on the \
      day of the query, best first, and what each was judged. By relevance the order is how near the texts are, \
      whoever may apply; by shortlist it is the order in which a shortlist has them.
      """)

  @Argument(help: ArgumentHelp("A file of queries, one JSON object a line.", valueName: "gold"))
  var gold: String

  @Option(help: "relevance or shortlist.")
  var order: Evaluation.Order = .relevance

  @Option(
    help: ArgumentHelp("Weights to use instead of those of the data folder.", valueName: "file"))
  var weights: String?

  @Flag(help: "Tell of each topic what its relevance is the sum of.")
  var parts = false

  @OptionGroup var source: SourceOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file")
  )
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  mutating func run() throws {
    try Stop.on { try evaluate() }
  }

  private func evaluate() throws {
    let form = OutputForm(path: output)
    let inquiry = try Session(source, Notices(quiet: quiet), form).inquiry
    let examination = try inquiry.examination(gold: gold, weights: weights)
    let lines = examination.queries.map { query in
      AnswerDocument(examination.answer(query, by: order, withParts: parts)).line
    }
    try form.write(lines.joined())
    if examination.isWanting { throw ExitStatus.wanting.code }
  }
}
