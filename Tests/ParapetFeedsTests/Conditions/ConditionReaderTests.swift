import ParapetModel
import Testing

@testable import ParapetFeeds

@Suite("The conditions of a call, read from its text")
struct ConditionReaderTests {
  /// A record's conditions in the portal's layout, around sentences of our own.
  private func read(_ sentences: String) -> ConditionReading {
    var reader = ConditionReader()
    return reader.read(
      PlainText.from(
        html: """
          <div class="eui-u-mt-l>"><h4>1. Admissibility Conditions</h4><p>described in Annex A.</p><h4>2. Eligible Countries</h4>
          <p>described in Annex B of the Work Programme General Annexes.</p><h4>3. Other Eligible Conditions</h4>\(sentences)
          <h4>4. Financial and operational capacity and exclusion</h4><p>The consortium must have 40 engineers.</p></div>
          """))
  }

  private func members(_ sentences: String) -> [MemberDemand] {
    read(sentences).stated.compactMap { if case .members(let members) = $0.demand { members } else { nil } }
  }

  @Test("what points to the general rules alone asks for nothing more, and was read whole")
  func general() {
    let reading = read("<p>As described in Annex B of the Work Programme General Annexes.</p>")
    #expect(reading.isWhole)
    #expect(reading.stated.isEmpty)
    #expect(reading.requirement(source: "x") == .all([]))
  }

  @Test("bodies are counted with their countries, which hold for all of them together")
  func together() throws {
    let found = members(
      "<p>This call requires the involvement, as beneficiaries, of at least four fire services and at least 2 NGOs from at least three different EU Member States or Associated Countries.</p>"
    )
    let demand = try #require(found.first)
    #expect(demand.groups.map(\.minimum) == [4, 2])
    #expect(demand.groups.map(\.bodies.text) == ["fire-service", "civil-society"])
    #expect(demand.together?.countries == 3)
    #expect(demand.together?.places?.codes == ["EU", "HE-AC"])
  }

