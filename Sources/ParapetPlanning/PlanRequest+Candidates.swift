import ParapetMatching
import ParapetModel

/// What a sensible officer would send in, and what speaks against the rest.
extension PlanRequest {
  /// What speaks against an application, or nothing where it would be sent in.
  ///
  /// A rule that is not met is assumed away by nothing, verified or not; nor is the aim of an instrument that serves
  /// one, where nothing says that the item serves it too. What is announced without a date is no application yet.
  func hindrance(of match: Match, for item: Item) -> PlanRefusal? {
    guard match.status != .closed, !match.offer.opportunity.isProposal else { return .closed }
    guard match.verdict != .ineligible else { return .notEligible }
    switch match.standing {
    case .no: return .notEligible
    case .doubtful: return .implausible
    case .ready: break
    case .readCall, .answer, .partner:
      guard assumesUndecided || match.verdict == .eligible else { return .undecided(match.standing) }
    }
    guard !match.leavesAimOpen else { return .aimOpen }
    guard match.isPlausible else { return .implausible }
    if let demand = unmetWork(of: item, in: match.offer) {
      return demand.isWithinState ? .jointWork : .otherWork(demand)
    }
    guard match.offer.management != .shared || isForCooperation(match.offer) || !isPaidAbroad(item) else {
      return .partnersAbroad
    }
    guard !isForCooperation(match.offer) || !match.leavesArea(placesAbroad(of: item)) else {
      return .outsideArea
    }
    // What is paid for on one subject alone is sent by nobody who does not know that it is on it.
    guard match.isOnSubjectByWords || !match.paysOneSubjectAlone, assumesUndecided || !match.leavesSubjectOpen
    else {
      return .undecided(.answer)
    }
    // A day by which to apply is one, though nobody says since when one can.
    guard match.status != .unknown || !match.offer.opportunity.deadlines.isEmpty else { return .announced }
    // Under shared management an authority can be asked when it takes applications; of the others nobody can apply without a call.
    guard match.status != .noCall || match.offer.management == .shared else { return .announced }
    guard match.status == .noCall || deadline(of: match.offer) != nil || match.hasNoDeadline else {
      return .tooLate(days: preparation(for: match.offer)?.days ?? 0)
    }
    return nil
  }

  /// The first form of work that an offer imposes and nothing says the item is.
  func unmetWork(of item: Item, in offer: Offer) -> WorkDemand? {
    practice.works.first { offer.imposes($0) && !statedWork.meets($0, item) }
  }

  /// Whether what a partner in another state spends is among an item's costs.
  ///
  /// The law lets a programme of one state pay for work outside of it that serves its area (Regulation (EU) 2021/1060, Art. 63(4));
  /// that no authority of one state pays a town of another is our conclusion, and programmes of cooperation are there for it.
  private func isPaidAbroad(_ item: Item) -> Bool {
    let abroad = city.partnersAbroad
    return item.lines.contains { $0.partner.map(abroad.contains) ?? false }
  }

  /// The partners abroad whom an item names.
  func partnersAbroad(of item: Item) -> [Partner] {
    let abroad = city.partnersAbroad.intersection(item.partners ?? [])
    return city.partners.filter { abroad.contains($0.id) }
  }

  /// Where they are: their regions, or their countries where no region is stated.
  private func placesAbroad(of item: Item) -> Set<String> {
    Set(partnersAbroad(of: item).compactMap { $0.facts.nuts ?? $0.facts.country?.code })
  }

  /// Whether a programme is one of cooperation between states: it asks for work with a partner abroad.
  func isForCooperation(_ offer: Offer) -> Bool {
    practice.works.contains { $0.isAbroad && offer.imposes($0) }
  }

  /// The deadline that is counted on; nothing where none can be met.
  func deadline(of offer: Offer) -> Day? { deadlines(of: offer)?.counted }

  /// The deadline that is counted on, and another that sources state for the same round.
  ///
  /// It is the first that can still be met, given how long a proposal of that kind takes. Where sources differ, the earlier is
  /// counted on as long as it can be met: what is handed in by then is in time by the later one too.
  func deadlines(of offer: Offer) -> (counted: Day, other: Day?)? {
    let ready = shortlist.asOf.adding(days: preparation(for: offer)?.days ?? 0)
    guard let next = offer.opportunity.nextDeadline(on: ready)?.day else { return nil }
    let others = offer.otherDays(beside: next)
    if let earlier = others.first(where: { ready <= $0 && $0 < next }) { return (earlier, next) }
    return (next, others.last)
  }

