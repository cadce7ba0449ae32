import Foundation
import ParapetBudgeting
import ParapetModel
import Testing

@testable import ParapetMatching
@testable import ParapetSearching

@Suite("Whether a call is on an item's subject, and not only its programme")
struct OwnSubjectTests {
  private static func list(_ id: String, _ measures: [String: String], isPart: Bool = false) -> Requirement {
    .criterion(
      .made(
        id, "measure",
        measures.sorted { $0.key < $1.key }.map { measure, fit in
          .include(["measure": measure, "fit": fit].merging(isPart ? ["scope": "part"] : [:]) { $1 })
        }))
  }

  @Test("a topic with a list of its own pays by that list: its instrument's is nothing that it was made for")
  func ownList() throws {
    let instrument = Opportunity.made(
      .instrument, "I", requirements: Self.list("all", ["barriers": "core", "training": "core"]))
    let book = InstrumentBook(instruments: [instrument], calls: [])
    let topic = book.offer(
      .made(.topic, "T", partOf: "I", requirements: Self.list("own", ["training": "possible"])))
    #expect(topic.strength(of: "barriers") == nil && topic.strength(of: "training") == .possible)
    let match = Matcher.onTheIdes().match(.made("a", ["barriers"]), with: topic)
    #expect(match.fit.addends[0].because == .measures(core: [], possible: []))
    #expect(!match.fit.isRelevant)
    // Without a list of its own it inherits what its instrument pays for.
    #expect(book.offer(.made(.topic, "U", partOf: "I")).strength(of: "barriers") == .core)
  }

  @Test("what an instrument refuses by name no list of a call lets in")
  func refused() {
    let instrument = Opportunity.made(
      .instrument, "I",
      requirements: .criterion(.made("not", "measure", [.exclude(["measure": "training"])])))
    let book = InstrumentBook(instruments: [instrument], calls: [])
    let call = book.offer(
      .made(.call, "C", partOf: "I", requirements: Self.list("own", ["training": "core"])))
    #expect(call.strength(of: "training") == nil)
  }

  @Test(
    "the only measure that is paid for suffices, one of two does not, and one for a single subject does not either",
    arguments: [
      (["lighting"], false, true), (["lighting", "training"], false, false), (["lighting"], true, false),
      (["barriers", "training", "exercises"], false, true),
    ])
  func byproduct(measures: [String], isPart: Bool, isListed: Bool) {
    let paid = isPart ? ["lighting": "possible"] : ["barriers": "core", "lighting": "possible"]
    let offer = InstrumentBook.offer(
      .made(.instrument, "I", requirements: Self.list("what", paid, isPart: isPart)))
    #expect(Matcher.onTheIdes().match(.made("a", measures), with: offer).fit.isRelevant == isListed)
  }

  @Test(
    "an aim that nobody states and no word shows keeps an instrument out of lists, and its standing is a question",
    arguments: [
      ("Szkolenie straży", "", true), ("Szkolenie", "Praca z grupami uchodźców i ich sąsiadami.", false),
      ("A course", "", true), ("Ein Kurs", "Mit Geflüchteten.", false),
    ])
  func aim(title: String, text: String, isOpen: Bool) throws {
    let fund = try #require(
      try ShippedData.book.get().allInstruments.first { $0.opportunity.identifier == "AMIF" })
    let item = Item.made("a", ["community-mediation"], title: title, text: text)
    let match = Matcher.onTheIdes().match(item, of: .rivemont(), with: fund, words: .none)
    #expect(match.leavesAimOpen == isOpen)
    #expect((Placement.Gate(match) == .unrelated) == isOpen)
    #expect(match.fit.isRelevant && match.standing != .doubtful)
  }

  @Test("the words that show an aim stand in every language of the glossary")
  func languages() throws {
    let folder = ShippedData.folder + "/glossary"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { String($0.prefix { $0 != "." }) }.filter { $0.utf8.count == 2 }
    #expect(Set(files) == Set(ListKind.languages))
    let aims = try ShippedData.book.get().allInstruments.flatMap {
      ($0.opportunity.requirements?.criteria ?? []).filter { $0.kind == CriterionKind.aim.rawValue }
    }
    #expect(aims.count >= 8)
    for parameter in aims.flatMap(\.parameters) where parameter.name == "include" {
      #expect(Set(parameter.attributes.keys).isSuperset(of: ListKind.languages), "\(parameter.attributes)")
    }
  }

  @Test("a topic that shares a measure's word alone does not speak of an item; one with its own words does")
  func ownWords() throws {
    let lexicon = try ShippedData.lexicon.get()
    func topic(_ title: String, _ text: String) -> Offer {
      var made = Opportunity.made(.topic, title, title: title)
      made.descriptions = [LocalizedText(text, language: "en")]
      return InstrumentBook.offer(made)
    }
    let item = Item.made(
      "a", ["training"], title: "Training of stewards for the football stadium",
      text: "Stewards learn to search bags, to calm a quarrel in the stands and to lead spectators out.")
    let offers = [
      topic("Shipyards of tomorrow", "Welders of shipyards get training; training centres are built."),
      topic(
        "Safety of spectators",
        "Stewards of a stadium learn how spectators are searched and led out of the stands."),
    ]
    let found = WordSearch(offers: offers, lexicon: lexicon).evidence(for: [item])[0]
    #expect(found.map(\.speaksOfItem) == [false, true])
    // What a whole list has and what is kept of one are told by the same marks.
    let marks = WordSearch(offers: offers, lexicon: lexicon).marks(of: item)
    #expect([marks[0], marks[1]].map(\.speaksOfItem) == [false, true])
  }
}
