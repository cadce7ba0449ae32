public import ParapetMatching
public import ParapetModel

/// The instrument book: which instrument pays for which measure, how sure that is, and each instrument in short.
public struct BookReport: Document {
  let matrix: InstrumentMatrix
  let instruments: [Offer]
  let expectations: [UsualReading]
  let proposals: [Opportunity]
  let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// The book of a matrix and all instruments, held against what is usually expected.
  public init(
    _ matrix: InstrumentMatrix, instruments: [Offer], expectations: [UsualReading], proposals: [Opportunity],
    words: any Sentences, edition: Edition
  ) {
    self.matrix = matrix
    self.instruments = instruments
    self.expectations = expectations
    self.proposals = proposals
    self.words = words
    self.edition = edition
  }

  /// The pages for a terminal: the matrix measure by measure, since its full width fits no line.
  public var report: Report { report(with: []) }

  /// The pages for a browser, with the whole matrix.
  public var page: Report { report(with: [.table(wholeMatrix)]) }

  private func report(with whole: [Block]) -> Report {
    var blocks: [Block] = [
      .heading(level: 2, words.label(.legend)), .paragraph(Phrase(words.note(.matrixMeaning))),
      .paragraph(Phrase(words.note(.gradeMeaning))),
      .heading(level: 2, words.label(.byMeasure)), .table(byMeasure),
    ]
    if !whole.isEmpty { blocks += [.heading(level: 2, words.label(.matrix))] + whole }
    blocks += departureBlocks
    blocks.append(.heading(level: 2, words.label(.instruments)))
    for offer in instruments { blocks += section(of: offer) }
    blocks += proposalBlocks
    let size = words.note(
      .bookSize(instruments: instruments.count, measures: matrix.measures.count))
    return Report(title: words.label(.book), notes: [words.made(edition), size], blocks: blocks)
  }

  /// The words of an answer.
  func word(_ answer: Coverage.Answer) -> String {
    switch answer {
    case .core: words.label(.core)
    case .possible: words.label(.possible)
    case .no: words.label(.no)
    case .unknown: words.label(.unknown)
    }
  }
}

// The matrix in its two forms.
extension BookReport {
  /// For each measure the instruments of each answer; those of which nothing is known are left out.
  private var byMeasure: Table {
    let answers: [Coverage.Answer] = [.core, .possible, .no]
    var table = Table(
      caption: words.label(.byMeasure),
      columns: [Table.Column(words.label(.measure), .prose)]
        + answers.map { Table.Column(Typography.capitalised(word($0)), .prose) })
    for measure in matrix.measures {
      let names = answers.map { answer in
        matrix.offers.filter { matrix.cell($0, measure).answer == answer }.map(\.opportunity.identifier)
          .joined(separator: ", ")
      }
      table.append([.text(words.name(measure: measure))] + names.map { .text($0) })
    }
    return table
  }

  /// A row for each instrument and a column for each measure; each cell leads to its source.
  private var wholeMatrix: Table {
    var table = Table(
      caption: words.label(.matrix),
      columns: [Table.Column(words.label(.instrument))]
        + matrix.measures.map { Table.Column(words.name(measure: $0)) })
    for offer in matrix.offers {
      table.append(
        [.text(offer.opportunity.identifier)] + matrix.measures.map { cell(matrix.cell(offer, $0)) })
    }
    return table
  }

  private func cell(_ coverage: Coverage) -> Cell {
    guard let citation = coverage.citation else { return .text(word(coverage.answer)) }
    let text = "\(word(coverage.answer)) (\(words.word(citation.grade)))"
    guard let url = SourceAddress.url(of: citation.source, in: words.language) else { return .text(text) }
    return .link(text, url: url)
  }
}

// Where the files depart from the usual reading, each instrument, and what is only proposed.
extension BookReport {
  private var departureBlocks: [Block] {
    guard !expectations.isEmpty else { return [] }
    let departures = matrix.departures(from: expectations)
    let meaning = words.note(.departureMeaning(cells: departures.count, of: expectations.count))
    let entries = departures.map { departure in
      let usual = words.pair(words.label(.usually).lowercased(), word(departure.expected.answer))
      let found = words.pair(words.label(.ourFile), word(departure.found.answer))
      var phrase = Phrase([
        .strong(departure.offer.opportunity.identifier),
        .plain(" — \(words.name(measure: departure.expected.measure)) — \(usual), \(found)."),
      ])
      guard let citation = departure.found.citation else {
        return ListEntry(phrase + " " + words.note(.nothingSays))
      }
      if let why = words.why(departure.found, of: departure.offer) { phrase = phrase + " \(why)" }
      return ListEntry(phrase + " (" + words.source(of: citation) + ")")
    }
    return [.heading(level: 2, words.label(.departures)), .paragraph(Phrase(meaning)), .list(entries)]
  }

  private func word(_ answer: UsualReading.Answer) -> String {
    switch answer {
    case .core: word(Coverage.Answer.core)
    case .possible: word(Coverage.Answer.possible)
    case .no: word(Coverage.Answer.no)
    }
  }

  /// What it pays for stands in the matrix, and how costs count on the instrument's own page.
  private func section(of offer: Offer) -> [Block] {
    let text = OfferText(offer: offer, identifiers: Identifiers(among: [offer.opportunity]), words: words)
    let page = InstrumentPage(text: text, day: edition.asOf)
    let summary = Phrase([.strong(text.identifier), .plain(" — \(text.title)")])
    return [
      .details(summary: summary, page.sections(level: 3, without: [.whatItPays, .howCostsCount]))
    ]
  }

  private var proposalBlocks: [Block] {
    guard !proposals.isEmpty else { return [] }
    let entries = proposals.map { proposal in
      let description = words.text("description", of: proposal, proposal.descriptions) ?? ""
      let amounts = proposal.funding.available.map { amount in
        ListEntry(
          Phrase(words.note(.envelope(amount: words.money(amount.amount), year: amount.year)) + " (")
            + words.source(of: amount.citation) + ")")
      }
      let remarks = proposal.conditions.compactMap { remark in
        words.text("condition/\(remark.id)", of: proposal, remark.texts).map {
          ListEntry(Phrase($0 + " (") + words.source(of: remark.citation) + ")")
        }
      }
      let page = proposal.landingPage.map { [ListEntry(.link($0, url: $0))] } ?? []
      return ListEntry(
        Phrase([.strong(words.title(of: proposal)), .plain(" — \(description)")]),
        children: amounts + remarks + (amounts.isEmpty && remarks.isEmpty ? page : []))
    }
    return [
      .heading(level: 2, words.label(.proposals)), .paragraph(Phrase(words.note(.proposalMeaning))),
      .list(entries),
    ]
  }
}
