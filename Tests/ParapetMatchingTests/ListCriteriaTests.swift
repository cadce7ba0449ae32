import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Criteria that are lists")
struct ListCriteriaTests {
  @Test(
    "a list of accepted kinds of body refuses the others and asks where the kind is unknown",
    arguments: [
      ("local-authority", Outcome.met), ("research", .met), ("private-company", .unmet), (nil, .undecided),
    ] as [(String?, Outcome)])
  func applicants(applicant: String?, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "who", "applicant-class",
      [.include(["applicant": "local-authority"]), .include(["applicant": "research"])])
    #expect(try criterion.outcome(for: facts("applicant", applicant)) == outcome)
  }

  @Test("a list that only refuses accepts all others")
  func onlyExcludes() throws {
    let criterion = Criterion.made("who", "applicant-class", [.exclude(["applicant": "private-company"])])
    #expect(try criterion.outcome(for: ["applicant": "private-company"]) == .unmet)
    #expect(try criterion.outcome(for: ["applicant": "non-profit"]) == .met)
  }

  @Test("what is on both lists is refused, in whatever order they are written")
  func exclusionsFirst() throws {
    let lists: [Criterion.Parameter] = [.include(["group": "EU"]), .exclude(["country": "DK"])]
    for parameters in [lists, lists.reversed()] {
      let criterion = Criterion.made("where", "territory", parameters)
      #expect(try criterion.outcome(for: ["country": "DK"]) == .unmet)
      #expect(try criterion.outcome(for: ["country": "IE"]) == .met)
    }
  }

  @Test("'otherwise' answers for what no list names, and only for that", arguments: Outcome.allCases)
  func otherwise(answer: Outcome) throws {
    let criterion = Criterion.made(
      "where", "territory", [.include(["group": "EU"]), .exclude(["country": "DK"]), .otherwise(answer)])
    #expect(try criterion.outcome(for: ["country": "UA"]) == answer)
    #expect(try criterion.outcome(for: ["country": "FR"]) == .met)
    #expect(try criterion.outcome(for: ["country": "DK"]) == .unmet)
  }

  @Test("where the list leaves it open, the call's document is asked and not the city")
  func openListAsksTheDocument() throws {
    let criterion = Criterion.made("where", "territory", [.include(["group": "EU"]), .otherwise(.undecided)])
    #expect(try criterion.missing(for: ["country": "UA"]) == [.callDocument])
    #expect(try criterion.missing(for: [:]) == [.country])
  }

  @Test(
    "Greece and the United Kingdom are found by either code",
    arguments: [("GR", "EL"), ("EL", "GR"), ("GB", "UK"), ("UK", "GB")])
  func bothCodes(written: String, stated: String) throws {
    let criterion = Criterion.made("where", "territory", [.include(["country": written])])
    #expect(try criterion.outcome(for: ["country": stated]) == .met)
  }

  @Test("overseas countries are a group of their own, beside the Member States")
  func overseas() throws {
    let criterion = Criterion.made("where", "territory", [.include(["group": "OCT"])])
    #expect(try criterion.outcome(for: ["country": "NC"]) == .met)
    #expect(try criterion.outcome(for: ["country": "FR"]) == .unmet)
  }

  @Test(
    "a region is judged by the start of its code",
    arguments: [("FRL03", Outcome.met), ("FRL", .met), ("FRK26", .unmet), ("ITC33", .unmet)])
  func regions(nuts: String, outcome: Outcome) throws {
    let criterion = Criterion.made("where", "territory", [.include(["nuts": "FRL"])])
    #expect(try criterion.outcome(for: ["nuts": nuts]) == outcome)
  }

  @Test("a city of which only the country is known may lie in the region: undecided, and its region is asked")
  func regionKnownToCountryLevel() throws {
    let criterion = Criterion.made("where", "territory", [.include(["nuts": "FRL"])])
    for known in [["country": "FR"], ["country": "FR", "nuts": "FR"], ["nuts": "FR"]] {
      #expect(try criterion.outcome(for: known) == .undecided, "\(known)")
      #expect(try criterion.missing(for: known) == [.nuts], "\(known)")
    }
    #expect(try criterion.outcome(for: ["country": "IT"]) == .unmet)
    #expect(try criterion.outcome(for: ["country": "IT", "nuts": "IT"]) == .unmet)
  }

  @Test("a refused region leaves a city open whose region is not known, though its country is accepted")
  func refusedRegion() throws {
    let criterion = Criterion.made(
      "where", "territory", [.include(["group": "EU"]), .exclude(["nuts": "FRY"])])
    #expect(try criterion.outcome(for: ["country": "FR", "nuts": "FRY10"]) == .unmet)
    #expect(try criterion.outcome(for: ["country": "FR", "nuts": "FRL03"]) == .met)
    #expect(try criterion.outcome(for: ["country": "FR"]) == .undecided)
    #expect(try criterion.outcome(for: ["country": "FR", "nuts": "FR"]) == .undecided)
    #expect(try criterion.outcome(for: ["country": "DE"]) == .met)
  }

  @Test("where the country alone decides, the region is not asked for")
  func regionDoesNotMatter() throws {
    let accepted = Criterion.made(
      "where", "territory", [.include(["country": "FR"]), .include(["nuts": "FRL"])])
    #expect(try accepted.outcome(for: ["country": "FR"]) == .met)
    let refused = Criterion.made(
      "where", "territory", [.exclude(["country": "FR"]), .include(["nuts": "FRL"])])
    #expect(try refused.outcome(for: ["country": "FR"]) == .unmet)
  }

  @Test("a region of a Member State is in the Union even where the country is not repeated")
  func countryFromRegion() throws {
    let criterion = Criterion.made("where", "territory", [.include(["group": "EU"])])
    #expect(try criterion.outcome(for: ["nuts": "EL30"]) == .met)
    #expect(try criterion.outcome(for: ["nuts": "UKI31"]) == .unmet)
  }

  @Test(
    "a category of region is on the list, off the list, or unknown",
    arguments: [("transition", Outcome.met), ("more-developed", .unmet), (nil, .undecided)]
      as [(String?, Outcome)])
  func regionCategory(category: String?, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "cohesion", "region-category",
      [.include(["category": "transition"]), .include(["category": "less-developed"])])
    #expect(try criterion.outcome(for: facts("regionCategory", category)) == outcome)
  }

  @Test(
    "an item is paid as a whole, refused as a whole, or has to be divided",
    arguments: [
      ("awareness", Outcome.met), ("awareness|training", .met), ("barriers", .unmet),
      ("barriers|lighting", .unmet), ("awareness|barriers", .undecided), (nil, .undecided),
    ] as [(String?, Outcome)])
  func measures(measures: String?, outcome: Outcome) throws {
    let criterion = Criterion.made(
      "what", "measure",
      [
        .include(["measure": "awareness", "fit": "core"]),
        .include(["measure": "training", "fit": "possible"]),
      ])
    #expect(try criterion.outcome(for: facts("measures", measures)) == outcome)
  }

  @Test("of a divided item the reason names the measures that are refused")
  func refusedMeasures() throws {
    let criterion = Criterion.made("what", "measure", [.include(["measure": "awareness", "fit": "core"])])
    let judgement = try criterion.logic().judge(
      .stating(["measures": "awareness|barriers"]), on: ides)
    #expect(judgement.stated == .values(.measure, ["awareness", "barriers"], refused: ["barriers"]))
    #expect(judgement.missing == [.measures])
  }

  private func facts(_ name: String, _ value: String?) -> [String: String] {
    value.map { [name: $0] } ?? [:]
  }
}
