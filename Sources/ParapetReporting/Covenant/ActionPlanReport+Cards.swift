import ParapetBudgeting
import ParapetMatching
import ParapetModel
import ParapetPlanning

// The card of each action.
extension ActionPlanReport {
  func blocksOf(_ card: ActionCard) -> [Block] {
    var blocks: [Block] = [
      .heading(level: 3, "\(card.item.title) (\(card.item.id))"), .facts(facts(of: card)),
    ]
    if !card.item.text.isEmpty { blocks.insert(.paragraph(Phrase(card.item.text)), at: 1) }
    blocks += sourceBlocks(of: card)
    if !card.usualIndicators.isEmpty {
      let names = card.usualIndicators.compactMap { $0.term.names.text(in: words.language) }
      blocks.append(.facts([fact(.suggestedIndicators, Phrase(words.list(names)))]))
    }
    let suggestions = suggestions(of: card)
    if !suggestions.isEmpty {
      blocks += [.heading(level: 4, words.label(.suggestions)), .list(suggestions)]
    }
    blocks += argumentBlocks(of: card)
    if !card.checks.isEmpty { blocks += checkBlocks(of: card) }
    return blocks
  }

  private func facts(of card: ActionCard) -> [FactEntry] {
    let item = card.item
    let notStated = words.label(Label.notStated)
    var facts = [
      FactEntry(words.label(.component), Phrase(item.component.map { words.word($0) } ?? notStated)),
      fact(.commitmentNumbers, Phrase(card.commitments.map { words.number($0) }.joined(separator: ", "))),
      fact(.lead, Phrase(words.name(payer: item.coordinator == city.id ? nil : item.coordinator, of: city))),
      FactEntry(words.label(Label.partners), Phrase(partners(of: item) ?? notStated)),
      FactEntry(words.label(.site), Phrase(card.site?.name ?? item.site ?? notStated)),
      FactEntry(words.label(.period), Phrase(period(of: item) ?? notStated)),
      FactEntry(
        words.label(.cost), amount: Phrase(card.cost.map { words.money($0) } ?? words.label(Label.notKnown)),
        of: ItemName(city.id, item.id)),
    ]
    if let priority = item.priority {
      facts.append(FactEntry(words.label(.priority), Phrase(words.number(priority))))
    }
    if let driver = driver(of: card) { facts.append(fact(.driver, Phrase(driver))) }
    let indicators = card.indicators.map { indicator in
      [indicator.unit, indicator.target.map { words.pair(words.label(.target), words.quantity($0)) }]
        .compactMap(\.self).joined(separator: ", ")
    }
    if !indicators.isEmpty { facts.append(fact(.indicators, Phrase(words.list(indicators)))) }
    return facts
  }

  private func partners(of item: Item) -> String? {
    guard let partners = item.partners else { return nil }
    if partners.isEmpty { return words.label(Label.none) }
    return partners.map { words.name(payer: $0, of: city) }.joined(separator: ", ")
  }

  private func period(of item: Item) -> String? {
    guard item.start != nil || item.end != nil else { return nil }
    return [item.start, item.end].map { day in day.map { words.date($0) } ?? "…" }.joined(separator: " – ")
  }

  /// The scenario that drives an item's priority, as far as the page may tell.
  private func driver(of card: ActionCard) -> String? {
    // Which of several is the highest would tell of those that are kept apart.
    if !isRestricted, card.scenarios.contains(where: \.isRestricted) { return words.sentence(.driverKept) }
    guard let driver = card.driver, let risk = driver.risk else { return nil }
    return words.sentence(
      .driver(
        threat: threatName(driver), site: siteName(driver.site),
        consequence: level(.consequence, risk.consequence), probability: level(.probability, risk.probability)
      ))
  }

