/// A question with a known answer, by which a ranking is measured: an item, who asks, and the day.
public struct GoldQuery: Hashable, Sendable {
  /// Its name.
  public var id: String
  /// The day asked about.
  public var asOf: Day
  /// The city that asks, with its partners.
  public var city: City
  /// What it wants to pay for.
  public var item: Item

  /// A question from its parts.
  public init(id: String, asOf: Day, city: City, item: Item) {
    self.id = id
    self.asOf = asOf
    self.city = city
    self.item = item
  }
}
