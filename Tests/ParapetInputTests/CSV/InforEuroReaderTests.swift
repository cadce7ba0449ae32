import ParapetInput
import ParapetModel
import Testing

@Suite("Lists and tables of rates")
struct InforEuroReaderTests {
  @Test("InforEuro's list takes its month from the day asked for, and keeps every figure exact")
  func list() {
    let read = Self.read(
      #"[{"country":"Denmark","currency":"Danish krone","isoA3Code":"DKK","isoA2Code":"DK","value":7.4604,"#
        + #""comment":null},{"isoA3Code":"EUR","value":1},{"isoA3Code":"JPY","value":163.3600},"#
        + #"{"isoA3Code":"BGN","value":"1.95583"},{"isoA3Code":"DKK","value":7.4604}]"#,
      day: "2099-03-15")
    #expect(read.diagnostics.isEmpty)
    #expect(read.rates.map(\.day.description) == ["2099-03-01"])
    #expect(read.rates.map(\.publisher) == [.inforEuro])
    #expect(Self.figures(read.rates[0]) == ["BGN": "1.95583", "DKK": "7.4604", "JPY": "163.36"])
  }

  @Test("a list that names its months needs no day")
  func months() {
    let read = Self.read(
      #"[{"isoA3Code":"DKK","value":7.5,"month":"2099-04"},{"isoA3Code":"DKK","value":7.4,"month":"2099-03"}]"#
    )
    #expect(read.rates.map(\.day.description) == ["2099-03-01", "2099-04-01"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("a list without month is asked for it once")
  func noMonth() {
    let read = Self.read(#"[{"isoA3Code":"DKK","value":7.5},{"isoA3Code":"SEK","value":11}]"#)
    #expect(read.rates.isEmpty)
    #expect(read.diagnostics.map(\.id) == ["missing-month"])
    #expect(read.diagnostics.first?.suggestion?.contains("--rates-on") == true)
  }

  @Test("a table has currency, rate and month, with either decimal mark")
  func table() {
    let read = Self.read(
      "currency;rate;month\nDKK;7,4604;2099-03\nSEK;10.92;2099-03\n\nXX;1;2099-03\nCZK;25;soon\n")
    #expect(read.rates.count == 1)
    #expect(read.rates.first.map(Self.figures) == ["DKK": "7.4604", "SEK": "10.92"])
    #expect(read.diagnostics.map(\.id) == ["unreadable-rate", "impossible-date"])
    #expect(read.diagnostics.map(\.place.line) == [5, 6])
  }

  @Test("two rates of a currency in a month are told, and the first counts")
  func twice() {
    let read = Self.read("currency,rate,month\nDKK,7.4604,2099-03\nDKK,7.5,2099-03\n")
    #expect(read.rates.first.map(Self.figures) == ["DKK": "7.4604"])
    #expect(read.diagnostics.map(\.id) == ["second-rate"])
  }

  @Test(
    "what is no file of rates is told and never traps",
    arguments: [
      ("", "empty-csv"), ("{}", "malformed-rates"), ("[1,", "malformed-rates"),
      ("[{\"isoA3Code\":7}]", "unreadable-rate"),
      ("[null, 7]", "unreadable-rate"), ("hello", "unknown-column"),
      ("[{\"isoA3Code\":\"DKK\",\"value\":1e400}]", "unreadable-rate"),
    ])
  func faults(text: String, id: String) {
    let read = Self.read(text, day: "2099-03-15")
    #expect(read.rates.isEmpty)
    #expect(read.diagnostics.first?.id == id)
  }

  private static func read(
    _ text: String, day: String? = nil
  ) -> (rates: [ExchangeRates], diagnostics: [Diagnostic]) {
    var reader = InforEuroReader(file: "rates", day: day.flatMap { Day($0) })
    reader.read(Array(text.utf8))
    return (reader.rates, reader.diagnostics)
  }

  private static func figures(_ set: ExchangeRates) -> [String: String] {
    Dictionary(uniqueKeysWithValues: set.rates.map { ($0.key.code, $0.value.description) })
  }
}
