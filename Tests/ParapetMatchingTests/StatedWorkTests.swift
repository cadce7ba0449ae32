import ParapetModel
import ParapetSearching
import Testing

@testable import ParapetMatching

@Suite("Forms of work")
struct StatedWorkTests {
  private static let demand = WorkDemand(
    scope: .instrument("X"), form: "procurement", role: .publicProcurer, partner: .research,
    measures: ["tech-pilot"], concepts: ["purchase"], texts: [],
    citation: Citation(grade: .law, source: "CELEX:32021R0695"))

  private static let naming: ConceptNaming = {
    var glossary = Glossary()
    glossary.concepts = [
      Glossary.Concept(id: "purchase", kind: .form), Glossary.Concept(id: "square", kind: .site),
    ]
    var (english, german) = (Glossary.Wording(language: "en"), Glossary.Wording(language: "de"))
    english.functionWords = ["the", "of", "it"]
    english.terms = ["purchase": ["joint purchase"], "square": ["square"]]
    german.functionWords = ["der", "die", "und"]
    german.terms = ["purchase": ["Beschaffung"], "square": ["Platz"]]
    german.hasCompounds = true
    glossary.languages = [english, german]
    return ConceptNaming(["purchase"], of: glossary)
  }()

  private func meets(
    _ demand: WorkDemand = demand, text: String = "", measures: [String] = [], partners: [String]? = nil,
    of city: City = .rivemont()
  ) -> Bool {
    var item = Item.made("a", measures, title: "A square", text: text)
    item.partners = partners
    return StatedWork(of: Portfolio(city: city, items: [item]), by: Self.naming).meets(demand, item)
  }

  @Test(
    "an item's own words say so, in any language, inflected or inside a longer word",
    arguments: [
      ("The cities plan joint purchases of it.", true), ("Die Beschaffung und der Platz", true),
      ("Die Sammelbeschaffung der Stadt", true), ("The purchase of a square", false), ("", false),
    ])
  func words(_ text: String, _ says: Bool) {
    #expect(meets(text: text) == says)
  }

  @Test("a concept that no demand names says nothing")
  func others() {
    var other = Self.demand
    other.concepts = ["square"]
    #expect(!meets(other, text: "The joint purchase of a square"))
  }

  @Test("what a form of work excludes is said by words too; silence is no word")
  func refused() {
    let text = "The cities plan joint purchases of it."
    var other = Self.demand
    (other.measures, other.concepts, other.role, other.partner) = ([], [], nil, nil)
    other.refused = ["purchase"]
    #expect(!meets(other, text: text, measures: ["tech-pilot"]))
    #expect(meets(other, text: "The purchase of a square") && meets(other))
    // Something else of the demand outweighs it.
    other.measures = ["tech-pilot"]
    #expect(meets(other, text: text, measures: ["tech-pilot"]) && !meets(other, text: text))
    other.firstMeasure = "barriers"
    #expect(meets(other, text: text))
  }

  @Test("a measure, a role of the city and a partner of that kind say so as well")
  func withoutWords() {
    #expect(meets(measures: ["barriers", "tech-pilot"]))
    #expect(!meets(measures: ["barriers"]))
    var buyer = City.rivemont()
    buyer.facts.roles = [.publicProcurer]
    #expect(meets(of: buyer))
    #expect(meets(partners: ["institute"], of: city(.research, in: "FR")))
    #expect(!meets(partners: [], of: city(.research, in: "FR")))
    #expect(!meets(partners: ["institute"], of: city(.localAuthority, in: "FR")))
  }

  @Test("what keeps a call off lists is met by a partner whom the item names, not by one that the city has")
  func unnamed() {
    var binding = Self.demand
    binding.bindsLists = true
    #expect(!meets(binding, partners: nil, of: city(.research, in: "FR")))
    #expect(meets(binding, partners: ["institute"], of: city(.research, in: "FR")))
    #expect(meets(partners: nil, of: city(.research, in: "FR")))
  }

  @Test("joint work abroad is that with a partner of another country whom the item names")
  func abroad() {
    var demand = Self.demand
    (demand.isAbroad, demand.partner) = (true, nil)
    #expect(meets(demand, partners: ["institute"], of: city(.localAuthority, in: "IT")))
    #expect(!meets(demand, partners: nil, of: city(.localAuthority, in: "IT")))
    #expect(!meets(demand, partners: ["institute"], of: city(.localAuthority, in: "FR")))
  }

