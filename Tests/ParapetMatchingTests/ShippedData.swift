@testable import ParapetSearching
import Foundation
import ParapetBudgeting
import ParapetFeeds
import ParapetInput
import ParapetModel
import Testing

@testable import ParapetMatching

/// The folder `data/` of this package, read once.
enum ShippedData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data")
    .standardizedFileURL.path

  /// A day of the portal, which the shared materials hold and the package does not.
  static let portal = folder + "/../../shared/feeds/sedia-days/2026-03-14"
  static let hasPortal = FileManager.default.fileExists(atPath: portal)

  static let funding: Result<FundingData, DataFolderError> = Result { () throws(DataFolderError) in
    try DataFolder(path: folder).read()
  }

  static let book: Result<InstrumentBook, DataFolderError> = funding.map {
    InstrumentBook(instruments: $0.instruments, calls: $0.calls)
  }

  static let glossary: Result<(glossary: Glossary, diagnostics: [Diagnostic]), DataFolderError> = Result {
    () throws(DataFolderError) in try DataFolder(path: folder).readGlossary()
  }

  /// The glossary with the measures' terms, ready for searching.
  static let lexicon: Result<Lexicon, DataFolderError> = Result { () throws(DataFolderError) in
    let vocabularies = try funding.get().vocabularies
    return Lexicon(
      try glossary.get().glossary, vocabularies: Language.allCases.compactMap { vocabularies[$0] })
  }

  /// The cities that we invented in real regions.
  static let cities = ["fjordholm", "havenrijk", "lipovgrad", "rivemont"]

  /// An example city and its items, with what was found wrong in their files.
  static func portfolio(_ city: String) throws -> (portfolio: Portfolio?, diagnostics: [Diagnostic]) {
    try PortfolioReader.read(
      folder: folder + "/portfolios/" + city, measures: funding.get().measures, frame: funding.get().frame)
  }

  /// The first example city, and where it is moved to.
  static func rivemont(country: String? = nil) throws -> Portfolio? {
    var portfolio = try portfolio("rivemont").portfolio
    if let country {
      portfolio?.city.facts.country = Country(country)
      portfolio?.city.facts.nuts = nil
    }
    return portfolio
  }

  /// What an item would bring, as the command line estimates it; nothing where it cannot be priced.
  static let pricing = Pricing(measures: try? funding.get().measures)

  /// Our own record of an identifier, instrument or call.
  static func opportunity(_ identifier: String) throws -> Opportunity {
    try #require(
      try funding.get().opportunities.first { $0.identifier == identifier }, "no '\(identifier)' in data/")
  }

  /// The answer for a city's item and an opportunity of our own files.
  static func match(
    _ item: Item, of city: City, with identifier: String, on day: Day = ides
  ) throws -> Match {
    try Matcher(on: day, pricing: pricing).match(
      item, of: city, with: book.get().offer(opportunity(identifier)), words: .none)
  }

  /// One example of one criterion, as a test names it.
  struct Case: Sendable, CustomStringConvertible {
    var criterion: Criterion
    var example: Criterion.Example

    var description: String {
      "\(criterion.id) line \(example.place.line ?? 0): \(example.outcome.rawValue)"
    }
  }

  /// All examples of all criteria; none where the folder cannot be read, which a test of its own tells.
  static let examples: [Case] = ((try? funding.get().opportunities) ?? []).flatMap { opportunity in
    (opportunity.requirements?.criteria ?? []).flatMap { criterion in
      criterion.examples.map { Case(criterion: criterion, example: $0) }
    }
  }
}
