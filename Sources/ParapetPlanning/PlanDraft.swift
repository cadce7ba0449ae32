import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// A request turned into an allotment: what each part costs and gets in each application, in whole numbers.
struct PlanDraft {
  let request: PlanRequest
  private(set) var parts: [PlanPart] = []
  /// What may be applied to, by identifier.
  private(set) var offers: [Offer] = []
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
    var budget: Budget
    var cells: [PlanCell]
  }

  /// The tiers of worth: priorities 1 to 5.
  static let tiers = 5

  init(_ request: PlanRequest) {
    self.request = request
    allotment = Allotment(worth: [], slots: [], pairs: [], buckets: [], effort: nil, goals: [])
    let matches = collectMatches()
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
        guard request.admits(match) else {
          if match.verdict == .undecided { refuse(entry.item, .undecided) }
          continue
        }
        guard match.status != .closed, !match.offer.opportunity.isProposal else { continue }
        matches.append(match)
        found[match.offer.key] = match.offer
      }
      usable.append((entry.item, matches))
    }
    offers = found.keys.sorted().compactMap { found[$0] }
    return usable
  }

  private mutating func refuse(_ item: Item, _ refusal: PlanRefusal) {
    refusals[item.id, default: []].insert(refusal)
  }

  private mutating func price(_ entries: [(item: Item, matches: [Match])]) {
    let slots = Dictionary(offers.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
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
        var priced: [Int: Result<Price, PlanRefusal>] = [:]
        var found: [Pair] = []
        for match in matches {
          guard let slot = slots[match.offer.key] else { continue }
          let (number, terms) = terms[slot]
          let price = priced[number] ?? price(part, by: terms)
          priced[number] = price
          switch price {
          case .success(let price):
            found.append(
              Pair(
                part: parts.count - 1, slot: slot, match: match, budget: price.budget, cells: price.cells))
          case .failure(let refusal): refuse(item, refusal)
          }
        }
        pairs += found.sorted { $0.slot < $1.slot }
      }
    }
  }

  /// What a part costs and gets under some terms.
  private struct Price {
    var budget: Budget
    var cells: [PlanCell]
  }

  private func price(_ part: PlanPart, by terms: FundingTerms) -> Result<Price, PlanRefusal> {
    let budget: Budget
    do throws(BudgetError) {
      budget = try Budget.make(
        items: [part.item], city: request.city, terms: terms, measures: request.measures,
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
    let cells = PlanCell.cells(of: budget, item: part.item)
    // Own money that cannot be placed in time cannot be held against what the city has in a year.
    if !request.capacity.isEmpty,
      cells.contains(where: { $0.year == nil && $0.partner == nil && $0.outlay > $0.grant })
    {
      return .failure(.noYear)
    }
    return .success(Price(budget: budget, cells: cells))
  }

  /// The same draft without an opportunity, asked for nothing in particular, and where its pairs stand in this one.
  ///
  /// How many applications the rest takes and when it is paid is not sought: money is what is lost.
  func without(_ opportunity: Opportunity) -> (draft: PlanDraft, pairs: [Int]) {
    var request = request
    request.required = []
    request.without.insert(opportunity.reference ?? opportunity.identifier)
    let left = pairs.indices.filter { request.admits(offers[pairs[$0].slot].opportunity) }
    var draft = PlanDraft(request, of: self, pairs: left)
    draft.allotment.goals.removeAll { $0 == .slots || $0 == .delay }
    return (draft, left)
  }

  private init(_ request: PlanRequest, of whole: PlanDraft, pairs left: [Int]) {
    self.request = request
    parts = whole.parts
    offers = whole.offers
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
    for offer in offers {
      var slot = Allotment.Slot()
      slot.floor = offer.floor?.minorUnits ?? 0
      slot.ceiling = offer.ceiling?.limit.minorUnits
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
      goals: tiers.map { .worth(tier: $0) } + [.own, .slots, .delay])
    for (number, part) in parts.enumerated() where request.required.contains(part.item.id) {
      allotment.required.insert(number)
    }
    exclude()
  }

  private func amounts(of pair: Pair, _ count: Int) -> Allotment.Pair {
    var outlays = [Int64](repeating: 0, count: count)
    var grants = outlays
    for cell in pair.cells {
      outlays[bucket(of: cell)] += cell.outlay
      grants[bucket(of: cell)] += cell.grant
    }
    let schedule = PaymentSchedule(
      for: pair.match.offer, request: request, start: parts[pair.part].item.start,
      end: parts[pair.part].item.end)
    return Allotment.Pair(
      part: pair.part, slot: pair.slot, outlays: outlays, grants: grants,
      delay: schedule.delay(of: grants.reduce(0, +), since: request.shortlist.asOf))
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

  /// The money of a pair in each purse after its slot was cut: its cells with their true grants.
  func cells(of chosen: [Int], in slot: Int) -> [(pair: Int, cells: [PlanCell])] {
    let members = chosen.filter { pairs[$0].slot == slot }
    guard let outcome = allotment.outcome(of: members, in: slot) else { return [] }
    var result = members.map { (pair: $0, cells: pairs[$0].cells) }
    for purse in allotment.buckets.indices {
      var places: [(member: Int, cell: Int)] = []
      for (member, entry) in result.enumerated() {
        for (cell, value) in entry.cells.enumerated() where bucket(of: value) == purse {
          places.append((member, cell))
        }
      }
      let weights = places.map { result[$0.member].cells[$0.cell].grant }
      let shares = apportion(outcome.grants[purse], by: weights)
      for (place, share) in zip(places, shares) { result[place.member].cells[place.cell].grant = share }
    }
    return result
  }
}

/// Why a part cannot go to what it matches.
enum PlanRefusal: Error, Hashable {
  case undecided, costUnknown, noRate, noGrant, noYear, tooLarge
  case otherCurrency(Currency, Currency)
  case paidInOther(Currency)
}
