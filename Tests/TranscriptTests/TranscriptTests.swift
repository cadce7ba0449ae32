import Foundation
import Testing

@Suite("Sessions at the terminal")
struct TranscriptTests {
  static let folder = Repository.tests.appending(path: "Transcripts")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".transcript") }.sorted()

  /// Two terminals that have nothing in common.
  static let terminals: [[String: String]] = [
    ["TZ": "UTC", "LANG": "C"],
    ["TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
  ]

  @Test("every session goes as written, wherever the terminal is", arguments: names, terminals)
  func session(_ name: String, _ terminal: [String: String]) async throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let scratch = try Scratch()
    for step in try Transcript(text).steps {
      let answer = try await scratch.parapet(step.arguments, environment: terminal)
      let place = Comment(rawValue: "\(name):\(step.line)")
      #expect(answer.code == step.code, place)
      expect(answer.output.printedLines, step.output, place)
      expect(answer.errors.printedLines, step.errors, place)
    }
  }

  private func expect(_ found: [String], _ expected: [String], _ place: Comment) {
    let matches = Transcript.matches(found[...], expected[...])
    #expect(matches, "\(place):\n\(found.joined(separator: "\n"))")
  }

  @Test("the sessions are found")
  func found() { #expect(TranscriptTests.names.count >= 10) }

  @Test("a session is read line by line")
  func reading() throws {
    let transcript = try Transcript(
      "# why\n$ parapet check 'a b' c\nout\n\n! err\n!\n> 65\n$ parapet list\n…\n")
    #expect(transcript.steps.map(\.arguments) == [["check", "a b", "c"], ["list"]])
    #expect(transcript.steps.map(\.output) == [["out", ""], ["…"]])
    #expect(transcript.steps.map(\.errors) == [["err", ""], []])
    #expect(transcript.steps.map(\.code) == [65, 0])
  }

  @Test("dots stand for any lines, also for none, and for no part of a line")
  func dots() {
    func matches(_ lines: [String], _ expected: [String]) -> Bool {
      Transcript.matches(lines[...], expected[...])
    }
    #expect(matches(["a", "b", "c"], ["a", "…", "c"]))
    #expect(matches(["a", "c"], ["a", "…", "c"]))
    #expect(matches([], ["…"]))
    #expect(!matches(["a", "b"], ["a", "…", "c"]))
    #expect(!matches(["a", "b"], ["a"]))
    #expect(!matches(["a"], ["a", "b"]))
  }

  @Test("a session that begins with an answer is refused")
  func beginning() { #expect(throws: Surprise.self) { try Transcript("answer\n$ parapet list\n") } }
}
