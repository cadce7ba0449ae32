import ParapetModel
import ParapetPlanning

/// Which figures of a plan are the rows for machines.
public enum PlanTable: String, Hashable, Sendable, CaseIterable {
  /// What is paid for, item by item and application by application, then what is left.
  case items
  /// What is spent in each year, and who bears it.
  case years
  /// What is spent and what comes in by quarter.
  case cash
  /// What is committed and paid by year, source and section.
  case appropriations
  /// What each application brings, and on which day.
  case payments
  /// What each item costs when it is over.
  case upkeep
}

extension PlanReport {
  /// The same report with other rows for machines.
  public func showing(_ rows: PlanTable) -> PlanReport {
    var report = self
    report.rows = rows
    return report
  }

  /// The table for machines.
  public var table: Table {
    switch rows {
    case .items: itemsForMachines
    case .years: yearsForMachines
    case .cash: cashForMachines
    case .appropriations: appropriationsForMachines
    case .payments: paymentsForMachines
    case .upkeep: upkeepForMachines
    }
  }

  private func table(_ columns: String...) -> Table {
    Table(caption: "", columns: (columns + ["currency"]).map { Table.Column($0) })
  }

  private var currency: Cell { .text(plan.currency.code) }

  private func year(_ year: Int?) -> Cell { year.map { .number($0) } ?? .empty }

  private var yearsForMachines: Table {
    var table = table("year", "spent", "grant", "support", "partners", "own", "limit")
    for entry in plan.years {
      table.append([
        year(entry.year), .money(entry.spent), .money(entry.grant), .money(entry.support),
        .money(entry.partners), .money(entry.own), .money(entry.limit), currency,
      ])
    }
    return table
  }

  private var cashForMachines: Table {
    var table = table("year", "quarter", "spent", "received", "bridged", "in_hand")
    for quarter in CashBridge(plan).quarters {
      table.append([
        .number(quarter.year), .number(quarter.number), .money(quarter.spent), .money(quarter.received),
        .money(quarter.bridged), .money(quarter.inHand), currency,
      ])
    }
    return table
  }

  private var appropriationsForMachines: Table {
    var table = table("year", "source", "name", "section", "commitment", "payment")
    for row in Appropriations(plan).rows {
      let source =
        switch row.source {
        case .grant: "grant"
        case .support: "support"
        case .partners: "partners"
        case .city: "city"
        }
      table.append([
        year(row.year), .text(source), .text(name(of: row.source)), .text(row.section.rawValue),
        .money(row.commitment), .money(row.payment), currency,
      ])
    }
    return table
  }

  private var paymentsForMachines: Table {
    var table = table("opportunity", "kind", "day", "amount")
    for (name, application) in zip(opportunities, plan.applications) {
      for payment in application.payments {
        table.append([
          .text(name), .text(payment.kind.rawValue), .day(payment.day), .money(payment.amount), currency,
        ])
      }
    }
    return table
  }
}
