import ParapetModel

/// What opportunities use of one item's words, as numbers: made for all of them, and read of few.
package struct WordMarks {
  /// The points of each opportunity, from 0 to 80.
  package let points: [UInt8]
  private let evidence: (Int) -> WordEvidence

  /// The marks of scores.
  ///
  /// - Parameter quotes: the words behind an opportunity's points, for the few where those of the instrument alone could
  ///   fill the quotation.
  init(
    _ scores: SubjectScores, _ query: SubjectQuery, _ index: SubjectIndex,
    quotes: @escaping (Int) -> [WordEvidence.Hit]
  ) {
    let unit = Float(index.lexicon.weights[.points])
    let points = scores.relevance.map { $0 > 0 ? UInt8(clamping: WordEvidence.points($0 * unit)) : 0 }
    self.points = points
    let (field, subjects, realms) = (query.field, query.subjects, query.realms)
    evidence = { document in
      var evidence = WordEvidence.none
      evidence.isOfField = field.admits(index.fields[document])
      evidence.isElsewhere =
        field != .unsure && index.titles[document].isApart(from: subjects, in: index.lexicon)
      evidence.isOfOtherRealm = realms.isApart(from: index.realms[document])
      guard scores.relevance[document] > 0 else { return evidence }
      evidence.points = Int(points[document])
      evidence.isTelling = scores.counts[document].usesMeasure || scores.counts[document].ownTerms > 1
      evidence.named = Int(scores.counts[document].named)
      evidence.speaksOfItem = scores.speaksOfItem(document)
      evidence.isOfTopic = scores.isOfTopic(document) { quotes(document) }
      return evidence
    }
  }

  /// Marks of evidence that is there.
  package init(_ found: [WordEvidence]) {
    points = found.map { UInt8(clamping: $0.points) }
    evidence = { found[$0] }
  }

  /// How many opportunities there are.
  package var count: Int { points.count }

  /// What an opportunity uses, without the words: as `WordSearch.words` has it with them.
  package subscript(document: Int) -> WordEvidence { evidence(document) }
}
