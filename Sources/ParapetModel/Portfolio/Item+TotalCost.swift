extension Item {
  /// What it costs, net: the sum of its lines where it has any; nil where that is not known.
  public var totalCost: Money? {
    guard let first = lines.first else { return cost }
    guard lines.allSatisfy({ $0.cost.currency == first.cost.currency }) else { return nil }
    return lines.dropFirst().reduce(first.cost) { $0 + $1.cost }
  }
}
