import ParapetMatching
import ParapetModel

extension ShowReport {
  /// The JSON document, by the schema `show`.
  public var json: String { JSONDocument("show", edition, in: words.language, Body(self)).text }

  private struct Body: Encodable {
    var opportunity: String
    @OrNull var reference: String?
    var level: String
    var title: String
    @OrNull var description: String?
    @OrNull var programme: String?
    var instruments: [String]
    var status: String
    @OrNull var missingSince: String?
    @OrNull var withdrawnOn: String?
    @OrNull var statedStatus: String?
    @OrNull var openingDate: String?
    @OrNull var deadlineModel: String?
    var deadlines: [DeadlinePart]
    var terms: [RemarkPart]
    var requirements: [TreePart]
    var differences: [DifferencePart]
    var conditions: [RemarkPart]
    @OrNull var cadence: RemarkPart?
    @OrNull var whereToApply: String?
    var documents: [DocumentPart]
    var legalBases: [String]
    var notStated: [String]
    @OrNull var landingPage: String?
    var precedents: [PrecedentPart]
    var versions: [VersionPart]

    init(_ report: ShowReport) {
      let text = report.text
      let words = report.words
      let own = text.opportunity
      opportunity = text.identifier
      _reference = OrNull(wrappedValue: own.reference)
      level = own.level.rawValue
      title = text.title
      _description = OrNull(wrappedValue: text.description)
      _programme = OrNull(wrappedValue: text.programme)
      instruments = text.offer.instruments.map(\.identifier)
      status = own.status(on: report.edition.asOf).rawValue
      _missingSince = OrNull(wrappedValue: own.presence.missingSince?.description)
      _withdrawnOn = OrNull(wrappedValue: own.presence.withdrawnOn?.description)
      _statedStatus = OrNull(wrappedValue: own.statedStatus?.rawValue)
      _openingDate = OrNull(wrappedValue: own.openingDate?.description)
      _deadlineModel = OrNull(wrappedValue: own.deadlineModel?.rawValue)
      deadlines = own.deadlines.map { deadline in
        DeadlinePart(
          day: deadline.day.description, time: OrNull(wrappedValue: deadline.time),
          stage: OrNull(wrappedValue: deadline.stage), timeAssumed: deadline.time == nil)
      }
      terms = report.amounts.map { RemarkPart($0.text, $0.citation) }
      requirements = (text.offer.instruments.reversed() + [own]).compactMap { part in
        part.requirements.map { TreePart(opportunity: part.identifier, tree: Node($0, report)) }
      }
      differences = text.offer.differences.map(DifferencePart.init)
      conditions = text.conditions.map { RemarkPart(id: $0.id, $0.text, $0.citation) }
      _cadence = OrNull(wrappedValue: text.cadence.map { RemarkPart($0.text, $0.citation) })
      _whereToApply = OrNull(wrappedValue: text.whereToApply)
      documents = text.documents.map { DocumentPart(title: $0.title, url: $0.url) }
      legalBases = own.legalBases.map(\.celex)
      notStated = own.notStated.sorted()
      _landingPage = OrNull(wrappedValue: own.landingPage)
      precedents = report.precedents.precedents.map { PrecedentPart($0, words) }
      versions = report.versions.map(VersionPart.init)
    }
  }

  private struct DeadlinePart: Encodable {
    var day: String
    var time: OrNull<String>
    var stage: OrNull<Int>
    var timeAssumed: Bool
  }

  private struct TreePart: Encodable {
    var opportunity: String
    var tree: Node
  }

  /// A requirement: an object whose one key says how its parts are joined.
  private indirect enum Node: Encodable {
    case all([Node])
    case any([Node])
    case not(Node)
    case criterion(Leaf)

    init(_ requirement: Requirement, _ report: ShowReport) {
      switch requirement {
      case .all(let parts): self = .all(parts.map { Node($0, report) })
      case .any(let parts): self = .any(parts.map { Node($0, report) })
      case .not(let part): self = .not(Node(part, report))
      case .criterion(let criterion): self = .criterion(Leaf(criterion, report))
      }
    }

    private enum Key: String, CodingKey {
      case all, any, not, criterion
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      switch self {
      case .all(let parts): try container.encode(parts, forKey: .all)
      case .any(let parts): try container.encode(parts, forKey: .any)
      case .not(let part): try container.encode(part, forKey: .not)
      case .criterion(let leaf): try container.encode(leaf, forKey: .criterion)
      }
    }
  }

  private struct Leaf: Encodable {
    var id: String
    var kind: String
    var required: String
    @OrNull var overrides: String?
    var source: String
    var grade: String
    @OrNull var validFrom: String?
    @OrNull var validTo: String?

    init(_ criterion: Criterion, _ report: ShowReport) {
      id = criterion.id
      kind = criterion.kind
      required = report.words.required(criterion.required(on: report.edition.asOf))
      _overrides = OrNull(wrappedValue: criterion.overrides)
      source = criterion.citation.source
      grade = criterion.citation.grade.rawValue
      _validFrom = OrNull(wrappedValue: criterion.citation.validFrom?.description)
      _validTo = OrNull(wrappedValue: criterion.citation.validTo?.description)
    }
  }
}

/// One version of a record as JSON.
private struct VersionPart: Encodable {
  var hash: String
  var source: String
  var readOn: String
  var dialect: String

  init(_ version: RecordVersion) {
    hash = version.hash
    source = version.source
    readOn = version.readOn.description
    dialect = version.dialect
  }
}

extension ShowReport {
  /// The title of the opportunity and of its instruments.
  public var foreign: ForeignTitles {
    words.foreign([text.opportunity] + text.offer.instruments)
  }
}
