import Foundation
import ParapetMatching
import ParapetModel
import Testing

@testable import ParapetReporting

/// Whoever skims a page must not take "nobody knows" for "yes": in words, signs, colours, codes and classes.
@Suite("Undecided never reads like eligible")
struct UndecidedTests {
  /// Pairs that are undecided, each for a reason of its own, with the identifier of the call.
  private static let lists: [(name: String, list: Shortlist)] = [
    ("nobody says who takes part", Fixture.shortlist(items: [item { $0.partners = nil }])),
    (
      "the city does not say how large it is",
      Fixture.shortlist(city: Fixture.city { $0.facts.population = nil }, items: [item()])
    ),
    ("the item says nothing of itself", Fixture.shortlist(items: [item { $0.measures = [] }])),
    ("a rule that cannot exclude is not met", Fixture.shortlist(items: [item { $0.partners = [] }])),
    (
      "the feed is silent",
      Fixture.shortlist(
        items: [item()],
        calls: [
          Fixture.call("SAFE-2026") { call in
            call.origin = .feed("test")
            call.requirements = nil
          }
        ])
    ),
    (
      "there are no dates",
      Fixture.shortlist(items: [item()], calls: [Fixture.call("SAFE-2026") { $0.deadlines = [] }])
    ),
  ].map { name, list in (name, only("SAFE-2026", of: list)) }

  private static func item(_ change: (inout Item) -> Void = { _ in }) -> Item {
    Fixture.item { item in
      item.measures = ["barriers"]
      change(&item)
    }
  }

  private static func only(_ identifier: String, of list: Shortlist) -> Shortlist {
    var list = list
    for place in list.items.indices {
      list.items[place].matches.removeAll { $0.offer.opportunity.identifier != identifier }
    }
    return list
  }

  /// The same list with another verdict.
  private static func list(_ list: Shortlist, saying verdict: Verdict) -> Shortlist {
    var changed = list
    for place in changed.items.indices {
      for match in changed.items[place].matches.indices {
        changed.items[place].matches[match].verdict = verdict
      }
    }
    return changed
  }

  @Test("the sample is undecided throughout")
  func sample() {
    for (name, list) in Self.lists {
      #expect(list.items.flatMap(\.matches).map(\.verdict) == [.undecided], "\(name)")
    }
  }

  @Test(
    "no word for eligible stands in a text or on a page, but where costs are meant",
    arguments: Language.allCases)
  func words(_ language: Language) throws {
    let words = Fixture.words(language)
    // "Eligible cost" is the name of a sum.
    let costs = [words.label(.eligibleCost), words.note(.undecidedMeaning), words.note(.fitMeaning)]
    // The line that counts verdicts names all three.
    for (name, list) in Self.lists {
      let match = try #require(list.items.first?.matches.first)
      let item = try #require(list.items.first?.item)
      let explained = ExplainReport(
        match, of: item, in: list.portfolio, words: words, edition: Fixture.edition)
      for report in [Fixture.report(list, language).report, explained.report] {
        for text in [
          TextRenderer(words: words, width: 1_000).render(report), HTMLRenderer(words: words).render(report),
        ] {
          for line in text.split(separator: "\n") where line.contains("SAFE-2026") {
            var line = String(line)
            for phrase in costs { line = line.replacingOccurrences(of: phrase, with: "") }
            let said = line.lowercased().split { !$0.isLetter }
            #expect(!said.contains(Substring(words.word(Verdict.eligible))), "\(name): \(line)")
          }
          #expect(text.contains(words.word(Verdict.undecided)), "\(name)")
          #expect(!text.contains("verdict eligible"), "\(name)")
        }
      }
    }
  }

  @Test("a list of eligible pairs differs wherever a verdict is shown", arguments: Language.allCases)
  func differs(_ language: Language) {
    let words = Fixture.words(language)
    for (name, list) in Self.lists {
      let other = Self.list(list, saying: .eligible)
      func lines(_ list: Shortlist, _ render: (ShortlistReport) -> String) -> [Substring] {
        render(Fixture.report(list, language)).split(separator: "\n").filter { $0.contains("SAFE-2026") }
      }
      let renderings: [(ShortlistReport) -> String] = [
        { TextRenderer(words: words, width: 1_000).render($0.report) },
        { TextRenderer(words: words, width: 1_000, colour: true).render($0.report) },
        { HTMLRenderer(words: words).render($0.report) },
      ]
      for render in renderings {
        let (undecided, eligible) = (lines(list, render), lines(other, render))
        #expect(!undecided.isEmpty && undecided.count == eligible.count, "\(name)")
        // A summary of an eligible pair says other things too; what is the same must not name a verdict.
        for line in undecided where eligible.contains(line) {
          #expect(!line.contains(words.word(Verdict.undecided)), "\(name): \(line)")
        }
      }
    }
  }

  @Test("what is open has the sign of a question, never that of what is met", arguments: Language.allCases)
  func signs(_ language: Language) throws {
    let words = Fixture.words(language)
    #expect(TerminalStyle.mark(of: .undecided) != TerminalStyle.mark(of: .met))
    let style = TerminalStyle(isOn: true)
    #expect(style.colour("x", as: .undecided) != style.colour("x", as: .eligible))
    for (name, list) in Self.lists {
      let text = TextRenderer(words: words, width: 1_000, annex: true).render(
        Fixture.report(list, language).report)
      let match = try #require(list.items.first?.matches.first)
      for reason in match.reasons where reason.outcome == .undecided {
        let kind = words.word(kind: reason.kind)
        let own = text.split(separator: "\n").filter { $0.contains("\(kind) — ") }
        #expect(own.contains { $0.contains("? \(words.word(Outcome.undecided))") }, "\(name): \(kind)")
      }
      for line in text.split(separator: "\n") where line.contains("✓") {
        #expect(!line.contains(words.word(Outcome.undecided)), "\(name): \(line)")
      }
    }
  }

  @Test("machines are told so in the column and the key for it", arguments: CSVProfile.allCases)
  func machines(_ profile: CSVProfile) throws {
    for (name, list) in Self.lists {
      for language in Language.allCases {
        let report = Fixture.report(list, language)
        let rows = CSVWriter(profile).render(report.table).split(whereSeparator: \.isNewline)
        let cells = try #require(rows.last).split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }
        #expect(cells.contains("undecided") && !cells.contains("eligible"), "\(name)")
        let json = try #require(
          try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
        let items = try #require(json["items"] as? [[String: Any]])
        let verdicts = items.flatMap { $0["matches"] as? [[String: Any]] ?? [] }.map {
          $0["verdict"] as? String
        }
        #expect(verdicts == ["undecided"], "\(name)")
        // The one place for the word is what a fix would lead to.
        let eligible = report.json.split(separator: "\n").filter { $0.contains("\"eligible\"") }
        #expect(eligible.allSatisfy { $0.contains("\"then\" : \"eligible\"") }, "\(name)")
      }
    }
  }

  @Test("the words for the verdicts differ, and none begins with another", arguments: Language.allCases)
  func vocabulary(_ language: Language) {
    let words = Fixture.words(language)
    let all = Verdict.allCases.map { words.word($0) }
    #expect(Set(all).count == all.count)
    for word in all { #expect(!all.contains { $0 != word && $0.hasPrefix(word) }) }
  }
}
