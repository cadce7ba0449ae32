import ParapetBudgeting
import ParapetModel

/// What no item changes of an offer's place in a list.
struct PreparedOffer: Sendable {
  var status: DayStatus
  /// Whether nothing tells when it can be applied for, and the year of its call is over.
  var isLeftOver: Bool
  /// The place among all offers by deadline and identifier.
  var place: Int = 0
  /// The points for time and effort.
  var timeAndEffort: Int
  /// The number of its list of measures.
  var list: Int
  /// The number of its terms, as far as an estimate depends on them.
  var terms: Int
  /// The number of its terms without the bounds of a grant.
  var openTerms: Int
  /// The number of these without their rates, and that of its rates.
  var rules: Int
  var rates: Int
  /// Whether its own text has to be near an item, whatever its instrument pays for.
  var isNarrow: Bool
  /// Whether a smallest grant binds those who apply.
  var bindsGrant: Bool
  /// Whether more may be asked than any source at hand states.
  var leavesConditionsOpen: Bool

  /// A number that orders matches as `ListPlace` does.
  func key(_ standing: Match.Standing, _ fit: Int) -> UInt64 {
    ListPlace.merit(standing, status, fit: fit) | UInt64(place)
  }

  /// The same from the standing of another key.
  func key(_ other: UInt64, fit: Int) -> UInt64 { ListPlace.merit(other, fit: fit) | UInt64(place) }
}

/// Prepares offers, and finds what many of them share.
struct OfferPreparation {
  private(set) var prepared: [PreparedOffer] = []
  private(set) var lists: [MeasureStrengths] = []
  /// The rates of all offers, by number.
  private(set) var rates: [[FundingRate]] = []

  init(_ offers: [Offer], matcher: Matcher) {
    let day = matcher.today
    // Topics with conditions of their own have trees of their own, and most of these pay for the same.
    var treeNumbers: [ObjectIdentifier: Int] = [:]
    var listNumbers: [MeasureStrengths: Int] = [:]
    var termNumbers: [FundingTerms: Int] = [:]
    var openNumbers: [FundingTerms: Int] = [:]
    var ruleNumbers: [FundingTerms: Int] = [:]
    var rateNumbers: [[FundingRate]: Int] = [:]
    // The open terms of terms, by their numbers.
    var openOfTerms: [Int] = []
    // What the open terms of a number were parted into.
    var parted: [(rules: Int, rates: Int)] = []
    var turns: [ListPlace.Turn] = []
    for offer in offers {
      let status = offer.opportunity.status(on: day)
      let tree = ObjectIdentifier(offer.tree.identity)
      let list: Int
      if let known = treeNumbers[tree] {
        list = known
      } else {
        list = listNumbers[offer.strengths] ?? lists.count
        if list == lists.count { lists.append(offer.strengths) }
        listNumbers[offer.strengths] = list
        treeNumbers[tree] = list
      }
      let terms = offer.termsOfEstimate
      let number = termNumbers[terms] ?? termNumbers.count
      if number == openOfTerms.count {
        termNumbers[terms] = number
        var open = terms
        open.funding.minimumGrant = nil
        open.funding.maximumGrant = nil
        let openNumber = openNumbers[open] ?? openNumbers.count
        openNumbers[open] = openNumber
        openOfTerms.append(openNumber)
        if openNumber == parted.count {
          let own = open.funding.rates
          let rate = rateNumbers[own] ?? rates.count
          if rate == rates.count { rates.append(own) }
          rateNumbers[own] = rate
          open.funding.rates = []
          let rule = ruleNumbers[open] ?? ruleNumbers.count
          ruleNumbers[open] = rule
          parted.append((rules: rule, rates: rate))
        }
      }
      let openNumber = openOfTerms[number]
      turns.append(ListPlace.Turn(offer.opportunity, next: offer.opportunity.nextDeadline(on: day)))
      prepared.append(
        PreparedOffer(
          status: status, isLeftOver: offer.opportunity.isLeftOver(on: day),
          timeAndEffort: Fit.timeAndEffort(offer, status, day), list: list, terms: number,
          openTerms: openNumber, rules: parted[openNumber].rules, rates: parted[openNumber].rates,
          isNarrow: offer.isNarrow, bindsGrant: matcher.bindsGrant(offer),
          leavesConditionsOpen: matcher.leavesConditionsOpen(offer)))
    }
    let order = turns.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.offset)
    for (place, index) in order.enumerated() { prepared[index].place = place }
  }
}

