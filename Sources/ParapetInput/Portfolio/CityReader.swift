import ParapetModel

/// Reads city.yaml; what is wrong there costs the one fact it is about, and only a city without id is no city.
struct CityReader {
  /// What was found.
  var findings = Findings()
  /// The currency of the costs, or nothing where the file states one that we do not know.
  private(set) var currency: Currency? = .euro
  var source: TextFile
  /// The city's country, by whose habits days are read.
  private(set) var country: Country?

  static let keys =
    ["id", "name", "currency", "covenant", "partners", "capacity"] + ApplicantKey.allCases.map(\.rawValue)
  static let partnerKeys =
    ["id", "name", "currency", "own-contribution"] + ApplicantKey.allCases.map(\.rawValue)

  /// The most partners of a city; the largest projects of the Union have a tenth of it.
  static let mostPartners = 1_000

  /// The first and last year for which a contribution or a cost is believable.
  static let years = 2000...2100

  /// A reader of a file that is named in diagnostics.
  init(file: String) {
    source = TextFile(file: file, utf8: [])
  }

  /// Reads the bytes of the file.
  mutating func read(_ raw: [UInt8]) -> City? {
    if let offset = TextEncoding.firstOffsetOutsideUTF8(raw) {
      source = TextFile(file: source.file, utf8: Array(raw[..<offset]))
      report(source.cityIsNotUTF8(at: source.position(ofByte: offset)))
      return nil
    }
    source = TextFile(file: source.file, utf8: TextEncoding.withoutMark(raw))
    switch YAMLTree.parse(source) {
    case .failure(let objection):
      report(objection.diagnostic)
      return nil
    case .success(let tree):
      guard let tree, !tree.isEmpty else {
        report(source.noID(line: 1, column: 1))
        return nil
      }
      guard let map = map(tree, of: Message(en: "the file", fr: "le fichier"), keys: CityReader.keys) else {
        return nil
      }
      return city(map, at: tree)
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { findings.report(diagnostic) }

  private mutating func city(_ map: [String: YAMLTree], at tree: YAMLTree) -> City? {
    // The currency comes first, since every amount needs it.
    readCurrency(map["currency"])
    let facts = facts(map)
    country = facts.country
    var city = City(id: "", facts: facts)
    city.currency = currency ?? .euro
    city.names = names(map["name"])
    if let covenant = map["covenant"],
      let inner = self.map(covenant, of: Message(alike: "'covenant'"), keys: ["joined", "plan"])
    {
      city.covenantJoined = inner["joined"].flatMap { day($0) }
      city.planVoted = inner["plan"].flatMap { day($0) }
      city.joinedPlace = inner["joined"].flatMap { tree in
        tree.isEmpty ? nil : Diagnostic.Place(file: source.file, line: tree.line, column: tree.column)
      }
      if let joined = city.covenantJoined, let voted = city.planVoted, voted < joined,
        let tree = inner["plan"]
      {
        report(source.planBeforeJoined(voted, joined, at: tree))
        city.planVoted = nil
      }
    }
    if let capacity = map["capacity"] { readCapacity(capacity, into: &city) }
    guard let id = map["id"], let text = text(id) else {
      if map["id"]?.isEmpty ?? true {
        report(source.noID(line: tree.line, column: tree.column))
      }
      return nil
    }
    guard text.utf8.allSatisfy(\.isIdentifierLetter) else {
      report(source.badID(text, at: id))
      return nil
    }
    city.id = text
    city.partners = partners(map["partners"], cityID: text)
    return city
  }

  private mutating func readCurrency(_ tree: YAMLTree?) {
    guard let tree, !tree.isEmpty else {
      report(source.noCurrency())
      return
    }
    guard let text = text(tree) else {
      currency = nil
      return
    }
    currency = Currency(text)
    if currency != nil { return }
    if let code = CurrencyMark.whole(text), code.count == 1, let meant = Currency(code[0]) {
      report(source.readAs("'\(meant.code)'", InputCell(tree, text), id: "word-read"))
      currency = meant
    } else {
      report(source.badCurrency(text, at: tree))
    }
  }

  private mutating func names(_ tree: YAMLTree?) -> [LocalizedText] {
    guard let tree else { return [] }
    switch tree.shape {
    case .text(let name):
      return name.map { [LocalizedText($0, language: "")] } ?? []
    case .map(let pairs):
      return pairs.compactMap { key, value in
        guard let language = text(key), let name = text(value) else { return nil }
        return LocalizedText(name, language: language.lowercased())
      }
    case .list:
      report(
        source.wrongShape(
          tree, Message(alike: "'name'"),
          Message(
            en: "a text, or texts by language: { en: …, fr: … }",
            fr: "un texte, ou des textes par langue : { en: …, fr: … }")))
      return []
    }
  }

  /// A yearly rate of interest in per cent, with or without its sign.
  private mutating func interest(_ cell: InputCell) -> Rate? {
    let text = (cell.text.last == "%" ? String(cell.text.dropLast()).trimmed : cell.text)
      .replacing(",", with: ".")
    if let rate = Rate(percent: text), rate <= .whole { return rate }
    findings.report(
      source.diagnostic(
        .error, id: "bad-interest", at: cell,
        Message(
          en: "'\(cell.quoted)' is no rate of interest from 0 to 100 per cent",
          fr: "« \(cell.quoted) » n’est pas un taux d’intérêt de 0 à 100 pour cent"),
        suggestion: Message(en: "write 3.2%", fr: "écrivez 3,2 %")),
      field: "interest")
    return nil
  }

  private mutating func readCapacity(_ tree: YAMLTree, into city: inout City) {
    guard
      let map = map(
        tree, of: Message(alike: "'capacity'"),
        keys: ["own-contribution", "applications", "bridge", "interest", "tax-fund-years"])
    else { return }
    if let bridge = map["bridge"], let text = text(bridge), let currency {
      city.bridge = findings.amount(
        InputCell(bridge, text), currency: currency, in: source, field: "bridge")
    }
    if let interest = map["interest"], let text = text(interest) {
      city.interest = self.interest(InputCell(interest, text))
    }
    if let years = map["tax-fund-years"], !years.isEmpty {
      city.taxFundYears = number(years, id: "bad-number", in: 0...10)
    }
    if let applications = map["applications"] {
      city.applications = number(applications, id: "bad-number", in: 0...10_000)
    }
    city.ownContribution = contributions(map["own-contribution"])
  }

  /// What a city or a partner can pay itself, by year.
  private mutating func contributions(_ tree: YAMLTree?) -> [Int: Money] {
    guard let tree, !tree.isEmpty else { return [:] }
    guard case .map(let pairs) = tree.shape else {
      report(
        source.wrongShape(
          tree, Message(alike: "'own-contribution'"),
          Message(en: "amounts by year: { 2027: 800000 }", fr: "des montants par année : { 2027: 800000 }")))
      return [:]
    }
    var amounts: [Int: Money] = [:]
    for (key, value) in pairs {
      guard let year = number(key, id: "bad-year", in: CityReader.years), let text = text(value) else {
        continue
      }
      // Without a currency that we know there is no amount.
      guard let currency else { continue }
      if let amount = findings.amount(
        InputCell(value, text), currency: currency, in: source, field: "own-contribution")
      {
        amounts[year] = amount
      }
    }
    return amounts
  }

  private mutating func partners(_ tree: YAMLTree?, cityID: String) -> [Partner] {
    guard let tree, !tree.isEmpty else { return [] }
    guard case .list(let entries) = tree.shape else {
      report(
        source.wrongShape(
          tree, Message(alike: "'partners'"),
          Message(
            en: "a list: - { id: …, name: …, country: … }", fr: "une liste : - { id: …, name: …, country: … }"
          )))
      return []
    }
    var partners: [Partner] = []
    var seen: Set<String> = [cityID]
    for entry in entries {
      guard partners.count < CityReader.mostPartners else {
        report(source.tooManyPartners(at: entry))
        break
      }
      guard
        let map = map(entry, of: Message(en: "a partner", fr: "un partenaire"), keys: CityReader.partnerKeys)
      else { continue }
      guard let idTree = map["id"], let id = text(idTree) else {
        report(source.noPartnerID(line: entry.line, column: entry.column))
        continue
      }
      guard id.utf8.allSatisfy(\.isIdentifierLetter), id != ItemReader.none else {
        report(source.badID(id, at: idTree))
        continue
      }
      guard seen.insert(id).inserted else {
        report(source.doubledPartner(id, at: idTree))
        continue
      }
      if let other = map["currency"], let text = text(other), Currency(text) != currency {
        report(source.partnerCurrency(text, at: other))
      }
      let name = map["name"].flatMap { self.text($0) } ?? id
      var partner = Partner(id: id, name: name, facts: facts(map, under: "partners"))
      partner.ownContribution = contributions(map["own-contribution"])
      partners.append(partner)
    }
    return partners
  }
}

extension UInt8 {
  /// Whether it may stand in the id of a city or a partner: `[a-z0-9-]`.
  fileprivate var isIdentifierLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
  }
}

// MARK: Messages

extension TextFile {
  fileprivate func cityIsNotUTF8(at place: (line: Int, column: Int)) -> Diagnostic {
    diagnostic(
      .error, id: "not-utf8", line: place.line, column: place.column,
      Message(
        en: "the file is not UTF-8 from here on; it was not read",
        fr: "à partir d’ici le fichier n’est pas en UTF-8 ; il n’a pas été lu"),
      suggestion: Message(en: "save it as UTF-8", fr: "enregistrez-le en UTF-8"))
  }

