import BudgetSamples
import ParapetBudgeting
import ParapetModel
import Testing

/// A budget computed by hand: what is applied for, the computation, and its four figures to the cent.
struct Vector: CustomTestStringConvertible, Sendable {
  /// What it is about.
  let name: String
  /// The computation, as one does it with a pencil.
  let hand: String
  /// Cost, eligible, grant and own contribution.
  let expected: [String]
  var items: [Item]
  var city: City
  var terms: FundingTerms
  var requested: String?
  var exchange = Exchange()

  var testDescription: String { name }

  /// A vector; `rate` is in percent, and one item holds all lines.
  init(
    _ name: String, _ hand: String, _ expected: [String], _ lines: [CostLine], rate: String? = "80",
    city: City = BudgetSamples.city(), _ change: (inout Vector) -> Void = { _ in }
  ) {
    (self.name, self.hand, self.expected, self.city) = (name, hand, expected, city)
    items = [item(lines: lines)]
    terms = BudgetSamples.terms(rate)
    change(&self)
  }

  /// What the program makes of it: cost, eligible, grant and own contribution.
  func found() throws -> [String] {
    let totals = try budget().totals
    return [totals.cost, totals.eligible, totals.grant, totals.own].map { $0?.decimal ?? "unknown" }
  }

  func budget() throws -> Budget {
    try Budget.make(
      items: items, city: city, terms: terms,
      requested: requested.flatMap { Money(decimal: $0, currency: terms.funding.currency) },
      exchange: exchange)
  }
}

@Suite("Budgets computed by hand")
struct VectorTests {
  static let all =
    Vector.tax + Vector.indirect + Vector.partners + Vector.equipment + Vector.currencies
    + Vector.lumpsAndBounds

  @Test("to the cent", arguments: all)
  func holds(_ vector: Vector) throws {
    #expect(try vector.found() == vector.expected, "\(vector.hand)")
  }

  @Test("each says how it was computed, and every layout has its totals", arguments: all)
  func ties(_ vector: Vector) throws {
    #expect(!vector.hand.isEmpty)
    #expect(TieOut(try vector.budget(), items: vector.items).ties)
  }

  @Test("there are more than forty, and no two are alike")
  func count() {
    #expect(Self.all.count > 40)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }
}
