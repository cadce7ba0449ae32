import BudgetSamples
import Foundation
import ParapetBudgeting
import ParapetModel
import Testing

/// Costs of a city that does not count in euro. The rates are those of the central bank of 9 May 2025:
/// DKK 7.4604 and SEK 10.9200 for EUR 1. Each figure is computed by hand beside it.
@Suite("Costs in another currency")
struct ConversionTests {
  @Test("cost and tax are converted, each to the cent, and the rest is as in euro")
  func taxLeftOut() throws {
    // 4,100,000.00 ÷ 7.4604 = 549,568.3877…; 1,025,000.00 ÷ 7.4604 = 137,392.0969…
    // 80 % of 549,568.39 = 439,654.712; 549,568.39 + 137,392.10 − 439,654.71 = 247,305.78
    let budget = try krone([item(cost: "4100000.00", vat: "1025000.00")])
    let line = try #require(budget.lines.first)
    #expect((line.cost, line.vat) == (euro("549568.39"), euro("137392.10")))
    #expect(budget.currency == .euro)
    #expect(budget.totals.eligible == euro("549568.39"))
    #expect(budget.totals.grant == euro("439654.71"))
    #expect(budget.totals.own == euro("247305.78"))
  }

  @Test("tax that counts is converted with the cost")
  func taxCounted() throws {
    // 549,568.39 + 137,392.10 = 686,960.49; 80 % = 549,568.392; the rest is 137,392.10
    let budget = try krone(
      [item(cost: "4100000.00", vat: "1025000.00")], terms { $0.rules.vat = Cited(.nonRecoverable, law) })
    #expect(budget.totals.eligible == euro("686960.49"))
    #expect(budget.totals.grant == euro("549568.39"))
    #expect(budget.totals.own == euro("137392.10"))
  }

  @Test("each line is rounded for itself, so that every line can be checked")
  func lines() throws {
    // 100.00 ÷ 7.4604 = 13.4041…, three times 13.40; the sum converted at once would be 40.21
    let budget = try krone([
      item(lines: [line(.travel, "100.00"), line(.travel, "100.00"), line(.travel, "100.00")])
    ])
    #expect(budget.lines.map(\.cost) == [euro("13.40"), euro("13.40"), euro("13.40")])
    #expect(budget.totals.cost == euro("40.20"))
  }

  @Test("equipment and indirect costs are shares of what was converted")
  func shares() throws {
    // 746,040.00 ÷ 7.4604 = 100,000.00; 12 of 60 months = 20,000.00; 7 % = 1,400.00; 80 % of 21,400.00 = 17,120.00
    var pole = item(lines: [line(.equipment, "746040.00")])
    pole.start = Day("2027-01-01")
    pole.end = Day("2027-12-31")
    let budget = try krone(
      [pole],
      terms {
        $0.rules.equipment = Cited(.depreciation, law)
        $0.rules.indirect = Cited(IndirectRule(rate: percent("7"), base: .direct), law)
      })
    #expect(budget.totals.eligible == euro("21400.00"))
    #expect(budget.totals.grant == euro("17120.00"))
    #expect(budget.totals.cost == euro("101400.00"))
  }

  @Test("ceilings and floors are the opportunity's, in its own currency")
  func bounds() throws {
    // 439,654.71 is cut to 400,000.00, and 549,568.39 − 400,000.00 is left; of 450,000.00 it falls short
    let cut = try krone(
      [item(cost: "4100000.00")], terms { $0.funding.maximumGrant = Cited(euro("400000.00"), law) })
    #expect(cut.totals.grant == euro("400000.00"))
    #expect(cut.totals.own == euro("149568.39"))
    let short = try krone(
      [item(cost: "4100000.00")], terms { $0.funding.minimumGrant = Cited(euro("450000.00"), law) })
    #expect(short.bound(.minimumGrant)?.bit == true)
  }

  @Test(
    "the threshold of five million is held against euro",
    arguments: [("300000.00", true), ("310000.00", false)])
  func threshold(vat: String, counts: Bool) throws {
    // 37,000,000.00 ÷ 7.4604 = 4,959,519.5967…; 300,000.00 ÷ 7.4604 = 40,212.3210…: 4,999,731.92 in all;
    // 310,000.00 ÷ 7.4604 = 41,552.7317…: 5,001,072.33 in all, and tax that may be recovered no longer counts
    var unstated = city()
    unstated.facts.vat = nil
    let budget = try krone(
      [item(cost: "37000000.00", vat: vat)], city: unstated,
      terms("80") { $0.rules.vat = Cited(.cpr, law) })
    #expect(budget.totals.eligible == euro(counts ? "4999731.92" : "4959519.60"))
  }

  @Test("a grant in another currency than the euro is counted across it")
  func across() throws {
    // 1,000.00 ÷ 7.4604 × 10.9200 = 1,463.7284…; of euro 1,000.00 × 10.9200 = 10,920.00; 80 % of it is 8,736.00
    let crown = try currency("SEK")
    let swedish = terms { $0.funding.currency = crown }
    let danish = try krone([item(cost: "1000.00")], swedish)
    #expect(danish.totals.eligible == Money(minorUnits: 146_373, currency: crown))
    let inEuro = try Budget.make(
      items: [item(cost: "1000.00")], city: city(), terms: swedish, exchange: exchange())
    #expect(inEuro.totals.grant == Money(minorUnits: 873_600, currency: crown))
  }

