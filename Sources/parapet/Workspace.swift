import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetInput
import ParapetMatching
import ParapetModel
import ParapetReporting

/// What the commands work on: our own data, the catalogue and portfolios, opened as the options say.
struct Workspace {
  /// Our own data.
  let data: FundingData
  /// The instruments and calls, ready to judge by.
  let book: InstrumentBook

  let source: SourceOptions

  /// Reads the data folder; what is wrong in it is told and costs only the record it stands in.
  init(_ source: SourceOptions, notices: Notices) throws {
    self.source = source
    data = try DataFolder(path: Workspace.dataFolder(source.data)).read()
    book = InstrumentBook(instruments: data.instruments, calls: data.calls)
    notices.tell(data.diagnostics + book.diagnostics)
  }

  /// The glossary, ready for searching; what is wrong in it is told and costs only what it stands in.
  func lexicon(weights: String? = nil, notices: Notices) throws -> Lexicon {
    let folder = DataFolder(path: Workspace.dataFolder(source.data))
    let (lexicon, diagnostics) = try Workspace.lexicon(of: data, in: folder, weights: weights)
    notices.tell(diagnostics)
    return lexicon
  }

  private static func lexicon(
    of data: FundingData, in folder: DataFolder, weights: String? = nil
  ) throws -> (Lexicon, [Diagnostic]) {
    let (glossary, diagnostics) = try folder.readGlossary(weights: weights)
    return (
      Lexicon(glossary, vocabularies: Language.allCases.compactMap { data.vocabularies[$0] }), diagnostics
    )
  }

  /// The words of a language.
  func vocabulary(_ language: Language) -> Vocabulary {
    data.vocabularies[language] ?? Vocabulary(language: language)
  }

  /// The catalogue's opportunities, or none where there is no catalogue yet: our own calls are then all there is.
  func stored(notClosedOn day: Day?, notices: Notices) throws -> [StoredOpportunity] {
    guard let catalogue = try Workspace.catalogueIfThere(source, notices: notices) else { return [] }
    return Workspace.merged(try catalogue.opportunities(knownOn: source.knownOn, notClosedOn: day))
  }

  /// Everything that a city can look at on the day judged.
  func offers(_ stored: [StoredOpportunity]) -> [Offer] {
    book.offers(stored.map(\.opportunity), on: source.day, gists: Gists(stored.lazy.map(\.gist)))
  }

  /// What the catalogue keeps of the texts of records, by the glossary of the data folder.
  static func gist(of data: FundingData, in folder: DataFolder) throws -> RecordGist {
    let maker = GistMaker(try lexicon(of: data, in: folder).0)
    return RecordGist(name: maker.name) { maker.bytes(of: $0) }
  }

  /// A portfolio, with what is wrong in it told.
  func portfolio(_ folder: String, notices: Notices) throws -> Portfolio {
    let (portfolio, diagnostics) = try PortfolioReader.read(folder: folder, measures: data.measures)
    notices.tell(diagnostics)
    guard let portfolio else {
      throw Stop(.unusableInput, "'\(folder)/city.yaml' does not say which city it is about")
    }
    return portfolio
  }

  /// The catalogue where one exists, else nothing and a word about it.
  static func catalogueIfThere(_ source: SourceOptions, notices: Notices?) throws -> Catalogue? {
    let path = storePath(source.store)
    do {
      return try Catalogue(path: path, creating: false)
    } catch CatalogueError.notThere {
      notices?.say("no catalogue at \(path): only the calls of the data folder are considered")
      return nil
    }
  }

  /// Where the catalogue is: as asked, else `PARAPET_STORE`, else in the user's data home.
  static func storePath(_ option: String?) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let path = option ?? environment["PARAPET_STORE"], !path.isEmpty { return path }
    let home = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (home ?? NSHomeDirectory() + "/.local/share") + "/parapet/catalogue.sqlite"
  }

  /// Where our own data is: as asked, else `PARAPET_DATA`, else `data` here, else beside the package of the
  /// executable.
  static func dataFolder(_ option: String?) -> String {
    if let path = option ?? ProcessInfo.processInfo.environment["PARAPET_DATA"], !path.isEmpty { return path }
    guard !FileManager.default.fileExists(atPath: "data/measures.xml") else { return "data" }
    var folder = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "data")
      if FileManager.default.fileExists(atPath: candidate.appending(path: "measures.xml").path) {
        return candidate.path
      }
      folder.deleteLastPathComponent()
    }
    return "data"
  }
}

extension Stop {
  /// An item that no portfolio has.
  static func unknownItem(_ name: String, in cities: [Portfolio]) -> Stop {
    let names = cities.flatMap { $0.items.map(\.id) }
    let near = Diagnostic.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
    return Stop(
      .misuse, "there is no item '\(name)'\(near ?? "; there are \(names.joined(separator: ", "))")")
  }
}

