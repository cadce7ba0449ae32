import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("A criterion that cannot be understood")
struct FaultTests {
  @Test("an unknown kind is a fault that names the nearest kind")
  func unknownKind() {
    let fault = fault(.made("x", "teritory", [.include(["group": "EU"])]))
    #expect(fault?.message.contains("'teritory'") == true)
    #expect(fault?.suggestion == "did you mean 'territory'?")
  }

  @Test("an unknown parameter is a fault that names the nearest parameter")
  func unknownParameter() {
    #expect(
      fault(.made("x", "territory", [.init("inclde", ["group": "EU"])]))?.suggestion
        == "did you mean 'include'?")
    #expect(
      fault(.made("x", "population", [.init("minimun", ["value": "1"])]))?.suggestion
        == "did you mean 'minimum'?")
  }

  @Test(
    "values that mean nothing are faults",
    arguments: [
      ("applicant-class", Criterion.Parameter.include(["applicant": "village"])),
      ("applicant-class", .include([:])), ("territory", .include(["country": "fr"])),
      ("territory", .include(["group": "NATO"])), ("territory", .include(["nuts": "F"])),
      ("territory", .include(["nuts": "FRL033"])), ("measure", .include(["measure": "barriers"])),
      ("measure", .include(["measure": "barriers", "fit": "best"])), ("measure", .include(["fit": "core"])),
      ("population", .minimum(["value": "many"])), ("population", .minimum(["value": "-1"])),
      ("population", .minimum(["value": "99999999999999999999"])), ("duration", .minimum(["value": "12"])),
      ("consortium", .minimum(["entities": "1001"])), ("consortium", .minimum(["entities": "-1"])),
      ("consortium", .minimum(["applicant": "village"])), ("consortium", .maximum([:])),
      ("region-category", .include(["category": "poor"])),
      ("territory", .init("otherwise", ["outcome": "perhaps"])),
      ("completion", .minimum(["months": "1"])),
    ])
  func meaningless(kind: String, parameter: Criterion.Parameter) {
    #expect(fault(.made("x", kind, [parameter])) != nil)
  }

  @Test(
    "a criterion that says nothing is a fault",
    arguments: ["territory", "applicant-class", "measure", "population", "duration", "consortium"])
  func empty(kind: String) {
    #expect(fault(.made("x", kind))?.message.contains("says nothing") == true)
  }

  @Test(
    "a minimum above the maximum decides nothing, whatever is counted",
    arguments: [
      ("population", "value"), ("duration", "months"),
    ])
  func contradiction(kind: String, attribute: String) {
    let parameters: [Criterion.Parameter] = [.minimum([attribute: "20"]), .maximum([attribute: "10"])]
    #expect(fault(.made("x", kind, parameters))?.message.contains("decides nothing") == true)
    #expect(fault(.made("x", kind, parameters.reversed())) != nil)
    #expect(fault(.made("x", kind, [.minimum([attribute: "10"]), .maximum([attribute: "10"])])) == nil)
  }

  @Test("of instruments under instruments without end the nearest count, and the rest is told")
  func longChain() {
    let instruments = (0..<400).map { Opportunity.made(.instrument, "I\($0)", partOf: "I\($0 + 1)") }
    let book = InstrumentBook(instruments: instruments, calls: [])
    #expect(book.diagnostics.contains { $0.id == "chain-too-long" && $0.message.contains("'I0'") })
    let offer = book.offer(.made(.call, "A", partOf: "I0"))
    #expect(offer.instruments.count == InstrumentBook.longestChain + 1)
  }

  @Test(
    "so many months end where they end, also beyond all calendars",
    arguments: [
      ("2030-01-01", 12, "2030-12-31"), ("2030-01-31", 1, "2030-02-27"), ("2030-03-15", 6, "2030-09-14"),
      ("2030-01-30", 1, "2030-02-27"), ("2028-01-30", 1, "2028-02-28"), ("2030-01-01", 70_000_000, nil),
      ("2030-01-01", 0, nil),
      ("2030-01-01", .max, nil),
    ] as [(String, Int, String?)])
  func months(start: String, count: Int, end: String?) throws {
    let day = try #require(Day(start))
    #expect(day.end(ofMonths: count)?.description == end)
    if let last = day.end(ofMonths: count) {
      #expect(day.months(through: last) == count)
      #expect(day.months(through: last.adding(days: 1)) == count + 1)
    }
  }

  @Test("the book reports a fault once, where it is written, and not for each call that inherits it")
  func reportedOnce() {
    let broken = Criterion.made("where", "teritory")
    let instrument = Opportunity.made(.instrument, "ISF", requirements: .criterion(broken))
    let calls = ["A", "B"].map { Opportunity.made(.call, $0, partOf: "ISF") }
    let diagnostics = InstrumentBook(instruments: [instrument], calls: calls).diagnostics
    #expect(diagnostics.map(\.id) == ["unreadable-criterion"])
    #expect(diagnostics.first?.place == broken.place)
    #expect(diagnostics.first?.message.contains("'where'") == true)
  }

  @Test("a criterion that cannot be understood excludes nobody and is still shown")
  func undecided() {
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: .criterion(.made("where", "teritory"))))
    let match = Matcher.onTheIdes().match(.made(), with: offer)
    #expect(match.verdict == .undecided)
    #expect(match.reasons.first?.required == .unreadable)
  }

  @Test("a call of an instrument that no file describes is reported with the nearest name")
  func unknownInstrument() {
    let book = InstrumentBook(
      instruments: [.made(.instrument, "ISF-UA")], calls: [.made(.call, "A", partOf: "ISF-AU")])
    #expect(book.diagnostics.map(\.id) == ["unknown-instrument"])
    #expect(book.diagnostics.first?.suggestion == "did you mean 'ISF-UA'?")
  }

  @Test(
    "an example states known facts with possible values only",
    arguments: [
      ["county": "FR"], ["country": "France"], ["population": "many"], ["applicant": "village"],
      ["measures": ""], ["start": "2027-02-30"], ["partners": "IT:village"], ["partners": "Italy"],
      ["partners": "IT:research:x"], ["asOf": "today"], ["nuts": ""],
    ])
  func examples(facts: [String: String]) {
    #expect(Subject(facts) == nil)
  }

  private func fault(_ criterion: Criterion) -> CriterionFault? {
    do {
      _ = try criterion.logic()
      return nil
    } catch {
      return error
    }
  }
}
