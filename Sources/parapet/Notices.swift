import ParapetModel
import ParapetReporting

/// Everything that is said beside the data, on standard error.
struct Notices {
  /// Whether to keep quiet about all but errors.
  var quiet: Bool
  /// Whether to colour.
  var coloured: Bool

  init(_ output: OutputOptions) {
    quiet = output.quiet
    coloured = Console.coloured(output.color, stream: 2)
  }

  /// Says a sentence.
  func say(_ sentence: String) {
    if !quiet { Console.error("parapet: \(sentence)") }
  }

  /// Shows diagnostics, in the order of the input.
  func tell(_ diagnostics: [Diagnostic]) {
    let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    guard !shown.isEmpty else { return }
    for finding in shown { Console.error(finding.message) }
  }
}
