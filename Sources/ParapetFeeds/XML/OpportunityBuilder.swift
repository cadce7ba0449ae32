import ParapetModel

/// Makes an opportunity of a record in canonical XML and says what is wrong with it.
struct OpportunityBuilder {
  /// What was found; an error means that the record cannot be used.
  var findings: XMLFindings
  /// Whether a statement without grade and source is refused.
  let citationRequired: Bool
  /// How many different elements of the record state something.
  private(set) var fields = 0

  private let language: String
  private var opportunity: Opportunity

  /// A builder for the records of a file whose texts are of a language unless they say otherwise.
  init(file: String, language: String, origin: Opportunity.Origin, citationRequired: Bool) {
    findings = XMLFindings(file: file)
    self.language = language
    self.citationRequired = citationRequired
    opportunity = Opportunity(level: .topic, identifier: "", origin: origin)
  }

  /// The opportunity of a record, or nothing where an error was found.
  mutating func build(_ record: XMLElement) -> Opportunity? {
    findings.expect(record, attributes: ["level", "id", "lastModified", "proposal", "xml:lang"], text: false)
    switch record["proposal"] {
    case nil, "false": break
    case "true": opportunity.isProposal = true
    case let other?:
      findings.note("unknown-value", record, .noneOf(["true", "false"], other, of: "proposal"))
    }
    if let level: Opportunity.Level = findings.required("level", of: record, id: "unknown-level") {
      opportunity.level = level
    }
    opportunity.lastModified = record["lastModified"].flatMap { findings.day($0, of: record) }
    readIdentifiers(of: record)
    var seen: OpportunityElements = []
    for child in record.children {
      guard child.foreignNamespace == nil, let element = child.element else {
        findings.refuse(child, in: record, known: OpportunityElement.names)
        continue
      }
      if seen.insert(OpportunityElements(element)).inserted || element.isRepeatable {
        read(child, as: element)
      } else {
        findings.note("repeated-element", child, .repeated(child.name))
      }
    }
    fields = seen.subtracting(OpportunityElements(.notStated)).count
    opportunity.deadlines.sort()
    if opportunity.titles.isEmpty { findings.note("missing-title", record, .noTitle) }
    return findings.diagnostics.contains { $0.severity == .error } ? nil : opportunity
  }

  private mutating func read(_ child: XMLElement, as element: OpportunityElement) {
    switch element {
    case .identifier: break  // read before, since the record's own name may be among them
    case .programme: opportunity.programme = coded(child)
    case .partOf: readPartOf(child)
    case .appliesTo: readScope(child)
    case .title: append(child, to: \.titles)
    case .description: append(child, to: \.descriptions)
    case .legalBasis: readLegalBasis(child)
    case .management:
      findings.expect(child, attributes: ["mode"], text: false)
      opportunity.management = findings.required("mode", of: child)
    case .period: readPeriod(child)
    case .applyAt: append(child, to: \.applyAt)
    case .status:
      findings.expect(child, attributes: ["sourceCode"], text: true)
      opportunity.statedStatus = findings.value(child.text, of: child)
      opportunity.statedStatusCode = child["sourceCode"]
    case .publicationDate: opportunity.publicationDate = day(child)
    case .openingDate: opportunity.openingDate = day(child).flatMap { plausible($0, child) }
    case .deadlineModel:
      findings.expect(child, attributes: [], text: true)
      opportunity.deadlineModel = findings.value(child.text, of: child)
    case .deadline: readDeadline(child)
    case .funding: opportunity.funding = funding(child)
    case .costRules: opportunity.costRules = costRules(child)
    case .typeOfAction:
      if let type = coded(child) { opportunity.typesOfAction.append(type) }
    case .requirements: opportunity.requirements = requirements(child)
    case .condition:
      findings.expect(child, attributes: ["id"] + citationAttributes, text: false)
      guard let id = findings.required("id", of: child) else { return }
      if opportunity.conditions.contains(where: { $0.id == id }) {
        return findings.note("duplicate-id", child, .twoConditions(id))
      }
      opportunity.conditions.append(condition(child, id: id))
    case .cadence:
      findings.expect(child, attributes: citationAttributes, text: false)
      opportunity.cadence = condition(child, id: "cadence")
    case .keyword: append(child, to: \.keywords)
    case .documentLink: readDocument(child)
    case .landingPage:
      findings.expect(child, attributes: [], text: true)
      opportunity.landingPage = findings.address(child.text, of: child)
    case .notStated:
      findings.expect(child, attributes: [], text: true)
      opportunity.notStated = XMLFindings.words(child.text)
    }
  }
}

