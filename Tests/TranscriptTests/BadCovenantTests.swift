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

  /// Tables with one mistake, where it stands, and what it is called.
  struct Mistake: Sendable {
    var files: [String: String]
    var place: String
    var id: String

    init(_ files: [String: String], _ place: String, _ id: String) {
      (self.files, self.place, self.id) = (files, place, id)
    }
  }

  static let indicators = """
    id,item,unit,direction,baseline,baseline_day,target,target_day
    points,bollards,points,up,0,2029-01-01,9,2031-01-01

    """
  static let states = "item,day,state,spent\nbollards,2029-01-01,running,500\n"
  static let checks = "item,check,answer\n"

  static let mistakes: [Mistake] = [
    Mistake(
      ["progress.csv": states + "bollards,2029-02-01,applied,600\n"], "progress.csv:3:21", "state-goes-back"),
    Mistake(
      ["progress.csv": states + "bollards,2029-02-01,running,6\n"], "progress.csv:3:29", "spent-lessens"),
    Mistake(
      ["progress.csv": states + "bollards,2029-02-01,sleeping,600\n"], "progress.csv:3:21", "unknown-state"),
    Mistake(
      ["progress.csv": states + "boulders,2029-02-01,running,600\n"], "progress.csv:3:1", "unknown-item"),
    Mistake(
      ["indicators.csv": indicators, "readings.csv": "indicator,day,value\npoints,2028-12-31,2\n"],
      "readings.csv:2:8", "reading-before-baseline"),
    Mistake(
      ["indicators.csv": indicators, "readings.csv": "indicator,day,value\npoint,2029-12-31,2\n"],
      "readings.csv:2:1", "unknown-indicator"),
    Mistake(
      ["indicators.csv": indicators + "points,bollards,metres,up,,,,\n"], "indicators.csv:3:1",
      "two-definitions"),
    Mistake(
      ["indicators.csv": indicators.replacing(",up,", with: ",sideways,")], "indicators.csv:2:24",
      "unknown-direction"),
    Mistake(["sites.csv": "id,name,category\nquay,Quay,squair\n"], "sites.csv:2:11", "unknown-site-category"),
    Mistake(["checklist.csv": checks + "bollards,swd-phisical,yes\n"], "checklist.csv:2:10", "unknown-check"),
    Mistake(
      ["checklist.csv": checks + "bollards,swd-physical,perhaps\n"], "checklist.csv:2:23",
      "unknown-check-answer"),
    Mistake(
      ["checklist.csv": checks + "bollards,swd-physical,yes\nbollards,swd-physical,no\n"],
      "checklist.csv:2:10", "second-check-answer"),
  ]

  @Test("a line that cannot be is told at its place, in both languages", arguments: mistakes)
  func told(_ mistake: Mistake) async throws {
    for language in ["en", "fr"] {
      let answer = try await check(mistake.files, ["--lang", language])
      #expect(answer.code == 1)
      let lines = answer.output.printedLines.filter {
        $0.hasPrefix("city/\(mistake.place): ") && $0.hasSuffix("[\(mistake.id)]")
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
    let checked = try await scratch.parapet("check", "city", "--as-of", "2030-03-01")
    #expect(checked.code == 1 && checked.output.contains("[joined-in-future]"), "\(checked.output)")
    // What is stated and refused is never told as not stated.
    let told = try await scratch.parapet("progress", "city", "--as-of", "2030-03-01")
    #expect(!told.output.contains("does not say when its council joined"), "\(told.output)")
  }

  @Test("a plan that was voted before the council joined is told, and its vote is not counted")
  func votedBefore() async throws {
    let scratch = try Scratch()
    try scratch.replace(
      "currency: EUR\n", with: "currency: EUR\ncovenant: { joined: 2029-03-01, plan: 2028-03-01 }\n",
      in: "city/city.yaml")
    for language in ["en", "fr"] {
      let answer = try await scratch.parapet("check", "city", "--as-of", "2030-03-01", "--lang", language)
      #expect(answer.code == 1 && answer.output.contains("[plan-before-joined]"), "\(answer.output)")
    }
    let plan = try await scratch.parapet("action-plan", "city", "--as-of", "2029-06-01", "--format", "json")
    let duties = (plan.json as? [String: Any])?["duties"] as? [String: Any]
    #expect(duties?["reportDue"] as? String == "2032-03-01", "\(plan.output)")
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
