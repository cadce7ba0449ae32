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

extension Portfolio {
  /// Whether figures about an item rest on something that was refused: of its own, or of no known item.
  public func isPartial(_ item: String) -> Bool {
    unread.contains { !$0.isApart && ($0.item == nil || $0.item == item) }
  }

  /// The facts of an item and of its city that were written and refused.
  public func refusedFacts(of item: String) -> Set<Fact> {
    var facts: Set<Fact> = []
    for gap in unread where gap.item == nil || gap.item == item {
      switch gap.field {
      case "unit_cost", "quantity": facts.insert(.cost)
      case "category": facts.insert(.costHeadings)
      case let field?: if let fact = Fact(rawValue: field) { facts.insert(fact) }
      case nil: break
      }
    }
    return facts
  }

  /// Whether a value of an item was written and refused, so that it is not simply unstated.
  public func isRefused(_ field: String, of item: String) -> Bool {
    unread.contains { $0.item == item && $0.field == field }
  }
}
