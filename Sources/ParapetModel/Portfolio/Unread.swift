/// A cell or row of a portfolio that was refused.
///
/// What rests on it is not known in full: reports say where it stands, and mark each figure that it could change as
/// partial.
public struct Unread: Hashable, Sendable {
  /// What is wrong, where, and what to do.
  public var finding: Diagnostic
  /// The item that it belongs to; nothing where it belongs to the city, or where that cannot be told.
  public var item: String?
  /// The column or key that stays unknown; nothing where a whole row is lost.
  public var field: String?
  /// Whether it stands in a table on which no figure of money rests, such as that of sites.
  public var isApart = false

  /// A refusal, of an item's cell or row where the item is known.
  public init(_ finding: Diagnostic, item: String? = nil, field: String? = nil) {
    self.finding = finding
    self.item = item
    self.field = field
  }
}
