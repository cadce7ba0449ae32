import BudgetSamples
import ParapetModel

extension Vector {
  private static func flat(
    _ name: String, _ hand: String, _ expected: [String], _ share: String, of base: IndirectRule.Base,
    rate: String, _ lines: [CostLine], _ change: (inout Vector) -> Void = { _ in }
  ) -> Vector {
    Vector(name, hand, expected, lines, rate: rate) {
      $0.terms.rules.indirect = Cited(IndirectRule(rate: percent(share), base: base), law)
      change(&$0)
    }
  }

  /// Each base of indirect costs.
  static let indirect: [Vector] = [
    flat(
      "7 % of direct costs",
      "10,000 + 5,000 + 1,234.57 = 16,234.57; 7 % = 1,136.4199, 1,136.42; "
        + "17,370.99; 90 % = 15,633.891", ["17370.99", "17370.99", "15633.89", "1737.10"], "7", of: .direct,
      rate: "90", [line(.employees, "10000"), line(.subcontracting, "5000"), line(.travel, "1234.57")]),
    flat(
      "7 % without volunteers, whose work is not paid",
      "7 % of 10,000 = 700; 12,700; 90 % = 11,430, but no more than 12,700 − 2,000 = 10,700",
      ["12700.00", "12700.00", "10700.00", "2000.00"], "7", of: .directLessVolunteers, rate: "90",
      [line(.employees, "10000"), line(.volunteers, "2000")]),
    flat(
      "25 % of Horizon",
      "base 40,000 + 3,333.33; 25 % = 10,833.3325; 59,333.33 + 10,833.33 = 70,166.66; "
        + "70 % = 49,116.662", ["70166.66", "70166.66", "49116.66", "21050.00"], "25",
      of: .directLessExcluded, rate: "70",
      [
        line(.employees, "40000"), line(.subcontracting, "10000"), line(.travel, "3333.33"),
        line(.thirdParties, "5000"), line(.internallyInvoiced, "1000"),
      ]),
    flat(
      "25 % rounded half up", "25 % of 99.99 = 24.9975, 25.00; 124.99, all of it granted",
      ["124.99", "124.99", "124.99", "0.00"], "25", of: .directLessExcluded, rate: "100",
      [line(.employees, "99.99")]),
    flat(
      "15 % of staff", "staff 20,000.01 + 1,000; 15 % = 3,150.0015, 3,150.00; 28,150.01; 80 % = 22,520.008",
      ["28150.01", "28150.01", "22520.00", "5630.01"], "15", of: .staff, rate: "80",
      [line(.employees, "20000.01"), line(.seconded, "1000"), line(.otherGoods, "4000")]),
    flat(
      "40 % of staff for all other costs",
      "40 % of 12,345.67 = 4,938.268, 4,938.27; 17,283.94; "
        + "70 % = 12,098.758", ["17283.94", "17283.94", "12098.75", "5185.19"], "40", of: .staff, rate: "70",
      [line(.employees, "12345.67")]),
    flat(
      "20 % of staff", "20 % of 333.33 = 66.666, 66.67; 400.00; 80 % = 320.00",
      ["400.00", "400.00", "320.00", "80.00"], "20", of: .staff, rate: "80", [line(.naturalPersons, "333.33")]
    ),
    flat(
      "half a cent goes up", "7 % of 0.50 = 0.035, 0.04; 0.54; 50 % = 0.27",
      ["0.54", "0.54", "0.27", "0.27"], "7", of: .direct, rate: "50", [line(.travel, "0.50")]),
    flat(
      "each payer is rounded for itself",
      "7 % of 100.07 = 7.0049, 7.00; of 100.08 = 7.0056, 7.01; 80 % of 107.07 = 85.656 and of 107.09 = 85.672: "
        + "85.65 + 85.67", ["214.16", "214.16", "171.32", "42.84"], "7", of: .direct, rate: "80",
      [line(.travel, "100.07"), line(.travel, "100.08", partner: "p")]
    ) { $0.city = BudgetSamples.city(partners: [partner("p")]) },
    flat(
      "works that do not count bear no indirect costs", "7 % of 1,000 = 70; eligible 1,070; cost 6,070; 856",
      ["6070.00", "1070.00", "856.00", "5214.00"], "7", of: .direct, rate: "80",
      [line(.employees, "1000"), line(.works, "5000")]
    ) { $0.terms.rules.works = Cited(.notEligible, law) },
  ]
}
