@testable import ParapetSearching
import ParapetBudgeting
import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The data that we ship")
struct ShippedDataTests {
  @Test("it is read without an error, and every requirement is understood")
  func readable() throws {
    let data = try ShippedData.funding.get()
    #expect(data.diagnostics.filter { $0.severity == .error } == [])
    #expect(try ShippedData.book.get().diagnostics == [])
    #expect(data.instruments.count >= 13)
    #expect(data.calls.count >= 5)
  }

  @Test("every example of every criterion gives the outcome that it states", arguments: ShippedData.examples)
  func examples(given: ShippedData.Case) throws {
    let facts = given.example.facts
    let today = facts["asOf"].map(day) ?? ides
    let judgement = try given.criterion.logic().judge(.stating(facts), on: today)
    #expect(judgement.outcome == given.example.outcome)
  }

  @Test("there are hundreds of examples, of every outcome, and no criterion goes without")
  func enoughExamples() throws {
    let criteria = try ShippedData.funding.get().opportunities.flatMap { $0.requirements?.criteria ?? [] }
    let examples = ShippedData.examples
    print("\(examples.count) examples of \(criteria.count) criteria in data/")
    #expect(examples.count > 300)
    #expect(criteria.filter(\.examples.isEmpty).map(\.id) == [])
    for outcome in Outcome.allCases {
      #expect(examples.contains { $0.example.outcome == outcome })
    }
  }

  @Test("an undecided criterion always asks for something", arguments: ShippedData.examples)
  func undecidedAsks(given: ShippedData.Case) throws {
    let judgement = try given.criterion.logic().judge(
      .stating(given.example.facts), on: given.example.facts["asOf"].map(day) ?? ides)
    #expect((judgement.outcome == .undecided) == !judgement.missing.isEmpty)
  }

  @Test("every measure that an instrument names is a measure of the catalogue")
  func measures() throws {
    let data = try ShippedData.funding.get()
    let known = Set(data.measures.measures.map(\.code))
    let named = data.opportunities.flatMap { $0.requirements?.criteria ?? [] }.flatMap(\.parameters)
      .compactMap { $0.attributes["measure"] }
    #expect(Set(named).subtracting(known) == [])
    #expect(known.count == 18)
  }

  @Test("our own city moved to Denmark is refused by the Internal Security Fund, by Protocol No 22")
  func denmark() throws {
    let match = try isf(country: "DK")
    #expect(match.verdict == .ineligible)
    let reason = try #require(match.reasons.first { $0.id == "isf-territory" })
    #expect(reason.outcome == .unmet)
    #expect(reason.citation.grade == .law)
    #expect(reason.citation.source == "CELEX:12016E/PRO/22 Art. 1 and 2")
  }

  @Test("moved to Ireland it is not, and in France neither", arguments: ["IE", "FR"])
  func ireland(country: String) throws {
    let match = try isf(country: country)
    #expect(match.verdict != .ineligible)
    #expect(match.reasons.first { $0.id == "isf-territory" }?.outcome == .met)
  }

  @Test("networks of towns are never eligible for barriers, and nothing but an unverified rule says so")
  func networksOfTowns() throws {
    let networks = try matches(of: "promenade", everything: true).filter {
      $0.offer.instrumentIdentifier == "CERV-NT"
    }
    #expect(networks.contains { $0.status == .open })
    for match in networks {
      #expect(match.verdict != .eligible)
      #expect(match.reasons.first { $0.id == "cerv-nt-no-hardware" }?.isUnverified == true)
    }
    let listed = try matches(of: "promenade").map(\.offer.instrumentIdentifier)
    #expect(!listed.contains("CERV-NT"))
  }

