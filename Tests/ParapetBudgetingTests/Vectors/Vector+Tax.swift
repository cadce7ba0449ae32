import BudgetSamples
import ParapetModel

extension Vector {
  /// One cost of 1,234.56 with a tax of 246.91, or others where they are given.
  private static func taxed(
    _ name: String, _ hand: String, _ expected: [String], _ rule: VATRule, _ city: City,
    net: String = "1234.56", vat: String = "246.91"
  ) -> Vector {
    Vector(name, hand, expected, [line(.otherGoods, net, vat: vat)], city: city) {
      $0.terms.rules.vat = Cited(rule, law)
    }
  }

  private static let partly = BudgetSamples.city(vat: .partly(recoverable: percent("40")))

  /// Each regime of value added tax, for those who recover it, those who do not, and those in between.
  static let tax: [Vector] = [
    taxed(
      "never eligible, not recovered", "cost 1234.56 + 246.91; 80 % of 1234.56 = 987.648, down 987.64",
      ["1481.47", "1234.56", "987.64", "493.83"], .never, BudgetSamples.city()),
    taxed(
      "never eligible, recovered", "cost 1234.56; 987.64; own 1234.56 − 987.64",
      ["1234.56", "1234.56", "987.64", "246.92"], .never, BudgetSamples.city(vat: .recoverable)),
    taxed(
      "never eligible, 40 % recovered", "60 % of 246.91 = 148.146, down 148.14; cost 1382.70; own 395.06",
      ["1382.70", "1234.56", "987.64", "395.06"], .never, partly),
    taxed(
      "Horizon, not recovered", "eligible 1481.47; 80 % = 1185.176, down 1185.17",
      ["1481.47", "1481.47", "1185.17", "296.30"], .nonRecoverable, BudgetSamples.city()),
    taxed(
      "Horizon, recovered", "eligible 1234.56; 80 % = 987.648", ["1234.56", "1234.56", "987.64", "246.92"],
      .nonRecoverable, BudgetSamples.city(vat: .recoverable)),
    taxed(
      "Horizon, 40 % recovered", "1234.56 + 148.14 = 1382.70; 80 % = 1106.16",
      ["1382.70", "1382.70", "1106.16", "276.54"], .nonRecoverable, partly),
    taxed(
      "direct management, a city", "a public authority: eligible 1234.56; the tax is own",
      ["1481.47", "1234.56", "987.64", "493.83"], .publicAuthority, BudgetSamples.city()),
    taxed(
      "direct management, an association", "no public authority: eligible 1481.47; 1185.17",
      ["1481.47", "1481.47", "1185.17", "296.30"], .publicAuthority, BudgetSamples.city(.nonProfit)),
    taxed(
      "direct management, a research body that recovers 25 %",
      "75 % of 246.91 = 185.1825, down 185.18; 1419.74; 80 % = 1135.792, down 1135.79",
      ["1419.74", "1419.74", "1135.79", "283.95"], .publicAuthority,
      BudgetSamples.city(.research, vat: .partly(recoverable: percent("25")))),
    taxed(
      "CPR below five million, recovered", "tax that comes back is not claimed: 1234.56; 80 % = 987.648",
      ["1234.56", "1234.56", "987.64", "246.92"], .cpr, BudgetSamples.city(vat: .recoverable)),
    taxed(
      "CPR above five million, recovered", "5,400,000 in all: eligible 4,500,000; 80 % = 3,600,000",
      ["4500000.00", "4500000.00", "3600000.00", "900000.00"], .cpr,
      BudgetSamples.city(vat: .recoverable), net: "4500000", vat: "900000"),
    taxed(
      "CPR above five million, not recovered", "eligible 5,400,000; 80 % = 4,320,000",
      ["5400000.00", "5400000.00", "4320000.00", "1080000.00"], .cpr, BudgetSamples.city(),
      net: "4500000", vat: "900000"),
    taxed(
      "CPR at five million to the cent",
      "4,166,666.67 + 833,333.33 = 5,000,000.00, not below: tax is out; "
        + "80 % of 4,166,666.67 = 3,333,333.336", ["4166666.67", "4166666.67", "3333333.33", "833333.34"],
      .cpr, BudgetSamples.city(vat: .recoverable), net: "4166666.67", vat: "833333.33"),
    taxed(
      "CPR one cent below five million", "4,999,999.99 counts; 80 % = 3,999,999.992",
      ["4999999.99", "4999999.99", "3999999.99", "1000000.00"], .cpr,
      BudgetSamples.city(vat: nil), net: "4166666.66", vat: "833333.33"),
    taxed(
      "CPR above five million, half recovered",
      "half of 900,000.01 = 450,000.005, down 450,000.00; 4,950,000.01; 80 % = 3,960,000.008",
      ["4950000.01", "4950000.01", "3960000.00", "990000.01"], .cpr,
      BudgetSamples.city(vat: .partly(recoverable: percent("50"))), net: "4500000.01",
      vat: "900000.01"),
  ]
}
