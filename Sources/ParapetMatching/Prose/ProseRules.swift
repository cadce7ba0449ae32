import ParapetModel

/// What one sentence asks of those who apply.
enum ProseFinding: Hashable {
  /// At least so many organisations, of so many countries, of which so many Member States.
  case consortium(entities: Int, countries: Int, memberStates: Int)
  /// So many months.
  case duration(minimum: Int?, maximum: Int?)
  /// A grant within limits, in cents.
  case grant(minimum: Int64?, maximum: Int64?)
  /// A share of the eligible costs, in per cent.
  case rate(Int)
  /// Bodies of these kinds alone.
  case applicants([ApplicantClass])
}

/// The ways in which English and French texts of calls state a condition.
///
/// A sentence counts only where every word of a pattern is there; what may be read in two ways is left out. An
/// estimate, an aim, a share for third parties is no condition.
enum ProseRules {
  static func findings(in sentence: String) -> [ProseFinding] {
    let tokens = ProseTokens(sentence)
    return [consortium(tokens), duration(tokens), grant(tokens), rate(tokens), applicants(tokens)]
      .compactMap(\.self)
  }

  private static let least: Set<String> = [
    "least", "minimum", "minimal", "minimale", "moins", "fewer",
  ]
  private static let most: Set<String> = [
    "maximum", "maximal", "maximale", "exceed", "exceeding", "most", "plus", "dépasser", "dépasse",
    "excéder",
    "excède", "jusqu", "longer", "up",
  ]

  // MARK: organisations and countries

  private static let members: Set<String> = [
    "applicants", "organisations", "organizations", "entities", "partners", "beneficiaries",
    "candidats",
    "entités", "partenaires", "bénéficiaires", "organismes", "structures", "institutions",
  ]
  private static let qualities: Set<String> = [
    "independent", "different", "legal", "eligible", "separate", "distinct", "other", "public",
    "partner",
    "private", "full", "and", "or", "juridiques", "indépendantes", "indépendants", "distinctes",
    "distincts",
    "différents", "différentes", "autres", "éligibles", "eu", "european", "of", "the",
  ]
  private static let application: Set<String> = [
    "consortium", "consortia", "application", "applications", "applicants", "proposal", "proposals",
    "partnership", "partnerships", "submitted", "composed", "candidature", "candidatures",
    "candidats",
    "partenariat", "partenariats", "demande", "demandes", "proposition", "propositions",
  ]
  private static let noMembers: Set<String> = [
    "third", "tiers", "trained", "train", "reach", "reached", "pilot", "pilots", "supported",
    "case", "cases",
    "selected", "benefit", "letters", "should", "devraient", "survey", "sites",
  ]

  private static func consortium(_ tokens: ProseTokens) -> ProseFinding? {
    guard tokens.contains(application), !tokens.contains(noMembers) else { return nil }
    for index in 0..<tokens.count {
      guard let number = tokens.number(at: index), (2...12).contains(number),
        tokens.has(least, within: 3, before: index)
      else { continue }
      var next = index + 1
      while next - index < 6, qualities.contains(tokens[next]) { next += 1 }
      if members.contains(tokens[next]) {
        let (countries, areMembers) = countries(tokens, after: next) ?? (1, false)
        // Three organisations of five countries are a slip, or something else that is counted.
        guard countries <= number else { return nil }
        return .consortium(
          entities: number, countries: countries, memberStates: areMembers ? countries : 0)
      }
      if let (countries, areMembers) = place(tokens, index) {
        return .consortium(
          entities: countries, countries: countries, memberStates: areMembers ? countries : 0)
      }
    }
    return nil
  }

  /// The number of countries named within a few words.
  private static func countries(_ tokens: ProseTokens, after index: Int) -> (Int, Bool)? {
    for next in index + 1..<index + 12 {
      if let found = place(tokens, next) { return found }
    }
    return nil
  }

  /// `three different Member States`, `deux pays éligibles`.
  private static func place(_ tokens: ProseTokens, _ index: Int) -> (Int, Bool)? {
    guard let number = tokens.number(at: index), (2...12).contains(number) else { return nil }
    var next = index + 1
    while next - index < 5, qualities.contains(tokens[next]) { next += 1 }
    switch (tokens[next], tokens[next + 1]) {
    case ("member", "states"):
      // A state that may be an associated one as well is a country.
      return (number, !["or", "and"].contains(tokens[next + 2]))
    case ("états", "membres"): return (number, !["ou", "et"].contains(tokens[next + 2]))
    case ("countries", _), ("pays", _): return (number, false)
    default: return nil
    }
  }

  // MARK: months

  private static let lasting: Set<String> = [
    "duration", "durée", "last", "durations", "durées", "durer",
  ]
  private static let noDuration: Set<String> = [
    "extension", "extended", "prolongation", "deadline", "evaluation", "report", "reports",
    "rapport",
    "payment", "paiement", "after", "before", "within", "après", "avant", "internship", "stage",
    "training",
    "course", "contract", "contrat", "mobility", "mobilité", "third", "tiers", "phase", "estimates",
    "stay",
    "fellowship", "fellowships", "expected", "indicative", "estimated", "supported", "fstp",
  ]

