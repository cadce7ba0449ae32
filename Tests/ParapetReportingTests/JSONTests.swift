import Foundation
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

struct JSONTests {
  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test(
    "every document holds to its schema",
    arguments: ["shortlist", "explain", "list", "show", "ingest", "check", "budget", "changes", "facts"],
    Language.allCases)
  func schemas(_ name: String, _ language: Language) throws {
    let document = try #require(try DocumentTests.documents(language).first { $0.name == name })
    #expect(try SchemaCheck(schema: name).problems(in: document.json) == [])
  }

  @Test("a shortlist of several portfolios holds to the same schema")
  func several() throws {
    let report = ShortlistReport(
      [Fixture.shortlist(), Fixture.shortlist(city: Fixture.city { $0.id = "montclair" })],
      words: Fixture.words(.english), edition: Fixture.edition)
    #expect(try SchemaCheck(schema: "shortlist").problems(in: report.json) == [])
    #expect(try object(report.json)["portfolio"] == nil)
  }

  @Test("the schemas refuse what is not in the contract")
  func strict() throws {
    let json = ShortlistReportTests.report(.english).json
    let check = try SchemaCheck(schema: "shortlist")
    for (from, to) in [
      ("\"verdict\"", "\"verdikt\""), ("\"ineligible\"", "\"maybe\""), ("\"100000.00\"", "\"1e5\""),
      ("\"asOf\" : \"2026-03-15\"", "\"asOf\" : \"15.3.2026\""), ("\"portfolio\"", "\"portfolios\""),
    ] where json.contains(from) {
      #expect(try !check.problems(in: json.replacing(from, with: to)).isEmpty, "\(from) → \(to)")
    }
  }

  @Test("the schemas name every code that the program can print")
  func codes() throws {
    func expect(_ schema: String, _ path: [String], _ codes: [String]) throws {
      let file = try SchemaCheck(schema: schema)
      #expect(file.codes(at: path) == codes, "\(schema) \(path)")
    }
    let match = ["$defs", "match", "properties"]
    try expect("shortlist", match + ["verdict", "enum"], Verdict.allCases.map(\.rawValue))
    try expect("shortlist", match + ["status", "enum"], DayStatus.allCases.map(\.rawValue))
    let reason = match + ["reasons", "items", "properties"]
    try expect("shortlist", reason + ["outcome", "enum"], Outcome.allCases.map(\.rawValue))
    try expect("shortlist", reason + ["grade", "enum"], Grade.allCases.map(\.rawValue))
    try expect("shortlist", reason + ["missing", "items", "enum"], Fact.allCases.map(\.rawValue))
    let addend = match + ["fit", "properties", "addends", "items", "properties", "name", "enum"]
    try expect("shortlist", addend, Fit.Name.allCases.map(\.rawValue))
    let bound = ["properties", "bounds", "items", "properties", "kind", "enum"]
    try expect("budget", bound, Bound.Kind.allCases.map(\.rawValue))
    let category = ["properties", "lines", "items", "properties", "category", "enum"]
    try expect("budget", category, CostCategory.allCases.map(\.rawValue))
    try expect(
      "list", ["properties", "opportunities", "items", "properties", "level", "enum"],
      Opportunity.Level.allCases.map(\.rawValue))
    try expect("show", ["properties", "deadlineModel", "enum"], DeadlineModel.allCases.map(\.rawValue))
    try expect("show", ["properties", "statedStatus", "enum"], Status.allCases.map(\.rawValue))
    let change = ["properties", "changes", "items", "properties"]
    try expect("changes", change + ["kind", "enum"], RecordChange.Kind.allCases.map(\.rawValue))
    try expect("changes", change + ["severity", "enum"], RecordChange.Severity.allCases.map(\.rawValue))
    let field = change + ["fields", "items", "properties", "field", "enum"]
    try expect("changes", field, FieldChange.Field.allCases.map(\.rawValue))
  }

  @Test("every document names its schema, day, knowledge and program")
  func frame() throws {
    for (name, json) in try DocumentTests.documents(.english) {
      let object = try object(json)
      #expect((object["schema"] as? [String: Any])?["name"] as? String == name)
      #expect(object["asOf"] as? String == "2026-03-15")
      #expect(object["knownOn"] is NSNull)
      #expect(object["program"] as? String == "0.1.0")
    }
  }

  @Test("the known day is printed where there is one")
  func knownOn() throws {
    var edition = Fixture.edition
    edition.knownOn = Day(year: 2026, month: 1, day: 2)
    let report = ShortlistReport([Fixture.shortlist()], words: Fixture.words(.english), edition: edition)
    #expect(try object(report.json)["knownOn"] as? String == "2026-01-02")
  }

  @Test("keys stand in byte order at every level, and a line break ends the document")
  func keys() throws {
    for (_, json) in try DocumentTests.documents(.english) {
      #expect(json.hasSuffix("}\n"))
      var stack: [String] = []
      for line in json.split(separator: "\n") {
        let indent = line.prefix { $0 == " " }.count / 2
        let rest = line.dropFirst(indent * 2)
        stack.removeLast(max(0, stack.count - indent - 1))
        while stack.count <= indent { stack.append("") }
        if rest.hasPrefix("{") || rest.hasPrefix("}") { stack[indent] = "" }
        guard rest.hasPrefix("\""), let end = rest.range(of: "\" : ") else { continue }
        let key = String(rest[rest.startIndex..<end.lowerBound])
        #expect(
          Array(stack[indent].utf8).lexicographicallyPrecedes(Array(key.utf8)),
          "\(stack[indent]) before \(key)")
        stack[indent] = key
      }
    }
  }

  @Test("a confidence prints its hundredths and nothing else")
  func confidence() throws {
    struct Body: Encodable { var values: [Double] }
    let values = (0...100).map { Double($0) / 100 }
    let json = JSONDocument("x", Fixture.edition, Body(values: values)).text
    let printed = json.split(separator: "\n").map { $0.drop { $0 == " " }.prefix { $0 != "," } }
      .filter { $0.first?.isNumber == true }
    #expect(printed.count == 101)
    for (hundredths, text) in printed.enumerated() {
      #expect(text.utf8.count <= 4 && Double(text) == Double(hundredths) / 100, "\(text)")
    }
  }

  @Test("the same list gives the same bytes")
  func reproducible() {
    #expect(ShortlistReportTests.report(.french).json == ShortlistReportTests.report(.french).json)
  }

  @Test("an unknown amount is null, never nought")
  func unknownAmounts() throws {
    let list = Fixture.shortlist(items: [Fixture.item { $0.cost = nil }])
    let items = try #require(try object(Fixture.report(list).json)["items"] as? [[String: Any]])
    let match = try #require((items[0]["matches"] as? [[String: Any]])?.first)
    #expect(match["grant"] is NSNull && match["ownContribution"] is NSNull)
  }
}
