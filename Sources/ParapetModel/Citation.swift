/// How sure we are of a statement, strongest first.
///
/// Only what the law, an official page or the call's own document says can exclude a city (`canExclude`).
public enum Grade: String, Hashable, Sendable, CaseIterable {
  /// Stated by a legal act, cited by CELEX number and provision.
  case law
  /// Stated by a page of an institution, an agency or a managing authority.
  case official
  /// Stated by the call's own document or topic page.
  case call
  /// Stated by an aggregator, the press or a consultant.
  case secondary
  /// Concluded by us from other statements.
  case inferred
  /// Found by the program in running text.
  case readFromText = "read-from-text"
  /// Known to practitioners, confirmed nowhere yet.
  case unsourced

  /// Whether a statement of this grade may make an applicant ineligible.
  public var canExclude: Bool {
    switch self {
    case .law, .official, .call: true
    case .secondary, .inferred, .readFromText, .unsourced: false
    }
  }
}

/// Where a statement comes from, how sure it is, and when it holds.
public struct Citation: Hashable, Sendable {
  /// How sure the statement is.
  public var grade: Grade
  /// `CELEX:… Art. …`, an address, or `none`.
  public var source: String
  /// Why there is no source, or what else a reader should know about it.
  public var why: String?
  /// The first day on which the statement holds.
  public var validFrom: Day?
  /// The last day on which it holds.
  public var validTo: Day?

  /// A citation of a grade and a source.
  public init(
    grade: Grade, source: String, why: String? = nil, validFrom: Day? = nil, validTo: Day? = nil
  ) {
    self.grade = grade
    self.source = source
    self.why = why
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// The sentence in which the statement was read, in quotation marks; nothing where it was not read in prose.
  public var quote: String? {
    switch grade {
    case .readFromText: why
    case .call: why.flatMap { $0.hasPrefix("“") ? $0 : nil }
    case .law, .official, .secondary, .inferred, .unsourced: nil
    }
  }

  /// Whether the statement is in force on a day.
  public func holds(on day: Day) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, day > validTo { return false }
    return true
  }
}

/// A value together with where it comes from.
public struct Cited<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// Where it comes from.
  public var citation: Citation

  /// A value and its citation.
  public init(_ value: Value, _ citation: Citation) {
    self.value = value
    self.citation = citation
  }
}
