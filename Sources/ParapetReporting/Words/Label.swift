import ParapetBudgeting
public import ParapetModel

/// A heading, or the name of a column or fact.
public enum Label: String, Hashable, Sendable, CaseIterable {
  case shortlist, opportunities, skipToContent, notes, none, notStated, notUnderstood, over
  case country, region, population, applicant, regionCategory, vat, partners
  case cost, measures, component, site, period, priority
  case rank, opportunity, title, verdict, status, fit, deadline, grant, ownContribution
  case reference, level, programme, opening, minimumGrant, maximumGrant, instrument, deadlineModel, management
  case eligibleCost, confidence, conditions, cadence, whereToApply, documents, requirements, allOf, anyOf
  case notThis, amounts, legalBases, versions, readOn, dialect, source
  case ingest, created, changed, unchanged, missing, rejected, total
  case check, facts, findings, statistics, subject, number, instruments, calls, criteria, withoutSource,
    withoutExamples
  case budgetByHeading, costLines, because, bounds, bound, limit, applied, yes, no, items, totalCost, notKnown
  case heading, byPayer, payer, rate, description, indirectCosts
  case reasons, stated, questions, assumptions, differences, ourFile, feed, page
  case whatItPays, madeFor, canPayFor, doesNotPayFor, whoCanApply, whereItPays, howMuch, envelope, untilWhen
  case nextCall, howCostsCount, howSure, exactRequirements
  case fixes, unlocks, change, openedItems, opened, worth, blockedItems, power
  case changes, before, after
  case item, yearOfCost, workPackage, quantity, unit, unitCost, wholeEuro, wholeEuroRest, layout, tieOut,
    netCost,
    usefulLife, monthsInAction, shareOfUse
  case supportStatement, supportSource, supportKind, supportState, supportAmount
  case exchangeRate, precedents, project, scheme, smallEnterprise
  case book, matrix, legend, core, possible, unknown, measure, departures, usually, byMeasure, proposals
}

/// A remark to the reader, with the figures that it needs.
public enum Note: Hashable, Sendable {
  /// What the day, the knowledge and the program were.
  case made(asOf: String, knownOn: String?, program: String)
  /// That there is no catalogue, so that calls of our own files are all there is.
  case catalogueMissing
  /// That nothing was read into the catalogue yet.
  case catalogueEmpty
  /// When a feed was last read, and how many days before the day judged.
  case feedRead(String, on: String, daysBefore: Int?)
  /// When the feeds were last read.
  case feedsRead(String)
  /// How many of each verdict follow.
  case counts(eligible: Int, undecided: Int, ineligible: Int)
  /// What undecided means.
  case undecidedMeaning
  /// What the fit is and is not.
  case fitMeaning
  /// What the estimated grant is.
  case grantMeaning
  /// That a deadline without a time is judged at five in the afternoon.
  case timeAssumed
  /// That nothing is listed for an item.
  case nothingListed
  /// That a failed rule has no authority to exclude.
  case unverifiedRule(grade: String)
  /// That a failed rule is one of several ways.
  case alternative
  /// How many criteria are met.
  case criteriaMet(met: Int, of: Int)
  /// That requirements are not met.
  case notMet([String])
  /// That answers are missing.
  case openQuestions([String])
  /// That unverified rules are not met.
  case unverifiedRules([String])
  /// That a call is missing.
  case noCall
  /// That a rate caps a priority or a programme and promises a project nothing.
  case cap(Rate, of: FundingRate.Cap)
  /// How many changes of each severity follow, since a day where one was asked for.
  case changesCounted(red: Int, amber: Int, grey: Int, since: Day?)
  /// How many are listed.
  case listed(Int)
  /// That an inherited criterion is replaced.
  case replaces(String)
  /// That a source is what it was when it was last read.
  case unmodified(source: String, since: String)
  /// How much a check found.
  case findings(errors: Int, warnings: Int)
  /// That no grant can be computed.
  case grantUnknown
  /// That the same region had another category before.
  case formerCategory(String)
  /// That the region's product per head lies below the Union's average, or does not.
  case belowAverageProduct(Bool)
  /// That a call is expected from experience and published nowhere.
  case expectedNotPublished
  /// That nothing says when the next call comes.
  case nothingExpected
  /// That no criterion in force speaks of a measure.
  case nothingSays
  /// How the grades weigh.
  case gradeMeaning
  /// Whose whole budget an amount is, and of which year.
  case envelope(amount: String, year: Int?)
  /// What the words in the cells of the matrix mean.
  case matrixMeaning
  /// That the usual reading is an inference, and where the files depart from it.
  case departureMeaning(cells: Int, of: Int)
  /// That proposals are no law and never match.
  case proposalMeaning
  /// How many instruments and measures a book has.
  case bookSize(instruments: Int, measures: Int)
  /// How many projects were funded, and with how much in all where that is known.
  case funded(count: Int, paid: String?)
  /// How many organisations of how many countries took part.
  case participants(Int, countries: Int)
  /// That an organisation left before the end.
  case leftEarly
  /// That the portfolio names no other support.
  case noOtherSupport
  /// That no cost is paid twice, and what that means for this grant.
  case noCostTwice
  /// That the Union itself supports an item already.
  case unionSupports(items: [String])
  /// The title of a budget.
  case titleOfBudget(city: String, opportunity: String)
  /// The title of a page of a city.
  case titleOfShortlist(city: String)
}
