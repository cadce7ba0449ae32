import ParapetModel

/// The conditions that an opportunity's own texts state in plain words, each with the sentence that states it.
///
/// They are graded `read-from-text`: shown and asked about, able to leave a pair undecided, and unable to exclude. Where
/// sentences differ, the one that refuses least is kept.
struct ProseConditions {
  private let opportunity: Opportunity
  private let readings: [ProseReading]

  /// The conditions of an opportunity, by its gist where that is known.
  init(of opportunity: Opportunity, gist: Gist? = nil) {
    self.opportunity = opportunity
    readings = gist?.conditions ?? ProseReading.all(in: opportunity)
  }

  /// The criteria that a tree does not hold already.
  ///
  /// What the law or the call's document says of a kind stands; a text that asks for more organisations is put beside.
  func criteria(beside tree: Tree) -> [Criterion] {
    var criteria: [Criterion] = []
    func add(_ id: String, _ kind: String, _ parameters: [Criterion.Parameter], _ reading: ProseReading) {
      criteria.append(
        Criterion(id: id, kind: kind, parameters: parameters, citation: reading.citation(in: opportunity)))
    }
    let kinds = Set(tree.leaves.map(\.kind))
    let known = tree.leaves.compactMap { ($0.logic as? ConsortiumKind)?.organisations }.max() ?? 1
    // What was read as a condition of the call counts more than what its text may say.
    let isRead = kinds.contains(CriterionKind.members.rawValue)
    if !isRead, let (reading, entities, countries, members) = consortium, entities > known {
      add(
        "text-consortium", CriterionKind.consortium.rawValue,
        [
          Criterion.Parameter(
            "minimum",
            ["entities": "\(entities)", "countries": "\(countries)", "memberStates": "\(members)"])
        ], reading)
    }
    if !kinds.contains(CriterionKind.duration.rawValue), let (reading, minimum, maximum) = duration {
      let limits = [("minimum", minimum), ("maximum", maximum)].compactMap { name, months in
        months.map { Criterion.Parameter(name, ["months": "\($0)"]) }
      }
      add("text-duration", CriterionKind.duration.rawValue, limits, reading)
    }
    if !kinds.contains(CriterionKind.applicantClass.rawValue), let (reading, classes) = applicants {
      let parameters = classes.map { Criterion.Parameter("include", ["applicant": $0.rawValue]) }
      add("text-applicant", CriterionKind.applicantClass.rawValue, parameters, reading)
    }
    return criteria
  }

  /// Funding with the amounts and the rate that neither it nor the instruments state.
  func completed(_ funding: Funding, above instruments: [Opportunity]) -> Funding {
    var completed = funding
    let stated = [funding] + instruments.map(\.funding)
    if !stated.contains(where: { $0.minimumGrant != nil || $0.maximumGrant != nil }),
      let (reading, minimum, maximum) = grant
    {
      completed.minimumGrant = minimum.map { Cited(Money(minorUnits: $0), reading.citation(in: opportunity)) }
      completed.maximumGrant = maximum.map { Cited(Money(minorUnits: $0), reading.citation(in: opportunity)) }
    }
    if stated.allSatisfy(\.rates.isEmpty), let (reading, percent) = rate,
      let maximum = Rate(percent: "\(percent)")
    {
      completed.rates = [
        FundingRate(id: "text-rate", maximum: maximum, citation: reading.citation(in: opportunity))
      ]
    }
    return completed
  }

  private var consortium: (ProseReading, Int, Int, Int)? {
    readings.compactMap { reading -> (ProseReading, Int, Int, Int)? in
      guard case .consortium(let entities, let countries, let members) = reading.finding else {
        return nil
      }
      return (reading, entities, countries, members)
    }.min { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }
  }

  private var duration: (ProseReading, Int?, Int?)? {
    readings.compactMap { reading -> (ProseReading, Int?, Int?)? in
      guard case .duration(let minimum, let maximum) = reading.finding else { return nil }
      return (reading, minimum, maximum)
    }.max { ($0.2 ?? 999) - ($0.1 ?? 0) < ($1.2 ?? 999) - ($1.1 ?? 0) }
  }

  private var grant: (ProseReading, Int64?, Int64?)? {
    readings.compactMap { reading -> (ProseReading, Int64?, Int64?)? in
      guard case .grant(let minimum, let maximum) = reading.finding else { return nil }
      return (reading, minimum, maximum)
    }.max { ($0.2 ?? Money.limit) - ($0.1 ?? 0) < ($1.2 ?? Money.limit) - ($1.1 ?? 0) }
  }

  private var applicants: (ProseReading, [ApplicantClass])? {
    readings.compactMap { reading -> (ProseReading, [ApplicantClass])? in
      if case .applicants(let classes) = reading.finding { (reading, classes) } else { nil }
    }.max { $0.1.count < $1.1.count }
  }

  /// A rate that every sentence about it agrees on: which of two would hold for a city is not said.
  private var rate: (ProseReading, Int)? {
    let found = readings.compactMap { reading -> (ProseReading, Int)? in
      if case .rate(let percent) = reading.finding { (reading, percent) } else { nil }
    }
    return Set(found.map(\.1)).count == 1 ? found.first : nil
  }
}
