import Foundation
import ParapetBudgeting
import ParapetFeeds
import ParapetMatching
public import ParapetModel
import ParapetPlanning

/// An application as a plan's document has it: what is applied to, and which costs of which items from when on.
public struct PlannedApplication: Decodable, Sendable {
  /// The identifier of the opportunity.
  var opportunity: String
  /// Its source's own reference, where it has one.
  var reference: String?
  /// The items or parts of items.
  var parts: [Part]

  /// An item, or the part of it that goes there.
  struct Part: Decodable, Sendable {
    var item: String
    /// The costs by number, from 1; none means all.
    var costs: [Int]
    /// The first day of its work.
    var from: String?
  }

  private struct PlanDocument: Decodable {
    var portfolio: String
    var applications: [PlannedApplication]
  }

  /// The application of a number, from 1, in a plan of a city written as JSON.
  static func read(_ number: Int, of file: String, for city: City) throws(Failure) -> PlannedApplication {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(
        .notThere, Message(en: "there is no plan at \(file)", fr: "il n’y a pas de plan à \(file)"))
    }
    guard let plan = try? JSONDecoder().decode(PlanDocument.self, from: data) else {
      throw Failure(
        .unusable,
        Message(
          en: "\(file) is no plan; 'parapet plan … --format json' writes one",
          fr: "\(file) n’est pas un plan ; « parapet plan … --format json » en écrit un"))
    }
    guard plan.portfolio == city.id else {
      throw Failure(
        .unusable,
        Message(
          en: "\(file) is a plan of '\(plan.portfolio)' and not of '\(city.id)'",
          fr: "\(file) est un plan de « \(plan.portfolio) », et non de « \(city.id) »"))
    }
    guard plan.applications.indices.contains(number - 1) else {
      throw Failure(
        .misuse,
        Message(
          en: "the plan has \(plan.applications.count) applications; --application \(number) is none of them",
          fr: "le plan a \(plan.applications.count) candidatures ; --application \(number) n’en est pas une"))
    }
    return plan.applications[number - 1]
  }

  /// The items as they are applied for: the costs that go there, worked on when they may be paid for.
  func items(of city: Portfolio) throws(Failure) -> [Item] {
    var items: [Item] = []
    for part in parts {
      guard let whole = city.items.first(where: { $0.id == part.item }) else {
        throw Failure.unknownItem(part.item, in: [city])
      }
      let chosen = whole.part(part.costs.isEmpty ? nil : part.costs.map { $0 - 1 })
      items.append(part.from.flatMap { Day($0) }.flatMap { chosen.postponed(to: $0) } ?? chosen)
    }
    return items
  }
}

extension Inquiry {
  /// The budget of an application of a plan, with the same parts of items at the same time.
  ///
  /// - Parameters:
  ///   - file: the plan, as JSON.
  ///   - number: the place of the application in it, from 1.
  public func budget(
    ofApplication number: Int, in file: String, of city: Portfolio, rates: RateSource = RateSource()
  ) throws(Failure) -> ApplicationBudget {
    let application = try PlannedApplication.read(number, of: file, for: city.city)
    return try Failure.on {
      let items = try application.items(of: city)
      let offer = try find(application.reference ?? application.opportunity).offer
        .agreeing(to: city.agreed)
      let budget = try Budget.make(
        items: items, city: city.city, terms: offer.terms, callBudget: offer.terms.callBudget,
        measures: desk.data.measures, exchange: try exchange(for: [city], [offer], rates))
      return ApplicationBudget(budget: budget, city: city, items: items, offer: offer)
    }
  }
}
