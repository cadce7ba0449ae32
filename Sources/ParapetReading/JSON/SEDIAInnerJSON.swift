/// One way to apply to a topic, decoded from the JSON text inside the field `actions`.
struct SEDIAAction: Decodable {
  struct Kind: Decodable {
    var typeOfAction: LenientText?
  }

  struct Code: Decodable {
    var id: LenientText?
  }

  var types: [Kind]?
  var status: Code?
  var plannedOpeningDate: LenientText?
  var submissionProcedure: Code?
  var deadlineDates: LenientList?
}

/// The budget of a whole call, decoded from the JSON text inside the field `budgetOverview`.
struct SEDIABudget: Decodable {
  struct Row: Decodable {
    var action: LenientText?
    var expectedGrants: LenientText?
    var minContribution: LenientText?
    var maxContribution: LenientText?
    var budgetYearMap: [String: LenientText]?
    var plannedOpeningDate: LenientText?
    var deadlineModel: LenientText?
    var deadlineDates: LenientList?

    /// The type of action, which stands behind the topic's identifier and a dash.
    var typeOfAction: String? {
      guard let text = action?.text, let dash = text.firstRange(of: " - ") else { return nil }
      return String(text[dash.upperBound...]).stated
    }
  }

  var budgetTopicActionMap: [String: [Row]]?

  /// The rows of one topic: those whose action begins with its identifier and a space, in any case.
  ///
  /// The map lists every topic of the call under numbers of its own; the order of those is kept.
  func rows(of identifier: String) -> [Row] {
    let prefix = Array((identifier + " ").lowercased().utf8)
    return (budgetTopicActionMap ?? [:]).sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
      .flatMap(\.value)
      .filter { ($0.action?.text ?? "").lowercased().utf8.starts(with: prefix) }
  }
}
