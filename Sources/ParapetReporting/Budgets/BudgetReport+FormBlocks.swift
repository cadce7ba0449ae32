import ParapetBudgeting
import ParapetMatching
import ParapetModel

/// What a grant writer copies into a form block by block: the participants, and the detailed budget of a lump sum.
extension BudgetReport {
  /// The participants with what is to be known of them.
  var participantBlocks: [Block] {
    let form = ParticipantTable(budget, items: items, city: city)
    var blocks: [Block] = [
      .heading(level: 2, words.word(BudgetLayout.partA)), .table(participants(form, .people)),
    ]
    if form.rows.contains(where: { $0.role == .presumedCoordinator }) {
      blocks.append(.paragraph(Phrase(words.leadIsOpen)))
    }
    return blocks + certificateBlocks
  }

  /// The participants as rows, for machines.
  var participantsForMachines: Table {
    participants(ParticipantTable(budget, items: items, city: city), .machines)
  }

  /// The short name and the code have columns where somebody states them.
  private func participants(_ form: ParticipantTable, _ reader: Reader) -> Table {
    let isForMachines = reader == .machines
    let hasShort = isForMachines || form.rows.contains { $0.facts.shortName != nil }
    let hasCode = isForMachines || form.rows.contains { $0.facts.participantCode != nil }
    var headings: [(String, String, Table.Column.Kind)] = [
      ("number", words.label(Label.number), .figure), ("role", words.label(FormBlockLabel.role), .prose),
      ("name", words.label(FormBlockLabel.participant), .prose),
    ]
    if hasShort { headings.append(("short_name", words.label(FormBlockLabel.shortName), .prose)) }
    if hasCode { headings.append(("pic", words.label(FormBlockLabel.participantCode), .token)) }
    if isForMachines { headings.append(("id", "", .token)) }
    headings += [
      ("country", words.label(Label.country), .prose),
      ("type", words.label(FormBlockLabel.kindOfBody), .prose),
      ("cost", words.label(Label.totalCost), .figure),
      ("eligible", words.label(Label.eligibleCost), .figure), ("rate", words.label(Label.rate), .figure),
      ("requested", words.label(FormBlockLabel.requested), .figure),
      ("own", words.label(Label.ownContribution), .figure),
    ]
    if isForMachines { headings.append(("currency", "", .token)) }
    var table = Table(
      caption: isForMachines ? "" : words.label(FormBlockLabel.participants),
      columns: columns(reader, headings))
    let currency: [Cell] = isForMachines ? [.text(budget.currency.code)] : []
    for row in form.rows {
      let facts = row.facts
      var cells: [Cell] = [
        .number(row.number), .text(isForMachines ? row.role.rawValue : words.word(row.role)),
        .text(payer(row.partner)),
      ]
      if hasShort { cells.append(.text(facts.shortName)) }
      if hasCode { cells.append(.text(facts.participantCode)) }
      if isForMachines { cells.append(.text(row.partner ?? city.id)) }
      cells += [
        .text(facts.country.map { isForMachines ? $0.code : words.name($0) }),
        .text(facts.applicant.map { isForMachines ? $0.rawValue : words.name($0) }),
        .money(row.totals.cost), .money(row.totals.eligible), row.rate.map { .rate($0) } ?? .empty,
        .money(row.totals.grant), .money(row.totals.own),
      ]
      table.append(cells + currency)
    }
    let blanks = headings.count - currency.count - 6
    let name: [Cell] = [.empty, .text(isForMachines ? "total" : words.label(Label.total))]
    table.append(
      name + Array(repeating: Cell.empty, count: blanks - 1) + [
        .money(form.totals.cost), .money(form.totals.eligible), .empty, .money(form.totals.grant),
        .money(form.totals.own),
      ] + currency, isTotal: true)
    return table
  }

  /// What the programme says of certificates on statements and of guarantees, where it does.
  private var certificateBlocks: [Block] {
    let text = OfferText(
      offer: offer, identifiers: Identifiers(among: [offer.opportunity]), words: words)
    let remarks = text.conditions.filter { $0.id.contains("certificate") || $0.id.contains("guarantee") }
    guard !remarks.isEmpty else { return [] }
    return [
      .heading(level: 3, words.label(FormBlockLabel.certificate)),
      .list(remarks.map { ListEntry(Phrase($0.text + " (") + words.source(of: $0.citation) + ")") }),
    ]
  }

  /// The blocks of the detailed budget table, each a table that is copied as it is.
  var lumpSumBlocks: [Block] {
    let form = LumpSumForm(budget)
    let participants = ParticipantTable(budget, items: items, city: city).rows
    let numbers = Dictionary(
      participants.map { ($0.partner, $0.number) }, uniquingKeysWith: { first, _ in first })
    let blocks = form.blocks.sorted { (numbers[$0.partner] ?? 0) < (numbers[$1.partner] ?? 0) }
    var page: [Block] = [
      .heading(level: 2, words.word(BudgetLayout.lumpSumForm)),
      .table(overview(form, blocks, numbers)), .paragraph(Phrase(words.unitsMeaning)),
    ]
    for block in blocks {
      let name = payer(block.partner)
      let number = numbers[block.partner] ?? 0
      // The name of a sheet has room for a short name.
      let short = participants.first { $0.partner == block.partner }?.facts.shortName ?? name
      page.append(.heading(level: 3, "\(number) \(name)"))
      page.append(.table(amounts(of: block, form, words.block(number, short, units: false))))
      if !block.entries.isEmpty {
        page.append(.table(units(of: block, words.block(number, short, units: true))))
      }
    }
    return page
  }

