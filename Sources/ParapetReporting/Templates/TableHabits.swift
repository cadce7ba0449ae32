public import ParapetModel

/// How the spreadsheet programs of a country write and open CSV: by its locale's list separator.
///
/// After the Unicode CLDR: where the comma parts decimals, the semicolon parts cells.
public struct TableHabits: Hashable, Sendable {
  /// What stands between two cells.
  public var delimiter: String
  /// What stands before the decimals.
  public var decimalMark: String
  /// The flavour of CSV that parts cells in this way.
  var profile: CSVProfile { delimiter == ";" ? .excelFrench : .excelEnglish }
  /// The currency that a city of the country keeps its accounts in.
  public var currency: Currency

  /// The habits of a country; without one those of the standard, in euro.
  public init(of country: Country?) {
    let code = country?.code ?? "IE"
    // Switzerland and Liechtenstein part decimals with a point and cells with a semicolon.
    let hasPoint = ["IE", "MT", "UK", "US", "IL", "CH", "LI"].contains(code)
    delimiter = hasPoint && code != "CH" && code != "LI" ? "," : ";"
    decimalMark = hasPoint ? "." : ","
    currency = TableHabits.currencies[code].flatMap { Currency($0) } ?? .euro
  }

  /// The currencies of countries without the euro, as of 2026-01-01, when Bulgaria took it.
  private static let currencies = [
    "AL": "ALL", "BA": "BAM", "CH": "CHF", "CZ": "CZK", "DK": "DKK", "GE": "GEL", "HU": "HUF", "IL": "ILS",
    "IS": "ISK", "LI": "CHF", "MD": "MDL", "MK": "MKD", "NO": "NOK", "PL": "PLN", "RO": "RON", "RS": "RSD",
    "SE": "SEK", "TR": "TRY", "UA": "UAH", "UK": "GBP", "US": "USD",
  ]
}
