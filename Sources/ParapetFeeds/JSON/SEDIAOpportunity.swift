import Foundation
import ParapetModel

/// Makes an opportunity of a hit, and notes what of the hit could not be used.
struct SEDIAOpportunity {
  /// What there is to say about the hit's fields.
  private(set) var remarks: [Diagnostic] = []
  /// The opportunity, or nothing where the hit names none.
  private(set) var result: Opportunity?

  let hit: SEDIAHit
  let place: Diagnostic.Place
  /// The facts that the hit states in a way that is not understood.
  var unread: Set<String> = []
  private let dialect: Dialect
  private let decoder: JSONDecoder

  /// Reads a hit that stands at a place of a file in a dialect.
  init(_ hit: SEDIAHit, dialect: Dialect, at place: Diagnostic.Place, decoder: JSONDecoder) {
    self.hit = hit
    self.dialect = dialect
    self.place = place
    self.decoder = decoder
    for (field, list) in (hit.metadata ?? [:]).sorted(by: { $0.key < $1.key }) where list.isUnreadable {
      remark("unreadable-field", field, .noText(in: field))
    }
    result = makeOpportunity()
  }

  private mutating func makeOpportunity() -> Opportunity? {
    let reference = SEDIAIdentity.reference(of: hit)
    let title = hit.value("title") ?? hit.summary?.text
    // A title under a reference is a record without a good name; a title alone cannot be told from the next.
    guard let identifier = hit.value("identifier") ?? (title == nil ? nil : reference) else { return nil }
    var opportunity = Opportunity(
      level: .topic, identifier: identifier, origin: .feed(dialect.rawValue))
    opportunity.reference = reference
    opportunity.otherIdentifiers = otherIdentifiers(besides: reference)
    opportunity.programme = hit.value("frameworkProgramme").map(SEDIAProgramme.coded)
    opportunity.divisions = hit.values("programmeDivision").map { Coded(code: $0) }
    opportunity.landingPage = landingPage(of: identifier)
    let descriptions = hit.values("descriptionByte") + hit.values("description")
    opportunity.descriptions = texts(descriptions.first.map { PlainText.from(html: $0) })
    name(&opportunity, title: title)

    let actions: [SEDIAAction] = hit.inner?.actions ?? inner("actions") ?? []
    let budget: SEDIABudget? = hit.inner == nil ? inner("budgetOverview") : hit.inner?.budget
    let rows = budget?.rows(of: identifier) ?? []
    let status = actions.compactMap { $0.status?.id?.text }.first ?? hit.value("status")
    opportunity.statedStatusCode = status
    opportunity.statedStatus = status.map { Self.statuses[$0] ?? .unknown }
    opportunity.typesOfAction = SEDIATypeOfAction.distinct(
      hit.values("typesOfAction") + actions.flatMap { $0.types ?? [] }.compactMap { $0.typeOfAction?.text }
        + rows.compactMap(\.typeOfAction))
    opportunity.keywords = keywords(besides: [identifier, hit.value("callIdentifier") ?? ""])
    readDates(into: &opportunity, actions: actions, rows: rows)
    readMoney(into: &opportunity, rows: rows, sharedRows: budget?.sharedRows(of: identifier) ?? false)
    opportunity.documents = documents
    opportunity.notStated = silences(of: opportunity)
    return opportunity
  }

  /// Decodes the JSON text inside a field. A broken one costs the field, never the record.
  mutating func inner<Value: Decodable>(_ field: String) -> Value? {
    guard let text = hit.value(field) else { return nil }
    do {
      return try decoder.decode(Value.self, from: Data(text.utf8))
    } catch {
      remark("broken-inner-json", field, .brokenJSON(in: field), .fetchRecordAgain)
      return nil
    }
  }

  mutating func remark(_ id: String, _ field: String, _ message: Message, _ suggestion: Message? = nil) {
    var place = place
    // The other files call some fields by other names, so that of them the record alone is named.
    if dialect == .sediaSearch { place.path = place.path.map { "\($0).metadata.\(field)" } }
    remarks.append(Diagnostic(.warning, id: id, at: place, message, suggestion: suggestion))
  }

  private static let statuses: [String: Status] = [
    "31094501": .forthcoming, "31094502": .open, "31094503": .closed,
  ]
}

extension SEDIAOpportunity {
  private func texts(_ text: String?) -> [LocalizedText] {
    guard let text, !text.isEmpty else { return [] }
    return [LocalizedText(text, language: SEDIAIdentity.language(of: hit) ?? "")]
  }

