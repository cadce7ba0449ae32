import ParapetModel

/// What opportunities use of one item's words, as numbers: made for all of them, and read of few.
package struct WordMarks {
  /// The points of each opportunity, from 0 to 80.
  package let points: [UInt8]
  /// What tells more than the points: a search, or evidence that was there before.
  private let search: Search?
  private let found: [WordEvidence]

  /// What a search came to; an object, since it is asked of pair after pair.
  private final class Search {
    let scores: SubjectScores
    let index: SubjectIndex
    let field: FieldShare.Item
    let subjects: NamedSubjects
    let realms: Realms
    let quotes: (Int) -> [WordEvidence.Hit]

    init(
      _ scores: SubjectScores, _ query: SubjectQuery, _ index: SubjectIndex,
      quotes: @escaping (Int) -> [WordEvidence.Hit]
    ) {
      self.scores = scores
      self.index = index
      (field, subjects, realms) = (query.field, query.subjects, query.realms)
      self.quotes = quotes
    }
  }

  /// The marks of scores.
  ///
  /// - Parameter quotes: the words behind an opportunity's points, for the few where those of the instrument alone could
  ///   fill the quotation.
  init(
    _ scores: SubjectScores, _ query: SubjectQuery, _ index: SubjectIndex,
    quotes: @escaping (Int) -> [WordEvidence.Hit]
  ) {
    let unit = Float(index.lexicon.weights[.points])
    points = scores.relevance.map { $0 > 0 ? UInt8(clamping: WordEvidence.points($0 * unit)) : 0 }
    search = Search(scores, query, index, quotes: quotes)
    found = []
  }

  /// Marks of evidence that is there.
  package init(_ found: [WordEvidence]) {
    points = found.map { UInt8(clamping: $0.points) }
    search = nil
    self.found = found
  }

  /// How many opportunities there are.
  package var count: Int { points.count }

  /// What an opportunity uses, without the words: as `WordSearch.words` has it with them.
  package subscript(document: Int) -> WordEvidence {
    guard let search else { return found[document] }
    let index = search.index
    var evidence = WordEvidence.none
    evidence.isOfField = search.field.admits(index.fields[document])
    evidence.isElsewhere =
      search.field != .unsure && index.titles[document].isApart(from: search.subjects, in: index.lexicon)
    evidence.isOfOtherRealm = search.realms.isApart(from: index.realms[document])
    guard search.scores.relevance[document] > 0 else { return evidence }
    let counts = search.scores.counts[document]
    evidence.points = Int(points[document])
    evidence.isTelling = search.scores.usesMeasure[document] || counts.ownTerms > 1
    evidence.named = counts.named
    evidence.speaksOfItem = search.scores.speaksOfItem(document)
    evidence.isOfTopic = search.scores.isOfTopic(document) { search.quotes(document) }
    return evidence
  }
}
