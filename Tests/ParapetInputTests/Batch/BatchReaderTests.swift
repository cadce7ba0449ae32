import Foundation
import ParapetInput
import ParapetModel
import Testing

@Suite("The file that says what a night is to do")
struct BatchReaderTests {
  /// Reads a text as a file in a folder of its own.
  private func read(_ text: String) throws -> (order: BatchOrder?, ids: [String], folder: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "night.yaml")
    try Data(text.utf8).write(to: file)
    let (order, findings) = try BatchReader.read(file: file.path)
    return (order, findings.map(\.id), folder.path)
  }

  @Test("everything of the contract is read, with paths relative to the file")
  func whole() throws {
    let (order, ids, folder) = try read(
      """
      feeds:
        - { name: portal, source: feeds/portal, complete: true }
        - { name: boe, source: "https://example.eu/feed.xml" }
      documents:
        - documents/call.pdf
        - { file: /srv/programme.pdf, for: [SAFE-1, SAFE-2], instead: true }
      pages: [digest, calendar]
      cities: [portfolios/rivemont, /srv/lipovgrad]
      people:
        - { name: finance, address: finance@city.example, cities: [rivemont], language: fr, when: weekly }
      output: night/
      mail: { maildir: night/mail }
      """)
    #expect(ids.isEmpty, "\(ids)")
    let read = try #require(order)
    #expect(read.feeds.map(\.source) == [folder + "/feeds/portal", "https://example.eu/feed.xml"])
    #expect(read.feeds.map(\.isComplete) == [true, false])
    #expect(read.cities.map(\.folder) == [folder + "/portfolios/rivemont", "/srv/lipovgrad"])
    #expect(read.people.first?.language == .french)
    #expect(read.people.first?.rhythm == .weekly)
    #expect(read.documents.map(\.file) == [folder + "/documents/call.pdf", "/srv/programme.pdf"])
    #expect(read.documents.map(\.topics) == [[], ["SAFE-1", "SAFE-2"]])
    #expect(read.documents.map(\.takesPlace) == [false, true])
    #expect(read.pages == [.digest, .calendar])
    #expect(read.output == folder + "/night/")
    #expect(read.mail == .maildir(folder + "/night/mail"))
  }

  @Test(
    "what is wrong costs the entry it stands in",
    arguments: [
      ("cities: [a]\noutput: o\nmial: { maildir: m }", "unknown-key", true),
      ("cities: [a]\noutput: o\npeople:\n  - { name: x, address: x, cities: [a] }", "bad-address", true),
      ("cities: [a]\noutput: o\npeople:\n  - { name: x y, address: x@y.z, cities: [a] }", "bad-id", true),
      (
        "cities: [a]\noutput: o\npeople:\n  - { name: x, address: x@y.z, when: hourly }", "unknown-word", true
      ),
      ("cities: [a]\noutput: o\nfeeds:\n  - { name: f }", "incomplete-entry", true),
      (
        "cities: [a]\noutput: o\nfeeds:\n  - { name: f, source: a }\n  - { name: f, source: b }",
        "duplicate-id", true
      ),
      ("cities: [a]\noutput: o\ndocuments:\n  - { for: [T] }", "incomplete-entry", true),
      ("cities: [a]\noutput: o\npages: [digest, leaflet]", "unknown-word", true),
      ("cities: [a]", "no-output", false),
      ("output: o", "no-order", false),
      ("cities: [a", "not-yaml", false),
      ("- a", "wrong-shape", false),
    ])
  func mistakes(_ text: String, _ id: String, _ isOrder: Bool) throws {
    let (order, ids, _) = try read(text)
    #expect(ids.contains(id), "\(ids)")
    #expect((order != nil) == isOrder)
  }

  @Test(
    "an address is a name, a sign and a domain",
    arguments: [
      "a@b.example": true, "a.b+c@b-c.example": true, "ä@b.example": false, "a@bücher.example": true,
      "a": false,
      "a@": false, "@b": false, "a@b@c": false, "a b@c.d": false, ".a@b.c": false, "a@-b.c": false,
      "a@b.c\u{0A}Bcc: x@y.z": false,
    ])
  func addresses(_ address: String, _ isGood: Bool) throws {
    let text =
      "cities: [a]\noutput: o\npeople:\n  - { name: x, address: \"\(address.replacing("\n", with: "\\n"))\", cities: [a] }"
    let (order, _, _) = try read(text)
    #expect((order?.people.isEmpty == false) == isGood)
  }
}
