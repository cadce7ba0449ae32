import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("The criterion of members")
struct MembersKindTests {
  private func body(
    _ country: String, _ applicant: ApplicantClass, _ roles: [BodyRole]? = nil,
    as participation: Participation? = nil
  ) -> ApplicantFacts {
    var facts = ApplicantFacts()
    facts.country = Country(country)
    facts.applicant = applicant
    facts.roles = roles
    facts.participation = participation
    return facts
  }

  private func outcome(_ minimums: [[String: String]], _ members: [ApplicantFacts], overlap: String? = nil)
    throws -> Outcome
  {
    var parameters = minimums.map { Criterion.Parameter("minimum", $0) }
    if let overlap { parameters.append(Criterion.Parameter("overlap", ["allowed": overlap])) }
    var subject = Subject(applicant: members[0])
    subject.partners = Array(members.dropFirst())
    return try MembersKind(parameters).judge(subject, on: #require(Day("2026-11-28"))).outcome
  }

  private let police = [["bodies": "police", "entities": "2", "countries": "2"]]

  @Test("a list of roles is complete, and without one the class says what a body can be")
  func roles() throws {
    let city = body("FR", .localAuthority, [.police])
    #expect(try outcome(police, [city, body("IT", .lawEnforcement, [.police])]) == .met)
    #expect(try outcome(police, [city, body("IT", .lawEnforcement, [])]) == .unmet)
    #expect(try outcome(police, [city, body("IT", .localAuthority)]) == .undecided)
    #expect(try outcome(police, [city, body("IT", .research)]) == .unmet)
  }

  @Test("places abroad that are not known by name may be any but a Member State")
  func abroad() throws {
    let abroad = [["bodies": "any", "entities": "1", "places": "?abroad"]]
    #expect(try outcome(abroad, [body("FR", .localAuthority), body("IT", .research)]) == .unmet)
    #expect(try outcome(abroad, [body("FR", .localAuthority), body("KE", .research)]) == .undecided)
  }

  @Test("customs are no police where they say what they are, though they are of the same class")
  func customs() throws {
    let either = [["bodies": "police|law-enforcement", "entities": "1"]]
    #expect(try outcome(either, [body("FR", .lawEnforcement, [.customs])]) == .unmet)
    #expect(try outcome(either, [body("FR", .lawEnforcement, [.customs, .police])]) == .met)
    #expect(try outcome(either, [body("FR", .lawEnforcement)]) == .met)
  }

  @Test("who includes another role counts for it")
  func included() throws {
    let responders = [["bodies": "first-responder", "entities": "1"]]
    #expect(try outcome(responders, [body("FR", .localAuthority, [.fireService])]) == .met)
    #expect(try outcome(responders, [body("FR", .localAuthority, [.civilSociety])]) == .unmet)
  }

  @Test("affiliated entities and associated partners do not count where nothing says so")
  func participation() throws {
    let two = [["bodies": "any", "entities": "2"]]
    let city = body("FR", .localAuthority)
    #expect(try outcome(two, [city, body("IT", .research)]) == .met)
    #expect(try outcome(two, [city, body("IT", .research, as: .affiliated)]) == .unmet)
    #expect(try outcome(two, [city, body("IT", .research, as: .associated)]) == .unmet)
  }

  @Test(
    "a seat counts only where the criterion says, and associated countries from the day of their agreement")
  func places() throws {
    let three = [
      ["bodies": "any", "entities": "3", "countries": "3", "memberStates": "1", "places": "EU|HE-AC"]
    ]
    let city = body("FR", .localAuthority)
    #expect(try outcome(three, [city, body("NO", .research), body("CH", .research)]) == .met)
    #expect(try outcome(three, [city, body("NO", .research), body("KE", .research)]) == .unmet)
    #expect(
      try outcome(three, [body("UK", .research), body("NO", .research), body("CH", .research)]) == .unmet)
  }

  @Test("all together come from so many countries")
  func together() throws {
    let asked = [
      ["bodies": "police", "entities": "1"], ["bodies": "civil-society", "entities": "1"],
      ["together": "yes", "countries": "2", "places": "EU"],
    ]
    let city = body("FR", .localAuthority, [.police])
    #expect(try outcome(asked, [city, body("IT", .nonProfit, [.civilSociety])]) == .met)
    #expect(try outcome(asked, [city, body("FR", .nonProfit, [.civilSociety])]) == .unmet)
  }

  @Test("whether one body stands for two is open where the text is silent, and decided where it speaks")
  func overlap() throws {
    let asked = [
      ["bodies": "practitioner", "entities": "1"], ["bodies": "public-procurer", "entities": "1"],
    ]
    let city = body("FR", .localAuthority, [.practitioner, .publicProcurer])
    #expect(try outcome(asked, [city]) == .undecided)
    #expect(try outcome(asked, [city], overlap: "yes") == .met)
    #expect(try outcome(asked, [city], overlap: "no") == .unmet)
    #expect(try outcome(asked, [city, body("IT", .localAuthority, [.practitioner])], overlap: "no") == .met)
  }

