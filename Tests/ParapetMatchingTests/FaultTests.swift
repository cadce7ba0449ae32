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
