import Foundation
import ParapetModel
import ParapetReading

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

  /// The example city, and where it is moved to.
  static func rivemont(country: String? = nil) throws -> Portfolio? {
    let measures = try funding.get().measures
    var portfolio = try PortfolioReader.read(folder: folder + "/portfolios/rivemont", measures: measures)
      .portfolio
    if let country {
      portfolio?.city.facts.country = Country(country)
      portfolio?.city.facts.nuts = nil
    }
    return portfolio
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
