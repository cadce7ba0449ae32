import Foundation

/// A session at the terminal: commands with what they are to print and how they are to end.
///
///     # what the session shows
///     $ parapet list --as-of 2030-03-01
///     a line of standard output
///     …
///     ! a line of standard error
///     > 65
///
/// A line of `…` alone stands for any number of lines. Without `>` the exit code is 0.
struct Transcript {
  /// One command of a session.
  struct Step {
    /// The line of the file that it stands in.
    var line: Int
    /// What follows `parapet`.
    var arguments: [String]
    /// The lines of standard output.
    var output: [String] = []
    /// The lines of standard error.
    var errors: [String] = []
    /// The exit code.
    var code: Int32 = 0
  }

  /// The commands in their order.
  private(set) var steps: [Step] = []

  /// The transcript in a file's text.
  init(_ text: String) throws {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    for (number, line) in lines.enumerated() {
      if let command = line.after("$ ") {
        let words = try Transcript.words(of: command)
        guard words.first == "parapet" else { throw Surprise("line \(number + 1) runs another program") }
        steps.append(Step(line: number + 1, arguments: Array(words.dropFirst())))
      } else if steps.isEmpty {
        guard line.isEmpty || line.hasPrefix("#") else {
          throw Surprise("line \(number + 1) comes before any command")
        }
      } else if let code = line.after("> ") {
        guard let code = Int32(code) else { throw Surprise("line \(number + 1) has no exit code") }
        steps[steps.count - 1].code = code
      } else if let error = line.after("! ") ?? (line == "!" ? "" : nil) {
        steps[steps.count - 1].errors.append(error)
      } else if line.after("# ") == nil {
        steps[steps.count - 1].output.append(line)
      }
    }
  }

  /// The words of a command; quotes hold one together.
  private static func words(of command: String) throws -> [String] {
    let parts = command.components(separatedBy: "'")
    guard parts.count % 2 == 1 else { throw Surprise("a quote is not closed in: \(command)") }
    return parts.enumerated().flatMap { position, part in
      position % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }

  /// Whether lines are as expected, where `…` stands for any number of them.
  static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    guard first == "…" else {
      return lines.first == first && matches(lines.dropFirst(), expected.dropFirst())
    }
    return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], expected.dropFirst()) }
  }
}

extension String {
  /// The rest behind a prefix, or nothing where it does not begin so.
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  /// The lines of what a program printed.
  var printedLines: [String] {
    var lines = replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
