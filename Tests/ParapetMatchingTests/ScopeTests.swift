import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Topics of a feed and their instrument")
struct ScopeTests {
  @Test("of several instruments that govern a topic the one that says most about it does")
  func mostParticular() {
    #expect(instrument(of: topic("HORIZON-CL3-2027-01-FCT-04", action: "HORIZON-RIA")) == "HE-CL3-RIA")
    #expect(instrument(of: topic("HORIZON-CL5-2027-01", action: "HORIZON-RIA")) == "HE-RIA")
    #expect(instrument(of: topic("HORIZON-CL3-2027-01-FCT-04", action: "HORIZON-CSA")) == "HE")
  }

  @Test("the order in which the instruments are written does not matter")
  func order() {
    let topic = topic("HORIZON-CL3-2027-01-FCT-04", action: "HORIZON-RIA")
    let reversed = InstrumentBook(instruments: instruments.reversed(), calls: [])
    #expect(reversed.offer(topic).instrumentIdentifier == "HE-CL3-RIA")
  }

  @Test("a type of action is found by its code or by its label, whatever the case of its letters")
  func codeOrLabel() {
    var byLabel = topic("HORIZON-CL3-2027-01", action: nil)
    byLabel.typesOfAction = [Coded(code: "", label: "horizon-ria")]
    #expect(instrument(of: byLabel) == "HE-CL3-RIA")
  }

  @Test("a topic of another programme is governed by none, though its identifier begins alike")
  func otherProgramme() {
    var topic = topic("HORIZON-CL3-2027-01", action: "HORIZON-RIA")
    topic.programme = Coded(code: "DIGITAL")
    #expect(instrument(of: topic) == nil)
    topic.programme = nil
    #expect(instrument(of: topic) == nil)
  }

  @Test("a scope that names no programme governs topics of any, where none says more about them")
  func anyProgramme() {
    var general = Opportunity.made(.instrument, "CL3")
    general.appliesTo = [Scope(identifierPrefix: "HORIZON-CL3-")]
    let book = InstrumentBook(instruments: [general] + instruments, calls: [])
    var topic = topic("HORIZON-CL3-2027-01", action: "HORIZON-CSA")
    #expect(book.offer(topic).instrumentIdentifier == "CL3")
    topic.typesOfAction = [Coded(code: "HORIZON-RIA")]
    #expect(book.offer(topic).instrumentIdentifier == "HE-CL3-RIA")
    for programme in [Coded(code: "DIGITAL"), nil] {
      topic.programme = programme
      #expect(book.offer(topic).instrumentIdentifier == "CL3")
    }
  }

  @Test("a topic that no instrument governs is undecided and says that its conditions are not stated")
  func ungoverned() throws {
    let topic = Opportunity.made(.topic, "UNKNOWN-1").fromFeed()
    let match = Matcher.onTheIdes().match(
      .made(), with: InstrumentBook(instruments: instruments, calls: []).offer(topic))
    #expect(match.verdict == .undecided)
    let reason = try #require(match.reasons.first { $0.kind == "eligibility" })
    #expect(reason.required == .unstatedConditions)
    #expect(reason.missing == [.callDocument])
  }

  @Test("a stated link upwards goes before any scope")
  func statedLink() {
    var topic = topic("HORIZON-CL3-2027-01", action: "HORIZON-RIA")
    topic.partOf = [PartOf(level: .instrument, ref: "HE")]
    #expect(instrument(of: topic) == "HE")
  }

  @Test("a scope that states nothing governs nothing")
  func emptyScope() {
    var everything = Opportunity.made(.instrument, "EVERYTHING")
    everything.appliesTo = [Scope()]
    let book = InstrumentBook(instruments: [everything], calls: [])
    #expect(book.offer(topic("T", action: nil)).instrumentIdentifier == nil)
  }

  @Test("an instrument is on offer by itself where none of its calls can be applied to any more")
  func standing() throws {
    var call = Opportunity.made(.call, "EUI-IA-4", partOf: "EUI")
    call.deadlines = [Deadline(day: day("2026-06-15"))]
    let book = InstrumentBook(
      instruments: [.made(.instrument, "ERDF"), .made(.instrument, "EUI")], calls: [call])
    #expect(book.offers([], on: ides).map(\.opportunity.identifier) == ["EUI-IA-4", "ERDF"])
    #expect(
      book.offers([], on: day("2026-06-16")).map(\.opportunity.identifier) == ["EUI-IA-4", "ERDF", "EUI"])
  }

  @Test("a call for certain regions leaves its programme on offer to the others")
  func regional() {
    let area = Criterion.made("area", "territory", [.include(["nuts": "FRL03"])])
    var call = Opportunity.made(.call, "BORDER-4", partOf: "BORDER", requirements: .criterion(area))
    call.deadlines = [Deadline(day: day("2026-06-15"))]
    let book = InstrumentBook(instruments: [.made(.instrument, "BORDER")], calls: [call])
    #expect(book.offers([], on: ides).map(\.opportunity.identifier) == ["BORDER-4", "BORDER"])
  }

  @Test("an instrument that others refine has no row of its own, unless managing authorities run it")
  func refined() {
    var fund = Opportunity.made(.instrument, "ERDF")
    fund.management = .shared
    var urban = Opportunity.made(.instrument, "ERDF-SUD")
    urban.partOf = [PartOf(level: .instrument, ref: "ERDF")]
    var cluster = Opportunity.made(.instrument, "HE-CL3")
    cluster.partOf = [PartOf(level: .instrument, ref: "HE")]
    let book = InstrumentBook(instruments: [fund, urban, .made(.instrument, "HE"), cluster], calls: [])
    #expect(book.offers([], on: ides).map(\.opportunity.identifier) == ["ERDF", "ERDF-SUD", "HE-CL3"])
  }

  private var instruments: [Opportunity] {
    [
      instrument("HE", Scope(programme: "HORIZONEU")),
      instrument("HE-RIA", Scope(programme: "HORIZONEU", typeOfAction: "HORIZON-RIA")),
      instrument(
        "HE-CL3-RIA",
        Scope(programme: "HORIZONEU", identifierPrefix: "HORIZON-CL3-", typeOfAction: "HORIZON-RIA")),
    ]
  }

  private func instrument(_ identifier: String, _ scope: Scope) -> Opportunity {
    var instrument = Opportunity.made(.instrument, identifier)
    instrument.appliesTo = [scope]
    return instrument
  }

  private func topic(_ identifier: String, action: String?) -> Opportunity {
    var topic = Opportunity.made(.topic, identifier).fromFeed()
    topic.programme = Coded(code: "HORIZONEU")
    topic.typesOfAction = action.map { [Coded(code: $0)] } ?? []
    return topic
  }

  private func instrument(of topic: Opportunity) -> String? {
    InstrumentBook(instruments: instruments, calls: []).offer(topic).instrumentIdentifier
  }
}
