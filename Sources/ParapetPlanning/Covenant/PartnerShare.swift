public import ParapetModel

/// What a partner has promised to pay itself, and what the plan asks of it, year by year.
public struct PartnerShare: Hashable, Sendable {
  /// A year of it.
  public struct Year: Hashable, Sendable {
    /// The year, or nothing for costs that have none.
    public var year: Int?
    /// What it promised; nothing where it promised nothing of any year.
    public var promised: Money?
    /// What the plan leaves to it.
    public var asked: Money

    /// How much less than what is asked it promised; nothing where it promised nothing at all, or enough.
    public var short: Money? {
      guard let promised, promised.currency == asked.currency, promised.minorUnits < asked.minorUnits else {
        return nil
      }
      return asked - promised
    }
  }

  /// The partner.
  public var partner: Partner
  /// The years of which something is promised or asked.
  public var years: [Year]
  /// The items that name it as a partner or give it a cost.
  public var items: [String]

  /// Whether it promised something.
  public var hasPromised: Bool { !partner.ownContribution.isEmpty }
}

extension Plan {
  /// What the plan leaves to each partner in each year: what it pays less what is granted and supported of that.
  func asked(of partner: String) -> [Int?: Money] {
    var sums: [Int?: Money] = [:]
    for cell in applications.flatMap(\.parts).flatMap(\.cells) where cell.partner == partner {
      sums[cell.year, default: .zero(currency)] =
        (sums[cell.year] ?? .zero(currency)) + (cell.outlay - cell.grant - cell.support)
    }
    return sums
  }
}

extension ActionPlan {
  /// The partners that items name, that bear costs, or that promised something, each with its years.
  public var partnerShares: [PartnerShare] {
    let city = portfolio.city
    return city.partners.compactMap { partner in
      let asked = plan?.asked(of: partner.id) ?? [:]
      let items = portfolio.items.filter { item in
        item.partners?.contains(partner.id) ?? false || item.lines.contains { $0.partner == partner.id }
      }
      guard !items.isEmpty || !partner.ownContribution.isEmpty else { return nil }
      let currency = plan?.currency ?? city.currency
      let numbers = Set(partner.ownContribution.keys.map(Optional.some)).union(asked.keys)
      let years = numbers.sorted { ($0 ?? .max) < ($1 ?? .max) }.map { year in
        let promised = year.flatMap { partner.ownContribution[$0] }
        return PartnerShare.Year(
          year: year, promised: partner.ownContribution.isEmpty ? nil : promised ?? .zero(city.currency),
          asked: asked[year] ?? .zero(currency))
      }
      return PartnerShare(partner: partner, years: years, items: items.map(\.id))
    }
  }
}
