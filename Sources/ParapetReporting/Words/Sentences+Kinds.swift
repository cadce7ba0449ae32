public import ParapetModel

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
