public import ParapetModel

/// What a council votes: for each source and section of the budget what is committed, and what is paid year by year.
///
/// A cost is committed in whole in the first year of its item in the application, and paid in the year of its work. A grant
/// counts in the section of its costs; what a flat rate gives beyond the costs of one section pays for the item's costs in the
/// other, since a council votes no negative amount. Sums of commitments and of payments are the same, and those of the plan.
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
        for share in Appropriations.shares(of: part) {
          let shares: [(Source, Int64)] = [
            (.grant(application: payer), share.grant), (.support, share.support),
            (share.payer.isCity ? .city : .partners, share.own),
          ]
          for (source, amount) in shares where amount != 0 {
            let section = share.payer.section
            sums[Key(year: first, source: source, section: section), default: (0, 0)].commitment += amount
            sums[Key(year: share.payer.year, source: source, section: section), default: (0, 0)].payment +=
              amount
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

  /// Whose costs of a year and section are meant.
  private struct Payer: Hashable {
    var year: Int?
    var isCity: Bool
    var section: Section
  }

  /// Who pays how much of them.
  private struct Share {
    var payer: Payer
    var grant: Int64 = 0
    var support: Int64 = 0
    var own: Int64 = 0
  }

  /// The shares of a part, those of one section without less than nothing as far as the other section's costs go.
  private static func shares(of part: Plan.Part) -> [Share] {
    var shares: [Payer: Share] = [:]
    for cell in part.cells {
      let payer = Payer(
        year: cell.year, isCity: cell.partner == nil, section: cell.isInvestment ? .investment : .operating)
      shares[payer, default: Share(payer: payer)].grant += cell.grant.minorUnits
      shares[payer, default: Share(payer: payer)].support += cell.support.minorUnits
      shares[payer, default: Share(payer: payer)].own +=
        (cell.outlay - cell.grant - cell.support).minorUnits
    }
    for (payer, share) in shares where share.own < 0 {
      var other = payer
      other.section = payer.section == .investment ? .operating : .investment
      guard let room = shares[other]?.own, room > 0 else { continue }
      let moved = min(-share.own, room)
      shares[payer]?.grant -= moved
      shares[payer]?.own += moved
      shares[other]?.grant += moved
      shares[other]?.own -= moved
    }
    return Array(shares.values)
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
