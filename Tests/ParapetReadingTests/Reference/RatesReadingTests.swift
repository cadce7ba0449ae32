import Foundation
import ParapetModel
import Testing

@testable import ParapetReading

@Suite("Rates of the central bank")
struct ECBReaderTests {
  @Test("each day of a file is a set, and a rate that is none costs itself alone")
  func days() throws {
    let events = Reading.ecb(try Reading.fixture("ecb-days.xml"))
    #expect(events.rates.map(\.day.description) == ["2099-03-13", "2099-03-12"])
    #expect(events.rates.map(\.publisher) == [.centralBank, .centralBank])
    #expect(Self.figures(events.rates[0]) == ["DKK": "7.4611", "SEK": "10.9000"])
    #expect(Self.figures(events.rates[1]) == ["DKK": "7.4600", "JPY": "160.30"])
    #expect(events.remarks.map(\.id) == ["unreadable-rate"])
    #expect(events.remarks.first?.place == Diagnostic.Place(file: "rates.xml", line: 14, column: 4))
    #expect(events.count == 3)
  }

  @Test("cut into pieces of 1 to 80 bytes it is the same", arguments: 1...80)
  func cuts(size: Int) throws {
    let bytes = try Reading.fixture("ecb-days.xml")
    #expect(Reading.ecb(bytes, cutEvery: size) == Reading.ecb(bytes))
  }

  @Test("truncated at any byte it has one fault, and no day is half read")
  func truncations() throws {
    let bytes = try Reading.fixture("ecb-days.xml")
    let whole = Reading.ecb(bytes).rates
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for length in 0...end {
      let events = Reading.ecb(Array(bytes.prefix(length)))
      #expect(events.broken.count == 1, "at byte \(length)")
      #expect(events.rates.isEmpty || events.rates == whole, "at byte \(length)")
    }
  }

  @Test("a day that is none, a day without rates and an envelope without days are told")
  func faults() {
    func ids(_ cubes: String) -> [String] {
      Reading.ecb(Array(Self.envelope(cubes).utf8)).compactMap {
        if case .rejected(let finding) = $0 { finding.id } else { nil }
      }
    }
    #expect(
      ids("<Cube><Cube time='2099-02-30'><Cube currency='DKK' rate='7'/></Cube></Cube>") == [
        "impossible-date"
      ])
    #expect(ids("<Cube><Cube><Cube currency='DKK' rate='7'/></Cube></Cube>") == ["impossible-date"])
    #expect(ids("<Cube><Cube time='2099-02-03'/></Cube>") == ["missing-rates"])
    #expect(
      ids("<Cube><Cube time='2099-02-03'><Cube currency='EUR' rate='1'/></Cube></Cube>") == ["missing-rates"])
    #expect(ids("") == ["missing-rates"])
  }

  @Test("a bad day costs no other")
  func neighbours() {
    let day = "<Cube time='2099-02-03'><Cube currency='DKK' rate='7.4'/></Cube>"
    let events = Reading.ecb(Array(Self.envelope("<Cube><Cube time='x'/>\(day)</Cube>").utf8))
    #expect(events.rates.count == 1)
    #expect(events.rejected.count == 1)
  }

  @Test("another root or namespace is refused")
  func roots() {
    #expect(Reading.ecb(Array("<Envelope/>".utf8)).broken.map(\.id) == ["unknown-root"])
    #expect(
      Reading.ecb(Array("<a xmlns=\"\(ECBReader.namespace)\"/>".utf8)).broken.map(\.id) == ["unknown-root"])
  }

  @Test("thirty years of days are one file")
  func long() {
    let days = (0..<7_500).map { number in
      let cubes = (0..<31).map {
        "<Cube currency='A\(Self.letter($0 / 8))\(Self.letter($0 % 8))' rate='1.\(1_000 + $0)'/>"
      }
      return "<Cube time='\(Day(number: 10_000).adding(days: number))'>\(cubes.joined())</Cube>"
    }
    let events = Reading.ecb(Array(Self.envelope("<Cube>\(days.joined())</Cube>").utf8), cutEvery: 65_536)
    #expect(events.rates.count == 7_500)
    #expect(events.count == 7_500)
  }

  private static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }

  private static func envelope(_ cubes: String) -> String {
    "<gesmes:Envelope xmlns:gesmes=\"\(ECBReader.namespace)\" xmlns=\"\(ECBReader.ratesNamespace)\">"
      + "<gesmes:subject>Reference rates</gesmes:subject>\(cubes)</gesmes:Envelope>"
  }

  static func figures(_ set: ExchangeRates) -> [String: String] {
    Dictionary(uniqueKeysWithValues: set.rates.map { ($0.key.code, $0.value.description) })
  }
}

