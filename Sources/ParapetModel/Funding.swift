/// The amounts and rates that an opportunity states.
public struct Funding: Hashable, Sendable {
  /// The currency of every amount.
  public var currency: Currency = .euro
  /// What is available, by year; never to be added up blindly, since a call's budget repeats in its topics.
  public var available: [AvailableAmount] = []
  /// The smallest grant.
  public var minimumGrant: Cited<Money>?
  /// The largest grant.
  public var maximumGrant: Cited<Money>?
  /// How many grants are expected.
  public var expectedGrants: Cited<Int>?
  /// Co-financing rates and to whom each applies.
  public var rates: [FundingRate] = []
  /// The sums of a grant that follows no cost; nothing where it follows the costs or an estimate of them.
  public var lumpSums: Cited<LumpSums>?

  /// Amounts and rates of which nothing is stated.
  public init() {}
}

/// An amount available in a year for a topic, a call or a whole instrument.
public struct AvailableAmount: Hashable, Sendable {
  /// Whose budget it is.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case topic, call, instrument
  }

  /// The amount.
  public var amount: Money
  /// The budget year.
  public var year: Int?
  /// Whose budget it is, or nothing where the source leaves it open.
  public var scope: Scope?
  /// Where it comes from.
  public var citation: Citation

  /// An amount available.
  public init(amount: Money, year: Int?, scope: Scope?, citation: Citation) {
    self.amount = amount
    self.year = year
    self.scope = scope
    self.citation = citation
  }
}

/// A co-financing rate, with the applicants and regions that it is for.
public struct FundingRate: Hashable, Sendable {
  /// A name that is unique within its opportunity.
  public var id: String
  /// The highest share of the eligible costs that is paid.
  public var maximum: Rate
  /// The applicants that it is for; nothing means all.
  public var applicant: ApplicantClass?
  /// The category of region that it is for; nothing means all.
  public var regionCategory: RegionCategory?
  /// The category that the region had in 2014–2020 (Regulation (EU) 2021/1060, Art. 112(3)).
  public var regionCategory2014: RegionCategory?
  /// Whether the region's product per head must be below the Union's average (the same provision).
  public var gdpBelowAverage: Bool?
  /// What it bounds as a whole, where whoever runs the programme sets the rate of each project; nothing where it is
  /// the rate of a project.
  public var cap: Cap?
  /// What projects usually get where it is a cap; nothing where no source says so.
  public var usual: Cited<Rate>?
  /// Where it comes from.
  public var citation: Citation

  /// What a rate can bound instead of a project.
  public enum Cap: String, Hashable, Sendable, CaseIterable {
    /// A priority of a programme (Regulation (EU) 2021/1060, Art. 112(3)).
    case priority
    /// A programme or plan (Regulation (EU) 2021/1059, Art. 13; Regulation (EU) 2021/2115, Art. 91).
    case programme
  }

  /// A rate for everybody, to be narrowed.
  public init(id: String, maximum: Rate, citation: Citation) {
    self.id = id
    self.maximum = maximum
    self.citation = citation
  }

  /// How many conditions it has: the rate with most that all hold is the one that applies.
  public var conditionCount: Int {
    (applicant == nil ? 0 : 1) + (regionCategory == nil ? 0 : 1) + (regionCategory2014 == nil ? 0 : 1)
      + (gdpBelowAverage == nil ? 0 : 1)
  }
}

/// How an opportunity turns costs into eligible costs and a grant.
public struct CostRules: Hashable, Sendable {
  /// Actual costs, a lump sum or unit costs.
  public var form: Cited<GrantForm>?
  /// When value added tax is eligible.
  public var vat: Cited<VATRule>?
  /// The flat rate for indirect costs.
  public var indirect: Cited<IndirectRule>?
  /// How equipment counts.
  public var equipment: Cited<EquipmentRule>?
  /// Whether infrastructure and works count.
  public var works: Cited<WorksRule>?
  /// How the grant is rounded.
  public var rounding: Cited<Rounding>?
  /// Up to which total cost an operation is paid by flat rates, unit costs or lump sums alone.
  public var simplifiedUpTo: Cited<Money>?

  /// Rules of which nothing is stated.
  public init() {}

  /// The rules with those of a wider instrument where these are silent.
  public func inheriting(_ wider: CostRules) -> CostRules {
    var rules = self
    rules.form = form ?? wider.form
    rules.vat = vat ?? wider.vat
    rules.indirect = indirect ?? wider.indirect
    rules.equipment = equipment ?? wider.equipment
    rules.works = works ?? wider.works
    rules.rounding = rounding ?? wider.rounding
    rules.simplifiedUpTo = simplifiedUpTo ?? wider.simplifiedUpTo
    return rules
  }
}

/// All that a budget needs of an opportunity: its amounts and rates, and how costs become eligible costs.
///
/// Both are already resolved: what the opportunity leaves open is taken from its call and its instrument.
public struct FundingTerms: Hashable, Sendable {
  /// Amounts and rates.
  public var funding: Funding
  /// How costs become eligible costs and a grant.
  public var rules: CostRules
  /// What an authority really said to the city, already taken over in both.
  public var agreed: [AgreedTerm] = []

  /// The terms of amounts, rates and rules.
  public init(funding: Funding, rules: CostRules) {
    self.funding = funding
    self.rules = rules
  }
}

/// The form of a grant (Financial Regulation (EU, Euratom) 2024/2509, Art. 125).
public enum GrantForm: String, Hashable, Sendable, CaseIterable {
  case actualCosts = "actual-costs"
  case lumpSum = "lump-sum"
  case unitCosts = "unit-costs"
}

/// When value added tax is an eligible cost.
public enum VATRule: String, Hashable, Sendable, CaseIterable {
  /// Never.
  case never
  /// Where it cannot be recovered (Horizon Europe).
  case nonRecoverable = "non-recoverable"
  /// Where it cannot be recovered and the payer does not act as a public authority
  /// (Financial Regulation (EU, Euratom) 2024/2509, Art. 189(4)(c)).
  case publicAuthority = "public-authority"
  /// Always below five million euro of total cost, above only where it cannot be recovered
  /// (Regulation (EU) 2021/1060, Art. 64(1)(c)).
  case cpr
}

/// A flat rate for indirect costs and the costs that it is taken of.
public struct IndirectRule: Hashable, Sendable {
  /// The direct costs that a flat rate is taken of.
  public enum Base: String, Hashable, Sendable, CaseIterable {
    /// All eligible direct costs.
    case direct
    /// Direct costs without volunteers: the seven per cent of the Union's own grants.
    case directLessVolunteers = "direct-less-volunteers"
    /// Direct costs without volunteers, subcontracting, support to third parties and internal invoices (Horizon Europe).
    case directLessExcluded = "direct-less-excluded"
    /// Staff costs only.
    case staff
  }

  /// The flat rate.
  public var rate: Rate
  /// What it is taken of.
  public var base: Base

  /// A flat rate of a base.
  public init(rate: Rate, base: Base) {
    self.rate = rate
    self.base = base
  }
}

/// How equipment counts.
public enum EquipmentRule: String, Hashable, Sendable, CaseIterable {
  /// Only the loss of value during the action.
  case depreciation
  /// The full price.
  case fullCost = "full-cost"
}

/// Whether infrastructure and works count.
public enum WorksRule: String, Hashable, Sendable, CaseIterable {
  case eligible
  case notEligible = "not-eligible"
}
