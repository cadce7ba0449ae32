import ParapetModel

/// The forms of work that bind lists, and which of them each offer imposes: one bit a demand, so that a pair costs one look.
struct BindingWork: Sendable {
  /// Some of the demands.
  typealias Demands = UInt64

  private let demands: [WorkDemand]
  private let imposed: [Demands]

  /// - Parameter offers: those that are looked up by their places.
  init(_ work: AskedWork?, of offers: [Offer]) {
    let binding = work?.binding ?? []
    precondition(binding.count <= Demands.bitWidth, "more forms of work than bits")
    demands = binding
    imposed =
      binding.isEmpty
      ? []
      : offers.map { offer in
        binding.indices.reduce(into: 0) { bits, index in
          if offer.imposes(binding[index]) { bits |= 1 << index }
        }
      }
  }

  /// The demands that an item does not meet.
  func unmet(by item: Item, as stated: StatedWork) -> Demands {
    demands.indices.reduce(into: 0) { bits, index in
      if !stated.meets(demands[index], item) { bits |= 1 << index }
    }
  }

  /// Whether the offer at a place imposes one of them.
  func keepsOff(_ place: Int, _ unmet: Demands) -> Bool { unmet != 0 && imposed[place] & unmet != 0 }
}
