import ParapetModel

/// One way to apply to a topic, decoded from the JSON text inside the field `actions`.
struct SEDIAAction: Decodable {
  /// A type of action, which some files write as a bare text.
  struct Kind: Decodable {
    var typeOfAction: LenientText?

    private enum CodingKeys: CodingKey {
      case typeOfAction
    }

    init(from decoder: any Decoder) throws {
      if let container = try? decoder.container(keyedBy: CodingKeys.self) {
        typeOfAction = try container.decodeIfPresent(LenientText.self, forKey: .typeOfAction)
      } else {
        typeOfAction = try LenientText(from: decoder)
      }
    }
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

    /// The amounts by year, as they are written.
    var amounts: [String: String] { (budgetYearMap ?? [:]).compactMapValues(\.text) }

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

  /// Whether every row of a topic has a twin of another topic with the very same amounts, beside it in the map.
  ///
  /// So it looks where topics share a pot (all eleven topics of a defence call of 2026 state the call's 422
  /// million), and also where a call has two topics of equal size: the map does not tell them apart.
  func sharedRows(of identifier: String) -> Bool {
    let prefix = identifier.lowercased() + " "
    let isOwn = { (row: Row) in (row.action?.text ?? "").lowercased().hasPrefix(prefix) }
    for rows in (budgetTopicActionMap ?? [:]).values where rows.contains(where: isOwn) {
      let others = Set(rows.filter { !isOwn($0) }.map(\.amounts))
      if rows.filter(isOwn).contains(where: { !others.contains($0.amounts) }) { return false }
    }
    return !rows(of: identifier).isEmpty
  }
}
