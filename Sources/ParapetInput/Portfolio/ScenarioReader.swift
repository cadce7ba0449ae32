import ParapetModel

/// Reads scenarios.csv: one threat at one site a line, with levels before and after the action.
///
/// What stands in it is sensitive, and what is found wrong with it is told on screens, in mails and in reports: so a
/// finding says line and column and never what stands there.
struct ScenarioReader {
  static let columns = [
    "site", "threat", "measures_in_place", "consequence", "probability", "confidence", "assessor", "day",
    "residual_consequence", "residual_probability", "restricted",
  ]

  /// What was found.
  private(set) var findings = Findings()
  private let context: CovenantContext
  private let sites: Set<String>?
  private var source = TextFile(file: "", utf8: [])

  /// A reader; without a table of sites, any site is taken.
  init(_ context: CovenantContext, sites: Set<String>?) {
    self.context = context
    self.sites = sites
  }

  /// Reads the rows of a table.
  mutating func read(_ source: InputSource) -> [RiskScenario] {
    let table = source.table(CSVReader(known: ScenarioReader.columns, required: ["site", "threat"]))
    self.source = table.source
    for finding in table.diagnostics { findings.report(finding.silenced) }
    let order = DayOrder.settled(by: table.texts(of: ["day"]), in: context.country)
    var scenarios: [RiskScenario] = []
    var seen: Set<String> = []
    for row in table.rows {
      guard let scenario = scenario(of: row, in: table, order) else { continue }
      if seen.insert(scenario.id).inserted {
        scenarios.append(scenario)
      } else {
        report(
          "doubled-scenario", row.cells.first, "site",
          Message(
            en: "the site and the threat of this line stand in an earlier one; this one was not read",
            fr: "le site et la menace de cette ligne figurent déjà plus haut ; celle-ci n’a pas été lue"))
      }
    }
    return scenarios
  }

  private mutating func scenario(of row: InputRow, in table: InputTable, _ order: DayOrder?) -> RiskScenario?
  {
    let (siteCell, threatCell) = (table.cell("site", of: row), table.cell("threat", of: row))
    guard let siteCell, let threatCell else {
      findings.report(
        table.source.incompleteRow(
          row, id: "incomplete-scenario",
          needs: Message(en: "a site and a threat", fr: "un site et une menace")
        )
        .silenced)
      return nil
    }
    guard sites?.contains(siteCell.id) ?? true else {
      report(
        "unknown-site", siteCell, "site",
        Message(
          en: "the site of this line is none of sites.csv; the line was not read",
          fr: "le site de cette ligne ne figure pas dans sites.csv ; la ligne n’a pas été lue"))
      return nil
    }
    let terms = context.frame.threats.map(\.term)
    let threat =
      terms.isEmpty
      ? threatCell.id
      : terms.first { $0.code == threatCell.id || $0.isMeant(by: threatCell.id) }?.code
    guard let threat else {
      let codes = terms.map(\.code).joined(separator: ", ")
      report(
        "unknown-threat", threatCell, "threat",
        Message(
          en: "the threat of this line is none that data/covenant.xml names; the line was not read",
          fr:
            "la menace de cette ligne n’est aucune de celles de data/covenant.xml ; la ligne n’a pas été lue"),
        Message(en: "take one of \(codes)", fr: "choisissez parmi \(codes)"))
      return nil
    }
    var scenario = RiskScenario(site: siteCell.id, threat: threat)
    scenario.measuresInPlace = table.cell("measures_in_place", of: row).map {
      FormulaGuard.unguarded($0.text)
    }
    scenario.assessor = table.cell("assessor", of: row).map { FormulaGuard.unguarded($0.text) }
    scenario.risk = risk("consequence", "probability", of: row, in: table)
    scenario.residual = risk("residual_consequence", "residual_probability", of: row, in: table)
    scenario.confidence = table.cell("confidence", of: row).flatMap { level(.confidence, $0, "confidence") }
    scenario.day = table.cell("day", of: row).flatMap { day($0, order) }
    scenario.isRestricted = isRestricted(table.cell("restricted", of: row))
    if let before = scenario.risk, let after = scenario.residual, after.exceeds(before) {
      report(
        "residual-above", table.cell("residual_consequence", of: row), "residual_consequence",
        Message(
          en: "the levels after the action are above those before it; they are taken as unknown",
          fr: "les niveaux après l’action dépassent ceux d’avant ; ils restent inconnus"))
      scenario.residual = nil
    }
    return scenario
  }

