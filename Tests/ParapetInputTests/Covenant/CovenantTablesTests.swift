import Foundation
import ParapetModel
import Testing

@testable import ParapetInput

/// A portfolio in a folder of its own, with the Covenant's tables.
private struct CovenantFolder {
  var portfolio: Portfolio?
  var diagnostics: [Diagnostic]

  static let frame: SecurityFrame = {
    func term(_ code: String, _ french: String) -> SecurityFrame.Term {
      SecurityFrame.Term(
        code: code, names: [LocalizedText(code, language: "en"), LocalizedText(french, language: "fr")])
    }
    var frame = SecurityFrame()
    frame.categories = [term("square", "Place"), term("sport", "Enceinte sportive")]
    frame.threats = [
      SecurityFrame.Threat(term: term("vehicle", "Véhicule"), suggestions: []),
      SecurityFrame.Threat(term: term("drone", "Drone"), suggestions: []),
    ]
    for scale in SecurityFrame.Scale.allCases {
      frame.levels[scale] = Dictionary(
        uniqueKeysWithValues: (1...5).map { ($0, [LocalizedText("level \($0)", language: "en")]) })
    }
    frame.states = [
      SecurityFrame.State(term: term("planned", "prévue"), meaning: .waiting, next: ["running", "done"]),
      SecurityFrame.State(term: term("running", "en cours"), meaning: .running, next: ["done"]),
      SecurityFrame.State(term: term("done", "achevée"), meaning: .done, next: []),
    ]
    return frame
  }()

  init(_ tables: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "covenant-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = [
      "city.yaml": "id: brimont\ncountry: FR\ncurrency: EUR\n", "items.csv": "id,title\na,Quay\nb,Course\n",
      "sites.csv": "id,name\nquay,The quay\n",
    ]
    files.merge(tables) { _, new in new }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    (portfolio, diagnostics) = try PortfolioReader.read(
      folder: folder.path, measures: nil, frame: CovenantFolder.frame)
  }

  var ids: [String] { diagnostics.map(\.id) }
}

@Suite("Sites, scenarios, progress, indicators")
struct CovenantTablesTests {
  @Test("sites are read with their kind by code or by name, whatever its capitals")
  func sites() throws {
    let read = try CovenantFolder([
      "sites.csv":
        "id;name;category;owner;capacity;events\nquay;The quay;PLACE;City;1 200;Fair\nstade;Stade;sport;;;\n"
    ])
    let sites = try #require(read.portfolio).records.sites
    #expect(sites.map(\.category) == ["square", "sport"])
    #expect(sites.map(\.capacity) == [1_200, nil])
    #expect(sites.first?.events == "Fair" && sites.last?.owner == nil)
  }

  @Test(
    "what is wrong with a site costs that fact or that row",
    arguments: [
      ("quay,The quay,squair,,,", "unknown-site-category", 1),
      ("quay,The quay,square,,many,", "bad-quantity", 1),
      ("quay,,square,,,", "incomplete-site", 0), ("quay,Q,,,,\nquay,R,,,,", "duplicate-id", 1),
    ])
  func badSites(_ rows: String, _ id: String, _ count: Int) throws {
    let read = try CovenantFolder(["sites.csv": "id,name,category,owner,capacity,events\n\(rows)\n"])
    #expect(read.ids == [id])
    #expect(read.portfolio?.records.sites.count == count)
    #expect(read.portfolio?.unread.count == 1)
  }

  private static let header =
    "site,threat,measures_in_place,consequence,probability,confidence,assessor,day,residual_consequence,residual_probability,restricted\n"

  @Test("a scenario is restricted unless the city says that it is not")
  func restriction() throws {
    let read = try CovenantFolder([
      "scenarios.csv": Self.header
        + "quay,vehicle,Blocks,4,3,2,Police,2026-02-01,2,2,\nquay,drone,,level 3,1,,,,,,no\n"
    ])
    #expect(read.ids.isEmpty)
    let scenarios = try #require(read.portfolio).records.scenarios
    #expect(scenarios.map(\.isRestricted) == [true, false])
    #expect(scenarios.map(\.risk?.consequence) == [4, 3])
    #expect(scenarios.first?.residual == RiskScenario.Risk(consequence: 2, probability: 2))
  }

  @Test(
    "what is wrong with a scenario is told without what stands there",
    arguments: [
      ("SECRETSITE,vehicle,,1,1,,,,,,", "unknown-site"), ("quay,SECRETTHREAT,,1,1,,,,,,", "unknown-threat"),
      ("quay,vehicle,SECRET,9,1,,,,,,", "outside-scale"), ("quay,vehicle,SECRET,1,0,,,,,,", "outside-scale"),
      ("quay,vehicle,SECRET,2,2,,,,3,2,", "residual-above"),
      ("quay,vehicle,SECRET,1,1,,,SECRETDAY,,,", "bad-date"),
      ("quay,vehicle,SECRET,1,1,,,,,,SECRETLY", "bad-boolean"),
      ("quay,,SECRET,1,1,,,,,,", "incomplete-scenario"),
      ("quay,vehicle,SECRET,1,1,,,,,,\nquay,vehicle,SECRET,2,1,,,,,,", "doubled-scenario"),
      ("quay,vehicle,SECRET", "ragged-row"),
    ])
  func badScenarios(_ rows: String, _ id: String) throws {
    let read = try CovenantFolder(["scenarios.csv": Self.header + rows + "\n"])
    #expect(read.ids == [id])
    for finding in read.diagnostics {
      let told = [finding.said.english, finding.said.french, finding.advice?.english, finding.excerpt]
      #expect(!told.compactMap(\.self).contains { $0.contains("SECRET") })
    }
  }