  private func names(of form: LumpSumForm) -> [String] {
    form.workPackages.map { $0.isEmpty ? words.label(FormBlockLabel.noWorkPackage) : $0 }
  }

  private func figures(_ names: [String]) -> [Table.Column] {
    (names + [words.label(Label.total)]).map { Table.Column($0, .figure) }
  }

  private func overview(
    _ form: LumpSumForm, _ blocks: [LumpSumForm.Block], _ numbers: [String?: Int]
  ) -> Table {
    var table = Table(
      caption: words.label(FormBlockLabel.allBeneficiaries),
      columns: [Table.Column(words.label(FormBlockLabel.participant), .prose)] + figures(names(of: form)))
    table.hasOwnSheet = true
    for block in blocks {
      table.append(
        [.text("\(numbers[block.partner] ?? 0) \(payer(block.partner))")]
          + block.workPackages.map { .money($0.eligible) } + [.money(block.totals.eligible)])
    }
    foot(form.totalsByWorkPackage, form.totals, of: &table)
    return table
  }

  private func amounts(of block: LumpSumForm.Block, _ form: LumpSumForm, _ caption: String) -> Table {
    var table = Table(
      caption: caption,
      columns: [Table.Column(words.label(Label.heading), .prose)] + figures(names(of: form)))
    table.hasOwnSheet = true
    for row in block.rows {
      table.append([.text(name(row.heading))] + row.amounts.map { .money($0) } + [.money(row.total)])
    }
    foot(block.workPackages, block.totals, of: &table)
    return table
  }

  /// The eligible costs and the contribution by work package.
  private func foot(_ parts: [Budget.Totals], _ whole: Budget.Totals, of table: inout Table) {
    table.append(
      [.text(words.label(Label.total))] + parts.map { .money($0.eligible) } + [.money(whole.eligible)],
      isTotal: true)
    table.append(
      [.text(words.label(FormBlockLabel.requested))] + parts.map { .money($0.grant) } + [.money(whole.grant)],
      isTotal: true)
  }

  private func units(of block: LumpSumForm.Block, _ caption: String) -> Table {
    let labels: [FormBlockLabel] = [.costPerUnit, .amount, .rest, .wholeEuroUnits, .wholeEuroCost]
    var table = Table(
      caption: caption,
      columns: [
        Table.Column(words.label(Label.heading), .prose), Table.Column(words.label(Label.workPackage)),
        Table.Column(words.label(FormBlockLabel.units), .figure), Table.Column(words.label(Label.unit)),
      ] + labels.map { Table.Column(words.label($0), .figure) })
    table.hasOwnSheet = true
    for entry in block.entries {
      table.append([
        .text(name(entry.heading)), .text(entry.workPackage), .quantity(entry.units), .text(entry.unit),
        .money(entry.unitCost), .money(entry.amount), .money(entry.rest), .quantity(entry.inWholeEuro.units),
        .money(entry.inWholeEuro.unitCost),
      ])
    }
    let zero = Money.zero(budget.currency)
    table.append(
      [
        .text(words.label(Label.total)), .empty, .empty, .empty, .empty,
        .money(block.entries.reduce(zero) { $0 + $1.amount }),
        .money(block.entries.reduce(zero) { $0 + $1.rest }), .empty, .empty,
      ], isTotal: true)
    return table
  }

  /// The blocks one below the other for machines: beneficiary and heading as rows, work packages as columns.
  var lumpSumFormForMachines: Table {
    let form = LumpSumForm(budget)
    let fixed: Set<String> = ["partner", "heading", "name", "total", "currency"]
    let names = form.workPackages.map { name in
      name.isEmpty ? "no_work_package" : fixed.contains(name) ? "work_package_\(name)" : name
    }
    var table = Table(
      caption: "",
      columns: (["partner", "heading", "name"] + names + ["total", "currency"]).map { Table.Column($0) })
    let currency = Cell.text(budget.currency.code)
    for block in form.blocks {
      let partner = Cell.text(payer(block.partner))
      for row in block.rows {
        table.append(
          [partner, .text(row.heading.code), .text(name(row.heading))] + row.amounts.map { .money($0) } + [
            .money(row.total), currency,
          ])
      }
      let feet: [(String, String, (Budget.Totals) -> Money?)] = [
        ("eligible", words.label(Label.eligibleCost), { $0.eligible }),
        ("cost", words.label(Label.totalCost), { $0.cost }),
        ("grant", words.label(Label.grant), { $0.grant }),
        ("own", words.label(Label.ownContribution), { $0.own }),
      ]
      for (code, words, figure) in feet {
        table.append(
          [partner, .text(code), .text(words)] + block.workPackages.map { .money(figure($0)) } + [
            .money(figure(block.totals)), currency,
          ])
      }
    }
    return table
  }
}
