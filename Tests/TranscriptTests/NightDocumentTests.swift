import Foundation
import Testing

/// Call documents that a night reads.
@Suite("Nights that read call documents")
struct NightDocumentTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.replace(
      "cities: [city, crowns]", with: "documents: [call.pdf, gone.pdf]\ncities: [city, crowns]",
      in: "night.yaml")
    try scratch.write("call.pdf", try Data(contentsOf: URL(filePath: scratch.path("documents/call.pdf"))))
  }

  private func night(_ day: String, _ options: String...) async throws -> Answer {
    try await scratch.parapet(
      ["batch", "night.yaml", "--as-of", day, "--format", "json", "--quiet", "--fail-on", "never"] + options)
  }

  @Test("a document that is broken or not there costs itself alone, and the others count")
  func broken() async throws {
    try scratch.write("gone.pdf", "this is no PDF")
    let first = try await night("2030-02-01")
    #expect(first.code == 1)
    #expect(first.errors.contains("gone.pdf"))
    let cities = (first.json as? [String: Any])?["cities"] as? [[String: Any]] ?? []
    #expect(cities.allSatisfy { $0["state"] as? String == "baseline" })
    try FileManager.default.removeItem(atPath: scratch.path("gone.pdf"))
    let second = try await night("2030-02-02", "--log", "json")
    #expect(second.code == 1)
    #expect(second.errors.contains("input-not-there"))
    #expect(second.errors.contains("\"source\":\"call.pdf\""))
  }

  @Test("a document that takes the place of another is told once, to those whose items list its topic")
  func replaced() async throws {
    try scratch.replace("[call.pdf, gone.pdf]", with: "[call.pdf]", in: "night.yaml")
    let topic = "ISF-2031-TF2-AG-SQUARES"
    // The feed calls by this name what the city's items list.
    try scratch.replace("id=\"SAFE-2030-2\"", with: "id=\"\(topic)\"", in: "nightly/calls.xml")
    let first = try await night("2030-02-01")
    #expect(first.code == 0, "\(first.errors)")
    #expect(documents(first).isEmpty)
    #expect(documents(try await night("2030-02-02")).isEmpty)
    // The same document with another figure, in the same number of bytes.
    let bytes = try Data(contentsOf: URL(filePath: scratch.path("call.pdf")))
    var changed = bytes
    let (old, new) = (Data("between EUR 300 000".utf8), Data("between EUR 250 000".utf8))
    let place = try #require(changed.range(of: old))
    changed.replaceSubrange(place, with: new)
    try scratch.write("call.pdf", changed)
    let third = try await night("2030-02-03")
    let told = documents(third)
    #expect(Set(told.compactMap { $0["opportunity"] as? String }) == [topic])
    for change in told {
      #expect(change["severity"] as? String == "amber")
      #expect(change["before"] as? String == "call.pdf, 1.1, 2030-02-01")
      #expect(change["after"] as? String == "call.pdf, 1.1, 2030-02-03")
    }
    #expect(!told.isEmpty)
    let digest = try scratch.text("night/brimont/digest.txt")
    #expect(digest.contains("the call’s document"))
    #expect(documents(try await night("2030-02-04")).isEmpty)
  }

  /// What the city was told of documents.
  private func documents(_ answer: Answer) -> [[String: Any]] {
    let cities = (answer.json as? [String: Any])?["cities"] as? [[String: Any]] ?? []
    let city = cities.first { $0["city"] as? String == "brimont" }
    return (city?["changes"] as? [[String: Any]] ?? []).filter { $0["field"] as? String == "callDocument" }
  }
}
