public import ParapetModel

/// A portfolio to fill in, as the spreadsheet program of a country opens it.
public struct PortfolioTemplate: Sendable {
  private let name: String
  private let id: String
  private let country: Country?
  private let habits: TableHabits
  private let words: any Sentences
  private let measures: MeasureCatalogue

  /// A portfolio of a city in a country.
  ///
  /// - Parameters:
  ///   - name: what the city is called.
  ///   - id: by what its files call it.
  public init(
    named name: String, id: String, in country: Country?, measures: MeasureCatalogue, words: any Sentences
  ) {
    self.name = String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isControl }))
    self.id = id
    self.country = country
    self.measures = measures
    self.words = words
    habits = TableHabits(of: country)
  }

  /// The tables to fill in, and the list of measures to choose from; the caption of each names its file or sheet.
  public var tables: [Table] {
    func table(_ name: String, _ columns: String...) -> Table {
      Table(caption: name, columns: columns.map { Table.Column($0) })
    }
    var list = table("measures", "measure", "name", "component")
    for measure in measures.measures {
      list.append([
        .text(measure.code), .text(words.name(measure: measure.code)), .text(words.word(measure.component)),
      ])
    }
    return [
      table(
        "items", "id", "title", "description", "measures", "component", "site", "start", "end", "cost", "vat",
        "priority", "partners"),
      table(
        "costs", "item", "work_package", "partner", "category", "description", "quantity", "unit",
        "unit_cost", "vat", "year"),
      table("support", "item", "source", "kind", "status", "amount"),
      list,
    ]
  }

  /// A table as CSV, as the country's spreadsheets open it.
  public func csv(_ table: Table) -> String { CSVWriter(habits.profile).render(table) }

  /// The file city.yaml: what is known already, and beside it, each behind its name, room for what is asked for later.
  ///
  /// Nothing is filled in that nobody stated: an example left standing would be read as a fact of the city.
  public var city: String {
    var lines = [TemplateNote.head, .tables(delimiter: habits.delimiter, decimalMark: habits.decimalMark)]
      .flatMap { comment($0) }
    lines += ["id: \(id)", "name: \(quotedName)"]
    lines +=
      country.map { ["country: \($0.code)", "currency: \(habits.currency.code)"] } ?? [
        "country:", "currency:",
      ]
    lines += comment(.region) + ["nuts:", "population:"]
    lines += comment(.applicant(ApplicantClass.allCases.map { "\($0.rawValue): \(words.name($0))" }))
    lines += ["applicant:"]
    lines += comment(.vat) + ["vat:"]
    lines += comment(.category(RegionCategory.allCases.map { "\($0.rawValue): \(words.word($0))" }))
    lines += ["region-category:", "gdp-below-eu-average:"]
    lines += comment(.covenant) + ["covenant:"]
    lines += comment(.partners) + ["partners:"]
    lines += comment(.capacity) + ["capacity:"]
    lines += comment(.measures(measures.measures.map { "\($0.code): \(words.name(measure: $0.code))" }))
    return lines.map { $0 + "\n" }.joined()
  }

  /// The name between quotes, so that `No` and `12` stay names.
  private var quotedName: String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func comment(_ note: TemplateNote) -> [String] {
    [""] + words.lines(note).map { "# " + $0 }
  }
}

extension Unicode.Scalar {
  /// Whether it is no sign that a text file may hold.
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
