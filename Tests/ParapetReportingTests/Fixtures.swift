@testable import ParapetSearching
import ParapetBudgeting
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// A small invented world: one city, one fund with four offers, and the words of two languages.
enum Fixture {
  static let day = Day(year: 2026, month: 3, day: 15)!
  @TaskLocal static var edition = Edition(asOf: day, program: "0.1.0")

  static func words(_ language: Language) -> any Sentences {
    var vocabulary = Vocabulary(language: language)
    let isFrench = language == .french
    vocabulary.countries = [
      "FR": "France", "IT": isFrench ? "Italie" : "Italy", "DK": isFrench ? "Danemark" : "Denmark",
    ]
    vocabulary.applicants = [
      .localAuthority: isFrench ? "collectivité locale" : "local authority",
      .research: isFrench ? "organisme de recherche" : "research organisation",
    ]
    vocabulary.measures = [
      "barriers": isFrench ? "Barrières" : "Barriers",
      "lighting": isFrench ? "Éclairage public" : "Street lighting",
      "training": isFrench ? "Formation" : "Training",
    ]

    vocabulary.categories = [
      .employees: isFrench ? "Personnel salarié" : "Employees",
      .equipment: isFrench ? "Équipements" : "Equipment",
      .works: isFrench ? "Infrastructures et travaux" : "Infrastructure and works",
    ]
    if isFrench { vocabulary.texts["SAFE-2026/title"] = "Des places plus sûres, appel 2026" }
    return Words.make(vocabulary)
  }

  static func city(_ change: (inout City) -> Void = { _ in }) -> City {
    var facts = ApplicantFacts()
    facts.country = Country("FR")
    facts.nuts = "FRL03"
    facts.population = 41_250
    facts.applicant = .localAuthority
    facts.regionCategory = .transition
    facts.vat = .nonRecoverable
    var city = City(id: "valmont", facts: facts)
    city.names = [LocalizedText("Valmont", language: "fr")]
    change(&city)
    return city
  }

  static func item(_ change: (inout Item) -> Void = { _ in }) -> Item {
    var item = Item(id: "quay", title: "Barriers and lighting on the quay")
    item.text = "Fixed bollards against vehicles and new lamps along the quay."
    item.measures = ["barriers", "lighting"]
    item.component = .protection
    item.start = Day(year: 2027, month: 1, day: 1)
    item.end = Day(year: 2028, month: 6, day: 30)
    item.cost = Money(minorUnits: 123_456_789)
    item.priority = 1
    change(&item)
    return item
  }

  static func citation(_ grade: Grade = .law) -> Citation {
    Citation(
      grade: grade, source: grade == .unsourced ? "none" : "CELEX:32021R1149 Art. 3",
      validFrom: Day(year: 2021, month: 1, day: 1))
  }

  static func criterion(
    _ id: String, _ kind: String, _ grade: Grade = .law, _ parameters: [(String, [String: String])]
  ) -> Requirement {
    .criterion(
      Criterion(
        id: id, kind: kind, parameters: parameters.map { Criterion.Parameter($0.0, $0.1) },
        citation: citation(grade)))
  }

  static let fund: Opportunity = {
    var fund = Opportunity(
      level: .instrument, identifier: "SAFE", origin: .curated(Diagnostic.Place(file: "")))
    fund.titles = [LocalizedText("Fund for safer squares", language: "en")]
    fund.requirements = .all([
      criterion(
        "safe-seat", "territory", .law, [("include", ["group": "EU"]), ("exclude", ["country": "DK"])]),
      criterion("safe-applicant", "applicant-class", .law, [("include", ["applicant": "local-authority"])]),
      criterion(
        "safe-measures", "measure", .official,
        [
          ("include", ["measure": "barriers", "fit": "core"]),
          ("include", ["measure": "lighting", "fit": "possible"]),
        ]),
      criterion(
        "safe-partners", "consortium", .inferred, [("minimum", ["entities": "2", "countries": "2"])]),
      criterion("safe-size", "population", .law, [("minimum", ["value": "25000"])]),
    ])
    fund.funding.rates = [
      FundingRate(id: "r", maximum: Rate(millionths: 850_000), citation: citation(.inferred))
    ]
    fund.costRules.indirect = Cited(
      IndirectRule(rate: Rate(millionths: 70_000), base: .direct), citation(.unsourced))
    return fund
  }()

