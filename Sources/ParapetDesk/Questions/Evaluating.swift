import ParapetSearching
import ParapetCatalogue
import ParapetFeeds
public import ParapetMatching
public import ParapetModel

/// Questions with known answers, each ranked when it is asked for.
public struct Examination: Sendable {
  /// The questions of the gold file that could be read.
  public let queries: [GoldQuery]
  /// Whether a question was refused.
  public let isWanting: Bool
  let evaluation: Evaluation

  /// Ranks what was open on the day of a question.
  public func answer(
    _ query: GoldQuery, by order: Evaluation.Order, withParts: Bool = false
  ) -> Evaluation.Answer {
    evaluation.answer(query, by: order, withParts: withParts)
  }
}

extension Inquiry {
  /// Prepares the topics of the catalogue for the questions of a gold file.
  ///
  /// - Parameter weights: a file of weights to use instead of those of the data folder.
  public func examination(gold: String, weights: String? = nil) throws(Failure) -> Examination {
    try Failure.on {
      let (offers, lexicon) = try texts(weights)
      let (queries, findings) = try GoldReader.read(file: gold)
      tell(.findings(findings))
      guard !queries.isEmpty else {
        throw Failure(
          .unusable,
          Message(
            en: "'\(gold)' has no query that can be read", fr: "« \(gold) » n’a aucune requête lisible"))
      }
      return Examination(
        queries: queries, isWanting: findings.contains { $0.severity == .error },
        evaluation: Evaluation(among: offers, lexicon: lexicon, pricing: pricing(Exchange())))
    }
  }

  /// Every record of the catalogue as it is, and the words to hold it against.
  private func texts(_ weights: String?) throws -> ([Offer], Lexicon) {
    let glossary = weights == nil ? try desk.glossary() : try desk.glossary(weights: weights)
    tell(.findings(glossary.findings))
    let stored = try stored(notClosedOn: nil)
    let gists = Gists(stored.lazy.map(\.gist))
    return (stored.map { desk.book.offer($0.opportunity, among: gists) }, glossary.lexicon)
  }
}
