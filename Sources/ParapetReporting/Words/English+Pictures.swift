import ParapetModel

extension English {
  func label(_ label: PictureLabel) -> String {
    switch label {
    case .timeline: "Applications on a time line"
    case .agreement: "Agreement expected"
    case .lastPayment: "Last payment"
    case .work: "Work"
    case .paymentDays: "Payment"
    }
  }

  func sentence(_ sentence: PictureSentence) -> String {
    switch sentence {
    case .whoPays(let share): "Grants pay \(number(share))% of what is spent"
    case .whoPaysText(let from, let until, let dearest, let spent, let own):
      "One bar a year from \(from) to \(until), of grants, other support, partners and the city, one on the other. "
        + "Most is spent in \(dearest): \(money(spent)). The city finds \(money(own)) in all."
    case .cash(let peak, let quarter): "At most \(money(peak)) must be bridged, in quarter \(quarter)"
    case .noBridge: "Nothing must be bridged"
    case .cashText(let from, let until, let spent, let received):
      "Two bars a quarter from \(from) to \(until): what is spent, \(money(spent)) in all, and what comes in, "
        + "\(money(received)); the line is what was spent so far less what came in."
    case .timeline(let applications, let from, let until):
      "\(count(applications, "application", "applications")), from \(date(from)) to \(date(until))"
    case .timelineText:
      "One row an application: the deadline, the day on which the agreement is expected, the work, and the payments."
    }
  }

  func thousands(of currency: Currency) -> String { "thousand \(currency.code)" }
}
