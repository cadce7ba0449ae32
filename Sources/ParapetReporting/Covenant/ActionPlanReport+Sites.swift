import ParapetMatching
import ParapetModel
import ParapetPlanning

// The context, the sites and what is measured; and, where it is asked for, what was found at the sites.
extension ActionPlanReport {
  var context: [Block] {
    var facts: [FactEntry] = []
    if let country = city.facts.country {
      facts.append(FactEntry(words.label(.country), Phrase(words.name(country))))
    }
    if let nuts = city.facts.nuts { facts.append(FactEntry(words.label(.region), Phrase(nuts))) }
    if let population = city.facts.population {
      facts.append(FactEntry(words.label(.population), Phrase(words.number(population))))
    }
    if let category = city.facts.regionCategory {
      facts.append(FactEntry(words.label(.regionCategory), Phrase(words.word(category))))
    }
    return [heading(.context), .facts(facts), paragraph(.contextAsks)]
  }

  var sites: [Block] {
    guard !records.sites.isEmpty else { return [heading(.sites), paragraph(.noSites)] }
    var table = Table(
      caption: words.label(.sites),
      columns: [
        column(.sites, .prose), column(.category, .prose), column(.owner, .prose), column(.capacity, .figure),
        column(.events, .prose), column(.assessed),
      ])
    for site in records.sites {
      let isAssessed = records.scenarios.contains { $0.site == site.id }
      table.append([
        .text(site.name), .text(name(site.category, among: plan.frame.categories)), .text(site.owner),
        site.capacity.map { Cell.number($0) } ?? .empty, .text(site.events),
        .text(words.label(isAssessed ? Label.yes : .no)),
      ])
    }
    var blocks = [heading(.sites), .table(table)]
    if keptBack > 0 { blocks.append(paragraph(.restrictedLeft(keptBack))) }
    if !isRestricted, !shownScenarios.isEmpty { blocks.append(.table(scenarioTable(shownScenarios))) }
    return blocks
  }

  var targets: [Block] {
    guard !records.indicators.isEmpty else { return [heading(.targets), paragraph(.noIndicators)] }
    var table = Table(
      caption: words.label(.targets),
      columns: [
        column(.counted, .prose), Table.Column(words.label(.item), .prose), column(.direction),
        column(.baseline, .figure), column(.target, .figure), Table.Column(words.label(PlanLabel.from)),
        Table.Column(words.label(PlanLabel.until)),
      ])
    for indicator in records.indicators {
      table.append([
        .text(indicator.unit), .text(title(of: indicator.item)), .text(words.word(indicator.direction)),
        indicator.baseline.map { Cell.quantity($0) } ?? .empty,
        indicator.target.map { Cell.quantity($0) } ?? .empty,
        .day(indicator.baselineDay), .day(indicator.targetDay),
      ])
    }
    return [heading(.targets), .table(table)]
  }

  /// Everything that was found at the sites, the highest of each first.
  var annex: [Block] {
    guard !records.scenarios.isEmpty else { return [] }
    var blocks = [heading(.annex), paragraph(.restrictedPage), paragraph(.neverSummed)]
    blocks.append(.table(riskMatrix))
    blocks.append(.table(scenarioTable(records.scenarios)))
    return blocks
  }

  func scenarioTable(_ scenarios: [RiskScenario]) -> Table {
    var table = Table(
      caption: words.label(.annex),
      columns: [
        column(.sites, .prose), column(.threat, .prose), column(.measuresInPlace, .prose),
        column(.consequence),
        column(.probability), column(.residual), column(.confidence), column(.assessor, .prose),
        column(.assessedOn),
      ])
    for scenario in scenarios {
      let residual = scenario.residual.map {
        level(.consequence, $0.consequence) + ", " + level(.probability, $0.probability)
      }
      table.append([
        .text(siteName(scenario.site)), .text(threatName(scenario)), .text(scenario.measuresInPlace),
        .text(scenario.risk.map { level(.consequence, $0.consequence) }),
        .text(scenario.risk.map { level(.probability, $0.probability) }), .text(residual),
        .text(scenario.confidence.map { level(.confidence, $0) }), .text(scenario.assessor),
        .day(scenario.day),
      ])
    }
    return table
  }

  /// The highest of each site on the scale: consequence down, probability across.
  private var riskMatrix: Table {
    let probabilities = (plan.frame.levels[.probability] ?? [:]).keys.sorted()
    var table = Table(
      caption: words.label(.riskMatrix),
      columns: [Table.Column("\(words.label(.consequence)) / \(words.label(.probability))", .prose)]
        + probabilities.map { Table.Column(level(.probability, $0), .prose) })
    let highest = records.sites.compactMap { site in
      RiskScenario.highest(of: records.scenarios.filter { $0.site == site.id })
    }
    for consequence in (plan.frame.levels[.consequence] ?? [:]).keys.sorted(by: >) {
      table.append(
        [.text(level(.consequence, consequence))]
          + probabilities.map { probability in
            .text(
              words.list(
                highest.filter {
                  $0.risk == RiskScenario.Risk(consequence: consequence, probability: probability)
                }.map { siteName($0.site) }))
          })
    }
    return table
  }

  /// A level by number and word.
  func level(_ scale: SecurityFrame.Scale, _ number: Int) -> String {
    let name = plan.frame.levels[scale]?[number]?.text(in: words.language)
    return name.map { "\(number) \($0)" } ?? words.number(number)
  }

  func siteName(_ id: String) -> String { records.sites.first { $0.id == id }?.name ?? id }

  func threatName(_ scenario: RiskScenario) -> String {
    name(scenario.threat, among: plan.frame.threats.map(\.term)) ?? scenario.threat
  }
}