  /// A fund that managing authorities run and that has no call.
  static let regional: Opportunity = {
    var regional = fund
    regional.identifier = "REGIO"
    regional.titles = [LocalizedText("Regional fund", language: "en")]
    regional.management = .shared
    return regional
  }()

  static func call(_ identifier: String, _ change: (inout Opportunity) -> Void = { _ in }) -> Opportunity {
    var call = Opportunity(
      level: .call, identifier: identifier, origin: .curated(Diagnostic.Place(file: "calls.xml")))
    call.titles = [LocalizedText("Safer squares, call 2026", language: "en")]
    call.partOf = [PartOf(level: .instrument, ref: "SAFE")]
    call.requirements = criterion("call-duration", "duration", .call, [("maximum", ["months": "36"])])
    call.openingDate = Day(year: 2026, month: 2, day: 1)
    call.deadlines = [Deadline(day: Day(year: 2026, month: 6, day: 15)!)]
    call.funding.minimumGrant = Cited(Money(minorUnits: 10_000_000), citation(.call))
    call.funding.maximumGrant = Cited(Money(minorUnits: 200_000_000), citation(.call))
    call.landingPage = "https://example.eu/safer-squares"
    change(&call)
    return call
  }

  static let pricing = Pricing { item, _, _ in
    guard let cost = item.cost else { return nil }
    let grant = Rate(millionths: 850_000).of(cost, rounding: .cent)
    return GrantEstimate(
      eligible: cost, grant: grant, own: cost - grant,
      assumptions: [
        Assumption(.unverified(.rate(id: "r")), grade: .inferred),
        Assumption(.unverified(.indirect), grade: .unsourced),
      ])
  }

  static func shortlist(
    city: City = city(), items: [Item] = [item()], calls: [Opportunity] = [call("SAFE-2026")],
    everything: Bool = true
  ) -> Shortlist {
    let offers = InstrumentBook(instruments: [fund, regional], calls: []).offers(calls, on: Fixture.day)
    return Shortlist(
      Portfolio(city: city, items: items), among: offers, lexicon: Lexicon(), on: day,
      everything: everything, pricing: pricing
    ).withFixes(by: Matcher(on: day, pricing: pricing))
  }

  static func report(_ shortlist: Shortlist, _ language: Language = .english) -> ShortlistReport {
    ShortlistReport([shortlist], words: words(language), edition: edition)
  }
}

extension Fixture {
  /// A project that was funded under the call.
  static let precedent: Precedent = {
    var project = Precedent(id: "199000001")
    project.acronym = "QUAYSIDE"
    project.titles = [LocalizedText("Quays that people like to stay on", language: "en")]
    project.topics = ["SAFE-2026"]
    project.calls = ["SAFE"]
    project.programme = "SAFE.1"
    project.scheme = "SAFE-PJG"
    project.start = Day("2023-01-01")
    project.end = Day("2025-12-31")
    project.totalCost = Money(minorUnits: 125_000_050)
    project.contribution = Money(minorUnits: 100_000_025)
    project.page = "https://cordis.europa.eu/project/id/199000001"
    var town = Precedent.Participant(name: "Comune di Portanova", role: .coordinator)
    town.country = Country("IT")
    town.kind = .publicBody
    town.contribution = Money(minorUnits: 75_000_025)
    town.netContribution = Money(minorUnits: 75_000_025)
    var studio = Precedent.Participant(name: "Studio \u{202E}<Kade>", role: .participant)
    studio.country = Country("NL")
    studio.kind = .company
    studio.isSmall = true
    studio.contribution = Money(minorUnits: 25_000_000)
    studio.netContribution = Money(minorUnits: 20_000_000)
    var lab = Precedent.Participant(name: "Kade Lab", role: .thirdParty)
    lab.netContribution = Money(minorUnits: 5_000_000)
    var borough = Precedent.Participant(name: "Borough of Somewhere", role: .associatedPartner)
    borough.hasLeft = true
    project.participants = [town, studio, lab, borough]
    return project
  }()

  /// The central bank's krone and krona of 9 May 2025.
  static let exchange: Exchange = {
    let day = Day(year: 2025, month: 5, day: 9)!
    let rates = ["DKK": "7.4604", "SEK": "10.9200"].reduce(into: [Currency: ExchangeRate]()) { rates, entry in
      rates[Currency(entry.key)!] = ExchangeRate(entry.value)!
    }
    return Exchange([ExchangeRates(publisher: .centralBank, day: day, rates: rates)], on: day)
  }()
}