  @Test("a call on corruption is not shown for barriers, though it opens only in May")
  func corruption() throws {
    let match = try #require(
      try matches(of: "promenade", everything: true).first {
        $0.offer.opportunity.identifier == "ISF-2026-TF2-AG-CORRUPT"
      })
    #expect(match.status == .forthcoming)
    #expect(match.verdict == .ineligible)
    #expect(match.reasons.first { $0.id == "corrupt-measures" }?.outcome == .unmet)
  }

  @Test("the European Urban Initiative's fourth call is among the first three for the square")
  func square() throws {
    let matches = try matches(of: "square")
    let first = matches.prefix(3).map(\.offer.opportunity.identifier)
    #expect(first.contains("EUI-IA-4"), "\(first)")
  }

  @Test("cohesion policy is a row without a call, after the dated ones")
  func cohesion() throws {
    let matches = try matches(of: "square")
    let row = try #require(matches.first { $0.offer.opportunity.identifier == "ERDF" })
    #expect(row.status == .noCall)
    let dated = matches.filter { $0.verdict == row.verdict && $0.status < .noCall }
    #expect(dated.allSatisfy { ($0.rank ?? 0) < (row.rank ?? 0) })
  }

  @Test("every match of every item has a reason for each criterion of its instrument, with a source")
  func reasons() throws {
    let portfolio = try #require(try ShippedData.rivemont())
    for item in portfolio.items {
      for match in try matches(of: item.id) {
        let wanted = match.offer.tree.leaves.map(\.id)
        #expect(match.reasons.prefix(wanted.count).map(\.id) == wanted)
        #expect(match.reasons.allSatisfy { !$0.citation.source.isEmpty && !$0.kind.isEmpty })
        #expect(match.verdict != .undecided || !match.reasons.allSatisfy { $0.outcome == .met })
      }
    }
  }

  @Test("no term of the glossary is an everyday word: 'community-led' is no lighting")
  func everydayWords() throws {
    let call = Opportunity.made(
      .call, "A", title: "Community-led actions, led by six cities under all conditions")
    let items = try ShippedData.funding.get().measures.measures.map {
      Item.made($0.code, [$0.code], title: "")
    }
    let found = try WordSearch(offers: [InstrumentBook.offer(call)], lexicon: ShippedData.lexicon.get())
      .evidence(for: items)
    for (item, words) in zip(items, found) { #expect(words[0] == .none, "\(item.id)") }
  }

  @Test(
    "among the portal's topics of the day the European Urban Initiative stays in front, and nothing is ready that is not on the subject",
    .enabled(if: ShippedData.hasPortal))
  func portal() throws {
    var topics: [String: Opportunity] = [:]
    try FeedSource.read(ShippedData.portal) { event in
      if case .record(let record) = event { topics[record.key] = record.opportunity }
    }
    #expect(topics.count == 868)
    let matches = try matches(of: "square", with: topics.keys.sorted().compactMap { topics[$0] })
    #expect(matches.prefix(3).contains { $0.offer.opportunity.identifier == "EUI-IA-4" })
    for match in matches where match.standing == .ready { #expect(match.fit.isRelevant) }
  }

  @Test("the same question gives the same list")
  func repeatable() throws {
    func rows() throws -> [String] {
      try matches(of: "crowd-pilot").map { "\($0.offer.opportunity.identifier) \($0.fit) \($0.reasons)" }
    }
    #expect(try rows() == rows())
  }

  private func isf(country: String) throws -> Match {
    let portfolio = try #require(try ShippedData.rivemont(country: country))
    let item = try #require(portfolio.items.first { $0.id == "police-training" })
    let instrument = try #require(
      try ShippedData.funding.get().instruments.first { $0.identifier == "ISF-UA" })
    return try Matcher.onTheIdes().match(item, portfolio.city, with: ShippedData.book.get().offer(instrument))
  }

  private func matches(of item: String, everything: Bool = false, with topics: [Opportunity] = []) throws
    -> [Match]
  {
    let portfolio = try #require(try ShippedData.rivemont())
    let data = try ShippedData.funding.get()
    let shortlist = try Shortlist(
      portfolio, among: ShippedData.book.get().offers(topics, on: ides),
      lexicon: ShippedData.lexicon.get(), on: ides, only: [item],
      everything: everything,
      pricing: Pricing(measures: data.measures))
    return try #require(shortlist.items.first).matches
  }
}
