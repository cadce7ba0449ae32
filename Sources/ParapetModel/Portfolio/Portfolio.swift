/// A city with its partners and the things that it wants to pay for.
public struct Portfolio: Hashable, Sendable {
  /// The city.
  public var city: City
  /// The investment items, in the order of the file.
  public var items: [Item]
  /// What was written and could not be read, in the order of the files.
  public var unread: [Unread]
  /// What the city has dismissed, in the order of its file.
  public var hidden: [HiddenPair] = []
  /// Its sites, what threatens them, and how the work goes on.
  public var records = CovenantRecords()
  /// What authorities or agreements really said, in the order of the file.
  public var agreed: [AgreedTerm] = []

  /// A city and its items.
  public init(city: City, items: [Item], unread: [Unread] = []) {
    self.city = city
    self.items = items
    self.unread = unread
  }
}

/// The city that applies, as it describes itself. What it does not state is unknown.
public struct City: Hashable, Sendable {
  /// A short name of small letters, digits and hyphens.
  public var id: String
  /// Its names.
  public var names: [LocalizedText] = []
  /// The facts that decide, those of any applicant.
  public var facts: ApplicantFacts
  /// The currency of its costs.
  public var currency: Currency = .euro
  /// When its council joined the Covenant.
  public var covenantJoined: Day?
  /// When its council voted the Covenant's action plan, where it has.
  public var planVoted: Day?
  /// Where it says when it joined, for diagnostics.
  public var joinedPlace: Diagnostic.Place?
  /// The partners that items can name.
  public var partners: [Partner] = []
  /// What it can contribute itself, by year.
  public var ownContribution: [Int: Money] = [:]
  /// The most that its treasury can pay before grants come; nothing where it does not say.
  public var bridge: Money?
  /// What a year of bridging costs, as a share; nothing where it does not say.
  public var interest: Rate?
  /// How many applications it can write.
  public var applications: Int?
  /// How many years after an investment a fund of the state pays its tax back; nothing where it does not say.
  public var taxFundYears: Int?
  /// What the law of its country adds, as it holds on the day judged; empty until it is looked up.
  public var national = NationalRules()
  /// What it found out about questions of eligibility.
  public var answers: [Answer] = []

  /// A city of which only its facts are known.
  public init(id: String, facts: ApplicantFacts) {
    self.id = id
    self.facts = facts
  }
}

/// What decides of any applicant, the city or a partner.
public struct ApplicantFacts: Hashable, Sendable {
  /// The country.
  public var country: Country?
  /// The region, NUTS 2021, level 0 to 3.
  public var nuts: String?
  /// Inhabitants.
  public var population: Int?
  /// The kind of body.
  public var applicant: ApplicantClass?
  /// The category of its region in 2021–2027.
  public var regionCategory: RegionCategory?
  /// The category of its region in 2014–2020.
  public var regionCategory2014: RegionCategory?
  /// Whether the region's product per head is below the Union's average.
  public var gdpBelowAverage: Bool?
  /// Whether it recovers value added tax.
  public var vat: VATStatus?
  /// What it was awarded before that a call can build on; nil where it is unknown, empty where it says none.
  public var awards: [PreviousAward]?
  /// What it is beside its class; nil where that is unknown, empty where it says that it is none of them.
  public var roles: [BodyRole]?
  /// How it takes part; nil where it does not say, and is a beneficiary.
  public var participation: Participation?
  /// The country from which others control it; nil where nobody elsewhere does.
  public var controlledFrom: Country?
  /// What else is said of it: shown and never judged.
  public var note: String?
  /// What forms call it for short; nil where it does not say.
  public var shortName: String?
  /// Its nine figures in the Union's register of participants (the PIC); nil where it does not say.
  public var participantCode: String?
  /// Facts that have no property of their own.
  public var others: [Fact: FactValue] = [:]

  /// An applicant of which nothing is known.
  public init() {}
}

/// A partner of the city.
public struct Partner: Hashable, Sendable {
  /// A short name.
  public var id: String
  /// Its name.
  public var name: String
  /// The facts that decide.
  public var facts: ApplicantFacts
  /// What it has promised to pay itself, by year, in the currency of the city's costs; empty where it promised nothing.
  public var ownContribution: [Int: Money] = [:]

  /// A partner from its parts.
  public init(id: String, name: String, facts: ApplicantFacts) {
    self.id = id
    self.name = name
    self.facts = facts
  }
}

/// An earlier grant or label that a call asks of its lead, or that shuts it out.
public enum PreviousAward: String, Hashable, Sendable, CaseIterable {
  /// An urban innovative action of 2015 to 2023.
  case urbanInnovativeAction = "urban-innovative-action"
  /// An innovative action of the European Urban Initiative.
  case europeanUrbanInitiative = "european-urban-initiative"
  /// A practice that URBACT has labelled.
  case urbactGoodPractice = "urbact-good-practice"
}