  /// How long a proposal takes, by the terms nearest to the opportunity.
  func preparation(for offer: Offer) -> PreparationTime? {
    practice.preparation.compactMap { time in
      offer.distance(to: time.scope).map { (distance: $0, time: time) }
    }.min { $0.distance < $1.distance }?.time
  }

  /// The first day that an application can pay for: that after its deadline, since no cost is eligible from before the
  /// application (Financial Regulation (EU, Euratom) 2024/2509, Art. 196(2)); nothing where no deadline is known.
  func firstDay(under offer: Offer) -> Day? { deadline(of: offer)?.adding(days: 1) }

  /// The first day of the first year of which the city states its own money; nothing where it states none.
  private var firstFundedDay: Day? { capacity.keys.min().flatMap { Day(year: $0, month: 1, day: 1) } }

  /// An item when an application may pay for it; nothing where it would have to wait for too long.
  ///
  /// Work that would begin in a year before the first of which the city states its own money waits for that too, where it
  /// can: what nobody speaks of pays for nothing.
  func placed(_ item: Item, under offer: Offer) -> Item? {
    let paid = firstDay(under: offer)
    if let funded = firstFundedDay, let placed = item.postponed(to: max(funded, paid ?? funded)) {
      return placed
    }
    return paid.map { item.postponed(to: $0) } ?? item
  }

  /// Whether an item, as it is placed, waits for the city's own money beyond the application.
  func awaitsOwnMoney(_ item: Item, placed: Item, under offer: Offer) -> Bool {
    let paid = firstDay(under: offer).map { item.postponed(to: $0) } ?? item
    guard let earliest = paid?.start, let start = placed.start else { return false }
    return earliest < start
  }
}

extension Match {
  /// Whether a list of the call's own is made for what an item is first of all.
  func isAimed(at item: Item) -> Bool {
    guard !offer.opportunity.level.isStanding, let first = item.measures.first else { return false }
    let own = (offer.opportunity.requirements?.criteria ?? []).map(\.id)
    return reasons.contains { reason in
      guard own.contains(reason.id), case .measures(let core, _, _, _) = reason.required else { return false }
      return core.contains(first)
    }
  }

  /// Whether what an item is first of all is what an instrument or call can pay for, and not what it exists for.
  func merelyCanPay(for item: Item) -> Bool {
    guard offer.opportunity.level != .topic, let first = item.measures.first,
      case .measures(let core, let possible)? = fit.addends.first(where: { $0.name == .measure })?.because
    else { return false }
    return possible.contains(first) && !core.contains(first)
  }

  /// Whether such a measure is paid for where it is on one subject or in a territorial strategy, and nothing says that the item
  /// is.
  var leavesSubjectOpen: Bool { !isOnSubjectByWords && leavesSubjectUnsaid }

  /// Whether nobody has said that the item is on that subject, whatever its words speak of.
  var leavesSubjectUnsaid: Bool {
    reasons.contains {
      !$0.isMoot && $0.kind == CriterionKind.measure.rawValue && $0.outcome == .undecided
        && [[.subject], [.territorialStrategy]].contains($0.missing)
    }
  }

  /// Whether applications are taken at any time.
  fileprivate var hasNoDeadline: Bool { status == .open && offer.opportunity.deadlines.isEmpty }
}

/// Why a part cannot go to what it matches.
enum PlanRefusal: Error, Hashable {
  case costUnknown, noRate, noGrant, noYear, tooLarge
  /// It is over, or a proposal of a future programme.
  case closed
  /// A rule is not met.
  case notEligible
  /// An unverified rule is not met, or nothing says that it pays for such a thing.
  case implausible
  /// Nothing says that the item serves what the instrument is for.
  case aimOpen
  /// It imposes a form of work, and nothing says that the item is such work.
  case otherWork(WorkDemand)
  /// It pays for work of one state alone, and the item names partners in another.
  case jointWork
  /// It is one state's programme, and partners in another would be paid by it.
  case partnersAbroad
  /// It is a programme of regions along a border, and a partner lies in none of their countries.
  case outsideArea
  /// No date is published by which to apply, and no authority can be asked.
  case announced
  /// No deadline leaves the days that such a proposal takes.
  case tooLate(days: Int)
  /// The work would have to wait for longer than a year for the application.
  case mustWait
  /// What is to be done first, and is not assumed to be done.
  case undecided(Match.Standing)
  case otherCurrency(Currency, Currency)
  case paidInOther(Currency)
}
