public import ParapetModel

/// The words of an item that an opportunity uses, with the fields in which they were found.
public struct WordEvidence: Hashable, Sendable {
  /// A field of an opportunity that is searched.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case title, keywords, call, instrument, description

    /// How much a word counts in it.
    var weight: Int {
      switch self {
      case .title: 4
      case .keywords, .call: 3
      case .instrument: 2
      case .description: 1
      }
    }
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
  /// From 0 to 30.
  public var points: Int
  /// Whether the words are enough to call the opportunity on the item's subject: a term of the glossary, or two
  /// words of the item's own text; one word alone is often another word of the same spelling.
  public var isTelling: Bool

  /// Whether any of the words stands in the opportunity's own text and not only in its instrument's.
  var isOfTopic: Bool { hits.contains { $0.field != .instrument } }

  /// Nothing found.
  public static let none = WordEvidence(hits: [], points: 0, isTelling: false)
}

/// Searches many opportunities for the words of many items in one pass over their texts.
public struct WordSearch: Sendable {
  private let offers: [Offer]
  private let languages: [Vocabulary]
  private let today: Day?

  /// A search through offers; each vocabulary's glossary widens an item's words by those of its measures.
  ///
  /// How rare a word is counts among the offers that are not closed on the day, so that a pair fits as well in a
  /// list of everything as in the list of what is open; without a day it counts among all.
  public init(offers: [Offer], vocabularies: [Vocabulary], on day: Day? = nil) {
    self.offers = offers
    languages = vocabularies
    today = day
  }

  /// What each offer uses of each item's words, in the order of the items and of the offers.
  public func evidence(for items: [Item]) -> [[WordEvidence]] {
    var index = PhraseIndex()
    let wanted = items.map { item in
      var phrases: [Int: Int] = [:]
      for text in [item.title, item.text] {
        for phrase in index.singles(of: text) { phrases[phrase] = 1 }
      }
      for measure in item.measures {
        for vocabulary in languages {
          for term in vocabulary.terms[measure] ?? [] {
            // A glossary term stands for the measure itself and counts double.
            if let phrase = index.add(term) { phrases[phrase] = WordSearch.glossary }
          }
        }
      }
      return phrases
    }
    let found = offers.map { offer in index.search(WordSearch.fields(of: offer)) }
    var documents = [Int](repeating: 0, count: index.count)
    var counted = 0
    for (offer, finds) in zip(offers, found) {
      if let today, offer.opportunity.status(on: today) == .closed { continue }
      counted += 1
      for phrase in finds.keys { documents[phrase] += 1 }
    }
    let rarity = documents.map { WordSearch.rarity(found: $0, among: counted) }
    return wanted.map { phrases in
      found.map { finds in WordSearch.score(phrases, finds: finds, rarity: rarity) }
    }
  }

  /// How much a term of the glossary counts beside a word of the item's own text.
  private static let glossary = 2

  private static func fields(of offer: Offer) -> [(WordEvidence.Field, String)] {
    let opportunity = offer.opportunity
    var fields: [(WordEvidence.Field, String)] = []
    fields += opportunity.titles.map { (.title, $0.text) }
    fields += opportunity.keywords.map { (.keywords, $0.text) }
    fields += opportunity.partOf.flatMap(\.titles).map { (.call, $0.text) }
    if let nearest = offer.instruments.first {
      fields += (nearest.titles + nearest.keywords).map { (.instrument, $0.text) }
    }
    fields += opportunity.descriptions.map { (.description, $0.text) }
    return fields
  }

  /// A word that every offer uses says nothing, one that few use says much: the binary logarithm of the inverse
  /// share, in whole numbers so that every machine agrees.
  private static func rarity(found: Int, among count: Int) -> Int {
    let inverse = max(1, count / max(1, found))
    return Int.bitWidth - inverse.leadingZeroBitCount
  }

  private static func score(
    _ phrases: [Int: Int], finds: [Int: PhraseIndex.Find], rarity: [Int]
  ) -> WordEvidence {
    var scored: [(score: Int, find: PhraseIndex.Find)] = []
    var usesGlossary = false
    for (phrase, find) in finds {
      guard let factor = phrases[phrase] else { continue }
      usesGlossary = usesGlossary || factor == glossary
      scored.append((factor * find.field.weight * rarity[phrase], find))
    }
    guard !scored.isEmpty else { return .none }
    // Of equal weight the first in the alphabet: a phrase's number depends on the items that are asked beside.
    scored.sort { ($1.score, $0.find.text) < ($0.score, $1.find.text) }
    // The five best say what the rest repeats; sixty is what a topic on the very subject reaches.
    let sum = scored.prefix(5).reduce(0) { $0 + $1.score }
    var hits: [WordEvidence.Hit] = []
    for entry in scored.prefix(5) {
      let hit = WordEvidence.Hit(text: entry.find.text, field: entry.find.field)
      if !hits.contains(hit) { hits.append(hit) }
    }
    return WordEvidence(
      hits: hits, points: min(30, sum / 4), isTelling: hits.count > 1 || usesGlossary)
  }
}
