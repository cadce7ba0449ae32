import ParapetMatching
import ParapetModel
public import ParapetPlanning

/// The Covenant's action plan of a city, ready for every format.
///
/// What is restricted stands in it only where that is asked for, and the page then says so before all else.
public struct ActionPlanReport: Document {
  let plan: ActionPlan
  let reason: String?
  let isRestricted: Bool
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  let identifiers: Identifiers

  /// A report of a plan.
  ///
  /// - Parameters:
  ///   - reason: why there is no plan of who pays for what, where there is none.
  ///   - restricted: whether findings about sites are shown.
  public init(
    _ plan: ActionPlan, reason: String? = nil, restricted: Bool = false, words: any Sentences,
    edition: Edition
  ) {
    self.plan = plan
    self.reason = reason
    isRestricted = restricted
    self.words = words
    self.edition = edition
    identifiers = Identifiers(
      among: plan.cards.flatMap { $0.sources.map(\.offer.opportunity) + $0.funding.map(\.offer.opportunity) })
  }

  var city: City { plan.portfolio.city }

  var records: CovenantRecords { plan.portfolio.records }

  /// The page for people.
  public var report: Report { whole(withMatrix: false) }

  /// The page for a browser, which has room for the matrix of commitments and actions.
  public var page: Report { whole(withMatrix: true) }

  private func whole(withMatrix: Bool) -> Report {
    var blocks = summary + [heading(.commitments), .table(commitmentTable)]
    if withMatrix, !plan.cards.isEmpty { blocks += [heading(.commitmentMatrix), .table(matrixTable)] }
    blocks += context + sites + targets
    blocks.append(heading(.actions))
    for card in plan.cards { blocks += blocksOf(card) }
    blocks += funding + partnerBlocks + governance + participation + monitoring + goodPractice
    if isRestricted { blocks += annex }
    var report = Report(
      title: words.sentence(.planTitle(city: words.name(of: city))),
      notes: (isRestricted ? [words.sentence(.restrictedPage)] : [])
        + [words.made(edition), words.sentence(.planMeaning)],
      blocks: blocks)
    if isRestricted { report.mark = words.sentence(.restrictedPage) }
    report.notesFirst = true
    return report
  }

  func heading(_ label: CovenantLabel, level: Int = 2) -> Block { .heading(level: level, words.label(label)) }

  func fact(_ label: CovenantLabel, _ value: Phrase) -> FactEntry { FactEntry(words.label(label), value) }

  func column(_ label: CovenantLabel, _ kind: Table.Column.Kind = .token) -> Table.Column {
    Table.Column(words.label(label), kind)
  }

  func paragraph(_ sentence: CovenantSentence) -> Block { .paragraph(Phrase(words.sentence(sentence))) }

  /// The title of an item.
  func title(of item: String) -> String { plan.portfolio.items.first { $0.id == item }?.title ?? item }

  func quoted(_ items: [String]) -> [String] { items.map { words.quoted(title(of: $0)) } }

  /// A term of the frame in the language, or its code.
  func name(_ code: String?, among terms: [SecurityFrame.Term]) -> String? {
    guard let code else { return nil }
    return terms.first { $0.code == code }?.names.text(in: words.language) ?? code
  }

  /// How many findings are kept out of the page.
  var keptBack: Int { isRestricted ? 0 : records.scenarios.count(where: \.isRestricted) }

  /// The findings that the page may tell.
  var shownScenarios: [RiskScenario] { records.scenarios.filter { isRestricted || !$0.isRestricted } }
}

// What a council reads first.
extension ActionPlanReport {
  private var summary: [Block] {
    [
      heading(.summary), .facts(facts), .paragraph(Phrase(moneySentence)), heading(.missing, level: 3),
      .list(warnings),
    ]
  }

  private var moneySentence: String {
    guard let made = plan.plan else { return words.sentence(.noPlan(reason)) }
    var sentences = [
      CovenantSentence.planned(cost: plan.cost, grant: made.grant, own: made.own, left: made.left)
    ]
    // Costs in kroner and grants in euro are compared by nobody.
    for case .converted(let conversion) in made.assumptions {
      sentences.append(.costIn(made.funded + made.left, conversion))
    }
    if plan.granted.minorUnits > 0 { sentences.append(.grantedAlready(plan.granted)) }
    let open = made.applications.flatMap(\.parts).filter { $0.verdict == .undecided }
    if !open.isEmpty {
      let grant = open.reduce(Money.zero(made.currency)) { $0 + $1.grant }
      sentences.append(.restsOnOpen(grant: grant, actions: Set(open.map(\.item)).count))
    }
    let spent = made.years.reduce(.zero(made.currency)) { $0 + $1.spent }
    if spent != made.funded { sentences.append(.bridge(net: made.funded, spent: spent)) }
    return sentences.map { words.sentence($0) }.joined(separator: " ")
  }

