import ParapetModel

/// The tables that a city keeps for the Covenant: sites, scenarios, progress, indicators with their readings, and
/// what it answered to the checklist.
///
/// They come after the items, which they name; no figure of money rests on them.
struct CovenantTables {
  private let sites: InputSource?
  private let scenarios: InputSource?
  private let progress: InputSource?
  private let indicators: InputSource?
  private let readings: InputSource?
  private let checklist: InputSource?

  /// No table.
  init() {
    (sites, scenarios, progress) = (nil, nil, nil)
    (indicators, readings, checklist) = (nil, nil, nil)
  }

  /// The tables of a folder.
  init(_ files: inout PortfolioFiles) throws(PortfolioError) {
    sites = try files.table("sites")
    scenarios = try files.table("scenarios")
    progress = try files.table("progress")
    indicators = try files.table("indicators")
    readings = try files.table("readings")
    checklist = try files.table("checklist")
  }

  /// Reads them, with what was found file by file.
  func read(_ context: CovenantContext) -> (records: CovenantRecords, findings: [Findings]) {
    var records = CovenantRecords()
    var found: [Findings] = []
    if let sites {
      var reader = SiteReader(context)
      records.sites = reader.read(sites)
      found.append(reader.findings)
    }
    if let scenarios {
      var reader = ScenarioReader(context, sites: self.sites == nil ? nil : Set(records.sites.map(\.id)))
      records.scenarios = reader.read(scenarios)
      found.append(reader.findings)
    }
    if let progress {
      var reader = ProgressReader(context)
      records.progress = reader.read(progress)
      found.append(reader.findings)
    }
    if let indicators {
      var reader = IndicatorReader(context)
      records.indicators = reader.read(indicators, readings: readings)
      found.append(reader.findings)
    }
    if let checklist {
      var reader = ChecklistReader(context)
      records.checklist = reader.read(checklist)
      found.append(reader.findings)
    }
    return (records, found.map(\.apart))
  }
}
