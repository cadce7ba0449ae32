public import ParapetModel

/// What there is to tell of a city after a night.
public struct Digest: Hashable, Sendable {
  /// A deadline that is near.
  public struct Due: Hashable, Sendable {
    /// The items that it is for.
    public var items: [String]
    /// The opportunity.
    public var opportunity: Opportunity
    /// When.
    public var deadline: Deadline
    /// How many days are left.
    public var days: Int

    /// A deadline of an opportunity, so many days away.
    public init(items: [String], opportunity: Opportunity, deadline: Deadline, days: Int) {
      self.items = items
      self.opportunity = opportunity
      self.deadline = deadline
      self.days = days
    }
  }

  /// Somebody who is told.
  public struct Reader: Hashable, Sendable {
    /// The person.
    public var person: BatchOrder.Person
    /// The file that names the person.
    public var file: String

    /// A person and the file.
    public init(_ person: BatchOrder.Person, file: String) {
      self.person = person
      self.file = file
    }
  }

  /// The city's id.
  public var city: String
  /// The city's name by language.
  public var names: [LocalizedText]
  /// The titles of its items, by id.
  public var items: [String: String] = [:]
  /// The folder of its portfolio, for commands.
  public var folder: String
  /// What changed, in the order in which it is told.
  public var changes: [CityChange] = []
  /// Deadlines that are near.
  public var due: [Due] = []
  /// What the Covenant asks by a day that is near.
  public var duties: [CovenantDuty] = []
  /// How many pairs are hidden.
  public var hidden = 0
  /// How many opportunities the lists have.
  public var watched = 0
  /// The day of the state that was compared with; nothing where this is the first.
  public var since: Day?
  /// Whether nothing is told this once.
  public var isBaseline = false
  /// Who is told; nobody where it is the city's own page.
  public var reader: Reader?

  /// A digest of a city in which nothing changed.
  public init(city: String, names: [LocalizedText], folder: String) {
    self.city = city
    self.names = names
    self.folder = folder
  }

  /// Whether there is nothing to tell: wording and order alone are a count.
  public var isEmpty: Bool { due.isEmpty && duties.isEmpty && !changes.contains { $0.severity != .grey } }

  /// Whether something is red.
  public var isRed: Bool { changes.contains { $0.severity == .red } }
}
