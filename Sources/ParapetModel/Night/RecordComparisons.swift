/// What the records of two nights say differently, found once for all cities that list them.
public struct RecordComparisons: Sendable {
  private var known: [String: [FieldChange]] = [:]

  /// Nothing compared yet.
  public init() {}

  /// The fields that changed in a record, which is known by its name.
  mutating func fields(from before: KeptOffer, to after: KeptOffer, readOn day: Day) -> [FieldChange] {
    if let fields = known[after.name] { return fields }
    let fields =
      before.opportunity == after.opportunity
      ? [] : after.opportunity.changes(from: before.opportunity, readOn: day)
    known[after.name] = fields
    return fields
  }
}
