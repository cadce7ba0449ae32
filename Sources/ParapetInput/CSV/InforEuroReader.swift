import Foundation
public import ParapetModel

/// Reads the Commission's accounting rates: the list that InforEuro gives for a month, or a table of ours.
///
/// The list is JSON, `[{"isoA3Code": "DKK", "value": 7.4604}, …]`, and does not say its month, which is then that of
/// the day asked for. A table is CSV with the columns `currency`, `rate` and `month` (`2026-03`).
public struct InforEuroReader {
  /// The rates found, one set a month in the order of the months.
  public private(set) var rates: [ExchangeRates] = []
  /// What was found wrong.
  public private(set) var diagnostics: [Diagnostic] = []

  private let file: String
  private let month: Day?
  private var months: [Day: [Currency: ExchangeRate]] = [:]
  private var lacksMonth = false

  static let columns = ["currency", "isoA3Code", "rate", "value", "month"]

  /// A reader of a file; the day gives its month to rates that state none.
  public init(file: String, day: Day?) {
    self.file = file
    month = day.flatMap { Day(year: $0.components.year, month: $0.components.month, day: 1) }
  }

  /// Reads the bytes of a list in JSON or of a table in CSV, told apart by the first sign.
  public mutating func read(_ bytes: [UInt8]) {
    switch bytes.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "["), UInt8(ascii: "{"): read(json: bytes)
    default: read(csv: bytes)
    }
  }

  /// Reads the bytes of a list in JSON.
  private mutating func read(json bytes: [UInt8]) {
    do {
      let list = try JSONDecoder().decode([Entry].self, from: Data(bytes))
      for (index, entry) in list.enumerated() {
        let place = Diagnostic.Place(file: file, path: "$[\(index)]")
        take(entry.isoA3Code ?? "", entry.value?.text ?? "", month: entry.month, at: place)
      }
    } catch {
      diagnostics.append(.noList(file))
    }
    close()
  }

  /// Reads the bytes of a table in CSV.
  private mutating func read(csv bytes: [UInt8]) {
    let table = CSVReader(known: InforEuroReader.columns, required: []).read(bytes, file: file)
    diagnostics += table.diagnostics
    for row in table.rows {
      let currency = table.cell("currency", of: row) ?? table.cell("isoA3Code", of: row)
      let rate = table.cell("rate", of: row) ?? table.cell("value", of: row)
      take(
        currency?.text ?? "", (rate?.text ?? "").replacing(",", with: "."),
        month: table.cell("month", of: row)?.text,
        at: Diagnostic.Place(file: file, line: row.line, column: (rate ?? currency)?.column))
    }
    close()
  }
}

extension InforEuroReader {
  /// One entry of the list; whatever is of another type counts as not there.
  private struct Entry: Decodable {
    var isoA3Code: String?
    var value: Figure?
    var month: String?

    enum Key: String, CodingKey { case isoA3Code, value, month }

    init(from decoder: any Decoder) throws {
      guard let fields = try? decoder.container(keyedBy: Key.self) else { return }
      isoA3Code = try? fields.decodeIfPresent(String.self, forKey: .isoA3Code)
      value = try? fields.decodeIfPresent(Figure.self, forKey: .value)
      month = try? fields.decodeIfPresent(String.self, forKey: .month)
    }
  }

  /// A number or a text with one, exactly as it is written.
  private struct Figure: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {
        self.text = text
      } else {
        text = try value.decode(Decimal.self).description
      }
    }
  }

  private mutating func take(
    _ code: String, _ text: String, month stated: String?, at place: Diagnostic.Place
  ) {
    // The list has the euro once for each country that pays with it.
    guard code != Currency.euro.code else { return }
    guard let currency = Currency(code), let rate = ExchangeRate(text) else {
      return diagnostics.append(.noRate(code, text, at: place))
    }
    guard let day = stated.map({ Day($0.prefix(7) + "-01") }) ?? month else {
      if stated != nil || !lacksMonth { diagnostics.append(.noMonth(stated, at: place)) }
      if stated == nil { lacksMonth = true }
      return
    }
    if let known = months[day]?[currency], known != rate {
      return diagnostics.append(.secondRate(currency, known, rate, at: place))
    }
    months[day, default: [:]][currency] = rate
  }

  private mutating func close() {
    rates = months.keys.sorted().map { day in
      ExchangeRates(publisher: .inforEuro, day: day, rates: months[day] ?? [:])
    }
  }
}

extension Diagnostic {
  fileprivate static func noList(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "malformed-rates", at: Place(file: file),
      Message(en: "this is no list of rates in JSON", fr: "ce n’est pas une liste de taux en JSON"),
      suggestion: Message(
        en: "a list has objects with 'isoA3Code' and 'value', as InforEuro gives it for a month",
        fr: "une liste a des objets avec « isoA3Code » et « value », comme InforEuro la donne pour un mois"))
  }

  fileprivate static func noMonth(_ text: String?, at place: Place) -> Diagnostic {
    guard let text else {
      return Diagnostic(
        .error, id: "missing-month", at: place,
        Message(
          en: "the rates do not say of which month they are",
          fr: "les taux ne disent pas de quel mois ils sont"),
        suggestion: Message(
          en: "say so by --rates-on, with any day of the month, or in a column 'month'",
          fr: "dites-le par --rates-on, avec un jour du mois, ou dans une colonne « month »"))
    }
    return Diagnostic(
      .error, id: "impossible-date", at: place,
      Message(en: "'\(text.prefix(80))' is no month", fr: "« \(text.prefix(80)) » n’est pas un mois"),
      suggestion: .write("2026-03"))
  }

  fileprivate static func secondRate(
    _ currency: Currency, _ first: ExchangeRate, _ second: ExchangeRate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "second-rate", at: place,
      Message(
        en: "\(currency) has two rates in one month, \(first) and \(second); the first counts",
        fr: "\(currency) a deux taux pour un mois, \(first) et \(second) ; le premier compte"))
  }
}
