public import ParapetModel

/// What a document was made from: the day judged, the day known, and the program.
///
/// Nothing else may differ between two runs that agree in these.
public struct Edition: Hashable, Sendable {
  /// The day on which dates are judged.
  public var asOf: Day
  /// The day whose knowledge was used, or nothing for all that is known.
  public var knownOn: Day?
  /// The program's version.
  public var program: String

  /// An edition from its parts.
  public init(asOf: Day, knownOn: Day? = nil, program: String) {
    self.asOf = asOf
    self.knownOn = knownOn
    self.program = program
  }
}
