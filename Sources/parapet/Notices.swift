import ParapetModel
import ParapetReporting

/// Everything that is said beside the data, on standard error.
struct Notices {
  /// Whether to keep quiet about all but errors.
  var quiet: Bool

  init(_ output: OutputOptions) {
    self.init(quiet: output.quiet)
  }

  init(quiet: Bool) {
    self.quiet = quiet
  }

  /// Says a sentence.
  func say(_ sentence: String) {
    if !quiet { Console.error("parapet: \(sentence)") }
  }

  /// Shows diagnostics, in the order of the input, and how many more there were.
  func tell(_ diagnostics: [Diagnostic], unkeptErrors: Int = 0, unkeptWarnings: Int = 0) {
    let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    let unkept = unkeptErrors + (quiet ? 0 : unkeptWarnings)
    guard !shown.isEmpty || unkept > 0 else { return }
    Console.error(DiagnosticsText().render(shown, unkept: unkept), terminator: "")
  }
}
