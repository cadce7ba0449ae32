import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension Offer {
  /// What tells it from all others, in the order of identifiers.
  var key: String { opportunity.identifier + "\u{1}" + (opportunity.reference ?? "") }

  /// Its terms without ceilings and floors, which hold for an application and not for each item in it.
  var termsWithoutBounds: FundingTerms {
    var terms = terms
    terms.funding.minimumGrant = nil
    terms.funding.maximumGrant = nil
    if holdsSeveralItems, let table = terms.funding.lumpSums {
      terms.funding.lumpSums = nil
      if terms.funding.rates.isEmpty {
        terms.funding.rates = [FundingRate(id: "lump-sum", maximum: .whole, citation: table.citation)]
      }
    }
    return terms
  }

  /// Whether an application may be for several items; where their number or size decides the sum, it is for one.
  var holdsSeveralItems: Bool { funding.lumpSums?.value.selector ?? .choice == .choice }

  /// Whether it takes one application of a city alone: a call does, and what partners must apply for together.
  ///
  /// An authority of shared management selects operations one by one (Regulation (EU) 2021/1060, Art. 2(4) and 73): it is sent
  /// an application for each project, unless the money of a call is stated, which holds for all of them.
  var takesOneApplication: Bool { management != .shared || asksForPartners || terms.callBudget != nil }

  /// The lump sums that applicants choose from, the smallest first, none where the grant follows the costs.
  var sumsToChoose: [Int64] {
    guard let table = funding.lumpSums?.value, table.selector == .choice,
      table.lowest.currency == funding.currency
    else { return [] }
    return table.steps.map(\.amount.minorUnits)
  }

  /// The smallest grant; one of a weak source is used too, as an assumption that is told.
  var floor: Money? {
    funding.minimumGrant.flatMap { $0.value.currency == funding.currency ? $0.value : nil }
  }

  /// The most that an application can get: the largest grant, or all that the topic or call has.
  var ceiling: (kind: Bound.Kind, limit: Money)? {
    let maximum = funding.maximumGrant.flatMap { $0.value.currency == funding.currency ? $0.value : nil }
    let whole = terms.callBudget
    switch (maximum, whole) {
    case (nil, nil): return nil
    case (let maximum?, nil): return (.maximumGrant, maximum)
    case (nil, let whole?): return (.callBudget, whole)
    case (let maximum?, let whole?):
      return whole.minorUnits < maximum.minorUnits ? (.callBudget, whole) : (.maximumGrant, maximum)
    }
  }

  /// Its terms with the bounds that are in the currency of its grants; another's bound nothing.
  var termsOfApplication: FundingTerms {
    var terms = terms
    terms.funding.minimumGrant = terms.funding.minimumGrant.flatMap {
      $0.value.currency == funding.currency ? $0 : nil
    }
    terms.funding.maximumGrant = terms.funding.maximumGrant.flatMap {
      $0.value.currency == funding.currency ? $0 : nil
    }
    return terms
  }
}
