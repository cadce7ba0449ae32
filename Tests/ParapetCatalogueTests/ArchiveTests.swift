import ParapetModel
import Testing

@testable import ParapetCatalogue

@Suite("Archived opportunities")
struct ArchiveTests {
  @Test("everything that an opportunity can state comes back")
  func roundTrip() throws {
    let opportunity = try makeFull()
    #expect(try read(bytes(of: opportunity)) == opportunity)
  }

  @Test("an opportunity that states nothing comes back")
  func emptyRoundTrip() throws {
    let opportunity = Opportunity(level: .call, identifier: "A/B", origin: .feed("canonical"))
    #expect(try read(bytes(of: opportunity)) == opportunity)
  }

  @Test("the same opportunity is the same bytes")
  func stable() throws {
    #expect(bytes(of: try makeFull()) == bytes(of: try makeFull()))
  }

  @Test("cut anywhere, an archive is refused and never traps")
  func truncated() throws {
    let whole = bytes(of: try makeFull())
    for length in 0..<whole.count {
      #expect(throws: ByteFault.self) { _ = try read(Array(whole.prefix(length))) }
    }
  }

  @Test("damaged anywhere, an archive is read or refused and never traps")
  func damaged() throws {
    let whole = bytes(of: try makeFull())
    for index in whole.indices {
      for value in [UInt8(0), 1, 0x7f, 0x80, 0xff] where value != whole[index] {
        var bytes = whole
        bytes[index] = value
        _ = try? read(bytes)
      }
    }
  }

  @Test("requirements nested beyond the limit are refused")
  func deep() throws {
    var tree = Requirement.all([])
    for _ in 0..<(ByteReader.deepest + 1) { tree = .not(tree) }
    var opportunity = Opportunity(level: .topic, identifier: "A", origin: .feed("x"))
    opportunity.requirements = tree
    #expect(throws: ByteFault.self) { _ = try read(bytes(of: opportunity)) }
  }

  @Test("bytes of a later form are refused")
  func laterForm() throws {
    var bytes = bytes(of: try makeFull())
    bytes[0] = UInt8(Opportunity.longArchiveVersion + 1)
    #expect(throws: ByteFault.self) { _ = try read(bytes) }
  }

  @Test(
    "what few records state makes a longer form, and all others stay in the form that older catalogues hold")
  func rareMoney() throws {
    var plain = try makeFull()
    plain.funding.lumpSums = nil
    plain.costRules.simplifiedUpTo = nil
    for number in plain.funding.rates.indices { plain.funding.rates[number].usual = nil }
    #expect(bytes(of: plain)[0] == UInt8(Opportunity.archiveVersion))
    #expect(try read(bytes(of: plain)) == plain)
    #expect(bytes(of: try makeFull())[0] == UInt8(Opportunity.longArchiveVersion))
  }

  @Test("every field is stated in what comes back, so that none can be forgotten in writing or reading")
  func complete() throws {
    // Whether a source still has it, and what another source says otherwise, is no part of the record.
    let open = try silent(in: makeFull(), "opportunity")
    // No feed is a workbook, so no place of a record has a sheet.
    // The day of its last change is known from its versions.
    let unsaid = ["opportunity.presence", "opportunity.changedOn", "opportunity.disagreements"]
    #expect(open.filter { !$0.hasSuffix(".sheet") } == unsaid)
    #expect(try silent(in: Opportunity(level: .topic, identifier: "A", origin: .feed("")), "o").count > 30)
  }

