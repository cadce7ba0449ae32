import ParapetModel

/// The keys of city.yaml that describe any applicant, the city or a partner.
enum ApplicantKey: String, CaseIterable {
  case country, nuts, population, applicant, vat, awards
  case regionCategory = "region-category"
  case regionCategory2014 = "region-category-2014-2020"
  case gdpBelowAverage = "gdp-below-eu-average"
  case vatRecoverableShare = "vat-recoverable-share"
  case roles, facts, note
  case shortName = "short-name"
  case participantCode = "pic"
  case takesPart = "takes-part"
  case controlledFrom = "controlled-from"
}

extension CityReader {
  /// The most inhabitants; the largest city of the world has a twentieth of it.
  static let mostInhabitants = 1_000_000_000

  /// - Parameter key: under which what is refused is kept; nothing for the key that states it.
  mutating func facts(_ map: [String: YAMLTree], under list: String? = nil) -> ApplicantFacts {
    func value(_ key: ApplicantKey) -> YAMLTree? {
      findings.field = list ?? key.rawValue
      return map[key.rawValue]
    }
    defer { findings.field = nil }
    var facts = ApplicantFacts()
    facts.country = value(.country).flatMap { country($0) }
    facts.nuts = value(.nuts).flatMap { nuts($0, country: facts.country) }
    facts.population = value(.population).flatMap {
      number($0, id: "bad-population", in: 0...CityReader.mostInhabitants)
    }
    facts.applicant = value(.applicant).flatMap {
      word($0, id: "unknown-applicant", Message(en: "class of applicant", fr: "classe de demandeur"))
    }
    facts.regionCategory = value(.regionCategory).flatMap {
      word(
        $0, id: "unknown-region-category", Message(en: "category", fr: "catégorie"))
    }
    facts.regionCategory2014 = value(.regionCategory2014).flatMap {
      word(
        $0, id: "unknown-region-category", Message(en: "category", fr: "catégorie"))
    }
    facts.gdpBelowAverage = value(.gdpBelowAverage).flatMap { truth($0) }
    facts.vat = vat(value(.vat), share: value(.vatRecoverableShare))
    facts.awards = value(.awards).flatMap { awards($0) }
    facts.roles = value(.roles).flatMap { roles($0) }
    facts.participation = value(.takesPart).flatMap {
      word(
        $0, id: "unknown-participation", Message(en: "way to take part", fr: "manière de participer"))
    }
    facts.controlledFrom = value(.controlledFrom).flatMap { country($0) }
    facts.note = value(.note).flatMap { text($0) }
    facts.shortName = value(.shortName).flatMap { text($0) }
    facts.participantCode = value(.participantCode).flatMap { participantCode($0) }
    if let stated = value(.facts) { read(facts: stated, into: &facts) }
    return facts
  }

  /// A list of roles, empty where there are none; unknown where a word of it is.
  private mutating func roles(_ tree: YAMLTree) -> [BodyRole]? {
    if tree.isEmpty { return nil }
    guard case .list(let entries) = tree.shape else {
      report(
        source.wrongShape(
          tree, Message(alike: "'roles'"),
          Message(
            en: "a list: [police, practitioner], or [] for none",
            fr: "une liste : [police, practitioner], ou [] s’il n’y en a pas")))
      return nil
    }
    let roles: [BodyRole?] = entries.map { word($0, id: "unknown-role", Message(en: "role", fr: "rôle")) }
    return roles.contains(nil) ? nil : roles.compactMap(\.self)
  }

  /// Facts that criteria ask for, by their codes.
  private mutating func read(facts tree: YAMLTree, into facts: inout ApplicantFacts) {
    let known = Fact.allCases.filter { $0.declaration.form == .truth && $0.declaration.part == .applicant }
    guard !tree.isEmpty, let map = map(tree, of: Message(alike: "'facts'"), keys: known.map(\.rawValue))
    else { return }
    for fact in known {
      if let answer = map[fact.rawValue].flatMap({ truth($0) }) { facts[fact] = .truth(answer) }
    }
  }

