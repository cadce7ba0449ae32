import ParapetModel

extension SEDIAOpportunity {
  /// Reads the opening day, the deadlines and how they are meant.
  mutating func readDates(
    into opportunity: inout Opportunity, actions: [SEDIAAction], rows: [SEDIABudget.Row]
  ) {
    let openings =
      hit.values("startDate").map { ($0, "startDate") }
      + actions.compactMap { $0.plannedOpeningDate?.text }.map { ($0, "actions") }
      + rows.compactMap { $0.plannedOpeningDate?.text }.map { ($0, "budgetOverview") }
    for (text, field) in openings where opportunity.openingDate == nil {
      opportunity.openingDate = date(text, field, of: "openingDate")?.day
    }
    let closings =
      hit.values("deadlineDate").map { ($0, "deadlineDate") }
      + actions.flatMap { $0.deadlineDates?.values ?? [] }.map { ($0, "actions") }
      + rows.flatMap { $0.deadlineDates?.values ?? [] }.map { ($0, "budgetOverview") }
    var deadlines: [Day: Deadline] = [:]
    for (text, field) in closings {
      guard let deadline = date(text, field, of: "deadline") else { continue }
      let known = deadlines[deadline.day]
      // Of two times on one day the earlier is the safe one; a day alone says nothing against a time.
      if let time = known?.time, time <= deadline.time ?? "24:00" { continue }
      deadlines[deadline.day] = deadline
    }
    opportunity.deadlines = deadlines.values.sorted()
    opportunity.publicationDate = hit.value("publicationDate").flatMap {
      date($0, "publicationDate", of: "publicationDate")?.day
    }
    opportunity.deadlineModel = model(of: opportunity.identifier, actions: actions, rows: rows)
    if opportunity.deadlineModel == .twoStage, opportunity.deadlines.count == 2 {
      opportunity.deadlines[0].stage = 1
      opportunity.deadlines[1].stage = 2
    }
  }

  /// The date in a field, which states a fact of an opportunity.
  private mutating func date(_ text: String, _ field: String, of fact: String) -> Deadline? {
    switch FeedDate(text) {
    case .day(let deadline): return deadline
    case .sentinel:
      remark("implausible-date", field, .implausibleDate(text))
    case .unreadable where text.lowercased() != "none":
      unread.insert(fact)
      remark("unreadable-date", field, .noDateLeftOut(text))
    case .unreadable: break
    }
    return nil
  }

  private func model(
    of identifier: String, actions: [SEDIAAction], rows: [SEDIABudget.Row]
  ) -> DeadlineModel? {
    let stated = [hit.value("deadlineModel")] + rows.map { $0.deadlineModel?.text }
    for case let text? in stated {
      // "multiple cut-off" in the index, with a hyphen everywhere else.
      let name = text.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: "-")
      if let model = DeadlineModel(rawValue: name) { return model }
    }
    for case let procedure? in actions.map({ $0.submissionProcedure?.id?.text })
      + [hit.value("submissionProcedure")]
    {
      if let model = Self.procedures[procedure] { return model }
    }
    let names = [identifier, hit.value("callIdentifier") ?? ""]
    return names.contains { $0.lowercased().contains("-two-stage") } ? .twoStage : nil
  }

  private static let procedures: [String: DeadlineModel] = [
    "31094504": .singleStage, "31094505": .twoStage,
  ]
}
