import ParapetMatching
import ParapetModel

extension BookReport {
  /// One row for each cell of the matrix, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: ["instrument", "measure", "answer", "grade", "source", "criterion", "why", "usual"].map {
        Table.Column($0)
      })
    for cell in cells {
      table.append([
        .text(cell.instrument), .text(cell.measure), .text(cell.answer), .text(cell.grade),
        .text(cell.source), .text(cell.criterion), .text(cell.why), .text(cell.usual),
      ])
    }
    return table
  }

  /// The JSON document, by the schema `book`.
  public var json: String {
    let names = instruments.map { offer in
      InstrumentPart(
        instrument: offer.opportunity.identifier, title: words.title(of: offer.opportunity),
        legalBases: offer.opportunity.legalBases.map(\.celex))
    }
    let proposals = proposals.map { proposal in
      ProposalPart(
        proposal: proposal.identifier, title: words.title(of: proposal),
        amounts: proposal.funding.available.map {
          AmountPart(amount: Amount($0.amount), grade: $0.citation.grade.rawValue, source: $0.citation.source)
        })
    }
    return JSONDocument(
      "book", edition, in: words.language, Body(instruments: names, cells: cells, proposals: proposals)
    ).text
  }

  private var cells: [CellPart] {
    matrix.offers.flatMap { offer in
      matrix.measures.map { measure in
        let cell = matrix.cell(offer, measure)
        let instrument = offer.opportunity.identifier
        let usual = expectations.first { $0.instrument == instrument && $0.measure == measure }
        return CellPart(
          instrument: instrument, measure: measure, answer: cell.answer.rawValue,
          criterion: OrNull(wrappedValue: cell.criterion),
          grade: OrNull(wrappedValue: cell.citation?.grade.rawValue),
          source: OrNull(wrappedValue: cell.citation?.source),
          why: OrNull(wrappedValue: words.why(cell, of: offer)),
          usual: OrNull(wrappedValue: usual?.answer.rawValue))
      }
    }
  }

  private struct Body: Encodable {
    var instruments: [InstrumentPart]
    var cells: [CellPart]
    var proposals: [ProposalPart]
  }

  private struct InstrumentPart: Encodable {
    var instrument: String
    var title: String
    var legalBases: [String]
  }

  private struct CellPart: Encodable {
    var instrument: String
    var measure: String
    var answer: String
    @OrNull var criterion: String?
    @OrNull var grade: String?
    @OrNull var source: String?
    @OrNull var why: String?
    @OrNull var usual: String?

    init(
      instrument: String, measure: String, answer: String, criterion: OrNull<String>, grade: OrNull<String>,
      source: OrNull<String>, why: OrNull<String>, usual: OrNull<String>
    ) {
      self.instrument = instrument
      self.measure = measure
      self.answer = answer
      _criterion = criterion
      _grade = grade
      _source = source
      _why = why
      _usual = usual
    }
  }

  private struct ProposalPart: Encodable {
    var proposal: String
    var title: String
    var amounts: [AmountPart]
  }

  private struct AmountPart: Encodable {
    var amount: Amount
    var grade: String
    var source: String
  }
}

extension BookReport {
  /// The titles of instruments and proposals.
  public var foreign: ForeignTitles {
    words.foreign(instruments.lazy.map(\.opportunity)).merging(words.foreign(proposals))
  }
}
