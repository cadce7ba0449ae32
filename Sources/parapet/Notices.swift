import ParapetModel
import ParapetReporting

/// Everything that is said beside the data, on standard error.
struct Notices {
  /// Whether to keep quiet about all but errors.
  var quiet: Bool
  init(_ output: OutputOptions) {
    quiet = output.quiet
  }

  /// Says a sentence.
  func say(_ sentence: String) {
    if !quiet { Console.error("parapet: \(sentence)") }
  }

  /// Shows diagnostics, in the order of the input.
  func tell(_ diagnostics: [Diagnostic]) {
    let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    guard !shown.isEmpty else { return }
    Console.error(DiagnosticsText().render(shown), terminator: "")
  }
}
