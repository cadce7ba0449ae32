/// What became of one source that was read.
public struct SourceOutcome: Hashable, Sendable {
  /// The file, folder or address, as the person named it and without secrets.
  public var source: String
  /// Its dialect, or nothing where it could not be told.
  public var dialect: String?
  /// The fates of its records.
  public var counts: IntakeCounts
  /// What was found on the way.
  public var findings: FirstFindings
  /// The day of the reading since which the source is the same, where its server said so.
  public var unmodifiedSince: Day?

  /// A source from its parts.
  public init(
    source: String, dialect: String? = nil, counts: IntakeCounts = IntakeCounts(),
    findings: FirstFindings = FirstFindings(), unmodifiedSince: Day? = nil
  ) {
    self.source = source
    self.dialect = dialect
    self.counts = counts
    self.findings = findings
    self.unmodifiedSince = unmodifiedSince
  }
}

/// The findings of one source: the first thousand, and how many more there were.
public struct FirstFindings: Hashable, Sendable {
  /// How many are kept, whatever is thrown at us.
  public static let kept = 1000

  /// Those that are kept, in the order of the input.
  public private(set) var first: [Diagnostic] = []
  /// How many errors more there were.
  public private(set) var unkeptErrors = 0
  /// How many warnings more there were.
  public private(set) var unkeptWarnings = 0

  /// Findings, of which the first are kept.
  public init(_ findings: [Diagnostic] = []) {
    for finding in findings { append(finding) }
  }

  /// Findings that were kept before, with how many more there were.
  public init(_ first: [Diagnostic], unkeptErrors: Int, unkeptWarnings: Int) {
    self.first = first
    self.unkeptErrors = unkeptErrors
    self.unkeptWarnings = unkeptWarnings
  }

  /// Whether anything was refused.
  public var hasErrors: Bool { unkeptErrors > 0 || first.contains { $0.severity == .error } }

  /// Takes one more.
  public mutating func append(_ finding: Diagnostic) {
    guard first.count == FirstFindings.kept else { return first.append(finding) }
    switch finding.severity {
    case .error: unkeptErrors += 1
    case .warning: unkeptWarnings += 1
    }
  }
}
