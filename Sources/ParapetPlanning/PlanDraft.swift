import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// A request turned into an allotment: what each part costs and gets in each application, in whole numbers.
struct PlanDraft {
  let request: PlanRequest
  private(set) var parts: [PlanPart] = []
  /// What may be applied to, by identifier.
  private(set) var offers: [Offer] = []
  /// On which side of the threshold for value added tax each is reckoned; one that could be on either stands twice.
  private(set) var thresholds: [Budget.TaxThreshold] = []
  /// The lump sum of each; one that applicants choose stands once for each sum.
  private(set) var sums: [Int64?] = []
  /// What the items of each are first of all: an application is one project, so an opportunity stands once for each family.
  private(set) var families: [String] = []
  private(set) var pairs: [Pair] = []
  private(set) var allotment: Allotment
  /// The purses: the city by year, the city without a year, the partners.
  private(set) var years: [Int] = []
  /// Which rule of cumulation made each exclusion of the allotment, by position.
  private(set) var rules: [Int] = []
  /// Why a part cannot go to an opportunity that it matches, by item.
  private(set) var refusals: [String: Set<PlanRefusal>] = [:]

  /// A part in an application, priced.
  struct Pair {
    var part: Int
    var slot: Int
    var match: Match
    /// The part's costs when they are worked on.
    var item: Item
    /// Whether they are put off, so that none is from before the application.
    var isPostponed: Bool
    var budget: Budget
    var cells: [PlanCell]
  }

  /// The tiers of worth: priorities 1 to 5.
  static let tiers = 5
  /// The points of fit from which an opportunity is made for an item.
  ///
  /// What an instrument can pay for has at most 28 points of its list, 16 of its words and 12 of size, time, money and effort
  /// (`Fit`); what it exists for has 72 of its list alone, and a topic is planned from 67 of its words on. So points part two
  /// classes and nothing within them: a better fit of the same class outweighs no money.
  static let madeFor = 57

  init(_ request: PlanRequest) {
    self.request = request
    allotment = Allotment(worth: [], slots: [], pairs: [], buckets: [], effort: nil, goals: [])
    let matches = collectMatches()
    addFamilies(of: matches)
    addTwins()
    price(matches)
    years = Set(pairs.flatMap { $0.cells.compactMap(\.year) } + request.capacity.keys).sorted()
    makeAllotment()
  }

  /// The purse of a cell.
  private func bucket(of cell: PlanCell) -> Int {
    if cell.partner != nil { return years.count + 1 }
    return cell.year.flatMap { years.firstIndex(of: $0) } ?? years.count
  }

  /// The matches that may be used, by item; what they are with, in order.
  private mutating func collectMatches() -> [(item: Item, matches: [Match])] {
    var found: [String: Offer] = [:]
    var usable: [(item: Item, matches: [Match])] = []
    for entry in request.shortlist.items.sorted(by: { $0.item.id < $1.item.id }) {
      var matches: [Match] = []
      for match in entry.matches where request.admits(match.offer.opportunity) {
        if let hindrance = request.hindrance(of: match, for: entry.item) {
          refuse(entry.item, hindrance)
          continue
        }
        matches.append(match)
      }
      let sent = matches.filter { match in !matches.contains { $0.isCall(of: match) } }
      for match in sent { found[match.offer.key] = match.offer }
      usable.append((entry.item, sent))
    }
    offers = found.keys.sorted().compactMap { found[$0] }
    return usable
  }

  /// An application is one project and holds items of one family: an opportunity stands once for each, and where it takes one
  /// application alone, one of them can be used.
  private mutating func addFamilies(of entries: [(item: Item, matches: [Match])]) {
    var found: [String: [String]] = [:]
    for (item, matches) in entries {
      for match in matches {
        let family = family(of: item, in: match)
        if !(found[match.offer.key]?.contains(family) ?? false) {
          found[match.offer.key, default: []].append(family)
        }
      }
    }
    let all = offers.flatMap { offer in (found[offer.key] ?? []).sorted().map { (offer, $0) } }
    offers = all.map(\.0)
    families = all.map(\.1)
  }

