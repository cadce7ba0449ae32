/// A fact that decides, by the code that a question, a report and an answer name it with.
///
/// Each is declared once, here: who states it, how its value is written, and in whose power it lies. What a portfolio's
/// columns, an example of a criterion, the parts of a subject and the class of a fix say of it follows.
public enum Fact: String, Hashable, Sendable, CaseIterable, Comparable {
  case applicant
  case country
  case nuts
  case population
  case regionCategory = "region-category"
  case measures
  case subject
  case partners
  case partnerRegions = "partner-regions"
  case coordinator
  case awards
  case roles
  case genderEqualityPlan = "gender-equality-plan"
  case territorialStrategy = "territorial-strategy"
  case technologyReadiness = "trl"
  case purposes
  case aims
  case costHeadings = "cost-headings"
  case start
  case end
  case cost
  /// Not the city's to answer: what its currency is worth in the grant's.
  case exchangeRate = "exchange-rate"
  /// Not the city's to answer either: the call's document says it.
  case callDocument = "call-document"

  /// What is declared of the fact.
  public var declaration: Declaration {
    switch self {
    case .applicant: Declaration(of: .applicant, .code(.applicantClasses), .impossible)
    case .country: Declaration(of: .applicant, .country, .impossible)
    case .nuts: Declaration(of: .applicant, .region, .impossible)
    case .population: Declaration(of: .applicant, .number(0...(.max)), .impossible)
    case .regionCategory: Declaration(of: .applicant, .code(.regionCategories), .impossible)
    case .awards: Declaration(of: .applicant, .codes(.previousAwards, orNone: true), .needsTime)
    case .roles: Declaration(of: .applicant, .codes(.bodyRoles, orNone: true), .impossible)
    case .genderEqualityPlan, .territorialStrategy: Declaration(of: .applicant, .truth, .needsTime)
    case .partners: Declaration(of: .partners, .organisations, .needsPartner)
    case .partnerRegions: Declaration(of: .partners, .unwritten, .needsPartner)
    case .coordinator: Declaration(of: .lead, .code(.applicantClasses), .needsPartner)
    case .measures: Declaration(of: .item, .codes(.measures, orNone: false), .inOurPower)
    case .subject: Declaration(of: .item, .text, .inOurPower)
    case .technologyReadiness: Declaration(of: .item, .number(1...9), .needsTime)
    case .purposes: Declaration(of: .item, .codes(.specialPurposes, orNone: true), .inOurPower)
    case .aims: Declaration(of: .item, .codes(.aims, orNone: true), .inOurPower)
    case .costHeadings: Declaration(of: .item, .codes(.costCategories, orNone: false), .inOurPower)
    case .start, .end: Declaration(of: .period, .day, .inOurPower)
    // More cost under a heading that the item has already: no criterion of a tree reads how much.
    case .cost: Declaration(of: .item, .unwritten, .inOurPower)
    case .exchangeRate, .callDocument: Declaration(of: .nobody, .unwritten, .impossible)
    }
  }

  /// What is declared of a fact.
  public struct Declaration: Hashable, Sendable {
    /// Who or what it is a fact of.
    public var part: Part
    /// How its value is written.
    public var form: FactValue.Form
    /// Whose decision another value is.
    public var power: Power

    init(of part: Part, _ form: FactValue.Form, _ power: Power) {
      self.part = part
      self.form = form
      self.power = power
    }
  }

  /// Who or what a fact is of.
  public enum Part: Hashable, Sendable, CaseIterable {
    /// Any applicant: the city, and each partner alike.
    case applicant
    /// Who takes part beside the applicant.
    case partners
    /// Who leads.
    case lead
    /// The days of work.
    case period
    /// The item, otherwise.
    case item
    /// What no city states.
    case nobody
  }

  /// How far a change of a fact lies in the city's hands.
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

  /// The name of its attribute in an example of a criterion, `costHeadings` for `cost-headings`; nil where no example
  /// can state it.
  public var attribute: String? {
    if case .unwritten = declaration.form { return nil }
    let words = rawValue.split(separator: "-")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  /// The fact of an attribute of an example; nil where no fact is called so.
  public init?(attribute: String) {
    guard let fact = Fact.byAttribute[attribute] else { return nil }
    self = fact
  }

  /// The facts of an item that have no property of their own, each a column of items.csv by its code.
  public static let itemColumns = allCases.filter { fact in
    let own: [Fact] = [.measures, .subject, .technologyReadiness, .purposes, .costHeadings]
    return fact.declaration.part == .item && fact.declaration.form != .unwritten && !own.contains(fact)
  }

  private static let byAttribute = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { fact in fact.attribute.map { ($0, fact) } })

  /// The order of the codes.
  public static func < (left: Fact, right: Fact) -> Bool { left.rawValue < right.rawValue }
}

