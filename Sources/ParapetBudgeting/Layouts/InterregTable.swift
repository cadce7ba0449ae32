public import ParapetModel

/// The budget in the six cost categories of Interreg, one column a payer, and totals.
///
/// The categories are those of Regulation (EU) 2021/1059, Art. 39 to 44; the European Urban Initiative takes them over.
/// Where our headings go is our reading of these articles: the work of volunteers is staff (Art. 39 with Regulation
/// (EU) 2021/1060, Art. 67(1)), what is bought from others without being equipment or works is external expertise, and
/// so are support to third parties and internal invoices, which Interreg does not know.
public struct InterregTable: Hashable, Sendable {
  /// A cost category, in the order of the regulation.
  public enum Heading: Int, Hashable, Sendable, CaseIterable {
    /// Staff (Art. 39).
    case staff = 1
    /// Office and administration (Art. 40): where indirect costs go.
    case office
    /// Travel and accommodation (Art. 41).
    case travel
    /// External expertise and services (Art. 42).
    case expertise
    /// Equipment (Art. 43).
    case equipment
    /// Infrastructure and works (Art. 44).
    case works

    /// The category of a heading of our own.
    public init(_ heading: EUGrantTable.Heading) {
      switch heading {
      case .indirect: self = .office
      case .direct(let category):
        switch category {
        case .employees, .naturalPersons, .seconded, .smallOwners, .volunteers: self = .staff
        case .travel: self = .travel
        case .subcontracting, .otherGoods, .thirdParties, .internallyInvoiced: self = .expertise
        case .equipment: self = .equipment
        case .works: self = .works
        }
      }
    }
  }

  /// The eligible costs of one category.
  public struct Row: Hashable, Sendable {
    /// The category.
    public var heading: Heading
    /// The amount of each payer, in the order of the columns.
    public var amounts: [Money]
    /// Their sum.
    public var total: Money
  }

  /// The payers, the city first, with the foot of the form.
  public var columns: [EUGrantTable.Column]
  /// The six categories.
  public var rows: [Row]
  /// The sums over all payers.
  public var totals: Budget.Totals

  /// The table of a budget.
  public init(_ budget: Budget) {
    let form = EUGrantTable(budget)
    let zero = Money.zero(budget.currency)
    rows = Heading.allCases.map { heading in
      let own = form.rows.filter { Heading($0.heading) == heading }
      return Row(
        heading: heading,
        amounts: form.columns.indices.map { column in own.reduce(zero) { $0 + $1.amounts[column] } },
        total: own.reduce(zero) { $0 + $1.total })
    }
    columns = form.columns
    totals = form.totals
  }
}
