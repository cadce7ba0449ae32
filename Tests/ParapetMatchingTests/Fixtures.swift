import ParapetBudgeting
import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetMatching

/// The day on which the tests judge, unless they say otherwise.
let ides = Day(number: 20_527)  // 2026-03-15

/// A day of a text that a test knows to be one; anything else fails the test.
func day(_ text: String) -> Day {
  guard let day = Day(text) else {
    Issue.record("'\(text)' is no day")
    return ides
  }
  return day
}

/// Short-hand for the facts of an applicant.
struct Applicant {
  var facts = ApplicantFacts()

  init(_ country: String?, _ kind: ApplicantClass? = nil, nuts: String? = nil, population: Int? = nil) {
    facts.country = country.flatMap { Country($0) }
    facts.applicant = kind
    facts.nuts = nuts
    facts.population = population
  }
}

extension Subject {
  /// A subject with the facts that an example of a criterion states.
  static func stating(_ facts: [String: String]) throws -> Subject {
    try #require(Subject(facts), "an example states a fact that nobody knows: \(facts)")
  }
}

extension Criterion {
  /// A criterion of a kind with parameters as a file writes them: a name, then attributes.
  static func made(
    _ id: String, _ kind: String, _ parameters: [Parameter] = [], grade: Grade = .law,
    overrides: String? = nil, from: String? = nil, to: String? = nil
  ) -> Criterion {
    let citation = Citation(
      grade: grade, source: "CELEX:32021R1149 recital 66", validFrom: from.map(day), validTo: to.map(day))
    return Criterion(
      id: id, kind: kind, parameters: parameters, citation: citation, overrides: overrides,
      place: Diagnostic.Place(file: "test.xml", line: 1, column: id.utf8.reduce(1) { $0 + Int($1) }))
  }

  /// What the criterion answers on the day of the tests, or the fault that makes it unreadable.
  func outcome(for facts: [String: String]) throws -> Outcome {
    try logic().judge(Subject.stating(facts), on: ides).outcome
  }

  /// The facts it asks for.
  func missing(for facts: [String: String]) throws -> [Fact] {
    try logic().judge(Subject.stating(facts), on: ides).missing
  }
}

extension Criterion.Parameter {
  static func include(_ attributes: [String: String]) -> Self { Self("include", attributes) }
  static func exclude(_ attributes: [String: String]) -> Self { Self("exclude", attributes) }
  static func otherwise(_ outcome: Outcome) -> Self { Self("otherwise", ["outcome": outcome.rawValue]) }
  static func minimum(_ attributes: [String: String]) -> Self { Self("minimum", attributes) }
  static func maximum(_ attributes: [String: String]) -> Self { Self("maximum", attributes) }
}

extension Opportunity {
  /// An opportunity of our own files, open on the day of the tests unless it is an instrument.
  static func made(
    _ level: Level, _ identifier: String, title: String = "Funding", partOf instrument: String? = nil,
    requirements: Requirement? = nil
  ) -> Opportunity {
    var made = Opportunity(
      level: level, identifier: identifier, origin: .curated(Diagnostic.Place(file: "test.xml", line: 1)))
    made.titles = [LocalizedText(title, language: "en")]
    made.requirements = requirements
    if let instrument { made.partOf = [PartOf(level: .instrument, ref: instrument)] }
    if level != .instrument {
      made.openingDate = day("2026-01-01")
      made.deadlines = [Deadline(day: day("2026-06-15"))]
      made.landingPage = "https://example.eu/\(identifier)"
    }
    return made
  }

  /// The same as a feed tells it.
  func fromFeed(reference: String? = nil) -> Opportunity {
    var copy = self
    copy.origin = .feed("test")
    copy.reference = reference
    return copy
  }
}

extension City {
  /// An invented city of the coast, with one Italian and one Spanish partner.
  static func rivemont(country: String = "FR", nuts: String? = "FRL03") -> City {
    var city = City(
      id: "rivemont",
      facts: Applicant(country, .localAuthority, nuts: nuts, population: 342_669).facts)
    city.facts.regionCategory = .transition
    city.partners = [
      Partner(id: "portanova", name: "Portanova", facts: Applicant("IT", .localAuthority).facts),
      Partner(id: "almavera", name: "Almavera", facts: Applicant("ES", .localAuthority).facts),
    ]
    return city
  }
}

extension Item {
  /// An item of measures, with work from 2027 to 2028 and no word about its partners.
  static func made(
    _ id: String = "square", _ measures: [String] = ["barriers"], title: String = "Works", text: String = ""
  ) -> Item {
    var item = Item(id: id, title: title)
    item.text = text
    item.measures = measures
    item.start = day("2027-01-01")
    item.end = day("2028-12-31")
    return item
  }
}

extension Matcher {
  /// A matcher for the day of the tests that estimates every grant alike.
  static func onTheIdes(grant: Int64? = nil) -> Matcher {
    let estimate = grant.map {
      GrantEstimate(
        eligible: Money(minorUnits: $0 * 125), grant: Money(minorUnits: $0 * 100),
        own: Money(minorUnits: $0 * 25))
    }
    return Matcher(on: ides, pricing: Pricing { _, _, _ in estimate })
  }

  /// One pair without a word in common.
  func match(_ item: Item, _ city: City = .rivemont(), with offer: Offer) -> Match {
    match(item, of: city, with: offer, words: .none)
  }
}

extension InstrumentBook {
  /// The offer of an opportunity that stands alone.
  static func offer(_ opportunity: Opportunity) -> Offer {
    InstrumentBook(instruments: [], calls: [opportunity]).offer(opportunity)
  }
}

extension Offer {
  /// The identifier of the instrument that governs it, its own where it is one.
  var instrumentIdentifier: String? {
    opportunity.level == .instrument ? opportunity.identifier : instruments.first?.identifier
  }
}
