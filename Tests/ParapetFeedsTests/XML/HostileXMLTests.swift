import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

private let rootTag = "<fundingOpportunities xmlns=\"urn:parapet:funding:1\" version=\"1\">"

@Test("an empty file and a blank file are empty", arguments: ["", " \n\t\n", "\u{FEFF}"])
func emptyFile(text: String) {
  let all = events(of: text.utf8)
  #expect(all.count == 1)
  #expect(all.broken.map(\.id) == ["empty-file"])
}

@Test("a document without records is neither empty nor broken")
func noRecords() {
  #expect(events(of: document("").utf8).isEmpty)
}

@Test(
  "what is no XML at all is malformed in its first line",
  arguments: ["{\"results\":[]}", "id,title\n1,2\n", "%PDF-1.7"])
func noXML(text: String) {
  let all = events(of: text.utf8)
  #expect(all.broken.map(\.id) == ["malformed-xml"])
  #expect(all.broken.first?.place.line == 1)
}

@Test(
  "quirk 26: a document type declaration ends the reading before anything is declared",
  arguments: [
    "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE a PUBLIC \"x\" \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE a [<!ENTITY e \"x\">]>",
  ])
func documentType(declaration: String) {
  let all = events(
    of: ("<?xml version=\"1.0\"?>\n " + declaration + rootTag + topic("T", "<keyword>&e;</keyword>")
      + "</fundingOpportunities>").utf8)
  #expect(all.count == 1)
  #expect(all.broken.map(\.id) == ["document-type-declared"])
  #expect(all.broken.first?.place == Diagnostic.Place(file: "feed.xml", line: 2, column: 2))
}

@Test("quirk 26: an entity bomb is stopped at its declaration")
func entityBomb() {
  var bomb = "<!DOCTYPE b [<!ENTITY a0 \"ha\">"
  for level in 1...30 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
  let clock = ContinuousClock()
  let time = clock.measure {
    let all = events(of: (bomb + "]>" + rootTag + "&a30;</fundingOpportunities>").utf8)
    #expect(all.broken.map(\.id) == ["document-type-declared"])
  }
  #expect(time < .seconds(1))
}

@Test("quirk 26: an external entity is not read")
func externalEntity() {
  let text =
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + rootTag
    + topic("T", "<keyword>&x;</keyword>")
  let all = events(of: text.utf8)
  #expect(all.records.isEmpty)
  #expect(all.broken.count == 1)
}

@Test("quirk 26: ten thousand elements inside one another end the reading, and the records before count")
func deepNesting() {
  let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
  let all = events(of: document(topic("A") + "\n" + deep).utf8)
  #expect(all.opportunities.map(\.identifier) == ["A"])
  #expect(all.broken.map(\.id) == ["too-deep"])
  #expect(all.broken.first?.place == Diagnostic.Place(file: "feed.xml", line: 4, column: 63 * 3 + 1))
}

@Test("quirk 26: a text node of 100 MB rejects its record, in little memory, and its neighbours survive")
func hugeText() async {
  // In a process of its own, since the peak of memory is one for all tests of a process.
  await #expect(processExitsWith: .success) {
    var reader = CanonicalReader(file: "feed.xml")
    var all: [FeedEvent] = []
    func push(_ text: String) {
      Array(text.utf8).withUnsafeBytes { reader.push($0) { all.append($0) } }
    }
    push(rootTag + topic("A") + "<opportunity level=\"call\" id=\"B\"><title>")
    let chunk = String(repeating: "0123456789abcde\n", count: 1 << 16)
    push(chunk)
    let before = peakMemory()
    for _ in 1..<100 { push(chunk) }
    push("</title></opportunity>" + topic("C") + "</fundingOpportunities>")
    reader.finish { all.append($0) }
    #expect(all.opportunities.map(\.identifier) == ["A", "C"])
    #expect(all.rejected.map(\.id) == ["text-too-long"])
    #expect(all.broken.isEmpty)
    if let before, let after = peakMemory() { #expect(after - before < 16 << 10) }
  }
}

@Test("text up to the limit is kept, and one byte more is not")
func textLimit() {
  let limits = XMLLimits(textBytes: 10)
  let short = "<opportunity level=\"call\" id=\"A\"><title>0123456789</title></opportunity>"
  let long = "<opportunity level=\"call\" id=\"A\"><title>0123456789x</title></opportunity>"
  #expect(events(of: document(short).utf8, limits: limits).records.count == 1)
  #expect(events(of: document(long).utf8, limits: limits).rejected.map(\.id) == ["text-too-long"])
}

@Test("a record of too many bytes is rejected alone, also where comments make it large")
func recordLimit() {
  let limits = XMLLimits(recordBytes: 20_000)
  let comment = "<!--" + String(repeating: "x", count: 19_990) + "-->"
  let elements = (0..<2000).map { "<keyword>\($0)</keyword>" }.joined()
  let all = events(
    of: document(topic("A") + topic("B", comment) + topic("C", elements) + topic("D")).utf8, limits: limits)
  #expect(all.opportunities.map(\.identifier) == ["A", "D"])
  #expect(all.rejected.map(\.id) == ["record-too-large", "record-too-large"])
}

