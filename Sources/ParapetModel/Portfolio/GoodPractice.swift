/// What a city did and what came of it, from a public source: `data/practices/*.xml`, or a pack of another city.
public struct GoodPractice: Hashable, Sendable {
  /// What it cost.
  public enum Cost: Hashable, Sendable {
    /// The source does not say.
    case notPublished
    /// An amount, as the source states it.
    case published(Money)
  }

  /// A short name, unique in all packs.
  public var id: String
  /// Where: the city or body.
  public var place: String
  /// The country.
  public var country: Country?
  /// The years, as the source states them.
  public var years: String?
  /// The measures that it shows.
  public var measures: [String] = []
  /// The kinds of site.
  public var sites: [String] = []
  /// The threats.
  public var threats: [String] = []
  /// Its title.
  public var titles: [LocalizedText] = []
  /// What was done and how.
  public var methods: [LocalizedText] = []
  /// With whom.
  public var partners: [LocalizedText] = []
  /// What it cost.
  public var cost = Cost.notPublished
  /// Which source paid, where that is known.
  public var paidBy: String?
  /// What came of it, and how that was measured; none where the source does not say.
  public var results: [LocalizedText] = []
  /// Its source.
  public var citation: Citation

  /// A practice of a place with its source.
  public init(id: String, place: String, citation: Citation) {
    self.id = id
    self.place = place
    self.citation = citation
  }

  /// How near it is to an item: the measures that both have, then the threats and the kind of site; nothing where no
  /// measure is shared. What is restricted counts for nothing, so that no order tells of it.
  public func nearness(to item: Item, in records: CovenantRecords) -> Int? {
    let shared = measures.count { item.measures.contains($0) }
    guard shared > 0 else { return nil }
    let site = records.site(of: item)?.category.map { sites.contains($0) } ?? false
    let threatened = records.scenarios(of: item).contains { !$0.isRestricted && threats.contains($0.threat) }
    return shared * 4 + (threatened ? 2 : 0) + (site ? 1 : 0)
  }
}
