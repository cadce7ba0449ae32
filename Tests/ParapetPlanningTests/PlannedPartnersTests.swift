import BudgetSamples
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetBudgeting
@testable import ParapetPlanning

@Suite("Who takes part in what a plan sends in, and in which form of work")
struct PlannedPartnersTests {
  private static let cooperation = {
    var demand = WorkDemand(
      scope: .instrument("INTERREG"), form: "cooperation", role: nil, partner: nil, measures: [],
      concepts: [], texts: [], citation: law)
    demand.isAbroad = true
    return demand
  }()

  @Test(
    "one state's programme pays no partner in another; a programme of cooperation does")
  func partnersAbroad() throws {
    var world = PlanWorld()
    world.practice.works = [Self.cooperation]
    world.city.facts.country = Country("FR")
    var abroad = ApplicantFacts()
    abroad.country = Country("ES")
    world.city.partners = [Partner(id: "almavera", name: "Almavera", facts: abroad)]
    world.add("a", "100000")
    world.items[0].partners = ["almavera"]
    world.offer("FUND", rate: "90", management: .shared)
    #expect(try world.plan().lines == ["FUND: a"])
    var line = CostLine(quantity: CostLine.one, unitCost: euro("50000"))
    line.year = 2027
    var abroadToo = line
    abroadToo.partner = "almavera"
    world.items[0].lines = [line, abroadToo]
    #expect(try world.plan().because("a") == [.partnersAbroad(opportunities: 1)])
    world.offer("INTERREG", rate: "80", management: .shared)
    #expect(try world.plan().lines == ["INTERREG: a"])
    // Where nothing of it is paid abroad, what fits better comes first.
    world.items[0].lines.removeLast()
    world.fits = ["FUND": 74, "INTERREG": 50]
    #expect(try world.plan().lines == ["FUND: a"])
    // One that is for the work of its own state alone says so.
    var ownState = Self.cooperation
    ownState.scope = .instrument("FUND")
    ownState.isAbroad = false
    ownState.isWithinState = true
    world.practice.works.append(ownState)
    #expect(try world.plan { $0.without = ["INTERREG"] }.because("a") == [.jointWork(opportunities: 1)])
    #expect(try world.plan().grantsFromBeyond == world.plan().grant)
    world.items[0].partners = []
    #expect(try world.plan().grantsFromBeyond == euro("0"))
    world.items[0].partners = ["almavera"]
    world.practice.works.removeLast()
    // A partner of which no country is stated is not taken for one abroad.
    world.items[0].lines = [line, abroadToo]
    world.city.partners[0].facts.country = nil
    #expect(try world.plan().lines == ["FUND: a"])
  }

  @Test("what a programme does not pay for may be paid for by a part of it")
  func partOfAProgramme() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    for id in ["FUND", "FUND-TOWNS"] {
      world.offer(id, management: .shared)
      world.opportunities[world.opportunities.count - 1].level = .instrument
    }
    world.opportunities[1].partOf = [PartOf(level: .instrument, ref: "FUND")]
    world.fits = ["FUND": 74, "FUND-TOWNS": 50]
    #expect(try world.plan().lines == ["FUND: a"])
    var demand = WorkDemand(
      scope: .instrument("FUND"), form: "innovation", role: nil, partner: nil, measures: ["tech-pilot"],
      concepts: [], texts: [], citation: law)
    demand.reachesParts = false
    world.practice.works = [demand]
    #expect(try world.plan().lines == ["FUND-TOWNS: a"])
    world.practice.works[0].reachesParts = true
    #expect(try world.plan().lines == [])
    // A call comes before the programme that it is a call of.
    world.practice.works = []
    world.opportunities[1].level = .call
    #expect(try world.plan().lines == ["FUND-TOWNS: a"])
    #expect(try world.plan { $0.without = ["FUND-TOWNS"] }.lines == ["FUND: a"])
    world.opportunities[0].deadlines = []
    world.opportunities[1].openingDate = world.day
    // One that nobody has read is named with its day, unless the item is no such work.
    let unread = try world.plan { $0.shortlist.items[0].matches[1].verdict = .undecided }
    #expect(unread.lines == ["FUND: a"])
    #expect(unread.applications[0].openCall?.name == "FUND-TOWNS")
    #expect(unread.applications[0].openCall?.until == world.day.adding(days: 60))
    demand.scope = .instrument("FUND-TOWNS")
    world.practice.works = [demand]
    #expect(
      try world.plan { $0.shortlist.items[0].matches[1].verdict = .undecided }.applications[0].openCall == nil
    )
  }

  @Test("a programme of a border's regions takes no partner of a third country where its area is kept")
  func area() throws {
    var world = PlanWorld()
    world.practice.works = [Self.cooperation]
    world.city.facts.country = Country("FR")
    world.city.facts.nuts = "FRL03"
    var italian = ApplicantFacts()
    italian.country = Country("IT")
    var spanish = ApplicantFacts()
    spanish.country = Country("ES")
    world.city.partners = [
      Partner(id: "portanova", name: "Portanova", facts: italian),
      Partner(id: "almavera", name: "Almavera", facts: spanish),
    ]
    world.add("a", "100000")
    world.items[0].partners = ["portanova"]
    world.offer("INTERREG", management: .shared)
    let regions = ["FRL03", "ITC16"].map { Criterion.Parameter("include", ["nuts": $0]) }
    world.opportunities[0].requirements = .criterion(
      Criterion(id: "area", kind: CriterionKind.territory.rawValue, parameters: regions, citation: law))
    #expect(try world.plan().lines == ["INTERREG: a"])
    #expect(try world.plan().assumptions.contains(.regionNotStated(partner: "Portanova", application: 0)))
    world.city.partners[0].facts.nuts = "ITC16"
    #expect(try world.plan().lines == ["INTERREG: a"])
    #expect(try !world.plan().assumptions.contains(.regionNotStated(partner: "Portanova", application: 0)))
    world.city.partners[0].facts.nuts = "ITF33"
    #expect(try world.plan().because("a") == [.outsideArea(opportunities: 1)])
    world.city.partners[0].facts.nuts = "ITC16"
    world.items[0].partners = ["portanova", "almavera"]
    #expect(try world.plan().because("a") == [.outsideArea(opportunities: 1)])
    // Where the city lies in no area that is kept, nothing is said.
    world.opportunities[0].requirements = nil
    #expect(try world.plan().lines == ["INTERREG: a"])
  }

  @Test("a form of work that a call imposes is asked of the item")
  func otherWork() throws {
    var world = PlanWorld()
    world.add("a", "100000")
    world.offer("X")
    world.practice.works = [
      WorkDemand(
        scope: .instrument("X"), form: "procurement", role: .publicProcurer, partner: nil, measures: [],
        concepts: [], texts: [], citation: law)
    ]
    #expect(try world.plan().because("a") == [.otherWork(opportunities: 1, world.practice.works)])
    world.city.facts.roles = [.publicProcurer]
    #expect(try world.plan().lines == ["X: a"])
    world.city.facts.roles = []
    world.practice.works[0].scope = .instrument("Y")
    #expect(try world.plan().lines == ["X: a"])
  }
}
