import ParapetModel
import Testing

@testable import ParapetFeeds

@Test("cut into pieces of any size, a feed gives the same events", arguments: 1...80)
func cutAnywhere(size: Int) {
  #expect(events(of: smallFeed.utf8, pieces: size) == events(of: smallFeed.utf8))
}

@Test(
  "a feed of several blocks gives the same events however it is cut", arguments: [1, 7, 4095, 16_383, 16_385])
func cutAcrossBlocks(size: Int) {
  let records = (0..<300).map {
    topic("Ü-\($0)", "<description>“\(String(repeating: "é€😀", count: 40))”</description>")
  }
  let text = document(records.joined(separator: "\n"))
  let whole = events(of: text.utf8)
  #expect(whole.records.count == 300)
  #expect(events(of: text.utf8, pieces: size) == whole)
}

@Test("truncated at any byte, the whole records before survive with one finding")
func truncatedAnywhere() {
  let bytes = Array(smallFeed.utf8)
  let ends = smallFeed.ranges(of: "</opportunity>").map {
    smallFeed.utf8.distance(from: smallFeed.startIndex, to: $0.upperBound)
  }
  for count in 1..<bytes.count {
    let all = events(of: bytes.prefix(count))
    let whole = ends.filter { $0 <= count }.count
    #expect(all.records.count + all.rejected.count == whole, "at byte \(count)")
    #expect(all.broken.map(\.id) == ["truncated-xml"], "at byte \(count)")
  }
}

@Test("a truncated feed says where it ends and what was open")
func truncationIsPlaced() {
  let finding = events(
    of:
      "<fundingOpportunities xmlns=\"urn:parapet:funding:1\" version=\"1\">\n<opportunity level=\"call\" id=\"A\">\n <title>é"
      .utf8
  ).broken.first
  #expect(finding?.place == Diagnostic.Place(file: "feed.xml", line: 3, column: 10))
  #expect(finding?.message.contains("'title', which opens in line 3") == true)
}

@Test(
  "malformed in the middle, the records before survive with one finding in its line",
  arguments: [
    "</title>", "<a b=c/>", "&nosuch;", "<opportunity level=\"call\" level=\"call\"/>",
    "<x:y/>", "\u{1}",
  ])
func malformedInTheMiddle(fault: String) {
  let all = events(of: document(topic("A") + "\n" + topic("B", "\n" + fault) + topic("C")).utf8)
  #expect(all.opportunities.map(\.identifier) == ["A"])
  #expect(all.broken.map(\.id) == ["malformed-xml"])
  #expect(all.broken.first?.place.line == 5)
}

@Test("something after the root is malformed, and the records count")
func contentAfterTheRoot() {
  for rest in ["x", "<more/>", "\u{1}"] {
    let all = events(of: (document(topic()) + rest).utf8)
    #expect(all.records.count == 1)
    #expect(all.broken.map(\.id) == ["malformed-xml"])
  }
}

@Test("lines and columns are exact beyond line 65535")
func deepLines() {
  let padding = String(repeating: "\n", count: 70_000)
  let text = document(topic("A") + padding + "<!-- é -->" + topic("B", "<status>x</status>") + "\n")
  let all = events(of: text.utf8, isCurated: true)
  let column =
    "<!-- é --><opportunity level=\"topic\" id=\"B\"><title xml:lang=\"en\">Safe squares</title>"
    .unicodeScalars.count + 1
  #expect(all.rejected.first?.place == Diagnostic.Place(file: "feed.xml", line: 70_003, column: column))
}

@Test("lines are exact where the document breaks beyond line 65535")
func deepBreak() {
  let text = document(topic("A") + String(repeating: "\n", count: 70_000) + "  &nosuch;")
  #expect(events(of: text.utf8).broken.first?.place.line == 70_003)
}

@Test("columns count characters, also after CDATA and in one long line")
func longLine() {
  let filler = "<description><![CDATA[é😀€]]></description>"
  let text = document((0..<2000).map { topic("A\($0)", filler) }.joined() + "<opportunity id=\"Z\"/>")
  let column =
    (text.split(separator: "\n")[2].unicodeScalars.count) - "<opportunity id=\"Z\"/>".unicodeScalars.count + 1
  #expect(events(of: text.utf8).rejected.first?.place.column == column)
}

@Test("a tag over several lines stands where it begins")
func multilineTag() {
  let text = document("  <opportunity\n    level=\"call\"\n    id=\"Ä\"\n  ><title>x</title></opportunity>")
  #expect(
    events(of: text.utf8).records.first?.place == Diagnostic.Place(file: "feed.xml", line: 3, column: 3))
}

@Test("windows line ends count as one line")
func windowsLines() {
  let text = document("\n" + topic()).replacing("\n", with: "\r\n")
  #expect(
    events(of: text.utf8).records.first?.place == Diagnostic.Place(file: "feed.xml", line: 4, column: 1))
}

@Test("quirk 26: a byte order mark, comments and an instruction may stand before the root")
func prologue() {
  let text =
    "<!-- é --><?style none?>\n\n\(String(repeating: " ", count: 9000))\n"
    + document(topic()).drop { $0 != "\n" }
  let plain = events(of: text.utf8)
  #expect(plain.records.first?.place.line == 6)
  #expect(events(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == plain)
}

@Test("a byte order mark is no column")
func byteOrderMark() {
  let text =
    "<fundingOpportunities xmlns=\"urn:parapet:funding:1\" version=\"1\">" + topic()
    + "</fundingOpportunities>"
  let plain = events(of: text.utf8)
  #expect(plain.records.first?.place.column == 65)
  #expect(events(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == plain)
}
