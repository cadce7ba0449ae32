import ParapetBudgeting
import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The four invented cities")
struct ExampleCityTests {
  @Test(
    "a city's files are without a finding, and its name is said in both languages",
    arguments: ShippedData.cities)
  func readable(city: String) throws {
    let (portfolio, diagnostics) = try ShippedData.portfolio(city)
    #expect(diagnostics == [])
    let read = try #require(portfolio)
    #expect(read.city.id == city)
    #expect(Set(read.city.names.map(\.language)) == ["en", "fr"])
    #expect(read.items.count >= 6)
    #expect(
      read.items.allSatisfy {
        !$0.text.isEmpty && !$0.measures.isEmpty && $0.cost != nil || !$0.lines.isEmpty
      })
  }

  @Test("the cities differ where the rules do: size, category of region and currency")
  func variety() throws {
    let cities = try ShippedData.cities.map { try #require(try ShippedData.portfolio($0).portfolio).city }
    #expect(Set(cities.compactMap(\.facts.regionCategory)) == [.lessDeveloped, .transition, .moreDeveloped])
    #expect(Set(cities.map(\.currency.code)) == ["DKK", "EUR"])
    #expect(cities.compactMap(\.facts.population).sorted() == [18_000, 96_500, 342_669, 718_000])
  }

  @Test(
    "the town of 18,000 gets up to 85 % from cohesion policy, whatever the item",
    arguments: ["ERDF", "ERDF-SUD"])
  func lessDeveloped(instrument: String) throws {
    let town = try city("lipovgrad")
    for item in town.items {
      #expect(try rates(item, of: town.city, under: instrument) == [percent(85)])
      let row = try ShippedData.match(item, of: town.city, with: instrument)
      #expect(row.status == .noCall)
      #expect(row.verdict != .ineligible)
    }
  }

  @Test(
    "the town of 18,000 is never eligible for the Urban Initiative's fourth call, and its size is the reason")
  func tooSmall() throws {
    let town = try city("lipovgrad")
    for item in town.items {
      let match = try ShippedData.match(item, of: town.city, with: "EUI-IA-4")
      #expect(match.verdict != .eligible)
      let reason = try #require(match.reasons.first { $0.kind == "population" })
      #expect(reason.outcome == .unmet)
      #expect(reason.required == .range(.population, minimum: 25_000, maximum: nil, of: []))
      #expect(reason.stated == .number(.population, 18_000))
      #expect(match.verdict == .ineligible || match.questions.contains(.callDocument))
    }
  }

  @Test("the metropolis gets up to 40 %, and no question of size stands against it")
  func moreDeveloped() throws {
    let metropolis = try city("havenrijk")
    for item in metropolis.items {
      #expect(try rates(item, of: metropolis.city, under: "ERDF") == [percent(40)])
      let match = try ShippedData.match(item, of: metropolis.city, with: "EUI-IA-4")
      #expect(match.reasons.first { $0.kind == "population" }?.outcome == .met)
    }
  }

  @Test(
    "the category of 2014 and the product per head reach the rates between: 70 % and 50 %",
    arguments: [
      Region(now: .transition, before: .lessDeveloped, poor: nil, rate: 70),
      Region(now: .transition, before: .transition, poor: nil, rate: 60),
      Region(now: .transition, before: .moreDeveloped, poor: nil, rate: 60),
      Region(now: .moreDeveloped, before: .transition, poor: false, rate: 50),
      Region(now: .moreDeveloped, before: .moreDeveloped, poor: true, rate: 50),
      Region(now: .moreDeveloped, before: .transition, poor: true, rate: 50),
      Region(now: .moreDeveloped, before: .moreDeveloped, poor: false, rate: 40),
      Region(now: .lessDeveloped, before: .transition, poor: nil, rate: 85),
      Region(now: .outermost, before: nil, poor: nil, rate: 85),
    ])
  func regions(region: Region) throws {
    var metropolis = try city("havenrijk")
    metropolis.city.facts.regionCategory = region.now
    metropolis.city.facts.regionCategory2014 = region.before
    metropolis.city.facts.gdpBelowAverage = region.poor
    #expect(try rates(metropolis.items[0], of: metropolis.city, under: "ERDF") == [percent(region.rate)])
  }

  /// A region by the three facts that decide its rate (Regulation (EU) 2021/1060, Art. 112(3)).
  struct Region: Sendable {
    var now: RegionCategory
    var before: RegionCategory?
    var poor: Bool?
    var rate: Int
  }

  @Test("the Danish city is refused by internal security and justice, by law, whatever the item")
  func denmark() throws {
    let danish = try city("fjordholm")
    let refused = try ShippedData.funding.get().opportunities.filter {
      ["ISF-UA", "ISF-NP", "JUSTICE"].contains($0.identifier)
        || $0.partOf.contains { ["ISF-UA", "JUSTICE"].contains($0.ref) }
    }
    #expect(refused.count >= 10)
    for opportunity in refused {
      for item in danish.items {
        let match = try ShippedData.match(item, of: danish.city, with: opportunity.identifier)
        #expect(match.verdict == .ineligible, "\(opportunity.identifier)")
        #expect(
          match.reasons.contains {
            $0.kind == "territory" && $0.outcome == .unmet && $0.citation.grade == .law
          })
      }
    }
  }

  @Test(
    "what every project of a programme is paid is the programme's to say: its rate is a cap",
    arguments: [("INTERREG-A", 80), ("INTERREG-B", 80), ("INTERREG-C", 80), ("URBACT", 80), ("LEADER", 85)])
  func capsOfProgrammes(instrument: String, cap: Int) throws {
    let town = try city("lipovgrad")
    let offer = try ShippedData.book.get().offer(ShippedData.opportunity(instrument))
    let estimate = ShippedData.pricing.estimate(town.items[0], of: town.city, under: offer.terms)
    #expect(try rates(town.items[0], of: town.city, under: instrument) == [percent(cap)])
    #expect(
      estimate?.assumptions.contains { if case .cap(.programme, _, _) = $0.what { true } else { false } }
        == true)
  }

  @Test("costs in kroner have no budget in euro, and everything is answered all the same")
  func kroner() throws {
    let danish = try city("fjordholm")
    let book = try ShippedData.book.get()
    for offer in try ShippedData.funding.get().opportunities.map({ book.offer($0) }) {
      for item in danish.items {
        #expect(throws: BudgetError.self) {
          try Budget.make(items: [item], city: danish.city, terms: offer.terms)
        }
        let match = try ShippedData.match(item, of: danish.city, with: offer.opportunity.identifier)
        #expect(match.estimate == nil)
        #expect(!match.reasons.isEmpty)
      }
    }
  }

  @Test("whatever is undecided says what would decide it", arguments: ShippedData.cities)
  func questions(city name: String) throws {
    let city = try city(name)
    for opportunity in try ShippedData.funding.get().opportunities {
      for item in city.items {
        let match = try ShippedData.match(item, of: city.city, with: opportunity.identifier)
        let pair = "\(item.id) × \(opportunity.identifier)"
        let isDoubted = match.reasons.contains(where: \.isUnverified)
        #expect(match.verdict != .undecided || isDoubted || !match.questions.isEmpty, "\(pair)")
        // When one can apply, and for what, is asked of an eligible pair too: they decide nothing about who may.
        let open = match.reasons.filter { $0.outcome == .undecided && !$0.isMoot }
        let others: Set<String> = ["dates", "measure", "eligibility", "grant-size"]
        #expect(match.verdict != .eligible || open.allSatisfy { others.contains($0.kind) }, "\(pair)")
      }
    }
  }

  private func city(_ name: String) throws -> Portfolio {
    try #require(try ShippedData.portfolio(name).portfolio)
  }

  /// The rates at which the costs of an item are paid, each once.
  private func rates(_ item: Item, of city: City, under instrument: String) throws -> Set<Rate> {
    let offer = try ShippedData.book.get().offer(ShippedData.opportunity(instrument))
    return Set(try Budget.make(items: [item], city: city, terms: offer.terms).lines.compactMap(\.rate))
  }

  private func percent(_ value: Int) throws -> Rate { try #require(Rate(percent: "\(value)")) }
}
