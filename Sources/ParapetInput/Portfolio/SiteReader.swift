import ParapetModel

/// Reads sites.csv, `id,name,category,owner,capacity,events`: the places of the city that many people use.
struct SiteReader {
  static let columns = ["id", "name", "category", "owner", "capacity", "events"]

  /// What was found.
  private(set) var findings = Findings()
  private let context: CovenantContext

  init(_ context: CovenantContext) { self.context = context }

  /// Reads the rows of a table; a row without id or name is no site.
  mutating func read(_ source: InputSource) -> [Site] {
    let table = source.table(CSVReader(known: SiteReader.columns, required: ["id", "name"]))
    findings.take(table, itemColumn: "")
    var sites: [Site] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      guard let id = table.cell("id", of: row), let name = table.cell("name", of: row) else {
        findings.report(
          table.source.incompleteRow(
            row, id: "incomplete-site", needs: Message(en: "an id and a name", fr: "un id et un nom")))
        continue
      }
      if let first = lines[id.id] {
        let place = Diagnostic.Place(file: table.source.file, line: id.line, column: id.column)
        findings.report(table.source.duplicate(id.id, first: first, at: place))
        continue
      }
      lines[id.id] = row.line
      var site = Site(id: id.id, name: FormulaGuard.unguarded(name.text))
      site.category = table.cell("category", of: row).flatMap {
        findings.code(
          $0, among: context.frame.categories, id: "unknown-site-category",
          Message(en: "kind of site", fr: "type de site"), in: table.source, field: "category")
      }
      site.owner = table.cell("owner", of: row).map { FormulaGuard.unguarded($0.text) }
      site.events = table.cell("events", of: row).map { FormulaGuard.unguarded($0.text) }
      site.capacity = table.cell("capacity", of: row).flatMap {
        findings.value($0, in: table.source, field: "capacity").map { Int($0 / CostLine.one) }
      }
      sites.append(site)
    }
    return sites
  }
}
