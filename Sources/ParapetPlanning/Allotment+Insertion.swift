extension Allotment {
  /// So many places are tried for a part.
  private static let mostPlaces = 40

  /// A choice with some parts in it and of another as much as there is room for beside them, the worthiest first; nothing
  /// where they have no place of their own. The best of what each place of the first part leaves.
  func choice(with parts: [Int], around chosen: [Int]) -> [Int]? {
    guard let first = parts.first else { return chosen }
    var best: (chosen: [Int], score: [Int64])?
    let rest = chosen.filter { !parts.contains(pairs[$0].part) }
      .sorted { worth[pairs[$0].part] == worth[pairs[$1].part] ? $0 < $1 : comesBefore($0, $1) }
    let places = pairs.indices.filter { pairs[$0].part == first }
      .sorted { pairs[$0].grant == pairs[$1].grant ? $0 < $1 : pairs[$0].grant > pairs[$1].grant }
    for place in places.prefix(Allotment.mostPlaces) {
      var state = AllotmentState(self)
      state.tryPlacing(first, in: place)
      for part in parts.dropFirst() {
        for pair in pairs.indices where pairs[pair].part == part && state.pair(of: part) == nil {
          state.tryPlacing(part, in: pair)
        }
      }
      for pair in rest { state.tryPlacing(pairs[pair].part, in: pair) }
      state.clearSlotsBelowFloor()
      guard let outcome = outcome(of: state.chosen) else { continue }
      if best.map({ outcome.score.isBetter(than: $0.score) }) ?? true { best = (state.chosen, outcome.score) }
    }
    return best?.chosen
  }

  private func comesBefore(_ one: Int, _ other: Int) -> Bool {
    required.contains(pairs[one].part) != required.contains(pairs[other].part)
      ? required.contains(pairs[one].part) : worth[pairs[one].part].isBetter(than: worth[pairs[other].part])
  }
}
