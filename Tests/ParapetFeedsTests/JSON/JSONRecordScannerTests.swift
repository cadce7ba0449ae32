import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Records of a JSON list")
struct JSONRecordScannerTests {
  @Test("records are found with their bytes, wherever the list stands in the object")
  func records() {
    #expect(
      scan(#"{"a": {"results": [0]}, "results": [ {"x": [1, {}]} , {} ], "b": "]"}"#).records
        == [#"{"x": [1, {}]}"#, "{}"])
  }

  @Test("brackets and quotation marks inside strings do not count")
  func strings() {
    #expect(scan(#"{"results": [{"x": "}]\"\\"}, {"\\": "[{"}]}"#).records.count == 2)
  }

  @Test(
    "every kind of value is passed over outside the list",
    arguments: ["-1.5e+3", "true", "null", "\"\"", "[]"])
  func values(value: String) {
    #expect(scan(#"{"a":\#(value),"results":[{}],"b":\#(value)}"#).records == ["{}"])
  }

  @Test("an empty list has no records and no fault")
  func emptyList() {
    #expect(scan(#"{"results": []}"#) == Scan())
  }

  @Test("records that are no objects are handed on, for their decoder to judge")
  func scalars() {
    #expect(scan(#"{"results": [1, "a", null]}"#).records == ["1", "\"a\"", "null"])
  }

  @Test("a record's place counts lines, and columns in characters")
  func places() {
    let scan = scan("{\"é🏙️\": 1, \"results\": [{},\r\n\n  {}]}")
    #expect(scan.marks.map(\.position.line) == [1, 3])
    #expect(scan.marks.map(\.position.column) == [24, 3])
    #expect(scan.marks.map(\.number) == [0, 1])
  }

  @Test("lines are counted beyond sixteen bits")
  func manyLines() {
    let scan = scan("{\"results\": [" + String(repeating: "\n", count: 70_000) + "  {}]}")
    #expect(scan.marks.first?.position.line == 70_001)
    #expect(scan.marks.first?.position.column == 3)
  }

  @Test("a record that is too large is refused alone")
  func tooLarge() {
    let big = "{\"x\":\"" + String(repeating: "y", count: 100) + "\"}"
    let scan = scan("{\"results\":[{},\(big),{}]}", limits: .init(recordBytes: 50))
    #expect(scan.records == ["{}", "{}"])
    #expect(scan.refused == ["too large: 1"])
  }

  @Test("quirk 26: a record that is nested too deep is refused alone, however deep")
  func tooDeep() {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let scan = scan("{\"results\":[{},{\"x\":\(deep)},{}]}")
    #expect(scan.records == ["{}", "{}"])
    #expect(scan.refused == ["too deep: 1"])
  }

  @Test("the deepest nesting that is accepted passes")
  func deepEnough() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(scan("{\"results\":[\(deep)]}").records.count == 1)
    #expect(scan("{\"results\":[[\(deep)]]}").refused.count == 1)
  }

  @Test("more records than accepted end the reading after those that are")
  func tooMany() {
    let scan = scan(#"{"results":[1,2,3,4]}"#, limits: .init(records: 3))
    #expect(scan.records.count == 3)
    #expect(scan.fault?.kind == .tooMany(3))
  }

  @Test(
    "a broken shape is one fault at its place, after the whole records before it",
    arguments: [
      (#"{"results":[{}}"#, 15, 1), (#"{"results":[{} {}]}"#, 16, 1), (#"{"results":[{},]}"#, 16, 1),
      (#"{"results":{}}"#, 12, 0), (#"{"results" []}"#, 12, 0), (#"{results:[]}"#, 2, 0),
      (#"{"results":[{}]},"#, 17, 1), (#"{"results":[{}]} {}"#, 18, 1), (#"{"a":1,}"#, 8, 0),
      (#"{"results":[{"a":[}]}"#, 19, 0), (#"{"a":x}"#, 6, 0), ("[]", 1, 0), (#"{"results":[{}]]"#, 16, 1),
    ])
  func malformed(text: String, column: Int, whole: Int) {
    let scan = scan(text)
    #expect(scan.records.count == whole)
    #expect(scan.fault?.position.column == column)
    guard case .malformed = scan.fault?.kind else {
      Issue.record("the fault is \(String(describing: scan.fault))")
      return
    }
  }

  @Test("the end inside a record names the record")
  func truncated() {
    let fault = scan(#"{"results":[{},{"a":"b"#).fault
    #expect(fault?.kind == .truncated)
    #expect(fault?.path == "$.results[1]")
  }

  @Test("nothing but white space is empty", arguments: ["", " \n\t"])
  func empty(text: String) {
    #expect(scan(text).fault?.kind == .empty)
  }

  @Test("an object without the list is complete and says so by its keys")
  func noList() {
    var scanner = JSONRecordScanner(places: [JSONPlace(keys: ["results"])])
    Array(#"{"date": "x", "hits": {"results": []}}"#.utf8).withUnsafeBytes { scanner.push($0) { _ in } }
    #expect(scanner.isComplete)
    #expect(scanner.found == nil)
    #expect(scanner.keys == ["date", "hits"])
  }

  @Test("records are found in an object inside, with their path, and so is a single one")
  func otherPlaces() {
    let further = [JSONPlace(keys: ["data", "list"]), JSONPlace(keys: ["one"], isList: false)]
    let text = #"{"list":[0],"data":{"x":{"list":[1]},"list":[2,{}],"y":"}"},"one":{"a":[]},"two":{}}"#
    let whole = scan(text, further: further)
    #expect(whole.records == ["2", "{}", #"{"a":[]}"#])
    #expect(whole.marks.map(\.path) == ["$.data.list[0]", "$.data.list[1]", "$.one"])
    #expect(whole.fault == nil)
    for size in 1...12 { #expect(scan(text, further: further, cutEvery: size) == whole) }
  }

  @Test(
    "a place that holds something else is a fault, and a way that leads nowhere is passed over",
    arguments: [
      (#"{"data":{"list":{}}}"#, 17, "'list' should be a list"),
      (#"{"one":[]}"#, 8, "'one' should be an object"),
      (#"{"data":[1],"one":null}"#, 19, "'one' should be an object"), (#"{"data":{"x":1,}}"#, 16, "a key"),
    ])
  func wrongPlaces(text: String, column: Int, expectation: String) {
    let further = [JSONPlace(keys: ["data", "list"]), JSONPlace(keys: ["one"], isList: false)]
    let fault = scan(text, further: further).fault
    #expect(fault?.position.column == column)
    guard case .malformed(let message) = fault?.kind else {
      Issue.record("the fault is \(String(describing: fault))")
      return
    }
    #expect(message.english.contains(expectation))
  }

  @Test("memory of an endless key is bounded")
  func endlessKey() {
    let key = String(repeating: "k", count: 100_000)
    #expect(scan("{\"\(key)\": 1, \"results\": [{}]}").records == ["{}"])
  }

  @Test("every cut gives the same, faults included", arguments: 1...12)
  func cuts(size: Int) {
    for text in [
      "{\"é🏙️\": [\"\\\"\"], \"results\": [{\"a\": \"\\\\\"},\n 12 , {}] }\n", "{\"results\":[{},\n{]}",
      "{\"results\":[{},{", "{\"a\":tru", "{\"results\":[1,2] x",
    ] {
      #expect(scan(text, cutEvery: size) == scan(text))
    }
  }
}

/// What a scan has found.
private struct Scan: Equatable {
  var records: [String] = []
  var marks: [JSONRecordScanner.Mark] = []
  var refused: [String] = []
  var fault: JSONFault?
}

private func scan(
  _ text: String, further: [JSONPlace] = [], limits: JSONRecordScanner.Limits = .init(),
  cutEvery size: Int = .max
) -> Scan {
  var scan = Scan()
  var scanner = JSONRecordScanner(places: [JSONPlace(keys: ["results"])] + further, limits: limits)
  let note = { (event: JSONRecordScanner.Event) in
    switch event {
    case .record(let bytes, let mark):
      scan.records.append(String(decoding: bytes, as: UTF8.self))
      scan.marks.append(mark)
    case .tooLarge(let mark): scan.refused.append("too large: \(mark.number)")
    case .tooDeep(let mark): scan.refused.append("too deep: \(mark.number)")
    case .broken(let fault): scan.fault = fault
    }
  }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    Array(rest.prefix(size)).withUnsafeBytes { scanner.push($0, note) }
    rest = rest.dropFirst(size)
  }
  scanner.finish(note)
  return scan
}
