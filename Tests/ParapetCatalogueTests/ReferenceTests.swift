import Foundation
import ParapetModel
import Testing

@testable import ParapetCatalogue

@Suite("Funded projects in the catalogue")
struct StoredPrecedentTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("catalogue.sqlite"), creating: true)
  }

  @Test("everything that is known of a project comes back, by topic or by call, in any case of letters")
  func roundTrip() throws {
    let project = try makeProject()
    #expect(try catalogue.takeProjects([project], on: "2026-03-01").created == 1)
    #expect(try catalogue.precedents(under: ["ISF-2024-PROTECT-01"]) == [project])
    #expect(try catalogue.precedents(under: ["isf-2024-protect"]) == [project])
    #expect(try catalogue.precedents(under: ["ISF-2024-PROTECT", "ISF-2024-PROTECT-01"]) == [project])
    #expect(try catalogue.precedents(under: ["ISF-2024"]).isEmpty)
    #expect(try catalogue.precedents(under: []).isEmpty)
  }

  @Test("a project read again is unchanged; one that says something else is a new version of itself")
  func versions() throws {
    var project = try makeProject()
    try catalogue.takeProjects([project], on: "2026-03-01")
    let again = try catalogue.takeProjects([project], on: "2026-03-02")
    #expect((again.created, again.changed, again.unchanged) == (0, 0, 1))
    let before = project
    project.participants.removeLast()
    project.topics = ["ISF-2025-PROTECT"]
    let changed = try catalogue.takeProjects([project], on: "2026-04-01")
    #expect((changed.created, changed.changed, changed.unchanged) == (0, 1, 0))
    #expect(try catalogue.precedents(under: ["ISF-2025-PROTECT"]) == [project])
    // It is no longer under the topic that it has left.
    #expect(try catalogue.precedents(under: ["ISF-2024-PROTECT-01"]).isEmpty)
    let march = Day("2026-03-31")
    #expect(try catalogue.precedents(under: ["ISF-2024-PROTECT-01"], knownOn: march) == [before])
    #expect(try catalogue.precedents(under: ["ISF-2025-PROTECT"], knownOn: march).isEmpty)
    #expect(try catalogue.precedents(under: ["ISF-2024-PROTECT-01"], knownOn: Day("2026-02-28")).isEmpty)
  }

  @Test("of two files about one project in a reading the fuller counts", arguments: [false, true])
  func doubles(reversed: Bool) throws {
    let full = try makeProject()
    var thin = full
    thin.participants = []
    let counts = try catalogue.takeProjects(reversed ? [full, thin] : [thin, full], on: "2026-03-01")
    #expect((counts.created, counts.doubled) == (1, 1))
    #expect(try catalogue.precedents(under: full.topics) == [full])
  }

  @Test("projects stand by the money that they got, then by their number")
  func order() throws {
    let amounts: [(String, Int64?)] = [("3", 500), ("1", 500), ("2", 900), ("4", nil)]
    let projects = amounts.map { id, amount in
      var project = Precedent(id: id)
      project.topics = ["T"]
      project.contribution = amount.map { Money(minorUnits: $0) }
      return project
    }
    try catalogue.takeProjects(projects, on: "2026-03-01")
    #expect(try catalogue.precedents(under: ["T"]).map(\.id) == ["2", "1", "3", "4"])
  }

  @Test("a reading that fails leaves no project behind")
  func undone() throws {
    struct Broken: Error {}
    let project = try makeProject()
    let day = try #require(Day("2026-03-15"))
    #expect(throws: Broken.self) {
      _ = try catalogue.ingest(SourceReading(source: "x", readOn: day)) { (intake) throws(any Error) in
        try intake.add(project)
        throw Broken()
      }
    }
    #expect(try catalogue.precedents(under: project.topics).isEmpty)
  }

  @Test("records and projects of one reading are counted together")
  func mixed() throws {
    let project = try makeProject()
    let day = try #require(Day("2026-03-15"))
    let counts = try catalogue.ingest(SourceReading(source: "x", readOn: day)) { (intake) throws(any Error) in
      try intake.add(makeRecord(makeTopic("A"), hash: "a"))
      try intake.add(project)
      try intake.add(try makeRates("2026-03-13", ["DKK": "7.46"]))
    }
    #expect((counts.created, counts.changed, counts.unchanged, counts.doubled) == (3, 0, 0, 0))
    #expect(try catalogue.opportunities().count == 1)
  }

  @Test("every field of a project is stated in what comes back, so that none can be forgotten")
  func complete() throws {
    let project = try makeProject()
    #expect(try silent(in: project, "project") == [])
    var archive = ByteWriter()
    archive.write(project)
    #expect(try Catalogue.precedent(Data(archive.bytes), number: "1") == project)
  }

  @Test("cut or damaged anywhere, an archived project is read or refused and never traps")
  func damaged() throws {
    var archive = ByteWriter()
    archive.write(try makeProject())
    let whole = archive.bytes
    for length in 0..<whole.count {
      let cut = Data(whole.prefix(length))
      #expect(throws: CatalogueError.damagedRecord(key: "cordis|1")) {
        try Catalogue.precedent(cut, number: "1")
      }
    }
    for index in whole.indices {
      for value in [UInt8(0), 1, 0x7f, 0x80, 0xff] where value != whole[index] {
        var bytes = whole
        bytes[index] = value
        _ = try? Catalogue.precedent(Data(bytes), number: "1")
      }
    }
  }

  private func makeProject() throws -> Precedent {
    var project = Precedent(id: "101073945")
    project.acronym = "SQUARES"
    project.titles = [LocalizedText("Squares", language: "en"), LocalizedText("Places", language: "fr")]
    project.topics = ["ISF-2024-PROTECT-01"]
    project.calls = ["ISF-2024-PROTECT"]
    project.programme = "ISF.1"
    project.scheme = "ISF-PJG"
    project.start = Day("2024-01-01")
    project.end = Day("2025-12-31")
    project.totalCost = Money(minorUnits: 120_000_000)
    project.contribution = Money(minorUnits: 100_000_000)
    project.page = "https://cordis.europa.eu/project/id/101073945"
    var town = Precedent.Participant(name: "Ville de Rivemont", role: .coordinator)
    town.country = Country("FR")
    town.town = "Rivemont"
    town.kind = .publicBody
    town.isSmall = false
    town.contribution = Money(minorUnits: 60_000_000)
    town.netContribution = Money(minorUnits: 55_000_000)
    town.totalCost = Money(minorUnits: 70_000_000)
    var school = Precedent.Participant(name: "École", role: .associatedPartner)
    school.hasLeft = true
    school.isSmall = true
    project.participants = [town, school]
    return project
  }
}

