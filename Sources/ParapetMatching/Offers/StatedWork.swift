public import ParapetModel
public import ParapetSearching

/// What the items of a city say of the form of their work, each item's words read once.
public struct StatedWork: Sendable {
  private let city: City
  private let named: [String: Set<String>]

  /// - Parameter naming: asks for the concepts that demands name.
  public init(of portfolio: Portfolio, by naming: ConceptNaming) {
    city = portfolio.city
    named = Dictionary(
      portfolio.items.map { ($0.id, naming.concepts(namedBy: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether an item says that it is such work, or is not meant: by its measures, in its own words, or by who takes part.
  public func meets(_ demand: WorkDemand, _ item: Item) -> Bool {
    meets(demand, item, naming: concepts(namedBy: item))
  }

  /// The concepts that an item names, of those that demands do.
  func concepts(namedBy item: Item) -> Set<String> { named[item.id] ?? [] }

  /// The same of an item of which the concepts are at hand.
  func meets(_ demand: WorkDemand, _ item: Item, naming named: Set<String>) -> Bool {
    guard isMeant(demand, for: item) else { return true }
    if !demand.refused.isEmpty, named.isDisjoint(with: demand.refused) { return true }
    return demand.population.map { range in city.facts.population.map(range.contains) ?? false } ?? false
      || item.measures.contains(where: demand.measures.contains)
      || (!named.isEmpty && demand.concepts.contains(where: named.contains))
      || isDone(demand, byPartnersOf: item)
  }

  /// Whether it is asked of such an item, of those who take part in it.
  private func isMeant(_ demand: WorkDemand, for item: Item) -> Bool {
    guard demand.firstMeasure.map({ $0 == item.measures.first }) ?? true else { return false }
    guard !demand.places.isEmpty else { return true }
    let members = city.partners.filter { item.partners?.contains($0.id) ?? false }.map(\.facts)
    return demand.places.allSatisfy { place in
      ([city.facts] + members).contains { $0.country?.code == place || $0.nuts?.hasPrefix(place) ?? false }
    }
  }

  private func isDone(_ demand: WorkDemand, byPartnersOf item: Item) -> Bool {
    if demand.role != nil || demand.partner != nil {
      let members = city.partners.filter { item.partners?.contains($0.id) ?? true }.map(\.facts)
      if let role = demand.role,
        ([city.facts] + members).contains(where: { $0.roles?.contains(role) ?? false })
      {
        return true
      }
      // A city with a university does not do research with all its items; that it has the police beside it is another matter.
      let isTold = item.partners != nil || !demand.bindsLists
      if let kind = demand.partner, isTold, members.contains(where: { $0.applicant == kind }) { return true }
    }
    if demand.isWithinState { return city.partnersAbroad.isDisjoint(with: item.partners ?? []) }
    if let least = demand.leastMonths {
      return item.start.flatMap { start in item.end.map { start.months(through: $0) >= least } } ?? true
    }
    if let least = demand.leastCost {
      guard let cost = item.totalCost, cost.currency == least.currency else { return true }
      return cost.minorUnits >= least.minorUnits
    }
    if let least = demand.leastMembers { return item.partners.map { $0.count + 1 >= least } ?? false }
    // Who takes part is stated where the item names its partners, and not where the city has some.
    return demand.isAbroad && !city.partnersAbroad.isDisjoint(with: item.partners ?? [])
  }
}
