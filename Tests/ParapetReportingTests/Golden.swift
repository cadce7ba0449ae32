import Foundation
import Testing

/// Files that hold what the program printed when a person last read it.
enum Golden {
  /// Compares a text with its file; `PARAPET_WRITE_GOLDENS=1` writes the file instead.
  static func expect(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["PARAPET_WRITE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try Data(contentsOf: file)
    // The first difference says more than two whole pages.
    let left = text.split(separator: "\n", omittingEmptySubsequences: false)
    let right = String(decoding: expected, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name):\(number + 1): '\(pair.0)' instead of '\(pair.1)'", sourceLocation: location)
      return
    }
    #expect(Data(text.utf8) == expected, "\(name) differs in length", sourceLocation: location)
  }
}