@Suite("Rates of exchange in the catalogue")
struct StoredRatesTests {
  private let folder: TemporaryFolder
  private let catalogue: Catalogue

  init() throws {
    folder = try TemporaryFolder()
    catalogue = try Catalogue(path: folder.file("catalogue.sqlite"), creating: true)
  }

  @Test("the last rate on or before a day is found, for each currency its own")
  func last() throws {
    try catalogue.takeRates(
      [
        makeRates("2026-03-12", ["DKK": "7.4604", "SEK": "10.9200"]),
        makeRates("2026-03-13", ["DKK": "7.4611"]),
        makeRates("2026-03-16", ["DKK": "7.4620"]),
      ], on: "2026-03-17")
    #expect(try found(["DKK", "SEK"], "2026-03-15") == ["DKK 7.4611 2026-03-13", "SEK 10.9200 2026-03-12"])
    #expect(try found(["DKK"], "2026-03-16") == ["DKK 7.4620 2026-03-16"])
    #expect(try found(["DKK"], "2026-03-11").isEmpty)
    #expect(try found(["NOK"], "2026-03-16").isEmpty)
    #expect(try found([], "2026-03-16").isEmpty)
  }

  @Test("days of rates are counted as new, changed or unchanged")
  func counts() throws {
    let days = try [makeRates("2026-03-12", ["DKK": "7.46"]), makeRates("2026-03-13", ["DKK": "7.46"])]
    #expect(try catalogue.takeRates(days, on: "2026-03-13").created == 2)
    let again = try catalogue.takeRates(
      [makeRates("2026-03-13", ["DKK": "7.47"]), makeRates("2026-03-14", ["DKK": "7.48"])] + days.prefix(1),
      on: "2026-03-15")
    #expect((again.created, again.changed, again.unchanged) == (1, 1, 1))
  }

  @Test("a rate that is corrected was what it was on the days before")
  func corrected() throws {
    try catalogue.takeRates([makeRates("2026-03-12", ["DKK": "7.46"])], on: "2026-03-12")
    try catalogue.takeRates([makeRates("2026-03-12", ["DKK": "7.47"])], on: "2026-03-20")
    #expect(try found(["DKK"], "2026-03-15", knownOn: "2026-03-19") == ["DKK 7.46 2026-03-12"])
    #expect(try found(["DKK"], "2026-03-15") == ["DKK 7.47 2026-03-12"])
    #expect(try found(["DKK"], "2026-03-15", knownOn: "2026-03-11").isEmpty)
  }

  @Test("all the years of the central bank are stored and found")
  func many() throws {
    let first = try #require(Day("1999-01-04"))
    let days = try (0..<2_000).map {
      try makeRates(first.adding(days: $0).description, ["DKK": "7.4604", "SEK": "9.1"])
    }
    #expect(try catalogue.takeRates(days, on: "2026-03-13").created == 2_000)
    #expect(try catalogue.takeRates(days, on: "2026-03-14").unchanged == 2_000)
    #expect(try found(["DKK"], "2000-01-01") == ["DKK 7.4604 2000-01-01"])
  }

  private func found(_ codes: [String], _ day: String, knownOn: String? = nil) throws -> [String] {
    let currencies = codes.compactMap { Currency($0) }
    return try catalogue.rates(
      of: currencies, on: #require(Day(day)), knownOn: knownOn.flatMap { Day($0) }
    ).flatMap { set in set.rates.map { "\($0.key) \($0.value) \(set.day)" } }
  }
}

func makeRates(_ day: String, _ figures: [String: String]) throws -> ExchangeRates {
  var rates: [Currency: ExchangeRate] = [:]
  for (code, text) in figures {
    if let currency = Currency(code), let rate = ExchangeRate(text) { rates[currency] = rate }
  }
  return ExchangeRates(publisher: .centralBank, day: try #require(Day(day)), rates: rates)
}

extension Catalogue {
  /// Reads projects on a day.
  @discardableResult
  func takeProjects(_ projects: [Precedent], on day: String) throws -> IntakeCounts {
    try ingest(SourceReading(source: "cordis", readOn: #require(Day(day)))) { (intake) throws(any Error) in
      for project in projects { try intake.add(project) }
    }
  }

  /// Reads rates on a day.
  @discardableResult
  func takeRates(_ rates: [ExchangeRates], on day: String) throws -> IntakeCounts {
    try ingest(SourceReading(source: "ecb", readOn: #require(Day(day)))) { (intake) throws(any Error) in
      for set in rates { try intake.add(set) }
    }
  }
}
