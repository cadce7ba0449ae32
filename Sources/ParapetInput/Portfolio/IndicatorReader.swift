import ParapetModel

/// Reads indicators.csv, `id,item,unit,direction,baseline,baseline_day,target,target_day`, and readings.csv,
/// `indicator,day,value,source`.
struct IndicatorReader {
  static let columns = [
    "id", "item", "unit", "direction", "baseline", "baseline_day", "target", "target_day",
  ]
  static let readingColumns = ["indicator", "day", "value", "source"]

  /// What was found.
  private(set) var findings = Findings()
  private let context: CovenantContext

  init(_ context: CovenantContext) { self.context = context }

  /// Reads the definitions, and gives each its readings.
  mutating func read(_ source: InputSource, readings: InputSource?) -> [Indicator] {
    let table = source.table(
      CSVReader(known: IndicatorReader.columns, required: ["id", "item", "unit", "direction"]))
    findings.take(table, itemColumn: "item")
    let order = DayOrder.settled(by: table.texts(of: ["baseline_day", "target_day"]), in: context.country)
    var indicators: [Indicator] = []
    for row in table.rows {
      findings.item = nil
      guard let indicator = indicator(of: row, in: table, order) else { continue }
      if let first = indicators.firstIndex(where: { $0.id == indicator.id }) {
        // Which of the two a reading is of, nobody knows.
        indicators[first].isRedefined = true
        findings.report(table.source.twoDefinitions(indicator, table.cell("id", of: row)))
      } else {
        indicators.append(indicator)
      }
    }
    findings.item = nil
    if let readings { read(readings, into: &indicators) }
    return indicators
  }

  private mutating func indicator(of row: InputRow, in table: InputTable, _ order: DayOrder?) -> Indicator? {
    let source = table.source
    guard let id = table.cell("id", of: row), let itemCell = table.cell("item", of: row),
      let unit = table.cell("unit", of: row), let directionCell = table.cell("direction", of: row)
    else {
      findings.item = table.cell("item", of: row)?.id
      findings.report(
        source.incompleteRow(
          row, id: "incomplete-indicator",
          needs: Message(
            en: "an id, an item, a unit and a direction", fr: "un id, un projet, une unité et un sens")))
      return nil
    }
    guard let item = context.item(itemCell, in: source, &findings) else { return nil }
    findings.item = item
    let direction: Indicator.Direction? = findings.word(
      directionCell, id: "unknown-direction", Message(en: "direction", fr: "sens"), in: source,
      field: "direction")
    guard let direction else { return nil }
    var indicator = Indicator(
      id: id.id, item: item, unit: FormulaGuard.unguarded(unit.text), direction: direction)
    indicator.baseline = table.cell("baseline", of: row).flatMap {
      findings.value($0, in: source, field: "baseline")
    }
    indicator.target = table.cell("target", of: row).flatMap {
      findings.value($0, in: source, field: "target")
    }
    indicator.baselineDay = table.cell("baseline_day", of: row).flatMap {
      findings.day($0, order: order, edge: .last, in: source, field: "baseline_day")
    }
    indicator.targetDay = table.cell("target_day", of: row).flatMap {
      findings.day($0, order: order, edge: .last, in: source, field: "target_day")
    }
    if let from = indicator.baselineDay, let until = indicator.targetDay, until <= from {
      findings.report(
        source.targetBeforeBaseline(from, until, table.cell("target_day", of: row)), field: "target_day")
      indicator.targetDay = nil
    }
    return indicator
  }

  private mutating func read(_ source: InputSource, into indicators: inout [Indicator]) {
    let table = source.table(
      CSVReader(known: IndicatorReader.readingColumns, required: ["indicator", "day", "value"]))
    findings.take(table, itemColumn: "")
    let order = DayOrder.settled(by: table.texts(of: ["day"]), in: context.country)
    let ids = indicators.map(\.id)
    for row in table.rows {
      findings.item = nil
      guard let id = table.cell("indicator", of: row), let dayCell = table.cell("day", of: row),
        let valueCell = table.cell("value", of: row)
      else {
        findings.report(
          table.source.incompleteRow(
            row, id: "incomplete-reading",
            needs: Message(en: "an indicator, a day and a value", fr: "un indicateur, un jour et une valeur"))
        )
        continue
      }
      guard let place = ids.firstIndex(of: id.id) else {
        findings.report(
          table.source.unknownWord(
            id, id: "unknown-indicator", Message(en: "indicator", fr: "indicateur"), ids))
        continue
      }
      findings.item = indicators[place].item
      let day = findings.day(dayCell, order: order, edge: .last, in: table.source, field: "day")
      let value = findings.value(valueCell, in: table.source, field: "value")
      guard let day, let value else { continue }
      if let baseline = indicators[place].baselineDay, day < baseline {
        findings.report(table.source.beforeBaseline(day, baseline, dayCell), field: "day")
        continue
      }
      if indicators[place].readings.contains(where: { $0.day == day }) {
        findings.report(table.source.secondReading(day, dayCell), field: "day")
        continue
      }
      let origin = table.cell("source", of: row).map { FormulaGuard.unguarded($0.text) }
      indicators[place].readings.append(Indicator.Reading(day: day, value: value, source: origin))
    }
    findings.item = nil
    for place in indicators.indices { indicators[place].readings.sort { $0.day < $1.day } }
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func twoDefinitions(_ indicator: Indicator, _ cell: InputCell?) -> Diagnostic {
    diagnostic(
      .error, id: "two-definitions", line: cell?.line, column: cell?.column,
      Message(
        en:
          "the indicator '\(indicator.id.prefix(80))' is defined already; this line was not read, and no trend is told",
        fr:
          "l’indicateur « \(indicator.id.prefix(80)) » est déjà défini ; cette ligne n’a pas été lue, et aucune "
          + "tendance n’est donnée"),
      suggestion: Message(
        en: "give what is measured otherwise an id of its own",
        fr: "donnez un id à part à ce qui se mesure autrement"))
  }

  fileprivate func targetBeforeBaseline(_ from: Day, _ until: Day, _ cell: InputCell?) -> Diagnostic {
    diagnostic(
      .error, id: "target-before-baseline", line: cell?.line, column: cell?.column,
      Message(
        en: "the target is for \(until), and the baseline of \(from); the target’s day is taken as unknown",
        fr: "la cible est pour le \(until), et la référence du \(from) ; le jour de la cible reste inconnu"))
  }

  fileprivate func beforeBaseline(_ day: Day, _ baseline: Day, _ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "reading-before-baseline", at: cell,
      Message(
        en: "the reading is of \(day), before the baseline of \(baseline); it is not counted",
        fr: "le relevé est du \(day), avant la référence du \(baseline) ; il n’est pas compté"))
  }

  fileprivate func secondReading(_ day: Day, _ cell: InputCell) -> Diagnostic {
    diagnostic(
      .error, id: "second-reading", at: cell,
      Message(
        en: "there is a reading of \(day) already; this one is not counted",
        fr: "il y a déjà un relevé du \(day) ; celui-ci n’est pas compté"))
  }
}
