import ArgumentParser
import Foundation

/// The command line: a table of contents. What each command does is in `Commands/`.
@main
struct Parapet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parapet",
    abstract: "Finds the European money for a safer city and plans how to spend it.",
    version: Program.version,
    subcommands: [
      IngestCommand.self, ListCommand.self, ShowCommand.self, ShortlistCommand.self, ExplainCommand.self,
      SensitivityCommand.self, BudgetCommand.self, PlanCommand.self, ChangesCommand.self, BookCommand.self,
      CheckCommand.self, EvaluateCommand.self, DemoCommand.self,
    ])

  /// Runs the command line; a reader that goes away, as in `parapet list | head`, is an exit code and no signal.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    main(nil)
  }
}

/// What the program says of itself.
enum Program {
  /// The version, in every document and in `--version`.
  static let version = "0.1.0"
}
