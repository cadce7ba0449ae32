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

  /// What one item was asked of the demands: each when the first offer that imposes it is looked at, since the
  /// offers near an item impose few of them.
  struct Asked {
    fileprivate let item: Item
    fileprivate let stated: StatedWork?
    fileprivate let named: Set<String>
    fileprivate var known: Demands = 0
    fileprivate var unmet: Demands = 0

    /// - Parameter stated: what the items of its city say; without it nothing is asked.
    init(_ item: Item, as stated: StatedWork?) {
      self.item = item
      self.stated = stated
      named = stated?.concepts(namedBy: item) ?? []
    }
  }

  /// The first demand that the offer at a place imposes and an item does not meet.
  func missing(_ place: Int, _ asked: inout Asked) -> WorkDemand? {
    let missing = unmet(place, &asked)
    return missing == 0 ? nil : demands[missing.trailingZeroBitCount]
  }

  /// Whether the offer at a place imposes a demand that an item does not meet.
  func keepsOff(_ place: Int, _ asked: inout Asked) -> Bool { unmet(place, &asked) != 0 }

  private func unmet(_ place: Int, _ asked: inout Asked) -> Demands {
    guard let stated = asked.stated, !imposed.isEmpty, imposed[place] != 0 else { return 0 }
    var open = imposed[place] & ~asked.known
    while open != 0 {
      let index = open.trailingZeroBitCount
      open &= open - 1
      let isMet = stated.meets(demands[index], asked.item, naming: asked.named)
      if !isMet { asked.unmet |= 1 << index }
    }
    asked.known |= imposed[place]
    return imposed[place] & asked.unmet
  }
}
