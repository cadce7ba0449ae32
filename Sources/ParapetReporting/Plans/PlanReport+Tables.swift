import ParapetBudgeting
import ParapetPlanning
import ParapetMatching
import ParapetModel

extension PlanReport {
  private func column(_ label: Label, _ kind: Table.Column.Kind = .figure) -> Table.Column {
    Table.Column(words.label(label), kind)
  }

  private func column(_ label: PlanLabel, _ kind: Table.Column.Kind = .figure) -> Table.Column {
    Table.Column(words.label(label), kind)
  }

  /// One row an application.
  var applicationTable: Table {
    var table = Table(
      caption: words.label(PlanLabel.whoPaysWhat),
      columns: [
        column(.opportunity, .token), column(.items, .prose), column(.verdict, .token),
        column(.deadline, .token),
        column(.totalCost), column(.grant), column(.ownContribution),
      ])
    for (name, application) in zip(names, plan.applications) {
      let totals = application.budget.totals
      table.append([
        .text(name), .text(words.list(application.items.map { title(of: $0) })),
        .verdict(application.verdict),
        application.deadline.map { .day($0) }
          ?? .text(words.label(plan.isOpenAtAnyTime(application) ? PlanLabel.anyTime : .askFirst)),
        .money(totals.cost), .money(totals.grant), .money(application.own),
      ])
    }
    table.append(
      [
        .text(words.label(Label.total)), .empty, .empty, .empty, .money(plan.totals.cost),
        .money(plan.totals.grant), .money(plan.own),
      ], isTotal: true)
    return table
  }

  /// The items of an application.
  func partTable(of number: Int) -> Table {
    let application = plan.applications[number]
    let isSplit = application.parts.contains { $0.lines != nil }
    var table = Table(
      caption: names[number],
      columns: [column(.items, .prose)] + (isSplit ? [column(.costs, .prose)] : []) + [
        column(.verdict, .token), column(PlanLabel.from, .token), column(PlanLabel.until, .token),
        column(.totalCost),
        column(.eligibleCost), column(.grant), column(.ownContribution),
      ])
    table.tab = words.label(PageLabel.itemsByApplication)
    for part in application.parts {
      let whole: [Cell] = [.text(title(of: part.item))]
      table.append(
        whole + (isSplit ? [.text(costs(part.lines))] : []) + [
          .verdict(part.verdict), .day(part.from), .day(part.until), .money(part.cost),
          .money(part.eligible), .money(part.grant),
          .money(part.own),
        ])
    }
    return table
  }

  /// Which costs of an item are meant.
  func costs(_ lines: [Int]?) -> String {
    lines.map { words.sentence(.numbers($0.map { $0 + 1 })) } ?? words.label(PlanLabel.wholeItem)
  }

  func paymentTable(of number: Int) -> Table {
    var table = Table(
      caption: words.label(PlanLabel.payments),
      columns: [column(.payment, .prose), column(.day, .token), column(.grant)])
    for payment in plan.applications[number].payments {
      table.append([.text(words.word(payment.kind)), .day(payment.day), .money(payment.amount)])
    }
    return table
  }

  /// One row a year: what is spent, and who bears it.
  var yearTable: Table {
    var table = Table(
      caption: words.label(PlanLabel.ownByYear),
      columns: [
        column(.year, .token), column(.spent), column(.grants), column(PlanLabel.otherMoney),
        column(PlanLabel.partners), column(.city), column(PlanLabel.limit),
      ])
    for year in plan.years {
      table.append([
        year.year.map { .year($0) } ?? .text(words.label(PlanLabel.noYear)), .money(year.spent),
        .money(year.grant), .money(year.support), .money(year.partners), .money(year.own), .money(year.limit),
      ])
    }
    func total(_ amount: KeyPath<Plan.Year, Money>) -> Cell {
      .money(plan.years.reduce(.zero(plan.currency)) { $0 + $1[keyPath: amount] })
    }
    table.append(
      [
        .text(words.label(Label.total)), total(\.spent), total(\.grant), total(\.support), total(\.partners),
        total(\.own),
        .empty,
      ], isTotal: true)
    return table
  }

  func cashTable(_ bridge: CashBridge) -> Table {
    var table = Table(
      caption: words.label(PlanLabel.cash),
      columns: [
        column(.quarter, .token), column(.spent), column(.received), column(.bridged), column(.inHand),
      ])
    for quarter in bridge.quarters {
      table.append([
        .text("\(quarter.year) / \(quarter.number)"), .money(quarter.spent), .money(quarter.received),
        .money(quarter.bridged), .money(quarter.inHand),
      ])
    }
    return table
  }

