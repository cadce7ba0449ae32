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

  /// A city to look after.
  public struct CityFolder: Hashable, Sendable {
    /// The folder of its portfolio.
    public var folder: String
    /// Where it is named, for findings.
    public var place: Diagnostic.Place

    /// A folder that is named at a place.
    public init(folder: String, place: Diagnostic.Place) {
      self.folder = folder
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
  /// The cities, in the order of the file.
  public var cities: [CityFolder] = []
  /// Who is told.
  public var people: [Person] = []
  /// The folder that reports are written to.
  public var output = ""
  /// How mail leaves; without it none is made.
  public var mail: Mail?
  /// The address that mail comes from.
  public var sender = BatchOrder.usualSender

  /// The sender where none is stated: nobody can answer it.
  public static let usualSender = "parapet@localhost"

  /// An order of nothing yet.
  public init(file: String) { self.file = file }
}
