import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What serves the commitments of the Covenant, and what pays for it")
struct CommitmentTests {
  @Test("the Covenant's fourteen commitments are all there, in its order")
  func numbers() throws {
    #expect(try catalogue().commitments.map(\.number) == Array(1...14))
  }

  @Test(
    "each commitment is tied to measures that serve it, or is a duty of the city itself", arguments: 1...14)
  func served(number: Int) throws {
    let catalogue = try catalogue()
    let commitment = try #require(catalogue.commitments.first { $0.number == number })
    let serving = catalogue.measures.filter { $0.serves.contains(number) }.map(\.code)
    #expect(commitment.by == .city || !serving.isEmpty)
  }

  @Test("the city's own duties are the plan, the report and finding the money, and no other")
  func duties() throws {
    #expect(try catalogue().commitments.filter { $0.by == .city }.map(\.number) == [4, 5, 8])
  }

  @Test("every measure serves a commitment, and what it is called is said in both languages")
  func measures() throws {
    let data = try ShippedData.funding.get()
    for measure in data.measures.measures {
      #expect(!measure.serves.isEmpty, "\(measure.code)")
      for language in Language.allCases {
        #expect(data.vocabularies[language]?.measures[measure.code]?.isEmpty == false, "\(measure.code)")
      }
    }
  }

  @Test("each measure that can be funded but a control room has an instrument that exists for it")
  func core() throws {
    // Mediation is a wage without a building: of all sources only the European Social Fund Plus exists for it.
    let known = try ShippedData.funding.get().instruments.map(\.identifier)
    // A control room is equipment that a fund can pay for, and that none exists for.
    let unfunded = ["control-room"] + (known.contains("ESF-PLUS") ? [] : ["community-mediation"])
    #expect(try catalogue().measures.map(\.code).filter { try payers(of: $0, .core).isEmpty } == unfunded)
  }

  @Test("each measure can be paid for by two instruments at least, so that one closed call does not end it")
  func alternatives() throws {
    for measure in try catalogue().measures {
      let payers = try payers(of: measure.code, .core) + payers(of: measure.code, .possible)
      #expect(Set(payers).count >= 2, "\(measure.code): \(payers)")
    }
  }

  @Test("a translation is no copy of the English text")
  func copies() throws {
    let data = try ShippedData.funding.get()
    let french = try #require(data.vocabularies[.french])
    let english = Dictionary(
      data.opportunities.flatMap { opportunity in
        opportunity.conditions.map { (opportunity.identifier + "/condition/" + $0.id, $0.texts) }
          + [(opportunity.identifier + "/description", opportunity.descriptions)]
      }, uniquingKeysWith: { first, _ in first })
    for opportunity in data.opportunities {
      for criterion in opportunity.requirements?.criteria ?? [] {
        guard let why = criterion.citation.why else { continue }
        #expect(french.texts["\(opportunity.identifier)/criterion/\(criterion.id)"] != why, "\(criterion.id)")
      }
    }
    for (reference, texts) in english.sorted(by: { $0.key < $1.key }) {
      guard let original = texts.first(where: { $0.language == "en" })?.text else { continue }
      #expect(french.texts[reference] != original, "\(reference)")
    }
  }

  private func catalogue() throws -> MeasureCatalogue { try ShippedData.funding.get().measures }

  /// The instruments that pay for a measure, as well as that.
  private func payers(of measure: String, _ strength: MeasureKind.Strength) throws -> [String] {
    let book = try ShippedData.book.get()
    return try ShippedData.funding.get().instruments.map { book.offer($0) }
      .filter { $0.strength(of: measure) == strength }.compactMap(\.instrumentIdentifier)
  }
}