  @Test("a table of scenarios without a header tells nothing of its first row")
  func noHeader() throws {
    let read = try CovenantFolder(["scenarios.csv": "quay,vehicle,SECRET blocks,4,3\n"])
    #expect(read.ids.contains("missing-column"))
    #expect(!read.diagnostics.contains { ($0.said.english + ($0.excerpt ?? "")).contains("SECRET") })
  }

  @Test("states follow one another by the day, whatever the order of the lines")
  func progress() throws {
    let read = try CovenantFolder([
      "progress.csv":
        "item,day,state,spent,note\nb,2027-02-01,running,,\na,2027-06-01,Achevée,120000,ok\na,2027-01-01,planned,0,\n"
    ])
    #expect(read.ids.isEmpty)
    let entries = try #require(read.portfolio).records.progress
    #expect(entries.map(\.item) == ["a", "a", "b"])
    #expect(entries.map(\.state) == ["planned", "done", "running"])
    #expect(entries[1].spent == Money(minorUnits: 12_000_000))
  }

  @Test(
    "a line that cannot follow is refused, and those around it count",
    arguments: [
      ("a,2027-01-01,done,9,\na,2027-02-01,running,10,", "state-goes-back", 1),
      ("a,2027-01-01,running,9,\na,2027-02-01,running,8,", "spent-lessens", 1),
      ("a,2027-01-01,running,9,\na,2027-01-01,done,9,", "doubled-day", 1),
      ("a,2027-01-01,runing,9,", "unknown-state", 0), ("z,2027-01-01,running,9,", "unknown-item", 0),
      ("a,,running,9,", "incomplete-progress", 0), ("a,2027-02-30,running,9,", "no-such-date", 0),
      ("a,2027-01-01,running,-9,", "negative-amount", 1),
    ])
  func badProgress(_ rows: String, _ id: String, _ count: Int) throws {
    let read = try CovenantFolder(["progress.csv": "item,day,state,spent,note\n\(rows)\n"])
    #expect(read.ids == [id])
    #expect(read.portfolio?.records.progress.count == count)
  }

  private static let indicators =
    "id,item,unit,direction,baseline,baseline_day,target,target_day\nlamps,a,lamps,up,10,2027-01-01,50,2028-01-01\n"

  @Test("readings come to their indicator, oldest first")
  func readings() throws {
    let read = try CovenantFolder([
      "indicators.csv": Self.indicators,
      "readings.csv": "indicator,day,value,source\nlamps,2027-12-01,40,count\nlamps,2027-06-01,20.5,count\n",
    ])
    #expect(read.ids.isEmpty)
    let indicator = try #require(read.portfolio?.records.indicators.first)
    #expect(indicator.readings.map(\.value) == [205_000, 400_000])
    let day = try #require(Day("2027-11-30"))
    #expect(indicator.last(until: day)?.value == 205_000)
  }

  @Test(
    "what is wrong with a reading is told and not counted",
    arguments: [
      ("lamps,2026-12-31,5,", "reading-before-baseline"), ("lumps,2027-06-01,5,", "unknown-indicator"),
      ("lamps,2027-06-01,five,", "bad-quantity"), ("lamps,,5,", "incomplete-reading"),
    ])
  func badReadings(_ row: String, _ id: String) throws {
    let read = try CovenantFolder([
      "indicators.csv": Self.indicators, "readings.csv": "indicator,day,value,source\n\(row)\n",
    ])
    #expect(read.ids == [id])
    #expect(read.portfolio?.records.indicators.first?.readings == [])
  }

  @Test("of two definitions the first counts, and no trend is told")
  func twoDefinitions() throws {
    let read = try CovenantFolder([
      "indicators.csv": Self.indicators + "lamps,a,masts,up,0,2027-01-01,9,2028-01-01\n"
    ])
    #expect(read.ids == ["two-definitions"])
    let indicators = try #require(read.portfolio).records.indicators
    #expect(indicators.map(\.unit) == ["lamps"])
    #expect(indicators.first?.isRedefined == true)
  }

  @Test("a target before its baseline, and a direction that is none, are told")
  func badIndicators() throws {
    let header = "id,item,unit,direction,baseline,baseline_day,target,target_day\n"
    let early = try CovenantFolder(["indicators.csv": header + "x,a,u,up,1,2027-01-01,2,2026-01-01\n"])
    #expect(early.ids == ["target-before-baseline"])
    #expect(early.portfolio?.records.indicators.first?.targetDay == nil)
    let sideways = try CovenantFolder(["indicators.csv": header + "x,a,u,sideways,1,,2,\n"])
    #expect(sideways.ids == ["unknown-direction"])
    #expect(sideways.portfolio?.records.indicators.isEmpty == true)
  }

  @Test("no figure of money rests on what these tables lack")
  func apart() throws {
    let read = try CovenantFolder(["sites.csv": "id,name,category\nquay,Quay,squair\n"])
    let portfolio = try #require(read.portfolio)
    #expect(!portfolio.unread.isEmpty)
    #expect(!portfolio.isPartial("a"))
  }
}
