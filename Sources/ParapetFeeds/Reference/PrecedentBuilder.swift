import ParapetModel

/// Makes a funded project of the elements that CORDIS writes it in.
///
/// Amounts and names stand in attributes or in elements of the same name, codes with or without a slash before
/// them, and most of it may be missing.
struct PrecedentBuilder {
  private(set) var findings: XMLFindings

  init(file: String) { findings = XMLFindings(file: file) }

  /// The project of a document's root and the elements directly inside it; without a number there is none.
  mutating func build(_ root: XMLElement, _ parts: [XMLElement]) -> Precedent? {
    guard let id = parts.text("id") else {
      findings.note("missing-id", root, .noNumber)
      return nil
    }
    var precedent = Precedent(id: id)
    precedent.acronym = parts.text("acronym")
    let language = parts.text("language") ?? "en"
    precedent.titles = parts.filter { $0.name == "title" && !$0.text.isEmpty }.map {
      LocalizedText($0.text, language: $0["xml:lang"] ?? language)
    }
    precedent.totalCost = amount("totalCost", of: root, parts).flatMap { $0.minorUnits == 0 ? nil : $0 }
    precedent.contribution = amount("ecMaxContribution", of: root, parts).flatMap {
      $0.minorUnits == 0 ? nil : $0
    }
    precedent.start = day("startDate", parts)
    precedent.end = day("endDate", parts)
    precedent.scheme = parts.text("fundingScheme")
    // A number of digits alone can be part of an address.
    if id.utf8.count <= 20, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      precedent.page = "https://cordis.europa.eu/project/id/\(id)"
    }
    for relations in parts where relations.name == "relations" { read(relations, into: &precedent) }
    if precedent.topics.isEmpty, precedent.calls.isEmpty {
      findings.note("missing-topic", root, .neitherTopicNorCall(id), severity: .warning)
    }
    return precedent
  }
}

extension PrecedentBuilder {
  private mutating func read(_ relations: XMLElement, into precedent: inout Precedent) {
    for category in relations.children(named: "categories").flatMap({ $0.children(named: "category") })
    where category["classification"] == "projectFundingSchemeCategory" {
      precedent.scheme = category.children.text("code").map(PrecedentBuilder.code)
    }
    var organisations: [(order: Int, role: Int, participant: Precedent.Participant)] = []
    for association in relations.children(named: "associations").flatMap(\.children) {
      switch association.name {
      case "programme": readProgramme(association, into: &precedent)
      case "call":
        append(
          association.children.text("identifier") ?? association.children.text("title"), to: &precedent.calls)
      case "organization":
        guard let participant = participant(association) else { continue }
        let order = association["order"].flatMap { Int($0) } ?? Int.max
        let role = Precedent.Role.allCases.firstIndex(of: participant.role) ?? 0
        organisations.append((order, role, participant))
      default: break
      }
    }
    // Third parties have the number of the participant that they are linked to, and follow it.
    precedent.participants = organisations.enumerated().sorted { left, right in
      (left.element.order, left.element.role, left.offset) < (
        right.element.order, right.element.role, right.offset
      )
    }.map(\.element.participant)
  }

  private func readProgramme(_ element: XMLElement, into precedent: inout Precedent) {
    guard let code = element.children.text("code") ?? element.children.text("id") else { return }
    switch element["type"] {
    case "relatedTopic": append(code, to: &precedent.topics)
    case "relatedLegalBasis":
      // Of several legal bases the unique one is the part of the programme that paid.
      if precedent.programme == nil || element["uniqueProgrammePart"] == "true" { precedent.programme = code }
    case "relatedFundingScheme": precedent.scheme = precedent.scheme ?? PrecedentBuilder.code(code)
    default: break
    }
  }

  private func append(_ identifier: String?, to list: inout [String]) {
    guard let identifier, !list.contains(identifier) else { return }
    list.append(identifier)
  }

