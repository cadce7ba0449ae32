import ParapetHashing
import ParapetModel

/// Tells apart the items of a feed that have no name but a link, and share it: all calls of a ministry on one page.
///
/// Such an item takes its title into its name. Which do so shows only when all are here, so that items named by a
/// link are held back, and what follows them, as far as memory allows.
struct SharedLinks {
  private var held: [(event: FeedEvent, link: String?)] = []
  private var bytes = 0
  /// The titles of what was handed on, by link.
  private var titles: [String: Set<String>] = [:]

  /// Takes an event of the feed; of an item that is named by its link alone, with the link.
  mutating func take(_ event: FeedEvent, link: String? = nil, _ emit: (FeedEvent) -> Void) {
    guard link != nil || !held.isEmpty else { return emit(event) }
    held.append((event, link))
    if case .record(let record) = event { bytes += record.richness.bytes }
    if held.count >= Self.events || bytes >= Self.bytes { release(emit) }
  }

  /// Hands on all that is held.
  mutating func release(_ emit: (FeedEvent) -> Void) {
    for case (.record(let record), let link?) in held {
      titles[link, default: []].insert(Self.title(of: record))
    }
    var told: Set<String> = []
    for (event, link) in held {
      guard case .record(var record) = event, let link, let alike = titles[link]?.count, alike > 1 else {
        emit(event)
        continue
      }
      if told.insert(link).inserted { emit(.remark(.sharedLink(link, alike, at: record.place))) }
      let name = Self.name(link, title: Self.title(of: record))
      record.opportunity.identifier = name
      record.opportunity.reference = name
      emit(.record(record))
    }
    (held, bytes) = ([], 0)
  }
}

extension SharedLinks {
  /// How many events, and records of how many bytes, are held at most.
  private static let events = 2000
  private static let bytes = 16 << 20

  private static func title(of record: FeedRecord) -> String {
    // A title has its white space folded, but for line feeds.
    let title = record.opportunity.titles.first?.text ?? ""
    return title.utf8.contains(UInt8(ascii: "\n")) ? title.folded : title
  }

  /// A link with the words of a title behind it; a title longer than any name gives its hash.
  private static func name(_ link: String, title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    guard !words.isEmpty, link.utf8.count + words.utf8.count < RSSItem.identifierBytes else {
      let digest = Array(title.utf8).withUnsafeBytes { SHA256Digest.hexadecimal(of: $0) }
      return link + "#" + digest.prefix(16)
    }
    return link + "#" + words
  }
}

extension Diagnostic {
  fileprivate static func sharedLink(_ link: String, _ count: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, id: "shared-link", at: place,
      Message(
        en: "\(count) items of different titles share the link '\(link)'; each is kept under its title",
        fr:
          "\(count) articles de titres différents partagent le lien « \(link) » ; chacun est gardé sous son titre"
      ))
  }
}