  /// What an item is first of all in an application; what a call itself is made for belongs together.
  private func family(of item: Item, in match: Match) -> String {
    match.offer.takesOneApplication && match.isAimed(at: item)
      ? "call" : "of " + (request.measures.family(of: item) ?? "")
  }

  private mutating func addTwin(of slot: Int, _ threshold: Budget.TaxThreshold, _ sum: Int64?) {
    offers.append(offers[slot])
    families.append(families[slot])
    thresholds.append(threshold)
    sums.append(sum)
  }

  /// Below five million in all every tax may be eligible under the common provisions, and above only what stays: where that
  /// is not the same, an opportunity stands for two, of which one can be used.
  private mutating func addTwins() {
    thresholds = [Budget.TaxThreshold](repeating: .byTotal, count: offers.count)
    sums = [Int64?](repeating: nil, count: offers.count)
    for slot in offers.indices {
      for (number, sum) in offers[slot].sumsToChoose.enumerated() {
        guard number > 0 else {
          sums[slot] = sum
          continue
        }
        addTwin(of: slot, .byTotal, sum)
      }
    }
    // Of whoever says whether it recovers tax, the same counts on both sides.
    let payers = [request.city.facts] + request.city.partners.map(\.facts)
    guard payers.contains(where: { $0.vat == nil }) else { return }
    for slot in offers.indices
    where offers[slot].rules.vat?.value == .cpr && offers[slot].funding.currency == .euro {
      thresholds[slot] = .below
      addTwin(of: slot, .above, sums[slot])
    }
  }

  /// The slots of which none can be used beside one: the same application on the other side of the threshold or for another
  /// sum, and, of an opportunity that takes one application alone, any other.
  private func twins(of slot: Int, among slots: [Int]) -> [Int] {
    slots.filter {
      $0 != slot && (offers[slot].takesOneApplication || families[$0] == families[slot])
    }
  }

  /// The slots of each opportunity, by its key.
  private var slotsByOffer: [String: [Int]] { Dictionary(grouping: offers.indices) { offers[$0].key } }

  private mutating func refuse(_ item: Item, _ refusal: PlanRefusal) {
    refusals[item.id, default: []].insert(refusal)
  }

  private mutating func price(_ entries: [(item: Item, matches: [Match])]) {
    let slots = slotsByOffer
    // Topics by the thousand share the terms of their instrument: a part is priced once for each terms.
    var numbers: [FundingTerms: Int] = [:]
    let terms = offers.map { offer -> (number: Int, terms: FundingTerms) in
      let own = offer.termsWithoutBounds
      let number = numbers[own] ?? numbers.count
      numbers[own] = number
      return (number, own)
    }
    for (item, matches) in entries {
      for var part in PlanPart.parts(of: item) {
        guard let stated = part.statedCost else {
          refuse(item, .costUnknown)
          continue
        }
        part.cost = request.converted(stated)
        guard part.cost != nil else {
          refuse(item, .otherCurrency(stated.currency, request.currency))
          continue
        }
        parts.append(part)
        var priced: [PriceKey: Result<Price, PlanRefusal>] = [:]
        var found: [Pair] = []
        for (match, slot) in matches.flatMap({ match in
          (slots[match.offer.key] ?? []).map { (match, $0) }
        }) where families[slot] == family(of: item, in: match) {
          let (number, terms) = terms[slot]
          guard let placed = request.placed(part.item, under: match.offer) else {
            refuse(item, .mustWait)
            continue
          }
          let key = PriceKey(
            terms: number, threshold: thresholds[slot], start: placed.start,
            years: placed.lines.map(\.year))
          let price = priced[key] ?? price(placed, by: terms, thresholds[slot])
          priced[key] = price
          switch price {
          case .success(let price):
            found.append(
              Pair(
                part: parts.count - 1, slot: slot, match: match, item: placed,
                isPostponed: placed != part.item, budget: price.budget, cells: price.cells))
          case .failure(let refusal): refuse(item, refusal)
          }
        }
        pairs += found.sorted { $0.slot < $1.slot }
      }
    }
  }

  /// What decides the price of a part: the terms, and when it is worked on.
  private struct PriceKey: Hashable {
    var terms: Int
    var threshold: Budget.TaxThreshold
    var start: Day?
    var years: [Int?]
  }

