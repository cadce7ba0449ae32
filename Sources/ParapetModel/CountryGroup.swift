/// A group of countries that conditions name.
public enum CountryGroup: String, Hashable, Sendable, CaseIterable {
  /// The Member States.
  case union = "EU"
  /// The overseas countries and territories linked to them.
  case overseas = "OCT"
  /// The other states of the European Economic Area.
  case economicArea = "EEA"
  /// The countries associated to Horizon Europe.
  case horizonAssociated = "HE-AC"
  /// Other countries whose bodies Horizon Europe pays: of low and middle income, by its General Annexes.
  case horizonLowIncome = "HE-LMIC"
  /// Countries that Horizon Europe widens its participation to, Art. 2(17) of Regulation (EU) 2021/695, and the
  /// associated ones treated alike in its work programme.
  case widening = "WIDENING"
  case africanUnion = "AFRICAN-UNION"
  case oecd = "OECD"
  case mercosur = "MERCOSUR"
  /// Neither Member States nor associated.
  case third = "THIRD"
  case any

  /// Whether a country belongs to it on a day.
  public func contains(_ country: Country, on day: Day) -> Bool {
    switch self {
    case .union: country.isMemberState
    case .overseas: country.isOverseas
    case .economicArea: ["IS", "LI", "NO"].contains(country.code)
    case .horizonAssociated:
      CountryGroup.associated[country.code].map { Day($0).map { $0 <= day } ?? false } ?? false
    case .horizonLowIncome: CountryGroup.lowIncome.contains(country.code)
    case .widening: CountryGroup.wideningCountries.contains(country.code)
    case .africanUnion: CountryGroup.africanStates.contains(country.code)
    case .oecd: CountryGroup.oecdStates.contains(country.code)
    case .mercosur: ["AR", "BO", "BR", "PY", "UY"].contains(country.code)
    case .third:
      !country.isMemberState && !country.isOverseas
        && !CountryGroup.horizonAssociated.contains(country, on: day)
    case .any: true
    }
  }

  /// Since when calls treat bodies of a country as associated (General Annexes to the Work Programme 2026-2027,
  /// C(2025)8493, part B, p. 12, and the days of the agreements).
  private static let associated: [String: String] = [
    "IS": "2021-01-01", "NO": "2021-01-01", "TR": "2021-10-27", "UA": "2022-06-09", "IL": "2021-12-06",
    "GE": "2021-12-07", "AL": "2022-01-01", "AM": "2021-11-19", "BA": "2021-12-01", "FO": "2022-01-01",
    "ME": "2022-01-01", "MD": "2022-01-01", "MK": "2022-01-01", "RS": "2021-12-06", "XK": "2022-01-01",
    "TN": "2022-03-22", "NZ": "2023-07-09", "UK": "2024-01-01", "CA": "2024-07-03", "KR": "2025-01-01",
    "CH": "2025-01-01", "EG": "2025-01-01",
  ]

  /// The last day on which a country is known to have joined a group.
  public static let lastChange = associated.values.compactMap { Day($0) }.max()

  private static let wideningCountries: Set<String> = [
    "BG", "HR", "CY", "CZ", "EE", "EL", "HU", "LV", "LT", "MT", "PL", "PT", "RO", "SK", "SI", "AL", "AM",
    "BA", "FO",
    "GE", "XK", "MD", "ME", "MK", "RS", "TN", "TR", "UA",
  ]

  private static let africanStates: Set<String> = [
    "DZ", "AO", "BJ", "BW", "BF", "BI", "CV", "CM", "CF", "TD", "KM", "CG", "CD", "CI", "DJ", "EG", "GQ",
    "ER", "SZ",
    "ET", "GA", "GM", "GH", "GN", "GW", "KE", "LS", "LR", "LY", "MG", "MW", "ML", "MR", "MU", "MA", "MZ",
    "NA", "NE",
    "NG", "RW", "ST", "SN", "SC", "SL", "SO", "ZA", "SS", "SD", "TZ", "TG", "TN", "UG", "ZM", "ZW",
  ]

  private static let oecdStates: Set<String> = [
    "AT", "AU", "BE", "CA", "CH", "CL", "CO", "CR", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HU",
    "IE", "IL",
    "IS", "IT", "JP", "KR", "LT", "LU", "LV", "MX", "NL", "NO", "NZ", "PL", "PT", "SE", "SI", "SK", "TR",
    "UK", "US",
  ]

  private static let lowIncome: Set<String> = [
    "AF", "DZ", "AO", "AR", "AZ", "BD", "BY", "BZ", "BJ", "BT", "BO", "BW", "BF", "BI", "CV", "KH", "CM",
    "CF", "TD",
    "CO", "KM", "CD", "CG", "CR", "CI", "CU", "DJ", "DM", "DO", "EC", "EG", "SV", "GQ", "ER", "SZ", "ET",
    "FJ", "GA",
    "GM", "GH", "GD", "GT", "GN", "GW", "GY", "HT", "HN", "ID", "IR", "IQ", "JM", "JO", "KZ", "KE", "KI",
    "KP", "KG",
    "LA", "LB", "LS", "LR", "LY", "MG", "MW", "MY", "MV", "ML", "MH", "MR", "MU", "FM", "MN", "MA", "MZ",
    "MM", "NA",
    "NP", "NI", "NE", "NG", "NU", "PK", "PW", "PS", "PG", "PY", "PE", "PH", "RW", "WS", "ST", "SN", "SL",
    "SB", "SO",
    "ZA", "SS", "LK", "LC", "VC", "SD", "SR", "SY", "TJ", "TZ", "TH", "TL", "TG", "TO", "TM", "TV", "UG",
    "UZ", "VU",
    "VE", "VN", "YE", "ZM", "ZW",
  ]
}

/// A place that conditions of calls name: a group of countries, or one.
public enum Place: Hashable, Sendable {
  case group(CountryGroup)
  case country(Country)

  /// A place by its code.
  public init?(_ code: String) {
    if let group = CountryGroup(rawValue: code) {
      self = .group(group)
    } else if let country = Country(code) {
      self = .country(country)
    } else {
      return nil
    }
  }

  /// Whether a country lies in it on a day.
  public func contains(_ country: Country, on day: Day) -> Bool {
    switch self {
    case .group(let group): group.contains(country, on: day)
    case .country(let other): other == country
    }
  }
}
