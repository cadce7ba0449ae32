import ParapetModel
import ParapetPlanning

/// What a council sees of a plan; each picture stands beside the table of its figures.
extension PlanReport {
  /// Who pays, by year; nothing where no cost has a year.
  var whoPaysPicture: [Block] {
    let years = plan.years.filter { $0.year != nil }
    guard let first = years.first, let last = years.last,
      let dearest = years.max(by: { $0.spent.minorUnits < $1.spent.minorUnits }), dearest.spent.minorUnits > 0
    else { return [] }
    let zero = Money.zero(plan.currency)
    let spent = years.reduce(zero) { $0 + $1.spent }
    let granted = years.reduce(zero) { $0 + $1.grant }
    let bearers: [(name: String, amount: KeyPath<Plan.Year, Money>)] = [
      (words.label(PlanLabel.grants), \.grant), (words.label(PlanLabel.otherMoney), \.support),
      (words.label(PlanLabel.partners), \.partners), (words.label(PlanLabel.city), \.own),
    ]
    let series = bearers.map { bearer in
      Picture.Series(bearer.name, years.map { $0[keyPath: bearer.amount].minorUnits })
    }.filter { $0.amounts.contains { $0 != 0 } }
    return [
      .picture(
        Picture(
          title: words.sentence(.whoPays(share: PlanReport.percent(granted, of: spent))),
          text: words.sentence(
            .whoPaysText(
              from: name(of: first), until: name(of: last), dearest: name(of: dearest), spent: dearest.spent,
              own: years.reduce(zero) { $0 + $1.own })),
          content: .columns(
            Picture.Columns(
              periods: years.map { Picture.Period(name(of: $0)) }, series: series, isStacked: true,
              unit: words.thousands(of: plan.currency)))))
    ]
  }

  /// What is spent and what comes in by quarter; nothing where nothing moves.
  func cashPicture(_ bridge: CashBridge) -> [Block] {
    let quarters = bridge.quarters
    guard let first = quarters.first, let last = quarters.last,
      let peak = quarters.max(by: { $0.bridged.minorUnits < $1.bridged.minorUnits })
    else { return [] }
    let zero = Money.zero(plan.currency)
    func name(_ quarter: CashBridge.Quarter) -> String { "\(quarter.year) / \(quarter.number)" }
    let finding = PictureSentence.cash(peak: peak.bridged, quarter: name(peak))
    return [
      .picture(
        Picture(
          title: words.sentence(peak.bridged.minorUnits > 0 ? finding : .noBridge),
          text: words.sentence(
            .cashText(
              from: name(first), until: name(last), spent: quarters.reduce(zero) { $0 + $1.spent },
              received: quarters.reduce(zero) { $0 + $1.received })),
          content: .columns(
            Picture.Columns(
              periods: quarters.enumerated().map { place, quarter in
                let begins = place == 0 || quarter.number == 1
                return Picture.Period(String(quarter.number), group: begins ? String(quarter.year) : nil)
              },
              series: [
                Picture.Series(words.label(PlanLabel.spent), quarters.map(\.spent.minorUnits)),
                Picture.Series(words.label(PlanLabel.received), quarters.map(\.received.minorUnits)),
              ], isStacked: false,
              line: Picture.Series(words.label(PlanLabel.bridged), quarters.map(\.bridged.minorUnits)),
              unit: words.thousands(of: plan.currency)))))
    ]
  }

  /// The applications on a time line, with the table of their days.
  var timelineBlocks: [Block] {
    let rows = zip(names, plan.applications).map { name, application in
      var days = application.deadline.map { [Picture.MarkedDay(.diamond, $0)] } ?? []
      days.append(Picture.MarkedDay(.stroke, application.agreement))
      days += application.payments.map { Picture.MarkedDay(.dot, $0.day) }
      return Picture.Row(name, span: PlanReport.work(of: application), days: days)
    }
    let days = rows.flatMap { row in
      row.days.map(\.day) + (row.span.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    guard let first = days.min(), let last = days.max() else { return [] }
    // A sign that stands nowhere is not explained.
    let drawn = Set(rows.flatMap(\.days).map(\.mark))
    let marks = [
      Picture.Mark.diamond: words.label(Label.deadline), .stroke: words.label(PictureLabel.agreement),
      .dot: words.label(PictureLabel.paymentDays),
    ].filter { drawn.contains($0.key) }
    return [
      .heading(level: 2, words.label(PictureLabel.timeline)),
      .picture(
        Picture(
          title: words.sentence(.timeline(applications: rows.count, from: first, until: last)),
          text: words.sentence(.timelineText),
          content: .spans(
            Picture.Spans(
              rows: rows, bar: words.label(PictureLabel.work),
              marks: marks)))), .table(timelineTable),
    ] + uncertainDays
  }

  /// That days without a day to apply are no appointments.
  private var uncertainDays: [Block] {
    let open = zip(names, plan.applications).filter { $1.deadline == nil && !plan.isOpenAtAnyTime($1) }.map(
      \.0)
    return open.isEmpty ? [] : [.paragraph(Phrase(words.sentence(.countedFromToday(open))))]
  }

  private var timelineTable: Table {
    var table = Table(
      caption: words.label(PictureLabel.timeline),
      columns: [
        Table.Column(words.label(Label.opportunity), .token),
        Table.Column(words.label(Label.deadline), .token),
        Table.Column(words.label(PictureLabel.agreement), .token),
        Table.Column(words.label(PlanLabel.from), .token), Table.Column(words.label(PlanLabel.until), .token),
        Table.Column(words.label(PictureLabel.lastPayment), .token),
      ])
    for (name, application) in zip(names, plan.applications) {
      let work = PlanReport.work(of: application)
      table.append([
        .text(name), .day(application.deadline), .day(application.agreement), .day(work?.lowerBound),
        .day(work?.upperBound), .day(application.payments.map(\.day).max()),
      ])
    }
    return table
  }

  /// From the first to the last day of work of an application; nothing where they are not known.
  private static func work(of application: Plan.Application) -> ClosedRange<Day>? {
    guard let from = application.parts.compactMap(\.from).min(),
      let until = application.parts.compactMap(\.until).max(), from <= until
    else { return nil }
    return from...until
  }

  private func name(of year: Plan.Year) -> String {
    year.year.map { String($0) } ?? words.label(PlanLabel.noYear)
  }

  /// A share in whole percent, to the nearest.
  private static func percent(_ part: Money, of whole: Money) -> Int {
    guard whole.minorUnits > 0 else { return 0 }
    return Int((Double(part.minorUnits) * 100 / Double(whole.minorUnits)).rounded())
  }
}