extension Workspace {
  /// The projects that were funded under an opportunity, by any of its names.
  func precedents(under opportunity: Opportunity) throws -> [Precedent] {
    let names = [opportunity.identifier] + opportunity.otherIdentifiers.map(\.value)
    let catalogue = try Workspace.catalogueIfThere(source, notices: nil)
    return try catalogue?.precedents(under: names, knownOn: source.knownOn) ?? []
  }

  /// An opportunity by its identifier or reference: of the catalogue, of our own calls or of our instruments.
  func find(_ name: String, notices: Notices) throws -> (offer: Offer, versions: [StoredVersion]) {
    let catalogue = try Workspace.catalogueIfThere(source, notices: notices)
    let stored = try catalogue.map { try records(of: name, in: $0) } ?? []
    if stored.count > 1 {
      let references = stored.compactMap { $0.first?.opportunity.reference }.sorted().joined(separator: ", ")
      throw Stop(
        .misuse, "\(stored.count) records are called '\(name)'; name one by its reference: \(references)")
    }
    if let records = stored.first, let catalogue,
      let opportunity = Merging.merged(records.map(\.opportunity))
    {
      let versions = try records.flatMap { try catalogue.versions(of: $0.version.key).reversed() }
        .map(\.version).filter { version in source.knownOn.map { version.readOn <= $0 } ?? true }
      return (
        book.offer(opportunity),
        versions.map {
          StoredVersion(hash: $0.hash, source: $0.source, readOn: $0.readOn, dialect: $0.dialect)
        }
      )
    }
    do throws(Stop) {
      return (book.offer(try own(name)), [])
    } catch {
      // A topic of years ago may be known by those alone who won under it.
      guard error.status == .noInput, let topic = try fundedTopic(name, catalogue) else { throw error }
      return (book.offer(topic), [])
    }
  }

  /// A topic of which nothing is known but the projects that were funded under it.
  private func fundedTopic(_ name: String, _ catalogue: Catalogue?) throws -> Opportunity? {
    let projects = try catalogue?.precedents(under: [name], knownOn: source.knownOn) ?? []
    let wanted = name.lowercased()
    let identifier = projects.lazy.flatMap(\.topics).first { $0.lowercased() == wanted }
    return identifier.map {
      Opportunity(level: .topic, identifier: $0, origin: .feed(Dialect.cordis.rawValue))
    }
  }

  /// The records that go by a name, those of one topic together, the richest source first.
  private func records(of name: String, in catalogue: Catalogue) throws -> [[StoredOpportunity]] {
    let named = try catalogue.find(name, knownOn: source.knownOn)
    var all = named
    // A reference names the record of one source; the others have the topic under its identifier.
    for identifier in Set(named.map(\.opportunity.identifier)).sorted() {
      let known = Set(all.map(\.version.key))
      all += try catalogue.find(identifier, knownOn: source.knownOn).filter {
        !known.contains($0.version.key)
      }
    }
    let keys = Set(named.map(\.version.key))
    return Merging.groups(of: all.map(\.opportunity)).map { $0.map { all[$0] } }
      .filter { $0.contains { keys.contains($0.version.key) } }
  }

  /// One record for each topic, whichever sources have it; its version is that of the richest.
  static func merged(_ stored: [StoredOpportunity]) -> [StoredOpportunity] {
    Merging.groups(of: stored.map(\.opportunity)).compactMap { group in
      guard let first = group.first, let opportunity = Merging.merged(group.map { stored[$0].opportunity })
      else { return nil }
      var merged = StoredOpportunity(opportunity: opportunity, version: stored[first].version)
      merged.gist = stored[first].gist
      return merged
    }
  }

  /// One of our own calls or instruments by its identifier, else by another name that it alone has.
  private func own(_ name: String) throws(Stop) -> Opportunity {
    let wanted = name.lowercased()
    if let own = data.opportunities.first(where: { $0.identifier.lowercased() == wanted }) { return own }
    let alike = data.opportunities.filter { opportunity in
      opportunity.otherIdentifiers.contains { $0.value.lowercased() == wanted }
    }
    if alike.count == 1 { return alike[0] }
    if !alike.isEmpty {
      let names = alike.map(\.identifier).joined(separator: ", ")
      throw Stop(.misuse, "\(alike.count) opportunities are called '\(name)'; name one: \(names)")
    }
    let known = data.opportunities.flatMap { [$0.identifier] + $0.otherIdentifiers.map(\.value) }
    let near = Diagnostic.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    throw Stop(.noInput, "no opportunity is called '\(name)'" + near)
  }
}
