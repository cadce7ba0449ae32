/// Why a clause of a document decides nothing about who may apply.
public enum ClauseNature: String, Hashable, Sendable, CaseIterable {
  /// Opens a list, whose items are clauses of their own.
  case leadIn = "lead-in"
  /// Any legal entity may apply, public or private.
  case anyEntity = "any-legal-entity"
  /// Speaks of natural persons, which no city is.
  case naturalPersons = "natural-persons"
  /// Speaks of international organisations.
  case internationalOrganisations = "international-organisations"
  /// Speaks of bodies without legal personality.
  case withoutPersonality = "without-personality"
  /// Speaks of bodies of the Union.
  case unionBodies = "union-bodies"
  /// Speaks of associations and groupings.
  case associations
  /// Speaks of restrictive measures of the Union, which are against no city of the Union.
  case restrictiveMeasures = "restrictive-measures"
  /// Says how others than beneficiaries take part.
  case participation
  /// Must be registered before the application.
  case registration
  /// Limits the pages of the application.
  case pageLimit = "page-limit"
  /// Says how and with which forms one applies.
  case form
  /// Says which costs count and how.
  case costs
  /// Says when the work begins and what it delivers.
  case timing
  /// Says how the grant is paid and shown.
  case payments
  /// Says whether money may be passed on to others.
  case thirdParties = "third-parties"
  /// Speaks of liability, breach and recovery.
  case liability
  /// Speaks of results and the rights in them.
  case results
  /// Speaks of classified or sensitive work.
  case security
  /// Speaks of ethics and values.
  case ethics
  /// Says which work is paid for.
  case activities
  /// Says what is normal or expected, and obliges nobody.
  case expectation
  /// Points to general rules, which are judged for every topic of the programme.
  case generalRules = "general-rules"
  /// Points to a definition, a list or a guide.
  case reference
  /// Asks for the Union's own satellite data; binds the work.
  case satelliteData = "satellite-data"
  /// Keeps suppliers out that no city is.
  case suppliers
  /// Gives reasons, or says what follows from a rule stated elsewhere.
  case explanation
  /// Speaks of countries outside of the Union alone.
  case otherCountries = "other-countries"
  /// States a fact and obliges nobody.
  case statement
}
