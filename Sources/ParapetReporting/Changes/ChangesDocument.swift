import ParapetModel

extension ChangesReport {
  /// The JSON document, by the schema `changes`.
  public var json: String { JSONDocument("changes", edition, in: words.language, Body(self)).text }

  private struct Body: Encodable {
    @OrNull var since: String?
    var changes: [Entry]
    var answers: [CityChangePart]?

    init(_ report: ChangesReport) {
      _since = OrNull(wrappedValue: report.since?.description)
      changes = report.changes.map { Entry($0, report) }
      answers = report.answers.isEmpty ? nil : report.answers.map { CityChangePart($0, report.words) }
    }
  }

  private struct Entry: Encodable {
    var opportunity: String
    @OrNull var reference: String?
    @OrNull var title: String?
    var source: String
    var readOn: String
    var kind: String
    var severity: String
    var fields: [Field]

    init(_ change: RecordChange, _ report: ChangesReport) {
      opportunity = report.identifiers.shown(change)
      _reference = OrNull(wrappedValue: change.reference)
      _title = OrNull(wrappedValue: change.titles.text(in: report.words.language))
      source = change.source
      readOn = change.readOn.description
      kind = change.kind.rawValue
      severity = change.severity.rawValue
      fields = change.fields.map(Field.init)
    }
  }

  private struct Field: Encodable {
    var field: String
    @OrNull var old: Value?
    @OrNull var new: Value?
    var severity: String

    init(_ change: FieldChange) {
      field = change.field.rawValue
      _old = OrNull(wrappedValue: change.old.map(Value.init))
      _new = OrNull(wrappedValue: change.new.map(Value.init))
      severity = change.severity.rawValue
    }
  }

  /// A text, a list of texts, a count, an amount or a list of amounts, as the field has it; days are texts.
  private struct Value: Encodable {
    var value: FieldChange.Value

    init(_ value: FieldChange.Value) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .text(let text): try container.encode(text)
      case .texts(let texts): try container.encode(texts)
      case .day(let day): try container.encode(day.description)
      case .days(let days): try container.encode(days.map(\.description))
      case .money(let amount): try container.encode(Amount(amount))
      case .amounts(let amounts): try container.encode(amounts.map(YearlyAmount.init))
      case .count(let count): try container.encode(count)
      }
    }
  }

  private struct YearlyAmount: Encodable {
    var amount: String
    var currency: String
    @OrNull var year: Int?

    init(_ amount: FieldChange.AnnualAmount) {
      self.amount = amount.amount.decimal
      currency = amount.amount.currency.code
      _year = OrNull(wrappedValue: amount.year)
    }
  }
}

extension ChangesReport {
  /// The titles of what changed.
  public var foreign: ForeignTitles { words.foreign(titles: changes.lazy.map(\.titles)) }
}
