import Foundation
import Testing

/// Nights through the command line: each test has a folder, a catalogue and a Maildir of its own.
@Suite("Nights")
struct NightTests {
  /// The nights of one folder.
  private struct Nights {
    let scratch: Scratch
    var file = "night.yaml"

    init() throws { scratch = try Scratch() }

    /// Does the night of a day.
    func night(_ day: String, _ options: String...) async throws -> Morning {
      let answer = try await scratch.parapet(
        ["batch", file, "--as-of", day, "--format", "json", "--quiet"] + options)
      return Morning(answer)
    }

    /// Makes the feed say something else.
    func say(_ old: String, _ new: String) throws {
      try scratch.replace(old, with: new, in: "nightly/calls.xml")
    }

    /// The mails in a Maildir, by name.
    func mails(_ folder: String = "mail") throws -> [String: String] {
      guard FileManager.default.fileExists(atPath: scratch.path(folder + "/new")) else { return [:] }
      return Dictionary(
        uniqueKeysWithValues: try scratch.names(in: folder + "/new").map {
          ($0, try scratch.text(folder + "/new/" + $0))
        })
    }
  }

  /// What a night printed.
  private struct Morning {
    let code: Int32?
    let errors: String
    let output: String
    let json: [String: Any]

    init(_ answer: Answer) {
      code = answer.code
      errors = answer.errors
      output = answer.output
      json = answer.json as? [String: Any] ?? [:]
    }

    /// The changes of a city.
    func changes(_ city: String) -> [[String: Any]] {
      let cities = json["cities"] as? [[String: Any]] ?? []
      return cities.first { $0["city"] as? String == city }?["changes"] as? [[String: Any]] ?? []
    }

    /// The state of a city.
    func state(_ city: String) -> String? {
      let cities = json["cities"] as? [[String: Any]] ?? []
      return cities.first { $0["city"] as? String == city }?["state"] as? String
    }

