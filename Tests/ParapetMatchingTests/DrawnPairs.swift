import SeededDraws
import ParapetModel

@testable import ParapetMatching

extension City {
  /// A city of which each fact is stated or not, with partners.
  static func drawn(using generator: inout SeededGenerator) -> City {
    var city = City(id: "city", facts: .drawn(using: &generator))
    city.facts.awards =
      [nil, [], [.urbactGoodPractice], [.urbanInnovativeAction]].randomElement(using: &generator) ?? nil
    city.partners = (0..<Int.random(in: 0...3, using: &generator)).map { number in
      Partner(id: "partner-\(number)", name: "Partner", facts: .drawn(using: &generator))
    }
    return city
  }
}

extension ApplicantFacts {
  fileprivate static func drawn(using generator: inout SeededGenerator) -> ApplicantFacts {
    var facts = ApplicantFacts()
    let seats: [(String, String?)] = [("FR", "FRL03"), ("FR", nil), ("DK", nil), ("IT", "ITC"), ("UA", nil)]
    if let seat = seats.randomElement(using: &generator), Bool.random(using: &generator) {
      facts.country = Country(seat.0)
      facts.nuts = seat.1
    }
    if Int.random(in: 0..<4, using: &generator) > 0 {
      facts.applicant = ApplicantClass.allCases.randomElement(using: &generator)
    }
    if Int.random(in: 0..<4, using: &generator) > 0 {
      facts.population = [0, 24_999, 25_000, 100_000, 3_000_000].randomElement(using: &generator)
    }
    if Bool.random(using: &generator) {
      facts.regionCategory = RegionCategory.allCases.randomElement(using: &generator)
    }
    return facts
  }
}

extension Item {
  /// An item of which each fact is stated or not.
  static func drawn(of city: City, using generator: inout SeededGenerator) -> Item {
    var item = Item(id: "item", title: "Item")
    let measures = ["training", "lighting", "barriers", "surveillance", "unheard-of"]
    item.measures = measures.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    item.start =
      ([nil] + ["2026-01-01", "2027-06-01"].map { Day($0) }).randomElement(using: &generator) ?? nil
    let ends = ["2025-12-31", "2026-03-15", "2026-06-30", "2028-12-31"].map { Day($0) }
    item.end = ([nil] + ends).randomElement(using: &generator) ?? nil
    let names = city.partners.map(\.id)
    item.partners = [nil, [], names, Array(names.prefix(1))].randomElement(using: &generator) ?? nil
    item.coordinator = [nil, nil, "city", names.first].randomElement(using: &generator) ?? nil
    item.technologyReadiness = [nil, 3, 6, 9].randomElement(using: &generator) ?? nil
    item.purposes =
      [nil, [], [.military], [.publicOrder, .military]].randomElement(using: &generator) ?? nil
    let headings: [[CostCategory?]] = [[], [.works], [.works, .equipment], [.travel], [nil, .works]]
    item.lines = (headings.randomElement(using: &generator) ?? []).map { heading in
      var line = CostLine(quantity: 10_000, unitCost: Money(minorUnits: 100))
      line.category = heading
      return line
    }
    return item
  }
}

extension Requirement {
  /// A tree over all kinds of criterion, of every grade, with alternatives and negations.
  static func drawn(using generator: inout SeededGenerator) -> Requirement {
    var number = 0
    let depth = Int.random(in: 0...3, using: &generator)
    return .all([drawn(depth: depth, &number, &generator), drawn(depth: 0, &number, &generator)])
  }

  private static func drawn(
    depth: Int, _ number: inout Int, _ generator: inout SeededGenerator
  ) -> Requirement {
    let kind = depth == 0 ? 9 : Int.random(in: 0..<8, using: &generator)
    guard kind < 7 else {
      number += 1
      return .criterion(.drawn("c\(number)", using: &generator))
    }
    guard kind < 6 else { return .not(drawn(depth: depth - 1, &number, &generator)) }
    var parts: [Requirement] = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      parts.append(drawn(depth: depth - 1, &number, &generator))
    }
    return kind < 4 ? .all(parts) : .any(parts)
  }
}

extension Criterion {
  /// A criterion of any kind, sometimes one that is not in force or cannot be understood.
  fileprivate static func drawn(_ id: String, using generator: inout SeededGenerator) -> Criterion {
    let open = Parameter.otherwise(.undecided)
    let kinds: [(String, [[Parameter]])] = [
      (
        "territory",
        [
          [.include(["country": "FR"]), .include(["nuts": "ITC4"])],
          [.include(["group": "EU"]), .exclude(["country": "DK"])], [.include(["country": "UA"]), open],
        ]
      ),
      (
        "applicant-class",
        [
          [.include(["applicant": "local-authority"]), .include(["applicant": "research"])],
          [.exclude(["applicant": "private-company"])], [.include(["applicant": "public-body"]), open],
        ]
      ),
      (
        "population", [[.minimum(["value": "25000"])], [.minimum(["value": "9"]), .maximum(["value": "3"])]]
      ),
      (
        "region-category",
        [[.include(["category": "transition"])], [.exclude(["category": "outermost"]), open]]
      ),
      (
        "measure",
        [
          [
            .include(["measure": "training", "fit": "core"]),
            .include(["measure": "lighting", "fit": "possible"]),
          ],
          [.exclude(["measure": "barriers"])],
          [.include(["measure": "surveillance", "fit": "possible", "scope": "part"]), open],
        ]
      ),
      ("duration", [[.maximum(["months": "24"])], [.minimum(["months": "6"]), .maximum(["months": "36"])]]),
      ("completion", [[]]),
      (
        "consortium",
        [
          [.minimum(["entities": "2", "countries": "2"])],
          [.minimum(["entities": "1", "applicant": "research"])],
          [.maximum(["entities": "2"])],
        ]
      ),
      ("coordinator", [[.include(["applicant": "local-authority"])]]),
      ("previous-award", [[.include(["award": "urbact-good-practice"])]]),
      ("partner-share", [[.minimum(["percent": "50"]), .include(["category": "transition"])]]),
      (
        "technology-readiness",
        [[.maximum(["level": "6"])], [.minimum(["level": "4"]), .include(["measure": "training"])]]
      ),
      ("excluded-purpose", [[.exclude(["purpose": "military", "measure": "surveillance"])]]),
      ("cost-heading", [[.exclude(["heading": "W", "measure": "barriers"])]]),
      ("no-such-kind", [[]]),
    ]
    let kind = kinds.randomElement(using: &generator) ?? kinds[0]
    return .made(
      id, kind.0, kind.1.randomElement(using: &generator) ?? [],
      grade: Int.random(in: 0..<4, using: &generator) == 0 ? .readFromText : .law,
      from: Int.random(in: 0..<10, using: &generator) == 0 ? "2026-05-01" : nil)
  }
}
