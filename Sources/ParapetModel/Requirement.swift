/// A condition of a funding opportunity: a tree of criteria joined by all, any and not.
///
/// Trees are data, read from files; what a kind of criterion means is known to Matching alone. Names follow the
/// Union's Core Criterion and Core Evidence Vocabulary (requirement, criterion, evidence).
public indirect enum Requirement: Hashable, Sendable {
  /// Every part must hold.
  case all([Requirement])
  /// At least one part must hold.
  case any([Requirement])
  /// The part must not hold.
  case not(Requirement)
  /// A leaf.
  case criterion(Criterion)

  /// All leaves, in the order of the file.
  public var criteria: [Criterion] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.criteria)
    case .not(let part): part.criteria
    case .criterion(let criterion): [criterion]
    }
  }

  /// The same tree with each leaf replaced.
  public func mapCriteria(_ transform: (Criterion) -> Criterion) -> Requirement {
    switch self {
    case .all(let parts): .all(parts.map { $0.mapCriteria(transform) })
    case .any(let parts): .any(parts.map { $0.mapCriteria(transform) })
    case .not(let part): .not(part.mapCriteria(transform))
    case .criterion(let criterion): .criterion(transform(criterion))
    }
  }
}

/// One testable condition, as plain data: its kind, its parameters, its citation and its examples.
public struct Criterion: Hashable, Sendable {
  /// A name that is unique within its opportunity and stable over time.
  public var id: String
  /// The kind, such as `territory`; the kinds are those of Matching.
  public var kind: String
  /// The parameters in the order of the file.
  public var parameters: [Parameter]
  /// Where the condition comes from.
  public var citation: Citation
  /// The inherited criterion that this one replaces.
  public var overrides: String?
  /// What the condition says of made-up cities; each is run as a test.
  public var examples: [Example]
  /// Where it stands, for diagnostics.
  public var place: Diagnostic.Place

  /// A criterion from its parts.
  public init(
    id: String, kind: String, parameters: [Parameter] = [], citation: Citation, overrides: String? = nil,
    examples: [Example] = [], place: Diagnostic.Place = Diagnostic.Place(file: "")
  ) {
    self.id = id
    self.kind = kind
    self.parameters = parameters
    self.citation = citation
    self.overrides = overrides
    self.examples = examples
    self.place = place
  }

  /// One element inside a criterion, such as `<include group="EU"/>`.
  public struct Parameter: Hashable, Sendable {
    /// The name of what says that a criterion adds to the one it replaces: what that accepts and refuses stays.
    public static let widens = "widens"

    /// The element's name.
    public var name: String
    /// Its attributes.
    public var attributes: [String: String]

    /// A parameter of a name with attributes.
    public init(_ name: String, _ attributes: [String: String] = [:]) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// A made-up city and what the criterion says of it; a fact that is left out is unknown.
  public struct Example: Hashable, Sendable {
    /// What the criterion must answer.
    public var outcome: Outcome
    /// The facts, by name.
    public var facts: [String: String]
    /// Where it stands, for diagnostics.
    public var place: Diagnostic.Place

    /// An example from its parts.
    public init(
      outcome: Outcome, facts: [String: String], place: Diagnostic.Place = Diagnostic.Place(file: "")
    ) {
      self.outcome = outcome
      self.facts = facts
      self.place = place
    }
  }
}

/// What a criterion says of one city and one item.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// It holds.
  case met
  /// It does not hold.
  case unmet
  /// A fact is missing, on the city's side or on the source's.
  case undecided
}