extension Offer {
  /// The terms without what there is for all applicants together, and with the grades of their sources alone: no estimate
  /// depends on the rest, and most topics state the same with a page of their own.
  var termsOfEstimate: FundingTerms {
    var terms = terms
    terms.funding.available = []
    terms.funding.expectedGrants = nil
    terms.funding.minimumGrant = terms.funding.minimumGrant?.bare
    terms.funding.maximumGrant = terms.funding.maximumGrant?.bare
    for place in terms.funding.rates.indices {
      terms.funding.rates[place].citation = terms.funding.rates[place].citation.bare
    }
    terms.rules.form = terms.rules.form?.bare
    terms.rules.vat = terms.rules.vat?.bare
    terms.rules.indirect = terms.rules.indirect?.bare
    terms.rules.equipment = terms.rules.equipment?.bare
    terms.rules.works = terms.rules.works?.bare
    terms.rules.rounding = terms.rules.rounding?.bare
    terms.rules.simplifiedUpTo = terms.rules.simplifiedUpTo?.bare
    return terms
  }
}

extension Citation {
  /// The grade alone.
  fileprivate var bare: Citation { Citation(grade: grade, source: "none") }
}

extension Cited {
  /// The value with the grade of its source alone.
  fileprivate var bare: Cited { Cited(value, citation.bare) }
}

/// What is found out about one item and holds for many offers: topics share their instrument's rules and rates.
struct ItemMemory {
  private let item: Item
  private let city: City
  private let matcher: Matcher
  private var estimates: [Int: GrantEstimate?] = [:]
  private var unbounded: [OpenKey: GrantEstimate?] = [:]
  /// What the rates of a number come to for the city, by number; nothing where each is priced for itself.
  private let settled: [Int]?

  /// What estimates without bounds are known by.
  private struct OpenKey: Hashable {
    var terms: Int
    /// What the rates come to; nothing where they are among the terms.
    var rate: Int?
  }

  private var judgements: [Int: (Verdict, [Reason])] = [:]
  private var shutOut: [Int: Bool] = [:]

  /// - Parameter settled: what the rates of a number come to for the city where it pays alone; offers that differ in nothing
  ///   else are then priced once, and the estimate names the rate of the first of them.
  init(_ item: Item, of city: City, _ matcher: Matcher, settled: [Int]? = nil) {
    self.settled = item.lines.allSatisfy { $0.partner == nil || $0.partner == city.id } ? settled : nil
    self.item = item
    self.city = city
    self.matcher = matcher
  }

  /// What the item would bring under an offer: priced once for all of the same terms, and where their bounds alone differ
  /// and do not bite, once for all of these.
  mutating func estimate(_ offer: Offer, _ prepared: PreparedOffer) -> GrantEstimate? {
    if let known = estimates[prepared.terms] { return known }
    let terms = offer.terms
    let made =
      unbounded(terms, prepared).flatMap { matcher.pricing.estimate($0, of: item, in: city, under: terms) }
      ?? matcher.pricing.estimate(item, of: city, under: terms)
    estimates[prepared.terms] = .some(made)
    return made
  }

  private mutating func unbounded(_ terms: FundingTerms, _ offer: PreparedOffer) -> GrantEstimate? {
    let key =
      settled.map { OpenKey(terms: offer.rules, rate: $0[offer.rates]) } ?? OpenKey(terms: offer.openTerms)
    if let known = unbounded[key] { return known }
    let made = matcher.pricing.unbounded(item, of: city, under: terms)
    unbounded[key] = .some(made)
    return made
  }

  /// Whether a rule of a table says no, and partners cannot cure it.
  mutating func isShutOut(
    by rule: Int, of rules: RuleTable, _ answers: inout RuleAnswers
  ) -> Bool {
    if let known = shutOut[rule] { return known }
    let (verdict, reasons) = judged(by: rule, of: rules, &answers)
    let made = Match.Standing.isNo(verdict, reasons)
    shutOut[rule] = made
    return made
  }

  /// The verdict and reasons of a rule of a table.
  mutating func judged(
    by rule: Int, of rules: RuleTable, _ answers: inout RuleAnswers
  ) -> (Verdict, [Reason]) {
    if let known = judgements[rule] { return known }
    let made = rules.judged(by: rule, &answers)
    judgements[rule] = made
    return made
  }
}
