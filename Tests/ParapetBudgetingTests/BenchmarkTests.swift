import ParapetBudgeting
import ParapetModel
import Testing

@Suite("Costs against benchmarks")
struct BenchmarkTests {
  private func benchmark(_ basis: Benchmark.Basis, _ low: Int64, _ high: Int64) throws -> Benchmark {
    let citation = Citation(grade: .secondary, source: "https://example.eu/prices")
    let figures = [low, high].map { euros in
      Benchmark.Figure(
        low: Money(minorUnits: euros * 100), high: Money(minorUnits: euros * 100), year: 2017, place: "Nice",
        citation: citation)
    }
    return try #require(Benchmark(id: "b", measure: "surveillance", basis: basis, figures: figures))
  }

  private func findings(
    _ benchmark: Benchmark, measures: [String] = ["surveillance"], cost: Int64? = nil, price: Int64? = nil,
    unit: String = "Caméra", currency: Currency = .euro
  ) -> [Diagnostic] {
    var item = Item(id: "cctv", title: "Cameras")
    item.measures = measures
    item.cost = cost.map { Money(minorUnits: $0 * 100, currency: currency) }
    if let price {
      var line = CostLine(quantity: 30_000, unitCost: Money(minorUnits: price * 100, currency: currency))
      line.unit = unit
      item.lines = [line]
    }
    let city = City(id: "c", facts: ApplicantFacts())
    return BenchmarkCheck.findings(in: Portfolio(city: city, items: [item]), against: [benchmark])
  }

  @Test(
    "a price is remarked upon beyond five times the highest and below a fifth of the lowest figure",
    arguments: [(50_001, 1), (50_000, 0), (10_000, 0), (1600, 0), (1599, 1)] as [(Int64, Int)])
  func range(price: Int64, count: Int) throws {
    let found = findings(try benchmark(.unit(["caméra"]), 8000, 10_000), price: price)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.id == "cost-outside-benchmark" && $0.severity == .warning })
  }

  @Test("the word cites the figure, its place, year, grade and source")
  func cites() throws {
    let found = try #require(findings(try benchmark(.unit(["caméra"]), 8000, 10_000), price: 90_000).first)
    for part in ["above 10000.00 EUR", "Nice 2017", "grade secondary", "https://example.eu/prices"] {
      #expect(found.message.contains(part), "\(found.message)")
    }
  }

  @Test("a price by the piece says nothing of a line with another unit")
  func otherUnit() throws {
    let camera = try benchmark(.unit(["caméra"]), 8000, 10_000)
    #expect(findings(camera, price: 900_000, unit: "pièce").isEmpty)
    #expect(findings(camera, cost: 900_000).isEmpty)
  }

  @Test("the price of a project counts for an item of that measure alone")
  func project() throws {
    let project = try benchmark(.project, 150_000, 1_000_000)
    #expect(findings(project, cost: 5_000_100).count == 1)
    #expect(findings(project, price: 10_000_000).count == 1)
    #expect(findings(project, measures: ["surveillance", "lighting"], cost: 5_000_100).isEmpty)
    #expect(findings(project, measures: ["lighting"], cost: 5_000_100).isEmpty)
    #expect(findings(project).isEmpty)
  }

  @Test("another currency is never compared")
  func currency() throws {
    let krone = try #require(Currency("DKK"))
    #expect(findings(try benchmark(.project, 150_000, 1_000_000), cost: 9_000_000, currency: krone).isEmpty)
  }

  @Test("a benchmark of two currencies, or without a figure, is none")
  func noBenchmark() throws {
    let krone = try #require(Currency("DKK"))
    let citation = Citation(grade: .secondary, source: "https://example.eu")
    let mixed = Benchmark.Figure(
      low: Money(minorUnits: 1), high: Money(minorUnits: 1, currency: krone), year: 2020, place: "X",
      citation: citation)
    #expect(Benchmark(id: "b", measure: "m", basis: .project, figures: [mixed]) == nil)
    #expect(Benchmark(id: "b", measure: "m", basis: .project, figures: []) == nil)
  }
}
