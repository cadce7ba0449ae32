import ParapetModel

extension Criterion {
  /// What the criterion means; throws where its kind or its parameters cannot be understood.
  func logic() throws(CriterionFault) -> any CriterionLogic {
    guard let kind = CriterionKind(rawValue: kind), kind.form != .derived else {
      let near = Diagnostic.nearest(to: kind, among: CriterionKind.written.map(\.rawValue))
      throw CriterionFault(
        message: "unknown kind of criterion '\(self.kind)'",
        suggestion: near.map { "did you mean '\($0)'?" })
    }
    switch kind.form {
    case .list(let fact, let attribute):
      return try ListKind(kind, of: fact, attribute: attribute, parameters)
    case .range(let fact, let attribute):
      return try RangeKind(kind, of: fact, attribute: attribute, parameters)
    case .truth(let fact): return try TruthKind(kind, of: fact, parameters)
    case .own(.territory): return try TerritoryKind(parameters)
    case .own(.measure): return try MeasureKind(parameters)
    case .own(.consortium): return try ConsortiumKind(parameters)
    case .own(.duration): return try DurationKind(parameters)
    case .own(.completion): return try CompletionKind(parameters)
    case .own(.coordinator): return try CoordinatorKind(parameters)
    case .own(.previousAward): return try PreviousAwardKind(parameters)
    case .own(.partnerShare): return try PartnerShareKind(parameters)
    case .own(.excludedPurpose): return try ExcludedPurposeKind(parameters)
    case .own(.costHeading): return try CostHeadingKind(parameters)
    case .own(.members): return try MembersKind(parameters)
    case .own(.seats): return try SeatsKind(kind, parameters)
    case .own(.control): return try ControlKind(parameters)
    case .own(.everyone): return try EveryoneKind(kind, parameters)
    case .own(.sentence): return try SentenceKind(parameters)
    case .own(.equalityPlan): return try EqualityPlanKind(parameters)
    case .derived: throw CriterionFault(message: "'\(kind.rawValue)' follows from dates and amounts")
    }
  }
}
