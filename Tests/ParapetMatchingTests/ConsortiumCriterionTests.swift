import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The criterion of a consortium")
struct ConsortiumCriterionTests {
  private let french = ["country": "FR", "applicant": "local-authority"]

  @Test(
    "organisations and countries are counted with the city itself",
    arguments: [
      ("IT|ES", Outcome.met), ("IT|IT", .unmet), ("FR|ES", .unmet), ("IT", .unmet), ("none", .unmet),
      ("IT|ES|DE|PL", .met), (nil, .undecided),
    ] as [(String?, Outcome)])
  func threeOfThreeCountries(partners: String?, outcome: Outcome) throws {
    let criterion = Criterion.made("net", "consortium", [.minimum(["entities": "3", "countries": "3"])])
    #expect(try criterion.outcome(for: with(partners)) == outcome)
  }

  @Test("alone is enough where one organisation is asked for, whether or not partners are known")
  func one() throws {
    let criterion = Criterion.made("net", "consortium", [.minimum(["entities": "1"])])
    #expect(try criterion.outcome(for: with("none")) == .met)
    #expect(try criterion.outcome(for: with(nil)) == .met)
  }

  @Test(
    "Member States are counted apart from other countries",
    arguments: [("RS|BA", Outcome.unmet), ("IT|BA", .met), ("UK|CH", .unmet)])
  func memberStates(partners: String, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "net", "consortium", [.minimum(["entities": "3", "countries": "3", "memberStates": "2"])])
    #expect(try criterion.outcome(for: with(partners)) == outcome)
  }

  @Test(
    "where a kind of body is asked for, others do not count",
    arguments: [
      ("IT:local-authority", Outcome.met), ("IT:research", .unmet), ("IT", .undecided),
      ("IT:research|ES:local-authority", .met), ("FR:local-authority", .unmet),
    ])
  func ofAClass(partners: String, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "net", "consortium", [.minimum(["entities": "2", "countries": "2", "applicant": "local-authority"])])
    #expect(try criterion.outcome(for: with(partners)) == outcome)
  }

  @Test("every minimum has to be reached, not only one")
  func severalMinimums() throws {
    let criterion = Criterion.made(
      "net", "consortium",
      [
        .minimum(["entities": "3", "countries": "3"]),
        .minimum(["entities": "2", "applicant": "law-enforcement"]),
      ])
    #expect(try criterion.outcome(for: with("IT:law-enforcement|ES:research")) == .unmet)
    #expect(try criterion.outcome(for: with("IT:law-enforcement|ES:law-enforcement")) == .met)
  }

  @Test("too many organisations are too many, even where more might join")
  func maximum() throws {
    let criterion = Criterion.made("net", "consortium", [.maximum(["entities": "2"])])
    #expect(try criterion.outcome(for: with("IT|ES")) == .unmet)
    #expect(try criterion.outcome(for: with("IT")) == .met)
    #expect(try criterion.outcome(for: with(nil)) == .undecided)
  }

  @Test("whoever leaves the consortium open is asked for the partners")
  func asksForPartners() throws {
    let criterion = Criterion.made("net", "consortium", [.minimum(["entities": "2", "countries": "2"])])
    #expect(try criterion.missing(for: french) == [.partners])
    #expect(try criterion.missing(for: [:]) == [.country, .partners])
  }

  @Test("a partner whose country is unknown may be the missing one: undecided, and the partners are asked")
  func partnerOfUnknownCountry() throws {
    let test = try Criterion.made("net", "consortium", [.minimum(["entities": "2", "countries": "2"])])
      .logic()
    var subject = try Subject.stating(french)
    subject.partners = [ApplicantFacts()]
    let judgement = test.judge(subject, on: ides)
    #expect(judgement.outcome == .undecided)
    #expect(judgement.missing == [.partners])
  }

  @Test("a partner whose kind is unknown is asked for it, and so is a city whose own kind is unknown")
  func partnerOfUnknownKind() throws {
    let criterion = Criterion.made(
      "net", "consortium", [.minimum(["entities": "2", "applicant": "local-authority"])])
    #expect(try criterion.missing(for: with("IT")) == [.partners])
    #expect(try criterion.missing(for: ["country": "FR", "partners": "IT:local-authority"]) == [.applicant])
  }

  @Test("a partner named twice is one organisation")
  func namedTwice() throws {
    #expect(try organisations(["portanova", "portanova"]) == 2)
  }

  @Test("the city named among its own partners is still one organisation")
  func namedItself() throws {
    #expect(try organisations(["rivemont", "portanova"]) == 2)
  }

  @Test("a partner that the city does not describe counts, with its country unknown")
  func unknownPartner() throws {
    #expect(try organisations(["nowhere"]) == 2)
    var item = Item.made()
    item.partners = ["nowhere"]
    #expect(Subject(city: .rivemont(), item: item).partners == [ApplicantFacts()])
  }

  @Test("no word about partners is unknown, an empty list is alone")
  func unknownIsNotNone() {
    var item = Item.made()
    #expect(Subject(city: .rivemont(), item: item).partners == nil)
    item.partners = []
    #expect(Subject(city: .rivemont(), item: item).partners == [])
  }

  private func with(_ partners: String?) -> [String: String] {
    var facts = french
    facts["partners"] = partners
    return facts
  }

  private func organisations(_ partners: [String]) throws -> Int {
    var item = Item.made()
    item.partners = partners
    let test = try Criterion.made("net", "consortium", [.minimum(["entities": "1"])]).logic()
    guard
      case .consortium(let entities, _, _) = test.judge(
        Subject(city: .rivemont(), item: item), on: ides
      ).stated
    else { return 0 }
    return entities
  }
}
