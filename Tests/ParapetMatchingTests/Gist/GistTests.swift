@testable import ParapetSearching
import SeededDraws
import ParapetModel
import Testing

@testable import ParapetMatching

@Suite("What is kept of texts")
struct GistTests {
  private let lexicon: Lexicon
  private let maker: GistMaker
  private let book = InstrumentBook(
    instruments: [.made(.instrument, "I", title: "Training fund for places")], calls: [])

  init() {
    lexicon = Lexicon(.urban)
    maker = GistMaker(lexicon)
  }

  @Test("a search by what was kept finds what a search through the texts finds, of random topics")
  func sameSearch() throws {
    var generator = SeededGenerator()
    for round in 0..<20 {
      let topics = (0..<25).map { Opportunity.drawn("T\($0)", using: &generator) }
      let gists = Gists(topics.map(maker.bytes))
      let kept = topics.map { book.offer($0, among: gists) }
      let read = topics.map { book.offer($0) }
      #expect(kept.allSatisfy { $0.gist?.counts(by: lexicon) != nil })
      let items = (0..<5).map { number in
        Item.made(
          "\(number)", ["training"], title: .drawn(5, using: &generator), text: .drawn(30, using: &generator))
      }
      let (first, second) = (
        WordSearch(offers: kept, lexicon: lexicon), WordSearch(offers: read, lexicon: lexicon)
      )
      for item in items {
        guard first.relevance(of: item) == second.relevance(of: item) else {
          Issue.record("round \(round), seed \(generator.seed): the relevance differs for \(item.title)")
          return
        }
      }
      #expect(first.evidence(for: items) == second.evidence(for: items), "seed \(generator.seed)")
      #expect(first.evidence(for: items).joined().contains { !$0.hits.isEmpty })
    }
  }

  @Test("a counter that forgets its words between texts counts what one does that remembers them")
  func forgetting() {
    var generator = SeededGenerator()
    var forgetful = TextCounter(lexicon: lexicon, remembering: 3)
    var counter = TextCounter(lexicon: lexicon)
    for number in 0..<50 {
      let texts = TextFields(Opportunity.drawn("T\(number)", using: &generator)).texts
      let counts = counter.counts(of: texts)
      #expect(forgetful.counts(of: texts) == counts, "seed \(generator.seed)")
      #expect(counts.entries.count > 3)
    }
  }

  @Test("the conditions that were kept are those that the texts state, with the same sentences")
  func sameConditions() {
    var generator = SeededGenerator()
    var found = 0
    for _ in 0..<200 {
      let topic = Opportunity.drawn("T", using: &generator)
      let kept = book.offer(topic, among: Gists([maker.bytes(of: topic)]))
      let read = book.offer(topic)
      #expect(kept.tree.leaves.map(\.citation) == read.tree.leaves.map(\.citation), "seed \(generator.seed)")
      #expect(kept.tree.leaves.map(\.parameters) == read.tree.leaves.map(\.parameters))
      #expect(kept.funding == read.funding)
      found += read.tree.leaves.count { $0.citation.grade == .readFromText }
      found += read.funding.rates.count + (read.funding.maximumGrant == nil ? 0 : 1)
    }
    #expect(found > 100, "the sample has to hold conditions")
  }

  @Test("what was kept of other texts is not taken, whichever text has changed")
  func otherTexts() {
    var topic = Opportunity.made(.topic, "T", title: "Training").fromFeed()
    topic.keywords = [LocalizedText("crowds", language: "en")]
    topic.partOf = [PartOf(level: .call, ref: "C", titles: [LocalizedText("Places", language: "en")])]
    topic.descriptions = [LocalizedText("Panic", language: "en")]
    let gists = Gists([maker.bytes(of: topic)])
    #expect(gists[topic] != nil)
    for change: (inout Opportunity) -> Void in [
      { $0.titles[0].text = "Trainings" }, { $0.keywords = [] }, { $0.partOf[0].titles[0].text = "Place" },
      { $0.descriptions[0].language = "fr" }, { $0.descriptions[0].text += " " },
      { $0.titles.append($0.keywords.removeLast()) },
      { $0.origin = .curated(Diagnostic.Place(file: "a.xml")) },
    ] {
      var other = topic
      change(&other)
      #expect(gists[other] == nil)
    }
    var elsewhere = topic
    elsewhere.deadlines = []
    elsewhere.reference = "4711"
    #expect(gists[elsewhere] != nil, "only texts count")
  }

