public import ParapetModel

/// How well our own instruments and calls are sourced.
public struct CheckStatistics: Hashable, Sendable, Encodable {
  /// How many instruments there are.
  public var instruments = 0
  /// How many calls and topics.
  public var calls = 0
  /// How many criteria, inherited ones counted once.
  public var requirements = 0
  /// How many criteria of each grade.
  public var byGrade: [String: Int] = [:]
  /// How many criteria name no source.
  public var withoutSource = 0
  /// How many criteria have no example.
  public var withoutExamples = 0

  /// The statistics of opportunities of our own files.
  public init(_ opportunities: [Opportunity]) {
    for grade in Grade.allCases { byGrade[grade.rawValue] = 0 }
    for opportunity in opportunities {
      if opportunity.level.isStanding { instruments += 1 } else { calls += 1 }
      for criterion in opportunity.requirements?.criteria ?? [] {
        requirements += 1
        byGrade[criterion.citation.grade.rawValue, default: 0] += 1
        if criterion.citation.source.isEmpty || criterion.citation.source == "none" { withoutSource += 1 }
        if criterion.examples.isEmpty { withoutExamples += 1 }
      }
    }
  }
}

/// What a check found, ready for every format.
public struct CheckReport: Document {
  private let diagnostics: [Diagnostic]
  private let statistics: CheckStatistics?
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report of findings, and of statistics where they were asked for.
  public init(
    _ diagnostics: [Diagnostic], statistics: CheckStatistics? = nil, words: any Sentences, edition: Edition
  ) {
    self.diagnostics = diagnostics
    self.statistics = statistics
    self.words = words
    self.edition = edition
  }

  /// The page for people: the statistics, and the findings as a table.
  public var report: Report {
    var report = figures
    if !diagnostics.isEmpty { report.blocks += [.heading(level: 2, words.label(.findings)), .table(table)] }
    return report
  }

  /// For people the findings are the data, as compilers write them; the statistics come after them.
  public func text(by renderer: TextRenderer) -> String {
    DiagnosticsText(language: words.language).render(diagnostics)
      + (statistics == nil ? "" : renderer.plain.render(figures))
  }

  /// The page of the statistics alone.
  private var figures: Report {
    var blocks: [Block] = []
    if let statistics {
      var table = Table(
        caption: words.label(.statistics),
        columns: [Table.Column(words.label(.subject), .prose), Table.Column(words.label(.number), .figure)])
      for (name, count) in rows(statistics) { table.append([.text(name), .number(count)]) }
      blocks.append(.table(table))
    }
    let errors = diagnostics.count { $0.severity == .error }
    let note = words.note(.findings(errors: errors, warnings: diagnostics.count - errors))
    return Report(title: words.label(.check), notes: [words.made(edition), note], blocks: blocks)
  }

  /// One row for each finding, for machines.
  public var table: Table {
    var table = Table(
      caption: words.label(.findings),
      columns: ["file", "line", "column", "severity", "id"].map { Table.Column($0) }
        + ["message", "suggestion"].map { Table.Column($0, .prose) })
    for finding in diagnostics {
      table.append([
        .text(finding.place.name), finding.place.line.map { .number($0) } ?? .empty,
        finding.place.column.map { .number($0) } ?? .empty, .text(finding.severity.rawValue),
        .text(finding.id),
        .text(finding.said[words.language]), .text(finding.advice?[words.language]),
      ])
    }
    return table
  }

  /// The JSON document, by the schema `check`.
  public var json: String {
    let body = Body(
      diagnostics: diagnostics.map { DiagnosticPart($0, words.language) },
      statistics: OrNull(wrappedValue: statistics))
    return JSONDocument("check", edition, in: words.language, body).text
  }

  private func rows(_ statistics: CheckStatistics) -> [(String, Int)] {
    [
      (words.label(.instruments), statistics.instruments), (words.label(.calls), statistics.calls),
      (words.label(.criteria), statistics.requirements),
    ] + Grade.allCases.map { (words.word($0), statistics.byGrade[$0.rawValue] ?? 0) } + [
      (words.label(.withoutSource), statistics.withoutSource),
      (words.label(.withoutExamples), statistics.withoutExamples),
    ]
  }

  private struct Body: Encodable {
    var diagnostics: [DiagnosticPart]
    var statistics: OrNull<CheckStatistics>
  }
}
