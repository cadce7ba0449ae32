import Foundation
import ParapetMatching

/// The reference's workload: items of eleven facts, instruments of twelve criteria.
struct Workload {
  struct Item {
    var facts: CompiledFacts
    var keywords: UInt64
  }

  var items: [Item] = []
  var rules: [CompiledRule] = []
  private var keywords: [UInt64] = []
  private var rates: [Int] = []

  /// The facts of an item, in the order of the file.
  private enum Fact: Int, CaseIterable {
    case measures, applicant, country, region, cost, ready, end, partners, keywords, readiness, rate
  }

  /// Reads `gen_match.py`'s file of numbers.
  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var numbers = text.utf8.split { $0 == 0x20 || $0 == 0x0a }.makeIterator()
    func next() -> UInt64 { numbers.next().flatMap { UInt64(Substring($0)) } ?? 0 }
    let (itemCount, ruleCount) = (Int(next()), Int(next()))
    for _ in 0..<itemCount {
      let facts = Fact.allCases.map { _ in next() }
      items.append(Item(facts: CompiledFacts(facts), keywords: facts[Fact.keywords.rawValue]))
    }
    for _ in 0..<ruleCount {
      let row = (0..<14).map { _ in next() }
      keywords.append(row[10])
      rates.append(Int(row[13]))
      rules.append(Workload.rule(row))
    }
  }

  /// An instrument: m a c nuts nmask lo hi deadline eligend minp kw t0 t1 rate.
  private static func rule(_ row: [UInt64]) -> CompiledRule {
    func number(_ index: Int) -> Int64 { Int64(row[index]) }
    let whole: UInt64 = (1 << 40) - 1
    let tests: [CompiledTest] = [
      .any(of: Fact.measures.rawValue, in: row[0]),
      .any(of: Fact.applicant.rawValue, in: row[1]),
      .any(of: Fact.country.rawValue, in: row[2]),
      // All regions whose code begins alike lie between two numbers.
      .range(of: Fact.region.rawValue, number(3)...(number(3) | Int64(whole & ~row[4]))),
      .range(of: Fact.cost.rawValue, number(5)...(.max)),
      .range(of: Fact.cost.rawValue, .min...number(6)),
      .range(of: Fact.ready.rawValue, .min...number(7)),
      .range(of: Fact.end.rawValue, .min...number(8)),
      .range(of: Fact.partners.rawValue, number(9)...(.max)),
      .any(of: Fact.keywords.rawValue, in: row[10]),
      .range(of: Fact.readiness.rawValue, number(11)...number(12)),
      .range(of: Fact.rate.rawValue, .min...number(13)),
    ]
    return CompiledRule(
      all: tests.enumerated().map { CompiledRule.Leaf(column: $0.offset, test: $0.element) })
  }

  /// How good an instrument is for an item, as the reference counts it.
  func score(_ item: Item, _ rule: Int) -> Int {
    rates[rule] * 10 + 25 * (item.keywords & keywords[rule]).nonzeroBitCount
  }
}
