/// A value of a fact, as an example, a change or a portfolio gives it.
public enum FactValue: Hashable, Sendable {
  case country(Country)
  /// A region by its NUTS code.
  case region(String)
  case number(Int)
  case truth(Bool)
  case day(Day)
  case code(String)
  /// Words as somebody wrote them.
  case text(String)
  /// Codes; empty where somebody says that there are none.
  case codes([String])
  /// Who takes part beside the applicant; empty where nobody does.
  case organisations([ApplicantFacts])

  /// How the value of a fact is written.
  public enum Form: Hashable, Sendable {
    case country
    case region
    case number(ClosedRange<Int>)
    /// `yes` or `no`.
    case truth
    case day
    case code(CodeList)
    case text
    /// Codes joined by `|`; `none` says that there are none, where that can be said.
    case codes(CodeList, orNone: Bool)
    /// Country, class and category of region of each, joined by `:`, and the organisations by `|`; `none` for none.
    case organisations
    /// Never as one word: it is asked about, and known from elsewhere.
    case unwritten

    /// The list of its codes.
    public var codes: CodeList? {
      switch self {
      case .code(let list), .codes(let list, _): list
      case .country, .region, .number, .truth, .day, .text, .organisations, .unwritten: nil
      }
    }
  }

  /// Reads a value; nil where the text is none of the form.
  public init?(_ text: String, as form: Form) {
    let value: FactValue? =
      switch form {
      case .country: Country(text).map { .country($0) }
      case .region: text.isEmpty ? nil : .region(text)
      case .number(let range): Int(text).flatMap { range.contains($0) ? .number($0) : nil }
      case .truth: ["yes": .truth(true), "no": .truth(false)][text]
      case .day: Day(text).map { .day($0) }
      case .text: text.isEmpty ? nil : .text(text)
      case .code(let list): list.allows(text) ? .code(text) : nil
      case .codes(let list, let orNone): FactValue.codes(text, of: list, orNone: orNone)
      case .organisations: text.isEmpty ? nil : FactValue.organisations(text)
      case .unwritten: nil
      }
    guard let value else { return nil }
    self = value
  }

  private static func codes(_ text: String, of list: CodeList, orNone: Bool) -> FactValue? {
    if orNone, text == none { return .codes([]) }
    let codes = text.split(separator: "|").map(String.init)
    return codes.isEmpty || !codes.allSatisfy(list.allows) ? nil : .codes(codes)
  }

  private static func organisations(_ text: String) -> FactValue? {
    if text == none { return .organisations([]) }
    let entries = text.split(separator: "|").map(organisation)
    return entries.contains(nil) ? nil : .organisations(entries.compactMap(\.self))
  }

  private static func organisation(_ entry: Substring) -> ApplicantFacts? {
    let parts = entry.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let facts: [Fact] = [.country, .applicant, .regionCategory, .roles]
    guard (1...facts.count).contains(parts.count) else { return nil }
    var organisation = ApplicantFacts()
    for (part, fact) in zip(parts, facts) where !part.isEmpty || fact == .country {
      guard let value = FactValue(part, as: fact.declaration.form) else { return nil }
      organisation[fact] = value
    }
    return organisation
  }

  /// What says that there are none.
  public static let none = "none"

  /// The value as codes and figures, as it is written; organisations by their number.
  public var text: String {
    switch self {
    case .country(let country): country.code
    case .region(let code), .code(let code), .text(let code): code
    case .number(let number): "\(number)"
    case .truth(let truth): truth ? "yes" : "no"
    case .day(let day): day.description
    case .codes(let codes): codes.joined(separator: "|")
    case .organisations(let organisations): "\(organisations.count)"
    }
  }

  /// The number, of a value that is one.
  public var number: Int? { if case .number(let number) = self { number } else { nil } }
  /// Whether it holds, of a value that says so.
  public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
  /// The day, of a value that is one.
  public var day: Day? { if case .day(let day) = self { day } else { nil } }
  /// The code or codes, of a value that is made of them.
  public var codes: [String]? {
    switch self {
    case .code(let code): [code]
    case .codes(let codes): codes
    case .country, .region, .number, .truth, .day, .text, .organisations: nil
    }
  }

  /// The codes as the cases of a type; those that are none of it are left out.
  func values<Value: RawRepresentable<String>>() -> [Value]? { codes?.compactMap { Value(rawValue: $0) } }
  func value<Value: RawRepresentable<String>>() -> Value? { codes?.first.flatMap { Value(rawValue: $0) } }
}

extension ApplicantFacts {
  /// A fact by its name; those without a property of their own stand among the others.
  public subscript(fact: Fact) -> FactValue? {
    get {
      switch fact {
      case .applicant: applicant.map { .code($0.rawValue) }
      case .country: country.map { .country($0) }
      case .nuts: nuts.map { .region($0) }
      case .population: population.map { .number($0) }
      case .regionCategory: regionCategory.map { .code($0.rawValue) }
      case .awards: awards.map { .codes($0.map(\.rawValue)) }
      case .roles: roles.map { .codes($0.map(\.rawValue)) }
      default: others[fact]
      }
    }
    set {
      switch fact {
      case .applicant: applicant = newValue?.value()
      case .country: country = if case .country(let country) = newValue { country } else { nil }
      case .nuts: nuts = if case .region(let code) = newValue { code } else { nil }
      case .population: population = newValue?.number
      case .regionCategory: regionCategory = newValue?.value()
      case .awards: awards = newValue?.values()
      case .roles: roles = newValue?.values()
      default: others[fact] = newValue
      }
    }
  }
}

extension Item {
  /// A fact by its name; those without a property of their own stand among the others.
  public subscript(fact: Fact) -> FactValue? {
    get {
      switch fact {
      case .measures: measures.isEmpty ? nil : .codes(measures)
      case .start: start.map { .day($0) }
      case .end: end.map { .day($0) }
      case .technologyReadiness: technologyReadiness.map { .number($0) }
      case .purposes: purposes.map { .codes($0.map(\.rawValue)) }
      case .costHeadings: costHeadings.map { .codes($0.map(\.rawValue)) }
      case .subject: words.isEmpty ? nil : .text(words)
      default: others[fact]
      }
    }
    set {
      switch fact {
      case .measures: measures = newValue?.codes ?? []
      case .start: start = newValue?.day
      case .end: end = newValue?.day
      case .technologyReadiness: technologyReadiness = newValue?.number
      case .purposes: purposes = newValue?.values()
      // They are those of the lines, and of the title and the text.
      case .costHeadings, .subject: break
      default: others[fact] = newValue
      }
    }
  }

  /// Its title and what it is, as the city wrote them.
  public var words: String { text.isEmpty ? title : title + "\n" + text }

  /// The headings of its costs, each once and in order; nil where no cost line states them all.
  public var costHeadings: [CostCategory]? {
    let headings = lines.map(\.category)
    return headings.isEmpty || headings.contains(nil) ? nil : Set(headings.compactMap(\.self)).sorted()
  }
}
