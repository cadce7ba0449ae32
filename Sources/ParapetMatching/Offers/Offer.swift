public import ParapetModel

/// An opportunity together with what the instruments above it add: conditions, amounts, rates and cost rules.
///
/// It never changes and is part of every match with it: as an object it is shared and not copied each time, which
/// took a sixth of the time of a shortlist over 4,000 topics.
public final class Offer: Sendable {
  /// The opportunity itself.
  public let opportunity: Opportunity
  /// The instruments above it, nearest first; of a standing instrument, those above that one.
  public let instruments: [Opportunity]
  /// Its terms, for a budget: its own, and the instruments' where it states none; an authority's where one said so to the city
  /// that asks.
  public let terms: FundingTerms
  /// What our files and the feed say differently of it.
  public let differences: [Difference]
  let tree: Tree
  /// Whether it is a topic without a list of measures of its own, and so narrower than its instrument's list.
  let isNarrow: Bool
  /// How well it pays for each measure: a topic or call by its own list where it has one, and not by its instrument's.
  let strengths: MeasureStrengths
  /// Whether what it asks itself is known, beside what its instruments ask of all; see `Opportunity.statesConditions`.
  let hasOwnConditions: Bool
  /// What its own texts say, where that was kept.
  let gist: Gist?
  /// What the city found out about it, where it is the offer as one city sees it for one item.
  let answers: [GivenAnswer]

  /// Whether several organisations must apply together.
  public var asksForPartners: Bool { tree.organisations > 1 }

  /// Whether it is a topic that says nothing of measures itself and wants three or more to work together: who has none of them yet
  /// does not begin with it, unless its programme exists for what is to be done.
  var isForManyTogether: Bool { isNarrow && tree.organisations >= 3 }

  /// Whether it is a call for certain regions: elsewhere its programme stands as if it had none.
  var isForSomeRegionsAlone: Bool {
    guard !opportunity.level.isStanding else { return false }
    let territories = (opportunity.requirements?.criteria ?? []).filter {
      $0.kind == CriterionKind.territory.rawValue
    }
    return territories.flatMap(\.parameters).contains { $0.name == "include" && $0.attributes["nuts"] != nil }
  }

  init(
    _ opportunity: Opportunity, instruments: [Opportunity], tree: Tree, hasOwnConditions: Bool,
    differences: [Difference] = [], gist: Gist? = nil
  ) {
    answers = []
    self.hasOwnConditions = hasOwnConditions
    self.opportunity = opportunity
    self.gist = gist
    self.instruments = instruments
    self.tree = tree
    let lists = Set(
      (opportunity.requirements?.criteria ?? []).filter { $0.kind == CriterionKind.measure.rawValue }.map(
        \.id))
    isNarrow = opportunity.level == .topic && lists.isEmpty
    strengths =
      opportunity.level.isStanding || lists.isEmpty ? tree.strengths : tree.strengths(of: lists)
    self.differences = differences
    var funding = opportunity.funding
    var rules = opportunity.costRules
    for instrument in instruments {
      if funding.rates.isEmpty { funding.rates = instrument.funding.rates }
      // An instrument's range of grants holds for its calls only where the instrument itself states one.
      funding.minimumGrant = funding.minimumGrant ?? instrument.funding.minimumGrant
      funding.maximumGrant = funding.maximumGrant ?? instrument.funding.maximumGrant
      funding.lumpSums = funding.lumpSums ?? instrument.funding.lumpSums
      rules = rules.inheriting(instrument.costRules)
    }
    terms = FundingTerms(funding: funding, rules: rules)
  }

  /// The offer with what an authority really said to a city in place of what any source says.
  public func agreeing(to terms: [AgreedTerm]) -> Offer {
    let own = terms.filter { $0.concerns(opportunity) }
    return own.isEmpty ? self : Offer(self, agreed: own)
  }

  private init(_ offer: Offer, agreed: [AgreedTerm]) {
    terms = offer.terms.agreeing(to: agreed)
    opportunity = offer.opportunity
    instruments = offer.instruments
    tree = offer.tree
    hasOwnConditions = offer.hasOwnConditions
    differences = offer.differences
    gist = offer.gist
    isNarrow = offer.isNarrow
    strengths = offer.strengths
    answers = offer.answers
  }

  /// The same offer as a city sees it that has answered questions about it.
  init(_ offer: Offer, tree: Tree, answers: [GivenAnswer]) {
    self.answers = answers
    self.tree = tree
    terms = offer.terms
    opportunity = offer.opportunity
    instruments = offer.instruments
    differences = offer.differences
    isNarrow = offer.isNarrow
    strengths = offer.strengths
    hasOwnConditions = offer.hasOwnConditions
    gist = offer.gist
  }

  /// Whether its amounts are what a project is expected to need, and no bounds.
  var isIndicative: Bool {
    opportunity.programme?.code == "HORIZONEU" || opportunity.identifier.hasPrefix("HORIZON-")
  }

  /// Who manages its money, by itself or its nearest instrument that says so.
  public var management: Management? {
    opportunity.management ?? instruments.lazy.compactMap(\.management).first
  }

  /// Its amounts and rates.
  public var funding: Funding { terms.funding }

  /// Its cost rules.
  public var rules: CostRules { terms.rules }

  /// What an authority really said to the city that asks; taken over in amounts, rates and rules.
  public var agreed: [AgreedTerm] { terms.agreed }

  /// How well it pays for a measure, or nothing where its list does not accept it.
  func strength(of measure: String) -> MeasureKind.Strength? { strengths[measure] }

  /// A fact on which two sources disagree; the first is used, and both are shown.
  public struct Difference: Hashable, Sendable {
    /// The name of the fact.
    public var field: String
    /// The dialect of the source that is used, or nothing where that is our own file.
    public var curatedSource: String?
    /// What our file says, or the source that is used.
    public var curated: String
    /// The dialect of the other source, or nothing where one feed alone has the record.
    public var feedSource: String?
    /// What the feed says, or the other source.
    public var feed: String
  }
}
