public import ParapetModel

extension Criterion {
  /// What the criterion asks on a day, for a reader of the opportunity; no city is judged.
  public func required(on day: Day) -> Required {
    guard let logic = try? logic() else { return .unreadable }
    return logic.required(on: day)
  }
}
