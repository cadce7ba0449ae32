public import ParapetModel

/// A figure of an offer that rests on a source too weak to exclude anybody, and so is used as an assumption.
public struct WeakFigure: Hashable, Sendable {
  /// What is assumed.
  public enum Subject: Hashable, Sendable {
    /// The share of the cost that is paid.
    case rate(Rate)
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
  }

  /// What is assumed.
  public var subject: Subject
  /// Where it comes from.
  public var citation: Citation

  /// Every weak figure of an offer's amounts and rules, in a fixed order.
  ///
  /// - Parameter applicant: whose rates are wanted; rates for other applicants and regions are left out.
  public static func all(in funding: Funding, _ rules: CostRules, for applicant: ApplicantFacts)
    -> [WeakFigure]
  {
    var figures = funding.rates.filter { mayApply($0, to: applicant) }
      .map { WeakFigure(subject: .rate($0.maximum), citation: $0.citation) }
    figures += [
      funding.minimumGrant.map { WeakFigure(subject: .minimumGrant($0.value), citation: $0.citation) },
      funding.maximumGrant.map { WeakFigure(subject: .maximumGrant($0.value), citation: $0.citation) },
      rules.form.map { WeakFigure(subject: .form($0.value), citation: $0.citation) },
      rules.vat.map { WeakFigure(subject: .vat($0.value), citation: $0.citation) },
      rules.indirect.map { WeakFigure(subject: .indirect($0.value), citation: $0.citation) },
      rules.equipment.map { WeakFigure(subject: .equipment($0.value), citation: $0.citation) },
      rules.works.map { WeakFigure(subject: .works($0.value), citation: $0.citation) },
      rules.rounding.map { WeakFigure(subject: .rounding($0.value), citation: $0.citation) },
    ].compactMap(\.self)
    return figures.filter { !$0.citation.grade.canExclude }
  }

  private static func mayApply(_ rate: FundingRate, to applicant: ApplicantFacts) -> Bool {
    func agrees<Value: Equatable>(_ asked: Value?, _ known: Value?) -> Bool {
      asked == nil || known == nil || asked == known
    }
    return agrees(rate.applicant, applicant.applicant)
      && agrees(rate.regionCategory, applicant.regionCategory)
      && agrees(rate.regionCategory2014, applicant.regionCategory2014)
      && agrees(rate.gdpBelowAverage, applicant.gdpBelowAverage)
  }
}
