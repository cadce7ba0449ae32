import ParapetBudgeting
import ParapetModel

/// The layouts beside the Union's form, each for people and for machines.
extension BudgetReport {
  /// Who reads a table.
  enum Reader {
    /// Headings are words, names are written out.
    case people
    /// Headings are fixed names, the currency has a column.
    case machines
  }

  func columns(_ reader: Reader, _ columns: [(String, String, Table.Column.Kind)]) -> [Table.Column] {
    columns.map { name, words, kind in Table.Column(reader == .machines ? name : words, kind) }
  }

  private func label(_ label: Label) -> String { words.label(label) }

  /// Item by item and year by year, what each purse pays.
  func council(_ reader: Reader) -> Table {
    let council = CouncilTable(budget)
    let titles = Dictionary(items.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var headings: [(String, String, Table.Column.Kind)] = [
      ("item", label(.item), .token), ("title", label(.title), .prose), ("year", label(.yearOfCost), .figure),
      ("cost", label(.totalCost), .figure), ("eligible", label(.eligibleCost), .figure),
      ("grant", label(.grant), .figure),
    ]
    headings += council.payers.map { payer in
      ("own_\(self.payer(payer))", words.pair(label(.ownContribution), self.payer(payer)), .figure)
    }
    if reader == .machines { headings.append(("currency", "", .token)) }
    var table = Table(
      caption: reader == .machines ? "" : words.word(BudgetLayout.council),
      columns: columns(reader, headings))
    func cells(_ row: CouncilTable.Row) -> [Cell] {
      let sums: [Cell] =
        [.money(row.totals.cost), .money(row.totals.eligible), .money(row.totals.grant)]
        + row.own.map { .money($0) }
      return sums + (reader == .machines ? [.text(budget.currency.code)] : [])
    }
    for row in council.rows {
      let year: Cell = row.year.map { .text(String($0)) } ?? .empty
      let machineYear: Cell = row.year.map { .number($0) } ?? .empty
      table.append(
        [.text(row.item), .text(titles[row.item]), reader == .machines ? machineYear : year] + cells(row))
    }
    let total: [Cell] = reader == .machines ? [.text("total"), .empty] : [.empty, .text(label(.total))]
    table.append(total + [.empty] + cells(council.totals), isTotal: true)
    return table
  }

  /// Work package by payer and heading, in whole euro.
  var lumpSumForMachines: Table {
    let lump = LumpSumTable(budget)
    var table = Table(
      caption: "",
      columns: [
        "work_package", "partner", "category", "name", "items", "unit", "unit_cost", "amount", "rest",
        "form_items", "form_unit_cost", "cost", "grant", "own", "currency",
      ].map { Table.Column($0) })
    let currency = Cell.text(budget.currency.code)
    for row in lump.rows {
      table.append([
        .text(row.workPackage), .text(payer(row.partner)), .text(row.heading.code), .text(name(row.heading)),
        .quantity(row.items), .text(row.unit), .money(row.unitCost), .money(row.amount), .money(row.rest),
        .quantity(row.inWholeEuro.units), .money(row.inWholeEuro.unitCost), .money(row.totals.cost),
        .money(row.totals.grant), .money(row.totals.own), currency,
      ])
    }
    table.append(
      [.text("total")] + Array(repeating: Cell.empty, count: 6) + [
        .money(lump.amount), .money(lump.rest), .empty, .empty, .money(lump.totals.cost),
        .money(lump.totals.grant), .money(lump.totals.own), currency,
      ], isTotal: true)
    return table
  }

  /// The six categories for people; the foot is the form's own.
  var interreg: Table {
    let form = InterregTable(budget)
    var table = Table(
      caption: words.word(BudgetLayout.interreg),
      columns: [Table.Column(label(.heading), .prose)]
        + form.columns.map { Table.Column(payer($0.partner), .figure) }
        + [Table.Column(label(.total), .figure)])
    for row in form.rows {
      table.append(
        [.text("\(row.heading.rawValue) \(words.word(row.heading))")] + row.amounts.map { .money($0) } + [
          .money(row.total)
        ])
    }
    table.append(
      [.text(label(.total))] + form.columns.map { .money($0.eligible) } + [.money(form.totals.eligible)],
      isTotal: true)
    return table
  }

  /// The six categories for machines, shaped as the Union's form is.
  var interregForMachines: Table {
    let form = InterregTable(budget)
    var table = Table(
      caption: "",
      columns: ["heading", "name"].map { Table.Column($0) }
        + form.columns.map { Table.Column(heading(of: $0.partner)) }
        + ["total", "currency"].map { Table.Column($0) })
    for row in form.rows {
      table.append(
        [.text(String(row.heading.rawValue)), .text(words.word(row.heading))]
          + row.amounts.map { .money($0) } + [.money(row.total), .text(budget.currency.code)])
    }
    foot(form.columns, form.totals, of: &table)
    return table
  }

  /// The costs as costs.csv has them, with the columns of equipment where a cost states one of them.
  func statedLines(_ reader: Reader) -> Table {
    let lines = StatedLine.lines(of: items)
    let hasUse = lines.contains {
      $0.line.usefulLife != nil || $0.line.monthsInAction != nil || $0.line.shareOfUse != nil
    }
    var headings: [(String, String, Table.Column.Kind)] = [
      ("item", label(.item), .token), ("work_package", label(.workPackage), .token),
      ("partner", label(.payer), .token), ("category", label(.heading), .token),
      ("description", label(.description), .prose), ("quantity", label(.quantity), .figure),
      ("unit", label(.unit), .token), ("unit_cost", label(.unitCost), .figure), ("vat", label(.vat), .figure),
      ("year", label(.yearOfCost), .figure),
    ]
    if hasUse {
      headings += [
        ("useful_life", label(.usefulLife), .figure), ("months_in_action", label(.monthsInAction), .figure),
        ("share_of_use", label(.shareOfUse), .figure),
      ]
    }
    var table = Table(
      caption: reader == .machines ? "" : words.word(BudgetLayout.lines), columns: columns(reader, headings))
    table.isReadAgain = reader == .machines
    func number(_ value: Int?) -> Cell { value.map { .number($0) } ?? .empty }
    for stated in lines {
      let line = stated.line
      let year: Cell = reader == .machines ? number(line.year) : .text(line.year.map { String($0) })
      let cells: [Cell] = [
        .text(stated.item), .text(line.workPackage),
        .text(reader == .machines ? line.partner ?? city.id : payer(line.partner)),
        .text(line.category?.rawValue), .text(line.text), .quantity(line.quantity), .text(line.unit),
        .money(line.unitCost), .money(line.vat), year,
      ]
      let share: Cell? = line.shareOfUse.map { reader == .machines ? .text($0.percent + "%") : .rate($0) }
      let use: [Cell] = [number(line.usefulLife), number(line.monthsInAction), share ?? .empty]
      table.append(cells + (hasUse ? use : []))
    }
    return table
  }

  /// The totals of every layout beside one another.
  var tieOutTable: Table {
    let figures: [Label] = [.netCost, .vat, .totalCost, .eligibleCost, .grant, .ownContribution]
    var table = Table(
      caption: label(.tieOut),
      columns: [Table.Column(label(.layout), .prose)]
        + figures.map { Table.Column(words.label($0), .figure) })
    for row in TieOut(budget, items: items, city: city).rows {
      table.append(
        [.text(words.word(row.layout))]
          + [row.net, row.vat, row.cost, row.eligible, row.grant, row.own].map { .money($0) })
    }
    return table
  }
}