  private static var idAdvice: Message {
    Message(
      en: "add 'id: name', of small letters, digits and hyphens",
      fr: "ajoutez « id: nom », en minuscules, chiffres et traits d’union")
  }

  fileprivate func noID(line: Int, column: Int) -> Diagnostic {
    diagnostic(
      .error, id: "missing-id", line: line, column: column,
      Message(en: "the city has no id", fr: "la ville n’a pas d’id"), suggestion: TextFile.idAdvice)
  }

  fileprivate func noPartnerID(line: Int, column: Int) -> Diagnostic {
    diagnostic(
      .error, id: "missing-id", line: line, column: column,
      Message(
        en: "the partner has no id and was not read", fr: "le partenaire n’a pas d’id et n’a pas été lu"),
      suggestion: TextFile.idAdvice)
  }

  fileprivate func planBeforeJoined(_ voted: Day, _ joined: Day, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "plan-before-joined", line: tree.line, column: tree.column,
      Message(
        en: "the plan was voted on \(voted), before the council joined on \(joined); the vote is not counted",
        fr:
          "le plan a été voté le \(voted), avant l’adhésion du conseil le \(joined) ; ce vote n’est pas compté"
      ),
      suggestion: Message(en: "correct one of the days", fr: "corrigez l’un des deux jours"))
  }

