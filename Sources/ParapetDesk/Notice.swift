public import ParapetModel

/// What a desk has to tell beside its answer, while it works on it.
public enum Notice: Sendable {
  /// What is wrong in something that was read, in the order of the input; the rest of it was used.
  case findings([Diagnostic])
  /// There is no catalogue at the path, so the calls of the data folder are all there is.
  case noCatalogue(path: String)
  /// There is no solver at the path, so that no plan can be proven.
  case noSolver(path: String)
  /// A server did not answer and is asked again; why, and when.
  case waiting(Message)
  /// How far a fetch has come, for a person who watches.
  case progress(Message)
  /// A source was read, or refused.
  case read(SourceOutcome)
}
