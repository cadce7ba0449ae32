import ParapetModel

/// Countries that have a cross-border programme of Interreg together in 2021-2027, on land or across the sea.
///
/// From memory of the programmes of strand A, of its external ones (IPA, NEXT) and of PEACE PLUS; the Commission's list of areas
/// (Regulation (EU) 2021/1059, Art. 8(1)) was not read. So what rests on it excludes nobody.
enum Neighbours {
  /// Whether two countries have such a programme.
  static func areNeighbours(_ one: Country, _ other: Country) -> Bool {
    pairs.contains([one.code, other.code])
  }

  private static let pairs: Set<Set<String>> = Set(
    lists.flatMap { home, others in others.split(separator: " ").map { [home, String($0)] } })

  private static let lists: [(String, String)] = [
    ("AT", "DE CH LI IT SI HU SK CZ"), ("BE", "NL DE FR LU"), ("BG", "RO EL RS MK TR"), ("CY", "EL"),
    ("CZ", "DE PL SK"), ("DE", "DK PL NL LU FR CH SE"), ("DK", "SE NO"), ("EE", "LV FI SE RU"),
    ("EL", "IT AL MK TR"), ("ES", "FR PT AD MA"), ("FI", "SE NO RU"), ("FR", "IT CH LU MC AD MU KM MG SR BR"),
    ("HR", "SI HU IT RS BA ME"), ("HU", "SK RO RS UA"), ("IE", "UK"), ("IT", "SI CH MT AL ME TN"),
    ("LT", "LV PL SE DE DK"), ("LV", "SE FI RU"), ("MT", "TN"), ("PL", "SK UA DK SE LT"), ("PT", "MA"),
    ("RO", "RS MD UA"),
    ("SE", "NO"), ("SK", "UA"),
  ]
}
