import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension BriefReport {
  /// One row an item, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "portfolio", "item", "item_title", "priority", "cost", "opportunity", "title", "status", "standing",
        "deadline",
        "days_left", "grant", "own_contribution", "currency", "own_years", "next_action", "next_by", "risk",
        "runner_up", "runner_up_grant", "because",
      ].map { Table.Column($0) })
    let unfunded = Dictionary(
      brief.unfunded.map { ($0.item.id, because($0)) }, uniquingKeysWith: { first, _ in first })
    for row in brief.rows {
      let text = BriefRowText(row, self)
      let best = row.best
      let match = best.map { matchText($0, of: row.item) }
      let deadline = best?.nextDeadline?.day
      let years = row.ownYears.map { year in
        "\(year.year)" + (year.amount.map { "=\($0.decimal)" } ?? "")
      }
      let estimate = best?.estimate
      table.append(
        [
          .text(city.id), .text(row.item.id), .text(row.item.title),
          row.item.priority.map { .number($0) } ?? .empty,
          .money(row.item.totalCost), .text(match?.identifier), .text(match?.title),
          .text(best?.status.rawValue),
          .text(best?.standing.rawValue), .day(deadline),
          deadline.map { .number(brief.asOf.days(until: $0)) } ?? .empty, .money(estimate?.grant),
          .money(estimate?.own),
          .text((estimate?.grant ?? estimate?.own ?? row.item.totalCost)?.currency.code),
          .text(years.joined(separator: "|")), .text(match?.action), .text(best?.next.by.rawValue),
          .text(text.risk),
          .text(row.runnerUp.map { identifiers.shown($0.offer.opportunity) }),
          .money(row.runnerUp?.estimate?.grant),
          .text(unfunded[row.item.id]),
        ], of: ItemName(city.id, row.item.id))
    }
    return table
  }

  /// The JSON document, by the schema `brief`.
  public var json: String {
    let body = Body(
      portfolio: city.id, items: brief.rows.map { ItemPart($0, self) },
      decideThisMonth: zip(brief.decideThisMonth, decisions).map { DecisionPart($0, text: $1, self) },
      councilVotes: zip(brief.councilVotes, votes).map { VotePart($0, text: $1, self) },
      unfunded: brief.unfunded.map { UnfundedPart($0, text: because($0)) })
    return JSONDocument("brief", edition, in: words.language, body).text
  }

  private struct Body: Encodable {
    var portfolio: String
    var items: [ItemPart]
    var decideThisMonth: [DecisionPart]
    var councilVotes: [VotePart]
    var unfunded: [UnfundedPart]
  }

  private struct ItemPart: Encodable {
    var item: String
    var title: String
    @OrNull var priority: Int?
    @OrNull var best: MatchPart?
    @OrNull var runnerUp: MatchPart?
    var others: Int
    @OrNull var ownCash: Amount?
    var ownCashYears: [YearPart]
    @OrNull var daysLeft: Int?
    @OrNull var next: NextPart?
    var risk: String
    var risks: [String]

    init(_ row: Brief.Row, _ report: BriefReport) {
      func part(_ match: Match?) -> OrNull<MatchPart> {
        OrNull(wrappedValue: match.map { MatchPart(report.matchText($0, of: row.item), of: row.item) })
      }
      item = row.item.id
      title = row.item.title
      _priority = OrNull(wrappedValue: row.item.priority)
      _best = part(row.best)
      _runnerUp = part(row.runnerUp)
      others = row.others
      _ownCash = OrNull(wrappedValue: (row.best?.estimate?.own).map { Amount($0) })
      ownCashYears = row.ownYears.map(YearPart.init)
      _daysLeft = OrNull(
        wrappedValue: (row.best?.nextDeadline?.day).map { report.brief.asOf.days(until: $0) })
      _next = OrNull(wrappedValue: row.best.map { NextPart(report.matchText($0, of: row.item)) })
      risk = BriefRowText(row, report).risk
      risks = row.risks(on: report.brief.asOf).map(\.code)
    }
  }

  private struct YearPart: Encodable {
    var year: Int
    @OrNull var amount: Amount?

    init(_ year: Brief.OwnYear) {
      self.year = year.year
      _amount = OrNull(wrappedValue: year.amount.map { Amount($0) })
    }
  }

  private struct DecisionPart: Encodable {
    var kind: String
    @OrNull var opportunity: String?
    @OrNull var fact: String?
    var items: [String]
    var until: String
    @OrNull var worth: Amount?
    var text: String

    init(_ decision: Brief.Decision, text: String, _ report: BriefReport) {
      switch decision.subject {
      case .apply(let match, let items):
        kind = "apply"
        _opportunity = OrNull(wrappedValue: report.identifiers.shown(match.offer.opportunity))
        _fact = OrNull(wrappedValue: nil)
        self.items = items.map(\.id)
      case .answer(let fact, let items):
        kind = "answer"
        _opportunity = OrNull(wrappedValue: nil)
        _fact = OrNull(wrappedValue: fact.rawValue)
        self.items = items.map(\.id)
      }
      until = decision.until.description
      _worth = OrNull(wrappedValue: decision.worth.map { Amount($0) })
      self.text = text
    }
  }

  private struct VotePart: Encodable {
    var opportunity: String
    var items: [String]
    var ownCash: Amount
    var years: [Int]
    @OrNull var until: String?
    var text: String

    init(_ vote: Brief.Vote, text: String, _ report: BriefReport) {
      opportunity = report.identifiers.shown(vote.match.offer.opportunity)
      items = vote.items.map(\.id)
      ownCash = Amount(vote.own)
      years = vote.years
      _until = OrNull(wrappedValue: vote.until?.description)
      self.text = text
    }
  }

  private struct UnfundedPart: Encodable {
    var item: String
    @OrNull var cost: Amount?
    var code: String
    var because: String

    init(_ entry: Brief.Unfunded, text: String) {
      item = entry.item.id
      _cost = OrNull(wrappedValue: entry.item.totalCost.map { Amount($0) })
      code =
        switch entry.because {
        case .kindUnknown: "kind-unknown"
        case .nothingListed: "nothing-listed"
        case .doubtful: "doubtful"
        }
      because = text
    }
  }
}

extension BriefReport {
  /// The titles of sources.
  public var foreign: ForeignTitles {
    words.foreign(brief.rows.lazy.compactMap { $0.best?.offer.opportunity })
  }
}