@Suite("Files of rates")
struct RatesFileTests {
  @Test("InforEuro's list takes its month from the day asked for, and keeps every figure exact")
  func list() throws {
    let read = try Self.read(
      #"[{"country":"Denmark","currency":"Danish krone","isoA3Code":"DKK","isoA2Code":"DK","value":7.4604,"#
        + #""comment":null},{"isoA3Code":"EUR","value":1},{"isoA3Code":"JPY","value":163.3600},"#
        + #"{"isoA3Code":"BGN","value":"1.95583"},{"isoA3Code":"DKK","value":7.4604}]"#,
      day: "2099-03-15")
    #expect(read.diagnostics.isEmpty)
    #expect(read.rates.map(\.day.description) == ["2099-03-01"])
    #expect(read.rates.map(\.publisher) == [.inforEuro])
    #expect(ECBReaderTests.figures(read.rates[0]) == ["BGN": "1.95583", "DKK": "7.4604", "JPY": "163.36"])
  }

  @Test("a list that names its months needs no day")
  func months() throws {
    let read = try Self.read(
      #"[{"isoA3Code":"DKK","value":7.5,"month":"2099-04"},{"isoA3Code":"DKK","value":7.4,"month":"2099-03"}]"#
    )
    #expect(read.rates.map(\.day.description) == ["2099-03-01", "2099-04-01"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("a list without month is asked for it once")
  func noMonth() throws {
    let read = try Self.read(#"[{"isoA3Code":"DKK","value":7.5},{"isoA3Code":"SEK","value":11}]"#)
    #expect(read.rates.isEmpty)
    #expect(read.diagnostics.map(\.id) == ["missing-month"])
    #expect(read.diagnostics.first?.suggestion?.contains("--rates-on") == true)
  }

  @Test("a table has currency, rate and month, with either decimal mark")
  func table() throws {
    let read = try Self.read(
      "currency;rate;month\nDKK;7,4604;2099-03\nSEK;10.92;2099-03\n\nXX;1;2099-03\nCZK;25;soon\n")
    #expect(read.rates.count == 1)
    #expect(read.rates.first.map(ECBReaderTests.figures) == ["DKK": "7.4604", "SEK": "10.92"])
    #expect(read.diagnostics.map(\.id) == ["unreadable-rate", "impossible-date"])
    #expect(read.diagnostics.map(\.place.line) == [5, 6])
  }

  @Test("two rates of a currency in a month are told, and the first counts")
  func twice() throws {
    let read = try Self.read("currency,rate,month\nDKK,7.4604,2099-03\nDKK,7.5,2099-03\n")
    #expect(read.rates.first.map(ECBReaderTests.figures) == ["DKK": "7.4604"])
    #expect(read.diagnostics.map(\.id) == ["second-rate"])
  }

  @Test(
    "what is no file of rates is told and never traps",
    arguments: [
      ("", "empty-file"), ("{}", "malformed-rates"), ("[1,", "malformed-rates"),
      ("[{\"isoA3Code\":7}]", "unreadable-rate"),
      ("[null, 7]", "unreadable-rate"), ("<a/>", "unknown-root"), ("hello", "unknown-column"),
      ("[{\"isoA3Code\":\"DKK\",\"value\":1e400}]", "unreadable-rate"),
    ])
  func faults(text: String, id: String) throws {
    let read = try Self.read(text, day: "2099-03-15")
    #expect(read.rates.isEmpty)
    #expect(read.diagnostics.first?.id == id)
  }

  @Test("a byte order mark changes nothing, and the central bank's file is known by its content")
  func mark() throws {
    let text = String(decoding: try Reading.fixture("ecb-days.xml"), as: UTF8.self)
    #expect(try Self.read("\u{feff}" + text).rates.count == 2)
  }

  @Test("a file that is not there, and a folder, are errors")
  func notThere() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FeedSourceError.notThere(folder.path + "/none")) {
      _ = try RatesFile.read(folder.path + "/none", day: nil)
    }
    #expect(throws: FeedSourceError.unreadable(folder.path)) { _ = try RatesFile.read(folder.path, day: nil) }
  }

  private static func read(
    _ text: String, day: String? = nil
  ) throws -> (rates: [ExchangeRates], diagnostics: [Diagnostic]) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/rates"
    try Data(text.utf8).write(to: URL(filePath: path))
    return try RatesFile.read(path, day: day.flatMap { Day($0) })
  }
}
