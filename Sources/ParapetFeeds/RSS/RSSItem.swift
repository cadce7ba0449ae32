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
  /// The address of its own page.
  private let page: String?
  /// Whether a deadline is stated that could not be read.
  private var isDeadlineUnread = false

  /// Reads an item of a channel in a language, whose own page is the base of relative links.
  init(_ item: XMLElement, language: String, base: String? = nil, file: String) {
    self.item = item
    self.language = language
    place = item.place(in: file)
    page = item.own("link").flatMap { WebAddress.resolved($0, against: base) }
    link = [page, item.own("guid")].compactMap(\.self).lazy.compactMap(PortalLink.init).first
    dialect = link == nil ? .listRSS : .portalRSS
    isTender = link?.isTender ?? false
  }

  /// The opportunity, or nothing where the item has no name of its own.
  mutating func opportunity() -> Opportunity? {
    let stated = [item.own("guid"), page ?? item.own("link")].compactMap(\.self)
    let reference = stated.first { $0.utf8.count <= Self.identifierBytes }
    guard let identifier = link?.identifier ?? reference else { return nil }
    var opportunity = Opportunity(
      level: dialect == .portalRSS ? .topic : .call, identifier: identifier, origin: .feed(dialect.rawValue))
    opportunity.reference = reference
    opportunity.programme = link?.programme.map(SEDIAProgramme.abbreviated)
    opportunity.titles = texts(item.content("title"))
    opportunity.descriptions = texts(item.content("description"))
    opportunity.landingPage = page
    opportunity.publicationDate = item.own("pubDate").flatMap { publication($0) }
    var words: Set<String> = []
    opportunity.keywords = item.children.filter { $0.name == "category" && $0.isOwn }
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

  private mutating func publication(_ text: String) -> Day? {
    if case .day(let date) = ProseDate(text) { return date.day }
    remark("unreadable-date", .noDateLeftOut(text.prefix(80)))
    return nil
  }

  /// Reads the lines of the description that name deadlines, and those that go on with them.
  private mutating func readDeadlines(into opportunity: inout Opportunity) {
    var quoted: [LocalizedText] = []
    var isGoingOn = false
    for line in opportunity.descriptions.flatMap({ $0.text.split(separator: "\n") }) {
      guard let (label, text) = Self.deadline(in: line, isGoingOn: isGoingOn) else {
        isGoingOn = false
        continue
      }
      isGoingOn = true
      if text.isEmpty || DeadlineLine.standing(of: label) == .former { continue }
      let read = DeadlineLine(text, label: label)
      if DeadlineLine.standing(of: label) == .instead, !read.deadlines.isEmpty { opportunity.deadlines = [] }
      if read.hasSentinel {
        remark("implausible-date", .implausibleDate(text.prefix(80)))
      }
      if !read.hasDates, !read.hasSentinel {
        guard text.split(separator: ";").contains(where: { ProseDate(String($0).trimmed) == .rolling }) else {
          isDeadlineUnread = true
          remark("unreadable-date", .noDateLeftOut(text.prefix(80)))
          continue
        }
        opportunity.deadlineModel = .permanent
      } else if read.hasMore {
        isDeadlineUnread = true
        remark("unread-date", .unreadDate(text.prefix(120)))
      }
      for deadline in read.deadlines where !opportunity.deadlines.contains(deadline) {
        if opportunity.deadlines.count < Self.deadlines { opportunity.deadlines.append(deadline) }
      }
      if read.hasDates || opportunity.deadlineModel == .permanent {
        quoted.append(LocalizedText(String(line), language: language))
      }
    }
    opportunity.deadlines.sort()
    markStages(of: &opportunity)
    guard !quoted.isEmpty else { return }
    let citation = Citation(grade: .readFromText, source: opportunity.landingPage ?? "none")
    let lines = quoted.map(\.text).joined(separator: "\n")
    opportunity.conditions = [
      Condition(
        id: Condition.deadline, texts: [LocalizedText(lines, language: language)], citation: citation)
    ]
  }

  /// Of two stages the second is for those who were invited, which is told beside both dates.
  private mutating func markStages(of opportunity: inout Opportunity) {
    guard opportunity.deadlines.contains(where: { $0.stage == 2 }) else {
      // A first stage alone, or one of several rounds, is no model of the call.
      for index in opportunity.deadlines.indices { opportunity.deadlines[index].stage = nil }
      return
    }
    opportunity.deadlineModel = .twoStage
    guard let first = opportunity.deadlines.first(where: { ($0.stage ?? 1) == 1 }),
      let second = opportunity.deadlines.first(where: { $0.stage == 2 })
    else { return }
    remark("two-stages", .twoStages(first.day, second.day))
  }

  /// The label and the text of a line that names deadlines, or goes on with those of the line before.
  private static func deadline(
    in line: Substring, isGoingOn: Bool
  ) -> (label: Substring, text: Substring)? {
    // Hardly any line of a description has one of the words, and bytes are looked through many times faster.
    guard isGoingOn || namesDeadline(line.utf8) else { return nil }
    if let colon = labelEnd(of: line) {
      let (label, text) = (line[..<colon], line[line.index(after: colon)...].drop(while: \.isWhitespace))
      if isDeadline(label) || (isGoingOn && DeadlineLine.isPart(label)) { return (label, text) }
      return nil
    }
    if isGoingOn, DeadlineLine.goesOn(line) { return ("", line) }
    // "Deadline 3 May 2026", or a heading over the lines with the dates.
    let label = line.prefix { !$0.isNumber }
    guard isDeadline(label),
      ProseWord.words(of: label).prefix(3).contains(where: {
        isDeadline($0.text[...]) || $0.text == "closing"
      })
    else { return nil }
    return label.endIndex == line.endIndex ? (line, "") : (label, line[label.endIndex...])
  }

  /// The colon behind a label, which is none of an hour or an address.
  private static func labelEnd(of line: Substring) -> Substring.Index? {
    line.utf8.indices.first { index in
      guard line.utf8[index] == UInt8(ascii: ":") else { return false }
      let next = line.utf8.index(after: index)
      return next == line.endIndex
        || !(line[next].isNumber && index > line.startIndex && line[line.index(before: index)].isNumber)
    }
  }

  /// Whether `deadline` or `closing` stands there, in letters of any size.
  private static func namesDeadline(_ line: Substring.UTF8View) -> Bool {
    var rest = line[...]
    while let place = rest.firstIndex(where: {
      $0 | 0x20 == UInt8(ascii: "d") || $0 | 0x20 == UInt8(ascii: "c")
    }) {
      rest = rest[place...]
      if [deadlineWord, closingWord].contains(where: { word in
        rest.prefix(word.count).elementsEqual(word) { $0 | 0x20 == $1 }
      }) {
        return true
      }
      rest = rest.dropFirst()
    }
    return false
  }

  private static let deadlineWord = Array("deadline".utf8)
  private static let closingWord = Array("closing".utf8)

  /// Whether the words before a colon name a deadline, such as `Deadline` or `Submission deadline(s)`.
  private static func isDeadline(_ label: Substring) -> Bool {
    // What is far longer is no label, and not worth being made small letters of.
    guard label.utf8.count <= 80 else { return false }
    let label = label.lowercased()
    return label.utf8.count <= 40 && (label.contains("deadline") || label.contains("closing date"))
      && !label.contains("model")
  }

  private func silences(of opportunity: Opportunity) -> Set<String> {
    var silent: Set<String> = [
      "applicantType", "country", "fundingRate", "minAwardAmount", "maxAwardAmount", "estimatedAwardCount",
      "totalAmountAvailable", "openingDate",
    ]
    if opportunity.deadlines.isEmpty, !isDeadlineUnread { silent.insert("deadline") }
    if opportunity.descriptions.isEmpty { silent.insert("description") }
    return silent
  }

  private mutating func remark(_ id: String, _ message: Message) {
    remarks.append(Diagnostic(.warning, id: id, at: place, message))
  }

  /// More deadlines than any call has had.
  private static let deadlines = 64
}