  private static func duration(_ tokens: ProseTokens) -> ProseFinding? {
    guard tokens.contains(lasting), !tokens.contains(noDuration) else { return nil }
    for index in 1..<max(1, tokens.count) where ["months", "mois", "month"].contains(tokens[index]) {
      guard let last = tokens.number(at: index - 1), (1...120).contains(last) else { continue }
      let joint = tokens[index - 2]
      if ["-", "–", "to", "and", "et", "à", "au"].contains(joint),
        let first = tokens.number(at: index - 3) ?? tokens.number(at: index - 4), first <= last,
        first > 0
      {
        return .duration(minimum: first, maximum: last)
      }
      if tokens.has(most, within: 6, before: index - 1),
        !tokens.has(least, within: 6, before: index - 1)
      {
        return .duration(minimum: nil, maximum: last)
      }
      if tokens.has(least, within: 6, before: index - 1),
        !tokens.has(most, within: 6, before: index - 1)
      {
        return .duration(minimum: last, maximum: nil)
      }
    }
    return nil
  }

  // MARK: grants and rates

  private static let money: Set<String> = [
    "grant", "contribution", "funding", "subvention", "financement",
  ]
  private static let whole: Set<String> = [
    "project", "projects", "grant", "application", "proposal", "projet", "projets", "demande",
    "candidature",
    "action", "subvention", "proposals", "applications",
  ]
  private static let noGrant: Set<String> = [
    "estimates", "estimated", "estime", "third", "tiers", "indicative", "indicatif", "indicatively",
    "overall",
    "total", "available", "disponible", "lump", "forfaitaire", "topic", "unit", "turnover", "prize",
    "participant", "partner", "optional", "expected", "budget", "envelope", "work", "package",
    "equipment",
    "costs", "coûts", "beneficiary", "bénéficiaire", "each", "follow", "milestones", "fstp",
  ]
  private static let ceilings: Set<String> = [
    "maximum", "maximal", "maximale", "exceed", "most", "dépasser", "dépasse", "excéder", "excède",
    "higher",
    "supérieure", "supérieur",
  ]
  private static let floors: Set<String> = [
    "minimum", "minimal", "minimale", "least", "less", "lower", "below", "moins", "inférieure",
    "inférieur",
  ]

  private static func grant(_ tokens: ProseTokens) -> ProseFinding? {
    guard tokens.contains(money), tokens.contains(whole), !tokens.contains(noGrant) else {
      return nil
    }
    for index in 0..<tokens.count {
      guard let first = tokens.amount(at: index) else { continue }
      let opener = tokens[index - 1]
      if ["between", "from", "entre", "de"].contains(opener),
        ["and", "to", "et", "à"].contains(tokens[first.end]),
        let second = tokens.amount(at: first.end + 1), first.hasSign || second.hasSign
      {
        // `between 2 and 3 million`: the scale stands behind the second alone.
        let minimum =
          second.hasScale && !first.hasScale ? first.hundredths * 1_000_000 : first.cents
        return minimum < second.cents ? .grant(minimum: minimum, maximum: second.cents) : nil
      }
      guard first.hasSign, first.cents >= 100_000 else { continue }
      let isCeiling = tokens.has(ceilings, within: 8, before: index)
      let isFloor = tokens.has(floors, within: 8, before: index)
      guard isCeiling != isFloor else { return nil }
      return isCeiling
        ? .grant(minimum: nil, maximum: first.cents) : .grant(minimum: first.cents, maximum: nil)
    }
    return nil
  }

  private static let shares: Set<String> = ["rate", "taux"]
  private static let financing: Set<String> = [
    "funding", "financing", "cofinancing", "reimbursement", "financement", "cofinancement",
  ]
  private static let noRate: Set<String> = [
    "indirect", "indirects", "flat", "forfaitaire", "higher", "except", "unless", "vat", "tva",
    "sme", "smes",
    "outermost", "minimum", "third", "tiers", "or", "ou", "own", "success",
  ]

  private static func rate(_ tokens: ProseTokens) -> ProseFinding? {
    guard tokens.contains(shares), tokens.contains(financing), !tokens.contains(noRate),
      tokens.tokens.count(where: { $0 == "%" }) == 1, let sign = tokens.tokens.firstIndex(of: "%"),
      let percent = tokens.number(at: sign - 1), (1...100).contains(percent)
    else { return nil }
    return .rate(percent)
  }

  // MARK: who may apply

  private static let alone: Set<String> = [
    "only", "exclusively", "restricted", "limited", "reserved", "seuls", "seules", "uniquement",
    "exclusivement", "réservé", "réservée", "réservés", "réservées",
  ]
  private static let applying: Set<String> = [
    "applicants", "applicant", "eligible", "apply", "open", "call", "candidats", "ouvert",
    "éligibles",
    "candidature", "appel", "candidater", "postuler", "applications",
  ]

  private static func applicants(_ tokens: ProseTokens) -> ProseFinding? {
    guard tokens.contains(applying) else { return nil }
    for index in 0..<tokens.count {
      let kinds: [ApplicantClass]
      switch (tokens[index], tokens[index + 1]) {
      case ("public", "bodies"), ("public", "authorities"), ("public", "entities"),
        ("organismes", "publics"),
        ("autorités", "publiques"), ("entités", "publiques"), ("personnes", "publiques"):
        kinds = [
          .localAuthority, .regionalAuthority, .nationalAuthority, .lawEnforcement, .publicBody,
        ]
      case ("local", "authorities"), ("collectivités", "locales"),
        ("collectivités", "territoriales"),
        ("autorités", "locales"):
        kinds = [.localAuthority, .regionalAuthority]
      default: continue
      }
      let nearby = max(0, index - 3)..<min(tokens.count, index + 4)
      guard let place = nearby.first(where: { alone.contains(tokens[$0]) }),
        !["not", "non", "pas"].contains(tokens[place - 1]),
        !["or", "ou"].contains(tokens[index + 2]), !["or", "ou"].contains(tokens[index - 1])
      else { continue }
      return .applicants(kinds)
    }
    return nil
  }
}
