public import ParapetBudgeting
import ParapetCatalogue
import ParapetFeeds
public import ParapetMatching
import ParapetModel
public import ParapetReporting

// What each answer is in words.
extension CityLists {
  /// The report of some of the lists.
  public func report(of lists: [Shortlist], _ wording: Wording) -> ShortlistReport {
    // Of a thousand lists made one by one, what could not be read is gathered once, by who asks for them.
    ShortlistReport(
      lists, words: wording.words,
      edition: wording.edition.gaps == nil ? wording.edition.about(cities) : wording.edition,
      identifiers: identifiers,
      ofNearMisses: question.nearMisses)
  }
}

extension CityLists {
  /// Writes the rows of city after city as they are made, so that a thousand take no more memory than a few; whether
  /// there was any.
  public func writeRows(
    as profile: CSVProfile, _ wording: Wording, _ write: ([UInt8]) throws -> Void
  ) throws -> Bool {
    let writer = CSVWriter(profile, words: wording.words)
    var isEmpty = true
    try write(writer.head(of: report(of: [], wording).wholeTable))
    try forEach {
      writer.rows(of: report(of: [$0], wording).wholeTable)
    } _: { rows in
      guard !rows.isEmpty else { return }
      isEmpty = false
      try write(rows)
    }
    return !isEmpty
  }
}

extension Explanation {
  /// The page of the pair.
  public func report(_ wording: Wording) -> ExplainReport {
    ExplainReport(
      match, of: item, in: city, precedents: precedents, placement: placement, words: wording.words,
      edition: wording.edition.about([city], items: [item.id]))
  }
}

extension CitySensitivity {
  /// The page of the city.
  public func report(_ wording: Wording) -> SensitivityReport {
    SensitivityReport(
      sensitivity, words: wording.words, edition: wording.edition.about([sensitivity.portfolio]),
      identifiers: Identifiers(among: offers.lazy.map(\.opportunity)))
  }
}

extension ApplicationBudget {
  /// The budget in a layout.
  public func report(layout: BudgetLayout = .euGrant, _ wording: Wording) -> BudgetReport {
    BudgetReport(
      budget, items: items, of: city, for: offer, layout: layout, words: wording.words,
      edition: wording.edition.about([city], items: items.map(\.id)))
  }
}

extension CityPlan {
  /// The plan with what stands beside it.
  public func report(_ wording: Wording) -> PlanReport {
    PlanReport(
      study, for: city, assumesUndecided: assumesUndecided, words: wording.words,
      edition: wording.edition.about([city]))
  }
}

extension OpportunityList {
  /// The list.
  public func report(_ wording: Wording) -> ListReport {
    ListReport(offers, words: wording.words, edition: wording.edition)
  }
}

extension OpportunityRecord {
  /// The page of the opportunity.
  ///
  /// - Parameter listingPrecedents: whether the rows for machines are the participants of projects funded under it.
  public func report(listingPrecedents: Bool = false, _ wording: Wording) -> ShowReport {
    ShowReport(
      offer, precedents: precedents, versions: versions, listingPrecedents: listingPrecedents,
      words: wording.words, edition: wording.edition)
  }
}

extension CatalogueChanges {
  /// The changes by severity.
  public func report(_ wording: Wording) -> ChangesReport {
    var report = ChangesReport(
      changes, since: since, identifiers: Identifiers(among: namesakes), words: wording.words,
      edition: cities.isEmpty ? wording.edition : wording.edition.about(cities))
    report.answers = answers
    return report
  }
}

extension InstrumentOverview {
  /// The instrument book.
  public func report(_ wording: Wording) -> BookReport {
    BookReport(
      matrix, instruments: instruments, expectations: expectations, proposals: proposals,
      words: wording.words, edition: wording.edition)
  }
}

extension InputFindings {
  /// The findings.
  ///
  /// - Parameter withStatistics: whether it is told how well the data folder is sourced.
  public func report(withStatistics: Bool = false, _ wording: Wording) -> CheckReport {
    CheckReport(
      findings, statistics: withStatistics ? CheckStatistics(opportunities) : nil, words: wording.words,
      edition: wording.edition)
  }
}

extension Wording {
  /// The facts that criteria ask for.
  public var facts: FactsReport { FactsReport(words: words, edition: edition) }
}

extension Ingestion {
  /// What became of the sources.
  public func report(_ wording: Wording) -> IngestReport {
    IngestReport(outcomes, words: wording.words, edition: wording.edition)
  }
}

extension DocumentAnswer {
  /// What the document says, clause by clause.
  public func report(_ wording: Wording) -> ReadingReport {
    ReadingReport(
      readings, differences: differences, findings: findings, isKnown: isKnown, words: wording.words,
      edition: wording.edition)
  }
}
