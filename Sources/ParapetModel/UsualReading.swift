/// What practitioners usually expect an instrument to pay for, to be held against what our files say.
public struct UsualReading: Hashable, Sendable {
  /// How far it pays.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    case core, possible, no
  }

  /// The instrument's identifier.
  public var instrument: String
  /// The measure's code.
  public var measure: String
  /// How far it is expected to pay.
  public var answer: Answer

  /// A usual reading of an instrument and a measure.
  public init(instrument: String, measure: String, answer: Answer) {
    self.instrument = instrument
    self.measure = measure
    self.answer = answer
  }
}
