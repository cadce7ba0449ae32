import ParapetBudgeting
import ParapetSearching
public import ParapetModel

/// What a list says of one pair, as far as it is kept from night to night.
public struct ListedAnswer: Sendable {
  /// The place of the offer among those that the lists were prepared from.
  public var place: Int
  /// Eligible, undecided or ineligible.
  public var verdict: Verdict
  /// What a person does with it.
  public var standing: Match.Standing
  /// What the opportunity's dates say of the day.
  public var status: DayStatus
  /// The points of the fit.
  public var fit: Int
  /// What the item alone would be granted.
  public var grant: Money?
  /// The criteria that fail or are open, each once, in the order of the rules; timing is told by the status.
  public var open: [String]
}

extension OfferRanking {
  /// The list of one item as `list` has it, best first, without the reasons, sentences and words that nobody keeps.
  ///
  /// A first night over eleven thousand cities makes six million such answers; as matches they take four times as long.
  func answers(
    to item: Item, of city: City, marks: WordMarks, settled: [Int], stated: StatedWork? = nil,
    answers: inout RuleAnswers
  ) -> [ListedAnswer] {
    precondition(offers.count == marks.count, "each offer needs its words")
    answers.begin(Subject(city: city, item: item))
    let measures = measureFits.fits(of: item, in: lists)
    var asked = BindingWork.Asked(item, as: stated)
    let costs = Matcher.costs(of: item, city)
    let hasAnswers = !city.answers.isEmpty
    var memory = ItemMemory(item, of: city, matcher, settled: settled)
    var found: [(key: UInt64, answer: ListedAnswer)] = []
    for index in offers.indices {
      // Nearly all pairs end at these two looks.
      let isNear = Int(marks.points[index]) >= Fit.relevantWords
      guard isNear || !self.prepared[index].isNarrow else { continue }
      let prepared = prepared[index]
      let measure = measures[prepared.list]
      guard isNear || measure.hasAny, prepared.status != .closed, !prepared.isLeftOver else { continue }
      let (offer, words) = (offers[index], marks[index])
      guard measure.isRelevant(offer, words), !work.keepsOff(index, &asked) else { continue }
      if hasAnswers {
        let answered = offer.answered(by: city, about: item)
        if !answered.answers.isEmpty {
          let match = matcher.match(item, of: city, with: answered, words: words)
          if Placement.Gate(match) == nil {
            found.append(
              (prepared.key(match.standing, match.fit.total), ListedAnswer(match, place: index)))
          }
          continue
        }
      }
      var gist = rules.gist(of: rules.rules[index], &answers)
      if gist.signs.isNo(gist.verdict) || gist.signs.leavesAimOpen { continue }
      let estimate = memory.estimate(offer, prepared)
      if estimate?.grant?.minorUnits == 0 || Fit.isOfOtherScale(offer, estimate) { continue }
      if prepared.bindsGrant {
        let size = matcher.grantSize(estimate, offer, costs)
        gist.note(size)
        gist.verdict = max(gist.verdict, Matcher.verdict(of: size))
      }
      if prepared.leavesConditionsOpen {
        let unstated = matcher.unstatedConditions(offer.opportunity, nil)
        gist.note(unstated)
        gist.verdict = max(gist.verdict, Matcher.verdict(of: unstated))
      }
      let standing = gist.signs.standing(gist.verdict, isRelevant: true)
      if standing == .no || (standing == .partner && offer.isForManyTogether && !measure.hasCore) { continue }
      let merits = Fit.merits(measure, offer, words, estimate, timeAndEffort: prepared.timeAndEffort)
      let fit = merits + Fit.doubt(unverified: gist.unverified, merits: merits)
      let lasting = Fit.lasting(merits: merits, timeAndEffort: prepared.timeAndEffort, offer)
      if lasting < Fit.leastListed { continue }
      found.append(
        (
          prepared.key(standing, fit),
          ListedAnswer(
            place: index, verdict: gist.verdict, standing: standing, status: prepared.status, fit: fit,
            grant: estimate?.grant, open: gist.open)
        ))
    }
    return found.indices.sorted { found[$0].key < found[$1].key }.map { found[$0].answer }
  }
}

extension ListedAnswer {
  /// The same of a match.
  fileprivate init(_ match: Match, place: Int) {
    var gist = RuleGist(verdict: match.verdict, signs: StandingSigns(), unverified: 0, open: [])
    for reason in match.reasons { gist.note(reason) }
    self.init(
      place: place, verdict: match.verdict, standing: match.standing, status: match.status,
      fit: match.fit.total, grant: match.estimate?.grant, open: gist.open)
  }
}
