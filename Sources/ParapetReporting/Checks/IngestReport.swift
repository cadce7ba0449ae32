public import ParapetModel

/// What became of the records of some sources, ready for every format.
public struct IngestReport: Document {
  private let sources: [SourceOutcome]
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report on sources in the order in which they were read.
  public init(_ sources: [SourceOutcome], words: any Sentences, edition: Edition) {
    self.sources = sources
    self.words = words
    self.edition = edition
  }

  /// The fates of all records together.
  private var total: IntakeCounts { sources.reduce(IntakeCounts()) { $0 + $1.counts } }

  /// The page for people.
  public var report: Report {
    let headings: [Label] = [.created, .changed, .unchanged, .missing, .rejected]
    var table = Table(
      caption: words.label(.ingest),
      columns: [Table.Column(words.label(.source), .prose), Table.Column(words.label(.dialect))]
        + headings.map { Table.Column(words.label($0), .figure) })
    for source in sources {
      table.append([.text(source.source), .text(source.dialect)] + cells(source.counts))
    }
    if sources.count > 1 { table.append([.text(words.label(.total)), .empty] + cells(total), isTotal: true) }
    let unmodified = sources.compactMap { source in
      source.unmodifiedSince.map { words.note(.unmodified(source: source.source, since: words.date($0))) }
    }
    return Report(
      title: words.label(.ingest), notes: [words.made(edition)] + unmodified, blocks: [.table(table)])
  }

  /// One row for each source, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: ["source", "dialect", "created", "changed", "unchanged", "missing", "rejected"]
        .map { Table.Column($0) })
    for source in sources {
      table.append([.text(source.source), .text(source.dialect)] + cells(source.counts))
    }
    return table
  }

  /// The JSON document, by the schema `ingest`.
  public var json: String {
    JSONDocument(
      "ingest", edition, in: words.language,
      Body(sources: sources.map { SourcePart($0, words.language) }, total: total)
    ).text
  }

  private func cells(_ counts: IntakeCounts) -> [Cell] {
    [counts.created, counts.changed, counts.unchanged, counts.missing, counts.rejected].map { .number($0) }
  }

  private struct Body: Encodable {
    var sources: [SourcePart]
    var total: IntakeCounts
  }

  struct SourcePart: Encodable {
    private var source: SourceOutcome
    private var language: Language

    init(_ source: SourceOutcome, _ language: Language) {
      self.source = source
      self.language = language
    }

    private enum Key: String, CodingKey {
      case source, dialect, diagnostics, unmodifiedSince
    }

    /// The counts stand beside the source's name.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(source.source, forKey: .source)
      try container.encode(source.dialect, forKey: .dialect)
      try container.encode(source.findings.first.map { DiagnosticPart($0, language) }, forKey: .diagnostics)
      try container.encodeIfPresent(source.unmodifiedSince?.description, forKey: .unmodifiedSince)
      try source.counts.encode(to: encoder)
    }
  }
}
