public import ParapetSearching
public import ParapetBudgeting
public import ParapetMatching
public import ParapetModel

/// The words of one language: every sentence that a report can say, and how it writes figures.
///
/// A language is one conformer and one file of names in `data/words/`. Every function switches over all cases, so
/// that a missing sentence does not compile.
public protocol Sentences: AuthorityWords, BriefWords, CashWords, ColumnWords, CouncilWords, CovenantWords,
  DocumentWords, FormBlockWords, FormWords, NextWords, NightWords, PageWords, PictureWords, PlanWords,
  TreasuryWords, Sendable
{
  /// Words that take their names from a vocabulary of the same language.
  init(_ vocabulary: Vocabulary)
  /// The names of countries, measures and kinds of body.
  var vocabulary: Vocabulary { get }

  /// A whole number with its groups.
  func number(_ value: Int) -> String
  /// A number and its noun, for one and for many.
  func count(_ value: Int, _ one: String, _ many: String) -> String
  /// A number with two decimals, counted in hundredths.
  func hundredths(_ value: Int) -> String
  /// A number with at most four decimals, counted in ten-thousandths.
  func quantity(_ value: Int64) -> String
  /// A share in percent.
  func percent(_ rate: Rate) -> String
  /// An amount with its currency.
  func money(_ amount: Money) -> String
  /// A day in a sentence; tables write ISO 8601.
  func date(_ day: Day) -> String
  /// Names joined by "and".
  func and(_ names: [String]) -> String
  /// Names joined by "or".
  func or(_ names: [String]) -> String
  /// Words in the language's quotation marks.
  func quoted(_ text: String) -> String
  /// A name, the language's colon and a value.
  func pair(_ name: String, _ value: String) -> String

  /// A heading or the name of a column or fact.
  func label(_ label: Label) -> String
  /// A remark to the reader.
  func note(_ note: Note) -> String
  /// The word for a verdict.
  func word(_ verdict: Verdict) -> String
  /// The word for an outcome.
  func word(_ outcome: Outcome) -> String
  /// The word for what a body is beside its class.
  func word(_ role: BodyRole) -> String
  /// The words for a country of a group, as "a Member State of the EU".
  func word(_ group: CountryGroup) -> String
  /// The word for a status.
  func word(_ status: DayStatus) -> String
  /// The words for a grade.
  func word(_ grade: Grade) -> String
  /// The word for an addend of the fit.
  func word(_ name: Fit.Name) -> String
  /// The words for a kind of evidence that texts are near to an item.
  func word(_ part: RelevancePart) -> String
  /// The place of a pair among all, and what keeps it out of the list; as the next two, a sentence without its stop.
  func placement(rank: Int, of count: Int, gate: Placement.Gate?, work: String?) -> String
  /// In what the pair at which a shortlist ends is ahead.
  func lead(of identifier: String, rank: Int, _ lead: PlacementLead) -> String
  /// In which addends a pair has least, and of the addend for the subject in which kinds of evidence.
  func lost(_ addends: [String], evidence: [String]) -> String
  /// A name with a number of points.
  func points(_ name: String, _ count: Int) -> String
  /// The word for a field that is searched.
  func word(_ field: WordEvidence.Field) -> String
  /// The words for a category of region.
  func word(_ category: RegionCategory) -> String
  /// The word for a half of the action plan.
  func word(_ component: Item.Component) -> String
  /// The word for a level.
  func word(_ level: Opportunity.Level) -> String
  /// The words for a model of deadlines.
  func word(_ model: DeadlineModel) -> String
  /// The words for who manages the money.
  func word(_ management: Management) -> String
  /// The words for what a rate caps.
  func word(_ cap: FundingRate.Cap) -> String
  /// The words for an earlier award.
  func word(_ award: PreviousAward) -> String
  /// The words for a purpose that is not paid for.
  func word(_ purpose: SpecialPurpose) -> String
  /// The words for how value added tax is recovered.
  func word(_ status: VATStatus) -> String
  /// The word for what an organisation is in a funded project.
  func word(_ role: Precedent.Role) -> String
  /// The words for a kind of body in a funded project.
  func word(_ kind: Precedent.Kind) -> String
  /// The name of who publishes rates of exchange.
  func word(_ publisher: ExchangeRates.Publisher) -> String
  /// How it speaks of a kind of criterion.
  func words(_ kind: CriterionKind) -> KindWords
  /// How it speaks of a fact.
  func words(_ fact: Fact) -> FactWords
  /// The name of a fact that an offer's sources state differently, or the field itself where it is not known.
  func word(field: String) -> String

  /// The heading over changes of a severity.
  func label(_ severity: RecordChange.Severity) -> String
  /// The words for a kind of change.
  func word(_ kind: RecordChange.Kind) -> String
  /// The word for a status that a source states.
  func word(_ status: Status) -> String
  /// The name of a field that is compared.
  func word(_ field: FieldChange.Field) -> String
  /// What is to be known where a source no longer has a record; nil where it has it.
  func note(_ presence: Presence) -> String?

  /// What a criterion asks.
  func required(_ required: Required) -> String
  /// What was found.
  func stated(_ stated: Stated) -> String
  /// How far a change lies in the city's hands.
  func word(_ power: Fact.Power) -> String
  /// What a change would be.
  func change(_ change: Change) -> String
  /// Changes together, the verdict after them and what they bring.
  func fix(_ changes: [String], then verdict: Verdict, grant: Money?) -> String
  /// A remark on changes.
  func note(_ note: ChangeNote) -> String
  /// What is said beside a key of a portfolio to fill in, line by line.
  func lines(_ note: TemplateNote) -> [String]
  /// A remark about what could not be read.
  func note(_ note: UnreadNote) -> String
  /// That what follows must not hold.
  func mustNotHold(_ required: String) -> String
  /// Why an addend has its points.
  func because(_ because: Fit.Because) -> String
  /// A figure or rule of an opportunity.
  func term(_ term: StatedTerm.Value) -> String
  /// What a budget of a city rests on without being sure of it.
  func assumption(_ what: Assumption.What, _ terms: FundingTerms, of city: City) -> String
  /// Why a figure of a budget is what it is.
  func because(_ because: Because) -> String
  /// By which rates costs were converted, whose they are and of which day.
  func conversion(_ conversion: Conversion) -> String
  /// A ceiling or floor of a grant.
  func word(_ kind: Bound.Kind) -> String
  /// Whose money other support is.
  func word(_ kind: OtherSupport.Kind) -> String
  /// How far other support is.
  func word(_ state: OtherSupport.State) -> String
  /// The name of a layout of a budget.
  func word(_ layout: BudgetLayout) -> String
  /// The name of a cost category of Interreg.
  func word(_ heading: InterregTable.Heading) -> String
}

