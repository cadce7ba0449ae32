/// The taxonomy of measures: what kinds of thing a city pays for, and the Covenant commitment each serves.
public struct MeasureCatalogue: Hashable, Sendable {
  /// The measures in the order of the file.
  public var measures: [Measure]
  /// The commitments of the Covenant, in its own order.
  public var commitments: [Commitment]

  /// A catalogue of measures and commitments.
  public init(measures: [Measure] = [], commitments: [Commitment] = []) {
    self.measures = measures
    self.commitments = commitments
  }
}

extension MeasureCatalogue {
  /// What an item is first of all: the family of its first measure, else that measure; nothing where it has none.
  public func family(of item: Item) -> String? {
    item.measures.first.map { code in measures.first { $0.code == code }?.family ?? code }
  }
}

/// A kind of thing that a city pays for.
public struct Measure: Hashable, Sendable {
  /// Its code, such as `barriers`.
  public var code: String
  /// Prevention or protection.
  public var component: Item.Component
  /// The numbers of the commitments that it serves.
  public var serves: [Int]
  /// The headings under which its costs usually fall.
  public var costHeadings: [CostCategory]
  /// Measures of one name make one project together; nothing where it stands by itself.
  public var family: String?

  /// A measure from its parts.
  public init(code: String, component: Item.Component, serves: [Int], costHeadings: [CostCategory]) {
    self.code = code
    self.component = component
    self.serves = serves
    self.costHeadings = costHeadings
  }
}

/// One of the fourteen commitments of the Covenant.
public struct Commitment: Hashable, Sendable {
  /// Who fulfils it: measures that are paid for, or the city itself (plan, report, sharing).
  public enum Fulfilment: String, Hashable, Sendable, CaseIterable {
    case measures, city
  }

  /// Its place in the Covenant, from 1.
  public var number: Int
  /// Who fulfils it.
  public var by: Fulfilment

  /// A commitment by number.
  public init(number: Int, by: Fulfilment) {
    self.number = number
    self.by = by
  }
}

/// The data words of one language: names of countries, measures and instruments, and the glossary.
public struct Vocabulary: Hashable, Sendable {
  /// The language.
  public var language: Language
  /// Names of countries by code.
  public var countries: [String: String] = [:]
  /// Names of applicant classes.
  public var applicants: [ApplicantClass: String] = [:]
  /// Names of measures by code.
  public var measures: [String: String] = [:]
  /// Words of the language that stand for a measure, by code.
  public var terms: [String: [String]] = [:]
  /// The commitments in this language, by number.
  public var commitments: [Int: String] = [:]
  /// Names of cost headings.
  public var categories: [CostCategory: String] = [:]
  /// Translations of texts of `data/`, by reference, such as `ISF-UA/title`.
  public var texts: [String: String] = [:]
  /// The names of those who manage money for Member States, in their own languages.
  public var authorities = AuthorityBook()

  /// A vocabulary without a word.
  public init(language: Language) { self.language = language }
}
