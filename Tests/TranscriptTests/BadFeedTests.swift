import Foundation
import Testing

/// Feeds that are broken, hostile or something else: each ends in a finding and an exit code, never in a signal.
@Suite("Bad feeds through the command line")
struct BadFeedTests {
  /// Reads a feed and expects a finding and an exit code.
  private func expect(
    _ name: String, in scratch: Scratch, finds id: String, code: Int32, created: Int = 0,
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let answer = try await scratch.parapet("ingest", name, "--format", "json", "--read-on", "2030-02-01")
    #expect(answer.code == code, "\(answer.errors)", sourceLocation: location)
    #expect(answer.errors.contains("[\(id)]"), "\(answer.errors)", sourceLocation: location)
    let total = (answer.json as? [String: Any])?["total"] as? [String: Int]
    #expect(total?["created"] == created, sourceLocation: location)
  }

  /// Canonical XML around records.
  private static func feed(_ records: String, prologue: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(prologue)<fundingOpportunities xmlns="urn:parapet:funding:1" version="1">
    \(records)</fundingOpportunities>

    """
  }

  private static func topic(_ id: String, _ content: String = "") -> String {
    "<opportunity level=\"topic\" id=\"\(id)\"><title xml:lang=\"en\">Safe\(content)</title></opportunity>\n"
  }

  @Test("RSS is never a whole list, whatever is said of it")
  func window() async throws {
    let scratch = try Scratch()
    try scratch.write("feed.rss", "<rss><channel><item><guid>A</guid><title>T</title></item></channel></rss>")
    let answer = try await scratch.parapet("ingest", "feed.rss", "--complete", "--read-on", "2030-02-01")
    #expect(answer.code == 0)
    #expect(answer.output.contains("list-rss"))
    #expect(answer.errors.contains("such a feed shows only what changed last [not-complete]"))
  }

  @Test("XML that ends in the middle keeps the whole records before")
  func truncatedXML() async throws {
    let scratch = try Scratch()
    let whole = Self.feed(Self.topic("A") + Self.topic("B"))
    try scratch.write("cut.xml", String(whole.dropLast(60)))
    try await expect("cut.xml", in: scratch, finds: "truncated-xml", code: 1, created: 1)
  }

  @Test("XML with a wrong end tag keeps the whole records before")
  func malformedXML() async throws {
    let scratch = try Scratch()
    try scratch.write("bad.xml", Self.feed(Self.topic("A") + "<opportunity></topic>"))
    try await expect("bad.xml", in: scratch, finds: "malformed-xml", code: 1, created: 1)
  }

  @Test("a document type declaration ends the reading")
  func documentType() async throws {
    let scratch = try Scratch()
    try scratch.write("dtd.xml", Self.feed(Self.topic("A"), prologue: "<!DOCTYPE fundingOpportunities>\n"))
    try await expect("dtd.xml", in: scratch, finds: "document-type-declared", code: 65)
  }

  @Test("an entity bomb is refused before it goes off")
  func entityBomb() async throws {
    let scratch = try Scratch()
    let entities = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
    let bomb = "<!DOCTYPE f [<!ENTITY a0 \"boom\">\(entities.joined())]>\n"
    try scratch.write("bomb.xml", Self.feed(Self.topic("A", "&a9;"), prologue: bomb))
    try await expect("bomb.xml", in: scratch, finds: "document-type-declared", code: 65)
  }

  @Test("an external entity is never fetched")
  func externalEntity() async throws {
    let scratch = try Scratch()
    let entity = "<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
    try scratch.write("file.xml", Self.feed(Self.topic("A", "&x;"), prologue: entity))
    let answer = try await scratch.parapet("ingest", "file.xml")
    #expect(answer.code == 65)
    #expect(!(answer.output + answer.errors).contains("root:"))
  }

  @Test("ten thousand elements in one another stop the reading, not the program")
  func deepXML() async throws {
    let scratch = try Scratch()
    let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    try scratch.write("deep.xml", Self.feed(Self.topic("A") + deep))
    try await expect("deep.xml", in: scratch, finds: "too-deep", code: 1, created: 1)
  }

  @Test("a text of 100 MB costs its record and no other", .timeLimit(.minutes(20)))
  func hugeText() async throws {
    let scratch = try Scratch()
    try scratch.write("huge.xml", Self.feed(Self.topic("A") + Self.topic("B", "§") + Self.topic("C")))
    let parts = try scratch.text("huge.xml").components(separatedBy: "§")
    let file = try FileHandle(forWritingTo: scratch.folder.appending(path: "huge.xml"))
    try file.write(contentsOf: Data(parts[0].utf8))
    let mebibyte = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<100 { try file.write(contentsOf: mebibyte) }
    try file.write(contentsOf: Data(parts[1].utf8))
    try file.close()
    try await expect("huge.xml", in: scratch, finds: "text-too-long", code: 1, created: 2)
  }

  @Test("XML that is not in the encoding that it states is refused at its place")
  func wrongEncoding() async throws {
    let scratch = try Scratch()
    let latin = Array(Self.feed(Self.topic("A") + Self.topic("B", "§")).utf8)
      .split(separator: 0xc2, maxSplits: 1).joined(separator: [])
    try scratch.write("latin.xml", latin)
    try await expect("latin.xml", in: scratch, finds: "not-utf8", code: 1, created: 1)
  }

  @Test("an encoding that nobody knows is refused")
  func unknownEncoding() async throws {
    let scratch = try Scratch()
    let text = Self.feed(Self.topic("A")).replacingOccurrences(of: "UTF-8", with: "KLINGON-1")
    try scratch.write("klingon.xml", text)
    let answer = try await scratch.parapet("ingest", "klingon.xml")
    #expect(answer.code == 65)
    #expect(answer.errors.hasPrefix("klingon.xml:"))
  }

  @Test("XML in UTF-16 is read; JSON has to be UTF-8")
  func utf16() async throws {
    let scratch = try Scratch()
    let text = Self.feed(Self.topic("A")).replacingOccurrences(of: "UTF-8", with: "UTF-16")
    func wide(_ text: String) -> [UInt8] {
      [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    }
    try scratch.write("wide.xml", wide(text))
    try scratch.write("wide.json", wide(try scratch.text("feed/page-01.json")))
    #expect(try await scratch.parapet("ingest", "wide.xml").code == 0)
    try await expect("wide.json", in: scratch, finds: "not-utf8", code: 65)
  }

  @Test("a byte that is no UTF-8 costs its record and no other")
  func invalidByte() async throws {
    let scratch = try Scratch()
    let parts = try scratch.text("feed/page-01.json").components(separatedBy: "Protection")
    try scratch.write("byte.json", Array(parts[0].utf8) + [0xff] + Array(parts.dropFirst().joined().utf8))
    let answer = try await scratch.parapet("ingest", "byte.json", "--format", "csv", "--quiet")
    #expect(answer.code == 1)
    #expect(answer.output.contains("byte.json,sedia-search,1,0,0,0,1"))
  }

  @Test("JSON that ends inside a string keeps the records before")
  func truncatedJSON() async throws {
    let scratch = try Scratch()
    try await expect("broken/cut.json", in: scratch, finds: "truncated-json", code: 1, created: 1)
  }

  @Test("JSON with a stray character keeps the records before")
  func malformedJSON() async throws {
    let scratch = try Scratch()
    let text = try scratch.text("feed/page-01.json")
    try scratch.write("stray.json", text.replacingOccurrences(of: " },\n  {", with: " },\n  ] {"))
    let answer = try await scratch.parapet("ingest", "stray.json")
    #expect(answer.code == 1, "\(answer.errors)")
    #expect(answer.output.contains("1        0"))
  }

  @Test("ten thousand lists in one another cost their record and no other")
  func deepJSON() async throws {
    let scratch = try Scratch()
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    try scratch.replace("\"Protection of quays\"", with: deep, in: "feed/page-01.json")
    let answer = try await scratch.parapet("ingest", "feed/page-01.json", "--format", "csv", "--quiet")
    #expect(answer.code == 1, "\(answer.errors)")
    #expect(answer.output.contains("sedia-search,1,0,0,0,1"))
  }

  @Test("an empty file among good ones is told and spares them")
  func emptyAmongGood() async throws {
    let scratch = try Scratch()
    try scratch.write("feed/page-00.json", "")
    try await expect("feed", in: scratch, finds: "empty-file", code: 1, created: 3)
  }

  @Test("a folder without files is unusable")
  func emptyFolder() async throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path("hollow"), withIntermediateDirectories: true)
    try await expect("hollow", in: scratch, finds: "input-unusable", code: 65)
  }

  @Test("a page about the download among the feeds is passed over with a word")
  func strangerAmongGood() async throws {
    let scratch = try Scratch()
    try scratch.write("feed/about.json", "[\"fetched in February\"]")
    try await expect("feed", in: scratch, finds: "not-a-feed", code: 0, created: 3)
  }

  @Test(
    "a file of a folder that cannot be read spares the others",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func unreadableAmongGood() async throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("feed/page-00.json"), withDestinationPath: "/proc/self/mem")
    try await expect("feed", in: scratch, finds: "unreadable-file", code: 1, created: 3)
  }

  @Test("of very many findings fifty are shown and the rest are counted")
  func manyFindings() async throws {
    let scratch = try Scratch()
    let records = String(repeating: "{\"metadata\": 1},", count: 1200)
    try scratch.write("many.json", "{\"results\": [\(records) {\"metadata\": 1}]}")
    let answer = try await scratch.parapet("ingest", "many.json")
    #expect(answer.code == 65)
    #expect(answer.errors.printedLines.count { $0.contains("[malformed-record]") } == 50)
    #expect(answer.errors.contains("… and 1151 more"))
    #expect(answer.output.contains("1,201"))
  }
}