  private var facts: [FactEntry] {
    var facts: [FactEntry] = []
    if let duties = plan.duties {
      facts.append(fact(.joined, Phrase(words.date(duties.joined))))
      if let voted = duties.voted {
        facts.append(fact(.voted, Phrase(words.date(voted))))
      } else {
        facts.append(fact(.planDue, Phrase(daysLeft(until: duties.planDue))))
      }
    }
    facts.append(fact(.prevention, Phrase(words.number(plan.items(of: .prevention).count))))
    facts.append(fact(.protection, Phrase(words.number(plan.items(of: .protection).count))))
    let served = plan.coverage.count { !$0.items.isEmpty || $0.commitment.by == .city }
    facts.append(fact(.served, Phrase("\(words.number(served)) / \(words.number(plan.coverage.count))")))
    return facts
  }

  func daysLeft(until day: Day) -> String { words.sentence(.daysLeft(day, days: plan.asOf.days(until: day))) }

  private var warnings: [ListEntry] {
    var entries: [ListEntry] = []
    func add(_ sentence: CovenantSentence, _ outcome: Outcome) {
      entries.append(ListEntry(Phrase(words.sentence(sentence)), outcome: outcome))
    }
    if let duties = plan.duties {
      let late = duties.planDue.days(until: plan.asOf)
      if duties.voted == nil, late > 0 { add(.overdue(duties.planDue, days: late), .unmet) }
    } else {
      add(city.joinedPlace == nil ? .notJoined : .joinedUncounted, .undecided)
    }
    for component in plan.emptyComponents { add(.emptyComponent(component), .unmet) }
    if plan.emptyComponents.isEmpty { add(.bothComponents, .met) }
    if plan.unserved.isEmpty { add(.allServed, .met) } else { add(.unserved(plan.unserved), .unmet) }
    if !plan.lost.isEmpty { add(.lostItems(quoted(plan.lost.map(\.id))), .unmet) }
    addShares(add)
    let failing = plan.cards.filter { $0.answers.values.contains { $0.reply == .no } }.map(\.item.id)
    if !failing.isEmpty { add(.checkedNo(quoted(failing)), .unmet) }
    for gap in ActionCard.Gap.allCases {
      let items = plan.cards.filter { $0.gaps.contains(gap) }.map(\.item.id)
      if !items.isEmpty { add(.lacking(gap, items: quoted(items)), .undecided) }
    }
    return entries
  }

  /// What partners promised and the plan asks of them, where the two do not meet.
  private func addShares(_ add: (CovenantSentence, Outcome) -> Void) {
    for share in plan.partnerShares {
      for year in share.years {
        guard let short = year.short else { continue }
        add(.short(partner: share.partner.name, year: year.year, short), .unmet)
      }
    }
    let silent = plan.partnerShares.filter { share in
      !share.hasPromised && share.years.contains { $0.asked.minorUnits > 0 }
    }
    if !silent.isEmpty { add(.noPromise(silent.map(\.partner.name)), .undecided) }
  }

  /// The commitments in the Covenant's order, each with what serves it.
  private var commitmentTable: Table {
    var table = Table(
      caption: words.label(.commitments),
      columns: [
        Table.Column(words.label(Label.number), .figure), column(.commitment, .prose),
        column(.servedBy, .prose),
      ])
    for coverage in plan.coverage {
      let number = coverage.commitment.number
      table.append([
        .number(number), .text(words.vocabulary.commitments[number] ?? words.number(number)),
        .text(servedBy(coverage)),
      ])
    }
    return table
  }

  private func servedBy(_ coverage: CommitmentCoverage) -> String {
    if coverage.commitment.by == .measures, coverage.items.count > 1, coverage.items.count == plan.cards.count
    {
      return words.sentence(.byAll(coverage.items.count))
    }
    let titles = coverage.items.map { title(of: $0) }
    if coverage.commitment.by == .city {
      return words.list([words.sentence(.byTheCity)] + titles)
    }
    return titles.isEmpty ? words.sentence(.byNothing) : words.list(titles)
  }

  /// Which action serves which commitment.
  private var matrixTable: Table {
    var table = Table(
      caption: words.label(.commitmentMatrix),
      columns: [Table.Column(words.label(.item), .prose)]
        + plan.coverage.map { Table.Column(words.number($0.commitment.number)) })
    for card in plan.cards {
      table.append(
        [.text(card.item.title)]
          + plan.coverage.map { .text($0.items.contains(card.item.id) ? "●" : nil) })
    }
    return table
  }
}
