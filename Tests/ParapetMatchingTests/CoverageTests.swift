import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What an instrument pays for")
struct CoverageTests {
  private func list(
    _ id: String, core: [String] = [], possible: [String] = [], no: [String] = [],
    otherwise: Outcome? = .undecided, grade: Grade = .law, to end: String? = nil
  ) -> Requirement {
    let parameters =
      core.map { Criterion.Parameter.include(["measure": $0, "fit": "core"]) }
      + possible.map { .include(["measure": $0, "fit": "possible"]) } + no.map { .exclude(["measure": $0]) }
      + (otherwise.map { [.otherwise($0)] } ?? [])
    return .criterion(.made(id, "measure", parameters, grade: grade, to: end))
  }

  private func coverage(_ requirement: Requirement?, of measure: String = "barriers") -> Coverage {
    let book = InstrumentBook(
      instruments: [.made(.instrument, "A", requirements: requirement)], calls: [])
    return book.allInstruments[0].coverage(of: measure, on: ides)
  }

  @Test("an instrument without a list says nothing, and cites nothing")
  func silent() {
    #expect(coverage(nil) == Coverage(answer: .unknown, criterion: nil, citation: nil))
    #expect(coverage(list("a", core: ["training"])).answer == .unknown)
  }

  @Test("the strongest answer counts, and the criterion that gives it carries it")
  func strongest() {
    let found = coverage(
      .any([list("weak", possible: ["barriers"]), list("strong", core: ["barriers"], grade: .inferred)]))
    #expect(found.answer == .core)
    #expect(found.criterion == "strong")
    #expect(found.citation?.grade == .inferred)
  }

  @Test("of criteria that say the same the best sourced one carries the answer")
  func bestSourced() {
    let found = coverage(
      .any([
        list("ours", core: ["barriers"], grade: .inferred),
        list("page", core: ["barriers"], grade: .official),
        list("law", core: ["barriers"]),
      ]))
    #expect(found.criterion == "law")
  }

  @Test("an exclusion beats, even among alternatives")
  func exclusion() {
    let found = coverage(
      .any([list("yes", core: ["barriers"]), list("never", no: ["barriers"], grade: .official)]))
    #expect(found.answer == .no)
    #expect(found.criterion == "never")
  }

  @Test("a list that leaves a measure out refuses it, unless another way is open")
  func leftOut() {
    let closed = list("closed", core: ["training"], otherwise: nil)
    #expect(coverage(closed).answer == .no)
    #expect(coverage(closed).criterion == "closed")
    #expect(coverage(.any([closed, list("wide", possible: ["barriers"])])).answer == .possible)
    #expect(coverage(.all([closed, list("wide", possible: ["barriers"])])).answer == .no)
    let town = Criterion.made("town", "population", [.minimum(["value": "5"])])
    #expect(coverage(.any([closed, .criterion(town)])).answer == .unknown)
  }

  @Test("a negated list pays for what it does not name")
  func negated() {
    let found = coverage(.not(list("arms", core: ["barriers"], otherwise: .unmet)))
    #expect(found.answer == .no)
    #expect(coverage(.not(list("arms", core: ["training"], otherwise: .unmet))).answer == .unknown)
  }

  @Test("a criterion that has expired says nothing")
  func expired() {
    #expect(coverage(list("old", core: ["barriers"], to: "2025-12-31")).answer == .unknown)
    #expect(coverage(list("new", core: ["barriers"], to: "2026-12-31")).answer == .core)
  }

  @Test("the matrix holds the instruments that say something, by identifier")
  func rows() {
    let book = InstrumentBook(
      instruments: [
        .made(.instrument, "B", requirements: list("b", core: ["barriers"])), .made(.instrument, "C"),
        .made(.instrument, "A", requirements: list("a", no: ["barriers"])),
      ], calls: [])
    let matrix = InstrumentMatrix(book, measures: ["barriers"], on: ides)
    #expect(matrix.offers.map(\.opportunity.identifier) == ["A", "B"])
    #expect(book.allInstruments.count == 3)
  }

  @Test("a departure is a cell that is expected otherwise")
  func departures() {
    let book = InstrumentBook(
      instruments: [.made(.instrument, "A", requirements: list("a", core: ["barriers", "training"]))],
      calls: [])
    let matrix = InstrumentMatrix(book, measures: ["barriers", "training"], on: ides)
    let expectations: [UsualReading] = [
      UsualReading(instrument: "A", measure: "barriers", answer: .possible),
      UsualReading(instrument: "A", measure: "training", answer: .core),
      UsualReading(instrument: "B", measure: "training", answer: .no),
    ]
    let found = matrix.departures(from: expectations)
    #expect(found.map(\.expected.measure) == ["barriers"])
    #expect(found.first?.found.criterion == "a")
  }

  @Test("what is only proposed is on offer to nobody, wherever it was read")
  func proposals() {
    var proposal = Opportunity.made(.call, "P28")
    proposal.isProposal = true
    let book = InstrumentBook(instruments: [], calls: [])
    #expect(book.offers([proposal, proposal.fromFeed()], on: ides).isEmpty)
  }

  @Test("every measure that can be funded but a control room has an instrument that is made for it")
  func coreForEach() throws {
    let data = try ShippedData.funding.get()
    let matrix = InstrumentMatrix(
      try ShippedData.book.get(), measures: data.measures.measures.map(\.code), on: ides)
    for measure in matrix.measures where measure != "control-room" {
      #expect(matrix.offers.contains { matrix.cell($0, measure).answer == .core }, "\(measure)")
    }
  }

  @Test("every cell but an unknown one has a criterion, a grade and a source")
  func cited() throws {
    let data = try ShippedData.funding.get()
    let matrix = InstrumentMatrix(
      try ShippedData.book.get(), measures: data.measures.measures.map(\.code), on: ides)
    for offer in matrix.offers {
      for measure in matrix.measures {
        let cell = matrix.cell(offer, measure)
        #expect((cell.answer == .unknown) == (cell.criterion == nil))
        #expect(cell.answer == .unknown || cell.citation?.source.isEmpty == false)
      }
    }
  }
}
