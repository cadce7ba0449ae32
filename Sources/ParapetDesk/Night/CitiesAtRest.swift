import Foundation
import ParapetCatalogue
import ParapetFeeds
import ParapetModel
import ParapetReporting

/// The cities of an order of which the night before found nothing to say, and left for this one to pass over.
///
/// On most nights these are nearly all. Of one that still rests nothing is read, judged, compared or written; what it is told
/// later is what it would have been told if it had been looked at.
struct CitiesAtRest {
  /// What the rest of all of them depends on: our data and the program, the order, how fresh its feeds are and which call
  /// documents count.
  let premises: UInt64
  /// The night before.
  let last: StoredNight?
  private let run: NightRun
  private let night: StoredNight
  private let known: [String: RestingCity]
  /// New looks at folders whose files are others with the same bytes.
  private(set) var looks: [String: FolderLook?] = [:]

  init(_ run: NightRun, _ night: StoredNight, premises: UInt64) throws {
    self.run = run
    self.night = night
    self.premises = premises
    last = try run.catalogue.nights(of: night.batch, last: 2).first { $0.id < night.id }
    known =
      try CitiesAtRest.isPossible(run.order)
      ? last.map { try run.catalogue.resting(after: $0, premises: premises) } ?? [:] : [:]
  }

  /// Whether cities of an order can rest at all: pages that count the days that are left change from night to night.
  static func isPossible(_ order: BatchOrder) -> Bool { order.pages.isSubset(of: [.digest]) }

  /// The city of a folder where nothing of its own wakes it tonight; what is on offer still may.
  mutating func city(in folder: String) throws -> RestingCity? {
    guard !run.question.judgesAnew, !run.question.isBaseline, let city = known[folder],
      night.asOf < city.wakes, isPageThere(of: city.city)
    else { return nil }
    if city.look?.holds(of: folder) ?? false { return city }
    let files = FilesFingerprint(in: folder, seenBefore: FolderLook(at: folder))
    guard try hasSameFiles(city, files.digests) else { return nil }
    looks[folder] = .some(files.look)
    return city
  }

  /// Whether the page of a city that was looked at says what a page of tonight would, but for its date: there was nothing to
  /// say on either night.
  func hasPage(of entry: NightCities.Entry) throws -> Bool {
    guard let city = known[entry.folder], city.city == entry.id, isPageThere(of: entry.id) else {
      return false
    }
    return try hasSameFiles(city, entry.files.digests)
  }

  private func hasSameFiles(_ city: RestingCity, _ digests: String) throws -> Bool {
    try last.flatMap { try run.catalogue.city(city.city, on: $0) }?.files == digests
  }

  private func isPageThere(of city: String) -> Bool {
    !run.order.pages.contains(.digest) || access("\(run.order.output)/\(city)/digest.json", F_OK) == 0
  }

  /// A number of all that the rest of every city depends on.
  static func premises(
    _ run: NightRun, _ documents: NightDocuments, _ whole: NightCities.WholeNight, base: UInt64
  )
    throws -> UInt64
  {
    var writer = ByteWriter()
    writer.write(word: base)
    writer.write(FeedSource.digest(of: run.order.file) ?? "")
    writer.write(run.question.language.rawValue)
    for (feed, day) in whole.stale.sorted(by: { $0.key < $1.key }) {
      writer.write(feed)
      writer.write(day)
    }
    return NightMemory.number(
      of: try KeptBytes.encoded(documents), after: NightMemory.number(of: writer.bytes))
  }
}
