import Foundation
import ParapetModel
import Testing

@testable import ParapetFeeds

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
  @Test(
    "what is no file of rates is told and never traps",
    arguments: [("", "empty-file"), (" \n", "empty-file"), ("<a/>", "unknown-root")])
  func faults(text: String, id: String) throws {
    guard case .rates(let rates, let findings) = try Self.read(text) else {
      Issue.record("it is taken for something else")
      return
    }
    #expect(rates.isEmpty)
    #expect(findings.first?.id == id)
  }

  @Test("a byte order mark changes nothing, and the central bank's file is known by its content")
  func mark() throws {
    let text = String(decoding: try Reading.fixture("ecb-days.xml"), as: UTF8.self)
    guard case .rates(let rates, _) = try Self.read("\u{feff}" + text) else {
      Issue.record("it is taken for something else")
      return
    }
    #expect(rates.count == 2)
  }

  @Test("what is no XML is handed on as it is, without the mark", arguments: ["[1", "hello", " {}"])
  func other(text: String) throws {
    guard case .other(let bytes) = try Self.read("\u{feff}" + text) else {
      Issue.record("it is taken for XML")
      return
    }
    #expect(bytes == Array(text.utf8))
  }

  @Test("a file that is not there, and a folder, are errors")
  func notThere() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FeedSourceError.notThere(folder.path + "/none")) {
      _ = try RatesFile.read(folder.path + "/none")
    }
    #expect(throws: FeedSourceError.unreadable(folder.path)) { _ = try RatesFile.read(folder.path) }
  }

  private static func read(_ text: String) throws -> RatesFile.Content {
    let folder = try TemporaryFolder()
    let path = folder.path + "/rates"
    try Data(text.utf8).write(to: URL(filePath: path))
    return try RatesFile.read(path)
  }
}