  private mutating func participant(_ element: XMLElement) -> Precedent.Participant? {
    guard let name = element.children.text("legalName") ?? element.children.text("shortName") else {
      findings.note("missing-name", element, .namelessParticipant, severity: .warning)
      return nil
    }
    var participant = Precedent.Participant(
      name: PrecedentBuilder.unquoted(name), role: PrecedentBuilder.role(element["type"]))
    let address = element.children(named: "address").first?.children
    if let code = address?.text("country") ?? element["country"] {
      participant.country = Country(code)
      if participant.country == nil {
        findings.note("unknown-country", element, .noCountry(code), severity: .warning)
      }
    }
    participant.town = address?.text("city")
    participant.kind = element.descendants(named: "category").first {
      $0["classification"] == "organizationActivityType"
    }.flatMap { $0.children.text("code") }.flatMap { Precedent.Kind(rawValue: PrecedentBuilder.code($0)) }
    participant.isSmall = truth("sme", of: element)
    participant.hasLeft = truth("terminated", of: element) ?? false
    participant.contribution = amount("ecContribution", of: element, element.children)
    participant.netContribution = amount("netEcContribution", of: element, element.children)
    participant.totalCost = amount("totalCost", of: element, element.children)
    return participant
  }

  private static func role(_ type: String?) -> Precedent.Role {
    switch type {
    case "coordinator": .coordinator
    case "participant", "beneficiary": .participant
    case "thirdParty": .thirdParty
    case "associatedPartner", "internationalPartner": .associatedPartner
    default: .other
    }
  }
}

extension PrecedentBuilder {
  /// An amount of an attribute or of an element of the same name.
  private mutating func amount(_ name: String, of element: XMLElement, _ parts: some Collection<XMLElement>)
    -> Money?
  {
    guard let text = element[name] ?? parts.text(name), !text.isEmpty else { return nil }
    if let amount = PrecedentBuilder.amount(text) { return amount }
    findings.note("unreadable-amount", element, .noAmount(text.prefix(80), of: name), severity: .warning)
    return nil
  }

  /// An amount in euro; what the register's arithmetic left behind the cent, four digits or more, is rounded half up.
  static func amount(_ text: String) -> Money? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (4...20).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return Money(decimal: text).flatMap { $0.minorUnits >= 0 ? $0 : nil } }
    guard let cents = Money(decimal: parts[0] + "." + parts[1].prefix(2)), cents.minorUnits >= 0 else {
      return nil
    }
    let isUp = parts[1].dropFirst(2).first.map { $0 >= "5" } ?? false
    return Money(minorUnits: cents.minorUnits + (isUp ? 1 : 0))
  }

  private mutating func day(_ name: String, _ parts: [XMLElement]) -> Day? {
    guard let element = parts.first(where: { $0.name == name && $0.hasText }) else { return nil }
    if let day = Day(element.text.prefix(10)) { return day }
    findings.note("impossible-date", element, .noDate(element.text.prefix(80), of: name), severity: .warning)
    return nil
  }

  private func truth(_ name: String, of element: XMLElement) -> Bool? {
    switch element[name] ?? element.children.text(name) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// The last part of a code that is written as a path: `HORIZON-IA` of `/HORIZON-IA`.
  private static func code(_ text: String) -> String {
    text.split(separator: "/").last.map(String.init) ?? text
  }

  /// A name without the quotation marks that a table once put around it.
  private static func unquoted(_ name: String) -> String {
    guard name.utf8.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return name }
    return String(name.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}

extension Collection<XMLElement> {
  /// The text of the first element of a name that has one.
  fileprivate func text(_ name: String) -> String? {
    first { $0.name == name && $0.hasText }?.text
  }
}

extension XMLElement {
  /// The elements of a name anywhere inside, in the order of the file.
  fileprivate func descendants(named name: String) -> [XMLElement] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(named: name) }
  }
}

extension Message {
  fileprivate static let noNumber = Message(
    en: "the project has no number ('id')", fr: "le projet n’a pas de numéro (« id »)")
  fileprivate static let namelessParticipant = Message(
    en: "a participant without a name was left out", fr: "un participant sans nom n’a pas été repris")

  fileprivate static func neitherTopicNorCall(_ project: String) -> Message {
    Message(
      en: "the project '\(project)' names neither topic nor call, so that nobody will find it",
      fr: "le projet « \(project) » ne nomme ni sujet ni appel : personne ne le trouvera")
  }

  fileprivate static func noCountry(_ code: String) -> Message {
    Message(en: "'\(code)' is no country", fr: "« \(code) » n’est pas un pays")
  }

  fileprivate static func noAmount(_ text: Substring, of element: String) -> Message {
    Message(
      en: "'\(text)' is no amount ('\(element)') and is left out",
      fr: "« \(text) » n’est pas un montant (« \(element) ») et n’est pas repris")
  }

  fileprivate static func noDate(_ text: Substring, of element: String) -> Message {
    Message(
      en: "'\(text)' is no date ('\(element)') and is left out",
      fr: "« \(text) » n’est pas une date (« \(element) ») et n’est pas repris")
  }
}
