public import ParapetModel

/// A figure or rule of an opportunity by which a budget is made, with where it comes from.
public struct StatedTerm: Hashable, Sendable {
  /// What is stated.
  public enum Value: Hashable, Sendable {
    /// The share of the cost that is paid.
    case rate(Rate)
    /// The share that a priority or a whole programme may pay at most.
    case cap(Rate, of: FundingRate.Cap)
    /// The smallest grant.
    case minimumGrant(Money)
    /// The largest grant.
    case maximumGrant(Money)
    /// The form of the grant.
    case form(GrantForm)
    /// When value added tax counts.
    case vat(VATRule)
    /// The flat rate for indirect costs.
    case indirect(IndirectRule)
    /// How equipment counts.
    case equipment(EquipmentRule)
    /// Whether works count.
    case works(WorksRule)
    /// How the grant is rounded.
    case rounding(Rounding)
    /// The sums of a grant that follows no cost.
    case lumpSums(LumpSums)
    /// Up to which total cost an operation is paid by simplified costs alone.
    case simplified(Money)

    /// The rate, or what it caps.
    init(_ rate: FundingRate) {
      self = rate.cap.map { .cap(rate.maximum, of: $0) } ?? .rate(rate.maximum)
    }
  }

  /// What is stated.
  public var value: Value
  /// Where it comes from.
  public var citation: Citation

  /// The term behind a figure, or nil where the terms do not state it.
  public init?(_ figure: Assumption.Figure, in terms: FundingTerms) {
    let term: (Value, Citation)? =
      switch figure {
      case .rate(let id):
        terms.funding.rates.first { $0.id == id }.map { (Value($0), $0.citation) }
      case .minimumGrant: terms.funding.minimumGrant.map { (.minimumGrant($0.value), $0.citation) }
      case .maximumGrant: terms.funding.maximumGrant.map { (.maximumGrant($0.value), $0.citation) }
      case .lumpSums: terms.funding.lumpSums.map { (.lumpSums($0.value), $0.citation) }
      case .form: terms.rules.form.map { (.form($0.value), $0.citation) }
      case .vat: terms.rules.vat.map { (.vat($0.value), $0.citation) }
      case .indirect: terms.rules.indirect.map { (.indirect($0.value), $0.citation) }
      case .equipment: terms.rules.equipment.map { (.equipment($0.value), $0.citation) }
      case .works: terms.rules.works.map { (.works($0.value), $0.citation) }
      case .rounding: terms.rules.rounding.map { (.rounding($0.value), $0.citation) }
      }
    guard let term else { return nil }
    (value, citation) = term
  }

  /// Every term that is stated but for the rates, of which more is said than how much.
  static func all(in terms: FundingTerms) -> [StatedTerm] {
    let figures: [Assumption.Figure] = [
      .minimumGrant, .maximumGrant, .lumpSums, .form, .vat, .indirect, .equipment, .works, .rounding,
    ]
    return figures.compactMap { StatedTerm($0, in: terms) }
      + [StatedTerm(simplifiedIn: terms)].compactMap(\.self)
  }

  /// The total up to which costs are simplified, or nil where the terms do not state it.
  init?(simplifiedIn terms: FundingTerms) {
    guard let limit = terms.rules.simplifiedUpTo else { return nil }
    (value, citation) = (.simplified(limit.value), limit.citation)
  }
}
