import Foundation
import ParapetModel

/// What became of a feed, in a form that a night can keep and take up again.
struct KeptOutcome: Codable {
  private var source: String
  private var dialect: String?
  private var counts: [Int]
  private var findings: [KeptFinding]
  private var unkeptErrors: Int
  private var unkeptWarnings: Int
  private var unmodifiedSince: String?

  init(_ outcome: SourceOutcome) {
    source = outcome.source
    dialect = outcome.dialect
    let all = outcome.counts
    counts = [
      all.created, all.changed, all.unchanged, all.doubled, all.missing, all.returned, all.withdrawn,
      all.rejected,
    ]
    findings = outcome.findings.first.map { KeptFinding($0) }
    unkeptErrors = outcome.findings.unkeptErrors
    unkeptWarnings = outcome.findings.unkeptWarnings
    unmodifiedSince = outcome.unmodifiedSince?.description
  }

  /// The outcome that was kept.
  var outcome: SourceOutcome {
    var all = IntakeCounts()
    if counts.count == 8 {
      all.created = counts[0]
      all.changed = counts[1]
      all.unchanged = counts[2]
      all.doubled = counts[3]
      all.missing = counts[4]
      all.returned = counts[5]
      all.withdrawn = counts[6]
      all.rejected = counts[7]
    }
    return SourceOutcome(
      source: source, dialect: dialect, counts: all,
      findings: FirstFindings(
        findings.map(\.finding), unkeptErrors: unkeptErrors, unkeptWarnings: unkeptWarnings),
      unmodifiedSince: unmodifiedSince.flatMap { Day($0) })
  }
}

/// What a night found of a city, in a form that it can keep.
struct ComparedCity: Codable {
  /// `baseline`, `compared` or `failed`.
  var state: String
  /// What changed since the city's own pages were last written.
  var changes: [CityChange]
  /// The day of the state that was compared with.
  var since: String?
  /// The deadlines that are near, as items and opportunity names.
  var due: [KeptDue]
  /// What the Covenant asks by a day that is near.
  var duties: [CovenantDuty]?

  /// A deadline that is near.
  struct KeptDue: Codable {
    var offer: String
    var items: [String]
    var days: Int
  }
}

/// JSON that has the same bytes for the same value.
enum KeptBytes {
  static func encoded(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  static func decoded<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
