import ArgumentParser

/// The command line: a table of contents. What each command does is in `Commands/`.
@main
struct Parapet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parapet",
    abstract: "Finds the European money for a safer city and plans how to spend it.",
    version: Program.version,
    subcommands: [
      IngestCommand.self, ListCommand.self, ShowCommand.self, ShortlistCommand.self, ExplainCommand.self,
      BudgetCommand.self, CheckCommand.self, DemoCommand.self,
    ])
}

/// What the program says of itself.
enum Program {
  /// The version, in every document and in `--version`.
  static let version = "0.1.0"
}
