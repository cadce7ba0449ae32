public import ParapetModel

/// What a criterion is asked about: one applicant, its partners and one item, with every unknown fact absent.
public struct Subject: Hashable, Sendable {
  /// The applicant's facts.
  public var applicant: ApplicantFacts
  /// The facts of the partners that take part; nothing where it is unknown who does, empty where nobody does.
  public var partners: [ApplicantFacts]?
  /// The codes of the item's measures; nothing where they are unknown.
  public var measures: [String]?
  /// The first day of work.
  public var start: Day?
  /// The last day of work.
  public var end: Day?
  /// The facts of whoever leads the application; nothing where that is open.
  public var coordinator: ApplicantFacts?
  /// The technology readiness level that the item starts from.
  public var technologyReadiness: Int?
  /// What it serves that some law shuts out; nothing where the city does not say.
  public var purposes: [SpecialPurpose]?
  /// The headings of its costs; nothing where no cost line states them all.
  public var costHeadings: Set<CostCategory>?

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
    technologyReadiness = item.technologyReadiness
    purposes = item.purposes
    let headings = item.lines.map(\.category)
    costHeadings = headings.isEmpty || headings.contains(nil) ? nil : Set(headings.compactMap(\.self))
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

  /// The made-up city of an example, from its named facts; nothing where a fact's name or value is unknown.
  public init?(_ facts: [String: String]) {
    self.init()
    for (name, value) in facts {
      guard read(value, as: name) else { return nil }
    }
  }

  private mutating func read(_ value: String, as name: String) -> Bool {
    switch name {
    case "country": applicant.country = Country(value)
    case "nuts": applicant.nuts = value
    case "applicant": applicant.applicant = ApplicantClass(rawValue: value)
    case "population": applicant.population = Int(value)
    case "regionCategory": applicant.regionCategory = RegionCategory(rawValue: value)
    case "measures": measures = value.split(separator: "|").map(String.init)
    case "start": start = Day(value)
    case "end": end = Day(value)
    case "partners":
      let entries = value == "none" ? [] : value.split(separator: "|").map(Subject.partner)
      guard entries.allSatisfy({ $0 != nil }) else { return false }
      partners = entries.compactMap(\.self)
    case "coordinator":
      guard let kind = ApplicantClass(rawValue: value) else { return false }
      var facts = coordinator ?? ApplicantFacts()
      facts.applicant = kind
      coordinator = facts
    case "awards": applicant.awards = Subject.list(value)
    case "trl": technologyReadiness = Int(value)
    case "purposes": purposes = Subject.list(value)
    case "costHeadings": costHeadings = Subject.list(value).map(Set.init)
    case "asOf": return Day(value) != nil
    default: return false
    }
    return Subject.isKnown(name, in: self)
  }

  private static func isKnown(_ name: String, in subject: Subject) -> Bool {
    switch name {
    case "country": subject.applicant.country != nil
    case "nuts": subject.applicant.nuts?.isEmpty == false
    case "applicant": subject.applicant.applicant != nil
    case "population": subject.applicant.population != nil
    case "regionCategory": subject.applicant.regionCategory != nil
    case "measures": subject.measures?.isEmpty == false
    case "start": subject.start != nil
    case "end": subject.end != nil
    case "awards": subject.applicant.awards != nil
    case "trl": subject.technologyReadiness.map { (1...9).contains($0) } ?? false
    case "purposes": subject.purposes != nil
    case "costHeadings": subject.costHeadings?.isEmpty == false
    default: true
    }
  }

  /// Words joined by `|`, or `none` for the empty list; nothing where one is not known.
  private static func list<Word: RawRepresentable<String>>(_ value: String) -> [Word]? {
    if value == "none" { return [] }
    let words = value.split(separator: "|").map { Word(rawValue: String($0)) }
    return words.contains { $0 == nil } ? nil : words.compactMap(\.self)
  }

  private static func partner(_ entry: Substring) -> ApplicantFacts? {
    let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, let country = Country(first), parts.count <= 3 else { return nil }
    var facts = ApplicantFacts()
    facts.country = country
    if parts.count == 3 {
      guard let category = RegionCategory(rawValue: String(parts[2])) else { return nil }
      facts.regionCategory = category
    }
    if parts.count >= 2 {
      guard let applicant = ApplicantClass(rawValue: String(parts[1])) else { return nil }
      facts.applicant = applicant
    }
    return facts
  }
}
