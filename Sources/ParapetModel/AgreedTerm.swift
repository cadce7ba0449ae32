/// What a managing authority or an agreement really said of an opportunity to a city; it outranks every other source.
public struct AgreedTerm: Hashable, Sendable {
  /// What was said.
  public enum Value: Hashable, Sendable {
    /// The share of the eligible cost that is paid, for every payer.
    case rate(Rate)
    /// The flat rate for indirect costs.
    case flatRate(Rate)
    /// Whether value added tax that the payer does not get back is eligible.
    case vat(isEligible: Bool)
    /// The largest grant.
    case maximum(Money)
    /// The smallest grant.
    case minimum(Money)
    /// The form of the grant.
    case form(GrantForm)
    /// The lump sum that is chosen, or that the call's own reckoner gave.
    case lumpSum(Money)
    /// The share that is paid in advance.
    case preFinancing(Rate)

    /// Whether both are about the same thing, whatever they say of it.
    public func isSameTerm(as other: Value) -> Bool { name == other.name }

    private var name: Int {
      switch self {
      case .rate: 0
      case .flatRate: 1
      case .vat: 2
      case .maximum: 3
      case .minimum: 4
      case .form: 5
      case .lumpSum: 6
      case .preFinancing: 7
      }
    }
  }

  /// The opportunity, by identifier or reference.
  public var opportunity: String
  /// What was said.
  public var value: Value
  /// Where it is written, in the city's words.
  public var source: String
  /// Who said it.
  public var by: String
  /// When; nothing where the city does not say.
  public var on: Day?
  /// Where it stands, for diagnostics.
  public var place: Diagnostic.Place

  /// A term from its parts.
  public init(
    opportunity: String, value: Value, source: String, by: String, on: Day?, place: Diagnostic.Place
  ) {
    self.opportunity = opportunity
    self.value = value
    self.source = source
    self.by = by
    self.on = on
    self.place = place
  }

  /// The authority's own word, which is as good as the call's.
  public var citation: Citation {
    Citation(
      grade: .call,
      source: [source, by, on?.description ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// Whether it is about an opportunity.
  public func concerns(_ opportunity: Opportunity) -> Bool {
    self.opportunity == opportunity.identifier || self.opportunity == opportunity.reference
  }
}

extension FundingTerms {
  /// The terms with what was agreed in place of what any source says.
  public func agreeing(to agreed: [AgreedTerm]) -> FundingTerms {
    var terms = self
    terms.agreed = agreed
    for term in agreed {
      let citation = term.citation
      switch term.value {
      case .rate(let rate):
        terms.funding.rates = [FundingRate(id: "agreed", maximum: rate, citation: citation)]
      case .flatRate(let rate):
        let base = rules.indirect?.value.base ?? .direct
        terms.rules.indirect = Cited(IndirectRule(rate: rate, base: base), citation)
      case .vat(let isEligible):
        terms.rules.vat = Cited(isEligible ? .nonRecoverable : .never, citation)
      case .maximum(let amount): terms.funding.maximumGrant = Cited(amount, citation)
      case .minimum(let amount): terms.funding.minimumGrant = Cited(amount, citation)
      case .form(let form): terms.rules.form = Cited(form, citation)
      case .lumpSum(let amount):
        terms.funding.lumpSums = LumpSums(by: .choice, steps: [LumpSums.Step(amount)]).map {
          Cited($0, citation)
        }
      case .preFinancing: break
      }
    }
    return terms
  }

  /// The share that was agreed to be paid in advance.
  public var agreedAdvance: Rate? {
    for case .preFinancing(let rate) in agreed.reversed().map(\.value) { return rate }
    return nil
  }
}
