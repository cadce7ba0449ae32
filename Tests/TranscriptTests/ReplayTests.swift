import Foundation
import Testing

/// Many nights in one run: each is the night that it would have been alone.
@Suite("A replay of nights")
struct ReplayTests {
  /// A folder in which each day has a feed of its own.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    let order = try scratch.text("night.yaml")
    try scratch.write(
      "night.yaml",
      order.replacingOccurrences(of: "source: nightly", with: "source: 'days/{day}'")
        .replacingOccurrences(of: "output: night", with: "output: told/{day}"))
    let calls = try scratch.text("nightly/calls.xml")
    for (day, deadline) in [
      ("2030-02-01", "2030-04-16"), ("2030-02-02", "2030-03-19"), ("2030-02-04", "2030-03-19"),
      ("2030-02-05", "2030-05-07"),
    ] {
      try scratch.write(
        "days/\(day)/calls.xml", calls.replacingOccurrences(of: "2030-04-16", with: deadline))
    }
    return scratch
  }

  /// Everything that nights wrote, by name.
  private func written(_ scratch: Scratch) throws -> [String: String] {
    var all: [String: String] = [:]
    for folder in ["told", "mail/new"] {
      let names =
        FileManager.default.enumerator(atPath: scratch.path(folder))?.compactMap { $0 as? String } ?? []
      for name in names {
        guard let text = try? scratch.text(folder + "/" + name) else { continue }
        all[folder + "/" + name] = text
      }
    }
    return all
  }

  private func replay(_ scratch: Scratch, _ first: String, _ last: String) async throws -> Answer {
    try await scratch.parapet([
      "batch", "night.yaml", "--as-of", first, "--until", last, "--format", "json", "--quiet",
    ])
  }

  @Test("five days in one run leave what five runs leave: pages, mails and the last report, byte for byte")
  func sameAsApart() async throws {
    let (apart, together) = (try folder(), try folder())
    var last = ""
    var codes: [Int32?] = []
    for day in 1...5 {
      let answer = try await apart.parapet([
        "batch", "night.yaml", "--as-of", "2030-02-0\(day)", "--format", "json", "--quiet",
      ])
      last = answer.output
      codes.append(answer.code)
    }
    let answer = try await replay(together, "2030-02-01", "2030-02-05")
    #expect(answer.code == 1 && codes.contains(1), "\(answer.errors)")
    #expect(answer.output == last)
    let (one, other) = (try written(apart), try written(together))
    #expect(one.count > 20)
    #expect(one == other)
    #expect(one.keys.contains { $0.hasPrefix("mail/new/") })
    // The third day has no feed, which costs that night its reading and is said.
    #expect(answer.errors.contains("2030-02-03"))
  }

  @Test("a replay goes on with the day that an earlier one had reached")
  func goesOn() async throws {
    let (whole, parted) = (try folder(), try folder())
    _ = try await replay(whole, "2030-02-01", "2030-02-05")
    _ = try await replay(parted, "2030-02-01", "2030-02-02")
    let rest = try await replay(parted, "2030-02-01", "2030-02-05")
    #expect(rest.code == 1, "\(rest.errors)")
    let (one, other) = (try written(whole), try written(parted))
    #expect(one.filter { $0.key.hasPrefix("mail") } == other.filter { $0.key.hasPrefix("mail") })
    #expect(one["told/2030-02-05/brimont/digest.json"] == other["told/2030-02-05/brimont/digest.json"])
  }

  @Test(
    "what a replay cannot be is misuse",
    arguments: [
      ["--until", "2030-02-02"], ["--as-of", "2030-02-03", "--until", "2030-02-02"],
      ["--as-of", "2030-02-01", "--until", "2030-02-02", "--dry-run"],
      ["--as-of", "2030-02-01", "--until", "2030-02-02", "--read-on", "2030-02-01"],
    ])
  func misuse(_ options: [String]) async throws {
    let scratch = try folder()
    let answer = try await scratch.parapet(["batch", "night.yaml"] + options)
    #expect(answer.code == 64)
    #expect(answer.errors.contains("--until"))
  }
}