  @Test("what another glossary found is read again, and the maker has another name")
  func otherGlossary() {
    let topic = Opportunity.made(.topic, "T", title: "Training of crowds").fromFeed()
    var glossary = Glossary.urban
    glossary.languages[0].functionWords.append("crowds")
    let other = Lexicon(glossary)
    let offer = book.offer(topic, among: Gists([maker.bytes(of: topic)]))
    #expect(offer.gist?.counts(by: lexicon) != nil)
    #expect(offer.gist?.counts(by: other) == nil)
    #expect(maker.name != GistMaker(other).name)
    glossary = .urban
    glossary.weights = RelevanceWeights()
    #expect(GistMaker(Lexicon(glossary)).name == maker.name, "weights change nothing that is kept")
  }

  @Test("our own file's call is searched by its own texts too")
  func curated() throws {
    let call = Opportunity.made(.call, "T", title: "Bollards")
    let feed = Opportunity.made(.call, "T", title: "Fishery").fromFeed()
    let book = InstrumentBook(instruments: [], calls: [call])
    let offer = book.offer(feed, among: Gists([maker.bytes(of: feed)]))
    #expect(offer.gist == nil)
    let found = WordSearch(offers: [offer], lexicon: lexicon).evidence(for: [
      .made("a", [], title: "Bollards")
    ])
    #expect(found[0][0].hits.map(\.text) == ["Bollards"])
  }

  @Test("damaged bytes give nothing or something, and never a trap")
  func damaged() {
    var generator = SeededGenerator()
    let item = Item.made(
      "a", ["training"], title: "Training in places of worship", text: .drawn(40, using: &generator))
    for _ in 0..<500 {
      let topic = Opportunity.drawn("T", using: &generator)
      var bytes = maker.bytes(of: topic)
      // What tells whose texts they are stays, so that the rest is looked at.
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 25..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      if Bool.random(using: &generator) { bytes.removeLast(Int.random(in: 1...20, using: &generator)) }
      let offer = book.offer(topic, among: Gists([bytes]))
      _ = WordSearch(offers: [offer], lexicon: lexicon).evidence(for: [item])
    }
    #expect(Gist([]) == nil)
  }

  @Test(
    "who changes how words, stems, terms or conditions are read raises the form of what is kept")
  func form() {
    var generator = SeededGenerator(seed: 1)
    var hash = TextHash()
    for number in 0..<50 {
      let bytes = maker.bytes(of: .drawn("T\(number)", using: &generator))
      for byte in bytes { hash.add(UInt64(byte)) }
    }
    let found = "form \(Gist.form), \(String(hash.value.first, radix: 16))"
    #expect(
      found == "form 3, 25b48413d83b07af",
      "texts are read otherwise than by form 3: raise Gist.form and write the new number here")
  }
}

extension String {
  /// Words of which some are terms, some are common, and some are variants of others.
  fileprivate static func drawn(_ count: Int, using generator: inout SeededGenerator) -> String {
    let words = [
      "places of worship", "training", "Trainings", "bollards", "place", "crowd", "crowds", "the", "of",
      "and",
      "resilience", "résilience", "sécurité", "security", "planning", "stopped", "municipaux", "isation",
      "G20",
      "ασφάλεια", "e\u{301}vacuation", "évacuation", "drone", "drones", "radicalisation", "communities", "la",
      "les",
      "formation", "lieux de culte", "x", "…", "—", "l’eau", "smoke", "panic", "detect", "detection",
    ]
    var parts: [String] = []
    for _ in 0..<count { parts.append(words.randomElement(using: &generator) ?? "") }
    return parts.joined(separator: Bool.random(using: &generator) ? " " : ", ")
  }
}

extension Opportunity {
  /// A topic of a feed with texts in every field, some of which state conditions.
  fileprivate static func drawn(_ identifier: String, using generator: inout SeededGenerator) -> Opportunity {
    var topic = Opportunity.made(
      .topic, identifier, title: .drawn(6, using: &generator),
      partOf: Bool.random(using: &generator) ? "I" : nil
    ).fromFeed()
    let languages = ["en", "fr", ""]
    func text(_ count: Int) -> LocalizedText {
      LocalizedText(
        .drawn(count, using: &generator), language: languages.randomElement(using: &generator) ?? "en")
    }
    topic.keywords = (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(2) }
    if Bool.random(using: &generator) {
      topic.partOf.append(PartOf(level: .call, ref: "C", titles: [text(4)]))
    }
    let sentences = [
      "A consortium of at least three independent legal entities from three Member States must apply.",
      "The duration of a project must be between 12 and 24 months.",
      "The maximum EU grant amount is EUR 1 000 000 per project.",
      "The co-financing rate is 80% of the eligible costs.",
      "Only public bodies are eligible to apply.", "La durée des projets ne peut dépasser 24 mois.",
    ]
    topic.descriptions = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      var description = text(60)
      description.text +=
        ". " + (sentences.randomElement(using: &generator) ?? "") + " " + .drawn(9, using: &generator)
      return description
    }
    return topic
  }
}
