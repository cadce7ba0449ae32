import ParapetBudgeting
import ParapetModel

extension English {
  func label(_ label: FormLabel) -> String {
    switch label {
    case .range: "Grant between"
    case .laterTax: "Tax that a fund of the state pays back later"
    case .ownAfterTax: "Own money once that has come"
    }
  }

  func range(_ lowest: Money, _ highest: Money) -> String { "\(money(lowest)) to \(money(highest))" }

  func upTo(_ amount: String) -> String { "up to \(amount)" }

  func taxReturns(_ amount: Money, in year: Int?) -> String {
    "\(money(amount)) \(year.map { "in \($0)" } ?? "in a year that is not known")"
  }

  func durability(years: Int) -> String {
    "No grant pays it. An investment that the structural funds pay for must stand \(count(years, "year", "years")) after the "
      + "last payment (Regulation (EU) 2021/1060, Art. 65)."
  }

  func exchangeLoss(_ loss: Money, of currency: Currency, share: Rate) -> String {
    "Grants are paid in \(loss.currency.code), costs in \(currency.code): were the former worth \(percent(share)) less, the "
      + "grants would bring \(money(loss)) less, and the city would find that itself."
  }

  /// The sums of a table, and what says which is paid.
  func lumpSums(_ table: LumpSums) -> String {
    guard table.isWhole else {
      return "The grant is a lump sum from \(money(table.lowest)) to \(money(table.highest)), "
        + "by the number of \(word(table.selector)) and the call’s own reckoner."
    }
    guard table.steps.count > 1 else { return "The grant is a lump sum of \(money(table.lowest))." }
    switch table.selector {
    case .choice:
      return
        "The grant is a lump sum that the applicants choose: \(or(table.steps.map { money($0.amount) }))."
    case .participants, .countries:
      let steps = table.steps.map { "\(money($0.amount)) from \(number($0.from ?? 1))" }
      return "The grant is a lump sum by the number of \(word(table.selector)): \(and(steps))."
    }
  }

  private func word(_ selector: LumpSums.Selector) -> String {
    switch selector {
    case .choice: "sums"
    case .participants: "participants"
    case .countries: "countries"
    }
  }

  func lumpSum(_ amount: Money) -> String { "The lump sum is \(money(amount))" }

  func simplified(upTo limit: Money) -> String {
    "An operation whose total cost is not above \(money(limit)) is paid by flat rates, unit costs or lump sums, not by its "
      + "actual costs."
  }

  /// What a form of grant or the law of a country makes of a figure.
  func form(_ what: Assumption.What, _ terms: FundingTerms) -> String {
    let table = terms.funding.lumpSums.map { lumpSums($0.value) } ?? ""
    return switch what {
    case .lumpSumChosen(let amount):
      "\(table) This budget takes \(money(amount)), the largest that its costs bear, or the smallest where they bear none. "
        + "Which do you choose? Write it into terms.csv (term “lump-sum”)."
    case .lumpSumOpen(let amount):
      "\(table) What decides it is not stated, so the smallest, \(money(amount)), is taken. How many take part, or what does "
        + "the reckoner give? Write “participants” into items.csv, or the sum into terms.csv (term “lump-sum”)."
    case .simplifiedCosts(let limit):
      simplified(upTo: limit)
        + " State aid is excepted. These figures rest on actual costs: ask the managing authority "
        + "for its simplified costs."
    case .ownShare(let rule):
      "In \(name(rule.country)) whoever owns an investment pays at least \(percent(rule.share)) of all public money for it: "
        + "grants and other public support of works and equipment stop at the rest of what is paid for them. Derogations are "
        + "not counted."
    case .ownShareOpen(let rule):
      "In \(name(rule.country)) an authority that owns an investment pays at least \(percent(rule.share)) of all public money "
        + "for it. Is the applicant a local or regional authority? Its kind of body is not stated, and nothing is kept back."
    case .taxFund(let fund, let years, let isStated):
      "\(fund.name) pays back \(percent(fund.share)) of the cost of works and equipment with tax, "
        + "\(years == 0 ? "in the year of the expense" : "\(count(years, "year", "years")) later")"
        + (isStated
          ? ", as the city states. "
          : ", by the general rule. Which year is yours? Write “tax-fund-years” into "
            + "city.yaml under “capacity”. ")
        + "It lowers the own money of no year. Tax that the grant pays is not counted again; whether the authority takes "
        + "such tax as eligible, and whether support of the State lowers what the fund pays, is open: ask."
    default: table
    }
  }

  func form(_ kind: Bound.Kind) -> String {
    kind == .publicMoney ? "public money that the owner’s part leaves" : "lump sum"
  }

  var formSubject: String { "the lump sums" }

  /// What is usual where a rate is a cap.
  func usual(_ id: String, in terms: FundingTerms) -> String {
    guard let usual = terms.funding.rates.first(where: { $0.id == id })?.usual else {
      return " The estimate takes the cap for the rate."
    }
    return
      " Projects usually get \(percent(usual.value)) (\(word(usual.citation.grade))): the estimate is a range from there "
      + "to the cap, and its single figure the cap."
  }
}
