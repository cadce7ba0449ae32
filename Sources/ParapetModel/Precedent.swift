/// A project that was funded: under which topic, with how much, and who took part.
///
/// It is no opportunity; it shows a grant writer who won before, with which partners and for which sums.
public struct Precedent: Hashable, Sendable {
  /// The number of the grant agreement, which no other project has.
  public var id: String
  /// The short name.
  public var acronym: String?
  /// The titles, one a language.
  public var titles: [LocalizedText] = []
  /// The identifiers of the topics that it was funded under.
  public var topics: [String] = []
  /// The identifiers of the calls that these topics were part of.
  public var calls: [String] = []
  /// The code of the part of the programme that is its legal basis, such as `HORIZON.2.3`.
  public var programme: String?
  /// The code of the funding scheme, such as `HORIZON-IA`.
  public var scheme: String?
  /// The first day of the project.
  public var start: Day?
  /// Its last day.
  public var end: Day?
  /// What it costs in all.
  public var totalCost: Money?
  /// The largest contribution of the Union.
  public var contribution: Money?
  /// Who takes part, in the order of the grant agreement, the coordinator first.
  public var participants: [Participant] = []
  /// The project's page.
  public var page: String?

  /// A project of which only its number is known.
  public init(id: String) { self.id = id }

  /// What the Union pays: as stated, else the sum of what its participants receive, where each share is stated.
  public var paid: Money? {
    if let contribution { return contribution }
    let shares = participants.map { $0.contribution ?? $0.netContribution }
    guard !shares.isEmpty, shares.allSatisfy({ $0 != nil }) else { return nil }
    return shares.compactMap(\.self).reduce(.zero()) { $0 + $1 }
  }

  /// The countries of its participants, each once, by code.
  public var countries: [Country] { Set(participants.compactMap(\.country)).sorted() }

  /// An organisation in a funded project.
  public struct Participant: Hashable, Sendable {
    /// Its legal name.
    public var name: String
    /// Where it sits.
    public var country: Country?
    /// The town it sits in.
    public var town: String?
    /// What it is in the project.
    public var role: Role
    /// What kind of body it is.
    public var kind: Kind?
    /// Whether it is a small or medium-sized enterprise.
    public var isSmall: Bool?
    /// Whether it left the project before the end.
    public var hasLeft = false
    /// The Union's contribution to it, that of the third parties linked to it included.
    public var contribution: Money?
    /// The Union's contribution that stays with it.
    public var netContribution: Money?
    /// What its part costs.
    public var totalCost: Money?

    /// An organisation of which only its name and role are known.
    public init(name: String, role: Role) {
      self.name = name
      self.role = role
    }
  }

  /// What an organisation is in a project.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case coordinator
    case participant
    /// Works for a participant, which receives its share of the grant.
    case thirdParty = "third-party"
    /// Takes part without money of the Union.
    case associatedPartner = "associated-partner"
    /// Anything else that the source names.
    case other
  }

  /// The kinds of body that the register of funded projects knows.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case publicBody = "PUB"
    case education = "HES"
    case research = "REC"
    case company = "PRC"
    case other = "OTH"
  }
}