  /// A list of awards, empty where there are none; unknown where a word of it is.
  private mutating func awards(_ tree: YAMLTree) -> [PreviousAward]? {
    if tree.isEmpty { return nil }
    guard case .list(let entries) = tree.shape else {
      report(
        source.wrongShape(
          tree, Message(alike: "'awards'"),
          Message(
            en: "a list: [urbact-good-practice], or [] for none",
            fr: "une liste : [urbact-good-practice], ou [] s’il n’y en a pas")))
      return nil
    }
    let awards: [PreviousAward?] = entries.map {
      word($0, id: "unknown-award", Message(en: "award", fr: "distinction"))
    }
    return awards.contains(nil) ? nil : awards.compactMap(\.self)
  }

  private mutating func country(_ tree: YAMLTree) -> Country? {
    guard let text = text(tree) else { return nil }
    if let country = Country.assigned(text) { return country }
    if let country = Country.assigned(text.uppercased()) {
      report(source.readAs("'\(country.code)'", InputCell(tree, text), id: "word-read"))
      return country
    }
    report(source.unknownCountry(text, at: tree))
    return nil
  }

  private mutating func nuts(_ tree: YAMLTree, country: Country?) -> String? {
    guard let text = text(tree) else { return nil }
    let bytes = Array(text.utf8)
    guard (2...5).contains(bytes.count), bytes.prefix(2).allSatisfy(\.isCapital),
      bytes.dropFirst(2).allSatisfy({ $0.isCapital || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      report(source.badNUTS(text, at: tree))
      return nil
    }
    if let country, !text.hasPrefix(country.code) {
      report(source.foreignNUTS(text, country: country, at: tree))
      return nil
    }
    switch NUTS.succession(of: text) {
    case .current: return text
    case .replaced(let successor, let year):
      report(source.oldNUTS(text, successor, since: year, at: tree))
      return successor
    case .divided(let successors, let year):
      report(source.dividedNUTS(text, successors, since: year, at: tree))
      return text
    }
  }

  private mutating func vat(_ tree: YAMLTree?, share: YAMLTree?) -> VATStatus? {
    guard let tree, let text = text(tree) else { return nil }
    switch text {
    case "recoverable", "non-recoverable":
      if let share, !share.isEmpty { report(source.needlessShare(text, at: share)) }
      return text == "recoverable" ? .recoverable : .nonRecoverable
    case "partly":
      guard let share, let shareText = self.text(share) else {
        report(source.missingShare(at: tree))
        return nil
      }
      guard let rate = CityReader.share(shareText) else {
        report(source.badShare(shareText, at: share))
        return nil
      }
      return .partly(recoverable: rate)
    default:
      report(
        source.unknownWord(
          InputCell(tree, text), id: "unknown-vat", Message(en: "VAT status", fr: "régime de TVA"),
          ["recoverable", "non-recoverable", "partly"]))
      return nil
    }
  }

  /// A share from 0 to 1 with at most six decimals.
  static func share(_ text: String) -> Rate? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), let whole = Int64(parts[0]), parts[0] == "0" || parts[0] == "1"
    else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...6).contains(decimals.utf8.count),
      decimals.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let fraction = Int64(decimals + String(repeating: "0", count: 6 - decimals.utf8.count))
    else { return nil }
    let rate = Rate(millionths: whole * 1_000_000 + fraction)
    return rate <= .whole ? rate : nil
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}

// MARK: Messages

