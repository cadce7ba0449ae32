import ParapetBudgeting
import ParapetMatching
import ParapetModel

extension BudgetReport {
  /// The JSON document, by the schema `budget`: every cost with its reasons, and the table of the layout as texts of
  /// plain decimals.
  public var json: String {
    let tieOut = TieOut(budget, items: items, city: city)
    let body = Body(
      portfolio: city.id, items: items.map(\.id), opportunity: identifier,
      conversion: OrNull(wrappedValue: budget.assumptions.conversion.map(ConversionPart.init)),
      lines: budget.lines.map { LinePart($0, city, reason: plainReason) },
      indirect: budget.indirect.map { IndirectPart($0, city, reason: plainReason) },
      totals: TotalsPart(
        cost: Amount(budget.totals.cost), eligible: Amount(budget.totals.eligible),
        grant: OrNull(budget.totals.grant), own: OrNull(budget.cash.own),
        support: Amount(budget.cash.support), flatRateBeyondCosts: Amount(budget.cash.flatRateBeyondCosts),
        returnedVAT: Amount(budget.cash.returnedVAT), laterTax: Amount(budget.cash.laterTax)),
      grantRange: OrNull(wrappedValue: budget.range.map(RangePart.init)),
      taxReturns: budget.taxReturns.map(TaxReturnPart.init),
      bounds: budget.bounds.map {
        BoundPart(kind: $0.kind.rawValue, text: words.word($0.kind), limit: Amount($0.limit), bit: $0.bit)
      },
      assumptions: budget.assumptions.map {
        AssumptionPart(StatedAssumption($0, offer.terms, of: city, words))
      },
      otherSupport: items.flatMap { item in item.support.map { SupportPart($0, of: item) } },
      layout: LayoutPart(layout, table), tieOut: tieOut.rows.map(TieOutPart.init),
      ties: tieOut.ties)
    return JSONDocument("budget", edition, in: words.language, body).text
  }

  private struct Body: Encodable {
    var portfolio: String
    var items: [String]
    var opportunity: String
    var conversion: OrNull<ConversionPart>
    var lines: [LinePart]
    var indirect: [IndirectPart]
    var totals: TotalsPart
    var grantRange: OrNull<RangePart>
    var taxReturns: [TaxReturnPart]
    var bounds: [BoundPart]
    var assumptions: [AssumptionPart]
    var otherSupport: [SupportPart]
    var layout: LayoutPart
    var tieOut: [TieOutPart]
    var ties: Bool
  }

  private struct TaxReturnPart: Encodable {
    var item: String
    @OrNull var spentIn: Int?
    @OrNull var year: Int?
    var amount: Amount

    init(_ entry: Budget.TaxReturn) {
      item = entry.item
      _spentIn = OrNull(wrappedValue: entry.spentIn)
      _year = OrNull(wrappedValue: entry.year)
      amount = Amount(entry.amount)
    }
  }

  private struct SupportPart: Encodable {
    var item: String
    var source: String
    var kind: String
    var status: String
    @OrNull var amount: Amount?

    init(_ support: OtherSupport, of owner: Item) {
      item = owner.id
      source = support.source
      kind = support.kind.rawValue
      status = support.state.rawValue
      _amount = OrNull(support.amount)
    }
  }

  private struct LayoutPart: Encodable {
    var name: String
    var columns: [String]
    var rows: [[String?]]

    init(_ layout: BudgetLayout, _ table: Table) {
      name = layout.rawValue
      columns = table.columns.map(\.heading)
      rows = table.rows.map { row in row.map(\.plain) }
    }
  }

  private struct TieOutPart: Encodable {
    var layout: String
    @OrNull var net: Amount?
    @OrNull var vat: Amount?
    @OrNull var cost: Amount?
    @OrNull var eligible: Amount?
    @OrNull var grant: Amount?
    @OrNull var own: Amount?

    init(_ row: TieOut.Row) {
      layout = row.layout.rawValue
      _net = OrNull(row.net)
      _vat = OrNull(row.vat)
      _cost = OrNull(row.cost)
      _eligible = OrNull(row.eligible)
      _grant = OrNull(row.grant)
      _own = OrNull(row.own)
    }
  }

  private struct LinePart: Encodable {
    var item: String
    var workPackage: String
    var partner: String
    var category: String
    var description: String
    @OrNull var year: Int?
    var cost: Amount
    @OrNull var vat: Amount?
    var eligible: Amount
    @OrNull var rate: String?
    @OrNull var grant: Amount?
    @OrNull var own: Amount?
    var because: [String]

    init(_ line: BudgetLine, _ city: City, reason: (Because) -> String) {
      item = line.item
      workPackage = line.workPackage
      partner = line.partner ?? city.id
      category = line.category.rawValue
      description = line.text
      _year = OrNull(wrappedValue: line.year)
      cost = Amount(line.cost)
      _vat = OrNull(line.vat)
      eligible = Amount(line.eligible)
      _rate = OrNull(wrappedValue: line.rate?.percent)
      _grant = OrNull(line.grant)
      _own = OrNull(line.own)
      because = line.because.map(reason)
    }
  }

  private struct IndirectPart: Encodable {
    var partner: String
    var base: Amount
    var flatRate: String
    var amount: Amount
    @OrNull var rate: String?
    @OrNull var grant: Amount?
    @OrNull var own: Amount?
    var because: [String]

    init(_ line: IndirectLine, _ city: City, reason: (Because) -> String) {
      partner = line.partner ?? city.id
      base = Amount(line.base)
      flatRate = line.flatRate.percent
      amount = Amount(line.amount)
      _rate = OrNull(wrappedValue: line.rate?.percent)
      _grant = OrNull(line.grant)
      _own = OrNull(line.own)
      because = line.because.map(reason)
    }
  }

  private struct TotalsPart: Encodable {
    var cost: Amount
    var eligible: Amount
    var grant: OrNull<Amount>
    var own: OrNull<Amount>
    var support: Amount
    var flatRateBeyondCosts: Amount
    var returnedVAT: Amount
    var laterTax: Amount
  }

  private struct BoundPart: Encodable {
    var kind: String
    var text: String
    var limit: Amount
    var bit: Bool
  }
}

extension BudgetReport {
  /// The title of what is applied to.
  public var foreign: ForeignTitles { words.foreign([offer.opportunity]) }
}
