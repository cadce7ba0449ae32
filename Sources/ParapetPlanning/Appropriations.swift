public import ParapetModel

/// What a council votes: for each source and section of the budget what is committed, and what is paid year by year.
///
/// A cost is committed in whole in the first year of its item in the application, and paid in the year of its work. A flat
/// rate counts where its grant is. Sums of commitments and of payments are the same, and those of the plan.
public struct Appropriations: Hashable, Sendable {
  /// Who pays.
  public enum Source: Hashable, Sendable, Comparable {
    /// The grants of an opportunity, by the position of the first application to it in the plan.
    case grant(application: Int)
    /// Other support that is granted.
    case support
    /// The partners.
    case partners
    /// The city.
    case city
  }

  /// A section of a local budget.
  public enum Section: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Works and equipment.
    case investment
    /// All else.
    case operating

    /// Investment before operation, as budgets have it.
    public static func < (left: Section, right: Section) -> Bool { left.rawValue < right.rawValue }
  }

  /// One source in one section and year.
  public struct Row: Hashable, Sendable {
    /// The year, or nothing for costs without one.
    public var year: Int?
    /// Who pays.
    public var source: Source
    /// The section.
    public var section: Section
    /// What is committed in the year.
    public var commitment: Money
    /// What is paid for work of the year.
    public var payment: Money
  }

  /// The rows, year by year; what has no year comes last.
  public private(set) var rows: [Row] = []

  /// The appropriations of a plan.
  public init(_ plan: Plan) {
    var sums: [Key: (commitment: Int64, payment: Int64)] = [:]
    for application in plan.applications {
      let payer = plan.applications.firstIndex { $0.offer.key == application.offer.key } ?? 0
      for part in application.parts {
        let first = part.cells.compactMap(\.year).min()
        for cell in part.cells {
          let section: Section = cell.isInvestment ? .investment : .operating
          let own = cell.outlay - cell.grant - cell.support
          let shares: [(Source, Money)] = [
            (.grant(application: payer), cell.grant), (.support, cell.support),
            (cell.partner == nil ? .city : .partners, own),
          ]
          for (source, amount) in shares where amount.minorUnits != 0 {
            sums[Key(year: first, source: source, section: section), default: (0, 0)].commitment +=
              amount.minorUnits
            sums[Key(year: cell.year, source: source, section: section), default: (0, 0)].payment +=
              amount.minorUnits
          }
        }
      }
    }
    rows = sums.sorted { $0.key < $1.key }.map { key, sum in
      Row(
        year: key.year, source: key.source, section: key.section,
        commitment: Money(minorUnits: sum.commitment, currency: plan.currency),
        payment: Money(minorUnits: sum.payment, currency: plan.currency))
    }
  }

  private struct Key: Hashable, Comparable {
    var year: Int?
    var source: Source
    var section: Section

    static func < (left: Key, right: Key) -> Bool {
      (left.year ?? .max, left.source, left.section) < (right.year ?? .max, right.source, right.section)
    }
  }
}