  /// What a part costs and gets under some terms.
  private struct Price {
    var budget: Budget
    var cells: [PlanCell]
  }

  private func price(
    _ item: Item, by terms: FundingTerms, _ threshold: Budget.TaxThreshold
  ) -> Result<Price, PlanRefusal> {
    let budget: Budget
    do throws(BudgetError) {
      budget = try Budget.make(
        items: [item], city: request.city, terms: terms, taxThreshold: threshold, measures: request.measures,
        exchange: request.exchange)
    } catch {
      switch error {
      case .otherCurrency(let costs, let expected): return .failure(.otherCurrency(costs, expected))
      case .tooLarge: return .failure(.tooLarge)
      }
    }
    guard budget.currency == request.currency else { return .failure(.paidInOther(budget.currency)) }
    guard let grant = budget.totals.grant else { return .failure(.noRate) }
    guard grant.minorUnits > 0 else { return .failure(.noGrant) }
    let cells = PlanCell.cells(of: budget, items: [item])
    // Own money that cannot be placed in time cannot be held against what the city has in a year.
    if !request.capacity.isEmpty,
      cells.contains(where: { $0.year == nil && $0.partner == nil && $0.own > 0 })
    {
      return .failure(.noYear)
    }
    return .success(Price(budget: budget, cells: cells))
  }

  /// The same draft without some opportunities, asked for nothing in particular, and where its pairs stand in this one.
  ///
  /// How many applications the rest takes and when it is paid is not sought: money is what is lost.
  func without(_ opportunities: [Opportunity]) -> (draft: PlanDraft, pairs: [Int]) {
    var request = request
    request.required = []
    for opportunity in opportunities {
      request.without.insert(opportunity.reference ?? opportunity.identifier)
    }
    let left = pairs.indices.filter { request.admits(offers[pairs[$0].slot].opportunity) }
    var draft = PlanDraft(request, of: self, pairs: left)
    draft.allotment.goals.removeAll { $0 == .slots || $0 == .delay }
    return (draft, left)
  }

  private init(_ request: PlanRequest, of whole: PlanDraft, pairs left: [Int]) {
    self.request = request
    parts = whole.parts
    offers = whole.offers
    thresholds = whole.thresholds
    sums = whole.sums
    families = whole.families
    pairs = left.map { whole.pairs[$0] }
    refusals = whole.refusals
    years = whole.years
    allotment = Allotment(worth: [], slots: [], pairs: [], buckets: [], effort: nil, goals: [])
    makeAllotment()
  }
}

// MARK: The allotment

extension PlanDraft {
  private mutating func makeAllotment() {
    let worth = parts.map { part in
      var row = [Int64](repeating: 0, count: PlanDraft.tiers)
      row[(part.item.priority ?? PlanDraft.tiers) - 1] = part.cost?.minorUnits ?? 0
      return row
    }
    var slots: [Allotment.Slot] = []
    let byOffer = slotsByOffer
    for (number, offer) in offers.enumerated() {
      var slot = Allotment.Slot()
      slot.twins = twins(of: number, among: byOffer[offer.key] ?? [])
      if thresholds[number] == .below { slot.largestSize = BudgetBuilder.vatThreshold.minorUnits - 1 }
      slot.floor = offer.floor?.minorUnits ?? 0
      slot.ceiling = offer.ceiling?.limit.minorUnits
      if !offer.holdsSeveralItems { slot.mostParts = 1 }
      if let sum = sums[number] {
        // Of several sums each asks that the costs bear it; a single one is settled, and the costs may bear less.
        if offer.sumsToChoose.count > 1 {
          slot.leastUncut = sum
          if slot.ceiling.map({ $0 < sum }) ?? false { slot.mostParts = 0 }
        }
        slot.ceiling = min(slot.ceiling ?? sum, sum)
      }
      slots.append(slot)
    }
    let capacity = request.capacity
    // A year of which the city says nothing, where it speaks of others, has no money.
    let purses =
      years.map { year in
        Allotment.Bucket(limit: capacity.isEmpty ? nil : capacity[year]?.minorUnits ?? 0)
      } + [Allotment.Bucket(limit: request.undatedCapacity), Allotment.Bucket(limit: nil, isSpared: false)]
    let tiers = (0..<PlanDraft.tiers).filter { tier in worth.contains { $0[tier] > 0 } }
    allotment = Allotment(
      worth: worth, slots: slots, pairs: pairs.map { amounts(of: $0, purses.count) }, buckets: purses,
      effort: request.city.applications.map { Int64($0) },
      goals: tiers.map { .worth(tier: $0) } + [.fit, .own, .slots, .delay])
    for (number, part) in parts.enumerated() where request.required.contains(part.item.id) {
      allotment.required.insert(number)
    }
    exclude()
  }

