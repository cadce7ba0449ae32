/// When the money of a grant comes: the shares paid in advance and on the way, and how long each step takes.
public struct PaymentTerms: Hashable, Sendable {
  /// Whom the terms are for.
  public enum Scope: Hashable, Sendable {
    /// One instrument, by its identifier.
    case instrument(String)
    /// All instruments that are managed in one way, where they have no terms of their own.
    case management(Management)
    /// All topics of a family, by the parts that their identifiers have in this order, the first at the beginning and the last
    /// at the end: `HORIZON-CL3-*-CS-*` has the parts `HORIZON-CL3-`, `-CS-` and nothing.
    case family([String])
  }

  /// Whom they are for.
  public var scope: Scope
  /// The share paid after the agreement is signed.
  public var advance: Rate
  /// The share paid on a report half way through.
  public var interim: Rate
  /// Months from the deadline to the agreement.
  public var monthsToAgreement: Int
  /// Days from a claim, or from the agreement for the advance, to the payment.
  public var daysToPay: Int
  /// Where the shares come from.
  public var citation: Citation

  /// The terms of a scope.
  public init(
    scope: Scope, advance: Rate, interim: Rate, monthsToAgreement: Int, daysToPay: Int, citation: Citation
  ) {
    self.scope = scope
    self.advance = advance
    self.interim = interim
    self.monthsToAgreement = monthsToAgreement
    self.daysToPay = daysToPay
    self.citation = citation
  }

  /// The share paid at the end.
  public var balance: Rate {
    Rate(millionths: max(0, Rate.whole.millionths - advance.millionths - interim.millionths))
  }
}

/// How many days a proposal of a kind takes, from the decision to write it to handing it in.
public struct PreparationTime: Hashable, Sendable {
  /// Whom it is for.
  public var scope: PaymentTerms.Scope
  /// The days.
  public var days: Int
  /// Where the figure comes from.
  public var citation: Citation

  /// The days of a scope.
  public init(scope: PaymentTerms.Scope, days: Int, citation: Citation) {
    self.scope = scope
    self.days = days
    self.citation = citation
  }
}

/// Two sources that may not both pay for parts of one item, not even for different costs of it.
public struct CumulationRule: Hashable, Sendable {
  /// Its name.
  public var id: String
  /// The one side.
  public var first: PaymentTerms.Scope
  /// The other side.
  public var second: PaymentTerms.Scope
  /// What the rule says, by language.
  public var texts: [LocalizedText]
  /// Where it comes from.
  public var citation: Citation

  /// A rule between two sides.
  public init(
    id: String, first: PaymentTerms.Scope, second: PaymentTerms.Scope, texts: [LocalizedText],
    citation: Citation
  ) {
    self.id = id
    self.first = first
    self.second = second
    self.texts = texts
    self.citation = citation
  }
}

/// A form of work that an instrument imposes and that no list of measures tells: whoever applies says that the item is one.
public struct WorkDemand: Hashable, Sendable {
  /// Whom it is for.
  public var scope: PaymentTerms.Scope
  /// What it is called in lists and files.
  public var form: String
  /// The role of a body that does such work.
  public var role: BodyRole?
  /// The kind of body without which there is no such work.
  public var partner: ApplicantClass?
  /// Whether it is work with a body of another country, which the item names.
  public var isAbroad = false
  /// Whether no partner of another country is named: it is work of one state alone.
  public var isWithinState = false
  /// The countries or regions (NUTS, of any level) of each of which somebody takes part where the demand is meant: a country
  /// makes it a state's own, several places a programme of their border's; nothing means all.
  public var places: [String] = []
  /// The inhabitants of a city whose work is such work whatever it is.
  public var population: ClosedRange<Int>?
  /// The measure that an item must be first of all for the demand to be meant; nothing means every item.
  public var firstMeasure: String?
  /// Whether a list leaves out what asks for it, too; else a plan alone does.
  public var bindsLists = false
  /// Whether it holds for the parts of a programme as well, and its calls.
  public var reachesParts = true
  /// Concepts by which an item's own words say that it is no such work, unless something else of the demand says that it is:
  /// an item that names none of them meets the demand.
  public var refused: [String] = []
  /// How many take part at least, the city with the partners that the item names.
  public var leastMembers: Int?
  /// How many months the work lasts at least: a started month counts as one.
  public var leastMonths: Int?
  /// What the work costs at least, net of tax; an item priced in another currency says nothing of it and is taken for such work.
  public var leastCost: Money?
  /// Measures that are such work.
  public var measures: [String]
  /// Concepts of the glossary by which an item's own words say so.
  public var concepts: [String]
  /// What it is called, by language.
  public var texts: [LocalizedText]
  /// Where it comes from.
  public var citation: Citation

  /// A demand from its parts.
  public init(
    scope: PaymentTerms.Scope, form: String, role: BodyRole?, partner: ApplicantClass?, measures: [String],
    concepts: [String], texts: [LocalizedText], citation: Citation
  ) {
    self.scope = scope
    self.form = form
    self.role = role
    self.partner = partner
    self.measures = measures
    self.concepts = concepts
    self.texts = texts
    self.citation = citation
  }
}

/// How grants are paid and which may stand side by side: data of every instrument, beside its own file.
public struct GrantPractice: Hashable, Sendable {
  /// The terms of payment, in the order of the file.
  public var payments: [PaymentTerms] = []
  /// How long proposals take, in the order of the file.
  public var preparation: [PreparationTime] = []
  /// What may not stand side by side, in the order of the file.
  public var cumulation: [CumulationRule] = []
  /// Forms of work that instruments impose, in the order of the file.
  public var works: [WorkDemand] = []

  /// Practice of which nothing is known.
  public init() {}
}
