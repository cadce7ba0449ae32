/// Something to be done before an application, and how long before.
public struct PreparationStep: Hashable, Sendable {
  /// Its name, of which identifiers are made.
  public var id: String
  /// How many days before the deadline.
  public var days: Int
  /// Whether it is for opportunities that need others alone.
  public var isForPartners: Bool
  /// What it is, by language.
  public var titles: [LocalizedText]

  /// A step so many days before a deadline.
  public init(id: String, days: Int, isForPartners: Bool = false, titles: [LocalizedText]) {
    self.id = id
    self.days = days
    self.isForPartners = isForPartners
    self.titles = titles
  }
}
