public import ParapetModel

/// Part A of the Union's application form: who takes part, as what, and what each spends and asks for.
public struct ParticipantTable: Hashable, Sendable {
  /// What a participant is in an application.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// It leads.
    case coordinator
    /// The city, which leads unless something else is stated.
    case presumedCoordinator = "presumed-coordinator"
    /// It signs the agreement.
    case beneficiary
    /// It belongs to a beneficiary.
    case affiliated
    /// It takes part without money.
    case associated
  }

  /// One participant.
  public struct Row: Hashable, Sendable {
    /// Its number on the form; the coordinator is the first.
    public var number: Int
    /// The partner; nothing means the city.
    public var partner: String?
    /// What it is in the application.
    public var role: Role
    /// What is known of it.
    public var facts: ApplicantFacts
    /// The highest share that is granted; nothing where it has no costs or no rate is stated.
    public var rate: Rate?
    /// What it spends, what of it is eligible, what it asks for and what is left to it.
    public var totals: Budget.Totals
  }

  /// The participants, the coordinator first, then in the order of the portfolio.
  public var rows: [Row]
  /// The sums over all of them.
  public var totals: Budget.Totals

  /// The participants of a budget: the city, whoever bears a cost, and whoever an item names.
  public init(_ budget: Budget, items: [Item], city: City) {
    let columns = Dictionary(
      EUGrantTable(budget).columns.map { ($0.partner, $0) }, uniquingKeysWith: { first, _ in first })
    let stated = Set(items.compactMap(\.coordinator))
    let lead = stated.count == 1 ? stated.first : nil
    var named = Set(items.flatMap { $0.partners ?? [] })
    if let lead { named.insert(lead) }
    let known = Dictionary(city.partners.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let others = city.partners.map(\.id).filter { named.contains($0) || columns[$0] != nil }
    // Whom a cost names and the city does not is shown all the same.
    let strangers = columns.keys.compactMap(\.self).filter { known[$0] == nil }.sorted()
    var participants: [String?] = [nil] + others + strangers
    if let place = participants.firstIndex(where: { $0 != nil && $0 == lead }) {
      participants.insert(participants.remove(at: place), at: 0)
    }
    let isAlone = participants.count == 1
    let nothing = Budget.Totals(
      cost: .zero(budget.currency), eligible: .zero(budget.currency),
      grant: budget.totals.grant.map { _ in .zero(budget.currency) },
      own: budget.totals.own.map { _ in .zero(budget.currency) })
    rows = participants.enumerated().map { place, partner in
      let facts = partner.map { known[$0]?.facts ?? ApplicantFacts() } ?? city.facts
      let column = columns[partner]
      let isLead = (partner ?? city.id) == lead || (isAlone && lead == nil)
      let ofItself: Role =
        switch facts.participation {
        case .affiliated: .affiliated
        case .associated: .associated
        case .beneficiary, nil: partner == nil && lead == nil ? .presumedCoordinator : .beneficiary
        }
      return Row(
        number: place + 1, partner: partner, role: isLead ? .coordinator : ofItself, facts: facts,
        rate: column?.rate,
        totals: column.map {
          Budget.Totals(cost: $0.cost, eligible: $0.eligible, grant: $0.grant, own: $0.own)
        } ?? nothing)
    }
    totals = budget.totals
  }
}
