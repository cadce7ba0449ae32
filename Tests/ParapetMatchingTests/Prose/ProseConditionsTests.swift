import Foundation
import ParapetFeeds
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Conditions read from prose")
struct ProseConditionsTests {
  @Test(
    "what a sentence asks of those who apply is read",
    arguments: [
      (
        "Proposals must be submitted by a consortium of at least three independent legal entities from three different Member States.",
        .consortium(entities: 3, countries: 3, memberStates: 3)
      ),
      (
        "Applications must be submitted by a minimum of 2 applicants established in 2 different eligible countries.",
        .consortium(entities: 2, countries: 2, memberStates: 0)
      ),
      (
        "The consortium must include at least four organisations from at least three Member States or associated countries",
        .consortium(entities: 4, countries: 3, memberStates: 0)
      ),
      (
        "Les propositions sont déposées par un consortium d’au moins deux organismes de deux pays éligibles.",
        .consortium(entities: 2, countries: 2, memberStates: 0)
      ),
      (
        "Le partenariat réunit au moins trois partenaires issus de trois États membres",
        .consortium(entities: 3, countries: 3, memberStates: 3)
      ),
      ("The duration of a project must be between 12 and 24 months.", .duration(minimum: 12, maximum: 24)),
      ("Project duration: 24-36 months", .duration(minimum: 24, maximum: 36)),
      ("The maximum duration of the project is 18 months.", .duration(minimum: nil, maximum: 18)),
      ("La durée du projet est comprise entre 12 et 36 mois.", .duration(minimum: 12, maximum: 36)),
      ("La durée des projets ne peut dépasser 24 mois.", .duration(minimum: nil, maximum: 24)),
      (
        "The maximum EU grant amount is EUR 1 000 000 per project.",
        .grant(minimum: nil, maximum: 100_000_000)
      ),
      (
        "The requested grant may not exceed €2.5 million per proposal.",
        .grant(minimum: nil, maximum: 250_000_000)
      ),
      (
        "The grant requested per project must be between EUR 200,000 and EUR 1,500,000.",
        .grant(minimum: 20_000_000, maximum: 150_000_000)
      ),
      (
        "La subvention demandée par projet est au minimum de 50 000 euros.",
        .grant(minimum: 5_000_000, maximum: nil)
      ),
      ("The co-financing rate is 80% of the eligible costs.", .rate(80)),
      ("Le taux de cofinancement est de 60 %.", .rate(60)),
      (
        "Only public bodies are eligible to apply.",
        .applicants([.localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody])
      ),
      (
        "L’appel est ouvert uniquement aux collectivités territoriales.",
        .applicants([.localAuthority, .regionalAuthority])
      ),
    ] as [(String, ProseFinding)])
  func reads(sentence: String, finding: ProseFinding) {
    #expect(ProseRules.findings(in: sentence) == [finding])
    var found: [String] = []
    ProseSentences.forEach(in: "Something else\n" + sentence) { text, _ in found.append(text) }
    #expect(found.count == 1, "the sentence is looked at")
  }

  @Test(
    "what is an aim, an estimate or about somebody else is left alone",
    arguments: [
      "The project will train at least three organisations in two countries.",
      "Proposals should develop at least 3 pilots in two Member States.",
      "Financial support to third parties: at least 10 organisations must be selected by the consortium.",
      "The Commission estimates that an EU contribution of between EUR 2 and 3 million per project would be enough.",
      "The total indicative budget of the topic is EUR 12 million.",
      "The final report is due within 2 months after the end of the project, whose duration is stated in the grant.",
      "An internship lasts between 3 and 6 months.",
      "The maximum amount per third party is EUR 60 000 from the project grant.",
      "The flat rate for indirect costs is 7% of the funding.",
      "The funding rate is 70 % for research and 100 % for non-profit entities.",
      "Not only public bodies are eligible to apply.",
      "Public bodies are eligible.", "Les collectivités territoriales sont éligibles.",
      "At least 25 000 inhabitants live there.", "The maximum EU contribution per project is EUR 2 000 00 0.",
      "",
    ])
  func leavesAlone(sentence: String) {
    #expect(ProseRules.findings(in: sentence) == [])
  }

  private static func topic(_ text: String, language: String = "en") -> Opportunity {
    var topic = Opportunity(level: .topic, identifier: "T", origin: .feed("test"))
    topic.titles = [LocalizedText("Topic", language: "en")]
    topic.descriptions = [LocalizedText(text, language: language)]
    topic.openingDate = day("2026-01-01")
    topic.deadlines = [Deadline(day: day("2026-06-15"))]
    topic.landingPage = "https://example.eu/t"
    return topic
  }

  private static let prose =
    "Cities are at risk. Proposals must be submitted by at least three applicants from two eligible countries. "
    + "The duration of a project must be between 12 and 24 months. The grant requested per project must be between "
    + "EUR 200 000 and EUR 400 000. The co-financing rate is 80% of the eligible costs. Only public bodies can apply."

