import ParapetMatching
import ParapetModel
import ParapetPlanning

// The money of the plan, who takes part, what follows when, and what others did.
extension ActionPlanReport {
  var funding: [Block] {
    guard let made = plan.plan, !made.years.isEmpty else {
      return [heading(.funding), paragraph(.noPlan(reason))]
    }
    var table = Table(
      caption: words.label(.funding),
      columns: [
        Table.Column(words.label(PlanLabel.year)), column(.spending, .figure),
        Table.Column(words.label(PlanLabel.grants), .figure),
        Table.Column(words.label(PlanLabel.partners), .figure),
        Table.Column(words.label(PlanLabel.city), .figure),
        Table.Column(words.label(PlanLabel.limit), .figure),
      ])
    for year in made.years {
      table.append([
        year.year.map { .year($0) } ?? .text(words.label(PlanLabel.noYear)), .money(year.spent),
        .money(year.grant), .money(year.partners), .money(year.own), .money(year.limit),
      ])
    }
    func total(_ amount: KeyPath<Plan.Year, Money>) -> Cell {
      .money(made.years.reduce(.zero(made.currency)) { $0 + $1[keyPath: amount] })
    }
    table.append(
      [
        .text(words.label(Label.total)), total(\.spent), total(\.grant), total(\.partners), total(\.own),
        .empty,
      ],
      isTotal: true)
    return [heading(.funding), .table(table)]
  }

  var governance: [Block] {
    let checks = plan.frame.checks.filter { $0.group == .rights }
    let entries = checks.compactMap { check -> ListEntry? in
      let cards = plan.cards.filter { card in
        card.checks.contains(check) && card.answers[check.term.code]?.reply != .irrelevant
      }
      guard !cards.isEmpty else { return nil }
      let replies = cards.map { $0.answers[check.term.code]?.reply }
      return ListEntry(
        Phrase(question(check) + " (") + words.source(of: check.citation) + ")",
        outcome: replies.contains(.no) ? .unmet : replies.contains(nil) ? .undecided : .met,
        children: cards.map { card in
          let answer = card.answers[check.term.code]
          let outcome: Outcome = answer.map { $0.reply == .no ? .unmet : .met } ?? .undecided
          return ListEntry(
            Phrase(
              [card.item.title, answer.flatMap { told($0, to: check) }].compactMap(\.self)
                .joined(separator: ": ")),
            outcome: outcome)
        })
    }
    return entries.isEmpty ? [] : [heading(.governance), .list(entries)]
  }

  var participation: [Block] {
    // Awareness and dialogue, private operators, victims: those whom the Covenant names.
    let numbers: Set<Int> = [11, 12, 13]
    let items = plan.cards.filter { !numbers.isDisjoint(with: $0.commitments) }
    guard !items.isEmpty else { return [] }
    return [
      heading(.participation), paragraph(.participationMeaning),
      .list(items.map { ListEntry(Phrase($0.item.title)) }),
    ]
  }

  var monitoring: [Block] {
    var facts: [FactEntry] = []
    if let duties = plan.duties {
      facts.append(fact(.planDue, Phrase(daysLeft(until: duties.planDue))))
      for number in 1...2 { facts.append(fact(.reportDue, Phrase(words.date(duties.reportDue(number))))) }
    }
    return [heading(.monitoring), paragraph(.monitoringMeaning)] + (facts.isEmpty ? [] : [.facts(facts)])
  }

  var goodPractice: [Block] {
    var seen: Set<String> = []
    let practices = plan.cards.compactMap(\.practices.first).filter { seen.insert($0.id).inserted }
    guard !practices.isEmpty else { return [] }
    return [
      heading(.practices), paragraph(.practicesMeaning),
      .table(PracticeTable(words: words).table(of: practices)),
    ]
  }

  /// One row for each action, for machines: with what the plan applies to, else with the best place of its list.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: [
        "portfolio", "item", "title", "component", "commitments", "site", "start", "end", "cost", "currency",
        "opportunity", "standing", "deadline", "planned_grant", "planned_own", "indicators", "gaps",
      ].map { Table.Column($0) })
    for card in plan.cards {
      let planned = card.funding.map(\.offer.opportunity)
      let source =
        planned.isEmpty
        ? card.sources.first
        : card.sources.first { source in
          planned.contains { $0.identifier == source.offer.opportunity.identifier }
        }
      let shown = planned.isEmpty ? [source?.offer.opportunity].compactMap(\.self) : planned
      table.append(
        [
          .text(city.id), .text(card.item.id), .text(card.item.title), .text(card.item.component?.rawValue),
          .text(card.commitments.map { String($0) }.joined(separator: "|")), .text(card.item.site),
          .day(card.item.start), .day(card.item.end), .money(card.cost), .text(card.cost?.currency.code),
          .text(shown.map { identifiers.shown($0) }.joined(separator: "|")), .text(source?.standing.rawValue),
          .day(shown.compactMap { $0.nextDeadline(on: plan.asOf)?.day }.min()),
          .money(sum(card.funding.map(\.grant))),
          .money(sum(card.funding.map(\.own))), .text(card.indicators.map(\.id).joined(separator: "|")),
          .text(card.gaps.map(\.rawValue).joined(separator: "|")),
        ], of: ItemName(city.id, card.item.id))
    }
    return table
  }

  func sum(_ amounts: [Money]) -> Money? {
    guard let first = amounts.first, amounts.allSatisfy({ $0.currency == first.currency }) else { return nil }
    return amounts.dropFirst().reduce(first, +)
  }
}

/// A table of what cities did.
struct PracticeTable {
  let words: any Sentences

  func table(of practices: [GoodPractice]) -> Table {
    var table = Table(
      caption: words.label(.practices),
      columns: [
        Table.Column(words.label(.practice), .prose), Table.Column(words.label(.place), .prose),
        Table.Column(words.label(.practiceCost), .figure), Table.Column(words.label(.paidBy), .prose),
        Table.Column(words.label(.results), .prose), Table.Column(words.label(.source), .prose),
      ])
    for practice in practices {
      table.append([
        .text(practice.titles.text(in: words.language)), .text(place(of: practice)),
        costCell(of: practice),
        .text(practice.paidBy), .text(practice.results.text(in: words.language)),
        .link(words.word(practice.citation.grade), url: practice.citation.source),
      ])
    }
    return table
  }

  func place(of practice: GoodPractice) -> String {
    let country = practice.country.map { words.name($0) }
    return [practice.place, country == practice.place ? nil : country, practice.years].compactMap(\.self)
      .joined(separator: ", ")
  }

  private func costCell(of practice: GoodPractice) -> Cell {
    switch practice.cost {
    case .notPublished: .text(words.sentence(.costNotPublished))
    case .published(let money): .money(money)
    }
  }

  func cost(of practice: GoodPractice) -> String {
    switch practice.cost {
    case .notPublished: words.sentence(.costNotPublished)
    case .published(let money): words.money(money)
    }
  }
}
