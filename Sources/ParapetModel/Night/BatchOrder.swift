/// What a night is to do: which feeds are read, for which cities, and who is told.
public struct BatchOrder: Hashable, Sendable {
  /// A feed, read each night as it then is.
  public struct Feed: Hashable, Sendable {
    /// Its name, by which its readings are compared with each other.
    public var name: String
    /// A file, folder or address.
    public var source: String
    /// Whether it is the whole list, so that what is not in it is missing.
    public var isComplete: Bool

    /// A feed from its parts.
    public init(name: String, source: String, isComplete: Bool = false) {
      self.name = name
      self.source = source
      self.isComplete = isComplete
    }
  }

  /// A call document, read where its bytes are others than before.
  public struct Document: Hashable, Sendable {
    /// The file.
    public var file: String
    /// The topics that it is read for; none means all that it has.
    public var topics: [String]
    /// Whether it takes the place of another document that speaks of the same topic.
    public var takesPlace: Bool
    /// Where it is named, for findings.
    public var place: Diagnostic.Place

    /// A document that is named at a place.
    public init(file: String, topics: [String] = [], takesPlace: Bool = false, place: Diagnostic.Place) {
      self.file = file
      self.topics = topics
      self.takesPlace = takesPlace
      self.place = place
    }
  }

  /// What is written for each city.
  public enum Page: String, Hashable, Sendable, CaseIterable {
    /// What changed, as text, page and JSON.
    case digest
    /// The deadlines and the steps before them.
    case calendar
    /// The lists of its items, as a table.
    case shortlist
    /// Its decision sheet.
    case brief
  }

  /// A city to look after.
  public struct CityFolder: Hashable, Sendable {
    /// The folder of its portfolio.
    public var folder: String
    /// The folder as commands name it.
    public var shown: String
    /// Where it is named, for findings.
    public var place: Diagnostic.Place

    /// A folder that is named at a place, and in commands as it is where nothing else is said.
    public init(folder: String, shown: String? = nil, place: Diagnostic.Place) {
      self.folder = folder
      self.shown = shown ?? folder
      self.place = place
    }
  }

  /// How often a person is told.
  public enum Rhythm: String, Hashable, Sendable, CaseIterable {
    /// Each night that has something to tell.
    case daily
    /// Every seventh day.
    case weekly
    /// Only where something is red.
    case red
  }

  /// Somebody who is told.
  public struct Person: Hashable, Sendable {
    /// A short name, which stands in identifiers and logs in place of the address.
    public var name: String
    /// The address.
    public var address: String
    /// The cities that concern the person, by id.
    public var cities: [String]
    /// The language.
    public var language: Language
    /// How often.
    public var rhythm: Rhythm

    /// A person from its parts.
    public init(
      name: String, address: String, cities: [String], language: Language = .english,
      rhythm: Rhythm = .daily
    ) {
      self.name = name
      self.address = address
      self.cities = cities
      self.language = language
      self.rhythm = rhythm
    }
  }

  /// How mail leaves.
  public enum Mail: Hashable, Sendable {
    /// Into a Maildir, which another program empties.
    case maildir(String)
    /// Through a program that is called as `sendmail -i -t`.
    case sendmail(program: String)
  }

  /// The file that says all this.
  public var file: String
  /// The feeds, in the order of the file.
  public var feeds: [Feed] = []
  /// The call documents, in the order of the file.
  public var documents: [Document] = []
  /// The cities, in the order of the file.
  public var cities: [CityFolder] = []
  /// Who is told.
  public var people: [Person] = []
  /// The folder that reports are written to.
  public var output = ""
  /// What is written for each city.
  public var pages = Set(Page.allCases)
  /// How mail leaves; without it none is made.
  public var mail: Mail?
  /// The address that mail comes from.
  public var sender = BatchOrder.usualSender

  /// The sender where none is stated: nobody can answer it.
  public static let usualSender = "parapet@localhost"

  /// An order of nothing yet.
  public init(file: String) { self.file = file }
}

extension BatchOrder {
  /// The order of the night of a day: where a source or the output says `{day}`, the day stands (a template as RFC 6570
  /// has them, of one variable).
  public func on(_ day: Day) -> BatchOrder {
    var order = self
    func dated(_ place: String) -> String { place.replacing("{day}", with: day.description) }
    for index in order.feeds.indices { order.feeds[index].source = dated(order.feeds[index].source) }
    order.output = dated(order.output)
    return order
  }
}
