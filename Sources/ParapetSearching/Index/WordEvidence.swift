/// The words of an item that an opportunity uses, with the fields in which they were found.
public struct WordEvidence: Hashable, Sendable {
  /// A field of an opportunity that is searched.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case title, keywords, call, instrument, description
  }

  /// A word or phrase that was found, as the opportunity spells it.
  public struct Hit: Hashable, Sendable {
    /// The words, quoted from the field.
    public var text: String
    /// The weightiest field in which they stand.
    public var field: Field
  }

  /// What was found, weightiest first.
  public var hits: [Hit]
  /// From 0 to 80.
  public var points: Int
  /// Whether the words are enough to call the opportunity on the item's subject: a term of the item's measures, or
  /// two words of the item's own text; one word alone is often another word of the same spelling.
  public var isTelling: Bool

  /// Whether any of the words stands in the opportunity's own text and not only in its instrument's.
  package internal(set) var isOfTopic: Bool
  /// Whether both are on the safety of people and places, or one of them may be on anything: false where the item is, and
  /// the opportunity says at length what it is for and hardly speaks of it.
  package internal(set) var isOfField = true

  /// Whether the opportunity's title names a place or threat that a call serves alone, and none that the item names.
  package internal(set) var isElsewhere = false

  /// Whether the item names what people do on purpose alone and the opportunity what befalls a city alone, or the other
  /// way round.
  package internal(set) var isOfOtherRealm = false

  /// Whether the item's own words and concepts stand there, and not hardly more than a term of its measures and what is used
  /// beside them.
  package internal(set) var speaksOfItem = true

  /// How many of the item's own concepts stand in the opportunity's title or among its keywords.
  package internal(set) var named = 0

  package init(hits: [Hit], points: Int, isTelling: Bool) {
    self.hits = hits
    self.points = points
    self.isTelling = isTelling
    isOfTopic = hits.contains { $0.field != .instrument }
  }

  /// The most points that words can have.
  package static let mostPoints = 80

  /// The points of a relevance in such units: they grow as it does up to 70, which half of the right topics of
  /// `reports/quality.md` have at most, and from there four times out of ten, so that the nearest are still told apart.
  static func points(_ relevance: Float) -> Int {
    let knee: Float = 70
    return min(mostPoints, Int((relevance <= knee ? relevance : knee + (relevance - knee) * 0.4) + 0.5))
  }

  /// Nothing found.
  public static let none = WordEvidence(hits: [], points: 0, isTelling: false)
}
