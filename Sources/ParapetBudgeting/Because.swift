public import ParapetModel

/// Why a figure of a budget is what it is: data, from which reports make sentences.
public enum Because: Hashable, Sendable {
  /// The portfolio states no heading, and this one was taken.
  case headingAssumed(CostCategory)
  /// The cost is stated in another currency, and was converted.
  case converted(Money, Conversion)
  /// So much value added tax counts, under the rule.
  case vatEligible(VATRule, Money)
  /// The value added tax does not count, for a reason.
  case vatNotEligible(VATExclusion)
  /// Equipment counts by its loss of value: so many months of the action, of so many months of life, as far as the
  /// action uses it.
  case depreciated(months: Int, life: Int, share: Rate)
  /// Equipment would count by its loss of value, and the duration is unknown.
  case durationUnknown
  /// Works do not count.
  case worksNotEligible
  /// A flat rate of a base, and what the base comes to.
  case indirectFlatRate(Rate, IndirectRule.Base, of: Money)
  /// The rate by name, its share, and all the eligible cost of the payer that it is taken of.
  case rateApplied(id: String, Rate, of: Money)
  /// No rate is stated for this payer.
  case noRate
  /// The payer's share was rounded by the rule.
  case rounded(Rounding)
  /// The grant was cut to a ceiling, and this line bears its part.
  case capped(Bound.Kind, Money)
  /// The whole grant stays below the smallest one.
  case belowMinimum(Money)
}

/// Why value added tax is not an eligible cost.
public enum VATExclusion: Hashable, Sendable {
  /// It never is under this opportunity.
  case never
  /// The payer recovers it.
  case recoverable
  /// The payer acts as a public authority (Financial Regulation (EU, Euratom) 2024/2509, Art. 189(4)(c)).
  case publicAuthority
  /// Whether the payer recovers it is unknown.
  case statusUnknown
  /// What kind of body the payer is, is unknown.
  case applicantUnknown
  /// How much it is, is unknown.
  case amountUnknown
  /// The opportunity does not state its rule.
  case ruleNotStated
}
