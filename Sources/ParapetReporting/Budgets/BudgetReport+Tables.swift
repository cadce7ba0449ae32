import ParapetBudgeting
import ParapetModel

extension BudgetReport {
  /// The table of the layout, for machines.
  public var table: Table {
    switch layout {
    case .euGrant: formForMachines
    case .partA: participantsForMachines
    case .council: council(.machines)
    case .lumpSum: lumpSumForMachines
    case .lumpSumForm: lumpSumFormForMachines
    case .interreg: interregForMachines
    case .lines: statedLines(.machines)
    case .reasons: reasonsForMachines
    }
  }

  /// The upper half of the form: eligible costs by heading and payer.
  var form: Table {
    let form = EUGrantTable(budget)
    var table = Table(
      caption: words.label(.eligibleCost),
      columns: [Table.Column(words.label(.heading), .prose)]
        + form.columns.map { Table.Column(payer($0.partner), .figure) }
        + [Table.Column(words.label(.total), .figure)])
    for row in form.rows {
      table.append([.text(name(row.heading))] + row.amounts.map { .money($0) } + [.money(row.total)])
    }
    table.append(
      [.text(words.label(.total))] + form.columns.map { .money($0.eligible) } + [
        .money(form.totals.eligible)
      ],
      isTotal: true)
    return table
  }

  /// The lower half of the form: what each payer spends, receives and bears.
  var formFoot: Table {
    let form = EUGrantTable(budget)
    var table = Table(
      caption: words.label(.byPayer),
      columns: [
        Table.Column(words.label(.payer), .prose), Table.Column(words.label(.totalCost), .figure),
        Table.Column(words.label(.eligibleCost), .figure), Table.Column(words.label(.rate), .figure),
        Table.Column(words.label(.grant), .figure), Table.Column(words.label(.ownContribution), .figure),
      ])
    for column in form.columns {
      table.append([
        .text(payer(column.partner)), .money(column.cost), .money(column.eligible),
        column.rate.map { .rate($0) } ?? .empty, .money(column.grant), .money(column.own),
      ])
    }
    table.append(
      [
        .text(words.label(.total)), .money(form.totals.cost), .money(form.totals.eligible), .empty,
        .money(form.totals.grant), .money(form.totals.own),
      ], isTotal: true)
    return table
  }

  /// The costs one by one.
  var lineTable: Table {
    let figures: [Label] = [.cost, .vat, .eligibleCost, .rate, .grant, .ownContribution]
    var table = Table(
      caption: words.label(.costLines),
      columns: [
        Table.Column(words.label(.number), .figure), Table.Column(words.label(.description), .prose),
        Table.Column(words.label(.payer), .prose), Table.Column(words.label(.heading)),
      ] + figures.map { Table.Column(words.label($0), .figure) })
    for (number, line) in budget.lines.enumerated() {
      table.append([
        .number(number + 1), .text(line.text), .text(payer(line.partner)), .text(line.category.rawValue),
        .money(line.cost), .money(line.vat), .money(line.eligible), line.rate.map { .rate($0) } ?? .empty,
        .money(line.grant), .money(line.own),
      ])
    }
    for line in budget.indirect {
      table.append([
        .empty, .text(words.label(.indirectCosts)), .text(payer(line.partner)), .text(Budget.indirectHeading),
        .money(line.amount), .empty, .money(line.amount), line.rate.map { .rate($0) } ?? .empty,
        .money(line.grant), .money(line.own),
      ])
    }
    table.append(
      [
        .empty, .text(words.label(.total)), .empty, .empty, .empty, .empty, .money(budget.totals.eligible),
        .empty, .money(budget.totals.grant), .money(budget.totals.own),
      ], isTotal: true)
    return table
  }

  func name(_ heading: EUGrantTable.Heading) -> String {
    switch heading {
    case .direct(let category):
      words.vocabulary.categories[category].map { "\(heading.code) \($0)" } ?? heading.code
    case .indirect: "\(heading.code) \(words.label(.indirectCosts))"
    }
  }

  private var formForMachines: Table {
    let form = EUGrantTable(budget)
    var table = Table(
      caption: "",
      columns: ["heading", "name"].map { Table.Column($0) }
        + form.columns.map { Table.Column(heading(of: $0.partner)) }
        + ["total", "currency"].map { Table.Column($0) })
    let currency = Cell.text(budget.currency.code)
    for row in form.rows {
      let amounts: [Cell] = row.amounts.map { .money($0) }
      table.append(
        [.text(row.heading.code), .text(name(row.heading))] + amounts + [.money(row.total), currency])
    }
    foot(form.columns, form.totals, of: &table)
    return table
  }

  /// The rows below the headings: what each payer has eligible, spends, receives and bears.
  func foot(_ columns: [EUGrantTable.Column], _ totals: Budget.Totals, of table: inout Table) {
    let rows: [(String, Label, [Money?], Money?)] = [
      ("eligible", .eligibleCost, columns.map(\.eligible), totals.eligible),
      ("cost", .totalCost, columns.map(\.cost), totals.cost),
      ("grant", .grant, columns.map(\.grant), totals.grant),
      ("own", .ownContribution, columns.map(\.own), totals.own),
    ]
    for (code, label, amounts, total) in rows {
      table.append(
        [.text(code), .text(words.label(label))] + amounts.map { .money($0) } + [
          .money(total), .text(budget.currency.code),
        ])
    }
  }

  private var reasonsForMachines: Table {
    var table = Table(
      caption: "",
      columns: [
        "item", "work_package", "partner", "category", "description", "year", "cost", "vat", "eligible",
        "rate", "grant", "own", "currency", "because", "partner_name",
      ].map { Table.Column($0) })
    let currency = Cell.text(budget.currency.code)
    for line in budget.lines {
      table.append([
        .text(line.item), .text(line.workPackage), .text(line.partner ?? city.id),
        .text(line.category.rawValue),
        .text(line.text), line.year.map { .number($0) } ?? .empty, .money(line.cost), .money(line.vat),
        .money(line.eligible), line.rate.map { .rate($0) } ?? .empty, .money(line.grant), .money(line.own),
        currency, .text(line.because.map { plainReason($0) }.joined(separator: " | ")),
        .text(payer(line.partner)),
      ])
    }
    for line in budget.indirect {
      table.append([
        .empty, .empty, .text(line.partner ?? city.id), .text(Budget.indirectHeading),
        .text(words.label(.indirectCosts)), .empty, .money(line.amount), .empty, .money(line.amount),
        line.rate.map { .rate($0) } ?? .empty, .money(line.grant), .money(line.own), currency,
        .text(line.because.map { plainReason($0) }.joined(separator: " | ")),
        .text(payer(line.partner)),
      ])
    }
    return table
  }
}
