public import ParapetModel

/// An item of a city, by the names of both.
public struct ItemName: Hashable, Sendable {
  /// The city.
  public var city: String
  /// The item.
  public var item: String

  /// An item of a city.
  public init(_ city: String, _ item: String) {
    self.city = city
    self.item = item
  }
}

/// What of the portfolios that a document is about was refused, and which of its figures rest on that.
///
/// A figure that is said of no item rests on everything the document is about: where nobody says more, it is partial.
public struct Gaps: Hashable, Sendable {
  /// What was refused, in the order of the files.
  public var unread: [Unread]
  private var byCity: [String: [Unread]]
  private var items: Set<String>?
  private var names: [ItemName]

  /// What was refused of some portfolios.
  ///
  /// - Parameter items: the items that the document is about; nothing where it is about all.
  public init(_ portfolios: [Portfolio], about items: [String]? = nil) {
    unread = portfolios.flatMap(\.unread)
    byCity = Dictionary(portfolios.map { ($0.city.id, $0.unread) }, uniquingKeysWith: +)
    self.items = items.map { Set($0) }
    names = portfolios.flatMap { city in city.items.map { ItemName(city.city.id, $0.id) } }
  }

  /// Whether a figure about an item, or about all that the document is about, rests on something that was refused.
  public func isPartial(_ name: ItemName?) -> Bool {
    guard let name else {
      return unread.contains { gap in !gap.isApart && (gap.item.map { items?.contains($0) ?? true } ?? true) }
    }
    return byCity[name.city]?.contains { !$0.isApart && ($0.item == nil || $0.item == name.item) } ?? false
  }

  /// The items of which figures are partial.
  var partialItems: [String] {
    unread.isEmpty
      ? [] : names.filter { items?.contains($0.item) ?? true }.filter { isPartial($0) }.map(\.item)
  }
}

extension Edition {
  /// The edition of a document about portfolios, or about some of their items.
  public func about(_ portfolios: [Portfolio], items: [String]? = nil) -> Edition {
    var edition = self
    edition.gaps = Gaps(portfolios, about: items)
    if let languages = itemLanguages {
      edition.foreign = portfolios.reduce(ForeignTitles()) { $0.merging(languages.titles(of: $1)) }
    }
    return edition
  }
}
