public import ParapetModel

/// What a criterion is asked about: one applicant, its partners and one item, with every unknown fact absent.
public struct Subject: Hashable, Sendable {
  /// The applicant's facts.
  public var applicant: ApplicantFacts
  /// The facts of the partners that take part; nil where it is unknown who does, empty where nobody does.
  public var partners: [ApplicantFacts]?
  /// The codes of the item's measures; nil where they are unknown.
  public var measures: [String]?
  /// The first day of work.
  public var start: Day?
  /// The last day of work.
  public var end: Day?
  /// The facts of whoever leads the application; nil where that is open.
  public var coordinator: ApplicantFacts?
  /// What it serves that some law shuts out; nil where the city does not say.
  public var purposes: [SpecialPurpose]?
  /// The headings of its costs; nil where no cost line states them all.
  public var costHeadings: Set<CostCategory>?
  /// What it is, as the city wrote it; empty where it wrote nothing.
  public var words = ""
  /// Facts of the item that have no property of their own here.
  public var others: [Fact: FactValue] = [:]

  /// A subject of which nothing is known.
  public init(applicant: ApplicantFacts = ApplicantFacts()) {
    self.applicant = applicant
  }

  /// An item of a city.
  public init(city: City, item: Item) {
    applicant = city.facts
    partners = item.partners.map { names in
      // A name that stands twice, or the city's own, is no further organisation.
      var seen: Set<String> = [city.id]
      return names.filter { seen.insert($0).inserted }.map { name in
        city.partners.first { $0.id == name }?.facts ?? ApplicantFacts()
      }
    }
    measures = item.measures.isEmpty ? nil : item.measures
    start = item.start
    end = item.end
    coordinator = item.coordinator.map { name in
      name == city.id ? city.facts : city.partners.first { $0.id == name }?.facts ?? ApplicantFacts()
    }
    purposes = item.purposes
    costHeadings = item.costHeadings.map(Set.init)
    words = item.words
    others = item.others
    others[.technologyReadiness] = item[.technologyReadiness]
  }

  /// A fact by its name; nil where it is unknown.
  public subscript(fact: Fact) -> FactValue? {
    get {
      switch fact {
      case .partners: partners.map { .organisations($0) }
      case .coordinator: coordinator?[.applicant]
      case .measures: measures.map { .codes($0) }
      case .subject: words.isEmpty ? nil : .text(words)
      case .start: start.map { .day($0) }
      case .end: end.map { .day($0) }
      case .purposes: purposes.map { .codes($0.map(\.rawValue)) }
      case .costHeadings: costHeadings.map { .codes($0.sorted().map(\.rawValue)) }
      default: fact.declaration.part == .applicant ? applicant[fact] : others[fact]
      }
    }
    set {
      switch fact {
      case .partners: if case .organisations(let partners) = newValue { self.partners = partners }
      case .coordinator:
        var lead = coordinator ?? ApplicantFacts()
        lead[.applicant] = newValue
        coordinator = lead
      case .measures: measures = newValue?.codes
      case .subject: words = newValue?.text ?? ""
      case .start: start = newValue?.day
      case .end: end = newValue?.day
      case .purposes: purposes = newValue?.codes?.compactMap(SpecialPurpose.init)
      case .costHeadings: costHeadings = newValue?.codes.map { Set($0.compactMap(CostCategory.init)) }
      default:
        if fact.declaration.part == .applicant { applicant[fact] = newValue } else { others[fact] = newValue }
      }
    }
  }

  /// The answer for whoever leads the application.
  ///
  /// Where that is open the city's own answer counts, since it may lead; where the city cannot, a partner that can
  /// leaves it undecided.
  func judgeLead(_ judge: (ApplicantFacts) -> Outcome) -> Outcome {
    if let coordinator { return judge(coordinator) }
    let own = judge(applicant)
    if own == .met { return .met }
    guard own == .unmet, let partners, partners.allSatisfy({ judge($0) == .unmet }) else { return .undecided }
    return .unmet
  }

  /// What would cure a rule on the lead that fails: a lead that was not named, since a partner still to be found may lead.
  func missingLead(where outcome: Outcome) -> [Fact] {
    outcome == .unmet && coordinator == nil ? [.coordinator] : []
  }

  /// The made-up city of an example, from its named facts; nil where a fact's name or value is unknown.
  ///
  /// `asOf` is no fact: it is the day on which the example is judged.
  public init?(_ facts: [String: String]) {
    self.init()
    for (name, text) in facts {
      if name == "asOf" {
        guard Day(text) != nil else { return nil }
        continue
      }
      guard let fact = Fact(attribute: name), let value = FactValue(text, as: fact.declaration.form) else {
        return nil
      }
      self[fact] = value
    }
  }
}