extension RSSItem {
  /// The link that several items may share, and by which alone this one is named; nothing where it has a name.
  var sharedLink: String? {
    guard link == nil else { return nil }
    let guid = item.own("guid")
    guard let address = page ?? item.own("link") ?? guid, guid == nil || guid == address else { return nil }
    return address
  }
}

extension XMLElement {
  /// Whether it is of the vocabulary of its document; some feeds give the root a namespace and take it back inside.
  var isOwn: Bool { foreignNamespace == nil || foreignNamespace == "" }

  /// The text of the first child of that name that is no other vocabulary's, where there is any.
  func own(_ name: String) -> String? {
    children.first { $0.name == name && $0.isOwn && !$0.text.isEmpty }?.text
  }

  /// The same with what stands in elements inside it, as HTML.
  func content(_ name: String) -> String? {
    for child in children where child.name == name && child.isOwn {
      let text = child.children.isEmpty ? child.text : child.markup
      if !text.isEmpty { return text }
    }
    return nil
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
    guard text.isWebAddress, text.utf8.count <= HTMLLinks.addressBytes, let end = Self.end(ofPortalIn: text)
    else { return nil }
    // The portal puts its parameters behind semicolons, as others do behind a question mark.
    let parts = text[end...].split { ";?&#".contains($0) }
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

  /// Where the portal's own part of an address ends, found among its bytes.
  private static func end(ofPortalIn text: String) -> String.Index? {
    let bytes = text.utf8
    return bytes.indices.lazy.filter { bytes[$0] == portal[0] && bytes[$0...].starts(with: portal) }.first
      .map { bytes.index($0, offsetBy: portal.count) }
  }

  private static let portal = Array("/funding-tenders/opportunities/".utf8)
}

extension Message {
  fileprivate static func unreadDate(_ text: Substring) -> Message {
    Message(
      en: "'\(text)' holds a date that was not understood; look at the page",
      fr: "« \(text) » contient une date qui n’a pas été comprise ; regardez la page")
  }

  fileprivate static func twoStages(_ first: Day, _ second: Day) -> Message {
    Message(
      en: "the text names two stages: until \(first) anybody can apply, until \(second) who was invited",
      fr:
        "le texte nomme deux étapes : chacun peut postuler jusqu’au \(first), les seuls invités jusqu’au \(second)"
    )
  }
}