extension Sentences {
  /// The language.
  public var language: Language { vocabulary.language }

  /// The name of a country, or its code.
  public func name(_ country: Country) -> String { vocabulary.countries[country.code] ?? country.code }

  /// The name of a kind of body, or its code.
  public func name(_ applicant: ApplicantClass) -> String {
    vocabulary.applicants[applicant] ?? applicant.rawValue
  }

  /// The name of a measure, or its code.
  public func name(measure: String) -> String { vocabulary.measures[measure] ?? measure }

  /// The name of a city, or its short name.
  func name(of city: City) -> String { city.names.text(in: language) ?? city.id }

  /// The name of a payer; nil means the city. Of two that have one name, each is told by its short name too.
  func name(payer: String?, of city: City) -> String {
    let name =
      payer.map { id in city.partners.first { $0.id == id }?.name ?? id } ?? self.name(of: city)
    let isShared =
      (payer != nil && name == self.name(of: city))
      || city.partners.contains { $0.id != payer && $0.name == name }
    return isShared ? "\(name) (\(payer ?? city.id))" : name
  }

  /// The name of a cost heading, or its code.
  public func name(_ category: CostCategory) -> String {
    vocabulary.categories[category] ?? category.rawValue
  }

  /// The title of an opportunity: the vocabulary's, else its own in the language, else its identifier.
  public func title(of opportunity: Opportunity) -> String {
    text("\(opportunity.identifier)/title") ?? opportunity.titles.text(in: language) ?? opportunity.identifier
  }

  /// A text of an opportunity by the name of its element, from the vocabulary or from the opportunity itself.
  func text(_ element: String, of opportunity: Opportunity, _ own: [LocalizedText]) -> String? {
    text("\(opportunity.identifier)/\(element)") ?? own.text(in: language)
  }

  /// Why a criterion of an offer says what it says: the vocabulary's words, else those of the file.
  func why(_ coverage: Coverage, of offer: Offer) -> String? {
    guard let why = coverage.citation?.why, let criterion = coverage.criterion else { return nil }
    let owner = ([offer.opportunity] + offer.instruments).first { opportunity in
      opportunity.requirements?.criteria.contains { $0.id == criterion } ?? false
    }
    return owner.flatMap { text("\($0.identifier)/criterion/\(criterion)") } ?? why
  }

  /// The name of a programme: the vocabulary's, else the source's.
  func name(programme: Coded) -> String {
    programme.label.map { text("programme/" + $0) ?? $0 } ?? programme.code
  }

  private func text(_ reference: String) -> String? { vocabulary.texts[reference] }
}
