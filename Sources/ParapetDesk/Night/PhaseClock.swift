import Foundation

/// The processor time of the phases of a night, its own and that of the programs that it ran.
struct PhaseClock {
  private var last = PhaseClock.now

  /// The milliseconds since it was last asked, or made.
  mutating func lap() -> Int {
    let now = PhaseClock.now
    defer { last = now }
    return Int(((now - last) * 1_000).rounded())
  }

  private static var now: Double {
    var (own, programs) = (rusage(), rusage())
    getrusage(RUSAGE_SELF.rawValue, &own)
    getrusage(RUSAGE_CHILDREN.rawValue, &programs)
    return [own.ru_utime, own.ru_stime, programs.ru_utime, programs.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
    }
  }
}
