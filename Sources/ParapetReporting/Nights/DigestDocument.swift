import ParapetModel

extension DigestReport {
  /// The JSON document, by the schema `digest`.
  public var json: String {
    JSONDocument(
      "digest", edition, in: words.language,
      Body(
        city: digest.city, since: digest.since?.description,
        state: digest.isBaseline ? "baseline" : "compared",
        changes: digest.changes.map { CityChangePart($0, words) }, due: digest.due.map(DuePart.init),
        duties: digest.duties.map { DutyPart($0, on: edition.asOf) },
        hidden: digest.hidden)
    ).text
  }

  private struct Body: Encodable {
    var city: String
    @OrNull var since: String?
    var state: String
    var changes: [CityChangePart]
    var due: [DuePart]
    var duties: [DutyPart]
    var hidden: Int

    init(
      city: String, since: String?, state: String, changes: [CityChangePart], due: [DuePart],
      duties: [DutyPart], hidden: Int
    ) {
      self.city = city
      _since = OrNull(wrappedValue: since)
      self.state = state
      self.changes = changes
      self.due = due
      self.duties = duties
      self.hidden = hidden
    }
  }

  private struct DutyPart: Encodable {
    var duty: String
    var day: String
    var days: Int

    init(_ duty: CovenantDuty, on day: Day) {
      self.duty = duty.name
      self.day = duty.day.description
      days = day.days(until: duty.day)
    }
  }

  private struct DuePart: Encodable {
    var items: [String]
    var opportunity: String
    var deadline: String
    var timeAssumed: Bool
    var days: Int

    init(_ due: Digest.Due) {
      items = due.items
      opportunity = due.opportunity.identifier
      deadline = due.deadline.day.description + (due.deadline.time.map { "T" + $0 } ?? "")
      timeAssumed = due.deadline.time == nil
      days = due.days
    }
  }
}

/// A change of a city as JSON.
struct CityChangePart: Encodable {
  @OrNull var item: String?
  @OrNull var opportunity: String?
  @OrNull var reference: String?
  @OrNull var title: String?
  var kind: String
  var severity: String
  var field: String
  @OrNull var before: Value?
  @OrNull var after: Value?
  var because: String
  var cause: String
  var criteria: [String]

  init(_ change: CityChange, _ words: any Sentences) {
    _item = OrNull(wrappedValue: change.item)
    _opportunity = OrNull(wrappedValue: change.opportunity)
    _reference = OrNull(wrappedValue: change.reference)
    _title = OrNull(
      wrappedValue: change.titles[words.language.rawValue] ?? change.titles["en"]
        ?? change.titles.min { $0.key < $1.key }?.value)
    kind = change.kind.rawValue
    severity = change.severity.rawValue
    field = change.field
    let text = DigestText(words)
    _before = OrNull(wrappedValue: change.before.map { Value($0, change, text) })
    _after = OrNull(wrappedValue: change.after.map { Value($0, change, text) })
    because = words.because(
      change.cause, source: change.source, readOn: change.readOn.flatMap { Day($0) })
    cause = change.cause.rawValue
    criteria = change.criteria
  }

  /// An amount, a list of days or items, or a text.
  enum Value: Encodable {
    case text(String)
    case texts([String])
    case amount(Amount)

    init(_ value: String, _ change: CityChange, _ text: DigestText) {
      switch change.form {
      case .money: self = text.money(value).map { .amount(Amount($0)) } ?? .text(value)
      case .days where value.contains("|"), .items:
        self = .texts(value.split(separator: "|").map(String.init))
      default: self = .text(value)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .texts(let texts): try container.encode(texts)
      case .amount(let amount): try container.encode(amount)
      }
    }
  }
}

extension DigestReport {
  /// The titles of what changed, and of what is due.
  public var foreign: ForeignTitles {
    var titles = words.foreign(digest.due.lazy.map(\.opportunity))
    for change in digest.changes {
      guard change.titles[words.language.rawValue] == nil else { continue }
      for (language, title) in change.titles { titles.add(title, language) }
    }
    return titles
  }
}
