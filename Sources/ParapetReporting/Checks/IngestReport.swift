public import ParapetModel

/// What became of the records of some sources, ready for every format.
public struct IngestReport: Sendable {
  /// How many records had which fate.
  public struct Counts: Hashable, Sendable, Encodable {
    /// Records that are new.
    public var created = 0
    /// Records that say something else than before.
    public var changed = 0
    /// Records that say the same.
    public var unchanged = 0
    /// Records that a complete source no longer has.
    public var missing = 0
    /// Records that were missing and are there again; they count under their other fate too.
    public var returned = 0
    /// Missing records that count as withdrawn from now on.
    public var withdrawn = 0
    /// Records that could not be used.
    public var rejected = 0
    /// Records that stand more than once in the source; the richest counts, under its own fate.
    public var doubled = 0

    /// No record yet.
    public init() {}

    /// The counts of two sources together.
    public static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      sum.created += right.created
      sum.changed += right.changed
      sum.unchanged += right.unchanged
      sum.missing += right.missing
      sum.returned += right.returned
      sum.withdrawn += right.withdrawn
      sum.rejected += right.rejected
      sum.doubled += right.doubled
      return sum
    }
  }

  /// What became of one source.
  public struct Source: Hashable, Sendable {
    /// The file, folder or address, as the person named it.
    public var source: String
    /// Its dialect, or nothing where it could not be told.
    public var dialect: String?
    /// The fates of its records.
    public var counts: Counts
    /// What was found on the way.
    public var diagnostics: [Diagnostic]
    /// The day of the reading since which the source is the same, where its server said so.
    public var unmodifiedSince: Day?

    /// A source from its parts.
    public init(
      source: String, dialect: String?, counts: Counts, diagnostics: [Diagnostic] = [],
      unmodifiedSince: Day? = nil
    ) {
      self.source = source
      self.dialect = dialect
      self.counts = counts
      self.diagnostics = diagnostics
      self.unmodifiedSince = unmodifiedSince
    }
  }

  private let sources: [Source]
  private let words: any Sentences
  private let edition: Edition

  /// A report on sources in the order in which they were read.
  public init(_ sources: [Source], words: any Sentences, edition: Edition) {
    self.sources = sources
    self.words = words
    self.edition = edition
  }

  /// The fates of all records together.
  public var total: Counts { sources.reduce(Counts()) { $0 + $1.counts } }

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
    JSONDocument("ingest", edition, Body(sources: sources.map(SourcePart.init), total: total)).text
  }

  private func cells(_ counts: Counts) -> [Cell] {
    [counts.created, counts.changed, counts.unchanged, counts.missing, counts.rejected].map { .number($0) }
  }

  private struct Body: Encodable {
    var sources: [SourcePart]
    var total: Counts
  }

  private struct SourcePart: Encodable {
    var source: Source

    init(_ source: Source) { self.source = source }

    private enum Key: String, CodingKey {
      case source, dialect, diagnostics, unmodifiedSince
    }

    /// The counts stand beside the source's name.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(source.source, forKey: .source)
      try container.encode(source.dialect, forKey: .dialect)
      try container.encode(source.diagnostics.map(DiagnosticPart.init), forKey: .diagnostics)
      try container.encodeIfPresent(source.unmodifiedSince?.description, forKey: .unmodifiedSince)
      try source.counts.encode(to: encoder)
    }
  }
}