  @Test("a criterion quotes its sentence and names its place")
  func quotes() throws {
    let offer = InstrumentBook.offer(Self.topic(Self.prose))
    #expect(offer.tree.leaves.map(\.id) == ["text-consortium", "text-duration", "text-applicant"])
    #expect(offer.tree.leaves.allSatisfy { $0.citation.grade == .readFromText && $0.logic != nil })
    let citation = offer.tree.leaves[1].citation
    #expect(citation.source == "https://example.eu/t")
    #expect(
      citation.why == "“The duration of a project must be between 12 and 24 months” (description.en:105)")
    #expect(offer.funding.minimumGrant?.value == Money(minorUnits: 20_000_000))
    #expect(offer.funding.maximumGrant?.citation.grade == .readFromText)
    #expect(offer.funding.rates.map(\.maximum) == [Rate(millionths: 800_000)])
  }

  @Test("what was read from prose is shown and asked about, makes nobody ineligible and nobody eligible")
  func neverExcludes() {
    let offer = InstrumentBook.offer(Self.topic(Self.prose))
    var city = City.rivemont()
    city.facts.applicant = .privateCompany
    var item = Item.made()
    item.partners = []
    item.start = day("2027-01-01")
    item.end = day("2032-12-31")
    let match = Matcher.onTheIdes(grant: 1_000).match(item, city, with: offer)
    #expect(match.verdict == .undecided)
    #expect(match.reasons.filter { $0.id.hasPrefix("text-") }.map(\.outcome) == [.unmet, .unmet, .unmet])
    #expect(match.reasons.first { $0.kind == "grant-size" }?.outcome == .unmet)
    #expect(match.questions.contains(.callDocument))
    city.facts.applicant = .localAuthority
    item.partners = ["portanova", "almavera"]
    item.end = day("2028-06-30")
    let better = Matcher.onTheIdes(grant: 300_000).match(item, city, with: offer)
    #expect(better.reasons.filter { $0.id.hasPrefix("text-") }.map(\.outcome) == [.met, .met, .met])
    #expect(better.verdict == .undecided, "a feed is silent on the rest")
  }

  @Test("an eligible pair becomes undecided by what its text says, and no further")
  func movesToUndecided() {
    var topic = Self.topic("Only public bodies can apply.")
    topic.requirements = .criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    topic.funding.minimumGrant = Cited(
      Money(minorUnits: 1), Citation(grade: .call, source: "https://example.eu"))
    var city = City.rivemont()
    city.facts.applicant = .privateCompany
    let offer = InstrumentBook.offer(topic)
    #expect(Matcher.onTheIdes(grant: 10).match(.made(), city, with: offer).verdict == .undecided)
    topic.descriptions = []
    #expect(
      Matcher.onTheIdes(grant: 10).match(.made(), city, with: InstrumentBook.offer(topic)).verdict
        == .eligible)
  }

  @Test("what the call's own data says stands; a text that asks for more partners is put beside it")
  func beside() {
    var topic = Self.topic(Self.prose)
    topic.requirements = .all([
      .criterion(.made("long", "duration", [.maximum(["months": "48"])])),
      .criterion(.made("who", "applicant-class", [.include(["applicant": "research"])])),
      .criterion(.made("with", "consortium", [.minimum(["entities": "2"])])),
    ])
    #expect(
      InstrumentBook.offer(topic).tree.leaves.map(\.id) == ["long", "who", "with", "text-consortium"])
    var own = Self.topic(Self.prose)
    own.origin = .curated(Diagnostic.Place(file: "test.xml"))
    #expect(InstrumentBook.offer(own).tree.leaves.isEmpty, "our own files say what they mean in data")
  }

  @Test("of sentences that differ the one counts that refuses least, in any order")
  func differing() {
    let sentences = [
      "The duration of a project must be between 12 and 24 months.",
      "The duration of a project must be between 12 and 36 months.",
    ]
    for order in [sentences, sentences.reversed()] {
      let offer = InstrumentBook.offer(Self.topic(order.joined(separator: "\n")))
      #expect(offer.tree.leaves.first?.citation.why?.contains("36") == true)
    }
  }

  @Test("hostile texts are read to the end, and no more is kept than anybody states")
  func hostile() {
    let pieces = [
      "at least three applicants ", "months months ", "EUR 1 ", "between between ", "€€€€ 9 9 9 9 ", "%",
      "l’",
      "The duration must be between 1 and 2 months. ", "Only public bodies. ", "\u{301}\u{202E}é",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
      var count = 0
      ProseSentences.forEach(in: text) { sentence, offset in
        count += 1
        #expect(sentence.utf8.count <= ProseSentences.longest + 8 && offset < text.utf8.count)
      }
      #expect(count <= ProseSentences.most)
      _ = InstrumentBook.offer(Self.topic(text))
    }
  }
}