/// A kind of criterion, by the name in `kind="…"`.
///
/// Each is declared once, here. A list or range kind over a fact needs no code of its own: its declaration, its words in
/// each language, and its line of the XSD.
public enum CriterionKind: String, Hashable, Sendable, CaseIterable {
  case applicantClass = "applicant-class"
  case territory
  case measure
  case population
  case consortium
  case duration
  case completion
  case regionCategory = "region-category"
  case coordinator
  case previousAward = "previous-award"
  case partnerShare = "partner-share"
  case technologyReadiness = "technology-readiness"
  case excludedPurpose = "excluded-purpose"
  case costHeading = "cost-heading"
  case aim
  case members
  case seats
  case control
  case everyone
  case leadBody = "lead-body"
  case leadSeat = "lead-seat"
  case sentence
  case equalityPlan = "gender-equality-plan"
  case territorialStrategy = "territorial-strategy"
  case dates
  case grantSize = "grant-size"
  case unstated = "eligibility"

  /// How criteria of the kind are read and judged.
  public var form: Form {
    switch self {
    case .applicantClass: .list(.applicant, attribute: "applicant")
    case .regionCategory: .list(.regionCategory, attribute: "category")
    case .aim: .list(.aims, attribute: "aim")
    case .population: .range(.population, attribute: "value")
    case .technologyReadiness: .range(.technologyReadiness, attribute: "level")
    case .territory: .own(.territory)
    case .measure: .own(.measure)
    case .consortium: .own(.consortium)
    case .duration: .own(.duration)
    case .completion: .own(.completion)
    case .coordinator: .own(.coordinator)
    case .previousAward: .own(.previousAward)
    case .partnerShare: .own(.partnerShare)
    case .excludedPurpose: .own(.excludedPurpose)
    case .costHeading: .own(.costHeading)
    case .members: .own(.members)
    case .seats, .leadSeat: .own(.seats)
    case .control: .own(.control)
    case .everyone, .leadBody: .own(.everyone)
    case .sentence: .own(.sentence)
    case .equalityPlan: .own(.equalityPlan)
    case .territorialStrategy: .truth(.territorialStrategy)
    case .dates, .grantSize, .unstated: .derived
    }
  }

  /// The list that the codes of its criteria come from; nil where they name none.
  public var codes: CodeList? {
    switch form {
    case .list(let fact, _): fact.declaration.form.codes
    case .own(let logic): logic.codes
    case .range, .truth, .derived: nil
    }
  }

  /// How criteria of a kind are read and judged.
  public enum Form: Hashable, Sendable {
    /// Codes that a fact must be among, or none of; the attribute of `<include>` and `<exclude>` holds one.
    case list(Fact, attribute: String)
    /// A least and a greatest number of a fact; the attribute of `<minimum>` and `<maximum>` holds one. `<include
    /// measure="…"/>` asks it of items with some measures alone.
    case range(Fact, attribute: String)
    /// A fact that must hold of the applicant; such a criterion has no parameters.
    case truth(Fact)
    /// By a file of its own.
    case own(Logic)
    /// From the opportunity's own dates and amounts: no file writes it.
    case derived
  }

  /// The kinds that have a file of their own in Matching.
  public enum Logic: Hashable, Sendable, CaseIterable {
    case territory, measure, consortium, duration, completion, coordinator, previousAward, partnerShare
    case excludedPurpose, costHeading, members, seats, control, everyone, sentence, equalityPlan

    var codes: CodeList? {
      switch self {
      case .territory, .consortium, .duration, .completion: nil
      case .members, .seats, .control, .everyone, .sentence, .equalityPlan: nil
      case .measure: .measures
      case .coordinator: .applicantClasses
      case .previousAward: .previousAwards
      case .partnerShare: .regionCategories
      case .excludedPurpose: .specialPurposes
      case .costHeading: .costCategories
      }
    }
  }

  /// The kinds that a file can write, in the order of their declaration.
  public static let written = allCases.filter { $0.form != .derived }
}

/// A list of codes from which the values of a fact come.
public enum CodeList: String, Hashable, Sendable, CaseIterable {
  case applicantClasses = "applicant-classes"
  case regionCategories = "region-categories"
  case previousAwards = "previous-awards"
  case specialPurposes = "special-purposes"
  case costCategories = "cost-categories"
  /// What an item serves and an instrument exists for.
  case aims
  case bodyRoles = "body-roles"
  /// Those of `data/measures.xml`.
  case measures

  /// The codes; nil where they are data.
  public var codes: [String]? {
    switch self {
    case .applicantClasses: ApplicantClass.allCases.map(\.rawValue)
    case .regionCategories: RegionCategory.allCases.map(\.rawValue)
    case .previousAwards: PreviousAward.allCases.map(\.rawValue)
    case .specialPurposes: SpecialPurpose.allCases.map(\.rawValue)
    case .costCategories: CostCategory.allCases.map(\.rawValue)
    case .aims:
      [
        "migrants-integration",
        "justice",
        "culture",
        "climate-environment",
        "transport-energy-networks",
        "just-transition",
        "rural-areas",
        "health",
        "partner-countries",
      ]
    case .bodyRoles: BodyRole.allCases.map(\.rawValue)
    case .measures: nil
    }
  }

  /// The references under which `data/words/` may name its codes, such as `awards/first`.
  public var references: [String] { (codes ?? []).map { "\(rawValue)/\($0)" } }

  /// Whether a code is of the list, as far as the program knows it without data.
  public func allows(_ code: String) -> Bool { codes?.contains(code) ?? !code.isEmpty }
}
