import ParapetModel

/// Whether people put the day or the month first.
enum DayOrder: Hashable {
  case dayFirst, monthFirst

  /// The order that a country writes figures in; nothing where it writes the year first, or where it is not known.
  ///
  /// After the Unicode CLDR's short date patterns.
  static func usual(in country: Country?) -> DayOrder? {
    guard let country else { return nil }
    if country.code == "US" { return .monthFirst }
    return countries.contains(country.code) ? .dayFirst : nil
  }

  private static let countries: Set = [
    "AD", "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI",
    "FR", "GE",
    "HR", "IE", "IL", "IS", "IT", "LI", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT",
    "RO", "RS",
    "SI", "SK", "SM", "TN", "TR", "UA", "UK", "VA", "XK",
  ]

  /// The order of a column: that of its cells that show one by themselves, else that of the country; nothing where
  /// they contradict each other.
  static func settled(by texts: some Sequence<String>, in country: Country?) -> DayOrder? {
    let shown = Set(texts.compactMap(DayText.order))
    let usual = usual(in: country)
    guard let order = shown.first else { return usual }
    return shown.count == 1 && (usual == nil || usual == order) ? order : nil
  }
}

/// Which day of a span is meant where only the span is written.
enum DayEdge { case first, last }

extension Findings {
  /// The days of which none earlier or later is believable: sentinels of other programs lie outside.
  static let believableYears = 2000...2098

  /// The day of a cell; what is not plain is remarked, what is no day or could be two is refused.
  mutating func day(
    _ cell: InputCell, order: DayOrder?, edge: DayEdge, in source: TextFile, field: String
  ) -> Day? {
    if cell.kind == .fault {
      report(source.cellFault(cell), field: field)
      return nil
    }
    let day: Day
    switch DayText(cell.text) {
    case .day(let read, let isPlain):
      if !isPlain { report(source.readAs(read.description, cell, id: "day-read")) }
      day = read
    case .twoOrders(let dayFirst, let monthFirst):
      guard let order else {
        report(source.twoDays(cell, dayFirst, monthFirst), field: field)
        return nil
      }
      day = order == .dayFirst ? dayFirst : monthFirst
      report(source.readAs(day.description, cell, id: "day-read"))
    case .twoDigitYear(let days):
      report(source.twoDigitYear(cell, days, order), field: field)
      return nil
    case .span(let first, let last):
      report(source.noDay(cell, edge == .first ? first : last), field: field)
      return nil
    case .serial(let meant):
      report(source.dayNumber(cell, meant), field: field)
      return nil
    case .timed(let meant):
      report(source.timedDay(cell, meant), field: field)
      return nil
    case .noSuchDay:
      report(source.badDay(cell, isShaped: true), field: field)
      return nil
    case .notADay:
      let isShaped =
        cell.text.utf8.count == 10 && cell.text.allSatisfy { $0.isFigure || $0 == "-" }
      report(source.badDay(cell, isShaped: isShaped), field: field)
      return nil
    }
    if !Findings.believableYears.contains(day.components.year) { report(source.farDay(day, cell)) }
    return day
  }
}

// MARK: Messages

extension TextFile {
  /// The finding about a text that is no day, or no day of the calendar.
  fileprivate func badDay(_ cell: InputCell, isShaped: Bool) -> Diagnostic {
    diagnostic(
      .error, id: isShaped ? "no-such-date" : "bad-date", at: cell,
      isShaped
        ? Message(en: "there is no day \(cell.quoted)", fr: "le jour \(cell.quoted) n’existe pas")
        : Message(en: "'\(cell.quoted)' is not a date", fr: "« \(cell.quoted) » n’est pas une date"),
      suggestion: isShaped
        ? nil
        : Message(
          en: "write year, month and day, such as 2027-01-31",
          fr: "écrivez l’année, le mois et le jour, comme 2027-01-31"))
  }

  fileprivate func twoDays(_ cell: InputCell, _ one: Day, _ other: Day) -> Diagnostic {
    diagnostic(
      .error, id: "ambiguous-date", at: cell,
      Message(
        en: "'\(cell.quoted)' is \(one) to one reader and \(other) to the next",
        fr: "« \(cell.quoted) » est le \(one) pour un lecteur et le \(other) pour un autre"),
      suggestion: .write(one.description, or: other.description))
  }

  fileprivate func twoDigitYear(_ cell: InputCell, _ days: [Day], _ order: DayOrder?) -> Diagnostic {
    var days = days
    // The day that the column's own order makes of it comes first.
    if order == .monthFirst, days.count > 1 { days.swapAt(0, 1) }
    if order != nil { days = Array(days.prefix(1)) }
    return diagnostic(
      .error, id: "two-digit-year", at: cell,
      Message(
        en: "'\(cell.quoted)' has a year of two digits", fr: "« \(cell.quoted) » a une année à deux chiffres"),
      suggestion: days.first.map { first in
        days.count > 1 ? .write(first.description, or: days[1].description) : .write(first.description)
      })
  }

  fileprivate func noDay(_ cell: InputCell, _ meant: Day) -> Diagnostic {
    diagnostic(
      .error, id: "bad-date", at: cell,
      Message(
        en: "'\(cell.quoted)' does not say which day", fr: "« \(cell.quoted) » ne dit pas quel jour"),
      suggestion: Message(
        en: "write the day, such as \(meant)", fr: "écrivez le jour, par exemple \(meant)"))
  }

  fileprivate func dayNumber(_ cell: InputCell, _ meant: Day) -> Diagnostic {
    diagnostic(
      .error, id: "bad-date", at: cell,
      Message(
        en: "'\(cell.quoted)' is a number, as spreadsheets keep the day \(meant)",
        fr: "« \(cell.quoted) » est un nombre, comme un tableur garde le jour \(meant)"),
      suggestion: .write(meant.description))
  }

  fileprivate func timedDay(_ cell: InputCell, _ meant: Day) -> Diagnostic {
    diagnostic(
      .error, id: "bad-date", at: cell,
      Message(
        en: "'\(cell.quoted)' has a time of day, and a day belongs here",
        fr: "« \(cell.quoted) » a une heure, et c’est un jour qu’il faut ici"),
      suggestion: .write(meant.description))
  }

  fileprivate func farDay(_ day: Day, _ cell: InputCell) -> Diagnostic {
    let years = Findings.believableYears
    return diagnostic(
      .warning, id: "unlikely-date", at: cell,
      Message(
        en: "\(day) lies outside \(years.lowerBound) to \(years.upperBound); check the year",
        fr: "\(day) est hors de \(years.lowerBound) à \(years.upperBound) ; vérifiez l’année"))
  }
}
