import Foundation
import ParapetModel

/// Makes an opportunity of an item of RSS, and notes what of it could not be used.
///
/// An item is thin: a name, a page, and a deadline somewhere in a text. The day of its publication is no
/// deadline, and all else is not stated.
struct RSSItem {
  /// What there is to say about the item.
  private(set) var remarks: [Diagnostic] = []
  /// Whose feed the item's link says that it is of.
  let dialect: Dialect
  /// Whether it invites to tender, by its page.
  let isTender: Bool

  private let item: XMLElement
  private let language: String
  private let place: Diagnostic.Place
  private let link: PortalLink?

  /// Reads an item of a channel in a language.
  init(_ item: XMLElement, language: String, file: String) {
    self.item = item
    self.language = language
    place = item.place(in: file)
    link = [item.own("link"), item.own("guid")].compactMap(\.self).lazy.compactMap(PortalLink.init).first
    dialect = link == nil ? .listRSS : .portalRSS
    isTender = link?.isTender ?? false
  }

  /// The opportunity, or nothing where the item has no name of its own.
  mutating func opportunity() -> Opportunity? {
    let stated = [item.own("guid"), item.own("link")].compactMap(\.self)
    let reference = stated.first { $0.utf8.count <= Self.identifierBytes }
    guard let identifier = link?.identifier ?? reference else { return nil }
    var opportunity = Opportunity(
      level: dialect == .portalRSS ? .topic : .call, identifier: identifier, origin: .feed(dialect.rawValue))
    opportunity.reference = reference
    opportunity.programme = link?.programme.map(SEDIAProgramme.abbreviated)
    opportunity.titles = texts(item.own("title"))
    opportunity.descriptions = texts(item.own("description"))
    opportunity.landingPage = page
    opportunity.publicationDate = item.own("pubDate").flatMap { publication($0) }
    var words: Set<String> = []
    opportunity.keywords = item.children.filter { $0.name == "category" && $0.foreignNamespace == nil }
      .flatMap { texts($0.text.stated) }
      .filter { words.insert($0.text.lowercased()).inserted }
    readDeadlines(into: &opportunity)
    opportunity.notStated = silences(of: opportunity)
    return opportunity
  }

  /// The longest name or link by which an item is told from others.
  static let identifierBytes = 1024
}

extension RSSItem {
  /// The text of a piece of HTML, of which some feeds escape the markup once more.
  private func texts(_ html: String?) -> [LocalizedText] {
    guard let html else { return [] }
    let text = PlainText.from(html: html, isEscaped: !html.contains("<") && html.contains("&lt;"))
    return text.isEmpty ? [] : [LocalizedText(text, language: language)]
  }

  private var page: String? {
    guard let link = item.own("link"), link.utf8.count <= HTMLLinks.addressBytes,
      link.isWebAddress
    else { return nil }
    return link
  }

  private mutating func publication(_ text: String) -> Day? {
    if case .day(let date) = ProseDate(text) { return date.day }
    remark("unreadable-date", "'\(text.prefix(80))' is no date and is left out")
    return nil
  }

  /// Reads the lines of the description that name a deadline.
  private mutating func readDeadlines(into opportunity: inout Opportunity) {
    var quoted: [LocalizedText] = []
    for line in opportunity.descriptions.flatMap({ $0.text.split(separator: "\n") }) {
      guard let colon = line.firstIndex(of: ":"), Self.isDeadline(line[..<colon]) else { continue }
      for part in line[line.index(after: colon)...].split(separator: ";") {
        guard let text = String(part).stated, opportunity.deadlines.count < Self.deadlines else { continue }
        switch ProseDate(text) {
        case .day(let deadline): opportunity.deadlines.append(deadline)
        case .rolling: opportunity.deadlineModel = .permanent
        case .sentinel, .unreadable:
          remark("unreadable-date", "'\(text.prefix(80))' is no date and is left out")
          continue
        }
        quoted.append(LocalizedText(String(line), language: language))
      }
    }
    opportunity.deadlines.sort()
    guard !quoted.isEmpty else { return }
    let citation = Citation(grade: .readFromText, source: opportunity.landingPage ?? "none")
    opportunity.conditions = [Condition(id: Condition.deadline, texts: [quoted[0]], citation: citation)]
  }

  /// Whether the words before a colon name a deadline, such as `Deadline` or `Submission deadline(s)`.
  private static func isDeadline(_ label: Substring) -> Bool {
    let label = label.lowercased()
    return label.utf8.count <= 40 && (label.contains("deadline") || label.contains("closing date"))
      && !label.contains("model")
  }

  private func silences(of opportunity: Opportunity) -> Set<String> {
    var silent: Set<String> = [
      "applicantType", "country", "fundingRate", "minAwardAmount", "maxAwardAmount", "estimatedAwardCount",
      "totalAmountAvailable", "openingDate",
    ]
    if opportunity.deadlines.isEmpty { silent.insert("deadline") }
    if opportunity.descriptions.isEmpty { silent.insert("description") }
    return silent
  }

  private mutating func remark(_ id: String, _ message: String) {
    remarks.append(Diagnostic(.warning, id: id, at: place, message))
  }

  /// More deadlines than any call has had.
  private static let deadlines = 64
}

extension XMLElement {
  /// The text of the first child of that name that is no other vocabulary's, where there is any.
  func own(_ name: String) -> String? {
    children.first { $0.name == name && $0.foreignNamespace == nil && !$0.text.isEmpty }?.text
  }
}

/// What a link into the Funding & Tenders Portal says of the page behind it.
struct PortalLink {
  /// The call's or topic's identifier.
  private(set) var identifier: String?
  /// The programme's abbreviation.
  private(set) var programme: String?
  /// Whether the page is of an invitation to tender.
  private(set) var isTender = false

  /// The link that a text is, or nothing where it leads elsewhere.
  init?(_ text: String) {
    guard text.isWebAddress, text.utf8.count <= HTMLLinks.addressBytes,
      let portal = text.firstRange(of: "/funding-tenders/opportunities/")
    else { return nil }
    // The portal puts its parameters behind semicolons, as others do behind a question mark.
    let parts = text[portal.upperBound...].split { ";?&#".contains($0) }
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, let value = String(pair[1]).removingPercentEncoding?.stated else { continue }
      switch pair[0].lowercased() {
      case "callcode": identifier = identifier ?? value
      case "programcode": programme = programme ?? value
      default: break
      }
    }
    let path = (parts.first ?? "").split(separator: "/")
    isTender = path.contains { $0.hasPrefix("tender-details") || $0.hasPrefix("calls-for-tenders") }
    if identifier == nil, let page = path.firstIndex(of: "topic-details"), page + 1 < path.count {
      identifier = path[page + 1].removingPercentEncoding?.stated
    }
  }
}
