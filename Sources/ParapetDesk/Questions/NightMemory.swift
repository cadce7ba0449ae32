import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetModel

/// What a night's answers rest on beside the files of each city, as numbers that tell it from what another night's rested
/// on.
///
/// An answer is about one item and one opportunity, and what a word tells is counted once and kept as data, not over what
/// is on offer that night; so a record that changes moves no answer about another, but for its place in the list.
struct NightMemory: Sendable {
  /// Our data and the program: where they differ, nothing that was answered counts any more.
  var base: UInt64
  /// The rates of exchange, by the currency's code.
  var rates: [String: String]
  /// What tells the opportunities that are not closed from others, by name.
  var offers: [String: Number]

  /// What tells an opportunity with its rules, and what the day makes of them, from another.
  struct Number: Hashable {
    /// All of it.
    var whole: UInt64
    /// What decides whether a list has it: all but its dates, from which the place in a list follows.
    var lasting: UInt64
  }

  /// The names whose answers no longer hold.
  func changed(since former: NightMemory) -> Set<String> {
    var names = Set(offers.filter { former.offers[$0.key] != $0.value }.keys)
    names.formUnion(former.offers.keys.filter { offers[$0] == nil })
    return names
  }

  /// Those of them that an item's list may have now and had not before. What changed in its dates alone stands in the same
  /// lists as before, or in none where it is closed now.
  func entering(since former: NightMemory) -> Set<String> {
    changed(since: former).filter { name in
      guard let now = offers[name]?.lasting else { return false }
      return former.offers[name]?.lasting != now
    }
  }

  /// Whether what was answered to a city by another memory counts at all.
  func isAlike(_ former: NightMemory, for city: City) -> Bool {
    let code = city.currency.code
    return base == former.base && rates[code] == former.rates[code]
  }
}

extension NightMemory {
  /// The bytes that a night keeps.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(word: base)
    writer.write(UInt64(rates.count))
    for (code, rate) in rates.sorted(by: { $0.key < $1.key }) {
      writer.write(code)
      writer.write(rate)
    }
    writer.write(UInt64(offers.count))
    for (name, number) in offers.sorted(by: { $0.key < $1.key }) {
      writer.write(name)
      writer.write(word: number.whole)
      writer.write(word: number.lasting)
    }
    return writer.bytes
  }

  /// A memory that was kept; nothing where its bytes are damaged.
  init?(_ bytes: [UInt8]) {
    guard
      let read = bytes.withUnsafeBytes({ bytes -> NightMemory? in
        do throws(ByteFault) {
          var reader = ByteReader(bytes)
          var memory = NightMemory(base: try reader.word(), rates: [:], offers: [:])
          for _ in 0..<(try reader.count()) {
            let code = try reader.text()
            memory.rates[code] = try reader.text()
          }
          for _ in 0..<(try reader.count()) {
            let name = try reader.text()
            let whole = try reader.word()
            let lasting = try reader.word()
            memory.offers[name] = Number(whole: whole, lasting: lasting)
          }
          return memory
        } catch {
          return nil
        }
      })
    else { return nil }
    self = read
  }

  /// A number of some bytes (FNV-1a).
  static func number(of bytes: some Sequence<UInt8>, after start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// A number of our data, of which of its national rules hold on a day, and of the program, which is told from a later one of
  /// the same version by its file.
  static func base(of desk: Desk, on day: Day) -> UInt64 {
    let national = desk.data.national
    let rules =
      national.ownShares.map(\.citation) + national.taxFunds.map(\.citation)
      + national.taxCompensations.map(\.citation)
    var text = desk.program + " " + rules.map { $0.holds(on: day) ? "+" : "-" }.joined()
    if let path = Bundle.main.executablePath,
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    {
      text += " \(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
    }
    return number(of: (text + desk.dataDigests).utf8)
  }
}