extension TextFile {
  fileprivate func unknownCountry(_ text: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "unknown-country", line: tree.line, column: tree.column,
      Message(
        en: "'\(text.prefix(80))' is not the code of a country",
        fr: "« \(text.prefix(80)) » n’est pas le code d’un pays"),
      suggestion: Message(
        en: "write the two capital letters of ISO 3166-1, such as FR; EL for Greece",
        fr: "écrivez les deux capitales d’ISO 3166-1, comme FR ; EL pour la Grèce"))
  }

  fileprivate func badNUTS(_ text: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "bad-nuts", line: tree.line, column: tree.column,
      Message(
        en: "'\(text.prefix(80))' is not the code of a NUTS region",
        fr: "« \(text.prefix(80)) » n’est pas le code d’une région NUTS"),
      suggestion: Message(
        en: "write two capital letters and up to three letters or digits, such as FRL03",
        fr: "écrivez deux capitales et jusqu’à trois lettres ou chiffres, comme FRL03"))
  }

  fileprivate func oldNUTS(
    _ text: String, _ successor: String, since year: Int, at tree: YAMLTree
  ) -> Diagnostic {
    diagnostic(
      .warning, id: "old-nuts", line: tree.line, column: tree.column,
      Message(
        en: "the NUTS of \(year) has '\(successor)' in the place of '\(text)', and it is read as that",
        fr: "la NUTS de \(year) a « \(successor) » à la place de « \(text) », qui est lu ainsi"),
      suggestion: .write(successor))
  }

  fileprivate func dividedNUTS(
    _ text: String, _ successors: [String], since year: Int, at tree: YAMLTree
  ) -> Diagnostic {
    let (those, celles) = (successors.joined(separator: " or "), successors.joined(separator: " ou "))
    return diagnostic(
      .warning, id: "old-nuts", line: tree.line, column: tree.column,
      Message(
        en: "'\(text)' is no region of the NUTS of \(year): what it was lies in \(those)",
        fr: "« \(text) » n’est pas une région de la NUTS de \(year) : ce qu’elle était est dans \(celles)"),
      suggestion: Message(
        en: "write the one that the seat lies in", fr: "écrivez celle où se trouve le siège"))
  }

  fileprivate func foreignNUTS(_ text: String, country: Country, at tree: YAMLTree) -> Diagnostic {
    let isISO = text.hasPrefix("GR") || text.hasPrefix("GB")
    return diagnostic(
      .error, id: "nuts-country", line: tree.line, column: tree.column,
      Message(
        en: "the region '\(text)' does not lie in \(country.code), so the region is taken as unknown",
        fr: "la région « \(text) » n’est pas en \(country.code) ; la région reste inconnue"),
      suggestion: isISO
        ? Message(
          en: "NUTS writes EL for Greece and UK for the United Kingdom",
          fr: "NUTS écrit EL pour la Grèce et UK pour le Royaume-Uni")
        : Message(en: "correct the region or the country", fr: "corrigez la région ou le pays"))
  }

  fileprivate func missingShare(at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "missing-share", line: tree.line, column: tree.column,
      Message(
        en: "'partly' does not say how much, so the recovery of VAT is taken as unknown",
        fr: "« partly » ne dit pas combien ; la récupération de la TVA reste inconnue"),
      suggestion: Message(
        en: "add 'vat-recoverable-share: 0.4'", fr: "ajoutez « vat-recoverable-share: 0.4 »"))
  }

  fileprivate func badShare(_ text: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "bad-share", line: tree.line, column: tree.column,
      Message(
        en: "'\(text.prefix(80))' is not a share from 0 to 1",
        fr: "« \(text.prefix(80)) » n’est pas une part de 0 à 1"),
      suggestion: Message(
        en: "write 0.4 for forty per cent, with at most six decimals",
        fr: "écrivez 0.4 pour quarante pour cent, avec six décimales au plus"))
  }

  fileprivate func needlessShare(_ text: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .warning, id: "needless-share", line: tree.line, column: tree.column,
      Message(
        en: "the share is not used, since VAT is '\(text)'",
        fr: "la part n’est pas utilisée, puisque la TVA est « \(text) »"),
      suggestion: Message(
        en: "write 'vat: partly' where it should count", fr: "écrivez « vat: partly » si elle doit compter"))
  }
}
