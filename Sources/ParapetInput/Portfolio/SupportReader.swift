import ParapetModel

/// Reads support.csv, `item,source,kind,status,amount`: what else pays, or is asked to pay, for an item.
///
/// A line that does not say for which item, from whom, whose money and how far it is, is not counted; an amount that is
/// missing is unknown.
struct SupportReader {
  static let columns = ["item", "source", "kind", "status", "amount"]

  /// What was found.
  private(set) var findings = Findings()
  private let currency: Currency?

  init(currency: Currency?) { self.currency = currency }

  /// Reads the rows of a table and gives each item its support.
  mutating func read(_ source: InputSource, into items: inout [Item], refused: Set<String>) {
    let table = source.table(
      CSVReader(known: SupportReader.columns, required: ["item", "source", "kind", "status"]))
    findings.take(table, itemColumn: "item")
    let places = Dictionary(
      items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows {
      findings.item = nil
      guard let item = table.cell("item", of: row), let source = table.cell("source", of: row),
        let kind = table.cell("kind", of: row), let status = table.cell("status", of: row)
      else {
        findings.item = table.cell("item", of: row)?.id
        findings.report(table.source.incomplete(row))
        continue
      }
      guard let place = places[item.id] else {
        let ids = items.count <= CostReader.mostSuggestions ? items.map(\.id) : []
        if !refused.contains(item.id) { findings.report(table.source.unknownItem(item, ids: ids)) }
        continue
      }
      findings.item = item.id
      // What earlier portfolios called the Union's money.
      let isEarlierWord = kind.text.lowercased() == "eu"
      let whose: OtherSupport.Kind? =
        isEarlierWord
        ? .union
        : findings.word(
          kind, id: "unknown-kind", Message(en: "kind of support", fr: "type de soutien"), in: table.source,
          field: "kind")
      let state: OtherSupport.State? = findings.word(
        status, id: "unknown-status", Message(en: "status of support", fr: "état du soutien"),
        in: table.source,
        field: "status")
      guard let whose, let state else { continue }
      var money = table.cell("amount", of: row).flatMap {
        findings.amount($0, currency: currency ?? .euro, in: table.source, field: "amount")
      }
      if currency == nil { money = nil }
      items[place].support.append(
        OtherSupport(
          source: FormulaGuard.unguarded(source.text), kind: whose, state: state, amount: money))
    }
    findings.item = nil
    refuseExcess(&items)
  }

  /// What is granted for more than an item costs cannot be true of it, and is not counted.
  private mutating func refuseExcess(_ items: inout [Item]) {
    for place in items.indices {
      let granted = items[place].support.filter { $0.state == .granted }.compactMap(\.amount?.minorUnits)
      guard let cost = items[place].grossCost, let sum = SupportReader.sum(granted) ?? .some(.max),
        sum > cost,
        !granted.isEmpty
      else { continue }
      items[place].support.removeAll { $0.state == .granted }
      findings.item = items[place].id
      findings.report(
        Diagnostic(
          .error, id: "support-above-cost", at: items[place].place,
          Message(
            en: "more support is granted for '\(items[place].id)' than it costs; it is not counted",
            fr: "plus d’aide est accordée à « \(items[place].id) » qu’il ne coûte ; elle n’est pas comptée")),
        field: "support")
      findings.item = nil
    }
  }

  private static func sum(_ amounts: [Int64]) -> Int64? {
    var sum: Int64 = 0
    for amount in amounts {
      let (next, overflow) = sum.addingReportingOverflow(amount)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}

extension Item {
  /// All that it costs, with tax; nothing where that is unknown or more than can be counted.
  fileprivate var grossCost: Int64? {
    let amounts: [Money?] =
      lines.isEmpty
      ? [cost, vat ?? cost.map { Money.zero($0.currency) }]
      : lines.flatMap { line -> [Money?] in [line.cost, line.vat ?? Money.zero(line.cost.currency)] }
    guard !amounts.contains(nil) else { return nil }
    var sum: Int64 = 0
    for amount in amounts.compactMap(\.self) {
      let (next, overflow) = sum.addingReportingOverflow(amount.minorUnits)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func incomplete(_ row: InputRow) -> Diagnostic {
    diagnostic(
      .error, id: "incomplete-support", line: row.line, column: 1,
      Message(
        en: "the line needs an item, a source, a kind and a status, and is not counted",
        fr: "il faut à la ligne un projet, une source, un type et un état ; elle n’est pas comptée"))
  }
}