  /// Names the opportunity and what it is part of.
  ///
  /// A call for cascade funding carries the identifier and title of the topic that pays for it; its own name
  /// is the call's title.
  private func name(_ opportunity: inout Opportunity, title: String?) {
    let callTitle = hit.value("callTitle").map { PlainText.from(html: $0) }
    let callIdentifier = hit.value("callIdentifier")
    let title = title.map { PlainText.from(html: $0) }
    if isCascade, callTitle != nil {
      opportunity.titles = texts(callTitle)
      opportunity.partOf = [PartOf(level: .topic, ref: opportunity.identifier, titles: texts(title))]
    } else {
      opportunity.titles = texts(title)
      if callIdentifier != nil || callTitle != nil {
        opportunity.partOf = [PartOf(level: .call, ref: callIdentifier, titles: texts(callTitle))]
      }
    }
  }

  private var isCascade: Bool { hit.value("type") == "8" }

  private func otherIdentifiers(besides reference: String?) -> [Identifier] {
    var identifiers: [Identifier] = []
    if let number = hit.value("ccm2Id") { identifiers.append(Identifier(scheme: "ccm2Id", value: number)) }
    if let stated = hit.reference?.text, stated != reference {
      identifiers.append(Identifier(scheme: "sedia-reference", value: stated))
    }
    return identifiers
  }

  /// The record's page. Of topics the index still gives addresses that are long dead, so theirs is rebuilt.
  private func landingPage(of identifier: String) -> String? {
    let stated = [hit.url?.text, hit.value("url")].compactMap(\.self).first { $0.hasPrefix("https://") }
    let isTopic = hit.value("type").map { $0 == "1" } ?? stated?.contains("/topicDetails/") ?? true
    guard isTopic else { return stated }
    let segment = identifier.addingPercentEncoding(withAllowedCharacters: Self.pathSegment)
    return segment.map { Self.topicPages + $0 }
  }

  private static let topicPages =
    "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/"
  private static let pathSegment = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/"))

  /// The documents that the conditions and the other texts link to; pages and forms are none.
  private var documents: [DocumentLink] {
    let fields = ["topicConditions", "supportInfo", "descriptionByte"]
    let language = SEDIAIdentity.language(of: hit) ?? ""
    return HTMLLinks.documents(in: fields.flatMap(hit.values), base: Self.topicPages, language: language)
  }

  /// The distinct words of its subject: keywords, tags, priorities and the destination.
  private mutating func keywords(besides identifiers: [String]) -> [LocalizedText] {
    var words = hit.values("keywords")
    if words.count == 1, words[0].hasPrefix("[\"") {
      let decoded: LenientList? = inner("keywords")
      words = decoded?.values ?? []
    }
    words += hit.values("tags") + hit.values("crossCuttingPriorities") + hit.values("destinationDescription")
    // The index lists the identifiers of topic and call among the keywords.
    var seen = Set(identifiers.map { $0.lowercased() })
    return words.map { PlainText.from(html: $0) }
      .filter { seen.insert($0.lowercased()).inserted }
      .flatMap { texts($0) }
  }

  /// The facts on which the record is silent; applicants, countries and rates are never more than prose here.
  private func silences(of opportunity: Opportunity) -> Set<String> {
    var silent: Set<String> = ["applicantType", "country", "fundingRate"]
    if opportunity.funding.minimumGrant == nil { silent.insert("minAwardAmount") }
    if opportunity.funding.maximumGrant == nil { silent.insert("maxAwardAmount") }
    if opportunity.funding.expectedGrants == nil { silent.insert("estimatedAwardCount") }
    if opportunity.funding.available.isEmpty { silent.insert("totalAmountAvailable") }
    if opportunity.openingDate == nil { silent.insert("openingDate") }
    if opportunity.deadlines.isEmpty { silent.insert("deadline") }
    if opportunity.descriptions.isEmpty { silent.insert("description") }
    return silent.subtracting(unread)
  }
}

extension Message {
  fileprivate static func noText(in field: String) -> Message {
    Message(
      en: "'\(field)' holds what is no text, and that is left out",
      fr: "« \(field) » contient ce qui n’est pas du texte, et qui n’est pas repris")
  }

  fileprivate static func brokenJSON(in field: String) -> Message {
    Message(
      en: "the JSON inside '\(field)' is broken; the field is left out",
      fr: "le JSON dans « \(field) » est brisé ; le champ n’est pas repris")
  }

  fileprivate static let fetchRecordAgain = Message(
    en: "fetch the record again", fr: "retéléchargez la notice")
}
