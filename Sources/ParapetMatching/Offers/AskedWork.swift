public import ParapetModel
public import ParapetSearching

/// The forms of work that instruments impose, and by which words items say that they are such work.
public struct AskedWork: Sendable {
  private let demands: [WorkDemand]
  private let naming: ConceptNaming

  /// - Parameter naming: asks for the concepts that the demands name.
  public init(_ demands: [WorkDemand], by naming: ConceptNaming) {
    self.demands = demands
    self.naming = naming
  }

  /// What the items of a city say of themselves.
  func stated(by portfolio: Portfolio) -> StatedWork { StatedWork(of: portfolio, by: naming) }

  /// What binds lists as well as plans.
  var binding: [WorkDemand] { demands.filter(\.bindsLists) }

  /// Whether an offer imposes a form of work that nothing says the item is.
  func isOther(_ item: Item, for offer: Offer, as stated: StatedWork) -> Bool {
    demands.contains { offer.imposes($0) && !stated.meets($0, item) }
  }
}

extension Offer {
  /// Whether it is of those that impose a form of work.
  public func imposes(_ demand: WorkDemand) -> Bool {
    distance(to: demand.scope).map { $0 == 0 || demand.reachesParts } ?? false
  }

  /// How specific a scope is to it: its own name first, then its instruments', then its management; nothing where it
  /// is not meant.
  public func distance(to scope: PaymentTerms.Scope) -> Int? {
    switch scope {
    case .instrument(let name):
      if opportunity.identifier == name { return 0 }
      return instruments.firstIndex { $0.identifier == name }.map { $0 + 1 }
    case .management(let mode): return management == mode ? instruments.count + 1 : nil
    case .family(let parts): return opportunity.isOfFamily(parts) ? 0 : nil
    }
  }
}
