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
  /// The applicant has its seat elsewhere.
  case seat(Territory)
  /// A fact of the applicant or of the item has another value.
  case value(Fact, FactValue)
  /// A list of codes of the applicant or of the item has one more, such as an award that is to be had first.
  case further(Fact, String)

  /// A partner that is still to be found, by what it must be.
  public struct NewPartner: Hashable, Sendable {
    /// Whether its country must be one that nobody else of the consortium is from.
    public var isFromAnotherCountry: Bool
    /// The kind of body, where it matters.
    public var applicant: ApplicantClass?
    /// What it must be beside its class, where that matters.
    public var role: BodyRole?

    /// A partner by what it must be.
    public init(isFromAnotherCountry: Bool, applicant: ApplicantClass? = nil, role: BodyRole? = nil) {
      self.isFromAnotherCountry = isFromAnotherCountry
      self.applicant = applicant
      self.role = role
    }
  }

  /// Whose decision it is.
  public var power: Fact.Power { fact.declaration.power }

  /// The fact that it changes.
  public var fact: Fact {
    switch self {
    case .partners: .partners
    case .measures: .measures
    case .period: .end
    case .cost: .cost
    case .seat: .country
    case .value(let fact, _), .further(let fact, _): fact
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
    case .seat(let place): Change.move(&city.facts, to: place)
    case .value, .further:
      if fact.declaration.part == .applicant {
        city.facts[fact] = value(after: city.facts[fact])
      } else {
        item[fact] = value(after: item[fact])
      }
    }
  }

  /// Makes the change to what criteria read of a city and an item.
  ///
  /// - Parameter leads: whether the applicant is named as the lead.
  func apply(to subject: inout Subject, applicantLeads leads: Bool) {
    switch self {
    case .partners(let partners):
      for partner in partners {
        let present = subject.partners ?? []
        subject.partners =
          present + [Change.facts(of: partner, beside: subject.applicant, present.map(\.country))]
      }
    case .measures(let measures): subject.measures = measures.isEmpty ? nil : measures
    case .period(let start, let end):
      subject.start = start
      subject.end = end
    case .cost: break
    case .seat(let place): Change.move(&subject.applicant, to: place)
    case .value, .further: subject[fact] = value(after: subject[fact])
    }
    if leads { subject.coordinator = subject.applicant }
  }

  /// The value of its fact once it is made.
  package func value(after now: FactValue?) -> FactValue? {
    switch self {
    case .value(_, let value): value
    case .further(_, let code): .codes((now?.codes ?? []) + [code])
    case .partners, .measures, .period, .cost, .seat: now
    }
  }

  private static func join(_ partner: NewPartner, city: inout City, item: inout Item) {
    let names = item.partners ?? []
    let present = city.partners.filter { names.contains($0.id) }.map(\.facts.country)
    let id = "+\(names.count + 1)"
    city.partners.append(Partner(id: id, name: id, facts: facts(of: partner, beside: city.facts, present)))
    item.partners = names + [id]
  }

  /// A made-up partner stands for the one to be found: its country is the first Member State that none of the
  /// consortium is from, a neighbour where there is one, or the applicant's own.
  private static func facts(
    of partner: NewPartner, beside applicant: ApplicantFacts, _ present: [Country?]
  ) -> ApplicantFacts {
    var facts = ApplicantFacts()
    facts.applicant = partner.applicant
    facts.roles = partner.role.map { [$0] }
    let others = memberStates.filter { $0 != applicant.country && !present.contains($0) }
    let neighbour = applicant.country.flatMap { home in
      others.first { Neighbours.areNeighbours(home, $0) }
    }
    facts.country = partner.isFromAnotherCountry ? neighbour ?? others.first : applicant.country
    return facts
  }

  private static let memberStates = Country.memberStates.sorted().compactMap { Country($0) }

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

  private static func move(_ facts: inout ApplicantFacts, to place: Territory) {
    switch place {
    case .country(let country):
      facts.country = country
      facts.nuts = nil
    case .region(let region):
      facts.country = Country(region.prefix(2))
      facts.nuts = region
    case .memberStates, .overseas:
      let codes = place == .overseas ? Country.overseas : Country.memberStates
      facts.country = codes.sorted().first.flatMap { Country($0) }
      facts.nuts = nil
    }
  }
}
