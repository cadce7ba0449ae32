/// The concepts of urban security with their words by language, and what a search weighs them by.
public struct Glossary: Hashable, Sendable {
  /// The concepts, in the order of the file.
  public var concepts: [Concept] = []
  /// The words by language; the first is the one most sources write in.
  public var languages: [Wording] = []
  /// How often words stand in calls, counted once over many; nothing counts them where a search is made.
  public var frequencies: WordFrequencies?
  /// With which other words each word stands in calls, worked out once over many.
  public var directions: TermDirections?
  /// What each kind of evidence counts.
  public var weights = RelevanceWeights()

  /// A glossary without a word.
  public init() {}

  /// Something that a city deals with, whatever it is called.
  public struct Concept: Hashable, Sendable {
    /// What it is to a city.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// Something done: a measure, or a part of one.
      case measure
      /// Where it is done.
      case site
      /// Against what.
      case threat
      /// For whom and with whom.
      case group
      /// With what, and the field of life that it touches.
      case means
      /// The form that work takes, such as a joint procurement: an item is asked for it (`WorkDemand`), and no search
      /// weighs it.
      case form
    }

    /// Which texts on the safety of people and places share it with others.
    public enum Field: String, Hashable, Sendable, CaseIterable {
      /// Hardly any other text speaks of it: police.
      case own
      /// Texts on other things do, too: crises, districts.
      case shared
      /// Not a word of the field, but what a city does by that name is: its action plan is one on security, a call's may be
      /// one on steel.
      case item
    }

    /// What people and places are protected from, where funds for the one pay nothing for the other.
    public enum Realm: String, Hashable, Sendable, CaseIterable {
      /// What people do on purpose: crime, terror, and the police against both.
      case crime
      /// What befalls a city: floods, fires, power cuts, and civil protection against them.
      case hazard
      /// What serves against both: preparedness, rescue, the command of a crisis.
      case either
    }

    /// Its name, of small letters and hyphens.
    public var id: String
    /// What it is to a city.
    public var kind: Kind
    /// The wider concepts that it falls under.
    public var broader: [String]
    /// Whose word it is; nothing where any text may speak of it, such as of skills.
    public var field: Field?
    /// Whether a call that names it in its title serves it alone: a call on borders serves no city that does not speak of
    /// one.
    public var isApart: Bool
    /// Of which realm it is; nothing where it tells nothing of that, such as a square.
    public var realm: Realm?

    /// A concept from its parts.
    public init(
      id: String, kind: Kind, broader: [String] = [], field: Field? = nil, isApart: Bool = false,
      realm: Realm? = nil
    ) {
      self.id = id
      self.kind = kind
      self.broader = broader
      self.field = field
      self.isApart = isApart
      self.realm = realm
    }
  }

  /// The words of one language.
  public struct Wording: Hashable, Sendable {
    /// The language's tag, such as `en`.
    public var language: String
    /// Words that say nothing of a subject, and tell which language a text is in.
    public var functionWords: [String] = []
    /// Words that every call uses; they count only inside a longer term.
    public var commonWords: [String] = []
    /// The words and phrases of each concept, by its name.
    public var terms: [String: [String]] = [:]
    /// What inflection and derivation put at the end of words, and the ending that English has in its place: *ciones*
    /// for *tion*, or nothing for what only inflects.
    public var endings: [Ending] = []
    /// Words that mean something else than their like in other languages, so that a text is not found by their spelling.
    public var falseFriends: [String] = []
    /// Whether words are written together, so that a term may stand inside a longer word.
    public var hasCompounds = false

    /// The end of a word, and what stands in its place.
    public struct Ending: Hashable, Sendable {
      /// The letters at the end.
      public var letters: String
      /// The letters in their place; empty where they only inflect.
      public var replacement: String

      /// An ending with what replaces it.
      public init(_ letters: String, replacedBy replacement: String) {
        self.letters = letters
        self.replacement = replacement
      }
    }

    /// A language without a word.
    public init(language: String) { self.language = language }
  }
}

/// In how many of many calls each word stands: a word that all use says less than one that few use.
public struct WordFrequencies: Hashable, Sendable {
  /// Words that stand in the same number of calls.
  public struct Group: Hashable, Sendable {
    /// In how many calls.
    public var count: Int
    /// The folded words, parted by spaces.
    public var words: String

    /// Words of one count.
    public init(count: Int, words: String) {
      self.count = count
      self.words = words
    }
  }

  /// How many calls were counted.
  public var documents: Int
  /// The language they are in.
  public var language: String
  /// The words, by how often they were found.
  public var words: [Group] = []
  /// The names of concepts and measures, by how often any of their words was found.
  public var concepts: [Group] = []
  /// The usual number of words of each field that was counted, in hundredths, by the field's name.
  public var lengths: [String: Int] = [:]

  /// A count of so many calls.
  public init(documents: Int, language: String) {
    self.documents = documents
    self.language = language
  }
}
