import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("Conditions said in other words")
struct ConditionNeighbourTests {
  private func read(_ sentences: String) -> ConditionReading {
    var reader = ConditionReader()
    return reader.read(
      PlainText.from(
        html: """
          <h4>2. Eligible Countries</h4><p>described in Annex B of the Work Programme General Annexes.</p>
          <h4>3. Other Eligible Conditions</h4><p>The following additional eligibility criteria apply:</p><p>\(sentences)</p>
          <h4>4. Financial and operational capacity and exclusion</h4>
          """))
  }

  private func demands(_ sentence: String) -> [Demand] { read(sentence).stated.map(\.demand) }

  private func members(_ sentence: String) -> MemberDemand? {
    demands(sentence).lazy.compactMap { if case .members(let members) = $0 { members } else { nil } }.first
  }

  @Test("what is said of some of the bodies is not asked of all")
  func part() throws {
    let demand = try #require(
      members(
        "At least five towns, two of which must be established in Widening countries, must take part as beneficiaries."
      ))
    #expect(demand.groups.map(\.minimum) == [5, 2])
    #expect(demand.groups.map(\.spread.places?.codes) == [nil, ["WIDENING"]])
    #expect(demand.overlap == true)
  }

  @Test("a number of countries that is stated counts, and not the number of bodies")
  func countries() {
    let demand = members(
      "Each consortium shall comprise no fewer than six legal entities from no fewer than four different Member States."
    )
    #expect(demand?.groups.first?.minimum == 6)
    #expect(demand?.groups.first?.spread.countries == 4)
  }

  @Test("each of several kinds from a country of its own means as many countries as bodies")
  func each() {
    let demand = members(
      "The action requires the participation of at least one fire brigade and one customs authority, each from a different Member State."
    )
    #expect(demand?.together?.countries == 2)
  }

  @Test("a least and a greatest number in one phrase are both kept")
  func range() {
    let found = demands(
      "The consortium must be composed of at least four and no more than nine beneficiaries.")
    #expect(found.contains(.atMost(9)))
    #expect(
      found.contains { if case .members(let demand) = $0 { demand.groups[0].minimum == 4 } else { false } })
  }

  @Test(
    "a greatest number is read however it is said",
    arguments: [
      "Consortia of more than seven partners are not eligible.",
      "The number of beneficiaries must not exceed seven.",
      "Proposals may be submitted by at most seven beneficiaries.",
    ])
  func most(_ sentence: String) { #expect(demands(sentence) == [.atMost(7)]) }

  @Test("bodies without a number are one each")
  func articles() {
    let demand = members("The consortium must include a regional authority and an SME.")
    #expect(demand?.groups.map(\.minimum) == [1, 1])
    #expect(demand?.groups.map(\.bodies.text) == ["regional-authority", "sme"])
  }

  @Test("some of the members must be of a kind, or of a place")
  func kinds() {
    let kind = members("At least three of the partners must be fire services.")
    #expect(kind?.groups.map(\.bodies.text) == ["fire-service"])
    let place = members("At least two of the beneficiaries must be established in Moldova.")
    #expect(place?.groups.first?.spread.places?.codes == ["MD"])
    // A quality that nobody here can judge stays open.
    #expect(read("At least two of the partners must be certified auditors of rivers.").isWhole == false)
  }

  @Test("a limit of those who are paid binds no partner without money, and an exception is taken out")
  func limits() {
    #expect(
      demands(
        "Participation as beneficiary is limited to legal entities established in Member States and Norway.")
        == [.seats(PlaceList(codes: ["EU", "NO"]), bindsAssociated: false)])
    #expect(
      demands(
        "Participation is restricted to entities established in Member States and Associated Countries, with the exception of Canada."
      )
        == [.seats(PlaceList(codes: ["EU", "HE-AC"], refused: ["CA"]), bindsAssociated: true)])
    #expect(
      demands("All beneficiaries must be established in Member States or in Iceland.")
        == [.seats(PlaceList(codes: ["EU", "IS"]), bindsAssociated: false)])
  }

  @Test("seats that are refused by name are refused, and no others")
  func refusals() {
    #expect(
      demands("Legal entities established in Japan are not eligible to participate.")
        == [.refused(PlaceList(codes: ["JP"]), bindsAssociated: false)])
    #expect(
      demands(
        "Legal entities established in non-associated third countries may take part as associated partners only."
      )
        == [.refused(PlaceList(codes: ["THIRD"]), bindsAssociated: false)])
    #expect(
      read("Legal entities established in Japan are not eligible unless the topic says so.").isWhole == false)
  }

  @Test("only those who are named may apply")
  func only() {
    #expect(
      demands("Only regional authorities are eligible to apply.")
        == [.everyone(BodyList(alternatives: ["regional-authority"]), nil)])
    #expect(
      demands("Only entities established in Member States may participate as beneficiaries.")
        == [.seats(PlaceList(codes: ["EU"]), bindsAssociated: false)])
    #expect(read("Applicants must be members of the League of Rivers.").isWhole == false)
  }

  @Test("whoever leads is of a kind and of a place; what it must have done before stays open")
  func leaders() {
    #expect(
      demands("Participation as coordinator is limited to public procurers established in Member States.")
        == [.leader(BodyList(alternatives: ["public-procurer"]), PlaceList(codes: ["EU"]))])
    let earlier = read(
      "Participation as coordinator is limited to legal entities established in Widening countries that have been coordinator of an earlier action."
    )
    #expect(earlier.stated.map(\.demand) == [.leader(nil, PlaceList(codes: ["WIDENING"]))])
    #expect(earlier.open.count == 1)
  }

  @Test("control may be accepted from named places besides the Union")
  func control() {
    let criteria =
      read(
        "Entities that are controlled by a third country other than Norway or Iceland cannot participate."
      ).requirement(source: "x")?.criteria ?? []
    #expect(criteria.map(\.kind) == ["control"])
    #expect(criteria[0].parameters.compactMap { $0.attributes["group"] } == ["EU", "NO", "IS"])
  }

  @Test("the name of a topic counts nothing, before its rule or within it")
  func names() {
    let demand = members(
      "Topic ABCD-CULT-2026-COOP-2 - Medium projects: The consortium must be composed of minimum 4 entities from 4 different eligible countries."
    )
    #expect(demand?.groups.map(\.minimum) == [4])
    #expect(demand?.groups.first?.bodies.isAny == true)
    #expect(read("2. The proposal must be submitted by the winner of ABCD-CL9-2024-XY-02-01.").stated.isEmpty)
  }

  @Test(
    "demonstrations in so many cities are of the work, demonstration sites among the beneficiaries are of the members"
  )
  func demonstrations() {
    #expect(demands("Proposals must include demonstrations in at least three cities.") == [.content])
    let demand = members(
      "At least four demonstration sites, each in a different Member State, must be represented in the consortium by a beneficiary."
    )
    #expect(demand?.groups.map(\.bodies.text) == ["demonstration-site"])
  }

  @Test("a region of the world that is not known by its countries lies outside the Union")
  func regions() {
    let demand = members(
      "The consortium must include at least two legal entities established in sub-Saharan African countries.")
    #expect(demand?.groups.first?.spread.places?.hasUnknown == true)
    #expect(demand?.groups.first?.spread.places?.isAbroad == true)
  }

  @Test("headings without a word under them leave all to the call's documents")
  func empty() {
    var reader = ConditionReader()
    let reading = reader.read(
      "2. Eligible countries 3. Other eligibility conditions 4. Financial and operational capacity and exclusion"
    )
    #expect(reading.requirement(source: "x")?.criteria.map(\.id) == ["own-document"])
  }

  @Test(
    "a partnership's topic that points to the general rules takes their number of organisations, by type of action"
  )
  func partnerships() {
    let reading = read("as described in the General Annexes.")
    #expect(reading.general(for: ["HORIZON JU Innovation Actions"])?.demand == .general(isSingle: false))
    #expect(
      reading.general(for: ["HORIZON JU Coordination and Support Actions"])?.demand
        == .general(isSingle: true))
    #expect(reading.general(for: ["HORIZON Innovation Actions"]) == nil)
    #expect(read("described in the call document.").general(for: ["HORIZON JU Innovation Actions"]) == nil)
  }
}
