import Foundation
import Testing

/// Nights on days of the portal of which somebody else has written down what changed between them.
@Suite("Nights on real days", .enabled(if: FileManager.default.fileExists(atPath: RealDays.folder.path)))
struct RealNightsTests {
  /// The nights of a stretch of days; the first is the beginning.
  @Test(
    "every material change of what an item lists is told once, to those of its city, and nothing else",
    arguments: [["2026-03-14", "2026-04-14", "2026-04-15"], ["2026-05-28", "2026-05-29"]])
  func nights(_ days: [String]) async throws {
    let scratch = try Scratch()
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.data + "/portfolios")
      .sorted()
      .filter { !$0.hasPrefix(".") }
    let people = folders.map {
      "  - { name: of-\($0), address: of-\($0)@city.example, cities: [\($0)], when: daily }\n"
    }
    try scratch.write(
      "real.yaml",
      "feeds:\n  - { name: portal, source: today, complete: true }\ncities:\n"
        + folders.map { "  - \(Repository.data)/portfolios/\($0)\n" }.joined() + "people:\n" + people.joined()
        + "output: out\nmail: { maildir: mail }\n")
    var told: Set<String> = []
    for (index, day) in days.enumerated() {
      let listed = index == 0 ? [:] : try await Self.listed(on: days[index - 1], scratch)
      let link = scratch.path("today")
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: RealDays.folder.appending(path: day).path)
      let answer = try await scratch.parapet(
        "batch", "real.yaml", "--as-of", day, "--format", "json", "--quiet", "--data", Repository.data,
        "--fail-on",
        "never")
      #expect(answer.code == 0, "\(answer.errors)")
      let night = try #require(answer.json as? [String: Any])
      if index == 0 { continue }
      let truth = try RealDays.answer(days[index - 1], day)
      let material = Set(
        try RealDays.list("changed", in: truth).filter {
          $0["material"] as? Bool == true && $0["field"] as? String != "url"
        }.compactMap(RealDays.reference))
      let vanished = Set(try RealDays.list("vanished", in: truth).compactMap(RealDays.reference))
      for city in night["cities"] as? [[String: Any]] ?? [] {
        let name = city["city"] as? String ?? ""
        let changes = city["changes"] as? [[String: Any]] ?? []
        let changed = Set(
          changes.filter { $0["cause"] as? String == "call" && $0["severity"] as? String != "grey" }
            .compactMap { $0["reference"] as? String })
        let before = listed[name] ?? []
        #expect(material.intersection(before).isSubset(of: changed), "\(name) on \(day)")
        // What a call is said to have changed, somebody else saw change, come, go or come back.
        let seen = material.union(vanished)
          .union(try RealDays.list("added", in: truth).compactMap(RealDays.reference))
        #expect(changed.isSubset(of: seen), "\(name) on \(day): \(changed.subtracting(seen))")
        for change in changes {
          let fact = ["item", "reference", "kind", "field", "before", "after"].map { "\(change[$0] ?? "")" }
          #expect(told.insert(([name, day] + fact).joined(separator: "|")).inserted)
        }
      }
      // Each mail is about its person's own city.
      for mail in night["told"] as? [[String: Any]] ?? [] {
        #expect(mail["person"] as? String == "of-\(mail["city"] ?? "")")
        #expect(mail["state"] as? String == "handed")
      }
    }
    // The same day once more has nothing to tell.
    let again = try await scratch.parapet(
      "batch", "real.yaml", "--as-of", days[days.count - 1], "--format", "json", "--quiet", "--data",
      Repository.data)
    let cities = (again.json as? [String: Any])?["cities"] as? [[String: Any]] ?? []
    #expect(cities.count == folders.count)
    #expect(cities.allSatisfy { ($0["changes"] as? [Any])?.isEmpty ?? false })
  }

  /// What each city's items list on a day, by the source's references.
  private static func listed(on day: String, _ scratch: Scratch) async throws -> [String: Set<String>] {
    let answer = try await scratch.parapet(
      "shortlist", Repository.data + "/portfolios", "--as-of", day, "--format", "json", "--quiet", "--data",
      Repository.data)
    let document = try #require(answer.json as? [String: Any])
    var listed: [String: Set<String>] = [:]
    for city in document["portfolios"] as? [[String: Any]] ?? [] {
      let items = city["items"] as? [[String: Any]] ?? []
      let matches = items.flatMap { $0["matches"] as? [[String: Any]] ?? [] }
      listed[city["portfolio"] as? String ?? ""] = Set(matches.compactMap { $0["reference"] as? String })
    }
    return listed
  }
}
