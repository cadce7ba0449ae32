public import ParapetModel

/// How a language speaks of a kind of criterion. Its sentences are made of these and of the shape of what is asked and
/// found; `%` stands for what the criterion or the city names.
public struct KindWords: Hashable, Sendable {
  /// What stands between names.
  enum Join: Hashable, Sendable {
    case and, or, comma
  }

  /// How a number is told.
  enum Amount: Hashable, Sendable {
    /// As so many of something.
    case count(String, String)
    /// As a level: the words before the level that is asked for, and before one that is stated.
    case level(String, String)
  }

  /// Its name, as a heading.
  var name: String
  /// What a list asks for.
  var accepts = "%"
  /// What a list shuts out.
  var refuses = "%"
  /// What stands between the names of what is shut out.
  var joinsRefused = Join.or
  /// How a range and its number are told.
  var amount: Amount?
  /// What stands between the names that the city states.
  var joins = Join.and
  /// That the city says that it holds.
  var holds = ""
  /// That the city says that there are none, or that it does not hold.
  var none = ""
  /// What stands before the stated names that are not accepted.
  var notAccepted = ""
}

/// How a language speaks of a fact.
public struct FactWords: Hashable, Sendable {
  /// Its name.
  var name: String
  /// The question for it; in that about a call's document `%` stands for the criteria that it would decide.
  var question: String
  /// A change of it, where `%` stands for the value after it; nil says the name and the value.
  var change: String?
  /// Of what its number is a count; nil where it is a bare number.
  var one: String?
  var many: String?
}

extension Sentences {
  /// The name of a kind of criterion, or the kind itself where it is not known.
  public func word(kind: String) -> String { CriterionKind(rawValue: kind).map { words($0).name } ?? kind }

  /// The name of a fact.
  public func word(_ fact: Fact) -> String { words(fact).name }

  /// The question whose answer would decide.
  /// - Parameter kinds: the names of the criteria that it would decide, for a question about the call itself.
  public func question(_ fact: Fact, deciding kinds: [String]) -> String {
    Typography.filled(words(fact).question, with: kinds.joined(separator: ", "))
  }

  /// The names of codes of a list.
  func names(_ codes: [String], in list: CodeList?) -> [String] {
    codes.map { code in
      switch list {
      case .applicantClasses: ApplicantClass(rawValue: code).map { name($0) } ?? code
      case .regionCategories: RegionCategory(rawValue: code).map { word($0) } ?? code
      case .previousAwards: PreviousAward(rawValue: code).map { word($0) } ?? code
      case .specialPurposes: SpecialPurpose(rawValue: code).map { word($0) } ?? code
      case .costCategories: CostCategory(rawValue: code).map { name($0) } ?? code
      case .bodyRoles: BodyRole(rawValue: code).map { word($0) } ?? code
      case .measures: name(measure: code)
      // The names of any other list are data, by the list and the code.
      default: list.flatMap { vocabulary.texts["\($0.rawValue)/\(code)"] } ?? code
      }
    }
  }

  func joined(_ names: [String], by join: KindWords.Join) -> String {
    switch join {
    case .and: and(names)
    case .or: or(names)
    case .comma: names.joined(separator: ", ")
    }
  }

  /// What the city states of a list.
  func values(_ kind: CriterionKind, _ codes: [String], refused: [String]) -> [String] {
    let own = words(kind)
    if codes.isEmpty { return [own.none] }
    let stated = joined(names(codes, in: kind.codes), by: own.joins)
    return refused.isEmpty ? [stated] : [stated, pair(own.notAccepted, and(names(refused, in: kind.codes)))]
  }

  /// What a number that the city states is a number of.
  func number(_ value: Int, of kind: CriterionKind) -> String {
    switch words(kind).amount {
    case .count(let one, let many): count(value, one, many)
    case .level(_, let level): "\(level) \(value)"
    case nil: number(value)
    }
  }

  /// A fact with another value.
  func change(_ fact: Fact, to value: FactValue) -> String {
    let own = words(fact)
    let text =
      switch value {
      case .country(let country): name(country)
      case .number(let number):
        if let one = own.one, let many = own.many { count(number, one, many) } else { "\(number)" }
      case .day(let day): date(day)
      case .code, .codes: and(names(value.codes ?? [], in: fact.declaration.form.codes))
      case .region, .truth, .text, .organisations: value.text
      }
    return own.change.map { Typography.filled($0, with: text) } ?? pair(own.name, text)
  }
}
