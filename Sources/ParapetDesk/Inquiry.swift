import ParapetSearching
import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
import ParapetInput
import ParapetMatching
public import ParapetModel

/// A desk at a moment: here every question is asked.
///
/// A question opens what the desk does not have open yet, tells what is wrong in what it reads, and gives a value or
/// throws a `Failure`. What it was told by one question, an inquiry forgets before the next.
public struct Inquiry: Sendable {
  /// The desk.
  public let desk: Desk
  /// The days judged and known.
  public let moment: Moment
  let tell: @Sendable (Notice) -> Void

  var day: Day { moment.asOf }

  /// A city's portfolio.
  ///
  /// - Throws: `Failure` where its files are not there or cannot be read, or do not say which city they are about.
  public func portfolio(_ folder: String) throws(Failure) -> Portfolio {
    let (portfolio, findings) = try Failure.on {
      try PortfolioReader.read(folder: folder, names: desk.measureNames, frame: desk.data.frame)
    }
    tell(.findings(findings))
    guard var portfolio else {
      throw Failure(
        .unusable,
        Message(
          en: "'\(folder)/city.yaml' does not say which city it is about",
          fr: "« \(folder)/city.yaml » ne dit pas de quelle ville il s’agit"))
    }
    let agreed = TermsReader.counting(portfolio.agreed, on: day)
    portfolio.agreed = agreed.terms
    tell(.findings(agreed.findings))
    portfolio.city.national = desk.data.national.holding(for: portfolio.city.facts, on: day)
    return portfolio
  }

  /// The portfolios that folders stand for: each itself, or those in it.
  public func portfolios(in folders: [String]) throws(Failure) -> [Portfolio] {
    var portfolios: [Portfolio] = []
    for folder in folders.flatMap(PortfolioFolders.portfolios) { portfolios.append(try portfolio(folder)) }
    return portfolios
  }

  /// The glossary, with what is wrong in it told.
  func lexicon() throws -> Lexicon {
    let glossary = try desk.glossary()
    tell(.findings(glossary.findings))
    return glossary.lexicon
  }

  /// The catalogue where one exists, else nothing and a word about it.
  func catalogueIfThere() throws -> Catalogue? {
    let catalogue = try desk.catalogueIfThere()
    if catalogue == nil { tell(.noCatalogue(path: desk.places.store)) }
    return catalogue
  }

  /// The catalogue's opportunities, or none where there is no catalogue yet: our own calls are then all there is.
  ///
  /// - Parameter alsoKnown: whether those that our own files or call documents know, too, are among them though their records
  ///   are closed: the others may give a later date.
  func stored(notClosedOn day: Day?, orAlsoKnown alsoKnown: Bool = false) throws -> [StoredOpportunity] {
    guard let catalogue = try catalogueIfThere() else { return [] }
    let others =
      alsoKnown
      ? desk.data.calls.map(\.identifier) + (try decidedReadings().values.map(\.reading.topic)) : []
    let stored = StoredOpportunity.merged(
      try passingOver {
        try catalogue.opportunities(knownOn: moment.knownOn, notClosedOn: day, or: others, damaged: $0)
      })
    return try completed(stored, notClosedOn: day)
  }

  /// How many records of the catalogue are closed on the day judged.
  func countOfClosed() throws -> Int {
    try desk.catalogueIfThere()?.countOfClosed(on: day, knownOn: moment.knownOn) ?? 0
  }

  /// What is read of the catalogue but for records that cannot be brought back, which are told.
  func passingOver<Value>(_ read: (_ damaged: @escaping (String) -> Void) throws -> Value) rethrows -> Value {
    let damaged = Collected()
    let value = try read { damaged.keys.insert($0) }
    tell(.findings(damaged.keys.sorted().map { .damagedRecord($0, in: desk.places.store) }))
    return value
  }

  /// The keys that one reading of the catalogue gives out.
  private final class Collected {
    var keys: Set<String> = []
  }

  /// Everything that a city can look at on the day judged.
  func offers(_ stored: [StoredOpportunity]) -> [Offer] {
    desk.book.offers(
      stored.map(\.opportunity), on: day, gists: Gists(stored.lazy.map(\.gist)),
      remembering: desk.replay?.offers)
  }

  /// The projects that were funded under an opportunity, by any of its names.
  func precedents(under opportunity: Opportunity) throws -> [Precedent] {
    let names = [opportunity.identifier] + opportunity.otherIdentifiers.map(\.value)
    return try desk.catalogueIfThere()?.precedents(under: names, knownOn: moment.knownOn) ?? []
  }
}

extension Diagnostic {
  fileprivate static func damagedRecord(_ key: String, in store: String) -> Diagnostic {
    Diagnostic(
      .error, id: "damaged-record", at: Place(file: store),
      Message(
        en: "the record '\(key)' of the catalogue is damaged and is passed over",
        fr: "la notice « \(key) » du catalogue est abîmée et laissée de côté"),
      suggestion: Message(
        en: "read its source again with 'parapet ingest'; that stores it anew",
        fr: "relisez sa source avec « parapet ingest » ; elle sera stockée à neuf"))
  }
}

extension StoredOpportunity {
  /// One record for each topic, whichever sources have it; its version is that of the richest.
  static func merged(_ stored: [StoredOpportunity]) -> [StoredOpportunity] {
    Merging.groups(of: stored.map(\.opportunity)).compactMap { group in
      guard let first = group.first else { return nil }
      guard group.count > 1 else { return stored[first] }
      guard let opportunity = Merging.merged(group.map { stored[$0].opportunity })
      else { return nil }
      var merged = StoredOpportunity(opportunity: opportunity, version: stored[first].version)
      merged.gist = stored[first].gist
      return merged
    }
  }
}
