import ParapetModel

extension Findings {
  /// The highest standard rate of the Union is 27 % (Hungary); a little more is left to rounding.
  private static let highestRate: Int64 = 28

  /// Remarks a VAT that lies far outside any rate of the Union: a rate was written where an amount belongs, or a gross
  /// amount where the tax alone does.
  ///
  /// A small share is believable, since part of a cost may carry no tax; a figure that is itself a rate is not.
  mutating func checkTax(_ vat: Money, on cost: Money, _ cell: InputCell, in source: TextFile) {
    guard vat.minorUnits > 0 else { return }
    let (most, overflow) = cost.minorUnits.multipliedReportingOverflow(by: Findings.highestRate)
    if overflow || vat.minorUnits > most / 100 {
      report(source.tooMuchTax(vat, cost, cell))
    } else if vat.minorUnits <= 2_700, vat.minorUnits < cost.minorUnits / 200 {
      report(source.rateForTax(vat, cost, cell))
    }
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func tooMuchTax(_ vat: Money, _ cost: Money, _ cell: InputCell) -> Diagnostic {
    diagnostic(
      .warning, id: "unlikely-vat", at: cell,
      Message(
        en: "a VAT of \(vat.decimal) on \(cost.decimal) is above every rate of the Union, 27 % at most",
        fr: "une TVA de \(vat.decimal) sur \(cost.decimal) dépasse tous les taux de l’Union, 27 % au plus"),
      suggestion: Message(
        en: "cost is net of VAT, and vat the tax alone", fr: "cost est hors TVA, et vat la taxe seule"))
  }

  fileprivate func rateForTax(_ vat: Money, _ cost: Money, _ cell: InputCell) -> Diagnostic {
    // A figure of one or more is a percentage, one below a fraction.
    let percent = vat.minorUnits >= 100 ? vat.minorUnits : vat.minorUnits * 100
    let (product, overflow) = cost.minorUnits.multipliedReportingOverflow(by: percent)
    let meant = overflow ? nil : Money(minorUnits: (product + 5_000) / 10_000, currency: cost.currency)
    return diagnostic(
      .warning, id: "unlikely-vat", at: cell,
      Message(
        en: "a VAT of \(vat.decimal) on \(cost.decimal) looks like a rate, and vat is an amount",
        fr: "une TVA de \(vat.decimal) sur \(cost.decimal) ressemble à un taux, et vat est un montant"),
      suggestion: meant.map { .write(AmountText.plain($0)) })
  }
}
