import Foundation
import ParapetSearching
import ParapetCatalogue
import ParapetFeeds
import ParapetInput
public import ParapetMatching
public import ParapetModel

/// Where every question is asked: our own data, its words, the glossary and the catalogue, opened once.
///
/// It is a value that any number of tasks may share; the glossary and the catalogue are opened by the first question
/// that needs them, and kept.
public struct Desk: Sendable {
  /// Where everything is.
  public let places: Places
  /// The version of the program, which is kept with what it reads.
  public let program: String
  /// The instruments and calls, ready to judge by.
  public let book: InstrumentBook
  /// What is wrong in the data folder; each costs only the record it stands in.
  public let diagnostics: [Diagnostic]

  /// How much of the data folder a desk opens.
  public enum Extent: Sendable {
    /// All of it.
    case everything
    /// The words alone, for answers that judge nothing; there are no rules at such a desk.
    case words
  }

  /// What the nights of a replay leave one another; nothing at any other desk.
  var replay: ReplayMemory?
  let data: FundingData
  /// Whether the data folder was there.
  let hasData: Bool
  private let glossaries = Once<PreparedGlossary>()
  private let languages = Once<FunctionWords>()
  private let catalogues = Once<Catalogue>()
  private let names = Once<MeasureNames>()
  private let digests = Once<String>()

  /// Opens a desk.
  ///
  /// - Parameters:
  ///   - needsData: whether there is no desk without a data folder; to read feeds, none is needed.
  ///   - extent: how much of the data folder is opened.
  /// - Throws: `Failure` where the data folder is not there or cannot be read at all.
  public init(
    _ places: Places, program: String, needsData: Bool = true, opening extent: Extent = .everything
  ) throws(Failure) {
    self.places = places
    self.program = program
    do {
      let folder = DataFolder(path: places.data)
      data =
        switch extent {
        case .everything: try folder.read()
        case .words: try folder.readWords()
        }
      hasData = true
    } catch {
      if needsData { throw Failure(error) }
      data = FundingData()
      hasData = false
    }
    book = InstrumentBook(instruments: data.instruments, calls: data.calls)
    diagnostics = data.diagnostics + book.diagnostics
  }

  /// The desk at a moment.
  ///
  /// - Parameter tell: hears what there is to tell beside an answer, from whichever task asks.
  public func at(
    _ moment: Moment, telling tell: @escaping @Sendable (Notice) -> Void = { _ in }
  ) -> Inquiry {
    Inquiry(desk: self, moment: moment, tell: tell)
  }
}

extension Desk {
  /// Whom to ask for money under shared management.
  public var authorities: AuthorityBook { data.authorities }

  /// The files of the data folder but for cities, with what tells their bytes from others.
  var dataDigests: String {
    digests.value {
      let folder = places.data
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return names.sorted().filter { !$0.hasPrefix("portfolios/") }.reduce(into: "") { text, name in
        if let digest = FeedSource.digest(of: folder + "/" + name) { text += "\n\(name) \(digest)" }
      }
    }
  }

  /// The names of measures in every language, as people write them.
  var measureNames: MeasureNames { names.value { MeasureNames(data.measures, vocabularies) } }

  /// The words of every language, in its order.
  var vocabularies: [Vocabulary] { Language.allCases.compactMap { data.vocabularies[$0] } }
}

// What is opened when it is first needed.
extension Desk {
  /// The glossary, ready for searching, and what is wrong in it.
  func glossary() throws -> PreparedGlossary {
    try glossaries.value { try glossary(weights: nil) }
  }

  /// The words by which texts tell their language, which is all that most pages need of the glossary.
  func functionWords() throws -> FunctionWords {
    try languages.value {
      FunctionWords(of: try glossaries.made?.languages ?? DataFolder(path: places.data).readFunctionWords())
    }
  }

  /// The glossary with weights of another file.
  func glossary(weights: String?) throws -> PreparedGlossary {
    let (glossary, findings) = try DataFolder(path: places.data).readGlossary(
      weights: weights, naming: data.practice.works)
    return PreparedGlossary(
      lexicon: Lexicon(glossary, vocabularies: vocabularies),
      naming: ConceptNaming(Set(data.practice.works.flatMap { $0.concepts + $0.refused }), of: glossary),
      languages: glossary.languages, findings: findings)
  }

  /// The catalogue.
  func catalogue(creating: Bool = false) throws(CatalogueError) -> Catalogue {
    try catalogues.value { () throws(CatalogueError) in
      try Catalogue(path: places.store, creating: creating)
    }
  }

  /// The catalogue where one exists.
  func catalogueIfThere() throws(CatalogueError) -> Catalogue? {
    do {
      return try catalogue()
    } catch .notThere {
      return nil
    }
  }
}

/// The glossary as questions need it.
struct PreparedGlossary: Sendable {
  /// Its words, ready for searching.
  var lexicon: Lexicon
  /// Tells which of the concepts that forms of work are named by an item names.
  var naming: ConceptNaming
  /// How it is written, language by language.
  var languages: [Glossary.Wording]
  /// What is wrong in it.
  var findings: [Diagnostic]
}
