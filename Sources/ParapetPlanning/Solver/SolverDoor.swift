/// The solver's door, where the pure part of planning ends: what answers a mixed-integer programme.
public struct SolverDoor: Sendable {
  /// Answers one programme; asked from many tasks at once.
  public let answer: @Sendable (SolverQuestion) throws(SolverMishap) -> SolverAnswer

  /// A door that something else stands behind than the solver's program.
  public init(_ answer: @escaping @Sendable (SolverQuestion) throws(SolverMishap) -> SolverAnswer) {
    self.answer = answer
  }

  /// The door to the solver's program, `parapet-solver`, which is started when it is first needed and kept.
  ///
  /// - Parameters:
  ///   - path: where the program is.
  ///   - patience: the seconds that are waited for it beyond those that it gives a search itself.
  public static func program(at path: String, patience: Duration = .seconds(60)) -> SolverDoor {
    let programs = SolverPrograms(path: path, patience: patience)
    return SolverDoor { question throws(SolverMishap) in try programs.answer(question) }
  }

  /// A door that nobody answers at: plans are then what the local search finds, without a proof.
  public static let closed = SolverDoor { _ throws(SolverMishap) in throw .missing }
}