  private func sourceBlocks(of card: ActionCard) -> [Block] {
    guard !card.sources.isEmpty else { return [paragraph(.noSource)] }
    var table = Table(
      caption: words.label(.sources),
      columns: [
        column(.sources, .prose), column(.standing), Table.Column(words.label(.deadline)),
        Table.Column(words.label(Label.grant), .figure), column(.inThePlan, .figure),
      ])
    for match in card.sources {
      let opportunity = match.offer.opportunity
      let planned = card.funding.filter { $0.offer.opportunity.identifier == opportunity.identifier }
        .map(\.grant)
      table.append(
        [
          .text(title(of: opportunity)), .text(words.meaning(of: match.standing)),
          .day(match.nextDeadline?.day), .money(match.estimate?.grant), .money(total(planned)),
        ], of: ItemName(city.id, card.item.id))
    }
    let shown = Set(card.sources.map(\.offer.opportunity.identifier))
    for funding in card.funding where !shown.contains(funding.offer.opportunity.identifier) {
      table.append(
        [
          .text(title(of: funding.offer.opportunity)), .empty, .empty, .empty, .money(funding.grant),
        ], of: ItemName(city.id, card.item.id))
    }
    return [.table(table)]
  }

  private func total(_ amounts: [Money]) -> Money? {
    guard let first = amounts.first else { return nil }
    return amounts.dropFirst().reduce(first, +)
  }

  func title(of opportunity: Opportunity) -> String {
    "\(words.title(of: opportunity)) (\(identifiers.shown(opportunity)))"
  }

  /// Measures for the threats that the page may tell.
  private func suggestions(of card: ActionCard) -> [ListEntry] {
    (isRestricted ? card.suggestions : card.openSuggestions).map { suggestion in
      let why = suggestion.measure.reasons.text(in: words.language) ?? ""
      return ListEntry(
        Phrase(
          words.pair(
            words.name(measure: suggestion.measure.measure), "\(why) (\(threatName(suggestion.scenario)))")))
    }
  }

  /// How many questions are answered, each answer, and what is open.
  private func checkBlocks(of card: ActionCard) -> [Block] {
    let answered = card.answered
    let counts = words.sentence(
      .checklist(
        yes: answered.count { $0.answer.reply == .yes }, no: answered.count { $0.answer.reply == .no },
        open: card.unanswered.count))
    let entries = answered.map { check, answer in
      ListEntry(
        Phrase(question(check)), outcome: answer.reply == .yes ? .met : .unmet,
        children: told(answer, to: check).map { [ListEntry(Phrase($0))] } ?? [])
    }
    let open = card.unanswered.map { check in
      ListEntry(
        Phrase(question(check) + " (" + words.list([words.word(check.group), ""]))
          + words.source(of: check.citation)
          + ")", outcome: .undecided)
    }
    // What is folded is not printed: how many questions are open stands outside.
    var blocks: [Block] = [.paragraph(Phrase(counts))]
    if !entries.isEmpty { blocks = [.heading(level: 4, words.label(.answered)), .list(entries)] + blocks }
    if !open.isEmpty { blocks.append(.details(summary: Phrase(words.label(.unanswered)), [.list(open)])) }
    return blocks
  }

  func question(_ check: SecurityFrame.Check) -> String {
    check.term.names.text(in: words.language) ?? check.term.code
  }

  /// What the city wrote beside an answer, with who gave it and when.
  func told(_ answer: CheckAnswer, to check: SecurityFrame.Check) -> String? {
    let note = isKept(answer, to: check) ? words.sentence(.noteKept) : answer.note
    let parts = [note, answer.by, answer.day.map { words.date($0) }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Whether what the city wrote tells a weakness of a place, which an open page leaves out: why something that protects it
  /// is not so.
  func isKept(_ answer: CheckAnswer, to check: SecurityFrame.Check) -> Bool {
    guard !isRestricted, answer.reply == .no, answer.note != nil else { return false }
    switch check.group {
    case .practices, .environment: return true
    case .design, .rights: return false
    }
  }

  /// What an application to ISF or CERV can say of it.
  private func argumentBlocks(of card: ActionCard) -> [Block] {
    let asks = (card.sources.map(\.offer.opportunity) + card.funding.map(\.offer.opportunity)).contains {
      let programme = $0.programme?.code ?? ""
      return programme.hasPrefix("ISF") || programme.hasPrefix("CERV")
    }
    // What nobody answered is offered as a question: an application claims nothing that the city did not confirm.
    let arguments = card.arguments.compactMap { check in
      check.arguments.text(in: words.language).map { text in
        ListEntry(Phrase(text), outcome: card.answers[check.term.code]?.reply == .yes ? .met : .undecided)
      }
    }
    guard asks, !arguments.isEmpty else { return [] }
    return [
      .heading(level: 4, words.label(.arguments)), paragraph(.argumentsMeaning),
      .list(arguments),
    ]
  }
}
