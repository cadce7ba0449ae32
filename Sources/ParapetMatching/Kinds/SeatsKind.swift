import ParapetModel

/// Where every member of a consortium, or whoever leads it, must have its seat.
struct SeatsKind: CriterionLogic {
  /// Whose seats are meant.
  enum Bound: String, CaseIterable {
    /// Beneficiaries and affiliated entities.
    case paid
    /// Partners without money too.
    case everyone
    /// Whoever leads.
    case lead
  }

  let kind: CriterionKind
  let reads: SubjectParts

  private let seats: ValueList<Place>
  private let bound: Bound

  init(_ kind: CriterionKind, _ parameters: [Criterion.Parameter]) throws(CriterionFault) {
    self.kind = kind
    var bound = kind == .leadSeat ? Bound.lead : .paid
    var listed: [Criterion.Parameter] = []
    for parameter in parameters where parameter.name != Criterion.Parameter.widens {
      guard parameter.name == "of" else {
        listed.append(parameter)
        continue
      }
      guard let text = parameter.attributes["members"], let value = Bound(rawValue: text) else {
        throw .value("members", of: parameter)
      }
      bound = value
    }
    self.bound = bound
    reads = bound == .lead ? [.applicant, .partners, .lead] : [.applicant, .partners]
    seats = try ValueList(listed) { parameter throws(CriterionFault) in
      guard let code = parameter.attributes["group"] ?? parameter.attributes["country"],
        let place = Place(code)
      else {
        throw .value("group", of: parameter)
      }
      return place
    }
  }

  func required(on day: Day) -> Required { .seats(kind, included: seats.included, excluded: seats.excluded) }

  func judge(_ subject: Subject, on day: Day) -> Judgement {
    if bound == .lead {
      let outcome = subject.judgeLead { self.outcome(of: $0, on: day) }
      let lead = subject.coordinator ?? subject.applicant
      return Judgement(
        outcome: outcome, stated: .place(country: lead.country, nuts: nil),
        missing: outcome == .undecided
          ? [lead.country == nil ? .country : .coordinator] : subject.missingLead(where: outcome))
    }
    let members = ([subject.applicant] + (subject.partners ?? [])).filter { member in
      bound == .everyone || member.participation != .associated
    }
    let outcomes = members.map { (member: $0, outcome: self.outcome(of: $0, on: day)) }
    let outside = outcomes.filter { $0.outcome == .unmet }.compactMap(\.member.country)
    let stated = Stated.seats(countries: distinct(members.compactMap(\.country)), outside: distinct(outside))
    if !outside.isEmpty { return Judgement(outcome: .unmet, stated: stated) }
    if let open = outcomes.first(where: { $0.outcome == .undecided }) {
      return .undecided(
        stated,
        missing: [
          open.member.country != nil ? .callDocument : open.member == subject.applicant ? .country : .partners
        ])
    }
    // Who else joins can be chosen from where it may.
    return Judgement(outcome: .met, stated: stated)
  }

  private func outcome(of member: ApplicantFacts, on day: Day) -> Outcome {
    guard let country = member.country else { return .undecided }
    let outcome = seats.outcome { $0.contains(country, on: day) }
    // Who was in negotiation about its association could apply as if it were associated, and is judged when the grant is
    // signed (General Annexes 2021-2022, B): a country that joined later was not surely out.
    if outcome == .unmet, seats.outcome({ $0.contains(country, on: SeatsKind.later(than: day)) }) == .met {
      return .undecided
    }
    // Most call documents let international organisations join from anywhere, so that no seat of theirs refuses them.
    return outcome == .unmet && member.applicant == .internationalOrganisation ? .undecided : outcome
  }

  /// A day by which negotiations of a day have ended: those of the programmes of 2021 to 2027 took up to four years.
  private static func later(than day: Day) -> Day { day.adding(days: 4 * 365) }

  private func distinct(_ countries: [Country]) -> [Country] { Set(countries).sorted() }
}
