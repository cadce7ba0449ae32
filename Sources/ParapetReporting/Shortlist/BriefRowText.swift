import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// One row of a decision sheet in words.
struct BriefRowText {
  private let row: Brief.Row
  private let report: BriefReport
  private let best: MatchText?
  private let room: BriefRoom
  private var words: any Sentences { report.words }

  /// - Parameter room: what is shown of titles and next steps.
  init(_ row: Brief.Row, _ report: BriefReport, in room: BriefRoom = .lines) {
    self.row = row
    self.room = room
    self.report = report
    best = row.best.map { report.matchText($0, of: row.item) }
  }

  /// The item with its priority.
  var item: String {
    BriefRowText.cut(row.item.title, to: room.title) + (row.item.priority.map { " (\($0))" } ?? "")
  }

  /// The best source with a link to its page, and the runner-up.
  var sourcePhrase: Phrase {
    guard let best else { return Phrase(words.label(Label.none)) }
    let opportunity = best.match.offer.opportunity
    var title = words.titled(opportunity)
    title.runs = title.runs.map { run in
      switch run {
      case .foreign(let text, let language):
        .foreign(BriefRowText.cut(text, to: room.title), language: language)
      case .plain(let text): .plain(BriefRowText.cut(text, to: room.title))
      case .strong, .link, .verdict: run
      }
    }
    return .link(best.identifier, url: opportunity.landingPage) + " — " + title
      + (runnerUp.map { (title.plain(in: words).hasSuffix("…") ? " " : ". ") + $0 } ?? "")
  }

  /// The runner-up with its grant.
  var runnerUp: String? {
    row.runnerUp.map { match in
      words.sentence(
        BriefSentence.runnerUp(
          report.identifiers.shown(match.offer.opportunity),
          grant: words.grant(match.estimate)))
    }
  }

  /// The deadline with the days left.
  var deadline: String {
    guard let best = row.best else { return "" }
    guard let day = best.nextDeadline?.day else { return words.word(best.status) }
    let left = words.sentence(BriefSentence.daysLeft(report.brief.asOf.days(until: day)))
    let others = best.offer.otherDays(beside: day).map { words.sentence(BriefSentence.otherDay($0)) }
    return ([words.date(day), left] + others).joined(separator: ", ")
  }

  /// Whether few days are left.
  var isPressing: Bool {
    guard let day = row.best?.nextDeadline?.day else { return false }
    return report.brief.asOf.days(until: day) < Brief.pressing
  }

  /// The same, stressed where few days are left; neither the day nor their number is broken between lines.
  var deadlinePhrase: Phrase {
    guard row.best?.nextDeadline != nil else { return Phrase(deadline) }
    let parts = deadline.split(separator: ", ", maxSplits: 1).map { $0.replacing(" ", with: "\u{A0}") }
    let whole = parts.joined(separator: ", ")
    return isPressing ? Phrase([.strong(whole)]) : Phrase(whole)
  }

  /// The own cash and its years.
  var ownCash: String {
    guard let own = row.best?.estimate?.own else { return row.best == nil ? "" : words.label(Label.notKnown) }
    let years = row.ownYears
    if years.count > 1, years.allSatisfy({ $0.amount != nil }) {
      let parts = years.map {
        words.pair(String($0.year), $0.amount.map { words.hundredths(Int($0.minorUnits)) } ?? "")
      }
      return words.money(own) + " (\(words.sentence(BriefSentence.years(parts))))" + upkeep
    }
    return words.money(own) + span + upkeep
  }

  /// The first and the last of the years of the own cash.
  private var span: String {
    let years = row.ownYears.map(\.year)
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? " (\(first))" : " (\(first)–\(last))"
  }

  /// The own cash with the first and the last of its years, for a table that states the currency.
  var ownCashCell: Cell {
    guard let own = row.best?.estimate?.own else {
      return row.best == nil ? .empty : .text(words.label(Label.notKnown))
    }
    return (span + upkeep).isEmpty
      ? .money(own) : .text(words.hundredths(Int(own.minorUnits)) + span + upkeep)
  }

  /// What a year of it costs when the project is over, where the city says so.
  private var upkeep: String { row.item.upkeep.map { " · " + words.upkeep($0) } ?? "" }

  /// What is done next and by whom, in the room that a table has for it.
  var next: String { next(in: room.action) }

  /// The same in so many characters.
  func next(in room: Int) -> String {
    guard let best else { return "" }
    return words.sentence(
      BriefSentence.turn(BriefRowText.cut(best.shortAction, to: room), of: best.match.next.by))
  }

  /// What is at risk.
  var risk: String {
    guard row.best != nil else { return "" }
    // That a rate is a ceiling stands at the grant: up to so much.
    let risks = row.risks(on: report.brief.asOf).filter { $0 != .ceiling }
    return risks.isEmpty
      ? Typography.capitalised(words.sentence(BriefSentence.noRisk))
      : words.sentence(BriefSentence.risks(risks))
  }

  /// What is at risk beyond what deadline, grant and next step say already.
  var furtherRisk: String? {
    let risks = row.risks(on: report.brief.asOf).filter { risk in
      switch risk {
      case .shortOfTime, .noCall, .unread, .open, .partners, .ceiling: false
      case .notOpenYet, .startsBefore, .cut, .amountUnknown, .exchange: true
      }
    }
    return risks.isEmpty ? nil : words.sentence(BriefSentence.risks(risks))
  }

  /// A title in a few words.
  static func cut(_ title: String, to longest: Int = BriefRoom.lines.title) -> String {
    guard title.count > longest else { return title }
    var words = title.prefix(longest - 1).split(separator: " ", omittingEmptySubsequences: false)
    if words.count > 1 { words.removeLast() }
    let kept = words.joined(separator: " ")
    // A mark of the sentence before the mark of the cut is none of either.
    return kept.prefix(kept.count - kept.reversed().prefix { ",;:.".contains($0) }.count) + "…"
  }
}
