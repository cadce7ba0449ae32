import ParapetBudgeting

extension English {
  func label(_ label: Label) -> String {
    switch label {
    case .shortlist: "Shortlist"
    case .opportunities: "Opportunities"
    case .skipToContent: "Skip to the content"
    case .notes: "Notes"
    case .country: "Country"
    case .region: "Region (NUTS)"
    case .population: "Population"
    case .applicant: "Applicant"
    case .regionCategory: "Category of region"
    case .vat: "Value added tax"
    case .partners: "Partners"
    case .none: "none"
    case .cost: "Cost, net"
    case .measures: "Measures"
    case .component: "Component"
    case .site: "Site"
    case .period: "Period"
    case .priority: "Priority"
    case .rank: "Rank"
    case .opportunity: "Opportunity"
    case .title: "Title"
    case .verdict: "Verdict"
    case .status: "Status"
    case .fit: "Fit"
    case .deadline: "Deadline"
    case .grant: "Grant"
    case .ownContribution: "Own"
    case .reference: "Reference"
    case .level: "Level"
    case .programme: "Programme"
    case .opening: "Opening"
    case .minimumGrant: "Smallest grant"
    case .maximumGrant: "Largest grant"
    case .instrument: "Instrument"
    case .deadlineModel: "Deadlines"
    case .management: "Management"
    case .eligibleCost: "Eligible cost"
    case .confidence: "Criteria decided"
    case .conditions: "Good to know"
    case .cadence: "When calls come"
    case .whereToApply: "Where to apply"
    case .documents: "Documents"
    case .requirements: "Requirements"
    case .allOf: "All of:"
    case .anyOf: "At least one of:"
    case .notThis: "Not:"
    case .amounts: "Amounts and rules"
    case .legalBases: "Legal bases"
    case .versions: "Versions"
    case .readOn: "Read on"
    case .dialect: "Dialect"
    case .source: "Source"
    case .ingest: "Records read"
    case .created: "New"
    case .changed: "Changed"
    case .unchanged: "Unchanged"
    case .missing: "Missing"
    case .rejected: "Rejected"
    case .total: "Total"
    case .check: "Check"
    case .findings: "Findings"
    case .statistics: "Statistics"
    case .subject: "What"
    case .number: "No."
    case .instruments: "Instruments"
    case .calls: "Calls and topics"
    case .criteria: "Criteria"
    case .withoutSource: "Criteria without source"
    case .withoutExamples: "Criteria without example"
    case .budgetByHeading: "Budget by heading"
    case .costLines: "Costs one by one"
    case .because: "Why each figure is what it is"
    case .bounds: "Ceilings and floors"
    case .bound: "Bound"
    case .limit: "Limit"
    case .applied: "Effect"
    case .yes: "yes"
    case .no: "no"
    case .items: "Items"
    case .totalCost: "Total cost"
    case .notKnown: "not known"
    case .heading: "Heading"
    case .byPayer: "By payer"
    case .supportStatement: "Statement of other support for the same costs"
    case .supportSource: "Source"
    case .supportKind: "Money of"
    case .supportState: "State"
    case .supportAmount: "Amount"
    case .item: "Item"
    case .yearOfCost: "Year"
    case .workPackage: "Work package"
    case .quantity: "Quantity"
    case .unit: "Unit"
    case .unitCost: "Unit cost"
    case .wholeEuro: "In whole euro"
    case .wholeEuroRest: "Left by whole euro"
    case .layout: "Layout"
    case .tieOut: "The same costs in every layout"
    case .netCost: "Net cost"
    case .usefulLife: "Useful life in months"
    case .monthsInAction: "Months in the action"
    case .shareOfUse: "Share of use"
    case .payer: "Payer"
    case .rate: "Rate"
    case .description: "Description"
    case .indirectCosts: "Indirect costs"
    case .reasons: "Criteria"
    case .stated: "Found"
    case .questions: "Questions that would decide"
    case .facts: "Facts that criteria ask for"
    case .fixes: "What would clear the way"
    case .unlocks: "Single changes that open most"
    case .change: "Change"
    case .openedItems: "For items"
    case .opened: "Opens"
    case .worth: "Grant"
    case .blockedItems: "Items that nothing can pay for"
    case .power: "In whose hands"
    case .assumptions: "Assumptions"
    case .differences: "Sources that disagree"
    case .ourFile: "our file"
    case .feed: "feed"
    case .page: "Page"
    case .notStated: "not stated"
    case .notUnderstood: "stated, and not understood"
    case .over: "over"
    case .whatItPays: "What it pays for"
    case .madeFor: "Made for"
    case .canPayFor: "Can pay for, under conditions"
    case .doesNotPayFor: "Does not pay for"
    case .whoCanApply: "Who can apply"
    case .whereItPays: "Where"
    case .howMuch: "How much"
    case .envelope: "Whole budget"
    case .untilWhen: "Until when"
    case .nextCall: "Next call"
    case .howCostsCount: "How costs count"
    case .howSure: "How sure this is"
    case .exactRequirements: "Requirements, exactly as they are judged"
    case .changes: "Changes"
    case .before: "Before"
    case .after: "After"
    case .exchangeRate: "Rate of exchange"
    case .precedents: "Who was funded before"
    case .project: "Grant agreement"
    case .scheme: "Funding scheme"
    case .smallEnterprise: "small or medium-sized enterprise"
    case .book: "Instrument book"
    case .matrix: "Measures and instruments"
    case .legend: "Legend"
    case .core: "core"
    case .possible: "possible"
    case .unknown: "unknown"
    case .measure: "Measure"
    case .departures: "Where it departs from the usual reading"
    case .usually: "Usual reading"
    case .byMeasure: "By measure"
    case .proposals: "Proposals for 2028–2034"
    }
  }

