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
}
