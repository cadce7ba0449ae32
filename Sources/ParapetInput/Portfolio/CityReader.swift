import ParapetModel

/// Reads city.yaml; what is wrong there costs the one fact it is about, and only a city without id is no city.
struct CityReader {
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// The currency of the costs, or nothing where the file states one that we do not know.
  private(set) var currency: Currency? = .euro
  var source: TextFile

  static let keys =
    ["id", "name", "currency", "covenant", "partners", "capacity"] + ApplicantKey.allCases.map(\.rawValue)
  static let partnerKeys = ["id", "name", "currency"] + ApplicantKey.allCases.map(\.rawValue)

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
      diagnostics.append(source.cityIsNotUTF8(at: source.position(ofByte: offset)))
      return nil
    }
    source = TextFile(file: source.file, utf8: TextEncoding.withoutMark(raw))
    switch YAMLTree.parse(source) {
    case .failure(let objection):
      diagnostics.append(objection.diagnostic)
      return nil
    case .success(let tree):
      guard let tree, !tree.isEmpty else {
        diagnostics.append(source.noID(line: 1, column: 1, "the city has no id"))
        return nil
      }
      guard let map = map(tree, of: "the file", keys: CityReader.keys) else { return nil }
      return city(map, at: tree)
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private mutating func city(_ map: [String: YAMLTree], at tree: YAMLTree) -> City? {
    // The currency comes first, since every amount needs it.
    readCurrency(map["currency"])
    let facts = facts(map)
    var city = City(id: "", facts: facts)
    city.currency = currency ?? .euro
    city.names = names(map["name"])
    if let covenant = map["covenant"], let inner = self.map(covenant, of: "'covenant'", keys: ["joined"]) {
      city.covenantJoined = inner["joined"].flatMap { day($0) }
    }
    if let capacity = map["capacity"] { readCapacity(capacity, into: &city) }
    guard let id = map["id"], let text = text(id) else {
      if map["id"]?.isEmpty ?? true {
        report(source.noID(line: tree.line, column: tree.column, "the city has no id"))
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
    currency = text(tree).flatMap { Currency($0) }
    if currency == nil, let text = tree.text { report(source.badCurrency(text, at: tree)) }
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
      report(source.wrongShape(tree, "'name'", "a text, or texts by language: { en: …, fr: … }"))
      return []
    }
  }

  private mutating func readCapacity(_ tree: YAMLTree, into city: inout City) {
    guard let map = map(tree, of: "'capacity'", keys: ["own-contribution", "applications"]) else { return }
    if let applications = map["applications"] {
      city.applications = number(applications, id: "bad-number", in: 0...10_000)
    }
    guard let contribution = map["own-contribution"], !contribution.isEmpty else { return }
    guard case .map(let pairs) = contribution.shape else {
      report(source.wrongShape(contribution, "'own-contribution'", "amounts by year: { 2027: 800000 }"))
      return
    }
    for (key, value) in pairs {
      guard let year = number(key, id: "bad-year", in: CityReader.years), let text = text(value) else {
        continue
      }
      // Without a currency that we know there is no amount.
      guard let currency else { continue }
      do throws(AmountFault) {
        city.ownContribution[year] = try AmountFault.amount(of: text, currency: currency)
      } catch {
        report(error.diagnostic(text, in: source, line: value.line, column: value.column))
      }
    }
  }

  private mutating func partners(_ tree: YAMLTree?, cityID: String) -> [Partner] {
    guard let tree, !tree.isEmpty else { return [] }
    guard case .list(let entries) = tree.shape else {
      report(source.wrongShape(tree, "'partners'", "a list: - { id: …, name: …, country: … }"))
      return []
    }
    var partners: [Partner] = []
    var seen: Set<String> = [cityID]
    for entry in entries {
      guard partners.count < CityReader.mostPartners else {
        report(source.tooManyPartners(at: entry))
        break
      }
      guard let map = map(entry, of: "a partner", keys: CityReader.partnerKeys) else { continue }
      guard let idTree = map["id"], let id = text(idTree) else {
        report(source.noID(line: entry.line, column: entry.column, "the partner has no id and was not read"))
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
      partners.append(Partner(id: id, name: name, facts: facts(map)))
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
      "the file is not UTF-8 from here on; it was not read", suggestion: "save it as UTF-8")
  }

  fileprivate func noID(line: Int, column: Int, _ message: String) -> Diagnostic {
    diagnostic(
      .error, id: "missing-id", line: line, column: column, message,
      suggestion: "add 'id: name', of small letters, digits and hyphens")
  }

  fileprivate func badID(_ text: String, at tree: YAMLTree) -> Diagnostic {
    let tidy = String(text.lowercased().map { $0.utf8.allSatisfy(\.isIdentifierLetter) ? $0 : "-" })
    return diagnostic(
      .error, id: "bad-id", line: tree.line, column: tree.column,
      "'\(text.prefix(80))' cannot be an id, which has small letters, digits and hyphens only",
      suggestion: tidy.contains { $0 != "-" } && tidy != text
        ? "write '\(tidy.prefix(80))'" : "take another word")
  }

  fileprivate func doubledPartner(_ id: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "duplicate-id", line: tree.line, column: tree.column,
      "the id '\(id)' is taken by the city or another partner; this partner was not read")
  }

  fileprivate func tooManyPartners(at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .error, id: "too-many-partners", line: tree.line, column: tree.column,
      "the city has more than \(CityReader.mostPartners) partners; this one and the following were not read")
  }

  fileprivate func noCurrency() -> Diagnostic {
    diagnostic(
      .warning, id: "no-currency", line: nil, column: nil,
      "no currency is stated, so amounts are read as euro", suggestion: "add 'currency: EUR'")
  }

  fileprivate func badCurrency(_ text: String, at tree: YAMLTree) -> Diagnostic {
    let common = ["EUR", "BGN", "CHF", "CZK", "DKK", "GBP", "HUF", "ISK", "NOK", "PLN", "RON", "SEK", "UAH"]
    let meant = text == "€" ? "EUR" : Diagnostic.nearest(to: text, among: common)
    return diagnostic(
      .error, id: "unknown-currency", line: tree.line, column: tree.column,
      "'\(text.prefix(80))' is not the code of a currency, so no amount could be read",
      suggestion: meant.map { "did you mean '\($0)'?" } ?? "write its three letters, such as EUR")
  }

  fileprivate func partnerCurrency(_ text: String, at tree: YAMLTree) -> Diagnostic {
    diagnostic(
      .warning, id: "partner-currency", line: tree.line, column: tree.column,
      "costs are read in the city's currency, also those of a partner that keeps its accounts in '\(text.prefix(80))'"
    )
  }
}