@Test("a record of too many elements is rejected alone")
func elementLimit() {
  let many = String(repeating: "<keyword/>", count: 50)
  let all = events(of: document(topic("A", many) + topic("B")).utf8, limits: XMLLimits(recordElements: 40))
  #expect(all.opportunities.map(\.identifier) == ["B"])
  #expect(all.rejected.map(\.id) == ["record-too-large"])
}

@Test("a document of too many records ends at the limit")
func recordCountLimit() {
  let all = events(of: document(topic("A") + topic("B") + topic("C")).utf8, limits: XMLLimits(records: 2))
  #expect(all.records.count == 2)
  #expect(all.broken.map(\.id) == ["too-many-records"])
}

@Test("too many attributes, or too long ones, end the reading")
func attributeLimits() {
  let many = (0..<65).map { " a\($0)=\"\"" }.joined()
  let long = " a=\"" + String(repeating: "x", count: 70_000) + "\""
  for attributes in [many, long] {
    let all = events(of: document(topic("A") + "<opportunity\(attributes)/>").utf8)
    #expect(all.records.count == 1)
    #expect(all.broken.map(\.id) == ["too-many-attributes"])
  }
}

@Test("a tag with a million attributes costs no more than its first bytes")
func attributeFlood() {
  let flood = "<opportunity" + (0..<1_000_000).map { " a\($0)=\"\"" }.joined() + "/>"
  let clock = ContinuousClock()
  let time = clock.measure {
    #expect(events(of: document(flood).utf8).broken.map(\.id) == ["token-too-long"])
  }
  #expect(time < .seconds(5))
}

@Test("a comment that never ends is given up")
func endlessComment() {
  let all = events(of: (rootTag + topic() + "<!--" + String(repeating: "x", count: 400_000)).utf8)
  #expect(all.records.count == 1)
  #expect(all.broken.map(\.id) == ["token-too-long"])
}

@Test("Latin-1 bytes in a file that says UTF-8 end the reading where they stand")
func latinDeclaredAsUTF8() {
  var bytes = Array(document(topic("A") + "\n" + topic("B", "<keyword>caf#</keyword>")).utf8)
  if let index = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes[index] = 0xE9 }
  let all = events(of: bytes)
  #expect(all.opportunities.map(\.identifier) == ["A"])
  #expect(all.broken.map(\.id) == ["not-utf8"])
  #expect(all.broken.first?.place == Diagnostic.Place(file: "feed.xml", line: 4, column: 88))
}

@Test("Latin-1 that is declared is read")
func latinDeclared() {
  let text = document("\n" + topic("B", "<keyword>café</keyword>")).replacing("UTF-8", with: "ISO-8859-1")
  let all = events(of: text.unicodeScalars.map { UInt8($0.value) }, pieces: 3)
  #expect(all.opportunities.first?.keywords.first?.text == "café")
  #expect(all.records.first?.place == Diagnostic.Place(file: "feed.xml", line: 4, column: 1))
}

@Test("an encoding that nobody knows is named")
func unknownEncoding() {
  let all = events(of: document(topic()).replacing("UTF-8", with: "KLINGON-8").utf8)
  #expect(all.broken.map(\.id) == ["unknown-encoding"])
}

@Test(
  "UTF-16 with a byte order mark is read, both ways round and however cut", arguments: [false, true],
  [1, 3, 1000, 100_000])
func utf16(isBigEndian: Bool, size: Int) {
  let records = (0..<200).map { topic("é\($0)", "<keyword>sûreté 😀</keyword>") }.joined(separator: "\n")
  let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + document(records).drop { $0 != "\n" }
  let bytes = ("\u{FEFF}" + text).utf16.flatMap {
    isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
  }
  let all = events(of: bytes, pieces: size)
  #expect(all.opportunities.map(\.identifier) == (0..<200).map { "é\($0)" })
  #expect(all.records.map(\.place.line) == (3..<203).map { $0 })
  #expect(all.broken.isEmpty)
}

@Test("half a UTF-16 character ends the reading, and the records before it count")
func utf16Cut() {
  let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + document(topic("A")).drop { $0 != "\n" }
  var units = Array(text.utf16)
  units.insert(0xD800, at: units.count - 24)
  let padding = Array(repeating: UInt16(0x20), count: 20_000)
  units.insert(contentsOf: padding, at: units.count - 25)
  units.insert(contentsOf: padding, at: units.count - 24)
  let all = events(of: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  #expect(all.opportunities.map(\.identifier) == ["A"])
  #expect(all.broken.map(\.id) == ["not-utf8"])
}

/// The most memory that this process has had, in KiB, where the system tells.
private func peakMemory() -> Int? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
  else { return nil }
  return line.split(separator: " ", omittingEmptySubsequences: true).dropFirst().first.flatMap {
    Int($0.trimmingCharacters(in: .whitespaces))
  }
}
