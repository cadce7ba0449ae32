import ParapetSearching
import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetFetching
import ParapetMatching
public import ParapetModel

/// What is to be read into the catalogue, and how.
public struct IngestQuestion: Hashable, Sendable {
  /// Files, folders or addresses.
  public var sources: [String]
  /// The day of the reading.
  public var readOn: Day
  /// Whether each source is the whole list of its feed, so that what is not in it is missing.
  public var isComplete = false
  /// What the sources are readings of; nothing for their dialect.
  public var feed: String?
  /// Whether a whole list is believed that has lost more than a third of its records.
  public var acceptsShrinking = false

  /// Whether a redirection to another host is followed.
  public var followsHosts = false

  /// Sources that are read on a day.
  public init(_ sources: [String], readOn: Day) {
    self.sources = sources
    self.readOn = readOn
  }
}

/// What became of the sources.
public struct Ingestion: Sendable {
  /// Each source, in the order in which they were named.
  public var outcomes: [SourceOutcome] = []
  /// Why the first source that was not there or out of reach could not be read.
  public var unread: Failure.Class?

  /// Whether anything was refused.
  public var isWanting: Bool { outcomes.contains(where: \.findings.hasErrors) }

  /// Whether any record was taken in.
  public var hasTaken: Bool {
    outcomes.contains { $0.counts.created + $0.counts.changed + $0.counts.unchanged > 0 }
  }
}

extension Inquiry {
  /// Reads sources into the catalogue, which is made where there is none; each source is one transaction.
  ///
  /// A source that cannot be read is told with its outcome, and the others are none the worse for it.
  ///
  /// - Throws: `Failure` where an address is none, before anything is read, or where the catalogue cannot be used.
  public func ingest(_ question: IngestQuestion) throws(Failure) -> Ingestion {
    try Failure.on {
      // Nothing is read before all that was named can be meant.
      let places = try question.sources.map { name throws(FetchError) in try FeedPlace(name) }
      let catalogue = try desk.catalogue(creating: true)
      // Without a glossary a search reads the texts itself.
      let gist = desk.gist()
      let fetcher = makeFetcher(followingHosts: question.followsHosts)
      var answer = Ingestion()
      for place in places {
        var reading = FeedReading(
          question, of: place, into: catalogue, keeping: gist, by: desk.program)
        do {
          try reading.read(by: fetcher)
        } catch {
          guard FeedReading.isOfSource(error) else { throw error }
          let failure = Failure(error)
          if failure.kind != .unusable { answer.unread = answer.unread ?? failure.kind }
          reading.outcome.counts = IntakeCounts()
          reading.outcome.findings.append(failure.finding(about: place.name))
        }
        tell(.read(reading.outcome))
        answer.outcomes.append(reading.outcome)
      }
      // What was not read now may be of another glossary.
      if let gist { try catalogue.keep(gist) }
      return answer
    }
  }

  private func makeFetcher(followingHosts: Bool) -> Fetcher {
    var policy = FetchPolicy()
    policy.followsHosts = followingHosts
    return Fetcher(
      agent: "Parapet/" + desk.program, folder: desk.places.scratch, policy: policy,
      wait: { Thread.sleep(forTimeInterval: $0 / .seconds(1)) },
      tell: { [tell] notice in
        switch notice {
        case .retrying: tell(.waiting(notice.said))
        case .page: tell(.progress(notice.said))
        }
      })
  }
}

extension Desk {
  /// What the catalogue keeps of the texts of records, by the glossary of the data folder; nothing without one.
  fileprivate func gist() -> RecordGist? {
    guard hasData, let lexicon = try? glossary().lexicon else { return nil }
    let maker = GistMaker(lexicon)
    return RecordGist(name: maker.name) { maker.bytes(of: $0) }
  }
}