  func note(_ note: Note) -> String {
    switch note {
    case .made(let asOf, let knownOn, let program):
      return "As of \(asOf)" + (knownOn.map { ", with what was known on \($0)" } ?? "")
        + ". Parapet \(program)."
    case .catalogueMissing:
      return "No feed was ever read: there is no catalogue, only the calls of the data folder."
    case .catalogueEmpty: return "No feed was read yet: the catalogue is empty."
    case .feedRead(let feed, let day, let days):
      switch days {
      case nil: return "\(feed) on \(day)"
      case 0: return "\(feed) on \(day), the same day"
      case 1: return "\(feed) on \(day), one day before"
      case .some(let days): return "\(feed) on \(day), \(number(days)) days before"
      }
    case .feedsRead(let list): return "Feeds last read: \(list)."
    case .counts(let eligible, let undecided, let ineligible):
      return "\(number(eligible)) eligible, \(number(undecided)) undecided, \(number(ineligible)) ineligible."
    case .undecidedMeaning:
      return
        "Undecided means that a fact is missing or a rule is unverified. It promises nothing: answer the questions "
        + "before you rely on it."
    case .fitMeaning:
      return "Fit (0 to 100) orders what may be applied for. It is no probability of winning."
    case .grantMeaning:
      return
        "Grants are estimates from the stated costs, rates and limits. Own is what is left for the city and its "
        + "partners to pay."
    case .timeAssumed:
      return "A deadline stated as a day only is judged at 17:00 in Brussels."
    case .nothingListed:
      return
        "Nothing that is open or announced is listed for this. Ask for everything to see what is closed, ruled out or "
        + "for other work."
    case .unverifiedRule(let grade):
      return "Unverified rule (\(grade)): it lowers the rank and excludes nobody."
    case .alternative: return "This is one of several ways; it does not exclude by itself."
    case .criteriaMet(let met, let all):
      return met == all
        ? (all == 1 ? "The criterion is met." : "All \(number(all)) criteria are met.")
        : "The requirements are met (\(number(met)) of \(number(all)) criteria)."
    case .notMet(let names): return "Not met: \(and(names))."
    case .openQuestions(let names): return "To be clarified: \(and(names))."
    case .unverifiedRules(let names):
      return (names.count == 1 ? "Unverified rule not met: " : "Unverified rules not met: ") + and(names)
        + "."
    case .noCall: return "No call is published: ask whoever manages the programme."
    case .cap(let rate, let cap): return "Up to \(percent(rate)), cap of the \(word(cap))."
    case .changesCounted(let red, let amber, let grey, let since):
      return "\(number(red)) red, \(number(amber)) amber, \(number(grey)) grey"
        + (since.map { " since \(date($0))." } ?? ".")
    case .listed(let number): return count(number, "opportunity", "opportunities") + "."
    case .replaces(let id): return "Replaces \(id)."
    case .unmodified(let source, let day): return "\(source) is what it was when it was read on \(day)."
    case .findings(let errors, let warnings):
      return count(errors, "error", "errors") + ", " + count(warnings, "warning", "warnings") + "."
    case .grantUnknown: return "No source states the rate, so neither the grant nor the own share is known."
    case .formerCategory(let category): return "a \(category) in 2014–2020"
    case .belowAverageProduct(let isBelow):
      return "product per head \(isBelow ? "below" : "not below") the average of the Union"
    case .expectedNotPublished: return "Expected, not published."
    case .nothingExpected: return "Nothing is known of the next call."
    case .nothingSays: return "No criterion in force speaks of it, so nothing is claimed."
    case .gradeMeaning:
      return
        "Only the law, an official page and the call’s own document can exclude anybody. Check the rest before you "
        + "rely on it."
    case .envelope(let amount, let year):
      return "The whole budget is \(amount)" + (year.map { " for \($0)." } ?? ".")
    case .matrixMeaning:
      return
        "Core: the instrument exists for the measure. Possible: it can pay under conditions. No: an exclusion, or a "
        + "list that leaves the measure out. Unknown: no source read so far says. Beside each answer stands how sure "
        + "it is, with its source."
    case .departureMeaning(let cells, let all):
      return
        "The usual reading is a table of ours, made from experience before the law was read provision by provision. "
        + "The files say otherwise in \(number(cells)) of \(count(all, "cell", "cells"))."
    case .proposalMeaning:
      return "These are proposals, not law: nothing is matched with them, and figures may change."
    case .bookSize(let instruments, let measures):
      return count(instruments, "instrument", "instruments") + ", " + count(measures, "measure", "measures")
        + "."
    case .funded(let count, let paid):
      return
        "\(self.count(count, "project was", "projects were")) funded here"
        + (paid.map { ", with \($0) of the Union in all." } ?? ".")
    case .participants(let participants, let countries):
      return count(participants, "organisation", "organisations")
        + (countries > 0 ? " of " + count(countries, "country", "countries") : "")
    case .leftEarly: return "left before the end"
    case .noOtherSupport: return "The portfolio names no other support for these costs (support.csv)."
    case .noCostTwice:
      return
        "No cost is paid twice: all support together stays within the eligible cost of each item, and every "
        + "other application for the same work is declared (Regulation (EU, Euratom) 2024/2509, Art. 194)."
    case .unionSupports(let items):
      return
        "The Union supports \(and(items.map { quoted($0) })) already or is asked to: only costs that it does not pay "
        + "may be claimed here, unless both grants allow it."
    case .titleOfBudget(let city, let opportunity): return "Budget of \(city) for \(opportunity)"
    case .titleOfShortlist(let city): return "Shortlist for \(city)"
    }
  }
}
