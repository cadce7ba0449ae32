import Foundation

/// A generator of random numbers (SplitMix64) whose numbers can be had again: a failing test prints the seed, `PARAPET_TEST_SEED` sets it.
package struct SeededGenerator: RandomNumberGenerator {
  package let seed: UInt64
  private var state: UInt64

  /// The numbers of a seed, else of the environment's, else of today's default.
  package init(seed: UInt64? = nil) {
    let stated = ProcessInfo.processInfo.environment["PARAPET_TEST_SEED"].flatMap { UInt64($0) }
    self.seed = seed ?? stated ?? 20_260_315
    state = self.seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
