import Foundation

@testable import ParapetPlanning

extension SolverDoor {
  /// The solver's program that was built beside the tests.
  static let built = SolverDoor.program(at: path)

  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "parapet-solver").path

  /// The same, where searches of some kinds go wrong.
  static func failing(_ kinds: Set<MixedProgram.Shortcuts>, _ mishap: SolverMishap = .died) -> SolverDoor {
    SolverDoor { question throws(SolverMishap) in
      guard !kinds.contains(question.kind) else { throw mishap }
      return try built.answer(question)
    }
  }
}

extension SolverQuestion {
  /// The kind of a search, by its settings.
  fileprivate var kind: MixedProgram.Shortcuts {
    if settings.contains("preprocess off") { return .nothing }
    return settings.contains("mixedIntegerRoundingCuts on") ? .preparation : .everything
  }
}
