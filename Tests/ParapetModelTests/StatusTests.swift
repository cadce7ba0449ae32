import ParapetModel
import Testing

@Suite("The status of an opportunity on a day")
struct StatusTests {
  @Test("the day of the deadline is still open, the day after is closed")
  func deadlineDay() {
    let call = topic(opens: "2026-01-10", deadlines: ["2026-04-16"])
    #expect(call.status(on: day("2026-04-15")) == .open)
    #expect(call.status(on: day("2026-04-16")) == .open)
    #expect(call.status(on: day("2026-04-17")) == .closed)
  }

  @Test("it is forthcoming until the eve of its opening and open on the day itself")
  func openingDay() {
    let call = topic(opens: "2026-01-10", deadlines: ["2026-04-16"])
    #expect(call.status(on: day("2026-01-09")) == .forthcoming)
    #expect(call.status(on: day("2026-01-10")) == .open)
  }

  @Test("a two-stage call is closed to newcomers after its first deadline")
  func twoStages() {
    var call = topic(opens: "2026-01-10", deadlines: ["2026-04-16", "2026-11-16"])
    call.deadlineModel = .twoStage
    #expect(call.status(on: day("2026-04-16")) == .open)
    #expect(call.status(on: day("2026-04-17")) == .closed)
    #expect(call.nextDeadline(on: day("2026-04-17")) == nil)
  }

  @Test("a two-stage call of which only the second stage is known is never open")
  func secondStageOnly() {
    var call = topic(opens: "2026-01-10", deadlines: ["2026-11-16"], stated: .open)
    call.deadlineModel = .twoStage
    #expect(call.status(on: day("2026-06-01")) == .open)
    call.deadlines[0].stage = 2
    #expect(call.status(on: day("2026-01-09")) == .forthcoming)
    #expect(call.status(on: day("2026-06-01")) == .unknown)
    #expect(call.nextDeadline(on: day("2026-06-01")) == nil)
    #expect(call.status(on: day("2026-11-17")) == .closed)
  }

  @Test("quirk 7, 8: what is stated closed before its deadline is unknown, whatever the opening day says")
  func closedEarly() {
    let call = topic(opens: "2026-01-10", deadlines: ["2026-04-16"], stated: .closed)
    #expect(call.status(on: day("2026-01-09")) == .unknown)
    #expect(call.status(on: day("2026-02-01")) == .unknown)
    #expect(call.status(on: day("2026-04-17")) == .closed)
  }

  @Test("quirk 5: between two cut-offs a call is open for the next one")
  func cutOffs() {
    var call = topic(opens: "2026-01-10", deadlines: ["2026-04-16", "2026-11-16"])
    call.deadlineModel = .multipleCutOff
    #expect(call.status(on: day("2026-06-01")) == .open)
    #expect(call.nextDeadline(on: day("2026-06-01"))?.day == day("2026-11-16"))
    #expect(call.status(on: day("2026-11-17")) == .closed)
  }

  @Test("quirk 6: a permanent call without deadline is open from its opening on")
  func permanent() {
    var call = topic(opens: "2026-01-10", deadlines: [])
    call.deadlineModel = .permanent
    #expect(call.status(on: day("2026-01-09")) == .forthcoming)
    #expect(call.status(on: day("2030-01-01")) == .open)
  }

  @Test("quirk 7: a status that went stale does not outlive the deadline", arguments: Status.allCases)
  func staleAfterTheDeadline(stated: Status) {
    let call = topic(opens: nil, deadlines: ["2024-09-24"], stated: stated)
    #expect(call.status(on: day("2026-03-15")) == .closed)
  }

  @Test("quirk 7: 'forthcoming' is stale once the opening day has come")
  func staleAfterTheOpening() {
    let call = topic(opens: "2026-01-10", deadlines: ["2026-04-16"], stated: .forthcoming)
    #expect(call.status(on: day("2026-02-01")) == .open)
  }

  @Test("'open' is not believed before the opening day")
  func openTooEarly() {
    let call = topic(opens: "2026-05-01", deadlines: ["2026-09-01"], stated: .open)
    #expect(call.status(on: day("2026-03-15")) == .forthcoming)
  }

  @Test(
    "where the opening is not stated, the stated status decides until the deadline",
    arguments: [
      (Status.open, DayStatus.open), (.forthcoming, .forthcoming), (.closed, .unknown), (.unknown, .unknown),
    ])
  func openingUnknown(stated: Status, answer: DayStatus) {
    let call = topic(opens: nil, deadlines: ["2026-09-01"], stated: stated)
    #expect(call.status(on: day("2026-03-15")) == answer)
  }

  @Test("a call without any date is unknown, unless its source says that it is over")
  func noDates() {
    #expect(topic(opens: nil, deadlines: []).status(on: day("2026-03-15")) == .unknown)
    #expect(topic(opens: nil, deadlines: [], stated: .closed).status(on: day("2026-03-15")) == .closed)
  }

  @Test("a call that has opened and states no deadline is unknown")
  func openedWithoutDeadline() {
    #expect(topic(opens: "2026-01-10", deadlines: []).status(on: day("2026-03-15")) == .unknown)
  }

  @Test(
    "an instrument without dates has no call, or is over where that is stated; with dates it is judged like a call"
  )
  func instrument() {
    var instrument = topic(opens: nil, deadlines: [])
    instrument.level = .instrument
    #expect(instrument.status(on: day("2026-03-15")) == .noCall)
    instrument.statedStatus = .closed
    #expect(instrument.status(on: day("2026-03-15")) == .closed)
    instrument.statedStatus = nil
    instrument.deadlines = [Deadline(day: day("2026-01-31"))]
    #expect(instrument.status(on: day("2026-03-15")) == .closed)
  }

  @Test("lists show open first, then forthcoming, without call, unknown and closed")
  func order() {
    #expect(DayStatus.allCases.sorted() == [.open, .forthcoming, .noCall, .unknown, .closed])
  }

  @Test("deadlines sort by day, then by hour, where a day alone means five in the afternoon")
  func deadlineOrder() {
    let date = day("2026-06-15")
    let morning = Deadline(day: date, time: "10:00")
    let unstated = Deadline(day: date)
    let evening = Deadline(day: date, time: "23:59")
    #expect([evening, unstated, morning].sorted() == [morning, unstated, evening])
    #expect(!(unstated < Deadline(day: date, time: "17:00")))
  }

  private func topic(opens: String?, deadlines: [String], stated: Status? = nil) -> Opportunity {
    var topic = Opportunity(level: .topic, identifier: "T-1", origin: .feed("test"))
    topic.openingDate = opens.map(day)
    topic.deadlines = deadlines.map { Deadline(day: day($0)) }
    topic.statedStatus = stated
    return topic
  }

  private func day(_ text: String) -> Day {
    guard let day = Day(text) else {
      Issue.record("\(text) is no day")
      return Day(number: 0)
    }
    return day
  }
}
