@testable import ParapetSearching
import Foundation
import ParapetCatalogue
import ParapetModel
import ParapetFeeds

@testable import ParapetMatching

/// Counts the words of a catalogue's opportunities: what `glossary/frequencies.xml` and `glossary/directions.xml` of the
/// data folder hold.
///
/// `Training frequencies|directions CATALOGUE DATA` prints the file.
@main
struct Training {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, ["frequencies", "directions"].contains(arguments[1]) else {
      FileHandle.standardError.write(Data("usage: Training frequencies|directions CATALOGUE DATA\n".utf8))
      exit(64)
    }
    let folder = DataFolder(path: arguments[3])
    let data = try folder.read()
    let book = InstrumentBook(instruments: data.instruments, calls: data.calls)
    let lexicon = Lexicon(
      try folder.readGlossary(weights: nil).0,
      vocabularies: Language.allCases.compactMap { data.vocabularies[$0] })
    let stored = try Catalogue(path: arguments[2], creating: false).opportunities()
    let offers = stored.map { book.offer($0.opportunity) }
    let xml =
      arguments[1] == "directions"
      ? DirectionsDocument(SubjectIndexBuilder.directions(of: offers, lexicon: lexicon, components: 24)).xml
      : FrequenciesDocument(SubjectIndexBuilder.frequencies(of: offers, lexicon: lexicon)).xml
    FileHandle.standardOutput.write(Data(xml.utf8))
  }
}
