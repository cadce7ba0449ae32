import ParapetModel
import Testing

@Suite("What changed for a city")
struct CityComparisonTests {
  /// A day of the year of these tests.
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static let key = KeptAnswer.Key(item: "square", offer: "call-1")

  private static func opportunity(_ deadlines: String...) throws -> Opportunity {
    var opportunity = Opportunity(level: .topic, identifier: "CALL-1", origin: .feed("canonical"))
    opportunity.reference = "R1"
    opportunity.openingDate = Day("2030-01-10")
    opportunity.statedStatus = .open
    opportunity.deadlines = try deadlines.map { Deadline(day: try day($0)) }
    return opportunity
  }

  private static func state(
    _ asOf: String, _ opportunity: Opportunity?, standing: String = "ready", grant: Int64? = 10_000,
    files: String = "same", rules: UInt64 = 1
  ) throws -> KeptState {
    let day = try day(asOf)
    var state = KeptState(asOf: day, readOn: day, city: KeptCity(files: files))
    guard let opportunity else { return state }
    state.answers[key] = KeptAnswer(
      key, verdict: "eligible", standing: standing, status: opportunity.status(on: day).rawValue, rank: 1,
      fit: 60, deadline: opportunity.nextDeadline(on: day), grant: grant.map { Money(minorUnits: $0) })
    state.offers[key.offer] = KeptOffer(opportunity, rules: rules, source: "portal", readOn: day)
    return state
  }

  @Test("an earlier deadline is red, a later one amber, and the same one nothing")
  func deadlines() throws {
    let old = try Self.state("2030-02-01", Self.opportunity("2030-06-10"))
    for (moved, severity) in [("2030-05-10", RecordChange.Severity.red), ("2030-07-10", .amber)] {
      let changes = CityComparison.changes(
        from: old, to: try Self.state("2030-02-02", Self.opportunity(moved)))
      #expect(changes.map(\.kind) == [.deadline])
      #expect(changes.first?.severity == severity)
      #expect(changes.first?.before == "2030-06-10")
      #expect(changes.first?.after == moved)
      #expect(changes.first?.cause == .call)
    }
    let same = CityComparison.changes(
      from: old, to: try Self.state("2030-02-02", Self.opportunity("2030-06-10")))
    #expect(same.isEmpty)
  }

  @Test("a standing that moves says by which of the three: the call, a rule, the city's own file")
  func causes() throws {
    let call = try Self.opportunity("2030-06-10")
    let old = try Self.state("2030-02-01", call)
    var narrower = call
    narrower.requirements = .criterion(
      Criterion(id: "c", kind: "population", citation: Citation(grade: .call, source: "s")))
    let cases: [(KeptState, CityChange.Cause)] = [
      (try Self.state("2030-02-02", narrower, standing: "answer"), .call),
      (try Self.state("2030-02-02", call, standing: "answer", rules: 2), .rule),
      (try Self.state("2030-02-02", call, standing: "answer", files: "other"), .city),
      (try Self.state("2030-02-02", call, standing: "answer"), .time),
    ]
    for (new, cause) in cases {
      let standing = CityComparison.changes(from: old, to: new).first { $0.kind == .standing }
      #expect(standing?.severity == .red)
      #expect(standing?.before == "ready")
      #expect(standing?.after == "answer")
      #expect(standing?.cause == cause)
    }
  }

  @Test("what is new is amber, and grey where it is doubtful")
  func new() throws {
    let old = try Self.state("2030-02-01", nil)
    let call = try Self.opportunity("2030-06-10")
    let sure = CityComparison.changes(from: old, to: try Self.state("2030-02-02", call))
    #expect(sure.map(\.kind) == [.new])
    #expect(sure.map(\.severity) == [.amber])
    let unsure = CityComparison.changes(
      from: old, to: try Self.state("2030-02-02", call, standing: "doubtful"))
    #expect(unsure.map(\.severity) == [.grey])
  }

  @Test("a call that closes on its day is amber; one that closes before is red")
  func closing() throws {
    let call = try Self.opportunity("2030-06-10")
    let old = try Self.state("2030-06-10", call)
    let over = CityComparison.changes(
      from: old, to: try Self.state("2030-06-11", nil), others: ["call-1": KeptOffer(call, rules: 1)])
    #expect(over.map(\.kind) == [.status])
    #expect(over.map(\.severity) == [.amber])
    #expect(over.first?.after == "closed")
    var withdrawn = call
    withdrawn.statedStatus = .withdrawn
    let before = try Self.state("2030-02-01", call)
    let early = CityComparison.changes(
      from: before, to: try Self.state("2030-02-02", nil), others: ["call-1": KeptOffer(withdrawn, rules: 1)])
    #expect(early.contains { $0.kind == .status && $0.severity == .red })
  }

  @Test("missing is amber and no withdrawal, and coming back is told")
  func presence() throws {
    let call = try Self.opportunity("2030-06-10")
    var gone = call
    gone.presence = .missing(since: try Self.day("2030-02-02"))
    let (before, without) = (
      try Self.state("2030-02-01", call), try Self.state("2030-02-02", gone)
    )
    let missing = CityComparison.changes(from: before, to: without)
    #expect(missing.map(\.kind) == [.missing])
    #expect(missing.map(\.severity) == [.amber])
    let back = CityComparison.changes(from: without, to: try Self.state("2030-02-03", call))
    #expect(back.map(\.kind) == [.returned])
  }

