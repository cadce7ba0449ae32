import Foundation
import Testing

/// Tables of the Covenant with mistakes: each is told at its place, and the rest counts.
@Suite("Bad tables of the Covenant through the command line")
struct BadCovenantTests {
  private func check(_ files: [String: String], _ arguments: [String] = []) async throws -> Answer {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write("city/" + name, text) }
    return try await scratch.parapet(
      ["check", "city", "--as-of", "2030-03-01", "--data", Repository.data] + arguments)
  }

  private static let indicators =
    "id,item,unit,direction,baseline,baseline_day,target,target_day\n"
    + "points,bollards,points,up,0,2029-01-01,9,2031-01-01\n"

  @Test(
    "a line that cannot be is told at its place, and the lines beside it are read",
    arguments: [
      (
        [
          "progress.csv":
            "item,day,state,spent\nbollards,2029-01-01,running,5\nbollards,2029-02-01,applied,6\n"
        ],
        "progress.csv:3:21", "state-goes-back"
      ),
      (
        [
          "progress.csv":
            "item,day,state,spent\nbollards,2029-01-01,running,500\nbollards,2029-02-01,running,6\n"
        ],
        "progress.csv:3:29", "spent-lessens"
      ),
      (
        ["progress.csv": "item,day,state\nbollards,2029-01-01,sleeping\n"], "progress.csv:2:21",
        "unknown-state"
      ),
      (["progress.csv": "item,day,state\nboulders,2029-01-01,running\n"], "progress.csv:2:1", "unknown-item"),
      (
        ["indicators.csv": indicators, "readings.csv": "indicator,day,value\npoints,2028-12-31,2\n"],
        "readings.csv:2:8", "reading-before-baseline"
      ),
      (
        ["indicators.csv": indicators, "readings.csv": "indicator,day,value\npoint,2029-12-31,2\n"],
        "readings.csv:2:1", "unknown-indicator"
      ),
      (
        ["indicators.csv": indicators + "points,bollards,metres,up,,,,\n"], "indicators.csv:3:1",
        "two-definitions"
      ),
      (
        ["indicators.csv": indicators.replacing("up", with: "sideways")], "indicators.csv:2:24",
        "unknown-direction"
      ),
      (["sites.csv": "id,name,category\nquay,Quay,squair\n"], "sites.csv:2:11", "unknown-site-category"),
      (
        ["checklist.csv": "item,check,answer\nbollards,swd-phisical,yes\n"], "checklist.csv:2:10",
        "unknown-check"
      ),
      (
        ["checklist.csv": "item,check,answer\nbollards,swd-physical,perhaps\n"], "checklist.csv:2:23",
        "unknown-check-answer"
      ),
      (
        ["checklist.csv": "item,check,answer\nbollards,swd-physical,yes\nbollards,swd-physical,no\n"],
        "checklist.csv:2:10", "second-check-answer"
      ),
    ])
  func told(_ files: [String: String], _ place: String, _ id: String) async throws {
    for language in ["en", "fr"] {
      let answer = try await check(files, ["--lang", language])
      #expect(answer.code == 1)
      let lines = answer.output.printedLines.filter {
        $0.hasPrefix("city/\(place): ") && $0.hasSuffix("[\(id)]")
      }
      #expect(lines.count == 1, "\(answer.output)")
    }
  }

  @Test("a council that joins after the day judged is told, and no duty counts")
  func joinedLater() async throws {
    let scratch = try Scratch()
    try scratch.replace(
      "currency: EUR\n", with: "currency: EUR\ncovenant: { joined: 2031-01-31 }\n", in: "city/city.yaml")
    for command in ["action-plan", "progress"] {
      let answer = try await scratch.parapet(command, "city", "--as-of", "2030-03-01", "--format", "json")
      #expect(answer.code == 1)
      #expect(answer.errors.contains("city/city.yaml:") && answer.errors.contains("[joined-in-future]"))
      let body = answer.json as? [String: Any]
      #expect(body?["duties"] is NSNull)
    }
  }

  @Test("a partner’s promise that is no amount is told, and the partner is read")
  func badPromise() async throws {
    let scratch = try Scratch()
    try scratch.replace(
      "population: 61000 }", with: "population: 61000, own-contribution: { 2030: much } }",
      in: "city/city.yaml")
    let answer = try await scratch.parapet("check", "city", "--as-of", "2030-03-01")
    #expect(answer.code == 1 && answer.output.contains("[bad-amount]"), "\(answer.output)")
  }
}
