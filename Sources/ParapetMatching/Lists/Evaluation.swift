public import ParapetSearching
public import ParapetBudgeting
public import ParapetModel

/// Answers questions with known answers, so that a ranking can be measured.
public struct Evaluation: Sendable {
  /// What the candidates of a question are ordered by.
  public enum Order: String, Sendable, CaseIterable {
    /// How near their texts are to the item, whoever may apply.
    case relevance
    /// As a shortlist has them, with verdict, fit, deadline and identifier, and what it leaves out behind them; but for forms
    /// of work, since a question does not tell who takes part.
    case shortlist
  }

  /// The answer to one question.
  public struct Answer: Sendable {
    /// The question's name.
    public var id: String
    /// The identifiers of all candidates, best first.
    public var ranked: [String]
    /// What each candidate was judged.
    public var verdicts: [String: Verdict]
    /// What would decide each candidate that is undecided.
    public var questions: [String: [Fact]]
    /// The criteria that exclude from each candidate that is ineligible.
    public var excluding: [String: [String]]
    /// How near each candidate's text is, in thousandths.
    public var relevance: [String: Int]
    /// What each kind of evidence came to, in the order of `RelevancePart`, in ten-thousandths; only where asked for.
    public var parts: [String: [Int]] = [:]
    /// The points of each candidate's fit, in the order of `Fit.Name`; only where asked for.
    public var fits: [String: [Int]] = [:]
    /// What a person does with each candidate, or what keeps it out of a list; only where asked for.
    public var standings: [String: String] = [:]
  }

  private let offers: [Offer]
  private let search: WordSearch
  private let pricing: Pricing

  /// An evaluation among everything that was read, whatever day it was open; that something is closed was stated after
  /// the day of a question, and does not count.
  public init(among offers: [Offer], lexicon: Lexicon, pricing: Pricing) {
    self.offers = offers.map(\.asWhileOpen)
    search = WordSearch(offers: self.offers, lexicon: lexicon)
    self.pricing = pricing
  }

  /// Ranks what was open on the day of a question.
  ///
  /// - Parameter withParts: whether to tell what relevance and fit are the sums of.
  public func answer(_ query: GoldQuery, by order: Order, withParts: Bool = false) -> Answer {
    let matcher = Matcher(on: query.asOf, pricing: pricing)
    let relevance = search.relevance(of: query.item)
    let words = order == .shortlist ? search.words(of: query.item).unquoted : []
    let parts = withParts ? search.parts(of: query.item) : []
    var candidates: [(match: Match, relevance: Float, place: Int)] = []
    for (index, offer) in offers.enumerated() where offer.opportunity.isCandidate(on: query.asOf) {
      var match = matcher.match(
        query.item, of: query.city, with: offer, words: words.isEmpty ? .none : words[index])
      match.isLeftOver = false
      candidates.append((match, relevance[index], index))
    }
    switch order {
    case .relevance:
      candidates.sort { left, right in
        if left.relevance != right.relevance { return left.relevance > right.relevance }
        return Match.precedes(left.match, right.match)
      }
    case .shortlist:
      // What decides of a place follows from all reasons, and is worked out once for each.
      let places = candidates.map { (isListed: $0.match.isListed, place: ListPlace($0.match)) }
      let order = candidates.indices.sorted { left, right in
        places[left].isListed == places[right].isListed
          ? places[left].place < places[right].place : places[left].isListed
      }
      candidates = order.map { candidates[$0] }
    }
    var answer = Answer(
      id: query.id, ranked: [], verdicts: [:], questions: [:], excluding: [:], relevance: [:])
    for (match, relevance, place) in candidates {
      let identifier = match.offer.opportunity.identifier
      guard answer.verdicts[identifier] == nil else { continue }
      answer.ranked.append(identifier)
      answer.verdicts[identifier] = match.verdict
      answer.relevance[identifier] = Int(relevance * 1_000)
      if withParts {
        answer.parts[identifier] = RelevancePart.allCases.map { part in
          Int(((parts.first { $0.part == part }?.values[place] ?? 0) * 10_000).rounded())
        }
        answer.fits[identifier] = match.fit.addends.map(\.points)
        answer.standings[identifier] = Placement.Gate(match)?.rawValue ?? match.standing.rawValue
      }
      if match.verdict == .ineligible {
        answer.excluding[identifier] = match.reasons.filter {
          $0.outcome == .unmet && !$0.isMoot && !$0.isUnverified
        }.map(\.id)
      }
      if match.verdict == .undecided { answer.questions[identifier] = match.questions }
    }
    return answer
  }
}

extension Offer {
  /// The offer as its source stated it while one could apply.
  fileprivate var asWhileOpen: Offer {
    guard opportunity.statedStatus == .closed else { return self }
    var open = opportunity
    open.statedStatus = .open
    return Offer(
      open, instruments: instruments, tree: tree, hasOwnConditions: hasOwnConditions,
      differences: differences, gist: gist)
  }
}

extension Opportunity {
  /// How many days before its last deadline an opportunity counts as opened, where its source does not say.
  static let assumedWindow = 180

  /// Whether one could have looked at it on a day: opened, and its last deadline not passed. What has no deadline
  /// is no candidate, since nobody knows when it was open.
  func isCandidate(on day: Day) -> Bool {
    guard let last = deadlines.map(\.day).max(), day <= last else { return false }
    return openingDate ?? last.adding(days: -Opportunity.assumedWindow) <= day
  }
}
