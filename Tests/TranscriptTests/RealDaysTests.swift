import Foundation
import Testing

/// Days of the portal of which somebody else has written down what changed between them.
@Suite("Real days of the portal", .enabled(if: FileManager.default.fileExists(atPath: RealDays.folder.path)))
struct RealDaysTests {
  static let days = ["2026-03-14", "2026-04-14", "2026-04-15", "2026-05-28", "2026-05-29"]
  static let answeredFrom = [0, 1, 3]

  /// Our names of the portal's fields; its budget is one text, which holds several of ours.
  static let names = [
    "deadline": "deadlineDate", "openingDate": "startDate", "totalAmountAvailable": "budgetOverview",
    "minAwardAmount": "budgetOverview", "maxAwardAmount": "budgetOverview",
    "estimatedAwardCount": "budgetOverview",
  ]

  /// One test, since reading a day takes seconds.
  @Test("read one after the other, exactly what came, went and changed is told")
  func days() async throws {
    let scratch = try Scratch()
    var known: Set<String> = []
    var present: Set<String> = []
    for day in Self.days {
      let folder = RealDays.folder.appending(path: day)
      let answer = try await scratch.parapet(
        "ingest", folder.path, "--complete", "--read-on", day, "--format", "json", "--quiet")
      let total = try #require((answer.json as? [String: Any])?["total"] as? [String: Int])
      let now = try RealDays.references(in: folder)
      #expect(total["created"] == now.subtracting(known).count, "\(day)")
      #expect(total["missing"] == present.subtracting(now).count, "\(day)")
      #expect(total["returned"] == now.intersection(known).subtracting(present).count, "\(day)")
      #expect(total["rejected"] == 0)
      known.formUnion(now)
      present = now
    }
    for index in Self.answeredFrom {
      try await check(Self.days[index], Self.days[index + 1], scratch)
    }
  }

  private func check(_ from: String, _ to: String, _ scratch: Scratch) async throws {
    let said = try await scratch.parapet(
      "changes", "--since", to, "--known-on", to, "--as-of", to, "--format", "json")
    let changes = try RealDays.list("changes", in: try #require(said.json))
    let truth = try RealDays.answer(from, to)
    func told(_ kinds: String...) -> Set<String> {
      Set(changes.filter { kinds.contains($0["kind"] as? String ?? "") }.compactMap(RealDays.reference))
    }
    func answered(_ key: String) throws -> Set<String> {
      Set(try RealDays.list(key, in: truth).compactMap(RealDays.reference))
    }
    // What an earlier day had is no new record.
    #expect(told("created", "returned") == (try answered("added")), "\(from) to \(to)")
    #expect(told("missing") == (try answered("vanished")), "\(from) to \(to)")

    var fields: [String: [String]] = [:]
    for change in changes where change["kind"] as? String == "changed" {
      for field in change["fields"] as? [[String: Any]] ?? [] {
        let name = field["field"] as? String ?? ""
        let days = [field["old"], field["new"]].flatMap { $0 as? [String] ?? [] }
        fields["\(change["reference"] ?? "") \(Self.names[name] ?? name)"] = name == "deadline" ? days : []
      }
    }
    var expected: [String: [String]] = [:]
    for row in try RealDays.list("changed", in: truth) where row["material"] as? Bool == true {
      guard let name = row["field"] as? String, name != "url" else { continue }
      let days = [row["old"], row["new"]].flatMap { $0 as? [String] ?? [] }.map { String($0.prefix(10)) }
      expected["\(row["reference"] ?? "") \(name)"] = name == "deadlineDate" ? days : []
    }
    #expect(fields == expected, "\(from) to \(to)")
  }
}

enum RealDays {
  static let folder = Repository.root.appending(path: "../shared/feeds/sedia-days").standardizedFileURL

  static func answer(_ from: String, _ to: String) throws -> Any {
    try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "changes-\(from)-\(to).json")))
  }

  static func list(_ key: String, in document: Any) throws -> [[String: Any]] {
    try #require((document as? [String: Any])?[key] as? [[String: Any]])
  }

  static func reference(_ row: [String: Any]) -> String? { row["reference"] as? String }

  /// The references of all hits of a folder of pages.
  static func references(in folder: URL) throws -> Set<String> {
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("page")
    }
    return try pages.reduce(into: []) { references, page in
      let document = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appending(path: page)))
      references.formUnion(try list("results", in: document).compactMap(reference))
    }
  }
}