  private mutating func risk(
    _ consequence: String, _ probability: String, of row: InputRow, in table: InputTable
  ) -> RiskScenario.Risk? {
    let first = table.cell(consequence, of: row).flatMap { level(.consequence, $0, consequence) }
    let second = table.cell(probability, of: row).flatMap { level(.probability, $0, probability) }
    guard let first, let second else { return nil }
    return RiskScenario.Risk(consequence: first, probability: second)
  }

  /// The number of a level, written as such or by its name.
  private mutating func level(_ scale: SecurityFrame.Scale, _ cell: InputCell, _ field: String) -> Int? {
    let levels = context.frame.levels[scale] ?? [:]
    let folded = FoldedName.folded(cell.text)
    if let number = Int(cell.text), levels.isEmpty ? (1...9).contains(number) : levels[number] != nil {
      return number
    }
    let named = levels.first { $0.value.contains { FoldedName.folded($0.text) == folded } }
    if let named { return named.key }
    let (low, high) = (levels.keys.min() ?? 1, levels.keys.max() ?? 9)
    report(
      "outside-scale", cell, field,
      Message(
        en: "what stands under '\(field)' is no level from \(low) to \(high); it is taken as unknown",
        fr: "ce qui figure sous « \(field) » n’est pas un niveau de \(low) à \(high) ; il reste inconnu"))
    return nil
  }

  private mutating func day(_ cell: InputCell, _ order: DayOrder?) -> Day? {
    var loud = Findings()
    let day = loud.day(cell, order: order, edge: .first, in: source, field: "day")
    if day == nil {
      report(
        "bad-date", cell, "day",
        Message(
          en: "what stands under 'day' is no day; it is taken as unknown",
          fr: "ce qui figure sous « day » n’est pas un jour ; il reste inconnu"),
        Message.write("2027-03-01"))
    }
    return day
  }

  /// Restricted, unless the city plainly says that it is not.
  private mutating func isRestricted(_ cell: InputCell?) -> Bool {
    guard let cell else { return true }
    switch FoldedName.folded(cell.text) {
    case "no", "non", "false", "faux": return false
    case "yes", "oui", "true", "vrai": return true
    default:
      report(
        "bad-boolean", cell, "restricted",
        Message(
          en: "what stands under 'restricted' is neither yes nor no; the line is taken as restricted",
          fr: "ce qui figure sous « restricted » n’est ni oui ni non ; la ligne est tenue pour restreinte"))
      return true
    }
  }

  private mutating func report(
    _ id: String, _ cell: InputCell?, _ field: String, _ message: Message, _ advice: Message? = nil
  ) {
    findings.report(
      source.diagnostic(
        .error, id: id, line: cell?.line, column: cell?.column, message, suggestion: advice
      ).silenced, field: field)
  }
}

extension Diagnostic {
  /// The same without the line that it is about, and without the words of it that it may quote.
  fileprivate var silenced: Diagnostic {
    var finding = self
    finding.excerpt = nil
    if said.english.contains("'"), ["unknown-column", "doubled-column"].contains(id) {
      finding.said = Message(
        en: "a column of the header is not known or stands twice, and is not used",
        fr: "une colonne de l’en-tête est inconnue ou en double, et n’est pas utilisée")
      finding.advice = nil
    }
    return finding
  }
}