  @Test("each of a country of its own means as many countries")
  func each() throws {
    let demand = try #require(
      members(
        "<p>At least five municipalities, each established in a different Member State, must take part as beneficiaries.</p>"
      ).first)
    #expect(demand.groups.map(\.minimum) == [5])
    #expect(demand.groups.first?.spread.countries == 5)
    #expect(demand.groups.first?.spread.places?.codes == ["EU"])
  }

  @Test("an item of a list belongs to the words that open it, whether or not its lines were lost")
  func lists() {
    let spoken =
      "<p>Consortia must include, as beneficiaries:</p><ul><li>At least 2 customs authorities.</li><li>At least 1 university from a Widening country.</li></ul>"
    let glued =
      "<p>Consortia must include, as beneficiaries:- At least 2 customs authorities.- At least 1 university from a Widening country.</p>"
    for text in [spoken, glued] {
      #expect(members(text).first?.groups.map(\.bodies.text) == ["customs", "research"])
    }
  }

  @Test("a sentence behind another adds where they come from, and whether one may count twice")
  func additions() throws {
    let demand = try #require(
      members(
        "<p>The action requires the participation of at least 2 end-user organisations and 2 public buyers. These beneficiaries must be from at least 2 different Member States. One organisation can have both roles simultaneously.</p>"
      ).first)
    #expect(demand.groups.map(\.minimum) == [2, 2])
    #expect(demand.together?.countries == 2)
    #expect(demand.overlap == true)
  }

  @Test("one applicant, and at most so many")
  func numbers() {
    #expect(
      read("<p>Proposals may only be submitted by one legal entity (mono-beneficiary).</p>").stated.map(
        \.demand) == [.alone])
    #expect(
      read("<p>Consortia may include a maximum of 5 independent entities as participants.</p>").stated.map(
        \.demand) == [.atMost(5)])
    let range = read("<p>Consortia must include a minimum of two (2) to a maximum of six (6) partners.</p>")
    #expect(range.stated.contains { $0.demand == .atMost(6) })
    #expect(
      range.stated.contains {
        if case .members(let demand) = $0.demand { demand.groups[0].minimum == 2 } else { false }
      })
  }

  @Test(
    "participation that is limited names its countries, and only those that follow are meant by `the following`"
  )
  func seats() {
    let open = read(
      "<p>Participation is limited to legal entities established in Member States, Norway and associated countries.</p>"
    )
    #expect(
      open.stated.map(\.demand) == [.seats(PlaceList(codes: ["EU", "NO", "HE-AC"]), bindsAssociated: true)])
    let closed = read(
      "<p>Participation is limited to legal entities established in Member States and the following associated countries: Canada and Switzerland.</p>"
    )
    #expect(
      closed.stated.map(\.demand) == [.seats(PlaceList(codes: ["EU", "CA", "CH"]), bindsAssociated: true)])
  }

  @Test("control from elsewhere is refused by name, or from outside the places where one may be")
  func control() {
    let named = read(
      "<p>Entities established in an eligible country but controlled by China are not eligible to participate.</p>"
    )
    #expect(named.stated.map(\.demand) == [.control(refused: PlaceList(codes: ["CN"]))])
    let outside = read(
      "<p>Entities which are directly or indirectly controlled by a non-eligible country may not participate in the action.</p>"
    )
    #expect(outside.stated.map(\.demand) == [.control(refused: nil)])
  }

  @Test("what the proposal must contain binds no member")
  func content() {
    for text in [
      "Each proposal must include pilot demonstrations in at least 6 towns.",
      "At least 40% of the proposed budget must be allocated to SMEs.",
      "Proposals must apply the co-creation approach.",
    ] {
      #expect(read("<p>\(text)</p>").stated.map(\.demand) == [.content], "\(text)")
    }
  }

  @Test("what should be, may be or is expected obliges nobody")
  func wishes() {
    let reading = read(
      "<p>Consortia should involve at least three cities. Applicants may include a museum. Projects are expected to involve two ministries.</p>"
    )
    #expect(reading.stated.isEmpty)
    #expect(reading.open.allSatisfy { $0.contains("at least three cities") })
  }

  @Test("what was not understood is quoted and stays open, and nothing of it is lost")
  func open() {
    let sentence = "The applicant must have been audited by the national bank within the last year."
    let reading = read("<p>\(sentence)</p>")
    #expect(reading.open == [sentence])
    #expect(!reading.isWhole)
    let criteria = reading.requirement(source: "x")?.criteria ?? []
    #expect(criteria.map(\.kind) == ["sentence"])
    #expect(criteria.first?.citation.why?.contains(sentence) == true)
  }

  @Test("a kind of body that is not known leaves nobody surely of it")
  func unknownBodies() throws {
    let demand = try #require(
      members("<p>Consortia must include, as beneficiaries, at least 2 lighthouse keepers.</p>").first)
    #expect(demand.groups.first?.bodies.text.hasPrefix("?") == true)
  }

  @Test("a rule in another document is said to stand there, slips of the pen or not")
  func documents() {
    for text in [
      "described in section 6 of of the call document", "described section 6 of the call document.",
      "See details in the call Document.",
    ] {
      #expect(read("<p>\(text)</p>").stated.map(\.demand) == [.document], "\(text)")
    }
  }

  @Test(
    "footnotes are no part of a sentence, whether marked, or stuck to its words; nor is a mark of byte order")
  func footnotes() {
    let plain =
      "This call requires the participation, as beneficiaries, of at least 3 police authorities from at least 3 different Member States."
    let expected = members("<p>\(plain)</p>")
    #expect(!expected.isEmpty)
    for text in [
      plain.replacing(
        "authorities",
        with: "authorities[[Authorities that are designated by law. They must not be schools.]]"),
      plain.replacing("authorities", with: "authorities32"),
      plain.replacing("police", with: "po\u{FEFF}lice"),
    ] {
      #expect(members("<p>\(text)</p>") == expected, "\(text)")
    }
  }

  @Test("sections end where the next begins: what is asked elsewhere is not asked here")
  func sections() {
    #expect(!read("").stated.contains { if case .members = $0.demand { true } else { false } })
    var reader = ConditionReader()
    #expect(!reader.read("Nothing of the kind.").hasSections)
  }

  @Test("a description states who must apply together, and its other obligations are of the work")
  func descriptions() {
    var reader = ConditionReader()
    let reading = reader.read(
      description:
        "Projects must train at least 40 nurses. Proposals must be submitted by at least 4 applicants (beneficiaries; not affiliated entities) from 3 different eligible countries. The results must be open."
    )
    #expect(reading.stated.count == 1)
    guard case .members(let demand) = reading.stated.first?.demand else {
      return #expect(Bool(false), "no members")
    }
    #expect(demand.groups.first?.minimum == 4)
    #expect(demand.groups.first?.spread.countries == 3)
    #expect(demand.groups.first?.spread.places == nil)
  }

  @Test("conditions that cannot be kept together are quoted and stay open, and nobody is shut out by them")
  func contradictions() {
    let reading = read(
      "<p>Consortia must include, as beneficiaries, at least 3 cities.</p><p>Consortia may include a maximum of 2 independent entities as participants.</p>"
    )
    let criteria = reading.requirement(source: "x")?.criteria ?? []
    #expect(!criteria.isEmpty)
    #expect(Set(criteria.map(\.kind)) == ["sentence"], "\(criteria)")
    #expect(criteria.contains { $0.citation.why?.contains("3 cities") == true })
  }

  @Test("cut anywhere, a text is read without a fault")
  func cuts() {
    let text = Array(
      "2. Eligible Countries: described in Annex B.3. Other Eligible Conditions: Consortia must include at least 2 (two) cities[[note]] from 2 different Member States; (i) one; (ii) two. Those must be 10% of it.4. Financial and operational capacity"
        .unicodeScalars)
    for end in text.indices {
      var reader = ConditionReader()
      let reading = reader.read(String(scalars: text[..<end]))
      _ = reading.requirement(source: "x")
    }
  }
}
