import Foundation
import ParapetFeeds
import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetMatching

@Suite("One file edited, another verdict, nothing built")
struct EditedDataTests {
  @Test("Denmark is refused because one line says so, and no longer when the line is gone")
  func denmark() throws {
    let verdict = try verdicts(
      "fjordholm", "officers", "ISF-UA", in: "instruments/ISF-UA.xml",
      replacing: "<exclude country=\"DK\"/>", with: "<include country=\"DK\"/>")
    #expect(verdict == [.ineligible, .eligible])
  }

  @Test("a threshold of the press is a question; found in the call's own terms it is a refusal")
  func grade() throws {
    let press =
      "grade=\"secondary\" source=\"https://www.brusselstimes.com/eu-affairs/1991290/eu-invites-cities-"
    let verdict = try verdicts(
      "lipovgrad", "square", "EUI-IA-4", in: "calls/EUI.xml",
      replacing: "id=\"eui4-population\" kind=\"population\" " + press,
      with: "id=\"eui4-population\" kind=\"population\" " + press.replacing("secondary", with: "official"))
    #expect(verdict == [.undecided, .ineligible])
  }

  @Test("a fund that shortens its projects to a year refuses the one of two years")
  func duration() throws {
    let verdict = try verdicts(
      "havenrijk", "stadium-drill", "UCPM-2026-KAPP-EX", in: "instruments/UCPM-KAPP.xml",
      replacing: "<maximum months=\"24\"/>", with: "<maximum months=\"12\"/>")
    #expect(verdict == [.eligible, .ineligible])
  }

  /// The verdict on a pair by the data as they are, then by a copy of which one file is edited.
  private func verdicts(
    _ city: String, _ item: String, _ opportunity: String, in file: String, replacing old: String,
    with new: String
  ) throws -> [Verdict] {
    let copy = FileManager.default.temporaryDirectory.appending(path: "parapet-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    for part in ["measures.xml", "words", "instruments", "calls"] {
      try FileManager.default.copyItem(atPath: ShippedData.folder + "/" + part, toPath: copy + "/" + part)
    }
    let before = try verdict(city, item, opportunity, by: copy)
    let place = URL(filePath: copy).appending(path: file)
    let text = try String(contentsOf: place, encoding: .utf8)
    try #require(text.contains(old), "'\(file)' has no '\(old)'")
    try text.replacing(old, with: new).write(to: place, atomically: true, encoding: .utf8)
    return [before, try verdict(city, item, opportunity, by: copy)]
  }

  private func verdict(_ city: String, _ item: String, _ identifier: String, by folder: String) throws
    -> Verdict
  {
    let data = try DataFolder(path: folder).read()
    let portfolio = try #require(try ShippedData.portfolio(city).portfolio)
    let asked = try #require(portfolio.items.first { $0.id == item })
    let opportunity = try #require(data.opportunities.first { $0.identifier == identifier })
    let book = InstrumentBook(instruments: data.instruments, calls: data.calls)
    return Matcher(on: ides, pricing: ShippedData.pricing).match(
      asked, of: portfolio.city, with: book.offer(opportunity), words: .none
    ).verdict
  }
}