  @Test(
    "numbers of every length come back", arguments: [0, 1, -1, 63, -64, 64, 1 << 20, .max, .min] as [Int64])
  func numbers(value: Int64) throws {
    var archive = ByteWriter()
    archive.write(value)
    let result = try archive.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try reader.signed()
    }
    #expect(result == value)
  }

  private func bytes(of opportunity: Opportunity) -> [UInt8] {
    var archive = ByteWriter()
    archive.write(opportunity)
    return archive.bytes
  }

  private func read(_ bytes: [UInt8]) throws -> Opportunity {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try reader.value(Opportunity.self)
    }
  }

  private func makeFull() throws -> Opportunity {
    let day = try #require(Day("2026-06-15"))
    let later = try #require(Day("2027-12-31"))
    let rate = try #require(Rate(percent: "67.96"))
    let citation = Citation(
      grade: .law, source: "CELEX:32021R1149 recital 66", why: "Protocol No 22", validFrom: day,
      validTo: later)
    let place = Diagnostic.Place(file: "isf.xml", line: 70_003, column: 17, path: "$.results[3]")
    let texts = [LocalizedText("Safer squares", language: "en"), LocalizedText("Ασφάλεια", language: "el")]
    let grant = Cited(Money(minorUnits: 35_000_001), citation)
    var full = Opportunity(level: .topic, identifier: "ISF/1", origin: .curated(place))
    full.reference = "1en"
    full.otherIdentifiers = [Identifier(scheme: "ccm2", value: "4711")]
    full.programme = Coded(code: "ISF_2021", vocabulary: "http://example.eu", label: "Fund")
    full.partOf = [PartOf(level: .call, ref: "ISF", titles: texts)]
    full.appliesTo = [Scope(programme: "ISF_2021", identifierPrefix: "ISF-", typeOfAction: "ISF-PJG")]
    full.titles = texts
    full.descriptions = texts
    full.legalBases = [LegalBasis(celex: "32021R1149", label: "Regulation")]
    full.management = .direct
    full.period = Period(from: day, to: later)
    full.applyAt = texts
    full.statedStatus = .forthcoming
    full.statedStatusCode = "31094501"
    full.publicationDate = day
    full.openingDate = day
    full.deadlineModel = .multipleCutOff
    full.deadlines = [Deadline(day: day, time: "17:00", stage: 1), Deadline(day: later)]
    full.funding.currency = try #require(Currency("SEK"))
    full.funding.available = [
      AvailableAmount(amount: Money(minorUnits: -5), year: 2026, scope: .call, citation: citation)
    ]
    full.funding.minimumGrant = grant
    full.funding.maximumGrant = grant
    full.funding.expectedGrants = Cited(20, citation)
    var funded = FundingRate(id: "rate", maximum: rate, citation: citation)
    funded.applicant = .nonProfit
    funded.regionCategory = .outermost
    funded.regionCategory2014 = .lessDeveloped
    funded.gdpBelowAverage = true
    funded.cap = .programme
    funded.usual = Cited(rate, citation)
    full.funding.rates = [funded]
    full.funding.lumpSums = Cited(
      try #require(
        LumpSums(
          by: .participants, steps: [LumpSums.Step(Money(minorUnits: 5), from: 3)])), citation
    )
    full.costRules.simplifiedUpTo = grant
    full.costRules.form = Cited(.lumpSum, citation)
    full.costRules.vat = Cited(.cpr, citation)
    full.costRules.indirect = Cited(IndirectRule(rate: rate, base: .staff), citation)
    full.costRules.equipment = Cited(.fullCost, citation)
    full.costRules.works = Cited(.notEligible, citation)
    full.costRules.rounding = Cited(.nearestEuro, citation)
    full.typesOfAction = [Coded(code: "ISF-PJG", vocabulary: "http://example.eu/types", label: "Grant")]
    let criterion = Criterion(
      id: "territory", kind: "territory",
      parameters: [Criterion.Parameter("include", ["group": "EU"])], citation: citation, overrides: "other",
      examples: [Criterion.Example(outcome: .unmet, facts: ["country": "DK"], place: place)], place: place)
    full.requirements = .all([.any([.criterion(criterion), .not(.criterion(criterion))])])
    full.conditions = [Condition(id: "plaque", texts: texts, citation: citation)]
    full.cadence = Condition(id: "cadence", texts: texts, citation: citation)
    full.keywords = texts
    full.documents = [DocumentLink(url: "https://example.eu", format: "application/pdf", titles: texts)]
    full.landingPage = "https://example.eu/1"
    full.notStated = ["deadline", "country"]
    full.lastModified = later
    full.isProposal = true
    full.divisions = [Coded(code: "43121687", vocabulary: "sedia", label: "Part")]
    return full
  }
}
