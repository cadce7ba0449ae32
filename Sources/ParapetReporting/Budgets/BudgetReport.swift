public import ParapetBudgeting
public import ParapetMatching
public import ParapetModel

/// The budget of one application, ready for every format.
public struct BudgetReport: Document {
  let budget: Budget
  let offer: Offer
  let portfolio: Portfolio
  let items: [Item]
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  let identifier: String
  let layout: BudgetLayout

  /// A report of the budget of some items of a portfolio for an offer.
  public init(
    _ budget: Budget, items: [Item], of portfolio: Portfolio, for offer: Offer,
    layout: BudgetLayout = .euGrant, words: any Sentences, edition: Edition, identifiers: Identifiers? = nil
  ) {
    self.layout = layout
    self.budget = budget
    self.items = items
    self.portfolio = portfolio
    self.offer = offer
    self.words = words
    self.edition = edition
    identifier = (identifiers ?? Identifiers(among: [offer.opportunity])).shown(offer.opportunity)
  }

  var city: City { portfolio.city }

  func payer(_ partner: String?) -> String { words.name(payer: partner, of: city) }

  /// The same as the heading of a column that stands among others with fixed names.
  func heading(of partner: String?) -> String {
    let name = payer(partner)
    let isTaken = ["heading", "name", "total", "currency"].contains(name)
    return isTaken ? "\(name) (\(partner ?? city.id))" : name
  }

  /// The page for people: the table of the layout, the lines with their reasons, the bounds and the assumptions.
  public var report: Report {
    var notes = [words.made(edition)]
    if budget.totals.grant == nil { notes.append(words.note(.grantUnknown)) }
    var blocks: [Block] = [.facts(facts)] + main
    if layout != .partA { blocks += participantBlocks }
    blocks += [
      .heading(level: 2, words.label(.costLines)), .table(lineTable),
      .details(summary: Phrase(words.label(.because)), [.list(reasons)]),
      .heading(level: 2, words.label(.tieOut)), .table(tieOutTable),
    ]
    blocks += supportStatement
    if !budget.bounds.isEmpty { blocks += [.heading(level: 2, words.label(.bounds)), .table(boundTable)] }
    let assumptions = budget.assumptions.map { StatedAssumption($0, offer.terms, of: city, words) }
    if !assumptions.isEmpty {
      blocks.append(.heading(level: 2, words.label(.assumptions)))
      blocks.append(
        .list(assumptions.map { ListEntry(Phrase($0.text + " (") + words.source(of: $0.citation) + ")") }))
    }
    let title = words.note(
      .titleOfBudget(
        city: words.name(of: city), opportunity: "\(words.title(of: offer.opportunity)) (\(identifier))"))
    return Report(title: title, notes: notes, blocks: blocks)
  }

  /// The table that was asked for; the reasons of every cost stand on every page.
  private var main: [Block] {
    switch layout {
    case .euGrant, .reasons:
      [.heading(level: 2, words.label(.budgetByHeading)), .table(form), .table(formFoot)]
    case .interreg: [.heading(level: 2, words.label(.budgetByHeading)), .table(interreg), .table(formFoot)]
    case .partA: participantBlocks
    case .council: [.heading(level: 2, words.word(layout)), .table(council(.people))]
    case .lumpSum, .lumpSumForm: lumpSumBlocks
    case .lines: [.heading(level: 2, words.word(layout)), .table(statedLines(.people))]
    }
  }

  private var facts: [FactEntry] {
    func money(_ label: Label, _ amount: Money?) -> FactEntry {
      FactEntry(words.label(label), amount: Phrase(amount.map { words.money($0) } ?? words.label(.notKnown)))
    }
    let rate = budget.assumptions.conversion.map {
      FactEntry(words.label(.exchangeRate), Phrase(words.conversion($0)))
    }
    return [
      FactEntry(words.label(.items), Phrase(words.list(items.map(\.title)))),
      money(.totalCost, budget.totals.cost), money(.eligibleCost, budget.totals.eligible),
      money(.grant, budget.totals.grant),
    ] + range + [money(.ownContribution, budget.totals.own)] + cash + laterTax + [rate].compactMap(\.self)
  }

  /// From what the grant leaves of the budget to the money that must be found.
  private var cash: [FactEntry] {
    func entry(_ label: CashLabel, _ amount: Money?) -> FactEntry {
      FactEntry(words.label(label), amount: Phrase(amount.map { words.money($0) } ?? words.label(.notKnown)))
    }
    let cash = budget.cash
    let parts: [(CashLabel, Money)] = [
      (.flatRateBeyondCosts, cash.flatRateBeyondCosts), (.returnedVAT, cash.returnedVAT),
      (.support, cash.support),
    ]
    return parts.filter { $0.1.minorUnits != 0 }.map { entry($0.0, $0.1) } + [entry(.ownMoney, cash.own)]
  }

  private var boundTable: Table {
    var table = Table(
      caption: words.label(.bounds),
      columns: [
        Table.Column(words.label(.bound), .prose), Table.Column(words.label(.limit), .figure),
        Table.Column(words.label(.applied)),
      ])
    for bound in budget.bounds {
      table.append([
        .text(words.word(bound.kind)), .money(bound.limit), .text(words.word(bound.effect)),
      ])
    }
    return table
  }
}
