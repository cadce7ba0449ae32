import ParapetSearching
import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension English {
  func required(_ required: Required) -> String {
    switch required {
    case .list(let kind, let included, let excluded):
      let own = words(kind)
      return among(
        own.accepts, own.refuses, names(included, in: kind.codes), not: names(excluded, in: kind.codes),
        by: own.joinsRefused)
    case .range(let kind, let minimum, let maximum, let measures):
      return range(words(kind).amount, minimum, maximum)
        + (measures.isEmpty ? "" : ", asked of " + and(measures.map(name(measure:))))
    case .share(let kind, let percent, let codes):
      return "At least \(percent)% of the organisations, the applicant included, in a "
        + or(names(codes, in: kind.codes))
    case .places(let included, let excluded):
      return among("Seat in: %", "Seat anywhere but in: %", included.map(place), not: excluded.map(place))
    case .measures(let core, let possible, let partial, let excluded):
      return [
        core.isEmpty ? nil : "Made for: " + or(core.map(name(measure:))),
        possible.isEmpty ? nil : "can pay for: " + or(possible.map(name(measure:))),
        partial.isEmpty ? nil : "can pay for some kinds of: " + or(partial.map(name(measure:))),
        excluded.isEmpty ? nil : "does not pay for: " + or(excluded.map(name(measure:))),
      ].compactMap(\.self).joined(separator: "; ")
    case .consortium(let minimums, let maximum):
      let most = maximum.map { ["at most " + count($0, "organisation", "organisations")] } ?? []
      return Typography.capitalised((minimums.map(least) + most).joined(separator: "; "))
    case .members(let demand): return members(demand)
    case .seats(let kind, let included, let excluded):
      let own = words(kind)
      return among(own.accepts, own.refuses, included.map(place), not: excluded.map(place))
    case .everyone(let kind, let found): return Typography.filled(words(kind).accepts, with: bodies(found))
    case .sentence(let nature): return sentence(nature)
    case .truth(let kind): return words(kind).accepts
    case .equalityPlan:
      return
        "A gender equality plan of each public body, research organisation and university when the grant is signed"
    case .unfinished(let day):
      return "Work not finished before \(date(day)), the first day on which one could apply"
    case .application(let opening, let deadline):
      return application(opening, deadline)
    case .publishedCall:
      return "A published call"
    case .grant(let minimum, let maximum):
      return grant(minimum, maximum)
    case .unstatedConditions:
      return "The call’s own conditions, which no source read so far states"
    case .unreadable:
      return "A rule of our own data that cannot be read"
    }
  }

  func stated(_ stated: Stated) -> String {
    switch stated {
    case .nothing: "not stated by the city"
    case .sourceSilent: "not stated by the source"
    case .notInForce(let from, let to): notInForce(from, to)
    case .values(let kind, let codes, let refused):
      values(kind, codes, refused: refused).joined(separator: "; ")
    case .number(let kind, let value): number(value, of: kind)
    case .share(_, let inside, let all, let unknown):
      "\(number(inside)) of \(count(all, "organisation", "organisations"))"
        + (unknown == 0 ? "" : ", not known of \(number(unknown))")
    case .words(let words): "in its own words: \(quoted(words))"
    case .place(let country, let nuts):
      [country.map(name), nuts.map { "region \($0)" }].compactMap(\.self).joined(separator: ", ")
    case .consortium(let entities, let countries, let known):
      consortium(entities, countries, known)
    case .members(let counted, let possible, let known): members(counted, possible, known)
    case .seats(let countries, let outside): seats(countries, outside)
    case .everyone(let others, let unknown):
      others == 0 && unknown == 0
        ? "all are" : "\(number(others)) are not" + (unknown == 0 ? "" : ", not known of \(number(unknown))")
    case .inProposal: "whoever writes the proposal keeps it"
    case .truth(let kind, let holds): holds ? words(kind).holds : words(kind).none
    case .equalityPlans(let have, let all): "\(number(have)) of \(count(all, "such body", "such bodies"))"
    case .end(let day): "work ends on \(date(day))"
    case .notAsked: "no measure that gives reason to ask"
    case .day(let day, let status): "\(word(status)) on \(date(day))"
    case .grant(let grant): "estimated grant \(money(grant))"
    case .answered(let given): found(given.answer)
    case .costs(let currency): "costs in \(currency.code)"
    }
  }

  func because(_ because: Fit.Because) -> String {
    switch because {
    case .measures(let core, let possible):
      return measures(core, possible)
    case .instrumentMeasures(let core, let possible):
      return "its instrument: " + measures(core, possible)
        + "; the topic’s own text uses none of the item’s words"
    case .words(let hits):
      return hits.isEmpty
        ? "no words in common" : hits.map { "\(quoted($0.text)) (\(word($0.field)))" }.joined(separator: ", ")
    case .withinRange: return "the grant lies within the stated limits"
    case .aboveMaximum: return "the grant reaches the stated maximum"
    case .belowMinimum: return "the grant is below the stated minimum"
    case .sizeUnknown: return "no limits are stated, or the grant is not known"
    case .daysLeft(let days):
      return days == 0 ? "the deadline is today" : count(days, "day", "days") + " until the deadline"
    case .noDeadline: return "no deadline to come"
    case .paidShare(let share): return "\(share)% of the eligible cost"
    case .cappedShare(let share, let cap):
      return "up to \(share)% of the eligible cost, cap of the \(word(cap))"
    case .rateUnknown: return "the share that is paid is not known"
    case .organisations(let organisations):
      return count(organisations, "organisation applies", "organisations apply together")
    case .alone: return "one can apply alone, as far as is known"
    case .unverifiedRules(let rules):
      return rules == 0
        ? "no unverified rule fails" : count(rules, "unverified rule fails", "unverified rules fail")
    }
  }

  private func measures(_ core: [String], _ possible: [String]) -> String {
    let parts = [
      core.isEmpty ? nil : "made for " + and(core.map(name(measure:))),
      possible.isEmpty ? nil : "able to pay for " + and(possible.map(name(measure:))),
    ].compactMap(\.self)
    return parts.isEmpty ? "none of the item’s measures is on its list" : parts.joined(separator: " and ")
  }

  /// `%` stands for what is accepted in one sentence and for what is refused in the other.
  private func among(
    _ accepts: String, _ refuses: String, _ included: [String], not excluded: [String],
    by join: KindWords.Join = .or
  ) -> String {
    if included.isEmpty { return Typography.filled(refuses, with: joined(excluded, by: join)) }
    return Typography.filled(accepts, with: or(included))
      + (excluded.isEmpty ? "" : "; " + pair("not", or(excluded)))
  }

  func place(_ territory: Territory) -> String {
    switch territory {
    case .memberStates: "a Member State of the EU"
    case .overseas: "an overseas country or territory"
    case .country(let country): name(country)
    case .region(let code): "region \(code)"
    }
  }

  private func range(_ amount: KindWords.Amount?, _ minimum: Int?, _ maximum: Int?) -> String {
    switch amount {
    case .count(let one, let many):
      switch (minimum, maximum) {
      case (let minimum?, let maximum?): "Between \(number(minimum)) and \(count(maximum, one, many))"
      case (let minimum?, nil): "At least \(count(minimum, one, many))"
      case (nil, let maximum?): "At most \(count(maximum, one, many))"
      case (nil, nil): "Any number of \(many)"
      }
    case .level(let level, _):
      switch (minimum, maximum) {
      case (let minimum?, let maximum?): "\(level) \(minimum) to \(maximum)"
      case (let minimum?, nil): "\(level) \(minimum) or above"
      case (nil, let maximum?): "\(level) \(maximum) or below"
      case (nil, nil): level
      }
    case nil: [minimum, maximum].map { $0.map(number) ?? "…" }.joined(separator: " – ")
    }
  }

  private func least(_ minimum: ConsortiumMinimum) -> String {
    var text = "at least " + count(minimum.entities, "organisation", "organisations")
    if let applicant = minimum.applicant { text += " of the kind “\(name(applicant))”" }
    if minimum.countries > 1 { text += " from \(number(minimum.countries)) countries" }
    if minimum.isAcrossABorder { text += " on both sides of a border" }
    if minimum.memberStates > 0 {
      let states = count(minimum.memberStates, "Member State", "Member States")
      text += minimum.countries > 1 ? ", of which \(states)" : " with at least \(states)"
    }
    return text
  }

  private func consortium(_ entities: Int, _ countries: Int, _ known: Bool) -> String {
    if entities == 1 { return known ? "the city applies alone" : "partners not stated by the city" }
    let text =
      count(entities, "organisation", "organisations") + " in " + count(countries, "country", "countries")
    return known ? text : text + ", others may take part"
  }

  private func application(_ opening: Day?, _ deadline: Deadline?) -> String {
    let end = deadline.map { date($0.day) + ($0.time.map { ", \($0) Brussels time" } ?? "") }
    return switch (opening, end) {
    case (let opening?, let end?): "Application from \(date(opening)) to \(end)"
    case (let opening?, nil): "Application from \(date(opening)); no deadline stated"
    case (nil, let end?): "Application by \(end)"
    case (nil, nil): "Application in time; no dates stated"
    }
  }

  private func grant(_ minimum: Money?, _ maximum: Money?) -> String {
    switch (minimum, maximum) {
    case (let minimum?, let maximum?): "Grant between \(money(minimum)) and \(money(maximum))"
    case (let minimum?, nil): "Grant of at least \(money(minimum))"
    case (nil, let maximum?): "Grant of at most \(money(maximum)); no minimum stated"
    case (nil, nil): "A size of grant that the call accepts; none stated"
    }
  }

  private func notInForce(_ from: Day?, _ to: Day?) -> String {
    switch (from, to) {
    case (let from?, let to?): "the rule holds from \(date(from)) to \(date(to)) only"
    case (let from?, nil): "the rule holds from \(date(from)) only"
    case (nil, let to?): "the rule held until \(date(to))"
    case (nil, nil): "the rule is not in force"
    }
  }
}