  @Test("less money is red, more is amber")
  func money() throws {
    let call = try Self.opportunity("2030-06-10")
    let old = try Self.state("2030-02-01", call)
    for (grant, severity) in [(Int64(5_000), RecordChange.Severity.red), (20_000, .amber)] {
      let changes = CityComparison.changes(
        from: old, to: try Self.state("2030-02-02", call, grant: grant, files: "other"))
      #expect(changes.map(\.kind) == [.money])
      #expect(changes.map(\.severity) == [severity])
      #expect(changes.first?.cause == .city)
    }
  }

  @Test("a city whose files cannot be read loses nothing but this night")
  func unreadable() throws {
    let old = try Self.state("2030-02-01", Self.opportunity("2030-06-10"))
    var new = old
    new.asOf = try Self.day("2030-02-02")
    new.city.failure = "there is no folder"
    let changes = CityComparison.changes(from: old, to: new)
    #expect(changes.map(\.kind) == [.stale])
    #expect(changes.map(\.severity) == [.red])
    #expect(CityComparison.changes(from: new, to: new).isEmpty)
  }

  @Test("what the plan loses is red, with the items")
  func plan() throws {
    var old = try Self.state("2030-02-01", Self.opportunity("2030-06-10"))
    (old.city.planGrant, old.city.planCurrency, old.city.planned) = (50_000, "EUR", ["quay", "square"])
    var new = try Self.state("2030-02-02", Self.opportunity("2030-06-10"))
    (new.city.planGrant, new.city.planCurrency, new.city.planned) = (30_000, "EUR", ["square"])
    let changes = CityComparison.changes(from: old, to: new)
    #expect(changes.map(\.field) == ["grant", "items"])
    #expect(changes.allSatisfy { $0.severity == .red && $0.kind == .plan })
    #expect(changes.first?.before == "500.00 EUR")
  }

  @Test("a plan that loses says from which call, and one that only moves money alarms nobody")
  func planned() throws {
    var old = try Self.state("2030-02-01", Self.opportunity("2030-06-10"))
    (old.city.planGrant, old.city.planCurrency, old.city.planned) = (50_000, "EUR", ["square"])
    old.answers[Self.key]?.planned = Money(minorUnits: 50_000)
    var new = try Self.state("2030-02-02", Self.opportunity("2030-06-10"))
    (new.city.planGrant, new.city.planCurrency, new.city.planned) = (30_000, "EUR", ["square"])
    new.answers[Self.key]?.planned = Money(minorUnits: 30_000)
    let lost = try #require(CityComparison.changes(from: old, to: new).first { $0.field == "planned" })
    #expect(lost.severity == .red)
    #expect(
      [lost.item, lost.opportunity, lost.before, lost.after] == [
        "square", "CALL-1", "500.00 EUR", "300.00 EUR",
      ])
    #expect(lost.cause == .time)
    let won = try #require(CityComparison.changes(from: new, to: old).first { $0.field == "planned" })
    #expect(won.severity == .amber)
    new.city.planGrant = 60_000
    let moved = CityComparison.changes(from: old, to: new).filter { $0.field == "planned" }
    #expect(moved.map(\.severity) == [.amber])
    new.city.planGrant = nil
    #expect(!CityComparison.changes(from: old, to: new).contains { $0.field == "planned" })
  }

  @Test("a date in summer is two hours before Greenwich, from the last Sunday of March to that of October")
  func summerTime() throws {
    let days = ["2027-03-27": 1, "2027-03-28": 2, "2027-10-30": 2, "2027-10-31": 1, "2028-03-26": 2]
    for (text, hours) in days {
      #expect(BrusselsTime.hoursBeforeGreenwich(on: try Self.day(text)) == hours, "\(text)")
    }
    #expect(try Self.day("2026-11-29").weekday == 6)
    #expect(try Self.day("1970-01-01").weekday == 3)
  }
}

@Suite("Events of a calendar")
struct DatedEventTests {
  private static func event(_ uid: String, _ day: String) throws -> CalendarEvent {
    CalendarEvent(uid: uid, day: try #require(Day(day)), time: "17:00", summary: "S", details: "D")
  }

  @Test("numbers never fall: moved, gone, back, and moved again")
  func sequence() throws {
    let days = try (1...5).map { try #require(Day("2030-02-0\($0)")) }
    let first = DatedEvent.merged([try Self.event("a", "2030-06-10")], after: [], on: days[0])
    #expect(first.map(\.sequence) == [0])
    let same = DatedEvent.merged([try Self.event("a", "2030-06-10")], after: first, on: days[1])
    #expect(same == first)
    let moved = DatedEvent.merged([try Self.event("a", "2030-05-10")], after: same, on: days[1])
    #expect(moved.map(\.sequence) == [1])
    #expect(moved.map(\.stampedOn) == [days[1]])
    let gone = DatedEvent.merged([], after: moved, on: days[2])
    #expect(gone.map(\.sequence) == [2])
    #expect(gone.map(\.event.isCancelled) == [true])
    #expect(DatedEvent.merged([], after: gone, on: days[3]) == gone)
    let back = DatedEvent.merged([try Self.event("a", "2030-05-10")], after: gone, on: days[4])
    #expect(back.map(\.sequence) == [3])
    #expect(back.map(\.event.isCancelled) == [false])
  }

  @Test("what is over is no cancellation, and what is cancelled is shown for ninety days")
  func over() throws {
    let (before, after) = (try #require(Day("2030-02-01")), try #require(Day("2030-06-11")))
    let known = DatedEvent.merged([try Self.event("a", "2030-06-10")], after: [], on: before)
    #expect(DatedEvent.merged([], after: known, on: after) == known)
    let gone = try #require(DatedEvent.merged([], after: known, on: before).first)
    #expect(gone.isShown(on: before.adding(days: 90)))
    #expect(!gone.isShown(on: before.adding(days: 91)))
  }
}
