import ParapetModel

extension SEDIAOpportunity {
  /// Reads what is available, the smallest and largest grant and how many are expected.
  ///
  /// Rows are in euro. A topic with several types of action has a row for each: its limits are the widest of
  /// them, and its count of grants is their sum where each states one. Where topics compete for one pot, each
  /// repeats the whole of it, and then nobody says whose the amount is.
  mutating func readMoney(
    into opportunity: inout Opportunity, rows: [SEDIABudget.Row], sharedRows: Bool
  ) {
    let citation = Citation(grade: .call, source: opportunity.landingPage ?? "none")
    let sizes = sizeCitation(of: opportunity)
    var minima: [Money] = []
    var maxima: [Money] = []
    for row in rows {
      for (year, text) in (row.budgetYearMap ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let amount = amount(text.text, "budgetOverview", of: "totalAmountAvailable") else { continue }
        opportunity.funding.available.append(
          AvailableAmount(
            amount: amount, year: budgetYear(year), scope: sharedRows ? nil : .topic, citation: citation))
      }
      if let amount = amount(row.minContribution?.text, "budgetOverview", of: "minAwardAmount") {
        minima.append(amount)
      }
      if let amount = amount(row.maxContribution?.text, "budgetOverview", of: "maxAwardAmount") {
        maxima.append(amount)
      }
    }
    opportunity.funding.minimumGrant = minima.min(by: isSmaller).map { Cited($0, sizes) }
    opportunity.funding.maximumGrant = maxima.max(by: isSmaller).map { Cited($0, sizes) }
    let counts = rows.map { SEDIAAmount.count($0.expectedGrants?.text) }
    if !counts.isEmpty, !counts.contains(nil) {
      opportunity.funding.expectedGrants = Cited(counts.compactMap(\.self).reduce(0, +), citation)
    }
    if rows.isEmpty { readPlainBudget(into: &opportunity, citation) }
  }

  /// The limits of a grant as a source: the call's own, except in the research programmes.
  ///
  /// Their work programmes give an estimate of what one consortium would need and say that other amounts may be
  /// asked for, so it can lower a rank and never exclude.
  private func sizeCitation(of opportunity: Opportunity) -> Citation {
    let source = opportunity.landingPage ?? "none"
    guard ["HORIZONEU", "EURATOM_21_27"].contains(opportunity.programme?.code) else {
      return Citation(grade: .call, source: source)
    }
    return Citation(
      grade: .inferred, source: source, why: "the work programme's estimate for one project, not a limit")
  }

  /// Reads the budget of a record that has none by topic; its currency is then that of the opportunity.
  private mutating func readPlainBudget(into opportunity: inout Opportunity, _ citation: Citation) {
    guard let text = hit.value("budget") else { return }
    let currency = text.contains(where: \.isLetter) ? "" : hit.value("currency") ?? ""
    guard let amount = amount(text + currency, "budget", of: "totalAmountAvailable", inEuro: false) else {
      return
    }
    opportunity.funding.currency = amount.currency
    opportunity.funding.available = [
      AvailableAmount(amount: amount, year: nil, scope: nil, citation: citation)
    ]
  }

  private mutating func amount(
    _ text: String?, _ field: String, of fact: String, inEuro: Bool = true
  ) -> Money? {
    switch SEDIAAmount.read(text) {
    case .amount(let money) where !inEuro || money.currency == .euro: return money
    case .notStated: return nil
    case .amount, .unreadable:
      unread.insert(fact)
      remark("unreadable-amount", field, .noAmountUnderstood(text ?? ""))
      return nil
    }
  }

  private func budgetYear(_ text: String) -> Int? {
    Int(text).flatMap { FeedDate.years.contains($0) ? $0 : nil }
  }

  private func isSmaller(_ left: Money, _ right: Money) -> Bool { left.minorUnits < right.minorUnits }
}

extension Message {
  fileprivate static func noAmountUnderstood(_ text: String) -> Message {
    Message(
      en: "'\(text)' is no amount that is understood, and is left out",
      fr: "« \(text) » n’est pas un montant qui se comprenne, et n’est pas repris")
  }
}
