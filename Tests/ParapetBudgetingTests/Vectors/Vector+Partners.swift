import BudgetSamples
import ParapetModel

extension Vector {
  private static func rates(_ rates: [(String, RegionCategory?, ApplicantClass?)]) -> [FundingRate] {
    rates.enumerated().map { number, entry in
      var rate = FundingRate(id: "r\(number)", maximum: percent(entry.0), citation: law)
      (rate.regionCategory, rate.applicant) = (entry.1, entry.2)
      return rate
    }
  }

  /// Three cities whose regions have three rates, as in an URBACT network.
  private static func network(_ vector: inout Vector) {
    vector.city.facts.regionCategory = .transition
    vector.city.partners = [
      partner("p") { $0.regionCategory = .lessDeveloped },
      partner("q") { $0.regionCategory = .moreDeveloped },
    ]
    vector.terms.funding.rates = rates([
      ("70", .transition, nil), ("85", .lessDeveloped, nil), ("50", .moreDeveloped, nil),
    ])
  }

  private static let networkLines = [
    line(.employees, "66340"), line(.travel, "12345.67", partner: "p"),
    line(.travel, "9999.99", partner: "q"),
  ]

  /// Rates that differ by partner.
  static let partners: [Vector] = [
    Vector(
      "Horizon innovation action: a city at 100 %, a company at 70 %",
      "50,000.50 + 70 % of 30,000.33 = 21,000.231", ["80000.83", "80000.83", "71000.73", "9000.10"],
      [line(.employees, "50000.50"), line(.otherGoods, "30000.33", partner: "p")], rate: nil
    ) {
      $0.city.partners = [partner("p") { $0.applicant = .privateCompany }]
      $0.terms.funding.rates = rates([("100", nil, nil), ("70", nil, .privateCompany)])
    },
    Vector(
      "three regions, three rates",
      "70 % of 66,340 = 46,438.00; 85 % of 12,345.67 = 10,493.8195; 50 % of 9,999.99 = 4,999.995: "
        + "46,438.00 + 10,493.81 + 4,999.99", ["88685.66", "88685.66", "61931.80", "26753.86"], networkLines,
      network),
    Vector(
      "three regions and a ceiling", "61,931.80 is cut to 60,000",
      ["88685.66", "88685.66", "60000.00", "28685.66"], networkLines
    ) {
      network(&$0)
      $0.terms.funding.maximumGrant = Cited(euro("60000"), law)
    },
    Vector(
      "three regions and 15 % of staff",
      "15 % of 66,340 = 9,951; 70 % of 76,291 = 53,403.70, and 10,493.81 + "
        + "4,999.99", ["98636.66", "98636.66", "68897.50", "29739.16"], networkLines
    ) {
      network(&$0)
      $0.terms.rules.indirect = Cited(IndirectRule(rate: percent("15"), base: .staff), law)
    },
    Vector(
      "tax by payer, rate by payer", "the city 120 at 100 %; the company recovers its tax: 100 at 70 %",
      ["220.00", "220.00", "190.00", "30.00"],
      [line(.travel, "100", vat: "20"), line(.travel, "100", vat: "20", partner: "p")], rate: nil
    ) {
      $0.terms.rules.vat = Cited(.nonRecoverable, law)
      $0.city.partners = [
        partner("p") {
          $0.applicant = .privateCompany
          $0.vat = .recoverable
        }
      ]
      $0.terms.funding.rates = rates([("100", nil, nil), ("70", nil, .privateCompany)])
    },
    Vector(
      "a third of each payer, down for each", "33.3333 % of 100 = 33.3333, twice 33.33",
      ["200.00", "200.00", "66.66", "133.34"], [line(.travel, "100"), line(.travel, "100", partner: "p")],
      rate: "33.3333"
    ) { $0.city.partners = [partner("p")] },
  ]
}
