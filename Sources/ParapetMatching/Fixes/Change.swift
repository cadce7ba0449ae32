public import ParapetModel

/// One thing that a city could change about itself, an item or its partners.
public enum Change: Hashable, Sendable {
  /// Further partners join.
  case partners([NewPartner])
  /// The application is made for these measures only, the others are paid for elsewhere.
  case measures([String])
  /// The work begins and ends on other days.
  case period(start: Day?, end: Day?)
  /// The item costs this much more, net: a larger item, or several put together.
  case cost(more: Money)
  /// The applicant has been awarded something first.
  case award(PreviousAward)
  /// The technology is brought to another level of readiness, 1 to 9, first.
  case technologyReadiness(Int)
  /// The applicant is another kind of body.
  case applicant(ApplicantClass)
  /// The applicant has its seat elsewhere.
  case seat(Territory)
  /// The applicant has another number of inhabitants.
  case population(Int)
  /// The applicant's region is of another category.
  case regionCategory(RegionCategory)

  /// A partner that is still to be found, by what it must be.
  public struct NewPartner: Hashable, Sendable {
    /// Whether its country must be one that nobody else of the consortium is from.
    public var isFromAnotherCountry: Bool
    /// The kind of body, where it matters.
    public var applicant: ApplicantClass?

    /// A partner by what it must be.
    public init(isFromAnotherCountry: Bool, applicant: ApplicantClass? = nil) {
      self.isFromAnotherCountry = isFromAnotherCountry
      self.applicant = applicant
    }
  }

  /// How far a change lies in the city's hands.
  public enum Power: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The city decides.
    case inOurPower = "in-our-power"
    /// Others must join.
    case needsPartner = "needs-a-partner"
    /// It takes longer than an application.
    case needsTime = "needs-time"
    /// It cannot be changed.
    case impossible

    /// Whether the left is easier.
    public static func < (left: Power, right: Power) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// Whose decision it is.
  public var power: Power {
    switch self {
    case .measures, .period, .cost: .inOurPower
    case .partners: .needsPartner
    case .award, .technologyReadiness: .needsTime
    case .applicant, .seat, .population, .regionCategory: .impossible
    }
  }

  /// The fact that it changes.
  public var fact: Fact {
    switch self {
    case .partners: .partners
    case .measures: .measures
    case .period: .end
    case .cost: .cost
    case .award: .awards
    case .technologyReadiness: .technologyReadiness
    case .applicant: .applicant
    case .seat: .country
    case .population: .population
    case .regionCategory: .regionCategory
    }
  }
}

extension Change {
  /// Makes the change.
  func apply(to city: inout City, _ item: inout Item) {
    switch self {
    case .partners(let partners):
      for partner in partners { Change.join(partner, city: &city, item: &item) }
    case .measures(let measures): item.measures = measures
    case .period(let start, let end):
      item.start = start
      item.end = end
    case .cost(let more): Change.enlarge(&item, by: more)
    case .award(let award): city.facts.awards = (city.facts.awards ?? []) + [award]
    case .technologyReadiness(let level): item.technologyReadiness = level
    case .applicant(let applicant): city.facts.applicant = applicant
    case .seat(let place): Change.move(&city, to: place)
    case .population(let population): city.facts.population = population
    case .regionCategory(let category): city.facts.regionCategory = category
    }
  }

  /// A made-up partner stands for the one to be found: its country is the first Member State that none of the
  /// consortium is from, or the applicant's own.
  private static func join(_ partner: NewPartner, city: inout City, item: inout Item) {
    let names = item.partners ?? []
    var facts = ApplicantFacts()
    facts.applicant = partner.applicant
    if partner.isFromAnotherCountry {
      let present =
        [city.facts.country] + city.partners.filter { names.contains($0.id) }.map(\.facts.country)
      let taken = Set(present.compactMap { $0?.code })
      facts.country = Country.memberStates.sorted().first { !taken.contains($0) }.flatMap { Country($0) }
    } else {
      facts.country = city.facts.country
    }
    let id = "+\(names.count + 1)"
    city.partners.append(Partner(id: id, name: id, facts: facts))
    item.partners = names + [id]
  }

  /// An item with costs line by line gets one more line under the heading of its largest.
  private static func enlarge(_ item: inout Item, by more: Money) {
    guard let largest = item.lines.max(by: { $0.cost.minorUnits < $1.cost.minorUnits }) else {
      item.cost = (item.cost ?? .zero(more.currency)) + more
      return
    }
    var line = CostLine(quantity: 10_000, unitCost: more, place: item.place)
    line.category = largest.category
    line.year = largest.year
    line.vat = largest.vat.map { .zero($0.currency) }
    item.lines.append(line)
  }

  private static func move(_ city: inout City, to place: Territory) {
    switch place {
    case .country(let country):
      city.facts.country = country
      city.facts.nuts = nil
    case .region(let region):
      city.facts.country = Country(region.prefix(2))
      city.facts.nuts = region
    case .memberStates, .overseas:
      let codes = place == .overseas ? Country.overseas : Country.memberStates
      city.facts.country = codes.sorted().first.flatMap { Country($0) }
      city.facts.nuts = nil
    }
  }
}
