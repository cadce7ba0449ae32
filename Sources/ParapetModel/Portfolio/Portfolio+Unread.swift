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