  fileprivate func badID(_ text: String, at tree: YAMLTree) -> Diagnostic {
    let tidy = String(text.lowercased().map { $0.utf8.allSatisfy(\.isIdentifierLetter) ? $0 : "-" })
    return diagnostic(
      .error, id: "bad-id", line: tree.line, column: tree.column,
      Message(
        en: "'\(text.prefix(80))' cannot be an id, which has small letters, digits and hyphens only",
        fr: "« \(text.prefix(80)) » ne peut être un id, qui n’a que minuscules, chiffres et traits d’union"),
      suggestion: tidy.contains { $0 != "-" } && tidy != text
        ? Message(en: "write '\(tidy.prefix(80))'", fr: "écrivez « \(tidy.prefix(80)) »")
        : Message(en: "take another word", fr: "prenez un autre mot"))
  }

  fileprivate func doubledPartner(_ id: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "duplicate-id", line: tree.line, column: tree.column,
      Message(
        en: "the id '\(id)' is taken by the city or another partner; this partner was not read",
        fr: "l’id « \(id) » est pris par la ville ou un autre partenaire ; celui-ci n’a pas été lu"))
  }

  fileprivate func tooManyPartners(at tree: YAMLTree) -> Diagnostic {
    let most = CityReader.mostPartners
    return diagnostic(
      .error, id: "too-many-partners", line: tree.line, column: tree.column,
      Message(
        en: "the city has more than \(most) partners; this one and the following were not read",
        fr: "la ville a plus de \(most) partenaires ; celui-ci et les suivants n’ont pas été lus"))
  }

  fileprivate func noCurrency() -> Diagnostic {
    diagnostic(
      .warning, id: "no-currency", line: nil, column: nil,
      Message(
        en: "no currency is stated, so amounts are read as euro",
        fr: "aucune monnaie n’est indiquée : les montants sont lus en euros"),
      suggestion: Message(en: "add 'currency: EUR'", fr: "ajoutez « currency: EUR »"))
  }

  fileprivate func badCurrency(_ text: String, at tree: YAMLTree) -> Diagnostic {
    let common = ["EUR", "BGN", "CHF", "CZK", "DKK", "GBP", "HUF", "ISK", "NOK", "PLN", "RON", "SEK", "UAH"]
    return diagnostic(
      .error, id: "unknown-currency", line: tree.line, column: tree.column,
      Message(
        en: "'\(text.prefix(80))' is not the code of a currency, so no amount could be read",
        fr: "« \(text.prefix(80)) » n’est pas le code d’une monnaie : aucun montant n’a pu être lu"),
      suggestion: Diagnostic.nearest(to: text, among: common).map(Message.didYouMean)
        ?? Message(en: "write its three letters, such as EUR", fr: "écrivez ses trois lettres, comme EUR"))
  }

  fileprivate func partnerCurrency(_ text: String, at tree: YAMLTree) -> Diagnostic {
    let own = text.prefix(80)
    return diagnostic(
      .warning, id: "partner-currency", line: tree.line, column: tree.column,
      Message(
        en:
          "costs are read in the city's currency, also those of a partner that keeps its accounts in '\(own)'",
        fr:
          "les coûts sont lus dans la monnaie de la ville, même ceux d’un partenaire qui compte en « \(own) »"
      ))
  }
}
