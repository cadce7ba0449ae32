/// What the law of a city's country adds to the rules of a grant: dated data, of which what holds on a day is a city's own.
public struct NationalRules: Hashable, Sendable {
  /// The least part of the public money for an investment that its owner pays itself.
  public struct OwnShare: Hashable, Sendable {
    /// The country.
    public var country: Country
    /// The part of all public money, the owner's own included.
    public var share: Rate
    /// Regions that it does not hold in, by the beginning of their NUTS code.
    public var exceptRegions: [String]
    /// Where it comes from.
    public var citation: Citation

    /// A rule from its parts.
    public init(country: Country, share: Rate, exceptRegions: [String] = [], citation: Citation) {
      self.country = country
      self.share = share
      self.exceptRegions = exceptRegions
      self.citation = citation
    }
  }

  /// What a fund of the state gives back for the value added tax on investments, a flat part of the cost with tax.
  public struct TaxFund: Hashable, Sendable {
    /// The country.
    public var country: Country
    /// What it is called there.
    public var name: String
    /// The part of the cost, tax included.
    public var share: Rate
    /// How many years after the year of the expense it is paid, where the city states nothing else.
    public var years: Int
    /// Where it comes from.
    public var citation: Citation

    /// A fund from its parts.
    public init(country: Country, name: String, share: Rate, years: Int, citation: Citation) {
      self.country = country
      self.name = name
      self.share = share
      self.years = years
      self.citation = citation
    }
  }

  /// A scheme of the state that pays local and regional authorities the value added tax on what they buy, outside their tax
  /// return: to them it comes back, and so is no cost that a grant could pay.
  public struct TaxCompensation: Hashable, Sendable {
    /// The country.
    public var country: Country
    /// What it is called there.
    public var name: String
    /// Where it comes from.
    public var citation: Citation

    /// A scheme from its parts.
    public init(country: Country, name: String, citation: Citation) {
      self.country = country
      self.name = name
      self.citation = citation
    }
  }

  /// The least own parts, in the order of the file.
  public var ownShares: [OwnShare] = []
  /// The funds, in the order of the file.
  public var taxFunds: [TaxFund] = []
  /// The schemes that pay tax back, of all countries: a partner can be of another than the city.
  public var taxCompensations: [TaxCompensation] = []

  /// Rules of no country.
  public init() {}

  /// Those that hold for an applicant on a day. They are rules for local and regional authorities: a body of an unknown kind
  /// is asked what it is, and until then it keeps no part and is given no tax back.
  public func holding(for facts: ApplicantFacts, on day: Day) -> NationalRules {
    var own = NationalRules()
    own.taxCompensations = taxCompensations.filter { $0.citation.holds(on: day) }
    if facts.isAuthority ?? true {
      own.ownShares = ownShares.filter { rule in
        rule.country == facts.country && rule.citation.holds(on: day)
          && !rule.exceptRegions.contains { facts.nuts?.hasPrefix($0) ?? false }
      }
    }
    if facts.isAuthority ?? false {
      own.taxFunds = taxFunds.filter { $0.country == facts.country && $0.citation.holds(on: day) }
    }
    return own
  }

  /// The scheme that pays a body its tax; nothing where its kind or country is unknown.
  public func taxCompensation(for facts: ApplicantFacts) -> TaxCompensation? {
    guard facts.isAuthority ?? false else { return nil }
    return taxCompensations.first { $0.country == facts.country }
  }

  /// The least own part; of several the greatest.
  public var ownShare: OwnShare? { ownShares.max { $0.share < $1.share } }

  /// The fund that pays tax back.
  public var taxFund: TaxFund? { taxFunds.first }
}

extension ApplicantFacts {
  /// Whether it is a local or regional authority; nothing where its kind is unknown.
  public var isAuthority: Bool? { applicant.map { $0 == .localAuthority || $0 == .regionalAuthority } }
}
