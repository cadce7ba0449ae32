public import ParapetModel

/// What a night did, ready for every format: its feeds, what changed for each city, and who was told.
public struct NightReport: Document {
  /// What became of a city.
  public struct CityPart: Hashable, Sendable {
    /// The city's id.
    public var city: String
    /// `baseline`, `compared` or `failed`.
    public var state: String
    /// What changed since it was last told.
    public var changes: [CityChange]

    /// A city and its changes.
    public init(city: String, state: String, changes: [CityChange]) {
      self.city = city
      self.state = state
      self.changes = changes
    }
  }

  /// What became of a mail.
  public struct ToldPart: Hashable, Sendable {
    /// The person, by name.
    public var person: String
    /// The city.
    public var city: String
    /// The identifier of the mail, without the angle brackets.
    public var message: String
    /// `handed`, `failed` or `spooled`.
    public var state: String

    /// A mail to a person.
    public init(person: String, city: String, message: String, state: String) {
      self.person = person
      self.city = city
      self.message = message
      self.state = state
    }
  }

  /// What became of a call document.
  public struct DocumentPart: Hashable, Sendable {
    /// The file, as it is named in the order.
    public var file: String
    /// `read`, whether or not it says anything new, or `refused`.
    public var state: String

    /// A document of a file.
    public init(file: String, state: String) {
      self.file = file
      self.state = state
    }
  }

  /// A night before this one.
  public struct Former: Hashable, Sendable {
    /// Its name.
    public var run: String
    /// The day of its readings.
    public var readOn: Day
    /// Whether all of it was done.
    public var isDone: Bool

    /// A night of a name.
    public init(run: String, readOn: Day, isDone: Bool) {
      self.run = run
      self.readOn = readOn
      self.isDone = isDone
    }
  }

  /// The nights before, newest first; the page shows them, and documents do not.
  public var former: [Former] = []
  /// The call documents that the order names, in its order.
  public var documents: [DocumentPart] = []
  private let run: String
  private let feeds: [SourceOutcome]
  private let cities: [CityPart]
  private let told: [ToldPart]
  private let words: any Sentences
  /// What it was made from.
  public let edition: Edition

  /// A report of a night.
  public init(
    run: String, feeds: [SourceOutcome], cities: [CityPart], told: [ToldPart], words: any Sentences,
    edition: Edition
  ) {
    self.run = run
    self.feeds = feeds
    self.cities = cities
    self.told = told
    self.words = words
    self.edition = edition
  }

  /// The page for people.
  public var report: Report {
    var blocks = IngestReport(feeds, words: words, edition: edition).report.blocks
    if !documents.isEmpty {
      var table = Table(
        caption: words.label(NightLabel.documents),
        columns: [
          Table.Column(words.label(NightLabel.file), .prose), Table.Column(words.label(NightLabel.state)),
        ])
      for document in documents { table.append([.text(document.file), .text(document.state)]) }
      blocks.append(.table(table))
    }
    var table = Table(
      caption: words.label(.night),
      columns: [Table.Column(words.label(.city)), Table.Column(words.label(NightLabel.state))]
        + RecordChange.Severity.allCases.map { Table.Column(words.label($0), .figure) })
    let shown = shownCities
    for city in shown {
      table.append(
        [.text(city.city), .text(city.state)]
          + RecordChange.Severity.allCases.map { severity in
            .number(city.changes.count { $0.severity == severity })
          })
    }
    blocks.append(.table(table))
    let rest = (
      all: cities.count - shown.count,
      changed: cities.count { !$0.changes.isEmpty } - shown.count { !$0.changes.isEmpty }
    )
    if rest.all > 0 {
      blocks.append(.paragraph(Phrase(words.note(NightNote.otherCities(rest.all, changed: rest.changed)))))
    }
    if !told.isEmpty {
      var table = Table(
        caption: words.label(.told),
        columns: [
          Table.Column(words.label(.person)), Table.Column(words.label(.city)),
          Table.Column(words.label(.message), .prose), Table.Column(words.label(NightLabel.state)),
        ])
      for mail in told {
        table.append([.text(mail.person), .text(mail.city), .text(mail.message), .text(mail.state)])
      }
      blocks.append(.table(table))
    }
    if !former.isEmpty {
      var table = Table(
        caption: words.label(.nights),
        columns: [
          Table.Column(words.label(.run)), Table.Column(words.label(.readOn)),
          Table.Column(words.label(NightLabel.state)),
        ])
      for night in former {
        table.append([.text(night.run), .day(night.readOn), .text(words.night(isDone: night.isDone))])
      }
      blocks.append(.table(table))
    }
    return Report(
      title: words.pair(words.label(.night), run), notes: [words.made(edition)], blocks: blocks)
  }

  /// How many cities the page names.
  private static let mostCities = 100

  /// All cities where they are few, else those alone of which there is something to say: nobody reads eleven thousand rows that
  /// say nothing, nor does a night with nothing new spend its time on them.
  private var shownCities: [CityPart] {
    guard cities.count > NightReport.mostCities else { return cities }
    let failed = cities.filter { $0.state == "failed" }
    let changed = cities.filter { $0.state != "failed" && !$0.changes.isEmpty }
    return Array((failed + changed).prefix(NightReport.mostCities))
  }

  /// One row for each change of each city, for machines.
  public var table: Table {
    var table = Table(
      caption: "",
      columns: ["city", "severity", "kind", "item", "opportunity", "field", "before", "after"]
        .map { Table.Column($0) })
    for city in cities {
      for change in city.changes {
        table.append([
          .text(city.city), .text(change.severity.rawValue), .text(change.kind.rawValue), .text(change.item),
          .text(change.opportunity), .text(change.field), .text(change.before), .text(change.after),
        ])
      }
    }
    return table
  }

  /// The JSON document, by the schema `night`.
  public var json: String {
    let document = JSONDocument(
      "night", edition, in: words.language,
      Body(
        run: run, feeds: feeds.map { IngestReport.SourcePart($0, words.language) },
        documents: documents.isEmpty
          ? nil : documents.map { Body.Document(file: $0.file, state: $0.state) },
        cities: [],
        told: told.map {
          Body.Told(person: $0.person, city: $0.city, messageId: $0.message, state: $0.state)
        }))
    // Of thousands of cities there is nothing to say but their names: a coder would take longer over these than a night takes
    // to look after them.
    var silent: [String: [String]] = [:]
    let rows = cities.map { city in
      guard city.changes.isEmpty, JSONText.isPlain(city.city) else {
        return JSONText.row(
          Body.City(
            city: city.city, state: city.state, changes: city.changes.map { CityChangePart($0, words) }))
      }
      let around = silent[city.state] ?? JSONText.row(around: "city", Body.City(state: city.state))
      silent[city.state] = around
      return around.joined(separator: city.city)
    }
    return JSONText.filling("cities", of: document.text, with: rows)
  }

  private struct Body: Encodable {
    var run: String
    var feeds: [IngestReport.SourcePart]
    var documents: [Document]?
    var cities: [City]
    var told: [Told]

    struct Document: Encodable {
      var file: String
      var state: String
    }

    struct City: Encodable {
      var city = ""
      var state: String
      var changes: [CityChangePart] = []
    }

    struct Told: Encodable {
      var person: String
      var city: String
      var messageId: String
      var state: String
    }
  }
}