  var unfundedTable: Table {
    var table = Table(
      caption: words.label(PlanLabel.unfunded),
      columns: [column(.items, .prose), column(.priority), column(.cost), column(PlanLabel.because, .prose)])
    for entry in plan.unfunded {
      let item = portfolio.items.first { $0.id == entry.item }
      table.append([
        .text(title(of: entry.item) + (entry.lines == nil ? "" : " (\(costs(entry.lines)))")),
        item?.priority.map { .number($0) } ?? .empty, .money(entry.cost),
        .text(words.list(nearest(of: entry))),
      ])
    }
    table.append([.text(words.label(Label.total)), .empty, .money(plan.left), .empty], isTotal: true)
    return table
  }

  /// The nearest reasons against an item, and how many more the JSON has.
  private func nearest(of entry: Plan.Unfunded) -> [String] {
    let shown =
      entry.because.count <= PlanReport.mostReasons + 1 ? entry.because.count : PlanReport.mostReasons
    let reasons = entry.because.prefix(shown).map { words.because(titled($0)) }
    let rest = entry.because.count - shown
    return rest > 0 ? reasons + [words.sentence(.moreReasons(rest))] : reasons
  }

  /// So many reasons fit beside an item; what is further away decides nothing of what to do next.
  private static let mostReasons = 3

  var lossTable: Table {
    var table = Table(
      caption: words.label(PlanLabel.losses),
      columns: [
        column(.without, .token), column(.fundedChange), column(.grantChange), column(.ownChange),
        column(.itemsLost, .prose), column(.instead, .prose),
      ])
    table.tab = words.label(PageLabel.losses)
    func titles(_ items: [String]) -> Cell {
      .text(
        items.isEmpty ? words.label(Label.none) : words.list(items.map { title(of: $0) }))
    }
    for loss in study.losses {
      table.append([
        .text(loss.opportunity), .money(loss.funded), .money(loss.grant), .money(loss.own),
        titles(loss.items), titles(loss.instead),
      ])
    }
    return table
  }

  var scenarioTable: Table {
    let withChances = study.scenarios.contains { $0.expected != nil }
    var table = Table(
      caption: words.label(PlanLabel.scenarios),
      columns: [
        column(.scenario, .prose), column(.applications), column(.items), column(.grant),
        column(.ownContribution),
      ] + (withChances ? [column(.expected), column(.spread)] : []))
    for scenario in study.scenarios {
      table.append(
        [
          .text(words.change(scenario.change)), .number(scenario.applications), .number(scenario.items.count),
          .money(scenario.grant), .money(scenario.own),
        ] + (withChances ? [.money(scenario.expected?.mean), .money(scenario.expected?.spread)] : []))
    }
    return table
  }

  /// Every cost of the portfolio, and the application that claims it.
  var ledgerTable: Table {
    var table = Table(
      caption: words.label(PlanLabel.ledger),
      columns: [
        column(.items, .prose), column(.number), column(.description, .prose), column(.cost),
        column(.claimedBy, .token),
      ])
    for entry in plan.ledger(of: portfolio) {
      table.append([
        .text(entry.item), .number(entry.number), .text(entry.text), .money(entry.cost),
        .text(entry.application.map { names[$0] } ?? words.label(PlanLabel.nobody)),
      ])
    }
    return table
  }

  /// For machines: what is paid for, then what is left.
  var itemsForMachines: Table {
    var table = Table(
      caption: "",
      columns: [
        "item", "costs", "opportunity", "verdict", "net", "cost", "eligible", "grant", "support", "own",
        "currency", "deadline", "from", "until", "because",
      ].map { Table.Column($0) })
    let currency = Cell.text(plan.currency.code)
    func numbers(_ lines: [Int]?) -> Cell {
      .text(lines.map { $0.map { String($0 + 1) }.joined(separator: "|") })
    }
    for (name, application) in zip(opportunities, plan.applications) {
      for part in application.parts {
        table.append([
          .text(part.item), numbers(part.lines), .text(name), .text(part.verdict.rawValue), .money(part.net),
          .money(part.cost), .money(part.eligible), .money(part.grant), .money(part.support),
          .money(part.own), currency, .day(application.deadline), .day(part.from), .day(part.until), .empty,
        ])
      }
    }
    for entry in plan.unfunded {
      table.append([
        .text(entry.item), numbers(entry.lines), .empty, .empty, .money(entry.cost), .empty, .empty, .empty,
        .empty, .empty, currency, .empty, .empty, .empty,
        .text(entry.because.map { words.because($0) }.joined(separator: " | ")),
      ])
    }
    return table
  }
}
