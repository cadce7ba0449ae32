public import ParapetBudgeting
import ParapetFeeds
public import ParapetMatching
public import ParapetModel

/// The budget of one application.
public struct ApplicationBudget: Sendable {
  /// The budget.
  public var budget: Budget
  /// The city that applies.
  public var city: Portfolio
  /// The items applied for, in the order of the portfolio.
  public var items: [Item]
  /// What is applied to.
  public var offer: Offer
}

extension Inquiry {
  /// The budget of one application of a city for some of its items.
  ///
  /// - Parameter opportunity: an identifier, or a source's own reference.
  public func budget(
    of names: [String], of city: Portfolio, for opportunity: String, rates: RateSource = RateSource()
  ) throws(Failure) -> ApplicationBudget {
    try Failure.on {
      for name in names where !city.items.contains(where: { $0.id == name }) {
        throw Failure.unknownItem(name, in: [city])
      }
      let items = city.items.filter { names.contains($0.id) }
      let offer = try find(opportunity).offer.agreeing(to: city.agreed)
      let budget = try Budget.make(
        items: items, city: city.city, terms: offer.terms, callBudget: offer.terms.callBudget,
        measures: desk.data.measures,
        exchange: try exchange(for: [city], [offer], rates))
      return ApplicationBudget(budget: budget, city: city, items: items, offer: offer)
    }
  }
}
