import ParapetModel

/// What an offer book says of one item; read it through the book that gave it.
struct OfferAnswer {
  /// The verdicts and masks.
  var compiled: CompiledAnswer
  /// What its criteria say of the item.
  var judgements: JudgementMemory

  init(_ compiled: CompiledAnswer, criteria: Int) {
    self.compiled = compiled
    judgements = JudgementMemory(criteria: criteria)
  }
}

/// What criteria say of one item, each asked once; what they say of organisations holds for every item of a city that
/// these apply for.
struct JudgementMemory {
  private var ofItem: [Judgement?]
  private var ofOrganisations: [Judgement?]
  private var organisations: Subject?
  private var known: [Subject: [Judgement?]] = [:]

  init(criteria: Int) {
    ofItem = Array(repeating: nil, count: criteria)
    ofOrganisations = ofItem
  }

  /// Turns to another subject.
  mutating func begin(_ subject: Subject) {
    for number in ofItem.indices { ofItem[number] = nil }
    let next = subject.organisations
    guard next != organisations else { return }
    if let organisations { known[organisations] = ofOrganisations }
    ofOrganisations = known.removeValue(forKey: next) ?? Array(repeating: nil, count: ofItem.count)
    organisations = next
  }

  /// What a criterion says of the subject, by its number.
  mutating func judgement(
    of number: Int, isOfOrganisations: Bool, _ judge: () -> Judgement
  ) -> Judgement {
    if let known = isOfOrganisations ? ofOrganisations[number] : ofItem[number] { return known }
    let made = judge()
    if isOfOrganisations { ofOrganisations[number] = made } else { ofItem[number] = made }
    return made
  }
}
