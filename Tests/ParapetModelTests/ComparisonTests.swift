import ParapetModel
import Testing

@Suite("What changed between two versions")
struct ComparisonTests {
  private let read = Day("2026-03-15")!

  private func topic(_ adjust: (inout Opportunity) -> Void = { _ in }) -> Opportunity {
    var topic = Opportunity(level: .topic, identifier: "ISF-2026-A", origin: .feed("sedia-search"))
    topic.titles = [LocalizedText("Safer squares", language: "en")]
    adjust(&topic)
    return topic
  }

  private func days(_ days: String...) -> [Deadline] { days.compactMap { Day($0) }.map { Deadline(day: $0) } }

  private func changes(
    _ before: (inout Opportunity) -> Void, _ after: (inout Opportunity) -> Void
  ) -> [String] {
    topic(after).changes(from: topic(before), readOn: read).map { "\($0.field) \($0.severity)" }
  }

  @Test("a version that says the same has no change")
  func same() { #expect(changes({ _ in }, { _ in }).isEmpty) }

  @Test("an earlier deadline is red, a later one amber")
  func deadlines() {
    func change(_ before: [Deadline], _ after: [Deadline]) -> [String] {
      changes({ $0.deadlines = before }, { $0.deadlines = after })
    }
    #expect(change(days("2026-06-01"), days("2026-05-31")) == ["deadline red"])
    #expect(change(days("2026-06-01"), days("2026-06-02")) == ["deadline amber"])
    #expect(change(days("2026-06-01", "2026-09-01"), days("2026-06-01")) == ["deadline red"])
    #expect(change(days("2026-06-01"), days("2026-06-01", "2026-09-01")) == ["deadline amber"])
    #expect(change(days("2026-06-01", "2026-09-01"), days("2026-07-01", "2026-08-01")) == ["deadline red"])
    #expect(change(days("2026-06-01"), []) == ["deadline red"])
    #expect(change([], days("2026-06-01")) == ["deadline amber"])
  }

  @Test("a deadline that had passed when the version was read is nobody's loss")
  func pastDeadlines() {
    func change(_ before: [Deadline], _ after: [Deadline]) -> [String] {
      changes({ $0.deadlines = before }, { $0.deadlines = after })
    }
    #expect(change(days("2026-01-01", "2026-06-01"), days("2026-06-01")) == ["deadline grey"])
    #expect(change(days("2026-01-01"), days("2026-06-01")) == ["deadline amber"])
  }

  @Test("the hour of a deadline and the address of a page are no change")
  func noChange() {
    #expect(
      changes(
        {
          $0.deadlines = [Deadline(day: Day("2026-06-01")!)]
          $0.landingPage = "https://example.eu/a"
        },
        {
          $0.deadlines = [Deadline(day: Day("2026-06-01")!, time: "17:00", stage: 1)]
          $0.landingPage = "https://example.eu/b"
          $0.lastModified = Day("2026-03-14")
          $0.presence = .missing(since: Day("2026-03-14")!)
          $0.notStated = ["deadline"]
          $0.statedStatusCode = "1"
        }
      ).isEmpty)
  }

