import Foundation
import ParapetCatalogue
import ParapetModel
import ParapetReporting

extension NightRun {
  /// Reads the call documents whose bytes are others than before, and notes which count from now on; what became of each. A
  /// document that cannot be read costs itself alone: the version before goes on counting.
  func readDocuments(_ night: StoredNight) throws -> [NightReport.DocumentPart] {
    let inquiry = inquiry(of: night)
    var documents: [NightReport.DocumentPart] = []
    for document in order.documents {
      let name = URL(filePath: document.file).lastPathComponent
      let part = NightPart(.read, "document " + document.file)
      if let kept = try catalogue.done(part, of: night) {
        note(night, .read, .kept, source: name)
        documents.append(NightRun.part(document, isRefused: kept == NightRun.refused))
        continue
      }
      note(night, .read, .begun, source: name)
      var question = DocumentQuestion(document.file, topics: document.topics, readOn: night.readOn)
      question.takesPlace = document.takesPlace
      var findings: [Diagnostic]
      do throws(Failure) {
        findings = try inquiry.readDocument(question).findings
      } catch {
        guard [.misuse, .notThere, .unusable].contains(error.kind) else { throw error }
        findings = [error.finding(about: document.file)]
      }
      tell(.findings(findings))
      let isRefused = findings.contains { $0.severity == .error }
      documents.append(NightRun.part(document, isRefused: isRefused))
      try catalogue.finish(part, of: night, with: isRefused ? NightRun.refused : [])
      note(night, .read, isRefused ? .failed : .done, source: name)
    }
    let part = NightPart(.read, NightRun.allDocuments)
    if try catalogue.done(part, of: night) == nil {
      try catalogue.finish(part, of: night, with: KeptBytes.encoded(NightDocuments(catalogue)))
    }
    return documents
  }

  private static func part(_ document: BatchOrder.Document, isRefused: Bool) -> NightReport.DocumentPart {
    NightReport.DocumentPart(file: document.file, state: isRefused ? "refused" : "read")
  }

  /// The documents that counted on a night; nothing of a night that kept none.
  func documents(of night: StoredNight) throws -> NightDocuments? {
    try catalogue.done(NightPart(.read, NightRun.allDocuments), of: night).map {
      try KeptBytes.decoded(NightDocuments.self, $0)
    }
  }

  private static let refused: [UInt8] = [1]
  /// No name of a feed has a blank.
  private static let allDocuments = "all documents"
}

/// Which document counts for each topic, by the topic in small letters.
struct NightDocuments: Codable, Equatable {
  /// The last document that was read of a topic.
  struct Counting: Codable, Equatable {
    var hash: String
    var name: String
    var version: String?
    var readOn: String
    /// What tells its clauses from others.
    var clauses: String
  }

  private var topics: [String: Counting] = [:]

  /// None.
  init() {}

  /// Those of a catalogue, whoever had them read.
  init(_ catalogue: Catalogue) throws {
    var topics: [String: Counting] = [:]
    try catalogue.forEachDocument { stored in
      let document = stored.document
      for reading in document.topics {
        topics[reading.topic.lowercased()] = Counting(
          hash: document.hash, name: URL(filePath: document.name).lastPathComponent,
          version: document.version, readOn: stored.readOn.description, clauses: reading.key)
      }
    }
    self.topics = topics
  }

  /// What a city is told of documents that count since another night: of those that take the place of others, and, as a
  /// count, of those of topics that had none, since what they say shows in the answers.
  func changes(since before: NightDocuments, for state: KeptState) -> [CityChange] {
    let others = topics.filter { before.topics[$0.key]?.hash != $0.value.hash }
    guard !others.isEmpty else { return [] }
    return state.answers.keys.sorted().compactMap { key in
      guard let offer = state.offers[key.offer]?.opportunity, !offer.isCascade,
        let document = others[offer.identifier.lowercased()]
      else { return nil }
      let former = before.topics[offer.identifier.lowercased()]
      let isMaterial = former.map { $0.clauses != document.clauses } ?? false
      var change = CityChange(
        .document, isMaterial ? .amber : .grey, field: "callDocument",
        before: former?.title(beside: document),
        after: document.title(beside: former), because: .call)
      change.item = key.item
      change.opportunity = offer.identifier
      change.reference = offer.reference
      change.titles = Dictionary(
        offer.titles.map { ($0.language, $0.text) }, uniquingKeysWith: { first, _ in first })
      change.source = document.name
      change.readOn = document.readOn
      return change
    }
  }
}

extension NightDocuments.Counting {
  private var title: String { ([name] + (version.map { [$0] } ?? []) + [readOn]).joined(separator: ", ") }

  /// What tells it from another of its topic, for people; of two that are called alike, by their bytes.
  fileprivate func title(beside other: Self?) -> String {
    title == other?.title ? "\(title), \(hash.prefix(8))" : title
  }
}
