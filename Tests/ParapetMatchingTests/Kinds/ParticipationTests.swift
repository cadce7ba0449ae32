import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Who counts in a consortium, by section 6 of the call documents")
struct ParticipationTests {
  private func subject(
    with partner: ApplicantClass, from country: String, as participation: Participation? = nil
  ) -> Subject {
    var city = ApplicantFacts()
    city.country = Country("FR")
    city.applicant = .localAuthority
    var other = ApplicantFacts()
    other.country = Country(country)
    other.applicant = partner
    other.participation = participation
    var subject = Subject(applicant: city)
    subject.partners = [other]
    return subject
  }

  @Test(
    "affiliated entities and partners without money do not count towards the number of applicants",
    arguments: [
      (nil, Outcome.met), (Participation.beneficiary, .met), (.affiliated, .unmet), (.associated, .unmet),
    ])
  func participation(_ participation: Participation?, outcome: Outcome) throws {
    let kind = try ConsortiumKind([
      Criterion.Parameter("minimum", ["entities": "2", "countries": "2", "memberStates": "2"])
    ])
    let pair = subject(with: .localAuthority, from: "IT", as: participation)
    #expect(kind.judge(pair, on: ides).outcome == outcome)
  }

  @Test("one alone is asked for a partner still, where its only partner goes without money")
  func aloneWithGuest() throws {
    let kind = try ConsortiumKind([Criterion.Parameter("minimum", ["entities": "2", "countries": "2"])])
    let judgement = kind.judge(subject(with: .research, from: "DE", as: .associated), on: ides)
    #expect(judgement.stated == .consortium(entities: 1, countries: 1, known: true))
  }

  @Test("an international organisation is refused for its seat by nobody but the call itself")
  func internationalOrganisation() throws {
    let kind = try SeatsKind(
      .seats,
      [Criterion.Parameter("include", ["group": "EU"]), Criterion.Parameter("exclude", ["country": "DK"])])
    #expect(kind.judge(subject(with: .nonProfit, from: "DK"), on: ides).outcome == .unmet)
    #expect(kind.judge(subject(with: .internationalOrganisation, from: "DK"), on: ides).outcome == .undecided)
    #expect(kind.judge(subject(with: .internationalOrganisation, from: "IT"), on: ides).outcome == .met)
  }
}