// Names and links.
extension OpportunityBuilder {
  /// The record's name is `id`, else the first identifier of a scheme of topics, else the first of any.
  private mutating func readIdentifiers(of record: XMLElement) {
    var identifiers: [Identifier] = []
    for child in record.children where child.element == .identifier && child.foreignNamespace == nil {
      findings.expect(child, attributes: ["scheme"], text: true)
      findings.expectNoChildren(child)
      guard let scheme = findings.required("scheme", of: child) else { continue }
      guard child.hasText else {
        findings.note("missing-id", child, .emptyIdentifier)
        continue
      }
      identifiers.append(Identifier(scheme: scheme, value: child.text))
    }
    if let id = record["id"], !id.isEmpty {
      opportunity.identifier = id
    } else if let own = identifiers.firstIndex(where: { $0.scheme.hasSuffix("topic") })
      ?? identifiers.indices.first
    {
      opportunity.identifier = identifiers.remove(at: own).value
    } else {
      findings.note("missing-id", record, .noIdentifier, suggestion: .giveIdentifier)
    }
    opportunity.reference = identifiers.first { $0.scheme.hasSuffix("reference") }?.value
    opportunity.otherIdentifiers = identifiers
  }

  private mutating func readPartOf(_ element: XMLElement) {
    findings.expect(element, attributes: ["level", "ref"], text: false)
    guard let level: Opportunity.Level = findings.required("level", of: element, id: "unknown-level")
    else { return }
    opportunity.partOf.append(
      PartOf(level: level, ref: element["ref"], titles: texts(in: element, named: "title")))
  }

  private mutating func readScope(_ element: XMLElement) {
    findings.expect(element, attributes: ["programme", "identifierPrefix", "typeOfAction"], text: false)
    findings.expectNoChildren(element)
    let scope = Scope(
      programme: element["programme"], identifierPrefix: element["identifierPrefix"],
      typeOfAction: element["typeOfAction"])
    guard scope != Scope() else {
      return findings.note("missing-attribute", element, .boundlessScope)
    }
    opportunity.appliesTo.append(scope)
  }

  private mutating func readLegalBasis(_ element: XMLElement) {
    findings.expect(element, attributes: ["celex"], text: true)
    findings.expectNoChildren(element)
    guard let celex = findings.required("celex", of: element) else { return }
    opportunity.legalBases.append(LegalBasis(celex: celex, label: element.text))
  }

  private mutating func coded(_ element: XMLElement) -> Coded? {
    findings.expect(element, attributes: ["code", "vocabulary", "xml:lang"], text: true)
    findings.expectNoChildren(element)
    let code = element["code"] ?? ""
    guard !code.isEmpty || element.hasText else {
      findings.note("missing-attribute", element, .neitherCodeNorLabel(element.name))
      return nil
    }
    return Coded(
      code: code, vocabulary: element["vocabulary"], label: element.hasText ? element.text : nil)
  }
}

// Days.
extension OpportunityBuilder {
  private mutating func day(_ element: XMLElement) -> Day? {
    findings.expect(element, attributes: [], text: true)
    findings.expectNoChildren(element)
    return findings.day(element.text, of: element)
  }

  /// The day, or nothing and a remark where its year stands for "none".
  private mutating func plausible(_ day: Day, _ element: XMLElement) -> Day? {
    guard !FeedDate.years.contains(day.components.year) else { return day }
    findings.note("implausible-date", element, .implausibleDate(day, of: element.name), severity: .warning)
    return nil
  }

