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
      CheckCommand.self, AnswerCommand.self, InitCommand.self, EvaluateCommand.self, DemoCommand.self,
      BatchCommand.self, CalendarCommand.self, HideCommand.self, ReadDocumentCommand.self, AcceptCommand.self,
      ActionPlanCommand.self, ProgressCommand.self, TraceCommand.self, PracticesCommand.self,
    ])

  /// Runs the command line; a reader that goes away, as in `parapet list | head`, is an exit code and no signal.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // A file that grows beyond `ulimit -f` is one that cannot be written.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // Help and version are data like any other: where they cannot be written, that is told.
      guard exitCode(for: error) == .success else { exit(withError: error) }
      let text = fullMessage(for: error)
      let bytes = Array((text.isEmpty ? "" : text + "\n").utf8)
      exit(withError: Result { try Stop.on { try Console.write(bytes, to: nil) } }.failure)
    }
  }
}

extension Result {
  /// Why there is no value, or nothing where there is one.
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
