/// A country, by its two-letter code in the usage of the Union: `EL` for Greece, `UK` for the United Kingdom.
public struct Country: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The two capital letters.
  public let code: String

  /// The country of a two-letter code, or nothing where it is not two capital letters.
  ///
  /// ISO 3166-1 writes `GR` and `GB` where the Union's own lists write `EL` and `UK`; both are read, the Union's
  /// kept (Interinstitutional Style Guide, section 7.1).
  public init?(_ code: some StringProtocol) {
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    switch code {
    case "GR": self.code = "EL"
    case "GB": self.code = "UK"
    default: self.code = String(code)
    }
  }

  /// The order of the codes.
  public static func < (left: Country, right: Country) -> Bool { left.code < right.code }

  /// The code.
  public var description: String { code }

  /// Whether it is a Member State of the European Union, as since 2020-02-01 (Art. 52 TEU).
  public var isMemberState: Bool { Country.memberStates.contains(code) }

  /// The two-letter codes of the Member States.
  public static let memberStates: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT",
    "LU",
    "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// Whether it is an overseas country or territory linked to a Member State (Art. 198 and Annex II TFEU).
  public var isOverseas: Bool { Country.overseas.contains(code) }

  /// The two-letter codes of the overseas countries and territories.
  public static let overseas: Set<String> = [
    "AW", "BL", "BQ", "CW", "GL", "NC", "PF", "PM", "SX", "TF", "WF",
  ]
}