  private func amounts(of pair: Pair, _ count: Int) -> Allotment.Pair {
    var outlays = [Int64](repeating: 0, count: count)
    var grants = outlays
    for cell in pair.cells {
      outlays[bucket(of: cell)] += cell.outlay - cell.support
      grants[bucket(of: cell)] += cell.grant
    }
    let schedule = PaymentSchedule(
      for: pair.match.offer, request: request, start: pair.item.start, end: pair.item.countedEnd)
    var amounts = Allotment.Pair(
      part: pair.part, slot: pair.slot, outlays: outlays, grants: grants,
      fit: fit(of: pair), delay: schedule.delay(of: grants.reduce(0, +), since: request.shortlist.asOf))
    amounts.size = pair.budget.totals.cost.minorUnits
    return amounts
  }

  /// How well a pair fits, in classes: whether the opportunity is made for the item or can pay for it, which counts two, and
  /// whether those who apply are there or are still to be found, which counts one. A question to be answered or a document to be
  /// read is a step of days and outweighs no money. A part of an item counts by its share of the item's cost.
  private func fit(of pair: Pair) -> Int64 {
    // What an item is first of all decides; a topic says by its own list what it is made for, and its points are those of its
    // words.
    let isMadeFor =
      (pair.match.fit.total >= PlanDraft.madeFor && !pair.match.merelyCanPay(for: pair.item))
      || pair.match.isAimed(at: pair.item)
    let band: Int64 = (isMadeFor ? 2 : 0) + (pair.match.standing == .partner ? 0 : 1)
    let whole =
      request.shortlist.portfolio.items.first { $0.id == pair.item.id }
      .flatMap { PlanPart(item: $0, lines: nil, cost: nil).statedCost?.minorUnits } ?? 0
    let own = PlanPart(item: parts[pair.part].item, lines: nil, cost: nil).statedCost?.minorUnits ?? 0
    guard whole > 0, own < whole else { return band * 1_000 }
    return Int64(Double(band) * 1_000 * (Double(own) / Double(whole)))
  }

  /// Two parts of one item may not go to two sources that the law keeps apart.
  private mutating func exclude() {
    let rules = request.practice.cumulation.enumerated().filter {
      $0.element.citation.grade.canExclude && $0.element.citation.holds(on: request.shortlist.asOf)
    }.map { (offset: $0.offset, element: $0.element) }
    // Only an item that may be divided can have two sources.
    let split = Dictionary(grouping: parts.indices) { parts[$0].item.id }.filter { $0.value.count > 1 }
    let byItem = Dictionary(grouping: pairs.indices) { parts[pairs[$0].part].item.id }
    let sides = offers.map { offer in
      rules.map {
        (offer.distance(to: $0.element.first) != nil, offer.distance(to: $0.element.second) != nil)
      }
    }
    for item in split.keys.sorted() {
      let own = byItem[item] ?? []
      for (place, first) in own.enumerated() {
        for second in own.dropFirst(place + 1)
        where pairs[first].part != pairs[second].part && pairs[first].slot != pairs[second].slot {
          let one = sides[pairs[first].slot]
          let other = sides[pairs[second].slot]
          let rule = rules.indices.first {
            one[$0].0 && other[$0].1 || other[$0].0 && one[$0].1
          }
          guard let rule else { continue }
          allotment.exclusions.append(Allotment.Exclusion(first, second))
          self.rules.append(rules[rule].offset)
        }
      }
    }
  }
}
