import ParapetModel
import Testing

@testable import ParapetReporting

@Suite("Rates in words")
struct RateGroupTests {
  private static func rate(
    _ id: String, _ millionths: Int64, for applicant: ApplicantClass? = nil, grade: Grade = .law
  ) -> FundingRate {
    var rate = FundingRate(
      id: id, maximum: Rate(millionths: millionths), citation: Citation(grade: grade, source: "CELEX:1"))
    rate.applicant = applicant
    return rate
  }

  private static func sentences(_ rates: [FundingRate], in language: Language = .english) -> [String] {
    RateGroup.all(of: rates).map { $0.sentence(Words.make(Vocabulary(language: language))) }
  }

  @Test(
    "bodies with the same rate from the same source stand in one sentence, and each other rate in its own")
  func together() {
    let found = RateGroup.all(of: [
      Self.rate("a", 1_000_000, for: .nonProfit),
      Self.rate("b", 1_000_000, for: .localAuthority, grade: .inferred),
      Self.rate("c", 1_000_000, for: .research, grade: .inferred), Self.rate("d", 700_000),
      Self.rate("e", 700_000),
    ])
    #expect(found.map(\.rate.id) == ["a", "b", "d", "e"])
    #expect(found.map(\.rate.citation.grade) == [.law, .inferred, .law, .law])
  }

  @Test("a sentence says for whom it is, and by which region", arguments: Language.allCases)
  func who(_ language: Language) {
    var regional = Self.rate("b", 850_000, for: .localAuthority)
    regional.regionCategory = .lessDeveloped
    let all = Self.sentences([Self.rate("a", 700_000)], in: language)
    let some = Self.sentences([regional], in: language)
    switch language {
    case .english:
      #expect(all == ["The grant pays up to 70% of the eligible cost."])
      #expect(some[0].hasPrefix("Local-authority, ") && some[0].contains(": the grant pays up to 85%"))
    case .french:
      #expect(all[0].hasPrefix("La subvention finance jusqu’à 70"))
      #expect(some[0].contains("la subvention finance jusqu’à 85"))
    }
  }
}
