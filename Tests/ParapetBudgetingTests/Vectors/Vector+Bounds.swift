import BudgetSamples
import ParapetModel

extension Vector {
  private static func counted(
    _ category: CostCategory, _ quantity: Int64, _ price: String, unit: String = "month"
  ) -> CostLine {
    var line = CostLine(quantity: quantity, unitCost: euro(price))
    (line.category, line.unit, line.vat, line.year, line.workPackage) = (
      category, unit, euro("0"), 2027, "WP1"
    )
    return line
  }

  private static func rounded(
    _ name: String, _ hand: String, _ expected: [String], _ cost: String, rate: String, _ rule: Rounding
  ) -> Vector {
    Vector(name, hand, expected, [line(.otherGoods, cost)], rate: rate) {
      $0.terms.rules.rounding = Cited(rule, law)
    }
  }

  /// Lump sums and unit contributions, ceilings and floors, and each way of rounding.
  static let lumpsAndBounds: [Vector] = [
    Vector(
      "person-months at a unit cost", "48 × 6,905 = 331,440; 25 % = 82,860; 414,300 in full",
      ["414300.00", "414300.00", "414300.00", "0.00"], [counted(.employees, 480_000, "6905")], rate: "100"
    ) {
      $0.terms.rules.form = Cited(.unitCosts, law)
      $0.terms.rules.indirect = Cited(IndirectRule(rate: percent("25"), base: .directLessExcluded), law)
    },
    Vector(
      "one and a half of a third", "1.5 × 333.33 = 499.995, 500.00; 80 % = 400",
      ["500.00", "500.00", "400.00", "100.00"], [counted(.travel, 15_000, "333.33", unit: "trip")]),
    Vector(
      "a third of three euro", "0.3333 × 3 = 0.9999, 1.00; 0.80", ["1.00", "1.00", "0.80", "0.20"],
      [counted(.travel, 3_333, "3", unit: "day")]),
    Vector(
      "two unit costs under one rate",
      "12 × 4,800 = 57,600; 4.5 × 91.15 = 410.175, 410.18; 58,010.18; "
        + "90 % = 52,209.162", ["58010.18", "58010.18", "52209.16", "5801.02"],
      [counted(.employees, 120_000, "4800"), counted(.travel, 45_000, "91.15", unit: "day")], rate: "90"),
    rounded(
      "a lump sum in whole euro, down", "80 % of 99,999.99 = 79,999.992, 79,999",
      ["99999.99", "99999.99", "79999.00", "20000.99"], "99999.99", rate: "80", .euro),
    rounded(
      "to the nearest euro, up", "90 % of 140,493 = 126,443.7, 126,444",
      ["140493.00", "140493.00", "126444.00", "14049.00"], "140493", rate: "90", .nearestEuro),
    rounded(
      "to the nearest euro, down", "60 % of 4,427,672 = 2,656,603.2, 2,656,603",
      ["4427672.00", "4427672.00", "2656603.00", "1771069.00"], "4427672", rate: "60", .nearestEuro),
    rounded(
      "to the nearest cent, up", "66.667 % of 100 = 66.667, 66.67", ["100.00", "100.00", "66.67", "33.33"],
      "100", rate: "66.667", .nearestCent),
    rounded(
      "down to the cent", "66.667 % of 100 = 66.667, 66.66", ["100.00", "100.00", "66.66", "33.34"], "100",
      rate: "66.667", .cent),
    Vector(
      "a ceiling with cents", "90 % of 1,000,000 = 900,000, cut to 750,000.50",
      ["1000000.00", "1000000.00", "750000.50", "249999.50"], [line(.otherGoods, "1000000")], rate: "90"
    ) { $0.terms.funding.maximumGrant = Cited(euro("750000.50"), law) },
    Vector(
      "a floor does not lift", "80 % of 1,000 = 800, below 5,000, and stays",
      ["1000.00", "1000.00", "800.00", "200.00"], [line(.otherGoods, "1000")]
    ) { $0.terms.funding.minimumGrant = Cited(euro("5000"), law) },
    Vector(
      "asked for less", "80 % of 1,000 = 800; 612.34 is asked for",
      ["1000.00", "1000.00", "612.34", "387.66"],
      [line(.otherGoods, "1000")]
    ) { $0.requested = "612.34" },
    Vector(
      "the lowest of two ceilings", "800, cut to 700 by the call and to 650 by the request",
      ["1000.00", "1000.00", "650.00", "350.00"], [line(.otherGoods, "1000")]
    ) {
      $0.terms.funding.maximumGrant = Cited(euro("700"), law)
      $0.requested = "650"
    },
    Vector(
      "no rate, no grant", "the eligible cost is known, the grant is not",
      ["1000.00", "1000.00", "unknown", "unknown"],
      [line(.otherGoods, "1000")], rate: nil),
  ]
}
