import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

struct WordsTests {
  private let english = Fixture.words(.english)
  private let french = Fixture.words(.french)

  @Test("English money: code, groups, point")
  func englishMoney() {
    #expect(english.money(Money(minorUnits: 123_456_789)) == "EUR\u{A0}1,234,567.89")
    #expect(english.money(Money(minorUnits: -5)) == "EUR\u{A0}-0.05")
  }

  @Test("French money: narrow spaces in groups, a no-break space before the sign")
  func frenchMoney() throws {
    #expect(french.money(Money(minorUnits: 123_456_789)) == "1\u{202F}234\u{202F}567,89\u{A0}€")
    let krona = try #require(Currency("SEK"))
    #expect(french.money(Money(minorUnits: 100_000, currency: krona)) == "1\u{202F}000,00\u{A0}SEK")
  }

  @Test("the largest and smallest figures print without a trap")
  func extremes() {
    #expect(english.money(Money(minorUnits: .min)) == "EUR\u{A0}-92,233,720,368,547,758.08")
    #expect(french.number(.min) == "-9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
  }

  @Test("dates by language; the first of a month is an ordinal in French only")
  func dates() throws {
    let first = try #require(Day(year: 2026, month: 6, day: 1))
    #expect(english.date(first) == "1 June 2026")
    #expect(french.date(first) == "1er juin 2026")
    #expect(french.date(first.adding(days: 14)) == "15 juin 2026")
  }

  @Test("every month has a name of its own", arguments: Language.allCases)
  func months(_ language: Language) {
    let names = Set(
      (1...12).compactMap { Day(year: 2026, month: $0, day: 2) }.map { Fixture.words(language).date($0) })
    #expect(names.count == 12)
  }

  @Test("nought and one are singular in French, one alone in English")
  func plurals() {
    let required = Required.range(.population, minimum: 0, maximum: nil, of: [])
    #expect(french.required(required) == "Au moins 0\u{A0}habitant")
    #expect(english.required(required) == "At least 0 inhabitants")
    #expect(english.stated(.number(.duration, 1)) == "1 month")
    #expect(french.stated(.number(.population, 2)) == "2\u{A0}habitants")
  }

  @Test("French puts a no-break space before its colon and a narrow one before ; and ?")
  func frenchSpaces() {
    #expect(french.pair("Siège", "Paris") == "Siège\u{A0}: Paris")
    for fact in Fact.allCases { #expect(french.question(fact, deciding: ["dates"]).hasSuffix("\u{202F}?")) }
  }

  @Test("no French sentence has a plain space or none before a double mark")
  func frenchMarks() throws {
    for (name, report) in try DocumentTests.reports(.french) + [
      ("list", ShortlistReportTests.report(.french).report)
    ] {
      let text = TextRenderer(words: french, width: 1000).render(report)
      for match in text.matches(of: /.{0,20}[^\u{A0}\u{202F}] ?[:;!?»](?= |$).{0,10}/) {
        let found = String(match.output)
        // The sign of an open criterion, and figures such as 17:00, are no sentence.
        if found.contains("? indéterminé") { continue }
        if found.hasSuffix("? ") || found.trimmingPrefix(while: { $0 == " " }).hasPrefix("?") { continue }
        Issue.record("\(name): \(found)")
      }
    }
  }

  @Test("a name is the vocabulary's, else the code")
  func names() throws {
    #expect(french.name(try #require(Country("DK"))) == "Danemark")
    #expect(french.name(try #require(Country("EL"))) == "EL")
    #expect(english.name(measure: "counter-drone") == "counter-drone")
  }

  @Test("a title is the vocabulary's, else the opportunity's, else its identifier")
  func titles() {
    let call = Fixture.call("SAFE-2026")
    #expect(french.title(of: call) == "Des places plus sûres, appel 2026")
    #expect(english.title(of: call) == "Safer squares, call 2026")
    #expect(french.title(of: Fixture.call("OTHER") { $0.titles = [] }) == "OTHER")
  }

  @Test("the two languages have words of their own for every verdict, outcome, status and grade")
  func distinct() {
    for words in [english, french] {
      #expect(Set(Verdict.allCases.map { words.word($0) }).count == 3)
      #expect(Set(Outcome.allCases.map { words.word($0) }).count == 3)
      #expect(Set(DayStatus.allCases.map { words.word($0) }).count == 5)
      #expect(Set(Grade.allCases.map { words.word($0) }).count == 7)
      #expect(Set(Fact.allCases.map { words.question($0, deciding: ["dates"]) }).count == Fact.allCases.count)
    }
  }

  @Test("a place outside names what is excluded, also alone")
  func territory() throws {
    let denmark = Territory.country(try #require(Country("DK")))
    #expect(
      english.required(.places(included: [], excluded: [denmark])) == "Seat anywhere but in: Denmark")
    #expect(
      french.required(.places(included: [.memberStates], excluded: [denmark]))
        == "Siège\u{A0}: État membre de l’UE\u{202F}; hors\u{A0}: Danemark")
  }

  @Test("undecided never shares a word with eligible", arguments: Language.allCases)
  func undecided(_ language: Language) {
    let words = Fixture.words(language)
    let eligible = words.word(Verdict.eligible)
    #expect(!words.word(Verdict.undecided).contains(eligible))
    #expect(!words.word(Outcome.undecided).contains(words.word(Outcome.met)))
    #expect(words.word(Verdict.undecided) == words.word(Outcome.undecided))
  }
}