    /// The people who were told, with how that went.
    var told: [String: String] {
      Dictionary(
        (json["told"] as? [[String: Any]] ?? []).map {
          ($0["person"] as? String ?? "", $0["state"] as? String ?? "")
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  @Test("the first night is a beginning: everything is kept and written, and nobody is told")
  func beginning() async throws {
    let nights = try Nights()
    let first = try await nights.night("2030-02-01")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.state("brimont") == "baseline")
    #expect(first.changes("brimont").isEmpty)
    #expect(try nights.mails().isEmpty)
    let names = try nights.scratch.names(in: "night/brimont")
    #expect(
      names.filter { !$0.hasPrefix("brief") } == [
        "calendar.ics", "digest.html", "digest.json", "digest.txt", "shortlist.csv",
      ])
    #expect(try nights.scratch.text("night/night.json") == first.output)
  }

  @Test(
    "a call that our own file has, too, stays what both say of it, whether it closes with its record or later",
    arguments: [
      (deadline: "2030-06-15", before: "2030-06-10", after: "2030-06-20", told: 1),
      (deadline: "2030-04-16", before: "2030-04-10", after: "2030-04-20", told: 0),
    ])
  func knownCall(deadline: String, before: String, after: String, told: Int) async throws {
    let nights = try Nights()
    try nights.say("SAFE-2030-2", "SAFE-2030-1")
    try nights.say("2030-04-16</deadline>", deadline + "</deadline>")
    let rate = "<fundingRate max=\"80\"/>\n    </funding>"
    try nights.say(rate, rate + "<typeOfAction code=\"SAFE-PJG\">Project grant</typeOfAction>")
    _ = try await nights.night(before)
    let second = try await nights.night(after)
    let changes = second.changes("brimont").filter { $0["opportunity"] as? String == "SAFE-2030-1" }
    let fields = Set(changes.compactMap { $0["field"] as? String })
    #expect(!fields.contains("typeOfAction") && !fields.contains("call"), "\(changes)")
    #expect(fields.contains("status") == (told == 1), "\(second.errors)")
  }

  @Test("a deadline that moves earlier is red, told once to each person, and the next night is silent")
  func earlier() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-03-19")
    let second = try await nights.night("2030-02-02")
    #expect(second.code == 1, "\(second.errors)")
    let deadlines = second.changes("brimont").filter { $0["kind"] as? String == "deadline" }
    #expect(!deadlines.isEmpty)
    for change in deadlines {
      #expect(change["severity"] as? String == "red")
      #expect(change["before"] as? String == "2030-04-16")
      #expect(change["after"] as? String == "2030-03-19")
      #expect(change["cause"] as? String == "call")
    }
    #expect(second.told == ["finance": "handed", "alarm": "handed"])
    let mails = try nights.mails()
    #expect(mails.count == 2)
    for mail in mails.values {
      #expect(
        mail.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 78 })
      #expect(mail.contains("Auto-Submitted: auto-generated\r\n"))
      #expect(mail.contains("In-Reply-To: <digests.brimont@brimont.example>\r\n"))
    }
    let third = try await nights.night("2030-02-03")
    #expect(third.changes("brimont").allSatisfy { $0["kind"] as? String != "deadline" })
    #expect(try nights.mails().count == 2)
  }

  @Test("a deadline that moves and moves back between two nights is no change")
  func back() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-03-19")
    _ = try await nights.scratch.parapet(
      "ingest", "nightly", "--complete", "--feed", "portal", "--read-on", "2030-02-02")
    try nights.say("2030-03-19", "2030-04-16")
    let next = try await nights.night("2030-02-03")
    #expect(next.code == 0, "\(next.errors)")
    #expect(next.changes("brimont").allSatisfy { $0["kind"] as? String != "deadline" })
  }

  @Test("a deadline that moves later is amber and no alarm")
  func later() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-05-14")
    let second = try await nights.night("2030-02-02")
    #expect(second.code == 0, "\(second.errors)")
    let deadlines = second.changes("brimont").filter { $0["kind"] as? String == "deadline" }
    #expect(Set(deadlines.compactMap { $0["severity"] as? String }) == ["amber"])
    #expect(second.told == ["finance": "handed"])
  }

  @Test("a night that is missed is caught up by the next one")
  func missed() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-03-19")
    let late = try await nights.night("2030-02-09")
    #expect(late.changes("brimont").contains { $0["kind"] as? String == "deadline" })
    #expect(late.told["finance"] == "handed")
  }

  @Test("who cannot be told is told the next night, and the others are none the worse for it")
  func failingHandOver() async throws {
    let nights = try Nights()
    try nights.scratch.write(
      "mailer",
      "#!/bin/sh\nmail=$(cat)\ncase \"$mail\" in *alarm@*) [ -e open ] || exit 75;; esac\necho \"$mail\" >> sent\n"
    )
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: nights.scratch.path("mailer"))
    try nights.scratch.replace("maildir: mail", with: "sendmail: mailer", in: "night.yaml")
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-03-19")
    let second = try await nights.night("2030-02-02", "--fail-on", "never")
    #expect(second.code == 1)
    #expect(second.told == ["finance": "handed", "alarm": "failed"])
    #expect(second.errors.contains("[not-handed-over]"))
    #expect(!second.errors.contains("alarm@"))
    try nights.scratch.write("open", "")
    let third = try await nights.night("2030-02-03", "--fail-on", "never")
    #expect(third.code == 0, "\(third.errors)")
    #expect(third.told == ["alarm": "handed"])
  }

  @Test("a night of an earlier day than the last one is refused")
  func backwards() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-02")
    let answer = try await nights.night("2030-02-01")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("2030-02-02"))
  }

  @Test("a night is not done while another is at work")
  func twoRuns() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    let lock = open(nights.scratch.path("store/catalogue.night"), O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let answer = try await nights.night("2030-02-02")
    #expect(answer.code == 75)
  }

  @Test("a dry run prints what would be told, and leaves everything as it was")
  func dryRun() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    let before = try nights.scratch.text("night/night.json")
    try nights.say("2030-04-16", "2030-03-19")
    let dry = try await nights.night("2030-02-02", "--dry-run")
    #expect(dry.changes("brimont").contains { $0["kind"] as? String == "deadline" })
    #expect(try nights.scratch.text("night/night.json") == before)
    #expect(try nights.mails().isEmpty)
    let night = try await nights.night("2030-02-02")
    #expect(night.told["finance"] == "handed")
  }

  @Test("a baseline keeps everything and tells nothing")
  func baseline() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-03-19")
    let second = try await nights.night("2030-02-02", "--baseline")
    #expect(second.code == 0)
    #expect(try nights.mails().isEmpty)
    let third = try await nights.night("2030-02-03")
    #expect(third.changes("brimont").allSatisfy { $0["kind"] as? String != "deadline" })
  }

  @Test("a feed and a city that cannot be read cost themselves alone")
  func broken() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try FileManager.default.removeItem(atPath: nights.scratch.path("crowns"))
    try nights.scratch.write("nightly/calls.xml", "<html><body>Gone for maintenance</body></html>")
    let second = try await nights.night("2030-02-02", "--fail-on", "never")
    #expect(second.code == 1)
    #expect(second.state("hradek") == "failed")
    #expect(second.state("brimont") == "compared")
    #expect(second.errors.contains("[input-not-there]"))
  }

  @Test("what is wrong in the file is told with its place, without anybody's address")
  func mistakes() async throws {
    let nights = try Nights()
    try nights.scratch.write(
      "night.yaml",
      """
      feeds:
        - { name: portal, source: feed, complete: true }
      citys: [city]
      cities: [city]
      people:
        - { name: finance, address: not-an-address, cities: [brimont] }
        - { name: mayor, address: mayor@brimont.example, cities: [brimond] }
      output: night
      """)
    let answer = try await nights.night("2030-02-01")
    #expect(answer.code == 1)
    #expect(answer.errors.contains("night.yaml:3:1: error: the key 'citys' is unknown"))
    #expect(answer.errors.contains("[bad-address]"))
    #expect(answer.errors.contains("did you mean 'brimont'?"))
    #expect(!answer.errors.contains("not-an-address") && !answer.errors.contains("mayor@"))
    #expect(answer.state("brimont") == "baseline")
  }

  @Test("the log is one JSON object a line, and names nobody's address")
  func log() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.say("2030-04-16", "2030-03-19")
    let second = try await nights.night("2030-02-02", "--log", "json")
    let lines = second.errors.split(separator: "\n")
    #expect(lines.count > 5)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["level"] is String)
    }
    #expect(second.errors.contains("\"phase\":\"hand-over\""))
    let whole = lines.filter { $0.contains("\"cpu\":") }
    #expect(whole.count == 6, "each phase says what it took")
    #expect(!second.errors.contains("@brimont.example"))
  }

  @Test("both days on which the clocks change have one night each", arguments: ["2027-03-28", "2027-10-31"])
  func clockChange(_ day: String) async throws {
    let nights = try Nights()
    _ = try await nights.night("2027-01-01")
    try nights.say("2030-04-16", "2030-03-19")
    let night = try await nights.night(day, "--fail-on", "never")
    #expect(night.code == 0, "\(night.errors)")
    let zone = day == "2027-03-28" ? "+0200" : "+0100"
    for mail in try nights.mails().values { #expect(mail.contains(" 03:40:00 \(zone)\r\n")) }
    #expect(night.told["finance"] == "handed")
  }

  @Test("somebody is reminded of a near deadline once, also where the night of that day was missed")
  func reminders() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    func due(_ day: String) async throws -> [[String: Any]] {
      _ = try await nights.night(day, "--fail-on", "never")
      let text = try nights.scratch.text("night/brimont/digest.json")
      let digest = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return digest?["due"] as? [[String: Any]] ?? []
    }
    // Thirty days before is the 17th.
    let first = try await due("2030-03-19")
    #expect(first.compactMap { $0["opportunity"] as? String } == ["SAFE-2030-2"])
    #expect(first.compactMap { $0["days"] as? Int } == [28])
    #expect(try await due("2030-03-20").isEmpty)
    #expect(try await due("2030-04-02").count == 1)
    #expect(try await due("2030-04-03").isEmpty)
  }

  @Test("a mailbox that takes nothing costs nobody their mail: the next night brings it")
  func fullMailbox() async throws {
    let nights = try Nights()
    _ = try await nights.night("2030-02-01")
    try nights.scratch.write("mail", "a file where the mailbox should be")
    try nights.say("2030-04-16", "2030-03-19")
    let second = try await nights.night("2030-02-02", "--fail-on", "never")
    #expect(second.code == 1)
    #expect(second.told == ["finance": "failed", "alarm": "failed"])
    try FileManager.default.removeItem(atPath: nights.scratch.path("mail"))
    let third = try await nights.night("2030-02-03", "--fail-on", "never")
    #expect(third.told == ["finance": "handed", "alarm": "handed"])
    #expect(try nights.mails().count == 2)
  }
}
