import ParapetMatching
import ParapetModel

/// What can be said of one offer in one language: its own texts, and those of the instruments above it.
struct OfferText {
  let offer: Offer
  let identifiers: Identifiers
  let words: any Sentences

  var opportunity: Opportunity { offer.opportunity }

  var identifier: String { identifiers.shown(opportunity) }

  var title: String { words.title(of: opportunity) }

  /// The opportunity and all above it, nearest first.
  var chain: [Opportunity] { [opportunity] + offer.instruments }

  var programme: String? {
    guard let programme = chain.lazy.compactMap(\.programme).first else { return nil }
    return words.name(programme: programme)
  }

  var description: String? { words.text("description", of: opportunity, opportunity.descriptions) }

  /// Where to apply: the nearest that says so.
  var whereToApply: String? {
    chain.lazy.compactMap { words.text("applyAt", of: $0, $0.applyAt) }.first
  }

  /// When calls have come so far, with its source.
  var cadence: (text: String, citation: Citation)? {
    chain.lazy.compactMap { opportunity in
      opportunity.cadence.flatMap { cadence in
        words.text("cadence", of: opportunity, cadence.texts).map { ($0, cadence.citation) }
      }
    }.first
  }

  /// What must be known after the grant is won; a nearer remark replaces a wider one of the same name.
  var conditions: [(id: String, text: String, citation: Citation)] {
    var seen: Set<String> = []
    return chain.flatMap { opportunity in
      opportunity.conditions.compactMap { condition in
        guard seen.insert(condition.id).inserted,
          let text = words.text("condition/\(condition.id)", of: opportunity, condition.texts)
        else { return nil }
        return (condition.id, text, condition.citation)
      }
    }
  }

  /// The documents, each address once.
  var documents: [(title: String, url: String)] {
    var seen: Set<String> = []
    return chain.flatMap(\.documents).compactMap { document in
      guard seen.insert(document.url).inserted else { return nil }
      return (document.titles.text(in: words.language) ?? document.url, document.url)
    }
  }

  /// Every deadline with its time and stage.
  var deadlines: String? {
    guard !opportunity.deadlines.isEmpty else { return nil }
    return opportunity.deadlines.map { words.date($0.day) + ($0.time.map { " (\($0))" } ?? "") }
      .joined(separator: ", ")
  }

  /// The blocks that close a page: conditions, cadence, where to apply, documents.
  func thingsToKnow(withCadence: Bool) -> [Block] {
    var blocks: [Block] = []
    let remarks = conditions.map { ListEntry(Phrase($0.text + " (") + words.source(of: $0.citation) + ")") }
    if !remarks.isEmpty { blocks += [.heading(level: 2, words.label(.conditions)), .list(remarks)] }
    if withCadence, let cadence {
      blocks.append(.heading(level: 2, words.label(.cadence)))
      blocks.append(.paragraph(Phrase(cadence.text + " (") + words.source(of: cadence.citation) + ")"))
    }
    if let whereToApply {
      blocks += [.heading(level: 2, words.label(.whereToApply)), .paragraph(Phrase(whereToApply))]
    }
    let links = documents.map { ListEntry(.link($0.title, url: $0.url)) }
    if !links.isEmpty { blocks += [.heading(level: 2, words.label(.documents)), .list(links)] }
    return blocks
  }
}

/// A remark with its source, as JSON.
struct RemarkPart: Encodable {
  @OrNull var id: String?
  var text: String
  var source: String
  var grade: String

  init(id: String? = nil, _ text: String, _ citation: Citation) {
    _id = OrNull(wrappedValue: id)
    self.text = text
    source = citation.source
    grade = citation.grade.rawValue
  }
}

/// A document, as JSON.
struct DocumentPart: Encodable {
  var title: String
  var url: String
}