  @Test("a share is of all beneficiaries")
  func share() throws {
    let half = [["bodies": "any", "share": "50", "places": "WIDENING"]]
    #expect(try outcome(half, [body("FR", .research), body("RO", .research)]) == .met)
    #expect(
      try outcome(half, [body("FR", .research), body("DE", .research), body("RO", .research)]) == .unmet)
  }

  @Test("a kind that nobody can be judged by is open, and a number that is not there is not")
  func unknown() throws {
    let keepers = [["bodies": "?lighthouse keeper", "entities": "2"]]
    #expect(try outcome(keepers, [body("FR", .localAuthority), body("IT", .research)]) == .undecided)
    #expect(try outcome(keepers, [body("FR", .localAuthority)]) == .unmet)
  }

  @Test("a role that does not exist is a fault of whoever wrote it")
  func faults() {
    #expect(throws: CriterionFault.self) { try MembersKind([.minimum(["bodies": "polise"])]) }
    #expect(throws: CriterionFault.self) { try MembersKind([.minimum(["places": "Atlantis"])]) }
    #expect(throws: CriterionFault.self) { try MembersKind([]) }
  }
}

@Suite("The criteria of seats, control, every beneficiary and equality plans")
struct SeatsKindTests {
  private func subject(_ countries: String..., controlled: String? = nil) -> Subject {
    let members = countries.map { code in
      var facts = ApplicantFacts()
      facts.country = Country(code)
      facts.applicant = .localAuthority
      return facts
    }
    var subject = Subject(applicant: members[0])
    subject.partners = Array(members.dropFirst())
    if let controlled { subject.partners?[0].controlledFrom = Country(controlled) }
    return subject
  }

  private let day = Day("2026-11-28")

  @Test("one member outside is enough to fail, unless it takes part without money")
  func seats() throws {
    let day = try #require(day)
    let union = [Criterion.Parameter("include", ["group": "EU"])]
    let paid = try SeatsKind(.seats, union)
    #expect(paid.judge(subject("FR", "IT"), on: day).outcome == .met)
    #expect(paid.judge(subject("FR", "UK"), on: day).outcome == .unmet)
    var guest = subject("FR", "UK")
    guest.partners?[0].participation = .associated
    #expect(paid.judge(guest, on: day).outcome == .met)
    let everyone = try SeatsKind(.seats, union + [Criterion.Parameter("of", ["members": "everyone"])])
    #expect(everyone.judge(guest, on: day).outcome == .unmet)
  }

  @Test("the seat of the lead is that of whoever leads")
  func lead() throws {
    let day = try #require(day)
    let widening = try SeatsKind(.leadSeat, [Criterion.Parameter("include", ["group": "WIDENING"])])
    #expect(widening.judge(subject("RO", "FR"), on: day).outcome == .met)
    #expect(widening.judge(subject("FR", "RO"), on: day).outcome == .undecided)
    #expect(widening.judge(subject("FR", "DE"), on: day).outcome == .unmet)
  }

  @Test("control from elsewhere fails, and what nobody states is no control")
  func control() throws {
    let day = try #require(day)
    let kind = try ControlKind([Criterion.Parameter("exclude", ["country": "CN"])])
    #expect(kind.judge(subject("FR", "DE"), on: day).outcome == .met)
    #expect(kind.judge(subject("FR", "DE", controlled: "CN"), on: day).outcome == .unmet)
    #expect(kind.judge(subject("FR", "DE", controlled: "US"), on: day).outcome == .met)
  }

  @Test("every beneficiary must be of the kind")
  func everyone() throws {
    let day = try #require(day)
    let kind = try EveryoneKind(.everyone, [Criterion.Parameter("include", ["bodies": "sme"])])
    #expect(kind.judge(subject("FR"), on: day).outcome == .unmet)
    var company = ApplicantFacts()
    company.applicant = .privateCompany
    #expect(kind.judge(Subject(applicant: company), on: day).outcome == .undecided)
    company.roles = [.sme]
    #expect(kind.judge(Subject(applicant: company), on: day).outcome == .met)
  }

  @Test("a public body without a gender equality plan is asked, never shut out")
  func equalityPlan() throws {
    let day = try #require(day)
    let kind = try EqualityPlanKind([])
    var city = subject("FR")
    #expect(kind.judge(city, on: day).missing == [.genderEqualityPlan])
    city.applicant[.genderEqualityPlan] = .truth(false)
    #expect(kind.judge(city, on: day).outcome == .undecided)
    #expect(kind.proposals(city, on: day) == [.change(.value(.genderEqualityPlan, .truth(true)))])
    city.applicant[.genderEqualityPlan] = .truth(true)
    #expect(kind.judge(city, on: day).outcome == .met)
    var company = subject("FR")
    company.applicant.applicant = .privateCompany
    #expect(kind.judge(company, on: day).outcome == .met)
  }
}