  @Test("the order of a set is no change, its members are")
  func sets() {
    func division(_ codes: String...) -> [Coded] { codes.map { Coded(code: $0) } }
    #expect(
      changes({ $0.divisions = division("1", "2") }, { $0.divisions = division("2", "1") }).isEmpty)
    #expect(
      changes({ $0.divisions = division("1", "2") }, { $0.divisions = division("1", "2", "3") })
        == ["programmeDivision grey"])
    #expect(
      changes(
        { $0.typesOfAction = [Coded(code: "A"), Coded(code: "B")] }, { $0.typesOfAction = [Coded(code: "A")] }
      )
        == ["typeOfAction amber"])
  }

  private func grant(_ euro: Int64?) -> Cited<Money>? {
    euro.map {
      Cited(
        Money(minorUnits: $0 * 100, currency: .euro), Citation(grade: .call, source: "https://example.eu"))
    }
  }

  @Test(
    "a lower ceiling and a higher floor are red, the other ways amber",
    arguments: [(500, 400, "red", "amber"), (400, 500, "amber", "red")] as [(Int64, Int64, String, String)])
  func limits(_ before: Int64, _ after: Int64, _ ceiling: String, _ floor: String) {
    #expect(
      changes({ $0.funding.maximumGrant = grant(before) }, { $0.funding.maximumGrant = grant(after) })
        == ["maxAwardAmount \(ceiling)"])
    #expect(
      changes({ $0.funding.minimumGrant = grant(before) }, { $0.funding.minimumGrant = grant(after) })
        == ["minAwardAmount \(floor)"])
  }

  @Test("a limit that is stated for the first time or no more is amber")
  func newLimits() {
    for (before, after) in [(nil, 400), (400, nil)] as [(Int64?, Int64?)] {
      #expect(
        changes({ $0.funding.maximumGrant = grant(before) }, { $0.funding.maximumGrant = grant(after) })
          == ["maxAwardAmount amber"])
      #expect(
        changes({ $0.funding.minimumGrant = grant(before) }, { $0.funding.minimumGrant = grant(after) })
          == ["minAwardAmount amber"])
    }
  }

  @Test("another source for the same amount is no change of the amount")
  func citation() {
    var cited = grant(1)
    cited?.citation.source = "https://example.org"
    #expect(changes({ $0.funding.maximumGrant = grant(1) }, { $0.funding.maximumGrant = cited }).isEmpty)
  }

  @Test("a rate that is lower or gone is red, one that is higher or more amber")
  func rates() {
    func rate(_ percent: String, _ applicant: ApplicantClass? = nil) -> FundingRate {
      var rate = FundingRate(
        id: percent, maximum: Rate(percent: percent)!,
        citation: Citation(grade: .call, source: "https://example.eu"))
      rate.applicant = applicant
      return rate
    }
    func change(_ before: [FundingRate], _ after: [FundingRate]) -> [String] {
      changes({ $0.funding.rates = before }, { $0.funding.rates = after })
    }
    #expect(change([rate("80")], [rate("70")]) == ["fundingRate red"])
    #expect(change([rate("80")], [rate("90")]) == ["fundingRate amber"])
    #expect(change([rate("80")], [rate("80", .localAuthority)]) == ["fundingRate red"])
    #expect(change([rate("80")], [rate("80"), rate("90", .localAuthority)]) == ["fundingRate amber"])
    #expect(change([rate("80")], []) == ["fundingRate red"])
  }

  @Test("conditions that only went are amber, any other change of them is red")
  func requirements() {
    func condition(_ id: String, _ value: String) -> Requirement {
      .criterion(
        Criterion(
          id: id, kind: "population", parameters: [Criterion.Parameter("minimum", ["value": value])],
          citation: Citation(grade: .call, source: "https://example.eu")))
    }
    func change(_ before: Requirement?, _ after: Requirement?) -> [String] {
      changes({ $0.requirements = before }, { $0.requirements = after })
    }
    let (one, two) = (condition("a", "1000"), condition("b", "2000"))
    #expect(change(.all([one, two]), .all([one])) == ["requirements amber"])
    #expect(change(.all([one]), .all([one, two])) == ["requirements red"])
    #expect(change(one, nil) == ["requirements amber"])
    #expect(change(nil, one) == ["requirements red"])
    #expect(change(one, condition("a", "1001")) == ["requirements red"])
    #expect(change(.all([one, two]), .all([two, one])).isEmpty)
    #expect(change(.any([one, two]), .any([one])) == ["requirements red"])
  }

  @Test("the status compared is the stated one; withdrawn is red")
  func status() {
    #expect(changes({ $0.statedStatus = .forthcoming }, { $0.statedStatus = .open }) == ["status amber"])
    #expect(changes({ $0.statedStatus = .open }, { $0.statedStatus = .withdrawn }) == ["status red"])
    #expect(
      changes(
        {
          $0.statedStatus = .unknown
          $0.statedStatusCode = "7"
        },
        {
          $0.statedStatus = .unknown
          $0.statedStatusCode = "8"
        }) == ["status amber"])
  }

  @Test("what was withdrawn is closed from its day on, by its source at once")
  func withdrawnIsClosed() {
    let open = topic {
      $0.openingDate = Day("2026-01-01")
      $0.deadlines = days("2026-12-31")
    }
    var gone = open
    gone.presence = .withdrawn(on: Day("2026-03-10")!)
    #expect(gone.status(on: Day("2026-03-09")!) == .open)
    #expect(gone.status(on: Day("2026-03-10")!) == .closed)
    gone.presence = .missing(since: Day("2026-03-10")!)
    #expect(gone.status(on: Day("2026-03-10")!) == .open)
    var stated = open
    stated.statedStatus = .withdrawn
    #expect(stated.status(on: Day("2026-03-09")!) == .closed)
  }

  @Test("every stated fact is compared, but for those that are known to say nothing new")
  func exhaustive() {
    let compared = Set(Mirror(reflecting: topic()).children.compactMap(\.label))
    let known: Set<String> = [
      "level", "identifier", "reference", "otherIdentifiers", "programme", "divisions", "partOf", "appliesTo",
      "titles", "descriptions", "legalBases", "management", "period", "applyAt", "statedStatus",
      "statedStatusCode", "publicationDate", "openingDate", "deadlineModel", "deadlines", "funding",
      "costRules", "typesOfAction", "requirements", "conditions", "cadence", "keywords", "documents",
      "landingPage", "notStated", "lastModified", "isProposal", "presence", "changedOn", "disagreements",
      "origin",
    ]
    #expect(compared == known, "a new fact needs a place in the comparison")
  }

  @Test("a change as a whole is as urgent as its most urgent field, and a withdrawal always red")
  func severity() {
    let topic = topic()
    func change(_ kind: RecordChange.Kind, _ severities: RecordChange.Severity...) -> RecordChange {
      RecordChange(
        kind, of: topic, source: "day", readOn: read,
        fields: severities.map { FieldChange(.title, old: nil, new: nil, severity: $0) })
    }
    #expect(change(.changed, .grey, .red, .amber).severity == .red)
    #expect(change(.withdrawn).severity == .red)
    #expect(change(.missing).severity == .amber)
    #expect(change(.created).severity == .grey)
  }
}