  @Test("the rate, its day and its publisher stand in the assumptions and beside every line")
  func stated() throws {
    let budget = try krone([item(cost: "4100000.00"), item("b2", cost: "100.00")])
    let conversion = try #require(budget.assumptions.conversion)
    #expect(conversion.quotes.map(\.day.description) == ["2025-05-09"])
    #expect(conversion.quotes.map(\.rate.description) == ["7.4604"])
    #expect(budget.assumptions.count { if case .converted = $0.what { true } else { false } } == 1)
    #expect(budget.assumptions.contains(Assumption(.converted(conversion), grade: .official)))
    let dane = try currency("DKK")
    #expect(
      budget.lines.map(\.because.first) == [
        .converted(Money(minorUnits: 410_000_000, currency: dane), conversion),
        .converted(Money(minorUnits: 10_000, currency: dane), conversion),
      ])
  }

  @Test("the estimate of a shortlist is the budget of the item alone")
  func estimate() throws {
    let estimate = try GrantEstimate.make(
      item: inKroner(item(cost: "4100000.00")), city: city(), terms: terms(), exchange: exchange())
    #expect(estimate.grant == euro("439654.71"))
    #expect(estimate.assumptions.conversion?.from.code == "DKK")
  }

  @Test("costs in the grant's own currency are left as they are, whatever rates are at hand")
  func untouched() throws {
    let with = try Budget.make(
      items: [item(cost: "100.05")], city: city(), terms: terms(), exchange: exchange())
    #expect(try with == budget([item(cost: "100.05")]))
    #expect(with.assumptions.conversion == nil)
  }

  @Test("without a rate nothing is counted")
  func noRate() throws {
    let dane = try currency("DKK")
    #expect(throws: BudgetError.otherCurrency(of: dane, expected: .euro)) {
      _ = try Budget.make(
        items: [inKroner(item(cost: "1"))], city: city(), terms: terms(), exchange: Exchange())
    }
  }

  @Test("costs that a rate lifts beyond all counting are an error, not a trap")
  func tooLarge() throws {
    let coin = try currency("XTS")
    let rates = try ExchangeRates(
      publisher: .inforEuro, day: day, rates: [coin: #require(ExchangeRate("0.0001"))])
    var huge = item(cost: "1")
    huge.cost = Money(minorUnits: Int64.max / 8, currency: coin)
    #expect(throws: BudgetError.tooLarge) {
      _ = try Budget.make(items: [huge], city: city(), terms: terms(), exchange: Exchange([rates], on: day))
    }
  }

  @Test(
    "converted budgets tie at every line: cost is grant and own, and never more than the eligible is granted")
  func ties() throws {
    let stated = ProcessInfo.processInfo.environment["PARAPET_TEST_SEED"].flatMap { UInt64($0) }
    let seed = stated ?? UInt64.random(in: .min ... .max)
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<200 {
      let lines = (0..<Int(1 + next(9))).map { _ in
        line(
          .otherGoods, Money(minorUnits: Int64(next(1_000_000_000))).decimal,
          vat: Money(minorUnits: Int64(next(1_000_000))).decimal)
      }
      let budget = try krone(
        [item(lines: lines)], terms("67.96") { $0.rules.vat = Cited(.nonRecoverable, law) })
      let grant = try #require(budget.totals.grant)
      let own = try #require(budget.totals.own)
      #expect(grant + own == budget.totals.cost, "seed \(seed)")
      #expect(budget.lines.compactMap(\.grant).reduce(.zero()) { $0 + $1 } == grant, "seed \(seed)")
      #expect(
        budget.lines.allSatisfy { ($0.grant?.minorUnits ?? 0) <= $0.eligible.minorUnits }, "seed \(seed)")
    }
  }

  private let day = Day(number: 20_217)

  private func currency(_ code: String) throws -> Currency { try #require(Currency(code)) }

  private func exchange() throws -> Exchange {
    let rates = try ExchangeRates(
      publisher: .centralBank, day: day,
      rates: [
        currency("DKK"): #require(ExchangeRate("7.4604")), currency("SEK"): #require(ExchangeRate("10.9200")),
      ])
    return Exchange([rates], on: day)
  }

  private func krone(
    _ items: [Item], city: City = city(), _ terms: FundingTerms = terms()
  ) throws -> Budget {
    try Budget.make(items: items.map(inKroner), city: city, terms: terms, exchange: exchange())
  }

  /// The same item with its figures in kroner.
  private func inKroner(_ item: Item) throws -> Item {
    let dane = try currency("DKK")
    func money(_ amount: Money) -> Money { Money(minorUnits: amount.minorUnits, currency: dane) }
    var item = item
    item.cost = item.cost.map(money)
    item.vat = item.vat.map(money)
    item.lines = item.lines.map { line in
      var line = line
      line.unitCost = money(line.unitCost)
      line.cost = money(line.cost)
      line.vat = line.vat.map(money)
      return line
    }
    return item
  }
}
