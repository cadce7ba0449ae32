import BudgetSamples
import ParapetModel

extension Vector {
  private static func used(
    _ price: String, vat: String = "0", life: Int? = nil, months: Int? = nil, share: String? = nil
  ) -> CostLine {
    var line = line(.equipment, price, vat: vat)
    (line.usefulLife, line.monthsInAction, line.shareOfUse) = (life, months, share.map(percent))
    return line
  }

  private static func worn(
    _ name: String, _ hand: String, _ expected: [String], _ line: CostLine, rate: String = "80",
    _ change: (inout Vector) -> Void = { _ in }
  ) -> Vector {
    Vector(name, hand, expected, [line], rate: rate) {
      $0.terms.rules.equipment = Cited(.depreciation, law)
      change(&$0)
    }
  }

  /// Price × share of use × months in the action ÷ useful life.
  static let equipment: [Vector] = [
    worn(
      "two of five years, as assumed", "12,000 × 24 ÷ 60 = 4,800; 80 % = 3,840; own 8,160",
      ["12000.00", "4800.00", "3840.00", "8160.00"], used("12000")
    ) { ($0.items[0].start, $0.items[0].end) = (Day("2027-01-01"), Day("2028-12-31")) },
    worn(
      "life, months and share as stated", "100,000 × 30 ÷ 84 × 62.5 % = 22,321.4285…; 80 % = 17,857.144",
      ["100000.00", "22321.43", "17857.14", "82142.86"], used("100000", life: 84, months: 30, share: "62.5")),
    worn(
      "longer in the action than it lives", "9,999.99 × 36 ÷ 36 × 50 % = 4,999.995, 5,000.00; 4,000",
      ["9999.99", "5000.00", "4000.00", "5999.99"], used("9999.99", life: 36, months: 48, share: "50")),
    worn(
      "tax that counts loses value with the price", "1,200 × 12 ÷ 60 = 240; 80 % = 192",
      ["1200.00", "240.00", "192.00", "1008.00"], used("1000", vat: "200", life: 60, months: 12)
    ) { $0.terms.rules.vat = Cited(.nonRecoverable, law) },
    worn(
      "tax that does not count is own", "1,000 × 12 ÷ 60 = 200; 160; own 1,200 − 160",
      ["1200.00", "200.00", "160.00", "1040.00"], used("1000", vat: "200", life: 60, months: 12)),
    worn(
      "full cost, whatever it lives", "1,000; 80 %", ["1000.00", "1000.00", "800.00", "200.00"],
      used("1000", life: 60, months: 12, share: "50")
    ) { $0.terms.rules.equipment = Cited(.fullCost, law) },
    worn(
      "25 % of what counts", "60,000 × 18 ÷ 60 = 18,000; 25 % = 4,500; 22,500 in full; cost 64,500",
      ["64500.00", "22500.00", "22500.00", "42000.00"], used("60000", life: 60, months: 18), rate: "100"
    ) {
      $0.terms.rules.indirect = Cited(IndirectRule(rate: percent("25"), base: .directLessExcluded), law)
    },
    worn(
      "a month of seven", "100 ÷ 7 = 14.2857…, 14.29; 80 % = 11.432",
      ["100.00", "14.29", "11.43", "88.57"], used("100", life: 7, months: 1)),
    worn(
      "stated months go before the item's", "6,000 × 6 ÷ 60 = 600, not 24 ÷ 60; 480",
      ["6000.00", "600.00", "480.00", "5520.00"], used("6000", life: 60, months: 6)
    ) { ($0.items[0].start, $0.items[0].end) = (Day("2027-01-01"), Day("2028-12-31")) },
    worn(
      "not used for the action at all", "share 0: nothing counts", ["500.00", "0.00", "0.00", "500.00"],
      used("500", life: 60, months: 6, share: "0")),
  ]
}
