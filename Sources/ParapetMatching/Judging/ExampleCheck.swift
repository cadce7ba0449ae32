public import ParapetModel

/// Runs the examples that criteria carry, so that a rule's own file says whether it does what it says.
public enum ExampleCheck {
  /// A finding for each example whose criterion answers otherwise, and for each that states an unknown fact.
  public static func findings(in opportunities: [Opportunity], on day: Day) -> [Diagnostic] {
    opportunities.flatMap { $0.requirements?.criteria ?? [] }.flatMap { criterion -> [Diagnostic] in
      // A criterion that cannot be understood is told where the book is made.
      guard let logic = try? criterion.logic() else { return [] }
      return criterion.examples.compactMap { finding($0, of: criterion, logic, on: day) }
    }
  }

  private static func finding(
    _ example: Criterion.Example, of criterion: Criterion, _ logic: any CriterionLogic, on day: Day
  ) -> Diagnostic? {
    guard let subject = Subject(example.facts) else {
      return Diagnostic(
        .error, id: "unreadable-example", at: example.place,
        Message("an example of '\(criterion.id)' states a fact or a value that is not known"))
    }
    let outcome = logic.judge(subject, on: example.facts["asOf"].flatMap { Day($0) } ?? day).outcome
    guard outcome != example.outcome else { return nil }
    return Diagnostic(
      .error, id: "example-fails", at: example.place,
      Message(
        "criterion '\(criterion.id)' answers \(outcome.rawValue) where its example says \(example.outcome.rawValue)"
      )
    )
  }
}
