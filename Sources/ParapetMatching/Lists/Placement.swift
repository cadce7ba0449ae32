public import ParapetSearching
public import ParapetModel

/// Where a pair stands among all of its item's, and what keeps it there: the answer to "why was this missed?".
public struct Placement: Sendable {
  /// What keeps a pair out of a list, however well it fits.
  public enum Gate: String, Sendable, CaseIterable {
    /// Its last deadline has passed.
    case closed
    /// Nothing tells when it can be applied for, and the year of its call is over.
    case leftOver = "left-over"
    /// A rule that is verified is not met, and partners cannot cure it.
    case ineligible
    /// It would bring nothing.
    case withoutGrant = "without-grant"
    /// Its texts and measures have too little in common with the item, whatever the day and rules in doubt, or nothing says
    /// that the item serves its aim.
    case unrelated
    /// Its projects are many times larger or smaller than the item.
    case otherScale = "other-scale"
    /// It pays for a form of work that nothing says the item is.
    case otherWork = "other-work"
  }

  /// The pair at which a shortlist ends.
  public struct Cut: Sendable {
    /// The pair, with its place in the list.
    public var match: Match
    /// The addends of the fit in which this pair has fewer points, the largest difference first.
    public var lost: [(name: Fit.Name, points: Int)]
    /// The kinds of evidence for the subject in which it has less, the largest difference first.
    public var evidence: [RelevancePart]

    /// Whether that pair is doubtful or shut out, and the other is not, or less so.
    public func isBetterJudged(than match: Match) -> Bool {
      ListPlace.isLess(self.match.standing, match.standing)
    }
    /// Whether that pair is not closed, and the other is.
    public func isSooner(than match: Match) -> Bool {
      match.status == .closed && self.match.status != .closed
    }
  }

  /// The place, from 1.
  public var rank: Int
  /// Among how many.
  public var count: Int
  /// What keeps the pair out of the list; nothing where the list has it.
  public var gate: Gate?
  /// The form of work that it pays for and nothing says the item is, where that keeps it out of the list.
  public var work: WorkDemand?
  /// The pair at which a shortlist ends, where this one comes after it.
  public var cut: Cut?

  /// How many a shortlist is taken to show.
  public static let shown = 20

  /// The placement of a pair.
  ///
  /// - Parameters:
  ///   - list: the list in which the pair has its rank: that of what is listed, else that of everything.
  ///   - listed: what is listed, best first.
  ///   - lexicon: the words by which the texts are held against the item.
  public init(of match: Match, for item: Item, in list: [Match], listed: [Match], lexicon: Lexicon) {
    rank = match.rank ?? list.count
    count = list.count
    gate = Gate(match)
    if gate == .otherWork { work = match.missingWork }
    let last = min(Placement.shown, listed.count) - 1
    guard last >= 0, gate != nil || rank > Placement.shown else { return }
    let other = listed[last]
    let lost = zip(other.fit.addends, match.fit.addends).compactMap { theirs, own in
      theirs.points > own.points ? (name: own.name, points: theirs.points - own.points) : nil
    }
    let parts = WordSearch(offers: [match.offer, other.offer], lexicon: lexicon).parts(of: item)
    let less = parts.filter { $0.values[0] < $0.values[1] }
      .sorted { $0.values[1] - $0.values[0] > $1.values[1] - $1.values[0] }
    cut = Cut(
      match: other, lost: lost.sorted { $0.points > $1.points }, evidence: less.map(\.part))
  }
}

extension Placement.Gate {
  /// What keeps a pair out of the list, the surest first.
  init?(_ match: Match) {
    if match.status == .closed {
      self = .closed
    } else if match.isLeftOver {
      self = .leftOver
    } else if match.standing == .no {
      self = .ineligible
    } else if match.bringsNothing {
      self = .withoutGrant
    } else if !match.fit.isRelevant || match.leavesAimOpen
      || match.fit.lasting < Fit.leastListed
      || (match.standing == .partner && match.offer.isForManyTogether && !match.isMadeForAMeasure)
    {
      self = .unrelated
    } else if match.missingWork != nil {
      self = .otherWork
    } else if Fit.isOfOtherScale(match.offer, match.estimate) {
      self = .otherScale
    } else {
      return nil
    }
  }
}

extension Match {
  /// Whether the opportunity exists for any of the item's measures.
  fileprivate var isMadeForAMeasure: Bool {
    switch fit.addends.first(where: { $0.name == .measure })?.because {
    case .measures(let core, _), .instrumentMeasures(let core, _): !core.isEmpty
    default: false
    }
  }

  /// Whether the list shows it without being asked for everything: not closed, no rule says no, it brings something as far
  /// as is known, and is on the subject.
  public var isListed: Bool { Placement.Gate(self) == nil }
}
