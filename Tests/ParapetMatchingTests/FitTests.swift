@testable import ParapetSearching
import SeededDraws
import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("Fit")
struct FitTests {
  private let citation = Citation(grade: .call, source: "https://example.eu/call")

  @Test("the addends are always the same six, in one order, and add up to the total")
  func addends() {
    let fit = Matcher.onTheIdes(grant: 100).match(.made(), with: offer(measures: ["barriers": "core"])).fit
    #expect(fit.addends.map(\.name) == Fit.Name.allCases)
    #expect(fit.total == fit.addends.map(\.points).reduce(0, +))
  }

  @Test("no addend passes its share of the hundred or falls below none, on a random sample")
  func bounds() {
    let most: [Fit.Name: Int] = [
      .measure: 72, .words: 16, .size: 3, .time: 3, .money: 4, .effort: 2, .doubt: 0,
    ]
    #expect(most.values.reduce(0, +) == 100)
    var generator = SeededGenerator()
    for _ in 0..<1_000 {
      var call = Opportunity.made(.call, "A", requirements: requirements(using: &generator))
      call.deadlines = [Deadline(day: ides.adding(days: Int.random(in: 0...2_000, using: &generator)))]
      if Bool.random(using: &generator) { call.funding.minimumGrant = Cited(Money(minorUnits: 1), citation) }
      let grant = Money(minorUnits: Int64.random(in: 0...Money.limit, using: &generator))
      let estimate = GrantEstimate(
        eligible: Money(minorUnits: Int64.random(in: 0...grant.minorUnits, using: &generator)), grant: grant,
        own: nil)
      let fit = Matcher(on: ides, pricing: Pricing { _, _, _ in estimate }).match(
        .made(), of: .rivemont(), with: InstrumentBook.offer(call),
        words: WordEvidence(hits: [], points: WordEvidence.mostPoints, isTelling: true)
      ).fit
      #expect(
        fit.addends.allSatisfy { $0.points >= 0 && $0.points <= most[$0.name] ?? 0 },
        "\(fit.addends), seed \(generator.seed)")
    }
  }

  @Test(
    "a topic that exists for the measure counts 8 and a call 72, what can pay it two fifths, halves are halves",
    arguments: [
      (["barriers"], 8, 72), (["lighting"], 3, 28), (["barriers", "lighting"], 5, 50), (["training"], 0, 0),
      (["barriers", "training"], 4, 36), ([], 0, 0),
    ])
  func measures(of item: [String], topic: Int, call: Int) {
    for (level, points) in [(Opportunity.Level.topic, topic), (.call, call), (.instrument, call)] {
      let offer = offer(measures: ["barriers": "core", "lighting": "possible"], level)
      #expect(self.points(.measure, Matcher.onTheIdes().match(.made("x", item), with: offer)) == points)
    }
  }

  @Test(
    "what a list pays for on one subject counts whole where the item's words are on it, and a fifth elsewhere"
  )
  func subject() {
    let criterion = Criterion.made(
      "subject", "measure", [.include(["measure": "barriers", "fit": "possible", "scope": "part"])])
    let offer = InstrumentBook.offer(
      Opportunity.made(.topic, "A", requirements: .criterion(criterion)))
    func points(_ words: WordEvidence) -> Int? {
      self.points(
        .measure,
        Matcher.onTheIdes().match(.made("x", ["barriers"]), of: .rivemont(), with: offer, words: words))
    }
    #expect(points(WordEvidence(hits: [], points: Fit.relevantWords, isTelling: true)) == 8)
    #expect(points(WordEvidence(hits: [], points: Fit.relevantWords - 1, isTelling: true)) == 1)
  }

  @Test(
    "what merely can pay for it and is for working together is on its subject by a partner or what it is made for"
  )
  func cooperation() {
    func isRelevant(
      _ fit: String, level: Opportunity.Level = .instrument, partners: [String]? = nil,
      words: WordEvidence = .none
    ) -> Bool {
      var item = Item.made("x", ["lighting"])
      item.partners = partners
      let offer = InstrumentBook.offer(
        .made(
          level, "A",
          requirements: .all([
            .criterion(.made("what", "measure", [.include(["measure": "lighting", "fit": fit])])),
            .criterion(.made("who", "consortium", [.minimum(["entities": "2"])])),
          ])))
      return Matcher.onTheIdes().match(item, of: .rivemont(), with: offer, words: words).fit.isRelevant
    }
    #expect(!isRelevant("possible"))
    #expect(isRelevant("core") && !isRelevant("possible", level: .call))
    #expect(isRelevant("possible", partners: ["almavera"]))
    #expect(!isRelevant("possible", words: WordEvidence(hits: [], points: 16, isTelling: false)))
  }

  @Test("where a list refuses by name what an item is first of all, the training beside it is no reason")
  func refusesFirst() {
    func isRelevant(_ measures: [String]) -> Bool {
      let list = Criterion.made(
        "what", "measure",
        [
          .include(["measure": "training", "fit": "core"]), .include(["measure": "lighting", "fit": "core"]),
          .exclude(["measure": "barriers"]),
        ])
      let offer = InstrumentBook.offer(.made(.instrument, "A", requirements: .criterion(list)))
      return Matcher.onTheIdes().match(.made("x", measures), of: .rivemont(), with: offer, words: .none).fit
        .isRelevant
    }
    #expect(!isRelevant(["barriers", "training"]))
    #expect(isRelevant(["training", "barriers"]))
    #expect(isRelevant(["barriers", "training", "lighting"]), "most of it is what the list exists for")
  }

  @Test("a topic's own list that merely can pay for a measure needs a text near the item")
  func possibleTopic() {
    func isRelevant(_ fit: String) -> Bool {
      Matcher.onTheIdes().match(
        .made("x", ["training"]), of: .rivemont(), with: offer(measures: ["training": fit], .topic),
        words: .none
      ).fit.isRelevant
    }
    #expect(!isRelevant("possible") && isRelevant("core"))
  }

  @Test("a topic that pays for none of an item's measures names a concept of it in its title or keywords")
  func named() {
    let offer = offer(measures: ["barriers": "core"], .topic)
    func isRelevant(named: Int) -> Bool {
      var words = WordEvidence(hits: [], points: Fit.relevantWords, isTelling: true)
      words.named = named
      return Matcher.onTheIdes().match(.made("x", ["training"]), of: .rivemont(), with: offer, words: words)
        .fit
        .isRelevant
    }
    #expect(!isRelevant(named: 0) && isRelevant(named: 1))
  }

  @Test("what barely fits is counted and not listed")
  func barely() {
    let match = Matcher.onTheIdes().match(
      .made("x", ["training"]), of: .rivemont(), with: offer(measures: ["barriers": "core"], .instrument),
      words: WordEvidence(hits: [], points: Fit.relevantWords, isTelling: true))
    #expect(match.fit.isRelevant && match.fit.lasting < Fit.leastListed && !match.isListed)
  }

  @Test("neither a near deadline nor a rule in doubt takes a pair out of its list")
  func lasting() {
    let list = Criterion.made("what", "measure", [.include(["measure": "lighting", "fit": "possible"])])
    let doubted = Criterion.made("where", "territory", [.include(["country": "DE"])], grade: .unsourced)
    func match(_ days: Int, _ rules: [Criterion]) -> Match {
      var call = Opportunity.made(.call, "A", requirements: .all(rules.map { .criterion($0) }))
      call.deadlines = [Deadline(day: ides.adding(days: days))]
      return Matcher.onTheIdes().match(.made("x", ["lighting"]), with: InstrumentBook.offer(call))
    }
    #expect(match(60, [list]).fit.lasting == match(5, [list]).fit.lasting)
    let doubtful = match(60, [list, doubted])
    #expect(doubtful.fit.total < Fit.leastListed && doubtful.standing == .doubtful && doubtful.isListed)
  }

  @Test(
    "a deadline near at hand leaves hardly any time, one six weeks away leaves enough",
    arguments: [(0, 1), (13, 1), (14, 2), (41, 2), (42, 3), (400, 3)])
  func time(days: Int, points: Int) {
    var call = Opportunity.made(.call, "A")
    call.deadlines = [Deadline(day: ides.adding(days: days))]
    let match = Matcher.onTheIdes().match(.made(), with: InstrumentBook.offer(call))
    #expect(self.points(.time, match) == points)
  }

  @Test(
    "the size of a grant is judged against the stated range; below a tenth of the least it is no project",
    arguments: [(9, -12), (10, 0), (50, 0), (100, 3), (150, 3), (200, 2), (900, 2)] as [(Int64, Int)])
  func size(grant: Int64, points: Int) {
    var call = Opportunity.made(.call, "A")
    call.funding.minimumGrant = Cited(Money(minorUnits: 10_000), citation)
    call.funding.maximumGrant = Cited(Money(minorUnits: 20_000), citation)
    let match = Matcher.onTheIdes(grant: grant).match(.made(), with: InstrumentBook.offer(call))
    #expect(self.points(.size, match) == points)
  }

  @Test(
    "a topic that one body does whole is in no list of an item below a fifth of its least; one done together is",
    arguments: [(1, 19, true), (1, 20, false), (3, 19, false)])
  func otherScale(organisations: Int, grant: Int64, isLeftOut: Bool) {
    let net = Criterion.made("net", "consortium", [.minimum(["entities": "\(organisations)"])])
    var topic = Opportunity.made(.topic, "A", requirements: .criterion(net))
    topic.funding.minimumGrant = Cited(Money(minorUnits: 10_000), citation)
    var words = WordEvidence(hits: [], points: 80, isTelling: true)
    words.named = 1
    var match = Matcher.onTheIdes(grant: grant).match(
      .made("x", ["training"]), of: .rivemont(), with: InstrumentBook.offer(topic), words: words)
    #expect(Fit.isOfOtherScale(match.offer, match.estimate) == isLeftOut)
    // Whether its smallest grant binds one item is another rule's to say.
    match.reasons = []
    match.verdict = .eligible
    #expect(Placement.Gate(match) == (isLeftOut ? .otherScale : nil))
  }

  @Test(
    "what is cut to less than a fifth of the cost is no source for an item",
    arguments: [(24, false), (26, true)])
  func leastPart(own: Int64, isLeftOut: Bool) {
    let estimate = GrantEstimate(
      eligible: Money(minorUnits: 600), grant: Money(minorUnits: 600), own: Money(minorUnits: own * 100),
      ceilingBit: true)
    #expect(Fit.isOfOtherScale(InstrumentBook.offer(.made(.call, "A")), estimate) == isLeftOut)
    var whole = estimate
    whole.ceilingBit = false
    #expect(!Fit.isOfOtherScale(InstrumentBook.offer(.made(.call, "A")), whole))
  }

  @Test("a range in another currency says nothing of the size")
  func otherCurrency() throws {
    let currency = try #require(Currency("SEK"))
    var call = Opportunity.made(.call, "A")
    call.funding.minimumGrant = Cited(Money(minorUnits: 10_000_000, currency: currency), citation)
    let match = Matcher.onTheIdes(grant: 500).match(.made(), with: InstrumentBook.offer(call))
    let size = try #require(match.fit.addends.first { $0.name == .size })
    #expect(size.because == .sizeUnknown)
  }

  @Test(
    "one or two organisations that must be found take a point of two, more take both",
    arguments: [(1, 2), (2, 1), (3, 1), (4, 0), (9, 0)])
  func effort(organisations: Int, points: Int) {
    let criterion = Criterion.made("net", "consortium", [.minimum(["entities": "\(organisations)"])])
    let offer = InstrumentBook.offer(.made(.call, "A", requirements: .criterion(criterion)))
    #expect(self.points(.effort, Matcher.onTheIdes().match(.made(), with: offer)) == points)
  }

  @Test("neither a listed measure nor enough words: off the subject, though everything else fits")
  func relevance() {
    let offer = offer(measures: ["training": "core"])
    let matcher = Matcher.onTheIdes(grant: 100)
    func isRelevant(_ points: Int) -> Bool {
      matcher.match(
        .made(), of: .rivemont(), with: offer, words: WordEvidence(hits: [], points: points, isTelling: true)
      ).fit.isRelevant
    }
    #expect(!isRelevant(Fit.relevantWords - 1))
    #expect(isRelevant(Fit.relevantWords))
    #expect(matcher.match(.made("x", ["training"]), with: offer).fit.isRelevant)
  }

  @Test("what its instrument is for does not bring a topic near an item: its own text must")
  func narrowTopic() {
    let list = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    let book = InstrumentBook(instruments: [.made(.instrument, "I", requirements: list)], calls: [])
    let offers = (silent: book.offer(.made(.topic, "T", partOf: "I")), standing: book.offers([], on: ides)[0])
    func isRelevant(_ offer: Offer, _ points: Int) -> Bool {
      Matcher.onTheIdes().match(
        .made(), of: .rivemont(), with: offer, words: WordEvidence(hits: [], points: points, isTelling: true)
      ).fit.isRelevant
    }
    #expect(!isRelevant(offers.silent, Fit.relevantWords - 1))
    #expect(isRelevant(offers.silent, Fit.relevantWords))
    #expect(isRelevant(offers.standing, 0))
  }

  @Test("words that tell nothing make nothing relevant, however many points they have")
  func tellingWords() {
    let offer = offer(measures: ["training": "core"])
    let match = Matcher.onTheIdes().match(
      .made(), of: .rivemont(), with: offer,
      words: WordEvidence(hits: [], points: WordEvidence.mostPoints, isTelling: false))
    #expect(!match.fit.isRelevant)
  }

  @Test(
    "a topic that has no list of its own gets half of its instrument's points, and a third of these without the item's words"
  )
  func instrumentAlone() {
    let list = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    let instrument = Opportunity.made(.instrument, "I", requirements: list)
    let book = InstrumentBook(instruments: [instrument], calls: [])
    let silent = book.offer(.made(.topic, "T", partOf: "I"))
    let listing = book.offer(.made(.topic, "U", partOf: "I", requirements: list))
    let title = WordEvidence(
      hits: [WordEvidence.Hit(text: "barriers", field: .title)], points: 4, isTelling: true)
    #expect(points(.measure, Matcher.onTheIdes().match(.made(), with: silent)) == 1)
    #expect(points(.measure, Matcher.onTheIdes().match(.made(), with: listing)) == 8)
    let spoken = Matcher.onTheIdes().match(.made(), of: .rivemont(), with: silent, words: title)
    #expect(points(.measure, spoken) == 4)
  }

  @Test("what a standing instrument is for its measures say, and our own words of it hardly count")
  func standingInstrument() {
    let list = Requirement.criterion(
      .made("what", "measure", [.include(["measure": "barriers", "fit": "core"])]))
    let offer = InstrumentBook.offer(.made(.instrument, "I", requirements: list))
    let words = WordEvidence(hits: [], points: WordEvidence.mostPoints, isTelling: true)
    let match = Matcher.onTheIdes().match(.made(), of: .rivemont(), with: offer, words: words)
    #expect(points(.measure, match) == 72)
    #expect(points(.words, match) == 16)
  }

  private func offer(measures: [String: String], _ level: Opportunity.Level = .call) -> Offer {
    let parameters = measures.sorted { $0.key < $1.key }.map {
      Criterion.Parameter.include(["measure": $0.key, "fit": $0.value])
    }
    return InstrumentBook.offer(
      .made(level, "A", requirements: .criterion(.made("what", "measure", parameters))))
  }

  private func requirements(using generator: inout SeededGenerator) -> Requirement {
    .all([
      .criterion(.made("what", "measure", [.include(["measure": "barriers", "fit": "core"])])),
      .criterion(
        .made(
          "net", "consortium", [.minimum(["entities": "\(Int.random(in: 0...12, using: &generator))"])])),
    ])
  }

  private func points(_ name: Fit.Name, _ match: Match) -> Int? {
    match.fit.addends.first { $0.name == name }?.points
  }
}
