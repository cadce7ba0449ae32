/// A fund whose money Member States manage (Regulation (EU) 2021/1060, Art. 1(1)).
public enum SharedFund: String, Hashable, Sendable, CaseIterable {
  /// The European Regional Development Fund.
  case regionalDevelopment = "ERDF"
  /// The European Social Fund Plus.
  case social = "ESF+"
  /// The Just Transition Fund.
  case justTransition = "JTF"
  /// European territorial cooperation, paid for by the European Regional Development Fund.
  case interreg = "Interreg"
  /// The Internal Security Fund.
  case internalSecurity = "ISF"
  /// The Asylum, Migration and Integration Fund.
  case asylumAndMigration = "AMIF"
}

/// Whom a city asks for money under shared management: the managing authority of a programme and its area
/// (Regulation (EU) 2021/1060, Art. 71 and 72).
public struct Authority: Hashable, Sendable {
  /// A part of the map, by NUTS.
  public struct Area: Hashable, Sendable {
    /// The code; a country's two letters for all of it.
    public var nuts: String
    /// Whether the programme is for some of the area only.
    public var isPart: Bool

    /// An area by its code.
    public init(nuts: String, isPart: Bool = false) {
      self.nuts = nuts
      self.isPart = isPart
    }
  }

  /// An office, as it calls itself.
  public struct Office: Hashable, Sendable {
    /// Its names, one a language.
    public var names: [LocalizedText]
    /// Its page for applicants, where one was read.
    public var page: String?
    /// Who says that it is the one to ask.
    public var citation: Citation

    /// An office from its parts.
    public init(names: [LocalizedText], page: String? = nil, citation: Citation) {
      self.names = names
      self.page = page
      self.citation = citation
    }
  }

  /// The funds that the programme spends; never empty.
  public var funds: [SharedFund]
  /// The programme's names; none where no source gave one.
  public var titles: [LocalizedText] = []
  /// The programme's number in the Commission's register, where a source gave it.
  public var number: Cited<String>?
  /// The areas it is for; never empty.
  public var areas: [Area]
  /// The managing authority; nothing where no source was read that names it, which the city is told.
  public var office: Office?
  /// Whom the authority has entrusted, and who is nearer to a city.
  public var intermediates: [Office] = []
  /// What else a reader should know, by language.
  public var notes: [LocalizedText] = []

  /// The authority of a programme for areas, not known yet.
  public init(funds: [SharedFund], areas: [Area]) {
    self.funds = funds
    self.areas = areas
  }
}

extension Authority {
  /// The country that all of its areas are in; nothing where they are in several.
  public var country: Country? {
    let countries = Set(areas.map { $0.nuts.prefix(2) })
    return countries.count == 1 ? countries.first.flatMap { Country($0) } : nil
  }
}