/// Whether an applicant recovers value added tax.
public enum VATStatus: Hashable, Sendable {
  /// All of it.
  case recoverable
  /// None of it.
  case nonRecoverable
  /// A share of it.
  case partly(recoverable: Rate)
}

/// One thing the city wants to pay for.
public struct Item: Hashable, Sendable {
  /// The half of the Covenant's action plan that it belongs to.
  public enum Component: String, Hashable, Sendable, CaseIterable {
    case prevention, protection
  }

  /// Whether an item may be paid for from several sources, each paying other costs of it.
  public enum Splitting: String, Hashable, Sendable, CaseIterable {
    /// It is paid for as a whole or not at all.
    case whole
    /// Each work package may stand alone.
    case workPackages = "work-packages"
    /// Each cost may stand alone.
    case lines
  }

  /// A short name, unique in the portfolio.
  public var id: String
  /// Its title.
  public var title: String
  /// What it is.
  public var text: String = ""
  /// What kind of thing: codes of `data/measures.xml`.
  public var measures: [String] = []
  /// Where no measure is stated or could be read: those that the item's own words speak of, to ask about.
  public var suggestedMeasures: [String] = []
  /// Prevention or protection.
  public var component: Component?
  /// Where.
  public var site: String?
  /// The first day of work.
  public var start: Day?
  /// The last day of work.
  public var end: Day?
  /// The total cost net of value added tax, where it is not given line by line.
  public var cost: Money?
  /// The value added tax on that cost.
  public var vat: Money?
  /// From 1, the highest, to 5.
  public var priority: Int?
  /// How many people take part in its events; nothing where the city does not say.
  public var participants: Int?
  /// What it costs a year once it is there; nothing where the city does not say.
  public var upkeep: Money?
  /// The partners that take part: nil where the cell is empty, since unknown is an answer; empty where the
  /// city says that it acts alone.
  public var partners: [String]?
  /// The technology readiness level that it starts from, 1 to 9.
  public var technologyReadiness: Int?
  /// Who leads the application: a partner's name or the city's own; nil where that is open.
  public var coordinator: String?
  /// Whether it may be paid for in parts.
  public var splitting = Splitting.whole
  /// What it serves that some law shuts out: nil where the city does not say, empty where it says none.
  public var purposes: [SpecialPurpose]?
  /// Facts that have no property of their own.
  public var others: [Fact: FactValue] = [:]
  /// The threats that it answers, as `site/threat`; empty where it names none.
  public var scenarios: [String] = []
  /// Other support for its costs.
  public var support: [OtherSupport] = []
  /// Its costs line by line.
  public var lines: [CostLine] = []
  /// Where it stands, for diagnostics.
  public var place: Diagnostic.Place

  /// An item of which only its name and title are known.
  public init(id: String, title: String, place: Diagnostic.Place = Diagnostic.Place(file: "")) {
    self.id = id
    self.title = title
    self.place = place
  }
}

/// A purpose that a security fund does not pay for (Regulation (EU) 2021/1149, Art. 5(5)).
public enum SpecialPurpose: String, Hashable, Sendable, CaseIterable {
  /// Nothing but the upkeep of public order at national level.
  case publicOrder = "public-order"
  /// Military or defence.
  case military
  /// Equipment that is first of all for customs control.
  case customsControl = "customs-control"
  /// Coercive equipment, such as weapons, ammunition, explosives and batons, unless for training.
  case coerciveEquipment = "coercive-equipment"
  /// Rewards to informants and flash money.
  case informantRewards = "informant-rewards"
}

/// One cost of an item.
public struct CostLine: Hashable, Sendable {
  /// A quantity of one, in ten-thousandths.
  public static let one: Int64 = 10_000

  /// The work package, or empty.
  public var workPackage: String = ""
  /// The partner that bears it; nil means the city.
  public var partner: String?
  /// The heading.
  public var category: CostCategory?
  /// What it is.
  public var text: String = ""
  /// How many, in ten-thousandths.
  public var quantity: Int64 = 10_000
  /// Of what: person-months, pieces.
  public var unit: String = ""
  /// The price of one, net.
  public var unitCost: Money
  /// Quantity times price, net, to the cent.
  public var cost: Money
  /// The value added tax on it, or nil where it is unknown.
  public var vat: Money?
  /// The year of the cost.
  public var year: Int?
  /// How long equipment lasts by the payer's own accounts, in months.
  public var usefulLife: Int?
  /// How many months of that life fall into the action; nil means those of the item.
  public var monthsInAction: Int?
  /// The share of its use that serves the action; nil means all, as an assumption.
  public var shareOfUse: Rate?
  /// Where it stands, for diagnostics.
  public var place: Diagnostic.Place

  /// A line of a quantity and a price; the cost is rounded half up to the cent.
  public init(quantity: Int64, unitCost: Money, place: Diagnostic.Place = Diagnostic.Place(file: "")) {
    self.quantity = quantity
    self.unitCost = unitCost
    self.cost = Rounding.nearestCent.round(unitCost, times: quantity, over: 10_000)
    self.place = place
  }
}
