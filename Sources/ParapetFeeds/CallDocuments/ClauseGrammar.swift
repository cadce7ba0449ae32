import ParapetModel

/// What the fixed sentences of the Commission's call documents mean: legal boilerplate that is the same in every
/// programme but for its slips.
///
/// A sentence is known by the few words that it cannot do without, in stems, whatever stands between them; what negates
/// it is one of them.
struct ClauseGrammar {
  /// What a sentence was taken for.
  enum Meaning: Hashable {
    case criteria([Criterion])
    case neutral(ClauseNature)
    /// An amount or a rate.
    case figure(FigureKind)
  }

  /// Which figure a sentence states.
  enum FigureKind: Hashable { case grants(minimum: Money?, maximum: Money?), rate(Rate) }

  let section: ClauseSection
  /// Whether countries outside of the Union are named beside it, by a list that stands elsewhere.
  var hasOtherCountries = false

  /// The meaning of a sentence; nothing where no pattern takes it.
  func meaning(of sentence: ConditionSentence) -> Meaning? {
    if let meaning = seat(sentence) ?? body(sentence) ?? duration(sentence) ?? figure(sentence) {
      return meaning
    }
    return ClauseGrammar.table.first { entry in
      (entry.sections.isEmpty || entry.sections.contains(section))
        && entry.words.allSatisfy { $0.contains { sentence.mentions($0) } }
        && !entry.without.contains { sentence.mentions($0) }
    }.map { .neutral($0.nature) }
  }

  // MARK: seats and bodies

  private func seat(_ sentence: ConditionSentence) -> Meaning? {
    guard section == .eligibility, sentence.mentions("member state"),
      sentence.mentions("oversea country and territory") || sentence.mentions("oct")
        || sentence.says("one of the eligible country"),
      !sentence.says("at least", "consortium", "different")
    else { return nil }
    let isWithoutDenmark =
      sentence.mentions("excluding denmark") || sentence.mentions("except denmark")
      || sentence.mentions("except for denmark") || sentence.mentions("exception of denmark")
      || sentence.mentions("denmark excluded")
    var parameters = [Criterion.Parameter("include", ["group": "EU"])]
    if sentence.mentions("oct") || sentence.mentions("oversea country and territory") {
      parameters.append(Criterion.Parameter("include", ["group": "OCT"]))
    }
    if isWithoutDenmark { parameters.append(Criterion.Parameter("exclude", ["country": "DK"])) }
    if hasOtherCountries || sentence.mentions("associated") || sentence.mentions("eea") {
      parameters.append(Criterion.Parameter("otherwise", ["outcome": "undecided"]))
    }
    return .criteria([ClauseGrammar.criterion("territory", parameters)])
  }

  private static let publicClasses = [
    "local-authority", "regional-authority", "national-authority", "law-enforcement", "public-body",
  ]

  private func body(_ sentence: ConditionSentence) -> Meaning? {
    guard section == .eligibility, !sentence.says("coordinator", "at least", "consortium"),
      sentence.says("applicant must be", "be")
    else { return nil }
    let isPublic =
      sentence.mentions("public body") || sentence.mentions("public authority")
      || sentence.mentions("public entity") || sentence.mentions("public organisation")
    let isEither =
      sentence.mentions("private") || sentence.says("legal entity") && sentence.asides.contains(" private ")
    guard isPublic, !isEither, !sentence.says("not", "may", "if", "should") else { return nil }
    let classes =
      ClauseGrammar.publicClasses
      + (sentence.mentions("non profit") || sentence.mentions("not for profit") ? ["non-profit"] : [])
      + (sentence.mentions("international organisation") ? ["international-organisation"] : [])
    guard
      !sentence.says("or") || classes.count > ClauseGrammar.publicClasses.count || sentence.mentions("local")
    else { return nil }
    return .criteria([
      ClauseGrammar.criterion(
        "applicant-class", classes.map { Criterion.Parameter("include", ["applicant": $0]) })
    ])
  }

  // MARK: figures

  private func duration(_ sentence: ConditionSentence) -> Meaning? {
    guard section != .admissibility, sentence.says("month"), sentence.says("project", "duration", "action"),
      sentence.says(
        "range", "between", "exceed", "longer", "shorter", "maximum", "minimum", "at least", "up to")
    else { return nil }
    if isWish(sentence) { return .neutral(.expectation) }
    guard
      sentence.says("must", "shall", "not exceed", "limited", "maximum", "minimum", "only", "not be longer")
    else { return nil }
    let words = sentence.words
    guard let unit = words.firstIndex(where: { $0.stem == "month" }) else { return nil }
    let numbers = words[max(0, unit - 5)..<unit].compactMap(\.number)
    guard let last = numbers.last, (1...120).contains(last) else { return nil }
    var parameters: [Criterion.Parameter] = []
    if numbers.count >= 2, let first = numbers.dropLast().last, first <= last {
      parameters = [
        Criterion.Parameter("minimum", ["months": "\(first)"]),
        Criterion.Parameter("maximum", ["months": "\(last)"]),
      ]
    } else if sentence.says("minimum", "at least", "shorter") {
      parameters = [Criterion.Parameter("minimum", ["months": "\(last)"])]
    } else {
      parameters = [Criterion.Parameter("maximum", ["months": "\(last)"])]
    }
    return .criteria([ClauseGrammar.criterion("duration", parameters)])
  }

  private func figure(_ sentence: ConditionSentence) -> Meaning? {
    if section == .legal, sentence.says("funding rate", "co financing rate", "reimbursed"),
      let rate = ClauseGrammar.rate(in: sentence)
    {
      return .figure(.rate(rate))
    }
    guard
      sentence.says("project budget", "grant amount", "eu contribution", "maximum grant", "requested grant"),
      !sentence.says("third party", "third parties")
    else { return nil }
    let amounts = DocumentAmount.amounts(in: sentence.text)
    guard let first = amounts.first, let last = amounts.last else { return nil }
    if isWish(sentence) { return .neutral(.expectation) }
    if amounts.count >= 2 {
      return first.minorUnits <= last.minorUnits ? .figure(.grants(minimum: first, maximum: last)) : nil
    }
    return sentence.says("minimum", "at least", "lower", "less")
      ? .figure(.grants(minimum: first, maximum: nil)) : .figure(.grants(minimum: nil, maximum: first))
  }

  /// The one share that a sentence states; nothing where there are several.
  private static func rate(in sentence: ConditionSentence) -> Rate? {
    let words = ConditionWord.words(of: sentence.text)
    let shares = words.indices.filter { $0 > 0 && words[$0].stem == "%" }.compactMap { words[$0 - 1].number }
    guard shares.count == 1, (1...100).contains(shares[0]) else { return nil }
    return Rate(percent: "\(shares[0])")
  }

  private func isWish(_ sentence: ConditionSentence) -> Bool {
    sentence.says("should", "expected", "normally", "indicative", "estimate", "recommended")
      && !sentence.says("must", "shall", "not eligible", "will be rejected")
  }

  static func criterion(_ kind: String, _ parameters: [Criterion.Parameter]) -> Criterion {
    Criterion(
      id: kind, kind: kind, parameters: parameters, citation: Citation(grade: .readFromText, source: "none"))
  }
}

extension ConditionSentence {
  /// Whether a phrase stands in it, in or out of brackets.
  func mentions(_ phrase: String) -> Bool { says(phrase) || asides.contains(" \(phrase) ") }
}
