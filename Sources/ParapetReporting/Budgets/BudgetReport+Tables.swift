import ParapetBudgeting
import ParapetModel

/// How a budget is laid out as one table.
public enum BudgetLayout: String, Hashable, Sendable, CaseIterable {
  /// The headings of the Union's application form, one column a payer.
  case euGrant = "eu-grant"
  /// One row for each cost.
  case lines
}

extension BudgetReport {
  /// The table of a layout, for machines.
  public func table(_ layout: BudgetLayout) -> Table {
    switch layout {
    case .euGrant: formForMachines
    case .lines: linesForMachines
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

  private func name(_ heading: EUGrantTable.Heading) -> String {
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
        + form.columns.map { Table.Column($0.partner ?? city.id) }
        + ["total", "currency"].map { Table.Column($0) })
    let currency = Cell.text(budget.currency.code)
    for row in form.rows {
      let amounts: [Cell] = row.amounts.map { .money($0) }
      table.append(
        [.text(row.heading.code), .text(name(row.heading))] + amounts + [.money(row.total), currency])
    }
    func foot(_ code: String, _ label: Label, _ cells: [Money?], _ total: Money?) {
      let amounts: [Cell] = cells.map { .money($0) }
      table.append([.text(code), .text(words.label(label))] + amounts + [.money(total), currency])
    }
    foot("eligible", .eligibleCost, form.columns.map(\.eligible), form.totals.eligible)
    foot("cost", .totalCost, form.columns.map(\.cost), form.totals.cost)
    foot("grant", .grant, form.columns.map(\.grant), form.totals.grant)
    foot("own", .ownContribution, form.columns.map(\.own), form.totals.own)
    return table
  }

  private var linesForMachines: Table {
    var table = Table(
      caption: "",
      columns: [
        "item", "work_package", "partner", "category", "description", "year", "cost", "vat", "eligible",
        "rate",
        "grant", "own", "currency", "because",
      ].map { Table.Column($0) })
    let currency = Cell.text(budget.currency.code)
    for line in budget.lines {
      table.append([
        .text(line.item), .text(line.workPackage), .text(line.partner ?? city.id),
        .text(line.category.rawValue),
        .text(line.text), line.year.map { .number($0) } ?? .empty, .money(line.cost), .money(line.vat),
        .money(line.eligible), line.rate.map { .rate($0) } ?? .empty, .money(line.grant), .money(line.own),
        currency, .text(line.because.map { words.because($0) }.joined(separator: " | ")),
      ])
    }
    for line in budget.indirect {
      table.append([
        .empty, .empty, .text(line.partner ?? city.id), .text(Budget.indirectHeading),
        .text(words.label(.indirectCosts)), .empty, .money(line.amount), .empty, .money(line.amount),
        line.rate.map { .rate($0) } ?? .empty, .money(line.grant), .money(line.own), currency,
        .text(line.because.map { words.because($0) }.joined(separator: " | ")),
      ])
    }
    return table
  }
}
