public import ParapetMatching
public import ParapetModel

/// One opportunity in full, ready for every format.
public struct ShowReport: Document {
  let text: OfferText
  let versions: [RecordVersion]
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition
  let precedents: PrecedentText
  private let listsPrecedents: Bool

  /// A page of an offer, the projects funded under it, and the versions that the catalogue keeps of it, newest first.
  ///
  /// - Parameter listingPrecedents: whether the rows for machines are the participants of those projects.
  public init(
    _ offer: Offer, precedents: [Precedent] = [], versions: [RecordVersion] = [],
    listingPrecedents: Bool = false, words: any Sentences, edition: Edition, identifiers: Identifiers? = nil
  ) {
    listsPrecedents = listingPrecedents
    text = OfferText(
      offer: offer, identifiers: identifiers ?? Identifiers(among: [offer.opportunity]), words: words)
    self.precedents = PrecedentText(precedents: precedents, words: words)
    self.versions = versions
    self.words = words
    self.edition = edition
  }

  /// The page for people.
  public var report: Report {
    var blocks: [Block] = [.facts(facts)]
    if let presence = words.note(text.opportunity.presence) { blocks.append(.paragraph(Phrase(presence))) }
    if let description = text.description { blocks.append(.paragraph(Phrase(description))) }
    let isInstrument = text.opportunity.level.isStanding
    if isInstrument {
      blocks += page.sections(level: 2)
    } else {
      blocks += section(.amounts, amounts.map { cited($0.text, $0.citation) })
      blocks += requirements
    }
    blocks += section(.differences, text.offer.differences.map { ListEntry(Phrase(words.difference($0))) })
    blocks += text.thingsToKnow(withCadence: !isInstrument)
    if isInstrument {
      blocks += section(.howSure, page.grades) + [.paragraph(Phrase(words.note(.gradeMeaning)))]
    }
    blocks += section(
      .legalBases,
      text.opportunity.legalBases.map { basis in
        ListEntry(
          .link(basis.label, url: SourceAddress.url(of: "CELEX:\(basis.celex)", in: words.language))
            + " (CELEX:\(basis.celex))")
      })
    if isInstrument { blocks += requirements }
    blocks += precedents.blocks
    if !versions.isEmpty { blocks += [.heading(level: 2, words.label(.versions)), .table(versionTable)] }
    return Report(title: "\(text.identifier) — \(text.title)", notes: [words.made(edition)], blocks: blocks)
  }

  /// One row of the opportunity, as in a list, or one for each participant of the projects funded under it.
  public var table: Table {
    listsPrecedents
      ? precedents.table
      : ListReport([text.offer], words: words, edition: edition, identifiers: text.identifiers).table
  }

  private var facts: [FactEntry] {
    let opportunity = text.opportunity
    func fact(_ label: Label, _ value: String?) -> FactEntry? {
      value.map { FactEntry(words.label(label), Phrase($0)) }
    }
    let page = opportunity.landingPage.map { FactEntry(words.label(.page), .link($0, url: $0)) }
    return [
      fact(.status, words.word(opportunity.status(on: edition.asOf))),
      fact(.level, words.word(opportunity.level)), fact(.reference, opportunity.reference),
      fact(.programme, text.programme),
      fact(.instrument, text.offer.instruments.first.map { words.title(of: $0) }),
      fact(.opening, opportunity.openingDate.map { words.date($0) }), fact(.deadline, text.deadlines),
      fact(.deadlineModel, opportunity.deadlineModel.map { words.word($0) }),
      fact(.management, opportunity.management.map { words.word($0) }), page,
    ].compactMap(\.self)
  }

  private var page: InstrumentPage { InstrumentPage(text: text, day: edition.asOf) }

  /// What a grant comes to, rates first, each with where it comes from.
  var amounts: [(text: String, citation: Citation)] {
    RateGroup.all(of: text.offer.funding.rates).map { ($0.sentence(words), $0.rate.citation) }
      + StatedTerm.all(in: text.offer.terms).map { (words.term($0.value), $0.citation) }
  }

  private func cited(_ text: String, _ citation: Citation) -> ListEntry {
    ListEntry(Phrase(text + " (") + words.source(of: citation) + ")")
  }

  private func section(_ label: Label, _ entries: [ListEntry]) -> [Block] {
    entries.isEmpty ? [] : [.heading(level: 2, words.label(label)), .list(entries)]
  }

  /// The trees of the opportunity and of the instruments above it, widest first, as they are written.
  private var requirements: [Block] {
    let trees = (text.offer.instruments.reversed() + [text.opportunity]).compactMap { opportunity in
      opportunity.requirements.map { tree in
        ListEntry(
          Phrase([.strong(opportunity.identifier), .plain(" — \(words.title(of: opportunity))")]),
          children: [self.tree(tree)])
      }
    }
    return section(text.opportunity.level.isStanding ? .exactRequirements : .requirements, trees)
  }

  private func tree(_ requirement: Requirement) -> ListEntry {
    switch requirement {
    case .all(let parts): return ListEntry(Phrase(words.label(.allOf)), children: parts.map(tree))
    case .any(let parts): return ListEntry(Phrase(words.label(.anyOf)), children: parts.map(tree))
    case .not(let part): return ListEntry(Phrase(words.label(.notThis)), children: [tree(part)])
    case .criterion(let criterion):
      var phrase = Phrase([.strong(words.word(kind: criterion.kind))])
      phrase = phrase + " — \(words.required(criterion.required(on: edition.asOf)))."
      if let overridden = criterion.overrides { phrase = phrase + " " + words.note(.replaces(overridden)) }
      return ListEntry(phrase + " (\(criterion.id), " + words.source(of: criterion.citation) + ")")
    }
  }

  private var versionTable: Table {
    var table = Table(
      caption: words.label(.versions),
      columns: [
        Table.Column(words.label(.readOn)), Table.Column(words.label(.dialect)),
        Table.Column(words.label(.source), .prose), Table.Column("SHA-256"),
      ])
    for version in versions {
      table.append([
        .day(version.readOn), .text(version.dialect), .text(version.source),
        .text(String(version.hash.prefix(16))),
      ])
    }
    return table
  }
}
