import SeededDraws
import ParapetModel
import Testing

@Suite("A rate and its rounding")
struct RateAndRoundingTests {
  @Test(
    "percent are read exactly and printed without idle zeros",
    arguments: [
      ("80", 800_000, "80"), ("67.96", 679_600, "67.96"), ("0", 0, "0"), ("100", 1_000_000, "100"),
      ("7.0", 70_000, "7"), ("0.0001", 1, "0.0001"), ("33.3300", 333_300, "33.33"), ("1.05", 10_500, "1.05"),
    ])
  func percent(text: String, millionths: Int64, printed: String) throws {
    let rate = try #require(Rate(percent: text))
    #expect(rate.millionths == millionths)
    #expect(rate.percent == printed)
    #expect(rate.description == printed + " %")
  }

  @Test(
    "anything else is no rate",
    arguments: [
      "", ".", "80.", ".5", "80,5", "-1", "+1", "80 %", "1e1", "0.00001", "10001", "99999999999", "8O",
    ])
  func refused(text: String) {
    #expect(Rate(percent: text) == nil)
  }

  @Test("ToNite: 80 % of 5,804,879.10 are 4,643,903.28")
  func toNite() throws {
    let grant = try share("80", of: "5804879.10", .cent)
    #expect(grant.decimal == "4643903.28")
  }

  @Test("UrbSecurity, Mechelen: 70 % of 66,340 are 46,438")
  func mechelen() throws {
    #expect(try share("70", of: "66340", .cent).decimal == "46438.00")
  }

  @Test("ORPHEUS: 60 % of 4,427,671 make the published 2,656,603 only by rounding up to the euro")
  func orpheus() throws {
    #expect(try share("60", of: "4427671", .cent).decimal == "2656602.60")
    #expect(try share("60", of: "4427671", .euro).decimal == "2656602.00")
    #expect(try share("60", of: "4427671", .nearestEuro).decimal == "2656603.00")
  }

  @Test("FADETA: 90 % of 140,493 make the published 126,444 by rounding 126,443.70 up")
  func fadeta() throws {
    #expect(try share("90", of: "140493", .nearestEuro).decimal == "126444.00")
    #expect(try share("90", of: "140493", .cent).decimal == "126443.70")
  }

  @Test(
    "a tie goes up by the nearest rules and down by the others",
    arguments: [(.cent, 0), (.nearestCent, 1), (.euro, 0), (.nearestEuro, 0)] as [(Rounding, Int64)])
  func tieAtTheCent(rule: Rounding, hundredths: Int64) {
    #expect(rule.round(Money(minorUnits: 1), times: 1, over: 2).minorUnits == hundredths)
  }

  @Test("half a euro goes up under nearest-euro, a hundredth less goes down")
  func tieAtTheEuro() {
    #expect(Rounding.nearestEuro.round(Money(minorUnits: 50), times: 1, over: 1).minorUnits == 100)
    #expect(Rounding.nearestEuro.round(Money(minorUnits: 49), times: 1, over: 1).minorUnits == 0)
    #expect(Rounding.euro.round(Money(minorUnits: 199), times: 1, over: 1).minorUnits == 100)
  }

  @Test("a refund is rounded as the payment that it takes back", arguments: Rounding.allCases)
  func negative(rule: Rounding) {
    for amount in [1, 49, 50, 51, 99, 12_345, 999_999] as [Int64] {
      let paid = rule.round(Money(minorUnits: amount), times: 333_333, over: 1_000_000)
      let refunded = rule.round(Money(minorUnits: -amount), times: 333_333, over: 1_000_000)
      #expect(refunded.minorUnits == -paid.minorUnits)
    }
  }

  @Test("the down rules never pay above the exact share, the nearest rules are at most half a unit away")
  func properties() {
    var generator = SeededGenerator()
    for _ in 0..<3_000 {
      let amount = Int64.random(in: 0...1_000_000_000_000, using: &generator)
      let rate = Int64.random(in: 0...1_000_000, using: &generator)
      // Below 2^63, so that plain 64-bit arithmetic is an independent witness.
      let exact = amount * rate
      for rule in Rounding.allCases {
        let paid = Rate(millionths: rate).of(Money(minorUnits: amount), rounding: rule).minorUnits
        let over = paid * 1_000_000 - exact
        let unit: Int64 = rule == .euro || rule == .nearestEuro ? 100_000_000 : 1_000_000
        let holds =
          switch rule {
          case .cent, .euro: over <= 0 && over > -unit
          case .nearestCent, .nearestEuro: over * 2 <= unit && over * 2 > -unit
          }
        guard holds, paid % (unit / 1_000_000) == 0 else {
          Issue.record("\(rule): \(rate) of \(amount) gave \(paid) (seed \(generator.seed))")
          return
        }
      }
    }
  }

  @Test("the whole of an amount is the amount, none of it is nothing")
  func wholeAndNothing() {
    let amount = Money(minorUnits: 987_654_321)
    #expect(Rate.whole.of(amount, rounding: .cent) == amount)
    #expect(Rate(millionths: 0).of(amount, rounding: .nearestEuro) == .zero())
  }

  @Test("the largest amount that is read can be multiplied without overflow")
  func largest() {
    let amount = Money(minorUnits: Money.limit)
    #expect(Rate.whole.of(amount, rounding: .cent) == amount)
    #expect(Rounding.cent.round(amount, times: 900_000, over: 1).minorUnits == Money.limit * 900_000)
  }

  private func share(_ percent: String, of amount: String, _ rule: Rounding) throws -> Money {
    try #require(Rate(percent: percent)).of(#require(Money(decimal: amount)), rounding: rule)
  }
}