  private mutating func readPeriod(_ element: XMLElement) {
    findings.expect(element, attributes: ["from", "to"], text: false)
    findings.expectNoChildren(element)
    guard let first = findings.required("from", of: element), let last = findings.required("to", of: element),
      let from = findings.day(first, of: element), let to = findings.day(last, of: element)
    else { return }
    opportunity.period = Period(from: from, to: to)
    if to < from {
      findings.note("impossible-date", element, .endsBeforeStart(element.name, to, from))
    }
  }

  private mutating func readDeadline(_ element: XMLElement) {
    findings.expect(element, attributes: ["stage"], text: true)
    findings.expectNoChildren(element)
    let stage = element["stage"].flatMap { findings.count($0, of: element) }
    guard let moment = findings.moment(element.text, of: element), plausible(moment.day, element) != nil
    else {
      return
    }
    opportunity.deadlines.append(Deadline(day: moment.day, time: moment.time, stage: stage))
  }
}

// Texts.
extension OpportunityBuilder {
  private mutating func append(_ element: XMLElement, to path: WritableKeyPath<Opportunity, [LocalizedText]>)
  {
    if let text = text(element) { opportunity[keyPath: path].append(text) }
  }

  /// The text of an element, free of markup, or nothing where it is empty.
  mutating func text(_ element: XMLElement) -> LocalizedText? {
    findings.expect(element, attributes: ["xml:lang", "format"], text: true)
    findings.expectNoChildren(element)
    var text = element.text
    switch element["format"] {
    case nil, "text": break
    case "html": text = PlainText.from(html: text)
    case let other?:
      findings.note("unknown-value", element, .noneOf(["text", "html"], other, of: element.name))
    }
    guard !text.isEmpty else { return nil }
    return LocalizedText(text, language: (element["xml:lang"] ?? language).lowercased())
  }

  private mutating func texts(in element: XMLElement, named name: String) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    for child in element.children {
      guard child.name == name, child.foreignNamespace == nil else {
        findings.refuse(child, in: element, known: [name])
        continue
      }
      if let text = text(child) { texts.append(text) }
    }
    return texts
  }

  private mutating func condition(_ element: XMLElement, id: String) -> Condition {
    let condition = Condition(
      id: id, texts: texts(in: element, named: "text"),
      citation: findings.citation(of: element, demand: .figure(isRequired: citationRequired)))
    if condition.texts.isEmpty { findings.note("missing-text", element, .noText(element.name)) }
    return condition
  }

  private mutating func readDocument(_ element: XMLElement) {
    findings.expect(element, attributes: ["url", "format"], text: false)
    let titles = texts(in: element, named: "title")
    guard let url = findings.required("url", of: element), let address = findings.address(url, of: element)
    else { return }
    opportunity.documents.append(DocumentLink(url: address, format: element["format"], titles: titles))
  }
}

extension Message {
  fileprivate static let noTitle = Message(
    en: "the record has no title", fr: "la notice n’a pas de titre")
  fileprivate static let emptyIdentifier = Message(
    en: "the identifier is empty", fr: "l’identifiant est vide")
  fileprivate static let noIdentifier = Message(
    en: "the record has no identifier", fr: "la notice n’a pas d’identifiant")
  fileprivate static let giveIdentifier = Message(
    en: "give it an attribute 'id'", fr: "donnez-lui un attribut « id »")
  fileprivate static let boundlessScope = Message(
    en: "'appliesTo' without an attribute would govern every topic",
    fr: "« appliesTo » sans attribut régirait tous les sujets")

  fileprivate static func twoConditions(_ id: String) -> Message {
    Message(en: "two conditions are called '\(id)'", fr: "deux conditions s’appellent « \(id) »")
  }

  fileprivate static func neitherCodeNorLabel(_ element: String) -> Message {
    Message(
      en: "'\(element)' has neither a code nor a label", fr: "« \(element) » n’a ni code ni libellé")
  }
}
