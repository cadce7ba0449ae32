public import ParapetModel

extension Criterion {
  /// What the criterion asks on a day, for a reader of the opportunity; no city is judged.
  public func required(on day: Day) -> Required {
    guard let test = try? CriterionTests.make(self) else { return .unreadable }
    return test.required(on: day)
  }
}
