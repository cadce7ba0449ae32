/// What a figure rests on without being sure, and how sure it is.
public struct Assumption: Hashable, Sendable {
  /// What was assumed.
  public enum What: Hashable, Sendable {
    /// An item whose cost is unknown is not in the budget.
    case costUnknown(item: String)
    /// A cost of an item without heading falls under this one.
    case heading(item: String, CostCategory)
    /// Value added tax of an unknown amount is left out.
    case vatAmountUnknown(item: String)
    /// A payer whose recovery of tax is unknown bears the tax, and it is not eligible.
    case vatStatusUnknown(partner: String?)
    /// A payer of an unknown kind acts as a public authority, so that its tax is not eligible.
    case applicantUnknown(partner: String?)
    /// The operation's total with tax is unknown, so that tax counts only where it is not recovered.
    case operationTotalUnknown
    /// A rule is not stated, and the cautious reading was taken: the cost does not count, or counts by its loss of
    /// value.
    case ruleNotStated(Figure)
    /// Equipment lives so many months and is used for the action alone.
    case usefulLife(months: Int)
    /// Equipment of an item, whose life is stated and whose share of use is not, is used for the action alone.
    case wholeUse(item: String)
    /// Equipment of an item, whose share of use is stated and whose life is not, lives so many months.
    case lifeAlone(item: String, months: Int)
    /// Equipment of an item whose duration is unknown counts for nothing; start and end would decide.
    case durationUnknown(item: String)
    /// No rate is stated for a payer, so that the grant is unknown.
    case rateNotStated(partner: String?)
    /// A fact about a payer is unknown, and this rate is the lowest that could apply.
    case lowestRate(partner: String?, id: String)
    /// A payer's rate caps a priority or a whole programme; what the project gets is its authority's word.
    case cap(FundingRate.Cap, partner: String?, id: String)
    /// The grant does not follow the costs in this form; the budget is an estimate.
    case form(GrantForm)
    /// The applicants choose a lump sum, and this is the largest that the costs bear.
    case lumpSumChosen(Money)
    /// What decides a lump sum is not stated, and this is the smallest.
    case lumpSumOpen(Money)
    /// An operation of so little is paid by flat rates, unit costs or lump sums alone, and not by actual costs.
    case simplifiedCosts(upTo: Money)
    /// The law of the country keeps a part of the public money for the owner; from its authority the rest is cut.
    case ownShare(NationalRules.OwnShare)
    /// The law of the country would keep a part for the owner if the applicant, whose kind is unknown, were an authority.
    case ownShareOpen(NationalRules.OwnShare)
    /// A scheme of the state pays a payer's tax back, so that none is claimed; or the payer says that it does not, and it is.
    case compensatedTax(NationalRules.TaxCompensation, partner: String?, isClaimed: Bool)
    /// A payer gets its tax back, so that none is claimed, though the law would let a small operation do so.
    case recoveredTaxLeft(partner: String?)
    /// A fund of the state pays tax back so many years later; whether the city has stated how many.
    case taxFund(NationalRules.TaxFund, years: Int, isStated: Bool)
    /// Costs were converted, and the rate that counts in the end is not the one of that day.
    case converted(Conversion)
    /// A figure is what an authority or an agreement said to this city.
    case agreed(AgreedTerm)
    /// A figure of the opportunity is of a grade that cannot exclude anybody.
    case unverified(Figure)
  }

  /// The figures and rules of an opportunity.
  public enum Figure: Hashable, Sendable {
    case rate(id: String)
    case minimumGrant, maximumGrant, lumpSums, form, vat, indirect, equipment, works, rounding
  }

  /// What was assumed.
  public var what: What
  /// How sure it is.
  public var grade: Grade

  /// An assumption of a grade.
  public init(_ what: What, grade: Grade) {
    self.what = what
    self.grade = grade
  }
}

extension [Assumption] {
  /// How costs were converted, or nothing where they are in the grant's own currency.
  public var conversion: Conversion? {
    for case .converted(let conversion) in self.lazy.map(\.what) { return conversion }
    return nil
  }
}
