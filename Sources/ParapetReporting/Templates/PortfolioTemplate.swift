public import ParapetModel

/// A portfolio to fill in, as the spreadsheet program of a country opens it.
public struct PortfolioTemplate: Sendable {
  /// A table of the portfolio: its name, its columns, and rows where there are any.
  public struct Sheet: Hashable, Sendable {
    /// The name of the file or of the sheet.
    public var name: String
    /// The columns, by the names that are read.
    public var columns: [String]
    /// The rows.
    public var rows: [[String]] = []
  }

  private let id: String
  private let country: Country?
  private let habits: TableHabits
  private let words: any Sentences
  private let measures: MeasureCatalogue

  /// A portfolio of a city in a country.
  ///
  /// - Parameter name: what the city is called; its id is made of it.
  public init(
    named name: String, in country: Country?, measures: MeasureCatalogue, words: any Sentences
  ) {
    let letters = name.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let id = String(letters).split(separator: "-").joined(separator: "-")
    self.id = id.isEmpty ? "city" : id
    self.country = country
    self.measures = measures
    self.words = words
    habits = TableHabits(of: country)
  }

  /// The tables to fill in, and the list of measures to choose from.
  public var sheets: [Sheet] {
    [
      Sheet(
        name: "items",
        columns: [
          "id", "title", "description", "measures", "component", "site", "start", "end", "cost", "vat",
          "priority",
          "partners",
        ]),
      Sheet(
        name: "costs",
        columns: [
          "item", "work_package", "partner", "category", "description", "quantity", "unit", "unit_cost",
          "vat", "year",
        ]),
      Sheet(name: "support", columns: ["item", "source", "kind", "status", "amount"]),
      Sheet(
        name: "measures", columns: ["measure", "name", "component"],
        rows: measures.measures.map { [$0.code, words.name(measure: $0.code), words.word($0.component)] }),
    ]
  }

  /// A table as CSV: with the mark by which Excel knows UTF-8, and the country's delimiter.
  public func csv(_ sheet: Sheet) -> String {
    let rows = ([sheet.columns] + sheet.rows).map { row in
      row.map(field).joined(separator: habits.delimiter)
    }
    return "\u{FEFF}" + rows.map { $0 + "\r\n" }.joined()
  }

  private func field(_ text: String) -> String {
    let needsQuotes = text.contains { "\"\r\n".contains($0) } || text.contains(habits.delimiter)
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// The file city.yaml: what is needed, and beside it, each behind a mark, what is asked for later.
  public var city: String {
    let code = country?.code ?? ""
    var lines = [TemplateNote.head, .tables(delimiter: habits.delimiter, decimalMark: habits.decimalMark)]
      .flatMap { comment($0) }
    lines += ["id: \(id)", "name: \(id)", "country: \(code)", "currency: \(habits.currency.code)"]
    lines += comment(.region) + ["# nuts: \(code.isEmpty ? "FR" : code)XXX", "# population: 100000"]
    lines += comment(.applicant(ApplicantClass.allCases.map { "\($0.rawValue): \(words.name($0))" }))
    lines += ["# applicant: local-authority"]
    lines += comment(.vat) + ["# vat: non-recoverable"]
    lines += comment(.category(RegionCategory.allCases.map { "\($0.rawValue): \(words.word($0))" }))
    lines += ["# region-category: transition", "# gdp-below-eu-average: true"]
    lines += comment(.covenant) + ["# covenant: { joined: 2026-03-01 }"]
    lines += comment(.partners) + ["partners: []"]
    lines += ["#  - { id: other-city, name: Other City, country: IT, applicant: local-authority }"]
    lines += comment(.capacity)
    lines += ["# capacity: { own-contribution: { 2027: 800000, 2028: 700000 }, applications: 4 }"]
    lines += comment(.measures(measures.measures.map { "\($0.code): \(words.name(measure: $0.code))" }))
    return lines.map { $0 + "\n" }.joined()
  }

  private func comment(_ note: TemplateNote) -> [String] {
    [""] + words.lines(note).map { "# " + $0 }
  }
}
