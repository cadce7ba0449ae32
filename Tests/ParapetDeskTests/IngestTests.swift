import ParapetDesk
import ParapetModel
import Testing

@Suite("reading sources at the desk")
struct IngestTests {
  private static let feed = Scene.data + "/feeds/portal-2026-03-14"
  private static let day = Scene.day("2026-03-14")

  @Test("a source that is not there costs itself alone, and each is told as it was read")
  func isolation() throws {
    let scene = try Scene([])
    let listener = Listener()
    let found = try scene.desk.at(Scene.moment, telling: listener.hear)
      .ingest(IngestQuestion(["/nowhere.json", IngestTests.feed], readOn: IngestTests.day))
    #expect(found.outcomes.map { $0.counts.created > 0 } == [false, true])
    #expect(found.outcomes[0].findings.first.map(\.id) == ["input-not-there"])
    #expect(found.unread == .notThere)
    #expect(found.isWanting && found.hasTaken)
    let told = listener.notices.compactMap { notice -> String? in
      if case .read(let outcome) = notice { outcome.source } else { nil }
    }
    #expect(told == ["/nowhere.json", IngestTests.feed])
  }

  @Test("what is read again is unchanged")
  func again() throws {
    let scene = try Scene([])
    let question = IngestQuestion([IngestTests.feed], readOn: IngestTests.day)
    let first = try scene.inquiry.ingest(question).outcomes[0].counts
    let second = try scene.inquiry.ingest(question).outcomes[0].counts
    #expect(first.created > 0)
    #expect(second.created == 0)
    #expect(second.unchanged == first.created)
  }

  @Test("no data folder is needed to read a feed")
  func withoutData() throws {
    let scene = try Scene([], data: "/nowhere")
    let found = try scene.inquiry.ingest(IngestQuestion([IngestTests.feed], readOn: IngestTests.day))
    #expect(found.hasTaken)
  }

  @Test("of a flood of findings the first are kept and the rest is counted")
  func flood() {
    var findings = FirstFindings()
    for number in 0..<(FirstFindings.kept + 3) {
      findings.append(
        Diagnostic(number % 2 == 0 ? .error : .warning, id: "x", at: Diagnostic.Place(file: "f"), "m"))
    }
    #expect(findings.first.count == FirstFindings.kept)
    #expect(findings.unkeptErrors + findings.unkeptWarnings == 3)
    #expect(findings.hasErrors)
  }
}
