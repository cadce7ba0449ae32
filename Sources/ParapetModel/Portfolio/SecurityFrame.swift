/// The words in which a city assesses its sites and tells how its work goes on: `data/covenant.xml`.
public struct SecurityFrame: Hashable, Sendable {
  /// A code with its names.
  public struct Term: Hashable, Sendable {
    /// The code.
    public var code: String
    /// Its names, one for each language.
    public var names: [LocalizedText]

    /// A code and its names.
    public init(code: String, names: [LocalizedText]) {
      self.code = code
      self.names = names
    }
  }

  /// A kind of threat and what is commonly done about it.
  public struct Threat: Hashable, Sendable {
    /// Its code and names.
    public var term: Term
    /// The measures, in the order in which they are thought of.
    public var suggestions: [Suggestion]

    /// A threat from its parts.
    public init(term: Term, suggestions: [Suggestion]) {
      self.term = term
      self.suggestions = suggestions
    }
  }

  /// A measure that answers a threat, and why.
  public struct Suggestion: Hashable, Sendable {
    /// The measure.
    public var measure: String
    /// Why, one text for each language.
    public var reasons: [LocalizedText]

    /// A measure with its reason.
    public init(measure: String, reasons: [LocalizedText]) {
      self.measure = measure
      self.reasons = reasons
    }
  }

  /// What is graded in levels.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    case consequence, probability, confidence
  }

  /// What a state means, whatever it is called.
  public enum Meaning: String, Hashable, Sendable, CaseIterable {
    /// The work has not begun.
    case waiting
    /// A deadline was missed or an application refused: the money must come from elsewhere.
    case lost
    /// The work goes on.
    case running
    /// The work is done.
    case done
    /// It was given up.
    case dropped
  }

  /// A state of an item.
  public struct State: Hashable, Sendable {
    /// Its code and names.
    public var term: Term
    /// What it means.
    public var meaning: Meaning
    /// The states that may follow.
    public var next: [String]

    /// A state from its parts.
    public init(term: Term, meaning: Meaning, next: [String]) {
      self.term = term
      self.meaning = meaning
      self.next = next
    }
  }

  /// A question of the checklist of security by design, or of governance and fundamental rights.
  public struct Check: Hashable, Sendable {
    /// Where the questions come from.
    public enum Group: String, Hashable, Sendable, CaseIterable {
      /// The Commission's good practices, SWD(2019) 140.
      case practices
      /// The concepts of security by design.
      case design
      /// The strategies of crime prevention through environmental design, ISO 22341.
      case environment
      /// Data protection and fundamental rights.
      case rights
    }

    /// Its code and the question in words.
    public var term: Term
    /// Where it comes from.
    public var group: Group
    /// The measures that it is asked of.
    public var measures: [String]
    /// Its source.
    public var citation: Citation
    /// What an application can say of a measure that it is asked of, one text for each language; empty where it says
    /// nothing.
    public var arguments: [LocalizedText] = []

    /// A question from its parts.
    public init(term: Term, group: Group, measures: [String], citation: Citation) {
      self.term = term
      self.group = group
      self.measures = measures
      self.citation = citation
    }
  }

  /// What is commonly measured of a measure.
  public struct UsualIndicator: Hashable, Sendable {
    /// Its code and its unit in words.
    public var term: Term
    /// Which way is better.
    public var direction: Indicator.Direction
    /// The measures.
    public var measures: [String]

    /// An indicator from its parts.
    public init(term: Term, direction: Indicator.Direction, measures: [String]) {
      self.term = term
      self.direction = direction
      self.measures = measures
    }
  }

  /// The kinds of place.
  public var categories: [Term] = []
  /// The threats.
  public var threats: [Threat] = []
  /// The levels of each scale, by their numbers.
  public var levels: [Scale: [Int: [LocalizedText]]] = [:]
  /// The states of items.
  public var states: [State] = []
  /// The checklist.
  public var checks: [Check] = []
  /// What is commonly measured.
  public var usualIndicators: [UsualIndicator] = []

  /// A frame without words.
  public init() {}

  /// The state of a code.
  public func state(_ code: String) -> State? { states.first { $0.term.code == code } }

  /// The threat of a code.
  public func threat(_ code: String) -> Threat? { threats.first { $0.term.code == code } }

  /// The questions that are asked of an item of some measures.
  public func checks(of measures: [String]) -> [Check] {
    checks.filter { check in check.measures.contains { measures.contains($0) } }
  }

  /// What is commonly measured of an item of some measures.
  public func usualIndicators(of measures: [String]) -> [UsualIndicator] {
    usualIndicators.filter { usual in usual.measures.contains { measures.contains($0) } }
  }
}
