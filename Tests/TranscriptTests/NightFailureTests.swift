import Foundation
import Testing

/// What can go wrong at the doors of a night: a disk that is full, a mailer that hangs, a deadline that comes and goes.
@Suite("Nights in which something fails")
struct NightFailureTests {
  /// A folder with the fixtures, a catalogue and a Maildir of its own.
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Does the night of a day.
  private func night(_ day: String, _ options: String...) async throws -> Answer {
    try await scratch.parapet(
      ["batch", "night.yaml", "--as-of", day, "--format", "json", "--quiet", "--fail-on", "never"] + options)
  }

  private func say(_ old: String, _ new: String) throws {
    try scratch.replace(old, with: new, in: "nightly/calls.xml")
  }

  /// The names in the mailbox.
  private func mails() throws -> [String] {
    guard FileManager.default.fileExists(atPath: scratch.path("mail/new")) else { return [] }
    return try scratch.names(in: "mail/new")
  }

  /// Who was told of the city, with how that went.
  private func told(_ answer: Answer) -> [String: String] {
    let told = (answer.json as? [String: Any])?["told"] as? [[String: Any]] ?? []
    return Dictionary(
      told.map { ($0["person"] as? String ?? "", $0["state"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  /// What changed for the city, without what is only counted.
  private func changes(_ answer: Answer, _ kind: String) -> [[String: Any]] {
    let cities = (answer.json as? [String: Any])?["cities"] as? [[String: Any]] ?? []
    let city = cities.first { $0["city"] as? String == "brimont" }
    return (city?["changes"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == kind }
  }

  @Test(
    "on a full disk a person's mail is lost to nobody: the others have theirs, and the next night brings it")
  func fullDiskForOne() async throws {
    _ = try await night("2030-02-01")
    try say("2030-04-16", "2030-03-19")
    // The draft of this one mail is on a device that is always full: 03:40 in Brussels is 02:40 in Greenwich.
    let zone = try #require(TimeZone(identifier: "UTC"))
    let moment = DateComponents(timeZone: zone, year: 2030, month: 2, day: 2, hour: 2, minute: 40)
    let seconds = Int(try #require(Calendar(identifier: .gregorian).date(from: moment)).timeIntervalSince1970)
    let draft = "mail/tmp/\(seconds).digest.brimont.finance.2030-02-02_brimont.example"
    try scratch.write("mail/tmp/.keep", "")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(draft), withDestinationPath: "/dev/full")
    let full = try await night("2030-02-02")
    #expect(full.code == 1)
    #expect(told(full) == ["finance": "failed", "alarm": "handed"])
    #expect(full.errors.contains("[not-handed-over]") && full.errors.contains("No space left on device"))
    #expect(!full.errors.contains("@brimont.example"))
    #expect(try mails().count == 1)
    let next = try await night("2030-02-03")
    #expect(next.code == 0, "\(next.errors)")
    #expect(told(next) == ["finance": "handed"])
    #expect(changes(next, "deadline").isEmpty)
    #expect(try mails().count == 2)
    let mail = try scratch.text("mail/new/" + (try #require(mails().last)))
    #expect(mail.contains("19 mars 2030"))
  }

  @Test(
    "a disk that fills up while the night works ends it by name, and once there is room it goes on",
    arguments: [8, 200])
  func fullDisk(_ blocks: Int) async throws {
    _ = try await night("2030-02-01")
    try say("2030-04-16", "2030-03-19")
    let full = try await scratch.run(
      URL(filePath: "/bin/sh"),
      [
        "-c", "ulimit -f \(blocks); trap '' XFSZ; exec \"$@\"", "sh", Program.executable.path, "batch",
        "night.yaml",
        "--as-of", "2030-02-02", "--quiet", "--fail-on", "never",
      ])
    #expect(full.code == 69)
    #expect(full.errors.contains("cannot be written"))
    #expect(try mails().isEmpty)
    let again = try await night("2030-02-02")
    #expect(again.code == 0, "\(again.errors)")
    #expect(told(again) == ["finance": "handed", "alarm": "handed"])
    #expect(try mails().count == 2)
    #expect(try await told(night("2030-02-03")).isEmpty)
  }

  @Test("a second run while a first one hands its mail over ends with 75, and changes nothing")
  func twoRuns() async throws {
    try scratch.write(
      "mailer",
      "#!/bin/sh\ncat >> sent\n: > begun\nwhile [ ! -e go ]; do sleep 0.05; done\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path("mailer"))
    try scratch.replace("maildir: mail", with: "sendmail: mailer", in: "night.yaml")
    _ = try await night("2030-02-01")
    try say("2030-04-16", "2030-03-19")
    async let first = night("2030-02-02")
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: scratch.path("begun")) {
      try await Task.sleep(for: .milliseconds(50))
    }
    let second = try await night("2030-02-02")
    try scratch.write("go", "")
    #expect(second.code == 75)
    #expect(second.errors.contains("another night is at work"))
    let done = try await first
    #expect(done.code == 0, "\(done.errors)")
    #expect(told(done) == ["finance": "handed", "alarm": "handed"])
    let sent = try scratch.text("sent")
    #expect(sent.components(separatedBy: "Message-ID:").count == 3)
  }

  @Test(
    "a deadline that is removed is red, one that comes back is amber, and the calendar follows with rising numbers"
  )
  func removedAndBack() async throws {
    let deadline = "    <deadline stage=\"1\">2030-04-16</deadline>\n"
    _ = try await night("2030-02-01")
    let before = try event()
    try say(deadline, "")
    let removed = try await night("2030-02-02")
    let gone = changes(removed, "deadline")
    #expect(!gone.isEmpty)
    for change in gone {
      #expect(change["severity"] as? String == "red")
      #expect(change["before"] as? String == "2030-04-16" && change["after"] is NSNull)
    }
    // That one can no longer tell whether it is open follows from the call too.
    #expect(changes(removed, "status").allSatisfy { $0["cause"] as? String == "call" })
    #expect(told(removed) == ["finance": "handed", "alarm": "handed"])
    let cancelled = try event()
    #expect(cancelled.contains("STATUS:CANCELLED") && number(cancelled) > number(before))
    #expect(try await told(night("2030-02-03")).isEmpty)
    try say(
      "<deadlineModel>single-stage</deadlineModel>\n    <funding",
      "<deadlineModel>single-stage</deadlineModel>\n\(deadline)    <funding")
    let back = try await night("2030-02-04")
    let came = changes(back, "deadline")
    #expect(came.count == gone.count)
    for change in came {
      #expect(change["severity"] as? String == "amber")
      #expect(change["before"] is NSNull && change["after"] as? String == "2030-04-16")
    }
    #expect(told(back) == ["finance": "handed"])
    let confirmed = try event()
    #expect(confirmed.contains("STATUS:CONFIRMED") && number(confirmed) > number(cancelled))
    #expect(try await told(night("2030-02-05")).isEmpty)
    #expect(try mails().count == 3)
  }

  /// The event of the deadline in the city's calendar.
  private func event() throws -> String {
    let events = try scratch.text("night/brimont/calendar.ics").components(separatedBy: "BEGIN:VEVENT")
    return try #require(events.first { $0.contains("UID:deadline-1.SAFE-2030-2.") })
  }

  private func number(_ event: String) -> Int {
    event.firstMatch(of: /SEQUENCE:(\d+)/).flatMap { Int($0.1) } ?? -1
  }
}
