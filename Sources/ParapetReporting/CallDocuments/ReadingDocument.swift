import ParapetMatching
import ParapetModel

extension ReadingReport {
  /// The JSON document, by the schema `document`.
  public var json: String { JSONDocument("document", edition, in: words.language, Body(self)).text }

  private struct Body: Encodable {
    @OrNull var document: Source?
    var kept: Bool
    var topics: [Topic]
    var diagnostics: [DiagnosticPart]

    init(_ report: ReadingReport) {
      _document = OrNull(wrappedValue: report.readings.first.map { Source($0) })
      kept = report.isKnown
      topics = report.readings.map { Topic($0, report) }
      diagnostics = report.findings.map { DiagnosticPart($0, report.words.language) }
    }
  }

  private struct Source: Encodable {
    var name: String
    var hash: String
    var kind: String
    var series: String
    @OrNull var title: String?
    @OrNull var version: String?
    var pages: Int
    var readOn: String

    init(_ decided: DecidedReading) {
      let document = decided.document
      name = document.name
      hash = document.hash
      kind = document.kind.rawValue
      series = document.series
      _title = OrNull(wrappedValue: document.title)
      _version = OrNull(wrappedValue: document.version)
      pages = document.pages
      readOn = decided.readOn.description
    }
  }

  private struct Topic: Encodable {
    var topic: String
    @OrNull var title: String?
    @OrNull var call: String?
    var page: Int
    @OrNull var typeOfAction: String?
    @OrNull var budget: Figure?
    @OrNull var minimumGrant: Figure?
    @OrNull var maximumGrant: Figure?
    @OrNull var rate: Share?
    @OrNull var opening: String?
    var deadlines: [String]
    var absent: [String]
    var whole: Bool
    var settled: Bool
    var clauses: [Entry]
    @OrNull var changes: Changes?

    init(_ decided: DecidedReading, _ report: ReadingReport) {
      let reading = decided.reading
      topic = reading.topic
      _title = OrNull(wrappedValue: reading.title)
      _call = OrNull(wrappedValue: reading.call)
      page = reading.page
      _typeOfAction = OrNull(wrappedValue: reading.typeOfAction)
      _budget = OrNull(wrappedValue: reading.budget.map(Figure.init))
      _minimumGrant = OrNull(wrappedValue: reading.minimumGrant.map(Figure.init))
      _maximumGrant = OrNull(wrappedValue: reading.maximumGrant.map(Figure.init))
      _rate = OrNull(
        wrappedValue: reading.rate.map { Share(percent: $0.rate.percent, quote: $0.quote, page: $0.page) })
      _opening = OrNull(wrappedValue: reading.opening?.description)
      deadlines = reading.deadlines.map(\.description)
      absent = reading.absent.map(\.rawValue)
      whole = reading.isWhole
      settled = decided.isSettled
      clauses = reading.clauses.map { Entry($0, decided, report) }
      _changes = OrNull(
        wrappedValue: report.differences.first { $0.topic == reading.topic }.map(Changes.init))
    }
  }

  private struct Figure: Encodable {
    var amount: Amount
    var quote: String
    var page: Int

    init(_ figure: StatedFigure) {
      amount = Amount(figure.amount)
      quote = figure.quote
      page = figure.page
    }
  }

  private struct Share: Encodable {
    var percent: String
    var quote: String
    var page: Int
  }

  private struct Entry: Encodable {
    var number: Int
    var section: String
    var heading: String
    var quote: String
    var page: Int
    var lastPage: Int
    var meaning: String
    @OrNull var nature: String?
    var text: String
    var criteria: [Proposed]
    @OrNull var decision: Decision?

    init(_ clause: Clause, _ decided: DecidedReading, _ report: ReadingReport) {
      number = clause.number
      section = clause.section.rawValue
      heading = clause.heading
      quote = clause.quote
      page = clause.page
      lastPage = clause.lastPage
      meaning = clause.meaning.code
      _nature = OrNull(wrappedValue: clause.meaning.nature?.rawValue)
      text = report.meaning(of: clause)
      let decision = decided.decision(on: clause)
      if case .criteria(let criteria) = clause.meaning {
        let grade: Grade = decision?.isAccepted ?? false ? .call : .readFromText
        self.criteria = criteria.map { Proposed(id: $0.id, kind: $0.kind, grade: grade.rawValue) }
      } else {
        criteria = []
      }
      _decision = OrNull(wrappedValue: decision.map(Decision.init))
    }
  }

  private struct Proposed: Encodable {
    var id: String
    var kind: String
    var grade: String
  }

  private struct Decision: Encodable {
    var accepted: Bool
    var by: String
    var on: String

    init(_ decision: ClauseDecision) {
      accepted = decision.isAccepted
      by = decision.by
      on = decision.on.description
    }
  }

  private struct Changes: Encodable {
    var since: String
    var added: [Int]
    var dropped: [Gone]
    var droppedSections: [String]
    var lapsed: [Lapsed]

    init(_ difference: VersionDifference) {
      since = difference.before
      added = difference.added.map(\.number)
      dropped = difference.dropped.map { Gone(quote: $0.quote, page: $0.page) }
      droppedSections = difference.droppedSections.map(\.rawValue)
      lapsed = difference.lapsed.map { Lapsed(quote: $0.quote, by: $0.by, on: $0.on.description) }
    }
  }

  private struct Gone: Encodable {
    var quote: String
    var page: Int
  }

  private struct Lapsed: Encodable {
    var quote: String
    var by: String
    var on: String
  }
}
