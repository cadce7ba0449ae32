public import ParapetModel

/// The way from each commitment to what is measured: commitment, item, opportunity, budget line, spent, indicator; and
/// where it breaks off, from either end.
public struct CommitmentTrace: Sendable {
  /// One way, as far as it leads.
  public struct Path: Sendable {
    /// The commitment.
    public var commitment: Int
    /// The item, or nothing where no item serves the commitment.
    public var item: Item?
    /// What is applied to with the item in the plan.
    public var funding: ActionCard.Funding?
    /// The item's net cost.
    public var cost: Money?
    /// How many lines of the budget it has.
    public var lines: Int
    /// What was granted, as the city tells.
    public var granted: Money?
    /// What was spent.
    public var spent: Money?
    /// The indicator.
    public var indicator: Indicator?
  }

  /// A place where a way breaks off.
  public enum Gap: Hashable, Sendable {
    /// What kind of place it is, in the order in which they are told.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case componentWithoutItem = "component-without-item"
      case commitmentWithoutItem = "commitment-without-item"
      case lostMoney = "lost-money"
      case itemWithoutMoney = "item-without-money"
      case moneyWithoutIndicator = "money-without-indicator"
      case indicatorWithoutReading = "indicator-without-reading"
      case itemWithoutCommitment = "item-without-commitment"
      case spentWithoutSource = "spent-without-source"
      case indicatorWithoutCommitment = "indicator-without-commitment"
    }

    /// A half of the plan has no item.
    case componentWithoutItem(Item.Component)
    /// The deadline of an item was missed or its application refused.
    case lostMoney(String)
    /// Nothing serves a commitment.
    case commitmentWithoutItem(Int)
    /// Nothing in the plan pays for an item, and nothing was granted for it.
    case itemWithoutMoney(String)
    /// What is paid for is not measured.
    case moneyWithoutIndicator(String)
    /// Something is measured and nothing reads it.
    case indicatorWithoutReading(String)
    /// An item serves no commitment.
    case itemWithoutCommitment(String)
    /// Money was spent on what nothing in the plan pays for and nothing was granted for.
    case spentWithoutSource(String)
    /// An indicator belongs to an item that serves no commitment.
    case indicatorWithoutCommitment(String)

    /// What kind of place it is.
    public var kind: Kind {
      switch self {
      case .componentWithoutItem: .componentWithoutItem
      case .commitmentWithoutItem: .commitmentWithoutItem
      case .lostMoney: .lostMoney
      case .itemWithoutMoney: .itemWithoutMoney
      case .moneyWithoutIndicator: .moneyWithoutIndicator
      case .indicatorWithoutReading: .indicatorWithoutReading
      case .itemWithoutCommitment: .itemWithoutCommitment
      case .spentWithoutSource: .spentWithoutSource
      case .indicatorWithoutCommitment: .indicatorWithoutCommitment
      }
    }
  }

  /// The city.
  public var portfolio: Portfolio
  /// The ways, by commitment, item, opportunity and indicator.
  public var paths: [Path]
  /// Where they break off: first as seen from the commitments, then as seen from the money and the indicators.
  public var gaps: [Gap]

  /// Traces a city's action plan, with what was spent until its day.
  public init(_ plan: ActionPlan) {
    portfolio = plan.portfolio
    let records = plan.portfolio.records
    let cards = Dictionary(plan.cards.map { ($0.item.id, $0) }, uniquingKeysWith: { first, _ in first })
    func spent(_ item: String) -> Money? { records.progress(of: item, until: plan.asOf).last?.spent }
    func granted(_ item: Item) -> Money? {
      item.granted(by: records.progress(of: item.id, until: plan.asOf).last)
    }
    func isPaid(_ card: ActionCard) -> Bool {
      !card.funding.isEmpty || (granted(card.item)?.minorUnits ?? 0) > 0
    }

    paths = plan.coverage.flatMap { coverage -> [Path] in
      let own = coverage.items.compactMap { cards[$0] }
      if own.isEmpty { return [Path(commitment: coverage.commitment.number, lines: 0)] }
      return own.flatMap { card -> [Path] in
        let funding = card.funding.isEmpty ? [nil] : card.funding.map(Optional.some)
        let indicators = card.indicators.isEmpty ? [nil] : card.indicators.map(Optional.some)
        return funding.flatMap { funding in
          indicators.map { indicator in
            Path(
              commitment: coverage.commitment.number, item: card.item, funding: funding, cost: card.cost,
              lines: card.item.lines.count, granted: granted(card.item), spent: spent(card.item.id),
              indicator: indicator)
          }
        }
      }
    }
    var gaps = plan.emptyComponents.map { Gap.componentWithoutItem($0) }
    gaps += plan.unserved.map { Gap.commitmentWithoutItem($0) }
    gaps += plan.lost.map { Gap.lostMoney($0.id) }
    gaps += plan.cards.filter { !isPaid($0) }.map { Gap.itemWithoutMoney($0.item.id) }
    gaps += plan.cards.filter { isPaid($0) && $0.indicators.isEmpty }.map {
      Gap.moneyWithoutIndicator($0.item.id)
    }
    gaps += records.indicators.filter { $0.last(until: plan.asOf) == nil }.map {
      Gap.indicatorWithoutReading($0.id)
    }
    gaps += plan.cards.filter(\.commitments.isEmpty).map { Gap.itemWithoutCommitment($0.item.id) }
    gaps += plan.cards.filter { !isPaid($0) && (spent($0.item.id)?.minorUnits ?? 0) > 0 }.map {
      Gap.spentWithoutSource($0.item.id)
    }
    let idle = Set(plan.cards.filter(\.commitments.isEmpty).map(\.item.id))
    gaps += records.indicators.filter { idle.contains($0.item) }.map { Gap.indicatorWithoutCommitment($0.id) }
    self.gaps = gaps
  }
}
