import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

/// No rule without proof: what is taken away from any rule that we ship is missed at the rule's own line.
@Suite("No rule without proof")
struct ProofTests {
  /// A file of instruments or calls as it is shipped.
  struct Instrument: Sendable, CustomStringConvertible {
    var name: String
    var text: String
    var description: String { name }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../data").standardizedFileURL

  static let instruments = files(in: "instruments") + files(in: "calls")

  private static func files(in name: String) -> [Instrument] {
    let folder = folder.appending(path: name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".xml") }.map { name in
      let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data()
      return Instrument(name: name, text: String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("there are instruments to try it on")
  func some() {
    #expect(Self.instruments.count >= 24 + 9)
  }

  @Test(
    "without its source, its grade or its validity a rule is refused at its line", arguments: instruments)
  func attributes(instrument: Instrument) {
    for rule in Rule.all(in: instrument.text) {
      for (attribute, id) in [
        ("source", "missing-source"), ("grade", "missing-grade"), ("validFrom", "missing-validity"),
      ] {
        expect(id, at: rule, in: rule.without(attribute: attribute))
      }
    }
  }

  @Test("without its examples of one outcome a rule is refused at its line", arguments: instruments)
  func examples(instrument: Instrument) {
    for rule in Rule.all(in: instrument.text) {
      for outcome in rule.outcomes { expect("missing-example", at: rule, in: rule.without(outcome)) }
      #expect(rule.outcomes.isSuperset(of: rule.canBeMet ? [.met, .undecided] : [.undecided]), "\(rule.id)")
    }
  }

  private func expect(_ id: String, at rule: Rule, in text: String) {
    let all = events(of: text.utf8, isCurated: true, citationRequired: true)
    #expect(
      all.rejected.contains { $0.id == id && $0.severity == .error && $0.place.line == rule.line },
      "\(rule.id), line \(rule.line): \(all.rejected.map(\.id))")
  }
}

/// One criterion of a file, with what is before and after it.
private struct Rule {
  var before: Substring
  var text: Substring
  var after: Substring

  static func all(in file: String) -> [Rule] {
    file.ranges(of: "<criterion ").compactMap { start in
      guard let end = file[start.lowerBound...].firstRange(of: "</criterion>") else { return nil }
      return Rule(
        before: file[..<start.lowerBound], text: file[start.lowerBound..<end.upperBound],
        after: file[end.upperBound...])
    }
  }

  var line: Int { before.utf8.count { $0 == 0x0A } + 1 }

  var id: Substring { value(of: "id") ?? "" }

  /// The outcomes of which it has an example.
  var outcomes: Set<Outcome> {
    Set(Outcome.allCases.filter { text.contains("<example outcome=\"\($0.rawValue)\"") })
  }

  /// Whether some list entry is accepted whole; what is accepted for one subject alone is never met.
  var canBeMet: Bool {
    let entries = text.split(separator: "<include ").dropFirst()
    return entries.isEmpty || !entries.allSatisfy { $0.prefix { $0 != ">" }.contains("scope=\"part\"") }
  }

  func without(attribute: String) -> String {
    guard let value = value(of: attribute), let name = text.firstRange(of: "\(attribute)=\"") else {
      return String(before + text + after)
    }
    // One more index for the closing quotation mark.
    return String(before + text[..<name.lowerBound] + text[text.index(after: value.endIndex)...] + after)
  }

  func without(_ outcome: Outcome) -> String {
    var parts = text.split(
      separator: "<example outcome=\"\(outcome.rawValue)\"", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstRange(of: "/>") else { continue }
      parts[index] = parts[index][end.upperBound...]
    }
    return String(before) + parts.joined() + after
  }

  private func value(of attribute: String) -> Substring? {
    guard let name = text.firstRange(of: "\(attribute)=\"") else { return nil }
    return text[name.upperBound...].prefix { $0 != "\"" }
  }
}