  @Test("work of one state alone is that which names no partner of another")
  func withinState() {
    var demand = Self.demand
    (demand.measures, demand.concepts, demand.role, demand.partner) = ([], [], nil, nil)
    demand.isWithinState = true
    #expect(meets(demand, partners: ["institute"], of: city(.localAuthority, in: "FR")))
    #expect(meets(demand, partners: nil, of: city(.localAuthority, in: "IT")))
    #expect(!meets(demand, partners: ["institute"], of: city(.localAuthority, in: "IT")))
  }

  @Test("what is asked of items that are one thing first of all is asked of no other")
  func firstOfAll() {
    var demand = Self.demand
    (demand.measures, demand.concepts, demand.role, demand.partner) = ([], [], nil, .lawEnforcement)
    demand.firstMeasure = "control-room"
    #expect(meets(demand, measures: ["surveillance", "control-room"], partners: []))
    #expect(!meets(demand, measures: ["control-room"], partners: []))
    #expect(
      meets(demand, measures: ["control-room"], partners: ["institute"], of: city(.lawEnforcement, in: "FR")))
  }

  @Test("what one state's programme asks is asked of those who take part there, and a city's size can do")
  func ofAState() {
    var demand = Self.demand
    (demand.measures, demand.concepts, demand.role, demand.partner) = ([], [], nil, .lawEnforcement)
    demand.places = ["FRL", "IT"]
    #expect(meets(demand, partners: ["institute"], of: city(.research, in: "ES")))
    #expect(meets(demand, partners: [], of: city(.research, in: "IT")))
    #expect(!meets(demand, partners: ["institute"], of: city(.research, in: "IT")))
    #expect(meets(demand, partners: ["institute"], of: city(.lawEnforcement, in: "IT")))
    demand.places = ["FRL"]
    #expect(!meets(demand))
    demand.places = ["FRK"]
    #expect(meets(demand))
    demand.places = ["FR"]
    let inhabitants = City.rivemont().facts.population ?? 0
    demand.population = 4000...20000
    #expect(!meets(demand))
    demand.population = inhabitants...inhabitants
    #expect(meets(demand))
  }

  @Test("a network of a size is one of so many whom the item names, the city among them")
  func size() {
    var demand = Self.demand
    (demand.measures, demand.concepts, demand.role, demand.partner) = ([], [], nil, nil)
    demand.leastMembers = 3
    #expect(meets(demand, partners: ["a", "b"]))
    #expect(!meets(demand, partners: ["a"]))
    #expect(!meets(demand, partners: nil))
  }

  @Test(
    "work of a length or a cost, a started month counted; what an item does not say is not held against it")
  func lengthAndCost() throws {
    var demand = Self.demand
    (demand.measures, demand.concepts, demand.role, demand.partner) = ([], [], nil, nil)
    var item = Item.made()
    (item.start, item.end) = (day("2027-01-01"), day("2027-11-15"))
    let work = StatedWork(
      of: Portfolio(city: .rivemont(), items: [item]), by: ConceptNaming([], of: Glossary()))
    demand.leastMonths = 11
    #expect(work.meets(demand, item))
    demand.leastMonths = 12
    #expect(!work.meets(demand, item))
    item.end = nil
    #expect(work.meets(demand, item))
    demand.leastMonths = nil
    demand.leastCost = Money(minorUnits: 75_000_00)
    item.cost = Money(minorUnits: 74_999_99)
    #expect(!work.meets(demand, item))
    item.cost = Money(minorUnits: 75_000_00)
    #expect(work.meets(demand, item))
    item.cost = Money(minorUnits: 1_00, currency: try #require(Currency("CZK")))
    #expect(work.meets(demand, item))
    item.cost = nil
    #expect(work.meets(demand, item))
    // Lines come before the item's own figure.
    item.cost = Money(minorUnits: 75_000_00)
    item.lines = [CostLine(quantity: 10_000, unitCost: Money(minorUnits: 100_00))]
    #expect(!work.meets(demand, item))
  }

  @Test("a family of topics is meant by its identifiers, and nothing else of their programme")
  func family() {
    var demand = Self.demand
    demand.scope = .family(["HORIZON-CL3-", "-CS-", ""])
    func offer(_ identifier: String) -> Offer? {
      let topic = Opportunity(level: .topic, identifier: identifier, origin: .feed("sedia-search"))
      return InstrumentBook(instruments: [], calls: []).offers([topic], on: ides).first
    }
    #expect(offer("HORIZON-CL3-2026-02-CS-ECCC-02")?.imposes(demand) == true)
    #expect(offer("HORIZON-CL3-2026-01-FCT-02")?.imposes(demand) == false)
  }

  private func city(_ kind: ApplicantClass, in country: String) -> City {
    var city = City.rivemont()
    city.partners = [
      Partner(id: "institute", name: "Institute", facts: Applicant(country, kind).facts)
    ]
    return city
  }
}
