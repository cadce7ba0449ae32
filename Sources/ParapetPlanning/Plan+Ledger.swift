public import ParapetModel

extension Plan {
  /// A cost of the portfolio, and the application that claims it.
  public struct LedgerEntry: Hashable, Sendable {
    /// The item.
    public var item: String
    /// Its place among the costs of the item, from 1.
    public var number: Int
    /// What it is.
    public var text: String
    /// The net cost, or nothing where it is unknown.
    public var cost: Money?
    /// The application that claims it, by position, or nothing where none does.
    public var application: Int?
  }

  /// Every cost of a portfolio, in its order; each is claimed once at most.
  public func ledger(of portfolio: Portfolio) -> [LedgerEntry] {
    portfolio.items.flatMap { item -> [LedgerEntry] in
      let claims = applications.enumerated().flatMap { number, application in
        application.parts.filter { $0.item == item.id }.map { (application: number, lines: $0.lines) }
      }
      func claim(_ line: Int) -> Int? {
        claims.first { $0.lines?.contains(line) ?? true }?.application
      }
      guard !item.lines.isEmpty else {
        return [
          LedgerEntry(item: item.id, number: 1, text: item.title, cost: item.cost, application: claim(0))
        ]
      }
      return item.lines.enumerated().map { position, line in
        LedgerEntry(
          item: item.id, number: position + 1, text: line.text, cost: line.cost, application: claim(position))
      }
    }
  }
}
