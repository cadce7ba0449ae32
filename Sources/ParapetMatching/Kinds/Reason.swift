public import ParapetModel

/// Why a pair stands as it does: one criterion, what it asks, what the city states, and who says so.
///
/// Sentences are made from this in one place (Reporting's words), so verdict, explanation, translation and audit
/// cannot drift apart.
public struct Reason: Hashable, Sendable {
  /// The kind of criterion, such as `territory`.
  public var kind: String
  /// The criterion's own name.
  public var id: String
  /// What it says.
  public var outcome: Outcome
  /// What it asks.
  public var required: Required
  /// What was found.
  public var stated: Stated
  /// The facts that would decide it.
  public var missing: [Fact]
  /// Where the criterion comes from.
  public var citation: Citation
  /// Whether what it asks must not hold; the outcome is that of the demand, so `met` is always good.
  public var isNegated = false
  /// Whether it decides nothing: one of several alternatives beside another that is met, or that alone can still
  /// be.
  public var isMoot = false
  /// What the city found out about it: decisive, unless it has lapsed or says that nobody knows.
  public var answer: GivenAnswer?

  /// Whether it fails without the authority to exclude: an unverified rule, which lowers the rank only.
  public var isUnverified: Bool {
    outcome == .unmet && !citation.grade.canExclude && answer?.outcome == nil
  }

  /// The facts to ask for: what is missing, and of an unverified rule whether the call's document says so too.
  public var questions: [Fact] {
    if isMoot { return [] }
    if isUnverified { return [.callDocument] }
    return outcome == .undecided ? missing : []
  }
}

/// What a criterion asks, as data: a shape, with the kind beside it where several kinds have that shape.
///
/// A language makes its sentence from the shape and its words for the kind.
public enum Required: Hashable, Sendable {
  /// Codes of which one must hold, or none of those.
  case list(CriterionKind, included: [String], excluded: [String])
  /// A number, asked of items with these measures alone where some are named.
  case range(CriterionKind, minimum: Int?, maximum: Int?, of: [String])
  /// A share of the organisations, in per cent, that are of these codes.
  case share(CriterionKind, percent: Int, in: [String])
  /// A seat within these places, or outside those.
  case places(included: [Territory], excluded: [Territory])
  /// Measures among these, some items of the partial ones, or none of those.
  case measures(core: [String], possible: [String], partial: [String], excluded: [String])
  /// A number of organisations and countries.
  case consortium(minimums: [ConsortiumMinimum], maximum: Int?)
  /// Bodies that must be among those who apply.
  case members(MembersDemand)
  /// Seats of the members, of the lead, or of whoever controls them, within these places or outside those.
  case seats(CriterionKind, included: [Place], excluded: [Place])
  /// What every beneficiary, or the lead, must be.
  case everyone(CriterionKind, Bodies)
  /// A sentence of the call's own conditions.
  case sentence(SentenceNature)
  /// Gender equality plans of public bodies and of research.
  case equalityPlan
  /// That something holds of the applicant.
  case truth(CriterionKind)
  /// Work that is not finished before the application.
  case unfinished(on: Day)
  /// An application between an opening and a deadline.
  case application(opening: Day?, deadline: Deadline?)
  /// A published call.
  case publishedCall
  /// A grant between a minimum and a maximum, as far as they are stated.
  case grant(minimum: Money?, maximum: Money?)
  /// Conditions that no source at hand states.
  case unstatedConditions
  /// A rule in our data that could not be read.
  case unreadable
}

/// What was found when a criterion was judged, as data: a shape, with the kind beside it where several have that shape.
public enum Stated: Hashable, Sendable {
  /// The city does not say.
  case nothing
  /// The source of the opportunity does not say.
  case sourceSilent
  /// A rule that is not in force on the day.
  case notInForce(from: Day?, to: Day?)
  /// Codes, with those that the criterion does not accept; none where the city says that there are none.
  case values(CriterionKind, [String], refused: [String] = [])
  /// A number.
  case number(CriterionKind, Int)
  /// How many organisations of how many are of the codes asked for, and of how many that is unknown.
  case share(CriterionKind, Int, of: Int, unknown: Int)
  /// Words of the city that show it.
  case words(String)
  /// A seat.
  case place(country: Country?, nuts: String?)
  /// Organisations and countries, the applicant's own included; `known` is false where more may take part.
  case consortium(entities: Int, countries: Int, known: Bool)
  /// How many members count for each group of bodies, surely and at best; `known` is false where more may take part.
  case members(counted: [Int], possible: [Int], known: Bool)
  /// Countries of the members or of whoever controls them, with those that are not accepted.
  case seats(countries: [Country], outside: [Country])
  /// How many members are of another kind, and of how many that is unknown.
  case everyone(others: Int, unknown: Int)
  /// What whoever writes the proposal keeps.
  case inProposal
  /// How many have a gender equality plan, of those who need one.
  case equalityPlans(Int, of: Int)
  /// Whether something holds of the applicant.
  case truth(CriterionKind, Bool)
  /// The last day of work.
  case end(Day)
  /// None of the measures that the criterion is about.
  case notAsked
  /// The day judged, and what the dates say of it.
  case day(Day, DayStatus)
  /// A grant.
  case grant(Money)
  /// What the city found out and answered.
  case answered(GivenAnswer)
  /// Costs in a currency that is not the grant's.
  case costs(in: Currency)
}

/// A least number of organisations, countries and Member States in a consortium.
public struct ConsortiumMinimum: Hashable, Sendable {
  /// How many organisations, the applicant's own included.
  public var entities: Int
  /// In how many countries.
  public var countries: Int
  /// Of these, how many Member States.
  public var memberStates: Int
  /// The kind of body that counts; nil means all.
  public var applicant: ApplicantClass?
  /// Whether of other countries only those count that have a border with the applicant's, on land or across the sea.
  public var isAcrossABorder = false
}

/// The answer for a city, an item and an opportunity.
public enum Verdict: String, Hashable, Sendable, CaseIterable, Comparable {
  case eligible, undecided, ineligible

  /// Whether the left is listed first.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .eligible: 0
    case .undecided: 1
    case .ineligible: 2
    }
  }
}
